"""Rooms, beds and who has them: the house as the rules see it on one day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.names import PersonName


class RoomKind(StrEnum):
    """For whom a room is meant."""

    FAMILY = "family"
    WOMEN = "women"
    MEN = "men"
    ACCESSIBLE = "accessible"


class BedState(StrEnum):
    """What a bed is on a day; computed from what happened, never stored."""

    FREE = "free"
    HELD = "held"
    OCCUPIED = "occupied"
    VACATING = "vacating"
    BEING_MADE_READY = "being made ready"
    OUT_OF_SERVICE = "out of service"


@dataclass(frozen=True, slots=True)
class BedHolder:
    """Who has a bed, or lives in the house without one: a person on a referral, and their stay once begun."""

    referral_person_id: int
    referral_id: int
    household_id: int
    """The family's first application."""
    household_number: str
    """The number of the family's first application, «Ө-144/26»."""
    name: PersonName
    sex: Sex | None
    born: BirthDate
    position: int
    since: date
    """The day from which they have this bed."""
    due: date | None
    """The last day to move in (r.9), of the stay (r.15), or to vacate (r.17) once the stay is over.

    ``None`` while the referral was not received, so that r.9 does not run yet.
    """
    stay_id: int | None = None
    moved_in_on: date | None = None
    stay_ends_on: date | None = None
    """The last day of the stay (r.15), or the day on which it was ended before."""


@dataclass(frozen=True, slots=True)
class Outage:
    """Why and since when a bed is out of service; ``expected_until`` is an estimate."""

    id: int
    reason: str
    began_on: date
    expected_until: date | None


@dataclass(frozen=True, slots=True)
class Bed:
    """One bed on a day, with who has it."""

    id: int
    name: str
    """The bed within its room, «2»."""
    label: str
    """Room and bed, as signs and lists name it: «103-2»."""
    room_id: int
    state: BedState
    holder: BedHolder | None = None
    outage: Outage | None = None
    unready_since: date | None = None
    """The day on which it was left, while it is being made ready."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room with its beds in their order."""

    id: int
    floor: int
    name: str
    kind: RoomKind
    beds: tuple[Bed, ...]


@dataclass(frozen=True, slots=True)
class BedCounts:
    """How many beds are what; together they are all beds of the house."""

    free: int = 0
    held: int = 0
    occupied: int = 0
    vacating: int = 0
    being_made_ready: int = 0
    out_of_service: int = 0

    @property
    def in_all(self) -> int:
        """Every bed that is not retired."""
        return (
            self.free
            + self.held
            + self.occupied
            + self.vacating
            + self.being_made_ready
            + self.out_of_service
        )


@dataclass(frozen=True, slots=True)
class House:
    """All rooms on one day, by floor and name, and those who live here without a bed."""

    on: date
    rooms: tuple[Room, ...]
    without_bed: tuple[BedHolder, ...] = ()
    """Residents without a bed, except infants who share one."""

    def beds(self) -> Iterator[Bed]:
        """Every bed, room by room."""
        for room in self.rooms:
            yield from room.beds

    def bed(self, bed_id: int) -> Bed | None:
        """The bed of an id; ``None`` where it is retired or unknown."""
        return next((bed for bed in self.beds() if bed.id == bed_id), None)

    def room_of(self, bed_id: int) -> Room | None:
        """The room in which a bed stands."""
        return next((room for room in self.rooms if any(bed.id == bed_id for bed in room.beds)), None)

    def counts(self) -> BedCounts:
        """How many beds are in each state."""
        found = dict.fromkeys(BedState, 0)
        for bed in self.beds():
            found[bed.state] += 1
        return BedCounts(
            free=found[BedState.FREE],
            held=found[BedState.HELD],
            occupied=found[BedState.OCCUPIED],
            vacating=found[BedState.VACATING],
            being_made_ready=found[BedState.BEING_MADE_READY],
            out_of_service=found[BedState.OUT_OF_SERVICE],
        )


def bed_state(
    *, is_out_of_service: bool, is_slept_in: bool, is_stay_over: bool, is_held: bool, is_unready: bool
) -> BedState:
    """What a bed is; the weightier fact wins: a bed is free only once it was left and made ready (r.17)."""
    if is_out_of_service:
        return BedState.OUT_OF_SERVICE
    if is_slept_in:
        return BedState.VACATING if is_stay_over else BedState.OCCUPIED
    if is_held:
        return BedState.HELD
    return BedState.BEING_MADE_READY if is_unready else BedState.FREE
