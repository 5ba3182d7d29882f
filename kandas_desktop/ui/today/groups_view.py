"""Groups of rows in a view that scrolls: laid out, painted, and looked at under the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QToolTip, QWidget

from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.today.fitting import Fitted, fitted
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.outline import Outline, PlacedGroup, outline
from kandas_desktop.ui.today.row_painter import (
    Columns,
    RowState,
    button_area,
    columns_for,
    paint_card,
    paint_head,
    paint_row,
)
from kandas_desktop.ui.today.rows import AgendaGroup, AgendaRow

LANE = 16
"""Beside the cards, for the scroll bar."""
_BAR = 12


class GroupsView(QAbstractScrollArea):
    """Paints the rows that are seen; which of them is chosen, a subclass decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())
        self._groups: Sequence[AgendaGroup] = ()
        self._unfolded: set[tuple[object, ...]] = set()
        self._outline = Outline()
        self._columns: Columns = columns_for((), 0)
        self._chosen = 0
        self._hovered: int | None = None
        self._is_over_button = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme().changed.connect(self.lay_out)

    @property
    def rows(self) -> list[AgendaRow]:
        """Every row from top to bottom."""
        return [placed.row for placed in self._outline.rows]

    def lay_out(self) -> None:
        """Fit everything to the window."""
        rows = [row for group in self._groups for row in group.rows]
        self._columns = columns_for(rows, self.viewport().width() - LANE)
        self._outline = outline(self._groups, self._unfolded, measures(), self._columns.why_width, self._fit)
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(measures().row)
        bar.setRange(0, max(0, self._outline.height - height))
        self._bar.setRange(0, bar.maximum())
        self._bar.setPageStep(height)
        self._bar.setSingleStep(measures().row)
        self._bar.setVisible(bar.maximum() > 0)
        self._bar.setGeometry(self.width() - _BAR - 1, 0, _BAR, self.height())
        self.viewport().update()

    def tip(self, place: int | None) -> str:
        """A row's words in full where it says less; empty where nothing is left out."""
        placed = self._outline.rows[place] if place is not None else None
        if placed is None or not placed.words.left_out:
            return ""
        return f"{placed.row.title} · {placed.row.subject}\n{placed.row.reason}"

    def _fit(self, row: AgendaRow) -> Fitted:
        return fitted(row, self._columns.words_width, self._columns.chip)

    def _area(self, place: int) -> QRect:
        placed = self._outline.rows[place]
        return QRect(0, placed.top - self.verticalScrollBar().value(), self._columns.width, placed.height)

    def _repaint_row(self, place: int | None) -> None:
        if place is not None and place < len(self._outline.rows):
            self.viewport().update(self._area(place))

    def _on_button(self, place: int, point: QPoint) -> bool:
        folded_height = self._outline.rows[place].folded_height
        return button_area(self._area(place), self._columns, folded_height).contains(point)

    def _hover(self, point: QPoint | None) -> None:
        place = None
        if point is not None and point.x() < self._columns.width:
            place = self._outline.row_at(point.y() + self.verticalScrollBar().value())
        over = place is not None and point is not None and self._on_button(place, point)
        if (place, over) != (self._hovered, self._is_over_button):
            before, self._hovered, self._is_over_button = self._hovered, place, over
            for each in (before, place):
                self._repaint_row(each)

    def _state(self, place: int) -> RowState:
        is_hovered = place == self._hovered
        return RowState(place == self._chosen, is_hovered, is_hovered and self._is_over_button)

    def _scrolled(self, value: int) -> None:
        self._bar.setValue(value)
        self.viewport().update()

    def _paint_group(self, painter: QPainter, group: PlacedGroup, first: int, seen: QRect) -> None:
        scrolled = self.verticalScrollBar().value()
        whole = QRect(0, group.top - scrolled, self._columns.width, group.bottom - group.top)
        if not whole.intersects(seen):
            return
        card = QRect(0, group.card_top - scrolled, self._columns.width, group.bottom - group.card_top)
        paint_head(painter, group, whole.top())
        paint_card(painter, card)
        for place, placed in enumerate(group.rows, start=first):
            area = self._area(place)
            if area.intersects(seen):
                paint_row(painter, placed, area, card, self._columns, self._state(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        place = 0
        for group in self._outline.groups:
            self._paint_group(painter, group, place, event.rect())
            place += len(group.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._outline.row_at(event.pos().y() + self.verticalScrollBar().value())
            QToolTip.showText(event.globalPos(), self.tip(place), self.viewport())
            return True
        return super().viewportEvent(event)
