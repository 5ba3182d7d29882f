"""A list of the reserve's page: the titles of its columns, its lines, and what stands there without any."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.kit.line_list import ColumnTitles, LineList, Title
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.cells import Column, Line, Span, spans
from kandas_desktop.ui.reserve.line_painter import CellPainter, needs
from kandas_desktop.ui.reserve.model import LinesModel
from kandas_desktop.words import _

_LEFT_OUT = 10


class ReserveTable(QWidget):
    """``chosen(line)`` when another is chosen, ``opened(line)`` on Enter, ``looked_at(line)`` on a click."""

    chosen = Signal(object)
    opened = Signal(object)
    looked_at = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.view = LineList()
        self.model = LinesModel()
        self.empty = EmptyState("list-ordered", "")
        self._painter = CellPainter(self.view)
        self._header = ColumnTitles(self.view, self._titles)
        self._build()
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.clicked.connect(lambda: self.looked_at.emit(self.chosen_line))
        self.view.opened.connect(self._open)
        self.view.menu_asked.connect(lambda where: self.menu_asked.emit(self.chosen_line, where))

    @property
    def lines(self) -> Sequence[Line]:
        """Every line from top to bottom."""
        return self.model.lines

    @property
    def chosen_line(self) -> Line | None:
        """The line that is chosen; ``None`` where there is none."""
        at = self.view.currentIndex()
        return self.model.lines[at.row()] if at.isValid() else None

    def show_lines(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        """Show these lines; the chosen one stays so while it is among them, else the first one is."""
        kept = self.chosen_line
        at = self.view.currentIndex().row()
        self._painter.columns = columns
        self.model.show_lines(lines)
        self._show_empty(not lines)
        if lines and not (kept and self.choose(kept.key)):
            # Whoever left the list leaves the place to the next.
            place = min(max(0, at), len(lines) - 1) if kept else 0
            self.view.setCurrentIndex(self.model.index(place))
        self._header.update()

    def choose(self, key: str) -> bool:
        """Choose the line known by a key; return whether it is there."""
        at = next((place for place, line in enumerate(self.model.lines) if line.key == key), None)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at))
        return at is not None

    def cut_words(self, line: Line) -> str:
        """What has no room in a line, for a pointer at rest on it."""
        placed = self._placed(self.view.viewport().width())
        cut = (
            cell
            for span, cell in zip(placed, line.cells, strict=True)
            if needs(cell) > span.width - _LEFT_OUT
        )
        return "\n".join(part for cell in cut for part in (cell.first, cell.second) if part)

    def _placed(self, width: int) -> list[Span]:
        return spans(self._painter.columns, width, padding=theme().sizes.page_padding)

    def _titles(self, width: int) -> list[Title]:
        return [Title(span.column.title(), span.left, span.width) for span in self._placed(width)]

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._painter)
        self.view.setAccessibleName(_("Reserve journal"))
        self.view.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

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
            self.chosen.emit(self.model.lines[current.row()])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.view.indexAt(event.pos())
            words = self.cut_words(self.model.lines[at.row()]) if at.isValid() else ""
            QToolTip.showText(event.globalPos(), words, self.view)
            return True
        return False
