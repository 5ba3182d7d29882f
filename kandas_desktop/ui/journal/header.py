"""The head of the journal's table: the order's column titles, wrapped, and the order of the lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.journal_lines import Order
from kandas_desktop.ui.journal.columns import Column
from kandas_desktop.ui.journal.line_painter import CELL_GAP
from kandas_desktop.ui.journal.widths import Span
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import fill, hairline, text_width
from kandas_desktop.ui.kit.theme import theme

_ARROW = 14
_TITLE_GAP = 4
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_SORTED_BY: dict[Order, tuple[str, IconName]] = {
    Order.NEWEST: ("number", "chevron-down"),
    Order.OLDEST: ("number", "chevron-up"),
    Order.NAME: ("name", "chevron-up"),
}


class JournalHeader(QWidget):
    """Titles over the columns; a click on № or on the name asks for another order."""

    order_asked = Signal(Order)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._spans: Sequence[Span] = ()
        self._order = Order.NEWEST
        self.setMouseTracking(True)

    def show_columns(self, columns: Sequence[Column], spans: Sequence[Span]) -> None:
        """Show the titles of these columns at these places."""
        self._columns, self._spans = columns, spans
        self.update()

    def show_order(self, order: Order) -> None:
        """Mark the column by which the lines are ordered."""
        self._order = order
        self.update()

    def needed_height(self) -> int:
        """Room for three lines of a title, or for as many as the words in this language take."""
        metrics = QFontMetricsF(theme().font("second"))
        rooms = [QRectF(0, 0, span.width - _TITLE_GAP, 1000) for span in self._spans]
        highest = max(
            (
                metrics.boundingRect(room, int(_WRAPPED), column.title()).height()
                for column, room in zip(self._columns, rooms, strict=True)
                if column.name != "number"
            ),
            default=0,
        )
        return max(50 if theme().is_compact else 58, round(highest) + 6)

    def _column_at(self, x: float) -> str:
        for column, span in zip(self._columns, self._spans, strict=True):
            if span.left <= x < span.right:
                return column.name
        return ""

    def _paint_title(self, painter: QPainter, column: Column, span: Span) -> None:
        left, room = span.left, span.width - _TITLE_GAP
        is_number = column.name == "number"
        if is_number:
            left += 12 if theme().is_compact else 24
            room = span.width
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if is_number else _WRAPPED
        painter.drawText(QRectF(left, 0, room, self.height() - 1), int(flags), column.title())
        sorted_by, arrow = _SORTED_BY[self._order]
        if column.name == sorted_by and not (is_number and theme().is_compact):
            words = column.title() if is_number else ""
            x = (
                left + text_width(painter.font(), words) + 3
                if is_number
                else span.right - CELL_GAP - _ARROW + 4
            )
            where = QPointF(x, (self.height() - _ARROW) / 2)
            paint_icon(painter, where, arrow, _ARROW, theme().palette.text2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        name = self._column_at(event.position().x())
        if name == "number":
            self.order_asked.emit(Order.OLDEST if self._order is Order.NEWEST else Order.NEWEST)
        elif name == "name":
            self.order_asked.emit(Order.NEWEST if self._order is Order.NAME else Order.NAME)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        sorts = self._column_at(event.position().x()) in ("number", "name")
        self.setCursor(Qt.CursorShape.PointingHandCursor if sorts else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        fill(painter, self.rect(), theme().color("sunken"))
        painter.setFont(theme().font("second"))
        painter.setPen(palette.text2)
        for column, span in zip(self._columns, self._spans, strict=True):
            self._paint_title(painter, column, span)
        hairline(painter, QPointF(0, 0), QPointF(self.width(), 0), palette.line)
        bottom = self.height() - 1
        hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), palette.line2)
