"""A table of lines: the titles of its columns, its lines, and what stands there without any."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.ui.cell_painter import cut_words, paint_cells
from kandas_desktop.ui.cells import Cell, Column, Line, Span, spans
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.line_list import ColumnTitles, Index, LineList, LinePainter, Title
from kandas_desktop.ui.kit.theme import theme

_LINE = Qt.ItemDataRole.UserRole
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_TOP = QModelIndex()
AnyLine = TypeVar("AnyLine", bound=Line)


class _Lines(QAbstractListModel):
    """The lines as a view walks through them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        return line.spoken if role in _SPOKEN else None


class _CellsPainter(LinePainter):
    """Paints a line in the columns that fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()

    def spans(self, width: int) -> list[Span]:
        return spans(self.columns, width, padding=theme().sizes.page_padding)

    def placed(self, line: Line, width: int) -> list[tuple[Span, Cell]]:
        return [(span, line.cells[span.place]) for span in self.spans(width)]

    def paint_cells(self, painter: QPainter, area: QRect, index: Index) -> None:
        line: Line | None = index.data(_LINE)
        if line is not None:
            paint_cells(painter, area, self.placed(line, area.width()))


class LinesTable(QWidget, Generic[AnyLine]):
    """``chosen(line)`` when another is chosen, ``opened(line)`` on Enter, ``looked_at(line)`` on a click."""

    chosen = Signal(object)
    opened = Signal(object)
    looked_at = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, empty_icon: IconName, *, name: str = "") -> None:
        super().__init__()
        self.view = LineList()
        self.model = _Lines()
        self.empty = EmptyState(empty_icon, "")
        self._painter = _CellsPainter(self.view)
        self._header = ColumnTitles(self.view, self._titles)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._painter)
        self.view.setAccessibleName(name)
        self.view.tell_cut_words(lambda place: self.cut_words(self.lines[place]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.clicked.connect(lambda: self.looked_at.emit(self.chosen_line))
        self.view.opened.connect(self._open)
        self.view.menu_asked.connect(lambda where: self.menu_asked.emit(self.chosen_line, where))

    @property
    def lines(self) -> Sequence[AnyLine]:
        """Every line from top to bottom."""
        return cast(Sequence[AnyLine], self.model.lines)

    @property
    def chosen_line(self) -> AnyLine | None:
        """The line that is chosen; ``None`` where there is none."""
        at = self.view.currentIndex()
        return self.lines[at.row()] if at.isValid() else None

    @property
    def chosen_key(self) -> Hashable:
        """By what the chosen line is known; ``None`` where there is none."""
        return self.chosen_line.key if self.chosen_line else None

    def show_lines(
        self, columns: Sequence[Column], lines: Sequence[AnyLine], *, afresh: bool = False
    ) -> None:
        """Show these lines; the chosen one stays so while it is among them, else the next in its place.

        ``afresh`` chooses the first one, whatever was chosen before.
        """
        kept = None if afresh else self.chosen_line
        at = self.view.currentIndex().row()
        self._painter.columns = columns
        self.model.show_lines(lines)
        self._show_empty(not lines)
        if lines and not (kept and self.choose(kept.key)):
            # Whoever left the list leaves the place to the next.
            place = min(max(0, at), len(lines) - 1) if kept else 0
            self.view.setCurrentIndex(self.model.index(place))
        self._header.update()

    def choose(self, key: Hashable) -> bool:
        """Choose the line known by a key; return whether it is there."""
        at = next((place for place, line in enumerate(self.lines) if line.key == key), None)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at))
        return at is not None

    def cut_words(self, line: AnyLine) -> str:
        """What has no room in a line, for a pointer at rest on it."""
        return cut_words(self._painter.placed(line, self.view.viewport().width()))

    def _titles(self, width: int) -> list[Title]:
        placed = self._painter.spans(width)
        return [Title(span.column.title(), span.left, span.width) for span in placed]

    def _show_empty(self, is_empty: bool) -> None:
        """Let the keyboard stand on the lines, or on the button that stands in their place."""
        button = self.empty.findChild(Button)
        had_focus = self.view.hasFocus() or (button is not None and button.hasFocus())
        if had_focus and not is_empty:
            self.view.setVisible(True)
            self.view.setFocus()  # first: the keyboard of a button that goes falls to the navigation
        self.empty.setVisible(is_empty)
        for part in (self.view, self._header):
            part.setVisible(not is_empty)
        self.setFocusProxy(button if is_empty and button else self.view)
        if had_focus and is_empty:
            self.setFocus()

    def _open(self) -> None:
        if self.chosen_line is not None:
            self.opened.emit(self.chosen_line)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.lines[current.row()])
