"""The board's tiles: one scroll area that paints the rooms in sight, and answers keys and mouse."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from kandas_desktop.queries.board import BoardView
from kandas_desktop.ui.board.dragging import DragWatch
from kandas_desktop.ui.board.layout import FLOOR_HEAD, Layout, TilePlace
from kandas_desktop.ui.board.looks import Names, tool_tip
from kandas_desktop.ui.board.tile_painter import Sight, TilePainter, least_room_width
from kandas_desktop.ui.kit.theme import theme

_Key = Qt.Key
_ARROWS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_EDGE = 28  # pixels from the upper and lower edge within which a drag scrolls


class TilesView(QAbstractScrollArea):
    """``chosen(bed)`` when another bed is chosen, ``acted()`` on Enter, ``menu_asked(bed, point)``."""

    chosen = Signal(int)
    acted = Signal()
    menu_asked = Signal(int, QPoint)
    folded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.drag = DragWatch(self)
        self.sight = Sight()
        self._view: BoardView | None = None
        self._folded: frozenset[int] = frozenset()
        self._painter = TilePainter(Names())
        self.places = Layout((), width=1, least_room=1, padding=(0, 0))
        theme().changed.connect(self._dress)

    # --- what is shown

    def show_view(self, view: BoardView) -> None:
        """Show the house as it was read now, keeping place and choice."""
        self._view = view
        self._painter.forget()
        self._lay_out()

    def set_names(self, names: Names) -> None:
        """Hide or show names (F9)."""
        self._painter.names = names
        self._painter.forget()
        self.viewport().update()

    def set_sight(self, sight: Sight) -> None:
        """What is chosen and what stands back; the bed under the pointer stays."""
        self.sight = replace(sight, hovered=self.sight.hovered)
        self.viewport().update()

    def set_folded(self, floors: Collection[int]) -> None:
        """Fold these floors and no others."""
        self._folded = frozenset(floors)
        self._lay_out()

    def bring_into_sight(self, bed_id: int) -> None:
        """Unfold and scroll until a bed is seen."""
        if bed_id not in self.places.places and self._view is not None:
            hidden = next(
                (
                    floor.floor
                    for floor in self._view.floors
                    if any(tile.bed.id == bed_id for room in floor.rooms for tile in room.tiles)
                ),
                None,
            )
            if hidden is None:
                return
            self._fold(self._folded - {hidden})
        rect, bar = self.places.places[bed_id].rect, self.verticalScrollBar()
        top, bottom = rect.top() - FLOOR_HEAD - 40, rect.bottom() + 12
        if top < bar.value():
            bar.setValue(max(0, top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def place_at(self, point: QPoint) -> TilePlace | None:
        """The tile at a point of the viewport."""
        return self.places.tile_at(point.x(), point.y() + self.verticalScrollBar().value())

    def bed_at(self, at: QPoint) -> int | None:
        """The bed at a global point."""
        point = self.viewport().mapFromGlobal(at)
        place = self.place_at(point) if self.viewport().rect().contains(point) else None
        return place.tile.bed.id if place else None

    def area_of(self, bed_id: int) -> QRect:
        """Where a bed's tile lies in the viewport."""
        return self.places.places[bed_id].rect.translated(0, -self.verticalScrollBar().value())

    def scroll_near(self, at: QPoint) -> None:
        """Scroll on while something is dragged to the upper or lower edge."""
        y, bar = self.viewport().mapFromGlobal(at).y(), self.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + bar.singleStep())

    def fold_floor(self, floor: int, *, is_folded: bool) -> None:
        """Fold or unfold one floor."""
        self._fold(self._folded | {floor} if is_folded else self._folded - {floor})

    # --- inside

    def _fold(self, floors: frozenset[int]) -> None:
        if floors != self._folded:
            self.set_folded(floors)
            self.folded.emit(floors)

    def _dress(self) -> None:
        self._painter.forget()
        self._lay_out()

    def _lay_out(self) -> None:
        if self._view is None:
            return
        sizes = theme().sizes
        self.places = Layout(
            self._view.floors,
            width=self.viewport().width(),
            least_room=least_room_width(),
            padding=(sizes.page_padding, 16 - (12 if self.verticalScrollBar().maximum() else 0)),
            folded=self._folded,
        )
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(48)
        bar.setRange(0, max(0, self.places.height - height))
        self.viewport().update()

    def _choose(self, bed_id: int) -> None:
        self.bring_into_sight(bed_id)
        self.chosen.emit(bed_id)

    def _floor_of(self, bed_id: int | None) -> int | None:
        return next(
            (
                floor.row.floor
                for floor in self.places.floors
                for room in floor.rooms
                if any(place.tile.bed.id == bed_id for place in room.tiles)
            ),
            None,
        )

    def _go(self, across: int, down: int) -> None:
        at = self.sight.target or self.sight.chosen
        if at not in self.places.places:
            first = next(iter(self.places.places), None)
            if first is not None:
                self._choose(first)
            return
        there = self.places.neighbour(at, across, down)
        if there is not None:
            self._choose(there)

    def _leap(self, key: int) -> bool:
        beds = list(self.places.places)
        if key in (_Key.Key_PageDown, _Key.Key_PageUp):
            bar, by = self.verticalScrollBar(), 1 if key == _Key.Key_PageDown else -1
            bar.setValue(bar.value() + by * (bar.pageStep() - FLOOR_HEAD))
        elif beds and key in (_Key.Key_Home, _Key.Key_End):
            self._choose(beds[0 if key == _Key.Key_Home else -1])
        else:
            return False
        return True

    def _hover(self, bed_id: int | None) -> None:
        if bed_id != self.sight.hovered:
            for each in (bed_id, self.sight.hovered):
                if each in self.places.places:
                    self.viewport().update(self.area_of(each).adjusted(-1, -1, 1, 1))
            self.sight = replace(self.sight, hovered=bed_id)

    # --- what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        floor = self._floor_of(self.sight.chosen)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _ARROWS:
            self._go(*_ARROWS[_Key(key)])
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            if not event.isAutoRepeat():
                self.acted.emit()
        elif key == _Key.Key_Minus and floor is not None:
            self.fold_floor(floor, is_folded=True)
        elif key == _Key.Key_Plus:
            self._fold(frozenset())
        elif not self._leap(key):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        floor = self.places.floor_at(point.x(), point.y() + self.verticalScrollBar().value())
        place = self.place_at(point)
        if floor is not None and event.button() == Qt.MouseButton.LeftButton:
            self.fold_floor(floor.row.floor, is_folded=floor.is_open)
        holder = place.tile.holder if place else None
        self.drag.press(place.tile.bed.id if place and holder else None, event)
        if place is not None:
            self._choose(place.tile.bed.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event):
            place = self.place_at(event.position().toPoint())
            self._hover(place.tile.bed.id if place else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        bed_id = self.sight.chosen
        if bed_id not in self.places.places:
            return
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.area_of(bed_id).bottomLeft() + QPoint(12, 0))
        self.menu_asked.emit(bed_id, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.place_at(event.pos())
            words = tool_tip(place.tile, self._painter.names) if place else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("window"))
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        seen = event.rect().translated(0, top)
        for floor in self.places.floors:
            if floor.head.intersects(seen):
                self._painter.paint_floor(painter, floor, self.places.left)
        for room in self.places.rooms_seen(seen):
            self._painter.paint_room(painter, room, self.sight)
