"""The journal's table: paints the lines that are seen, and is worked by keys alone."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from kandas_desktop.queries.journal_lines import Order
from kandas_desktop.ui.journal.choosing_view import ChoosingView
from kandas_desktop.ui.journal.header import JournalHeader
from kandas_desktop.ui.journal.line_painter import LinePainter, least_widths
from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.widths import Span, column_spans
from kandas_desktop.ui.kit.painting import fill
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_Key = Qt.Key


class _PointerWatch(QObject):
    """What the pointer does over the lines besides moving: it leaves, or it rests and waits for a tooltip.

    What takes any kind of event has the binding make a class of every kind there is; the view does without
    until the pointer comes.
    """

    def __init__(self, view: "JournalView") -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._view.hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._view.tool_tip(event.pos()), self._view.viewport())
            return True
        return False


class JournalView(ChoosingView):
    """One line is chosen at a time, with its family; ``opened`` asks to look into its application."""

    opened = Signal(int)
    order_asked = Signal(Order)
    menu_asked = Signal(int, QPoint)

    def __init__(self, model: JournalModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._spans: list[Span] = []
        self._hovered: int | None = None
        self._pointer_watch: _PointerWatch | None = None
        self._highest_number = 0
        self._header = JournalHeader(self)
        self._header.order_asked.connect(self.order_asked)
        self.setAccessibleName(_("Registration journal"))
        self.viewport().setMouseTracking(True)
        theme().changed.connect(self.lay_out)
        self.lay_out()

    @property
    def header(self) -> JournalHeader:
        """The titles over the lines."""
        return self._header

    def column_span(self, name: str) -> Span:
        """Where a column lies."""
        return next(
            span
            for column, span in zip(self._journal.columns, self._spans, strict=True)
            if column.name == name
        )

    def show_order(self, order: Order) -> None:
        """Mark in the head by what the lines are ordered."""
        self._header.show_order(order)

    def make_room_for(self, highest_number: int) -> None:
        """Make the column of numbers wide enough."""
        self._highest_number = highest_number
        self.lay_out()

    def lay_out(self) -> None:
        """Fit columns, head and scroll bar to the window."""
        self._hovered = None
        compact = theme().is_compact
        least = least_widths(self._journal.sight.today, self._highest_number, is_compact=compact)
        columns = self._journal.columns
        self._spans = column_spans(columns, self.width(), is_compact=compact, least=least)
        self._header.show_columns(columns, self._spans)
        height = self._header.needed_height()
        self.setViewportMargins(0, height, 0, 0)
        self._header.setGeometry(0, 0, self.width(), height)
        super().lay_out()

    def tool_tip(self, point: QPoint) -> str:
        """What is cut at a point of the viewport, in full, or why the outcome is what it is."""
        place = self.place_at(point)
        column = next((n for n, span in enumerate(self._spans) if span.left <= point.x() < span.right), None)
        if place is None or column is None:
            return ""
        return self._painter_of_lines().tool_tip(
            self._journal.columns[column],
            self._journal.row(place.line),
            self._journal.family(place.line)[place.position - 1] if place.position else None,
        )

    def open_family(self, line: int, is_open: bool) -> None:
        """Show or hide the family beneath a line."""
        self._journal.set_open(line, is_open)
        if is_open:
            self.bring_into_sight(line)

    def _painter_of_lines(self) -> LinePainter:
        journal = self._journal
        return LinePainter(
            journal.columns, self._spans, journal.sight, self.heights, found=journal.unfolded.people
        )

    def hover(self, line: int | None) -> None:
        """Show that the pointer is over a line, or over none."""
        if line != self._hovered:
            for each in (line, self._hovered):
                if each is not None and each < self._journal.outline.lines:
                    self.viewport().update(self.line_area(each))
            self._hovered = line

    def _is_on_chevron(self, point: QPoint) -> bool:
        place = self.place_at(point)
        return place is not None and not place.position and point.x() < self._spans[0].left + 42

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), theme().color("surface"))
        seen, journal = self.lines_seen(), self._journal
        if not seen:
            return
        journal.fetch(seen[0], seen[-1])
        journal.fetch_families(seen[0], seen[-1])
        lines, chosen = self._painter_of_lines(), self.chosen_line
        for line in seen:
            area = self.line_area(line)
            if not event.rect().intersects(area):
                continue
            row = journal.row(line)
            is_open = journal.is_open(line)
            lines.paint_ground(painter, area, is_selected=line == chosen, is_hovered=line == self._hovered)
            lines.paint_line(painter, area.top(), row, is_open=is_open)
            if is_open:
                lines.paint_family(painter, area.top() + self.heights.line, journal.family(line), row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self.chosen_line, event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif self.take_key(key):
            event.accept()
        elif line is not None and key in (_Key.Key_Right, _Key.Key_Left):
            self.open_family(line, key == _Key.Key_Right)
        elif line is not None and key in (_Key.Key_Return, _Key.Key_Enter):
            self.opened.emit(self._journal.application_id(line))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        place = self.place_at(point)
        if place is None:
            return
        self._choose_line(place.line)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_chevron(point):
            self.open_family(place.line, not self._journal.is_open(place.line))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        place = self.place_at(point)
        is_click = event.button() == Qt.MouseButton.LeftButton and not self._is_on_chevron(point)
        if place is not None and is_click and place.line == self.chosen_line:
            self.opened.emit(self._journal.application_id(place.line))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pointer_watch is None:
            self._pointer_watch = _PointerWatch(self)
        place = self.place_at(event.position().toPoint())
        self.hover(place.line if place else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self.chosen_line
        if line is None:
            return
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(
                self.line_area(line).topLeft() + QPoint(40, self.heights.line)
            )
        self.menu_asked.emit(self._journal.application_id(line), where)
