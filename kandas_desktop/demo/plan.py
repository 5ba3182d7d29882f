"""Who lives in the demo's house on its day, chosen before anybody moves in: their beds are kept for them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kandas_desktop.demo.guests import seekers
from kandas_desktop.demo.last_days import HELD_ROOMS, HELD_ROOMS_WHEN_NOT_FULL
from kandas_desktop.demo.rooms import DemoRoom
from kandas_desktop.demo.story import Ending, Line
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.rules.terms import months_after

FREE = (("101", 3), ("103", 4))
OUT_OF_SERVICE = (("102", 3), ("205", 3), ("304", 2))
BEING_MADE_READY = ("303", 4)
FREED_YESTERDAY = "201"
FREE_ROOMS_WHEN_NOT_FULL = ("201", "202", "203", "207")
"""Side by side, so that a family of eight has room; together with the single beds, twenty are free."""

_NEWEST = 5  # days before the demo's day
_SEX = {RoomKind.MEN: Sex.MALE, RoomKind.WOMEN: Sex.FEMALE}


class Slot(NamedTuple):
    """Beds for one household: those of a family's room, or one among others of the same sex."""

    beds: tuple[int, ...]
    sex: Sex | None
    is_left: bool = False
    """Whether whoever lives there left the day before the demo's."""


class Plan(NamedTuple):
    """Whose beds are which on the demo's day."""

    kept: dict[int, tuple[int, ...]]
    """The beds of a line, by its place."""
    leaves_yesterday: frozenset[int]
    """The places of lines whose people left the day before."""
    made_ready: int | None
    """The bed that is being made ready."""
    closed: tuple[int, ...]
    """The beds that are out of service."""


def plan_of(rooms: Sequence[DemoRoom], lines: Sequence[Line], *, today: date, is_full: bool) -> Plan:
    """Choose the residents of the demo's day among ``lines``, old and new ones, so that rooms are filled."""
    by_name = {room.name: room for room in rooms}
    held = HELD_ROOMS if is_full else HELD_ROOMS | HELD_ROOMS_WHEN_NOT_FULL
    closed = tuple(bed for bed in (_bed(by_name, *place) for place in OUT_OF_SERVICE) if bed)
    made_ready = _bed(by_name, *BEING_MADE_READY)
    not_kept = {bed for bed in (made_ready, *closed, *(_bed(by_name, *place) for place in FREE)) if bed}
    empty = set(held.values()) | (set() if is_full else set(FREE_ROOMS_WHEN_NOT_FULL))
    slots = list(_slots([room for room in rooms if room.name not in empty], not_kept, is_full=is_full))
    kept = {
        line.place: by_name[held[line.told]].beds
        for line in lines
        if line.told is not None and line.told in held and line.referrals and held[line.told] in by_name
    }
    leaving: set[int] = set()
    for slot, place in _filled(slots, _candidates(lines, today)):
        kept[place] = slot.beds
        if slot.is_left:
            leaving.add(place)
    return Plan(kept, frozenset(leaving), made_ready, closed)


def _bed(rooms: dict[str, DemoRoom], name: str, number: int) -> int | None:
    room = rooms.get(name)
    return room.beds[number - 1] if room and len(room.beds) >= number else None


def _slots(rooms: Sequence[DemoRoom], not_kept: set[int], *, is_full: bool) -> Iterator[Slot]:
    """The large rooms first, because large families are rare."""
    for room in sorted(rooms, key=lambda room: (-len(room.beds), room.name)):
        beds = tuple(bed for bed in room.beds if bed not in not_kept)
        if room.kind in _SEX:
            yield from (Slot((bed,), _SEX[room.kind]) for bed in beds)
        elif beds:
            yield Slot(beds, None, is_left=is_full and room.name == FREED_YESTERDAY)


def _candidates(lines: Sequence[Line], today: date) -> list[Line]:
    """Who may still live here: referred no longer ago than a stay lasts."""
    oldest = months_after(today, -6)
    newest = today - timedelta(days=_NEWEST)
    return [
        line
        for line in lines
        if line.ending in (Ending.REFERRED, Ending.REISSUED)
        and not line.referrals
        and oldest <= line.day <= newest
    ]


def _filled(slots: Sequence[Slot], candidates: list[Line]) -> Iterator[tuple[Slot, int]]:
    """A line for each slot that can be filled: the newest, the oldest, and those between, in turn."""
    left = list(candidates)
    for number, slot in enumerate(slots):
        for size in range(len(slot.beds), 1 if len(slot.beds) > 1 else 0, -1):
            fitting = [
                line
                for line in left
                if len(seekers(line)) == size and (slot.sex is None or line.family[0].sex is slot.sex)
            ]
            if fitting:
                turn = (-1, 0, len(fitting) // 2, -1, len(fitting) // 3)[number % 5]
                line = fitting[turn]
                left.remove(line)
                yield slot, line.place
                break
