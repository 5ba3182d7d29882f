"""A table of two-line rows: the files of breaches, or the petitions; one row is chosen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.ui.decisions.cells import NOTHING, Cell, Column, Line
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.kit.line_list import (
    ColumnTitles,
    Index,
    LineList,
    LinePainter,
    Title,
    paint_chip_in,
    paint_words,
)
from kandas_desktop.ui.kit.theme import theme

_LINE = Qt.ItemDataRole.UserRole
_LEAST = 150
_GAP = 8
_TOP = QModelIndex()


class _Span(NamedTuple):
    place: int
    left: int
    width: int


def spans(columns: Sequence[Column], width: int, *, padding: int) -> list[_Span]:
    """Where the columns stand that fit into a width; the one without a width takes what is left."""
    shown = list(enumerate(columns))
    for column in reversed(columns):
        if sum(each.width or _LEAST for _, each in shown) + 2 * padding <= width:
            break
        if column.gives_way:
            shown = [each for each in shown if each[1] is not column]
    spare = max(_LEAST, width - 2 * padding - sum(column.width for _, column in shown))
    found, left = [], padding
    for place, column in shown:
        wide = column.width or spare
        found.append(_Span(place, left, wide))
        left += wide
    return found


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return line if role == _LINE else None


class _Painter(LinePainter):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()

    def paint_cells(self, painter: QPainter, area: QRect, index: Index) -> None:
        line: Line = index.data(_LINE)
        for span in spans(self.columns, area.width(), padding=theme().sizes.page_padding):
            room = QRectF(area.left() + span.left, area.top(), span.width - _GAP, area.height() - 1)
            _paint_cell(painter, room, line.cells[span.place])


def _paint_cell(painter: QPainter, room: QRectF, cell: Cell) -> None:
    if cell.family is not None:
        paint_chip_in(painter, room, cell.first, family=cell.family, icon=cell.icon)
        return
    is_faint = cell.first == NOTHING
    paint_words(painter, room, cell.first, cell.second, is_bold=cell.is_bold, is_faint=is_faint)


class RecordsTable(QWidget):
    """``chosen(id)`` when the row changes, ``opened(id)`` on Enter or a click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = LineList()
        self._model = _Model(self)
        self._painter = _Painter(self.view)
        self._header = ColumnTitles(self.view, self._titles)
        self.empty = EmptyState("scale", "")
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._painter)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(lambda: self._open(self.view.currentIndex()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    @property
    def lines(self) -> Sequence[Line]:
        """The rows that are shown."""
        return self._model.lines

    @property
    def chosen_id(self) -> int | None:
        """What is chosen; ``None`` where nothing is shown."""
        at = self.view.currentIndex()
        return self._model.lines[at.row()].id if at.isValid() else None

    def show_lines(self, columns: Sequence[Column], lines: Sequence[Line], *, name: str, keep: bool) -> None:
        """Show these rows; what was chosen stays so where it is asked to be kept and is still there."""
        kept = self.chosen_id if keep else None
        self._painter.columns = columns
        self.view.setAccessibleName(name)
        self._model.show_lines(lines)
        for part in (self._header, self.view):
            part.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self._header.update()
        if lines and not (kept is not None and self.choose(kept)):
            self.view.setCurrentIndex(self._model.index(0))

    def choose(self, line_id: int) -> bool:
        """Choose a row; return whether it is there."""
        place = next((at for at, line in enumerate(self._model.lines) if line.id == line_id), None)
        if place is not None:
            self.view.setCurrentIndex(self._model.index(place))
        return place is not None

    def _titles(self, width: int) -> list[Title]:
        columns = self._painter.columns
        placed = spans(columns, width, padding=theme().sizes.page_padding)
        return [Title(columns[span.place].title(), span.left, span.width) for span in placed]

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.lines[current.row()].id)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.lines[index.row()].id)
