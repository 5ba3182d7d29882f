"""A table of two-line rows: the files of breaches, or the petitions; one row is chosen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kandas_desktop.ui.decisions.cells import NOTHING, Cell, Column, Line
from kandas_desktop.ui.kit.chips import chip_size, paint_chip
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.kit.inputs import is_plain_enter
from kandas_desktop.ui.kit.painting import hairline, paint_text
from kandas_desktop.ui.kit.theme import theme

_LINE = Qt.ItemDataRole.UserRole
_HEAD = 34
_LEAST = 150
_GAP = 8
_Index = QModelIndex | QPersistentModelIndex
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

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return line if role == _LINE else None


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, theme().sizes.journal_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(_LINE)
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("selected"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme().color("hover"))
        for span in spans(self.columns, area.width(), padding=theme().sizes.page_padding):
            room = QRectF(area.left() + span.left, area.top(), span.width - _GAP, area.height() - 1)
            _paint_cell(painter, room, line.cells[span.place])
        bottom = area.bottom() + 0.5
        ends = QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom)
        hairline(painter, *ends, theme().palette.line)
        painter.restore()


def _paint_cell(painter: QPainter, room: QRectF, cell: Cell) -> None:
    if cell.family is not None:
        size = chip_size(cell.first, icon=cell.icon)
        top = round(room.top() + (room.height() - size.height()) / 2)
        where = QRect(round(room.left()), top, min(size.width(), round(room.width())), size.height())
        paint_chip(painter, where, cell.first, family=cell.family, icon=cell.icon)
        return
    palette = theme().palette
    ink = palette.text3 if cell.first == NOTHING else palette.text
    body = theme().font("body", bold=cell.is_bold)
    if not cell.second:
        paint_text(painter, room, cell.first, font=body, color=ink)
        return
    first, second = theme().line("body"), theme().line("second")
    top_line = room.top() + (room.height() - first - second) / 2
    paint_text(painter, QRectF(room.left(), top_line, room.width(), first), cell.first, font=body, color=ink)
    below = QRectF(room.left(), top_line + first, room.width(), second)
    paint_text(painter, below, cell.second, font=theme().font("second"), color=palette.text2)


class _Header(QWidget):
    def __init__(self, view: QListView) -> None:
        super().__init__()
        self._view = view
        self.columns: Sequence[Column] = ()
        self.setFixedHeight(_HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.fillRect(self.rect(), theme().color("sunken"))
        for edge, color in ((0.5, palette.line), (self.height() - 0.5, palette.line2)):
            hairline(painter, QPointF(0, edge), QPointF(self.width(), edge), color)
        width = self._view.viewport().width()
        for span in spans(self.columns, width, padding=theme().sizes.page_padding):
            room = QRectF(span.left, 0, span.width - 4, self.height())
            title = self.columns[span.place].title()
            paint_text(painter, room, title, font=theme().font("second"), color=palette.text2)


class _View(QListView):
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            if not event.isAutoRepeat():
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.text() and event.text().isprintable():
            event.ignore()  # a list would jump to names; here one searches
        else:
            super().keyPressEvent(event)


class RecordsTable(QWidget):
    """``chosen(id)`` when the row changes, ``opened(id)`` on Enter or a click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = _View()
        self._model = _Model(self)
        self._painter = _Painter(self.view)
        self._header = _Header(self.view)
        self.empty = EmptyState("scale", "")
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._painter)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._painter.columns = self._header.columns = columns
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

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.lines[current.row()].id)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.lines[index.row()].id)
