"""Who of a household gets which bed of the rooms that were picked for it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations_with_replacement

from kandas_desktop.rules.lodging import BedSeeker, Lodger, Place, is_accessible, lodger_of

_STRICTEST_FIRST = (Lodger.UNKNOWN, Lodger.WOMAN, Lodger.MAN, Lodger.SMALL_CHILD)


@dataclass(frozen=True, slots=True)
class _Member:
    seeker: BedSeeker
    lodger: Lodger
    is_adult: bool
    is_in_need: bool
    """Whether no room will do but an accessible one."""

    def may_have(self, place: Place) -> bool:
        """Whether a room takes them, and will do for them."""
        return self.lodger in place.admits and (not self.is_in_need or is_accessible(place.room))


class Party:
    """The people of one household who seek beds, as the rooms see them on a day."""

    def __init__(self, seekers: Sequence[BedSeeker], *, on: date, in_need: Collection[int] = ()) -> None:
        """For those at the positions ``in_need`` no room will do but an accessible one."""
        members = [
            _Member(
                seeker,
                lodger_of(seeker.sex, seeker.born, on=on),
                seeker.born.is_adult_on(on),
                seeker.position in in_need,
            )
            for seeker in seekers
        ]
        members.sort(key=_by_choices)
        self.members = tuple(members)
        self.size = len(members)
        self.adults = sum(member.is_adult for member in members)
        self.in_need = sum(member.is_in_need for member in members)

    def admitted_to(self, place: Place) -> int:
        """How many of the party a room can take."""
        return min(len(place.free), sum(member.may_have(place) for member in self.members))

    def in_need_admitted_to(self, place: Place) -> int:
        """How many of those who need an accessible room this one can take."""
        in_need = sum(member.is_in_need and member.may_have(place) for member in self.members)
        return min(len(place.free), in_need)


def _by_choices(member: _Member) -> tuple[bool, int, int]:
    """Order people so that those for whom the fewest rooms will do come first."""
    return not member.is_in_need, _STRICTEST_FIRST.index(member.lodger), member.seeker.position


@dataclass(frozen=True, slots=True)
class Seating:
    """Everybody of a party in the rooms picked for it, those rooms only that somebody got."""

    places: tuple[Place, ...]
    seekers: tuple[tuple[BedSeeker, ...], ...]
    """Who is in each of the rooms, by position."""
    minors_alone: int
    """How many minors have no adult of the household in their room."""

    @property
    def left_over(self) -> int:
        """How many beds of the rooms stay free."""
        return sum(len(place.free) for place in self.places) - sum(map(len, self.seekers))

    def beds(self) -> dict[int, int]:
        """The bed of each seeker, by position."""
        return {
            seeker.position: bed.id
            for place, seekers in zip(self.places, self.seekers, strict=True)
            for seeker, bed in zip(seekers, place.free, strict=False)
        }


def seated(places: Sequence[Place], party: Party) -> Seating | None:
    """Return how a party goes into these rooms; ``None`` where it does not.

    An adult goes into each room, and minors to an adult, where that leaves nobody standing.
    """
    return _Table(places, party).filled_kindly() or seated_anyhow(places, party)


def seated_anyhow(places: Sequence[Place], party: Party) -> Seating | None:
    """Return a way in which everybody has a bed in these rooms; ``None`` where there is none at all."""
    return _Table(places, party).filled_strictly()


def seated_guarded(places: Sequence[Place], party: Party) -> Seating | None:
    """Return a way in which every minor has an adult of the household in the room; ``None`` without one.

    Every way is tried, so it is asked only where those that are usual lead to nothing.
    """
    ways = (_seated_beside(places, party, guarded) for guarded in _rooms_to_guard(places, party))
    return next((seating for seating in ways if seating is not None), None)


def _rooms_to_guard(places: Sequence[Place], party: Party) -> Iterator[tuple[Place, ...]]:
    """The rooms into each of which an adult could go for the minors; of those that are alike, the first."""
    most = min(party.adults, party.size - party.adults)
    grown = [member for member in party.members if member.is_adult]
    alike: dict[tuple[int, frozenset[Lodger], bool], list[Place]] = {}
    for place in places:
        if not place.has_adult and len(place.free) > 1 and any(adult.may_have(place) for adult in grown):
            kind = min(len(place.free), party.size), place.admits, is_accessible(place.room)
            alike.setdefault(kind, []).append(place)
    for count in range(most + 1):
        for kinds in combinations_with_replacement(alike, count):
            if all(kinds.count(kind) <= len(alike[kind]) for kind in kinds):
                yield tuple(alike[kind][kinds[:turn].count(kind)] for turn, kind in enumerate(kinds))


def _seated_beside(places: Sequence[Place], party: Party, guarded: Collection[Place]) -> Seating | None:
    """Seat an adult in each of the rooms ``guarded``, and minors there or where an adult lives already."""
    kept = {place.free[0].id for place in guarded}
    safe = {place.index for place in places if place.has_adult} | {place.index for place in guarded}
    holders: dict[int, _Member] = {}

    def may_have(member: _Member, place: Place, bed_id: int) -> bool:
        is_safe = member.is_adult or (place.index in safe and bed_id not in kept)
        return is_safe and member.may_have(place)

    def seat(member: _Member, beds: Collection[tuple[Place, int]], tried: set[int]) -> bool:
        for place, bed_id in beds:
            if bed_id not in tried and may_have(member, place, bed_id):
                tried.add(bed_id)
                if bed_id not in holders or seat(holders[bed_id], beds, tried):
                    holders[bed_id] = member
                    return True
        return False

    first = [(place, place.free[0].id) for place in guarded]
    beds = [(place, bed.id) for place in places for bed in place.free]
    adults = [member for member in party.members if member.is_adult]
    for adult in adults:
        seat(adult, first, set())
    if len(holders) < len(first):
        return None
    there = set(map(id, holders.values()))
    # Whoever gives up a bed gets another, so that the beds kept for adults stay theirs.
    if not all(id(member) in there or seat(member, beds, set()) for member in party.members):
        return None
    used = [place for place in places if any(bed.id in holders for bed in place.free)]
    sleepers = [[holders[bed.id].seeker for bed in place.free if bed.id in holders] for place in used]
    return Seating(
        places=tuple(used),
        seekers=tuple(tuple(sorted(row, key=lambda one: one.position)) for row in sleepers),
        minors_alone=0,
    )


class _Table:
    """The rooms while they fill."""

    def __init__(self, places: Sequence[Place], party: Party) -> None:
        self._places = places
        self._standing = list(party.members)
        self._in_room: list[list[_Member]] = [[] for _place in places]

    def filled_kindly(self) -> Seating | None:
        """Fill the rooms with an adult in each first, then with minors beside adults, the youngest first.

        Whoever needs an accessible room has it before them. Where there are fewer adults than rooms, it is
        the women's and men's rooms that go without, and the eldest of the minors who go there.
        """
        self._seat_those_in_need()
        adults_wanted = sum(not self._has_adult(number) for number in range(len(self._places)))
        adults_there = sum(member.is_adult for member in self._standing)
        strictest = 1 if adults_there >= adults_wanted else -1
        for number in sorted(
            range(len(self._places)), key=lambda number: strictest * len(self._places[number].admits)
        ):
            adults = (member for member in self._standing if member.is_adult and self._takes(number, member))
            if not self._has_adult(number) and (adult := next(adults, None)):
                self._seat(adult, number)
        self._standing.sort(
            key=lambda one: (not one.is_adult, not one.is_in_need, -one.seeker.born.latest.toordinal())
        )
        return self._filled(is_kind=True)

    def _seat_those_in_need(self) -> None:
        """Seat the adults of those who need an accessible room, each where the fewest others may be."""
        for member in [one for one in self._standing if one.is_in_need and one.is_adult]:
            rooms = [number for number in range(len(self._places)) if self._takes(number, member)]
            if rooms:
                self._seat(member, min(rooms, key=lambda number: len(self._places[number].admits)))

    def filled_strictly(self) -> Seating | None:
        """Fill the rooms so that whoever can be seated is: few choices first, into rooms with few choices."""
        return self._filled(is_kind=False)

    def _filled(self, *, is_kind: bool) -> Seating | None:
        for member in list(self._standing):
            rooms = [number for number in range(len(self._places)) if self._takes(number, member)]
            if not rooms:
                return None
            self._seat(member, min(rooms, key=lambda number: self._merit(number, member, is_kind=is_kind)))
        return self._seating()

    def _takes(self, number: int, member: _Member) -> bool:
        place = self._places[number]
        return len(self._in_room[number]) < len(place.free) and member.may_have(place)

    def _merit(self, number: int, member: _Member, *, is_kind: bool) -> tuple[bool, int, int]:
        is_alone = is_kind and not member.is_adult and not self._has_adult(number)
        return is_alone, len(self._places[number].admits), number

    def _has_adult(self, number: int) -> bool:
        return self._places[number].has_adult or any(member.is_adult for member in self._in_room[number])

    def _seat(self, member: _Member, number: int) -> None:
        self._standing.remove(member)
        self._in_room[number].append(member)

    def _seating(self) -> Seating:
        used = [number for number, members in enumerate(self._in_room) if members]
        return Seating(
            places=tuple(self._places[number] for number in used),
            seekers=tuple(
                tuple(
                    sorted((member.seeker for member in self._in_room[number]), key=lambda one: one.position)
                )
                for number in used
            ),
            minors_alone=sum(
                not member.is_adult
                for number in used
                if not self._has_adult(number)
                for member in self._in_room[number]
            ),
        )
