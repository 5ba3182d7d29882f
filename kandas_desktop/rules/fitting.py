"""Where a household fits among the free beds, and why beds that were chosen for it cannot be had."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked of the rooms: adults beside minors, an accessible one; where the family lives already."""

    party: Party
    needs_accessible: bool
    is_guarded: bool
    has_home: bool

    def is_granted(self, seating: Seating) -> bool:
        """Whether a seating has what is asked of it."""
        if self.is_guarded and seating.minors_alone:
            return False
        return not self.needs_accessible or any(is_accessible(place.room) for place in seating.places)

    def has_adults_for(self, places: Iterable[Place]) -> bool:
        """Whether there can be an adult in each of the rooms, where that is asked for."""
        return not self.is_guarded or sum(not place.has_adult for place in places) <= self.party.adults

    def spends_accessible(self, places: Iterable[Place]) -> bool:
        """Whether a room for people who need it would be taken by people who do not."""
        return not self.needs_accessible and any(is_accessible(place.room) for place in places)


def propose(
    house: House,
    seekers: Sequence[BedSeeker],
    *,
    household_id: int | None = None,
    needs_accessible: bool = False,
) -> Proposal | None:
    """Return where a household fits best among the free beds; ``None`` where no lawful room is left for all.

    Together in one room, in a family room with nobody else before any other, with the fewest beds left over;
    else in rooms next to each other; else on one floor; else wherever beds are free. With ``household_id``,
    as close as can be to those of the household who live here. Minors have an adult of theirs in the room
    wherever any way leads to that; who joins adults that live here is never proposed a room without one. An
    accessible room is taken where one is needed, and spared elsewhere.
    """
    if not seekers:
        return Proposal({}, FitReason.ONE_ROOM, (), 0)
    floors = places_of(house, household_id)
    places = [place for floor in floors for place in floor]
    party = Party(seekers, on=house.on)
    if seated_anyhow(places, party) is None:
        return None
    lives_here = any(place.has_adult for place in places)
    wishes = _wishes(party, places, needs_accessible=needs_accessible, lives_here=lives_here)
    ways = (way for wish in wishes for way in _ways(wish, floors, places))
    found = next((_proposal(reason, seating) for reason, seating in ways if seating is not None), None)
    if found is None and lives_here and (seating := seated_guarded(places, party)):
        return _proposal(FitReason.SCATTERED, seating)
    return found


def _wishes(
    party: Party, places: Sequence[Place], *, needs_accessible: bool, lives_here: bool
) -> list[_Wish]:
    """Everything that could be asked for, then less of it; ``lives_here``: an adult of theirs does."""
    has_home = any(place.is_home for place in places)
    guards = (True,) if lives_here else (True, False) if party.adults else (False,)
    return [
        _Wish(party, accessible, guarded, has_home)
        for accessible in ((True, False) if needs_accessible else (False,))
        for guarded in guards
    ]


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
    return Proposal(
        beds=seating.beds(),
        reason=reason,
        rooms=tuple(place.room for place in seating.places),
        left_over=seating.left_over,
    )


def _in_one_room(wish: _Wish, places: Sequence[Place]) -> Seating | None:
    large_enough = [
        place
        for place in places
        if len(place.free) >= wish.party.size
        and (place.is_home or not wish.has_home)
        and wish.party.lodgers <= place.admits
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
    if not wish.has_adults_for(place for place in row if not place.is_home):
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
    largest_first = sorted(
        (place for place in places if place.free and wish.party.admitted_to(place)),
        key=lambda place: (
            wish.needs_accessible and not is_accessible(place.room),
            wish.spends_accessible([place]),
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
