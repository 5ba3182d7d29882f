"""A list of the reserve's page: the titles of its columns, its lines, and what stands there without any."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QToolTip, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.kit.inputs import is_plain_enter
from kandas_desktop.ui.kit.painting import hairline, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.cells import Column, Line, spans
from kandas_desktop.ui.reserve.line_painter import LinePainter, needs
from kandas_desktop.ui.reserve.model import LinesModel
from kandas_desktop.words import _

_HEAD = 34
_LEFT_OUT = 10


class _Header(QWidget):
    """The titles of the columns."""

    def __init__(self, view: QListView) -> None:
        super().__init__()
        self._view = view
        self.columns: Sequence[Column] = ()
        self.setFixedHeight(_HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.fillRect(self.rect(), theme().color("sunken"))
        for edge in (0.5, self.height() - 0.5):
            color = palette.line if edge < 1 else palette.line2
            hairline(painter, QPointF(0, edge), QPointF(self.width(), edge), color)
        width = self._view.viewport().width()
        for span in spans(self.columns, width, padding=theme().sizes.page_padding):
            room = QRectF(span.left, 0, span.width - 4, self.height())
            paint_text(painter, room, span.column.title(), font=theme().font("second"), color=palette.text2)


class _View(QListView):
    """Enter opens, the menu key asks for the line's menu, a pointer at rest tells what is cut."""

    opened = Signal()
    menu_asked = Signal(QPoint)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(row.bottomLeft() + QPoint(40, 0))
        if self.currentIndex().isValid():
            self.menu_asked.emit(where)


class ReserveTable(QWidget):
    """``chosen(line)`` when another is chosen, ``opened(line)`` on Enter, ``looked_at(line)`` on a click."""

    chosen = Signal(object)
    opened = Signal(object)
    looked_at = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.view = _View()
        self.model = LinesModel()
        self.empty = EmptyState("list-ordered", "")
        self._header = _Header(self.view)
        self._painter = LinePainter(self.view)
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
        self._header.columns = self._painter.columns = columns
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
        width = self.view.viewport().width()
        placed = spans(self._painter.columns, width, padding=theme().sizes.page_padding)
        cut = (
            cell
            for span, cell in zip(placed, line.cells, strict=True)
            if needs(cell) > span.width - _LEFT_OUT
        )
        return "\n".join(part for cell in cut for part in (cell.first, cell.second) if part)

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._painter)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        had_focus = self.view.hasFocus()
        self.empty.setVisible(is_empty)
        for part in (self.view, self._header):
            part.setVisible(not is_empty)
        button = self.empty.findChild(Button)
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
