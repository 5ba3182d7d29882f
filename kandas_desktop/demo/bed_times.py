"""From when on each bed of the demo's house is free, until when it may be had, and who had it last."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kandas_desktop.demo.guests import Guests, seekers
from kandas_desktop.demo.rooms import DemoRoom
from kandas_desktop.demo.story import Line
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.rooms import RoomKind

Beds = tuple[int, ...]

SHORTEST = timedelta(days=7)
"""The time that somebody who is not kept may have a bed at least, from the referral on."""

_MOST_ROOMS = 4
_KIND = {Sex.MALE: RoomKind.MEN, Sex.FEMALE: RoomKind.WOMEN}


class BedTimes:
    """The beds of a house, in the order in which they are given."""

    def __init__(self, rooms: Sequence[DemoRoom]) -> None:
        self._free_from: dict[int, date] = {bed: date.min for room in rooms for bed in room.beds}
        self._kept_from: dict[int, date] = dict.fromkeys(self._free_from, date.max)
        self._last: dict[int, Guests] = {}
        self._single = {
            sex: [bed for room in rooms if room.kind is kind for bed in room.beds]
            for sex, kind in _KIND.items()
        }
        self._windows = list(_windows([room for room in rooms if room.kind not in _KIND.values()]))

    def keep(self, bed: int, day: date) -> None:
        """Let nobody else have a bed from a day on."""
        self._kept_from[bed] = day

    def kept_from(self, bed: int) -> date:
        """The day from which a bed is kept for somebody."""
        return self._kept_from[bed]

    def last(self, bed: int) -> Guests | None:
        """Who had the bed last, or has it; ``None`` where nobody ever did."""
        return self._last.get(bed)

    def is_open(self, bed: int, day: date) -> bool:
        """Whether a bed is free on a day, and for long enough."""
        return self._free_from[bed] <= day and self._kept_from[bed] - day >= SHORTEST

    def open_for(self, line: Line, day: date) -> Beds | None:
        """The beds that a household can have on a day: one alone among others, a family in its own rooms."""
        needed = len(seekers(line))
        if needed == 1:
            for bed in self._single[line.family[0].sex]:
                if self.is_open(bed, day):
                    return (bed,)
        for beds in self._windows:
            if len(beds) >= needed and all(self.is_open(bed, day) for bed in beds):
                return beds[:needed]
        return None

    def places_for(self, line: Line) -> Iterable[Beds]:
        """The beds that a household could have if those who are there left."""
        needed = len(seekers(line))
        if needed == 1:
            return ((bed,) for bed in self._single[line.family[0].sex])
        return (beds for beds in self._windows if len(beds) >= needed)

    def settle(self, guests: Guests, *, ready_on: date) -> None:
        """Let a household have its beds until they are ready for others."""
        for bed in guests.beds.values():
            self._free_from[bed] = ready_on
            self._last[bed] = guests

    def hand_on(self, beds: Iterable[int]) -> None:
        """Let those for whom beds are kept have them, made ready or not."""
        for bed in beds:
            self._free_from[bed] = min(self._free_from[bed], self._kept_from[bed])


def _windows(rooms: Sequence[DemoRoom]) -> Iterator[Beds]:
    """Whole rooms for a family: one, the smallest first, then several side by side on a floor."""
    for room in sorted(rooms, key=lambda room: len(room.beds)):
        yield room.beds
    several: list[Beds] = []
    for count in range(2, _MOST_ROOMS + 1):
        for start in range(len(rooms) - count + 1):
            chosen = rooms[start : start + count]
            if all(one.floor == other.floor for one, other in pairwise(chosen)):
                several.append(tuple(bed for room in chosen for bed in room.beds))
    yield from sorted(several, key=len)
