"""The reserve journal: who is before whom, who may be passed over, and an estimate of when beds are free."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedState, House
from kandas_desktop.rules.terms import vacate_due

NOBODY_PASSED: Mapping[int, Collection[int]] = {}


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application as the order of the reserve sees it (r.7): day, time and line of its registration."""

    application_id: int
    number: str
    registered_on: date
    arrived_at: datetime
    needed: int
    """How many beds the household needs."""

    @property
    def order(self) -> tuple[date, datetime, int]:
        """What says who applied first; it cannot be edited."""
        return self.registered_on, self.arrived_at, self.application_id


def ahead_of(one: Waiting, queue: Iterable[Waiting], passed: Collection[int] = ()) -> list[Waiting]:
    """Return who waits before ``one`` (r.8), first who applied first; ``passed`` were passed over for it."""
    before = [other for other in queue if other.order < one.order and other.application_id not in passed]
    return sorted(before, key=lambda other: other.order)


def obstacles_to_passing_over(
    preferred: Waiting | None,
    chosen: Sequence[Waiting | None],
    *,
    already_passed: Collection[int],
    number: str,
    decided_on: date,
    reason: str,
    today: date,
) -> list[Obstacle]:
    """Return why nobody can be passed over so (r.8): it takes a written decision, and they keep their place.

    ``preferred`` and ``chosen`` are ``None`` where an application does not wait any more.
    """
    found = []
    if preferred is None or None in chosen:
        found.append(Obstacle(ObstacleKind.NOT_WAITING, Clause.R8))
    if not chosen:
        found.append(Obstacle(ObstacleKind.NOBODY_CHOSEN, Clause.R8))
    for one in filter(None, chosen):
        if preferred is not None and one.order >= preferred.order:
            found.append(Obstacle(ObstacleKind.NOT_AHEAD, Clause.R8, name=one.number))
        elif one.application_id in already_passed:
            found.append(Obstacle(ObstacleKind.PASSED_OVER, Clause.R8, name=one.number))
    if not number.strip():
        found.append(Obstacle(ObstacleKind.DECISION_NUMBER_MISSING, Clause.R8))
    if not reason.strip():
        found.append(Obstacle(ObstacleKind.REASON_MISSING, Clause.R8))
    if decided_on > today:
        found.append(Obstacle(ObstacleKind.DATE_IN_FUTURE, Clause.R8))
    elif preferred is not None and decided_on < preferred.registered_on:
        found.append(
            Obstacle(
                ObstacleKind.DATE_TOO_EARLY,
                Clause.R8,
                last_on=preferred.registered_on,
                milestone=Milestone.REGISTERED,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class FreeingBed:
    """A bed that is expected to be free on a day: an estimate, no promise."""

    bed_id: int
    label: str
    on: date
    now: BedState = BedState.OCCUPIED
    """What the bed is until then."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """When there should be beds enough for one who waits, if everybody before is served first."""

    application_id: int
    on: date | None
    """The first day with beds enough; ``None`` where no end is in sight."""
    waits_for: tuple[FreeingBed, ...] = ()
    """The beds that have to become free until then, beyond those free now; the earliest first."""


def freeing_beds(house: House, calendar: WorkCalendar | None = None) -> list[FreeingBed]:
    """Return which beds will be free when, as far as stays, repairs and rooms to vacate tell; soonest first.

    A bed that is slept in counts from the last day on which it must be vacated (r.15, r.17), a bed under
    repair from the day on which that is expected to be over. What should be free already is so today.
    """
    found = [
        FreeingBed(bed.id, bed.label, max(on, house.on), bed.state)
        for bed in house.beds()
        if (on := _expected_free_on(bed, calendar)) is not None
    ]
    return sorted(found, key=lambda bed: (bed.on, bed.bed_id))


def forecasts(
    queue: Sequence[Waiting],
    *,
    free: int,
    freeing: Sequence[FreeingBed],
    on: date,
    passed: Mapping[int, Collection[int]] = NOBODY_PASSED,
) -> list[Forecast]:
    """Return when each one who waits could get beds, in the strict order of the reserve (r.8).

    ``passed`` are those whom decisions passed over, by the application that each decision preferred. Beds
    are counted; whether the rooms suit the household is asked when its turn has come.
    """
    line = sorted(queue, key=lambda waiting: waiting.order)
    before = {one.application_id: _before(one, line, passed) for one in line}
    found: dict[int, Forecast] = {}
    there: list[FreeingBed | None] = [None] * free
    coming = list(freeing)
    day = on
    while True:
        while (one := _served(line, before, len(there))) is not None:
            taken, there = there[: one.needed], there[one.needed :]
            waited_for = tuple(bed for bed in taken if bed is not None)
            found[one.application_id] = Forecast(one.application_id, day, waited_for)
            line.remove(one)
            for others in before.values():
                others.discard(one.application_id)
        if not line or not coming:
            break
        bed = coming.pop(0)
        day = max(day, bed.on)
        there.append(bed)
    for one in line:  # nobody behind comes before
        waited_for = tuple(bed for bed in there if bed is not None)
        found[one.application_id] = Forecast(one.application_id, None, waited_for)
        there = []
    return [found[one.application_id] for one in sorted(queue, key=lambda waiting: waiting.order)]


def _before(one: Waiting, line: Sequence[Waiting], passed: Mapping[int, Collection[int]]) -> set[int]:
    """Who is served before one who waits."""
    return {other.application_id for other in ahead_of(one, line, passed.get(one.application_id, ()))}


def _served(line: Sequence[Waiting], before: Mapping[int, set[int]], there: int) -> Waiting | None:
    """Who of those that wait gets beds when so many are there.

    Of several whose turn has come, the one that a decision preferred goes first: it applied last.
    """
    turn = (one for one in reversed(line) if not before[one.application_id])
    return next((one for one in turn if one.needed <= there), None)


def _expected_free_on(bed: Bed, calendar: WorkCalendar | None) -> date | None:
    if bed.state is BedState.BEING_MADE_READY:
        return bed.unready_since
    if bed.state is BedState.OUT_OF_SERVICE:
        return bed.outage.expected_until if bed.outage else None
    if bed.state in (BedState.OCCUPIED, BedState.VACATING) and bed.holder and bed.holder.stay_ends_on:
        return vacate_due(bed.holder.stay_ends_on, calendar)
    return None
