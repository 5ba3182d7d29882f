"""The list of the first page: one row is chosen, its button is pressed by Enter, Space says why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QToolTip, QWidget

from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.outline import Outline, PlacedGroup, outline
from kandas_desktop.ui.today.row_painter import (
    Columns,
    RowState,
    button_area,
    columns_for,
    is_cut,
    paint_card,
    paint_head,
    paint_row,
)
from kandas_desktop.ui.today.rows import AgendaGroup, AgendaRow
from kandas_desktop.words import _

_Key = Qt.Key
LANE = 16
"""Beside the cards, for the scroll bar."""
_BAR = 12
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class AgendaView(QAbstractScrollArea):
    """``acted(row)`` asks for what a row's button does, ``menu_asked(row, where)`` for all there is to do."""

    acted = Signal(object)
    menu_asked = Signal(object, QPoint)

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
        self._pressed: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("What is due"))
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme().changed.connect(self.lay_out)

    # --- what there is

    @property
    def rows(self) -> list[AgendaRow]:
        """Every row from top to bottom."""
        return [placed.row for placed in self._outline.rows]

    @property
    def chosen(self) -> AgendaRow | None:
        """The row whose button Enter presses; ``None`` where there is nothing to do."""
        rows = self.rows
        return rows[self._chosen] if self._chosen < len(rows) else None

    def show_groups(self, groups: Sequence[AgendaGroup]) -> None:
        """Show other rows; the chosen one stays chosen, and where it is gone the one in its place."""
        before = self.chosen
        self._groups = groups
        self.lay_out()
        keys = [row.key for row in self.rows]
        if before is not None and before.key in keys:
            self._chosen = keys.index(before.key)
        self._chosen = max(0, min(self._chosen, len(keys) - 1))
        self._describe()
        self.viewport().update()

    def is_unfolded(self, row: AgendaRow) -> bool:
        """Whether a row says why."""
        return row.key in self._unfolded

    def lay_out(self) -> None:
        """Fit everything to the window."""
        rows = [row for group in self._groups for row in group.rows]
        self._columns = columns_for(rows, self.viewport().width() - LANE)
        self._outline = outline(
            self._groups, self._unfolded, measures(), self._columns.why_width, self._sentences
        )
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

    # --- what is done

    def choose(self, place: int) -> None:
        """Choose the row at a place, counted from the top."""
        rows = self._outline.rows
        if not rows:
            return
        before, self._chosen = self._chosen, max(0, min(place, len(rows) - 1))
        self._bring_into_sight()
        for each in {before, self._chosen}:
            self._repaint_row(each)
        self._describe()

    def act(self) -> None:
        """Press the button of the chosen row."""
        if self.chosen is not None:
            self.acted.emit(self.chosen)

    def unfold(self, row: AgendaRow, unfolds: bool) -> None:
        """Say beneath a row why it is due then, or fold it."""
        if unfolds:
            self._unfolded.add(row.key)
        else:
            self._unfolded.discard(row.key)
        self.lay_out()
        self._bring_into_sight()
        self._describe()

    # --- inside

    def _sentences(self, row: AgendaRow) -> Sequence[str]:
        """What is unfolded: also what has no room in the row."""
        return (row.reason, *row.why) if is_cut(row, self._columns) else row.why

    def _area(self, place: int) -> QRect:
        placed = self._outline.rows[place]
        return QRect(0, placed.top - self.verticalScrollBar().value(), self._columns.width, placed.height)

    def _repaint_row(self, place: int | None) -> None:
        if place is not None and place < len(self._outline.rows):
            self.viewport().update(self._area(place))

    def _bring_into_sight(self) -> None:
        if self._chosen >= len(self._outline.rows):
            return
        bar, area = self.verticalScrollBar(), self._area(self._chosen)
        # With the first row of a group its head is seen as well.
        firsts = {group.rows[0].top for group in self._outline.groups}
        top = area.top() - (measures().head if self._outline.rows[self._chosen].top in firsts else 0)
        if top < 0:
            bar.setValue(bar.value() + top)
        elif area.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + area.bottom() + 1 - self.viewport().height())

    def _describe(self) -> None:
        row = self.chosen
        words = "" if row is None else row.spoken
        if row is not None and self.is_unfolded(row):
            words = " ".join([words, *row.why])
        self.setAccessibleDescription(words)

    def _scrolled(self, value: int) -> None:
        self._bar.setValue(value)
        self.viewport().update()

    def _hover(self, point: QPoint | None) -> None:
        place = None
        if point is not None and point.x() < self._columns.width:
            place = self._outline.row_at(point.y() + self.verticalScrollBar().value())
        over = place is not None and point is not None and self._on_button(place, point)
        if (place, over) != (self._hovered, self._is_over_button):
            before, self._hovered, self._is_over_button = self._hovered, place, over
            for each in (before, place):
                self._repaint_row(each)

    def _on_button(self, place: int, point: QPoint) -> bool:
        return button_area(self._area(place), self._columns).contains(point)

    def _state(self, place: int) -> RowState:
        is_hovered = place == self._hovered
        return RowState(place == self._chosen, is_hovered, is_hovered and self._is_over_button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        place = 0
        for group in self._outline.groups:
            self._paint_group(painter, group, place, event.rect())
            place += len(group.rows)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        page = max(1, self.viewport().height() // measures().row - 1)
        steps = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        row = self.chosen
        if key in steps:
            self.choose(self._chosen + steps[_Key(key)])
        elif key in (_Key.Key_Home, _Key.Key_End):
            self.choose(0 if key == _Key.Key_Home else len(self._outline.rows) - 1)
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.act()
        elif row is not None and key == _Key.Key_Space:
            if not event.isAutoRepeat():
                self.unfold(row, not self.is_unfolded(row))
        elif row is not None and key in (_Key.Key_Right, _Key.Key_Left):
            self.unfold(row, key == _Key.Key_Right)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._hover(point)
        if self._hovered is None:
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._hovered if is_left and self._is_over_button else None
        self.choose(self._hovered)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._hovered and self._is_over_button:
            self.act()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.chosen
        if row is None:
            return
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            area = self._area(self._chosen)
            where = self.viewport().mapToGlobal(QPoint(self._columns.title, area.top() + measures().row))
        self.menu_asked.emit(row, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self._outline.row_at(event.pos().y() + self.verticalScrollBar().value())
            row = self._outline.rows[place].row if place is not None else None
            words = f"{row.title} · {row.subject}\n{row.reason}" if row and is_cut(row, self._columns) else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)
