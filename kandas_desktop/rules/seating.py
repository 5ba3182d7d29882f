"""Who of a household gets which bed of the rooms that were picked for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kandas_desktop.rules.lodging import BedSeeker, Lodger, Place, lodger_of

_STRICTEST_FIRST = (Lodger.UNKNOWN, Lodger.WOMAN, Lodger.MAN, Lodger.SMALL_CHILD)


@dataclass(frozen=True, slots=True)
class _Member:
    seeker: BedSeeker
    lodger: Lodger
    is_adult: bool


class Party:
    """The people of one household who seek beds, as the rooms see them on a day."""

    def __init__(self, seekers: Sequence[BedSeeker], *, on: date) -> None:
        members = [
            _Member(seeker, lodger_of(seeker.sex, seeker.born, on=on), seeker.born.is_adult_on(on))
            for seeker in seekers
        ]
        members.sort(key=lambda member: (_STRICTEST_FIRST.index(member.lodger), member.seeker.position))
        self.members = tuple(members)
        self.size = len(members)
        self.lodgers = frozenset(member.lodger for member in members)
        self.adults = sum(member.is_adult for member in members)

    def admitted_to(self, place: Place) -> int:
        """How many of the party a room can take."""
        return min(len(place.free), sum(member.lodger in place.admits for member in self.members))


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


class _Table:
    """The rooms while they fill."""

    def __init__(self, places: Sequence[Place], party: Party) -> None:
        self._places = places
        self._standing = list(party.members)
        self._in_room: list[list[_Member]] = [[] for _place in places]

    def filled_kindly(self) -> Seating | None:
        """Fill the rooms with an adult in each first, then with minors beside adults, the youngest first.

        Where there are fewer adults than rooms, it is the women's and men's rooms that go without, and the
        eldest of the minors who go there.
        """
        adults_wanted = sum(not place.has_adult for place in self._places)
        adults_there = sum(member.is_adult for member in self._standing)
        strictest = 1 if adults_there >= adults_wanted else -1
        for number in sorted(
            range(len(self._places)), key=lambda number: strictest * len(self._places[number].admits)
        ):
            place = self._places[number]
            adults = (
                member for member in self._standing if member.is_adult and member.lodger in place.admits
            )
            if not place.has_adult and (adult := next(adults, None)):
                self._seat(adult, number)
        self._standing.sort(key=lambda member: (not member.is_adult, -member.seeker.born.latest.toordinal()))
        return self._filled(is_kind=True)

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
        return len(self._in_room[number]) < len(place.free) and member.lodger in place.admits

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
