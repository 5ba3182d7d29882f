"""Where a household fits among the free beds, and why beds that were chosen for it cannot be had."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kandas_desktop.rules.lodging import (
    BedSeeker,
    Place,
    is_accessible,
    obstacle_to_bed,
    places_of,
)
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import House, Room, RoomKind
from kandas_desktop.rules.seating import Party, Seating, seated, seated_anyhow, seated_guarded

__all__ = ["BedSeeker", "FitReason", "Proposal", "obstacles_to_beds", "propose"]


class FitReason(StrEnum):
    """How close together a household gets its beds, the closest first."""

    ONE_ROOM = "one room"
    NEXT_DOOR = "rooms next to each other"
    ONE_FLOOR = "one floor"
    SCATTERED = "wherever beds are free"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The beds in which a household fits best, and why: how close together, with how many beds left over."""

    beds: Mapping[int, int]
    """The bed of each person, by position."""
    reason: FitReason
    rooms: tuple[Room, ...]
    """The rooms in which the beds stand, in the order of the house."""
    left_over: int
    """How many beds of these rooms stay free."""
    in_need: frozenset[int] = frozenset()
    """The positions of those who need an accessible room."""
    without_accessible: frozenset[int] = frozenset()
    """The positions of those who need an accessible room and whose bed stands in another."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked of the rooms: adults beside minors, an accessible one; where the family lives already."""

    party: Party
    is_guarded: bool
    has_home: bool

    def is_granted(self, seating: Seating) -> bool:
        """Whether a seating has what is asked of it."""
        return not (self.is_guarded and seating.minors_alone)

    def can_be_granted(self, places: Iterable[Place]) -> bool:
        """Whether there are beds enough in accessible rooms for those who need them."""
        return sum(map(self.party.in_need_admitted_to, places)) >= self.party.in_need

    def has_adults_for(self, places: Iterable[Place]) -> bool:
        """Whether there can be an adult in each of the rooms, where that is asked for."""
        return not self.is_guarded or sum(not place.has_adult for place in places) <= self.party.adults

    def spends_accessible(self, places: Iterable[Place]) -> bool:
        """Whether a room for people who need it would be taken by people who do not."""
        return not self.party.in_need and any(is_accessible(place.room) for place in places)


def propose(
    house: House, seekers: Sequence[BedSeeker], *, household_id: int | None = None
) -> Proposal | None:
    """Return where a household fits best among the free beds; ``None`` where there is no such place for all.

    Together in one room, in a family room with nobody else before any other, with the fewest beds left over;
    else in rooms next to each other; else on one floor; else wherever beds are free. With ``household_id``,
    as close as can be to those of the household who live here. Nobody is proposed a bed that leaves a minor
    without an adult of theirs in the room, as long as there is any such adult. Whoever needs an accessible
    room has one before all this, where one is free; of those who do not, none is proposed one while others
    will do.
    """
    if not seekers:
        return Proposal({}, FitReason.ONE_ROOM, (), 0)
    floors = places_of(house, household_id)
    places = [place for floor in floors for place in floor]
    if seated_anyhow(places, Party(seekers, on=house.on)) is None:
        return None
    for wish in _wishes(seekers, places, on=house.on):
        ways = (way for way in _ways(wish, floors, places) if way[1] is not None)
        reason, seating = next(ways, (FitReason.SCATTERED, None))
        if seating is None and wish.is_guarded:
            seating = seated_guarded(places, wish.party)
        if seating is not None:
            return _proposal(reason, seating)
    return None


def fits_apart(house: House, seekers: Sequence[BedSeeker], *, household_id: int | None = None) -> bool:
    """Return whether there are lawful beds for all, with a minor apart from every adult of theirs or not."""
    places = [place for floor in places_of(house, household_id) for place in floor]
    return seated_anyhow(places, Party(seekers, on=house.on)) is not None


def _wishes(seekers: Sequence[BedSeeker], places: Sequence[Place], *, on: date) -> Iterator[_Wish]:
    """What could be asked for: accessible rooms for all who need them, else for one, else for none."""
    in_need = [seeker.position for seeker in seekers if seeker.needs_accessible]
    one_each = [[position] for position in in_need] if len(in_need) > 1 else []
    wanted = [in_need, *one_each, []] if in_need else [[]]
    has_home = any(place.is_home for place in places)
    has_adult = any(place.has_adult for place in places) or any(one.born.is_adult_on(on) for one in seekers)
    for positions in wanted:
        wish = _Wish(Party(seekers, on=on, in_need=positions), is_guarded=has_adult, has_home=has_home)
        if wish.can_be_granted(places):
            yield wish


def obstacles_to_beds(
    house: House,
    seekers: Sequence[BedSeeker],
    beds: Mapping[int, int],
    *,
    household_id: int | None = None,
) -> list[Obstacle]:
    """Return why a household cannot have the ``beds``, by position, that were chosen for it."""
    found = []
    taken: set[int] = set()
    for seeker in seekers:
        bed_id = beds.get(seeker.position)
        if bed_id is None:
            found.append(Obstacle(ObstacleKind.BED_MISSING, person=seeker.person))
            continue
        obstacle = obstacle_to_bed(house, seeker, bed_id, household_id=household_id)
        if bed_id in taken:
            bed = house.bed(bed_id)
            label = bed.label if bed else ""
            obstacle = Obstacle(ObstacleKind.BED_CHOSEN_TWICE, person=seeker.person, name=label)
        taken.add(bed_id)
        found += [obstacle] if obstacle else []
    return found


def _ways(
    wish: _Wish, floors: Sequence[Sequence[Place]], places: Sequence[Place]
) -> Iterator[tuple[FitReason, Seating | None]]:
    yield FitReason.ONE_ROOM, _in_one_room(wish, places)
    yield FitReason.NEXT_DOOR, _next_door(wish, floors)
    yield FitReason.ONE_FLOOR, _on_one_floor(wish, floors)
    yield FitReason.SCATTERED, _in_fewest_rooms(wish, places)


def _proposal(reason: FitReason, seating: Seating) -> Proposal:
    in_need = {
        seeker.position: is_accessible(place.room)
        for place, seekers in zip(seating.places, seating.seekers, strict=True)
        for seeker in seekers
        if seeker.needs_accessible
    }
    return Proposal(
        beds=seating.beds(),
        reason=reason,
        rooms=tuple(place.room for place in seating.places),
        left_over=seating.left_over,
        in_need=frozenset(in_need),
        without_accessible=frozenset(position for position, has_one in in_need.items() if not has_one),
    )


def _in_one_room(wish: _Wish, places: Sequence[Place]) -> Seating | None:
    large_enough = [
        place
        for place in places
        if (place.is_home or not wish.has_home) and wish.party.admitted_to(place) == wish.party.size
    ]
    for place in sorted(large_enough, key=lambda place: _merit_of_room(wish, place)):
        seating = seated([place], wish.party)
        if seating is not None and wish.is_granted(seating):
            return seating
    return None


def _merit_of_room(wish: _Wish, place: Place) -> tuple[bool, int, int, int, int]:
    """Order rooms for a household: one meant for it, with nobody else, with the fewest beds left over."""
    is_family_room = place.room.kind in (RoomKind.FAMILY, RoomKind.ACCESSIBLE)
    if wish.party.size == 1 and not wish.has_home:
        rank = 0 if not is_family_room else 2 if place.has_others else 1
    else:
        rank = 2 if place.has_others else 0 if is_family_room else 1
    left_over = len(place.free) - wish.party.size
    return wish.spends_accessible([place]), rank, left_over, len(place.room.beds), place.index


def _next_door(wish: _Wish, floors: Sequence[Sequence[Place]]) -> Seating | None:
    homes = sum(place.is_home for floor in floors for place in floor)
    for length in range(2, wish.party.size + homes + 1):
        rows = [row for floor in floors for row in _rows(floor, length) if _may_serve(wish, row)]
        for row in sorted(rows, key=lambda row: _merit_of_row(wish, row)):
            seating = seated([place for place in row if place.free], wish.party)
            if seating is None or not wish.is_granted(seating):
                continue
            used = {place.index for place in seating.places}
            if all(place.is_home or place.index in used for place in row):
                return seating
    return None


def _rows(floor: Sequence[Place], length: int) -> Iterator[Sequence[Place]]:
    for first in range(len(floor) - length + 1):
        yield floor[first : first + length]


def _may_serve(wish: _Wish, row: Sequence[Place]) -> bool:
    if not all(place.free or place.is_home for place in row):
        return False
    if wish.has_home and not any(place.is_home for place in row):
        return False
    if not wish.has_adults_for(place for place in row if not place.is_home) or not wish.can_be_granted(row):
        return False
    return sum(len(place.free) for place in row) >= wish.party.size


def _merit_of_row(wish: _Wish, row: Sequence[Place]) -> tuple[bool, int, int, int]:
    others = sum(place.has_others for place in row)
    return wish.spends_accessible(row), others, sum(len(place.free) for place in row), row[0].index


def _on_one_floor(wish: _Wish, floors: Sequence[Sequence[Place]]) -> Seating | None:
    found = [
        seating
        for floor in floors
        if (any(place.is_home for place in floor) or not wish.has_home)
        and (seating := _in_fewest_rooms(wish, floor)) is not None
    ]
    return min(found, key=lambda seating: _merit_of_seating(wish, seating), default=None)


def _merit_of_seating(wish: _Wish, seating: Seating) -> tuple[bool, int, int, int, int]:
    first = seating.places[0].index
    others = sum(place.has_others for place in seating.places)
    return wish.spends_accessible(seating.places), len(seating.places), others, seating.left_over, first


def _in_fewest_rooms(wish: _Wish, places: Sequence[Place]) -> Seating | None:
    """Seat the party in as few rooms as will do, the last of them with the fewest beds left over."""
    if not wish.can_be_granted(places):
        return None
    needed = {place.index for place in _for_those_in_need(wish, places)}
    largest_first = sorted(
        (place for place in places if place.free and wish.party.admitted_to(place)),
        key=lambda place: (
            place.index not in needed,
            is_accessible(place.room),
            -wish.party.admitted_to(place),
            place.has_others,
            place.index,
        ),
    )
    beds = 0
    for count, place in enumerate(largest_first, start=1):
        beds += len(place.free)
        if beds < wish.party.size:
            continue
        if wish.is_guarded and count > wish.party.size:
            return None  # more rooms do not bring the minors and the adults together either
        seating = seated(_in_order(largest_first[:count]), wish.party)
        if seating is not None and wish.is_granted(seating):
            return _with_less_left_over(wish, seating, largest_first[: count - 1], largest_first[count:])
    return None


def _for_those_in_need(wish: _Wish, places: Sequence[Place]) -> Iterator[Place]:
    """As few accessible rooms as have a bed for everybody who needs one, the largest first."""
    lacking = wish.party.in_need
    for place in sorted(places, key=lambda place: (-wish.party.in_need_admitted_to(place), place.index)):
        if lacking <= 0:
            return
        lacking -= wish.party.in_need_admitted_to(place)
        yield place


def _with_less_left_over(
    wish: _Wish, seating: Seating, before: Sequence[Place], others: Sequence[Place]
) -> Seating:
    """Try smaller rooms in place of the last one; of those that are alike, the first will do."""
    beds = sum(len(place.free) for place in before)
    unlike = {
        (len(place.free), place.admits, place.has_adult, place.has_others, place.room.kind): place
        for place in reversed(others)
        if beds + len(place.free) >= wish.party.size
    }
    best = seating
    for place in unlike.values():
        other = seated(_in_order([*before, place]), wish.party)
        if other and wish.is_granted(other):
            best = min(best, other, key=lambda found: _merit_of_seating(wish, found))
    return best


def _in_order(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: place.index)
