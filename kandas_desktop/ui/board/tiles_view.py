"""The board's tiles: one scroll area that paints the rooms in sight; floors fold, arrows go bed to bed."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.ui.board.bed_view import BedView, Sight
from kandas_desktop.ui.board.layout import FLOOR_HEAD, FloorPlace, Layout, RoomPlace
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.tile_painter import TilePainter, least_room_width
from kandas_desktop.ui.kit.theme import theme

_Key = Qt.Key
_ARROWS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_PlaceKey = tuple[str, int]
_Place = FloorPlace | RoomPlace
_RIGHT = 16
_SCROLL_BAR = 12


class TilesView(BedView):
    """Beds by floor and room; ``folded(floors)`` tells which floors are folded."""

    folded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: BoardView | None = None
        self._folded: frozenset[int] = frozenset()
        self._painter = TilePainter(Names())
        self._least_room = 0
        self._painted: dict[_PlaceKey, object] = {}
        """How everything that is seen looked when it was painted; ``None`` where only a part of it was."""
        self.places = Layout((), width=1, least_room=1, padding=(0, 0))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        theme().changed.connect(self._dress)

    def show_view(self, view: BoardView) -> None:
        self._view = view
        self._least_room = self._least_room or least_room_width()
        self._lay_out()

    def set_names(self, names: Names) -> None:
        self._painter.names = names
        self._forget()
        super().set_names(names)

    def set_sight(self, sight: Sight) -> None:
        self.sight = replace(sight, hovered=self.sight.hovered)
        self._refresh()

    def set_folded(self, floors: Collection[int]) -> None:
        """Fold these floors and no others."""
        self._folded = frozenset(floors)
        self._lay_out()

    def fold_floor(self, floor: int, *, is_folded: bool) -> None:
        """Fold or unfold one floor."""
        self._fold(self._folded | {floor} if is_folded else self._folded - {floor})

    def unfold(self) -> None:
        """Unfold every floor."""
        self._fold(frozenset())

    def bring_into_sight(self, bed_id: int) -> None:
        if bed_id not in self.places.places:
            floor = self._floor_of(bed_id)
            if floor is None:
                return
            self._fold(self._folded - {floor})
        rect, bar = self.places.places[bed_id].rect, self.verticalScrollBar()
        top, bottom = rect.top() - FLOOR_HEAD - 40, rect.bottom() + 12
        if top < bar.value():
            bar.setValue(max(0, top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def tile_at(self, point: QPoint) -> Tile | None:
        place = self.places.tile_at(point.x(), point.y() + self.verticalScrollBar().value())
        return place.tile if place else None

    def area_of(self, bed_id: int | None) -> QRect | None:
        place = self.places.places.get(bed_id) if bed_id is not None else None
        return place.rect.translated(0, -self.verticalScrollBar().value()) if place else None

    def take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ARROWS:
            self._go(*_ARROWS[_Key(key)])
            return True
        if key == _Key.Key_Plus:
            self.unfold()
            return True
        floor = self._floor_of(self.sight.chosen)
        if key == _Key.Key_Minus and floor is not None:
            self.fold_floor(floor, is_folded=True)
            return True
        return self._leap(key)

    def _forget(self) -> None:
        """Every word is another one, or in other letters."""
        self._painter.forget()
        self._painted = {}

    def _fold(self, floors: frozenset[int]) -> None:
        if floors != self._folded:
            self.set_folded(floors)
            self.folded.emit(floors)

    def _dress(self) -> None:
        self._forget()
        self._least_room = 0
        if self._view is not None:
            self.show_view(self._view)

    def _lay_out(self) -> None:
        if self._view is None:
            return
        self.places = Layout(
            self._view.floors,
            width=self.viewport().width(),
            least_room=self._least_room,
            padding=(theme().sizes.page_padding, _RIGHT - _SCROLL_BAR),
            folded=self._folded,
            before=self.places,
        )
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(48)
        bar.setRange(0, max(0, self.places.height - height))
        self._refresh()

    def _refresh(self) -> None:
        """Paint anew what no longer looks as it was painted: after a move two rooms, not the house."""
        top = self.verticalScrollBar().value()
        places = self._seen(self.viewport().rect().translated(0, top))
        if places.keys() != self._painted.keys():
            self.viewport().update()
            return
        for key, place in places.items():
            if self._painted[key] != self._painter.look_of(place, self.sight):
                self.viewport().update(_area(place).translated(0, -top))

    def _seen(self, area: QRect) -> dict[_PlaceKey, _Place]:
        """The heads of floors and the rooms that lie in an area."""
        floors = (floor for floor in self.places.floors if floor.head.intersects(area))
        heads: dict[_PlaceKey, _Place] = {("floor", floor.row.floor): floor for floor in floors}
        return heads | {("room", room.row.room.id): room for room in self.places.rooms_seen(area)}

    def _floor_of(self, bed_id: int | None) -> int | None:
        room = self._view.house.room_of(bed_id) if self._view and bed_id is not None else None
        return room.floor if room else None

    def _go(self, across: int, down: int) -> None:
        at = self.sight.chosen if self.sight.target is None else self.sight.target
        if at is None or at not in self.places.places:
            first = next(iter(self.places.places), None)
            if first is not None:
                self.choose(first)
            return
        there = self.places.neighbour(at, across, down)
        if there is not None:
            self.choose(there)

    def _leap(self, key: int) -> bool:
        beds = list(self.places.places)
        if key in (_Key.Key_PageDown, _Key.Key_PageUp):
            bar, by = self.verticalScrollBar(), 1 if key == _Key.Key_PageDown else -1
            bar.setValue(bar.value() + by * (bar.pageStep() - FLOOR_HEAD))
        elif beds and key in (_Key.Key_Home, _Key.Key_End):
            self.choose(beds[0 if key == _Key.Key_Home else -1])
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        floor = self.places.floor_at(point.x(), point.y() + self.verticalScrollBar().value())
        if floor is not None and event.button() == Qt.MouseButton.LeftButton:
            self.fold_floor(floor.row.floor, is_folded=floor.is_open)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("window"))
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        area = self.viewport().rect().translated(0, top)
        dirty = event.region().translated(0, top)
        places = self._seen(area)
        self._painted = {key: self._painted.get(key) for key in places}
        for key, place in places.items():
            where = _area(place)
            if not dirty.intersects(where):
                continue
            self._painter.paint(painter, place, self.sight, left=self.places.left)
            # Of what was painted in part nothing is known.
            is_whole = QRegion(where.intersected(area)).subtracted(dirty).isEmpty()
            self._painted[key] = self._painter.look_of(place, self.sight) if is_whole else None


def _area(place: _Place) -> QRect:
    return place.head if isinstance(place, FloorPlace) else place.rect
