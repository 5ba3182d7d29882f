"""Who may share a room with whom: unrelated men and women never, women's and men's rooms only their own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import HouseholdPerson, Sex
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, House, Room, RoomKind

SMALL_CHILD_UNDER = 7
"""The age below which a child counts for neither sex: it sleeps where its mother or its father does."""


@dataclass(frozen=True, slots=True)
class BedSeeker:
    """Somebody for whom a bed is sought; ``position`` is theirs in the household, or another key."""

    position: int
    sex: Sex | None
    born: BirthDate
    person: HouseholdPerson | None = None
    needs_accessible: bool = False
    """Whether they asked for a room for people who cannot live in every other."""


class Lodger(StrEnum):
    """As what somebody counts in a room."""

    WOMAN = "woman"
    MAN = "man"
    SMALL_CHILD = "small child"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Place:
    """A room as one household finds it."""

    index: int
    """Its place in the order of the house."""
    room: Room
    free: tuple[Bed, ...]
    admits: frozenset[Lodger]
    is_home: bool
    """Whether somebody of the household has a bed there."""
    has_adult: bool
    """Whether an adult of the household has a bed there."""
    has_others: bool


def is_accessible(room: Room) -> bool:
    """Whether a room is one for people who cannot live in every other."""
    return room.kind is RoomKind.ACCESSIBLE


def lodger_of(sex: Sex | None, born: BirthDate, *, on: date) -> Lodger:
    """Return as what somebody counts in a room on a day."""
    if born.age_on(on) < SMALL_CHILD_UNDER:
        return Lodger.SMALL_CHILD
    if sex is None:
        return Lodger.UNKNOWN
    return Lodger.WOMAN if sex is Sex.FEMALE else Lodger.MAN


def admitted(room: Room, *, on: date, household_id: int | None) -> frozenset[Lodger]:
    """Return who of a household may have a bed in a room beside those of other households there.

    Whose sex is not known is taken in only where nobody unrelated is: nobody is mixed by an omission.
    """
    others = {
        lodger_of(holder.sex, holder.born, on=on)
        for bed in room.beds
        if (holder := bed.holder) is not None and holder.household_id != household_id
    } - {Lodger.SMALL_CHILD}
    found = {Lodger.SMALL_CHILD}
    if room.kind is not RoomKind.MEN and others <= {Lodger.WOMAN}:
        found.add(Lodger.WOMAN)
    if room.kind is not RoomKind.WOMEN and others <= {Lodger.MAN}:
        found.add(Lodger.MAN)
    if room.kind not in (RoomKind.MEN, RoomKind.WOMEN) and not others:
        found.add(Lodger.UNKNOWN)
    return frozenset(found)


def may_lodge(room: Room, holder: BedHolder, *, on: date) -> bool:
    """Return whether somebody who has a bed, or had one, may have it in a room beside the others there."""
    lodger = lodger_of(holder.sex, holder.born, on=on)
    return lodger in admitted(room, on=on, household_id=holder.household_id)


def misplaced(house: House) -> frozenset[int]:
    """Return the beds of those who could not be given them now, for the room or for who else is in it."""
    return frozenset(
        bed.id
        for room in house.rooms
        for bed in room.beds
        if bed.holder is not None and not may_lodge(room, bed.holder, on=house.on)
    )


def places_of(house: House, household_id: int | None) -> list[list[Place]]:
    """Return the rooms as a household finds them, floor by floor in their order."""
    numbered = enumerate(house.rooms)
    return [
        [_place(index, room, on=house.on, household_id=household_id) for index, room in floor]
        for _floor, floor in groupby(numbered, key=lambda pair: pair[1].floor)
    ]


def _place(index: int, room: Room, *, on: date, household_id: int | None) -> Place:
    holders = [bed.holder for bed in room.beds if bed.holder is not None]
    own = [holder for holder in holders if household_id is not None and holder.household_id == household_id]
    return Place(
        index=index,
        room=room,
        free=tuple(bed for bed in room.beds if bed.state is BedState.FREE),
        admits=admitted(room, on=on, household_id=household_id),
        is_home=bool(own),
        has_adult=any(holder.born.is_adult_on(on) for holder in own),
        has_others=len(own) < len(holders),
    )


def obstacle_to_bed(
    house: House, seeker: BedSeeker, bed_id: int, *, household_id: int | None
) -> Obstacle | None:
    """Return why somebody cannot have a bed; ``None`` where they can."""
    bed, room = house.bed(bed_id), house.room_of(bed_id)
    if bed is None or room is None:
        return Obstacle(ObstacleKind.BED_NOT_FREE, Clause.R7, seeker.person)
    if bed.state is BedState.OUT_OF_SERVICE:
        return Obstacle(ObstacleKind.BED_OUT_OF_SERVICE, None, seeker.person, name=bed.label)
    if bed.state is not BedState.FREE:
        return Obstacle(ObstacleKind.BED_NOT_FREE, Clause.R7, seeker.person, name=bed.label)
    lodger = lodger_of(seeker.sex, seeker.born, on=house.on)
    if lodger in admitted(room, on=house.on, household_id=household_id):
        return None
    kind = ObstacleKind.ROOM_MIXED
    if room.kind is RoomKind.WOMEN and lodger is not Lodger.WOMAN:
        kind = ObstacleKind.ROOM_FOR_WOMEN
    elif room.kind is RoomKind.MEN and lodger is not Lodger.MAN:
        kind = ObstacleKind.ROOM_FOR_MEN
    return Obstacle(kind, None, seeker.person, name=bed.label)
