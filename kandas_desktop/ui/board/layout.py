"""Where the floors, rooms and beds of the board lie, in pixels from its top left corner."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect

from kandas_desktop.queries.board import FloorRow, RoomRow, Tile

FLOOR_HEAD = 34
ROOM_HEAD = 35
TILE = 37
TILE_GAP = 4
TILE_EDGE = 1
ROOM_INSET = 7
ROOM_GAP = 10
_MOST_COLUMNS = 6
_BELOW_FLOOR = 8


class TilePlace(NamedTuple):
    """A tile and its rectangle; ``block`` is that of the whole family's block around it."""

    tile: Tile
    rect: QRect
    block: QRect


class RoomPlace(NamedTuple):
    """A room's card and its tiles."""

    row: RoomRow
    rect: QRect
    tiles: tuple[TilePlace, ...]


class FloorPlace(NamedTuple):
    """A floor's head, and its rooms where it is unfolded; ``rect`` is all of it."""

    row: FloorRow
    is_open: bool
    head: QRect
    rect: QRect
    rooms: tuple[RoomPlace, ...]


class Layout:
    """All places for one width; made anew when the house or the width changes."""

    def __init__(
        self,
        floors: Sequence[FloorRow],
        *,
        width: int,
        least_room: int,
        padding: tuple[int, int],
        folded: Collection[int] = (),
        before: "Layout | None" = None,
    ) -> None:
        """``least_room`` is the width below which a room's words have no room; ``padding`` left and right.

        Rooms that are, and stand, as they did ``before`` are not laid out again.
        """
        self.left, right = padding
        across = max(1, width - self.left - right)
        self.columns = max(1, min(_MOST_COLUMNS, (across + ROOM_GAP) // (least_room + ROOM_GAP)))
        self._across = across
        self._before = {room.row.room.id: room for room in before._rooms()} if before is not None else {}
        self.floors: list[FloorPlace] = []
        top = 0
        for floor in floors:
            place = self._floor(floor, top, width, is_open=floor.floor not in folded)
            self.floors.append(place)
            top += place.rect.height()
        self.height = top
        self._before = {}
        self.places = {
            place.tile.bed.id: place
            for floor_place in self.floors
            for room in floor_place.rooms
            for place in room.tiles
        }

    def _column(self, number: int) -> tuple[int, int]:
        """Left edge and width of a column of rooms."""
        free = self._across - ROOM_GAP * (self.columns - 1)
        left, following = (free * at // self.columns for at in (number, number + 1))
        return self.left + left + ROOM_GAP * number, following - left

    def _floor(self, row: FloorRow, top: int, width: int, *, is_open: bool) -> FloorPlace:
        head = QRect(0, top, width, FLOOR_HEAD)
        bottom = top + FLOOR_HEAD
        rooms: list[RoomPlace] = []
        for first in range(0, len(row.rooms) if is_open else 0, self.columns):
            across = row.rooms[first : first + self.columns]
            height = max(_room_height(room) for room in across)
            for number, room in enumerate(across):
                left, room_width = self._column(number)
                rooms.append(self._room(room, QRect(left, bottom, room_width, height)))
            bottom += height + ROOM_GAP
        bottom += _BELOW_FLOOR - ROOM_GAP if rooms else 0
        return FloorPlace(row, is_open, head, QRect(0, top, width, bottom - top), tuple(rooms))

    def _room(self, row: RoomRow, rect: QRect) -> RoomPlace:
        known = self._before.get(row.room.id)
        return known if known is not None and known.rect == rect and known.row == row else _room(row, rect)

    def rooms_seen(self, area: QRect) -> Iterator[RoomPlace]:
        """The rooms that lie at least in part in an area."""
        for floor in self.floors:
            if floor.rect.intersects(area):
                yield from (room for room in floor.rooms if room.rect.intersects(area))

    def floor_at(self, x: int, y: int) -> FloorPlace | None:
        """The floor whose head lies at a point."""
        return next((floor for floor in self.floors if floor.head.contains(x, y)), None)

    def room_at(self, x: int, y: int) -> RoomPlace | None:
        """The room whose card lies at a point."""
        floor = next((floor for floor in self.floors if floor.rect.contains(x, y)), None)
        rooms = floor.rooms if floor else ()
        return next((room for room in rooms if room.rect.contains(x, y)), None)

    def tile_at(self, x: int, y: int) -> TilePlace | None:
        """The tile at a point."""
        room = self.room_at(x, y)
        return next((place for place in room.tiles if place.rect.contains(x, y)), None) if room else None

    def neighbour(self, bed_id: int, across: int, down: int) -> int | None:
        """The bed beside, above or below another, as the eye finds it; ``None`` at the board's edge."""
        here = self.places[bed_id].rect
        if down:
            middle = here.center().x()
            same = [
                place
                for place in self.places.values()
                if place.rect.left() <= middle <= place.rect.right()
                and (place.rect.top() - here.top()) * down > 0
            ]
            nearest = min(same, key=lambda place: abs(place.rect.top() - here.top()), default=None)
            return nearest.tile.bed.id if nearest else self._in_reading_order(bed_id, down)
        room = next(room for room in self._rooms() if any(p.tile.bed.id == bed_id for p in room.tiles))
        beside = [
            other
            for other in self._rooms()
            if other.tiles
            and other.rect.top() == room.rect.top()
            and (other.rect.left() - room.rect.left()) * across > 0
        ]
        if not beside:
            return self._in_reading_order(bed_id, across, rooms=True)
        nearest_room = min(beside, key=lambda other: abs(other.rect.left() - room.rect.left()))
        return min(nearest_room.tiles, key=lambda p: abs(p.rect.top() - here.top())).tile.bed.id

    def _rooms(self) -> list[RoomPlace]:
        return [room for floor in self.floors for room in floor.rooms]

    def _in_reading_order(self, bed_id: int, by: int, *, rooms: bool = False) -> int | None:
        """The next bed as one reads, or the first of the next room: where nothing lies straight ahead."""
        if rooms:
            filled = [room for room in self._rooms() if room.tiles]
            here = next(
                at for at, room in enumerate(filled) if any(p.tile.bed.id == bed_id for p in room.tiles)
            )
            there = here + by
            return filled[there].tiles[0].tile.bed.id if 0 <= there < len(filled) else None
        order = list(self.places)
        there = order.index(bed_id) + by
        return order[there] if 0 <= there < len(order) else None


def _room_height(room: RoomRow) -> int:
    blocks = sum(tile.begins_block for tile in room.tiles)
    tiles = len(room.tiles) * TILE + blocks * (2 * TILE_EDGE + TILE_GAP) - (TILE_GAP if blocks else 0)
    return ROOM_HEAD + tiles + ROOM_INSET


def _room(row: RoomRow, rect: QRect) -> RoomPlace:
    left, width = rect.left() + ROOM_INSET, rect.width() - 2 * ROOM_INSET
    top = rect.top() + ROOM_HEAD
    rects: list[QRect] = []
    blocks: list[QRect] = []
    first = 0
    for at, tile in enumerate(row.tiles):
        if tile.begins_block:
            first, block_top = at, top
            top += TILE_EDGE
        upper = top - (TILE_EDGE if tile.begins_block else 0)
        top += TILE
        if tile.ends_block:
            top += TILE_EDGE
        rects.append(QRect(left, upper, width, top - upper))
        if tile.ends_block:
            block = QRect(left, block_top, width, top - block_top)
            blocks += [block] * (at + 1 - first)
            top += TILE_GAP
    places = (TilePlace(*each) for each in zip(row.tiles, rects, blocks, strict=True))
    return RoomPlace(row, rect, tuple(places))
