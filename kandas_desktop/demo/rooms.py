"""The demo's house: three floors like those of a real Center, and as many more as beds are asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from kandas_desktop.rules.rooms import RoomKind

BEDS = 90
"""The beds of three floors."""

_FAMILY, _WOMEN, _MEN, _ACCESSIBLE = RoomKind.FAMILY, RoomKind.WOMEN, RoomKind.MEN, RoomKind.ACCESSIBLE
_FLOORS = (
    ((_MEN, 4), (_MEN, 4), (_WOMEN, 4), (_ACCESSIBLE, 2),
     (_FAMILY, 4), (_FAMILY, 4), (_FAMILY, 5), (_FAMILY, 3)),
    ((_FAMILY, 5), (_FAMILY, 4), (_FAMILY, 4), (_WOMEN, 4),
     (_FAMILY, 3), (_FAMILY, 3), (_FAMILY, 5), (_ACCESSIBLE, 2)),
    ((_FAMILY, 4), (_FAMILY, 4), (_MEN, 4), (_WOMEN, 4),
     (_FAMILY, 5), (_FAMILY, 3), (_FAMILY, 3), (_FAMILY, 3)),
)  # fmt: skip


class DemoRoom(NamedTuple):
    """A room with the ids of its beds, which are named 1, 2, 3 …"""

    id: int
    floor: int
    name: str
    kind: RoomKind
    beds: tuple[int, ...]


def rooms_with(beds: int) -> list[DemoRoom]:
    """As many rooms as have ``beds`` beds, floor by floor; the last may be smaller than it was meant."""
    rooms: list[DemoRoom] = []
    given = 0
    for floor, number, kind, size in _plan():
        size = min(size, beds - given)
        if size <= 0:
            break
        name = f"{floor}{number:02}"
        rooms.append(DemoRoom(len(rooms) + 1, floor, name, kind, tuple(range(given + 1, given + size + 1))))
        given += size
    return rooms


def _plan() -> Iterator[tuple[int, int, RoomKind, int]]:
    floor = 0
    while True:
        for number, (kind, size) in enumerate(_FLOORS[floor % len(_FLOORS)], start=1):
            yield floor + 1, number, kind, size
        floor += 1
