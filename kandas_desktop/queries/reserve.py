"""The reserve journal as its page shows it: who waits, in the strict order, for what, and until when."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from kandas_desktop.models.cases import consideration_day, term_calendar
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.house import house
from kandas_desktop.models.referring import referral_case
from kandas_desktop.models.reserve import waiting_queue
from kandas_desktop.models.stay_tables import PassingOver
from kandas_desktop.models.stays import applicant_rows, person_name
from kandas_desktop.models.tables import Application, ApplicationPerson, Office, Person, ReserveEntry
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Condition, Obstacle, conditions_met, obstacles_to_referral
from kandas_desktop.rules.reserve import Forecast, FreeingBed, ahead_of, forecasts, freeing_beds
from kandas_desktop.rules.rooms import BedCounts, House


class PassedBy(NamedTuple):
    """A decision by which somebody who waits was passed over, and in whose favour."""

    number: str
    decided_on: date
    reason: str
    preferred_id: int
    preferred_number: str


class Preferred(NamedTuple):
    """A decision in somebody's favour, and who was passed over by it."""

    number: str
    decided_on: date
    reason: str
    passed_id: int
    passed_number: str


class Joiner(NamedTuple):
    """One of those who wait to join a household that lives here, for whom another applied (r.2)."""

    name: PersonName
    kinship: str


class HouseholdNames(NamedTuple):
    """Who applied, everybody by whom the application is found, and those who join a household by it."""

    applicant: PersonName
    everybody: tuple[str, ...]
    joining: tuple[Joiner, ...] = ()


class ReserveRow(NamedTuple):
    """One who waits; ``obstacles`` tells of whoever may be served now what is still in the way."""

    place: int
    application_id: int
    number: str
    applicant: PersonName
    people: int
    needed: int
    registered_on: date
    arrived_at: datetime
    entered_on: date
    passed_by: tuple[PassedBy, ...]
    is_next: bool
    """Whether nobody is before, or only such as a decision passed over in favour of this one (r.8)."""
    obstacles: tuple[Obstacle, ...]
    forecast_on: date | None
    waits_for: tuple[FreeingBed, ...]
    names: tuple[str, ...] = ()
    """The names of everybody on the application, by which it is found."""
    ahead: tuple[int, ...] = ()
    """The applications that are served before, first who applied first (r.8)."""
    preferred: tuple[Preferred, ...] = ()
    conditions: tuple[Condition, ...] = ()
    """What is there already, of whoever may be served now."""
    fits: tuple[str, ...] | None = None
    """The rooms in which whoever may be served now would fit; ``None`` where there are none."""
    joining: tuple[Joiner, ...] = ()
    """Those for whom another applied: they join a household that lives here, and stand beneath (r.2)."""


class ReserveView(NamedTuple):
    """Everybody who waits on a day, the beds there are, and those that are expected to be free."""

    on: date
    rows: tuple[ReserveRow, ...]
    beds: BedCounts
    freeing: tuple[FreeingBed, ...]


def waiting_count() -> int:
    """How many households wait in the reserve."""
    return int(ReserveEntry.select().where(ReserveEntry.left_on.is_null()).count())


class Turn(NamedTuple):
    """What the order asks before the referral of one who waits: what is in the way, and what is there."""

    obstacles: tuple[Obstacle, ...] = ()
    conditions: tuple[Condition, ...] = ()
    fits: tuple[str, ...] | None = None
    """The rooms with beds for all of them; ``None`` where there are none."""


def turn_of(application_id: int, on: date) -> Turn:
    """How far one who waits is from the referral on a day (r.3, r.7, r.8)."""
    return _turn(Application.get_by_id(application_id), on)


def reserve_view(on: date, *, standing: House | None = None) -> ReserveView:
    """The reserve journal's waiting list on a day, with an estimate of when there will be beds.

    ``standing`` is the house on that day, where it was read already.
    """
    calendar = term_calendar(Office.get_by_id(1))
    standing = standing or house(in_use(), on)
    freeing = freeing_beds(standing, calendar)
    queue = waiting_queue()
    ids = [one.application_id for one in queue]
    names = household_names(ids)
    passed_by = _passed_by(ids)
    preferred = preferred_by_decision(ids)
    passed = {key: [each.passed_id for each in decisions] for key, decisions in preferred.items()}
    expected = {
        forecast.application_id: forecast
        for forecast in forecasts(queue, free=standing.counts().free, freeing=freeing, on=on, passed=passed)
    }
    applications = {row.id: row for row in Application.select().where(Application.id.in_(ids))}
    entries: Any = ReserveEntry.select(ReserveEntry.application, ReserveEntry.entered_on)
    entered: dict[int, date] = dict(entries.where(ReserveEntry.application.in_(ids)).tuples())
    rows = []
    for place, one in enumerate(queue, start=1):
        application = applications[one.application_id]
        forecast: Forecast = expected[one.application_id]
        before = ahead_of(one, queue[: place - 1], passed.get(application.id, ()))
        ahead = tuple(other.application_id for other in before)
        turn = Turn() if ahead else _turn(application, on, standing)
        rows.append(
            ReserveRow(
                place=place,
                application_id=application.id,
                number=application.number,
                applicant=names[application.id].applicant,
                people=application.people,
                needed=one.needed,
                registered_on=application.registered_on,
                arrived_at=application.arrived_at,
                entered_on=entered[application.id],
                passed_by=tuple(passed_by[application.id]),
                is_next=not ahead,
                obstacles=turn.obstacles,
                forecast_on=forecast.on,
                waits_for=forecast.waits_for,
                names=names[application.id].everybody,
                ahead=ahead,
                preferred=tuple(preferred[application.id]),
                conditions=turn.conditions,
                fits=turn.fits,
                joining=names[application.id].joining,
            )
        )
    return ReserveView(on, tuple(rows), standing.counts(), tuple(freeing))


def household_names(ids: Iterable[int]) -> dict[int, HouseholdNames]:
    """The names on each application, by application: whoever applied, and everybody named on it."""
    ids = list(ids)
    applied = {id_: person_name(row.person) for id_, row in applicant_rows(ids).items()}
    named: defaultdict[int, list[Joiner]] = defaultdict(list)
    rows: Any = (
        ApplicationPerson.select(
            ApplicationPerson.application,
            ApplicationPerson.kinship,
            Person.surname,
            Person.given_name,
            Person.patronymic,
        )
        .join(Person)
        .where(ApplicationPerson.application.in_(ids))
        .order_by(ApplicationPerson.application, ApplicationPerson.position)
        .tuples()
    )
    for application_id, kinship, *name in rows:
        named[application_id].append(Joiner(PersonName(*name), kinship))
    return {id_: _names(applied.get(id_), people) for id_, people in named.items()}


def _names(applied: PersonName | None, people: list[Joiner]) -> HouseholdNames:
    names = tuple(person.name.full for person in people)
    if applied is None:
        return HouseholdNames(people[0].name, names)
    return HouseholdNames(applied, (applied.full, *names), tuple(people))


def _turn(application: Application, on: date, standing: House | None = None) -> Turn:
    day = consideration_day(application, on)
    # Of a day ahead the house tells its terms otherwise.
    case = referral_case(application, day, today=on, standing=standing if day == on else None)
    return Turn(
        obstacles=tuple(obstacles_to_referral(case, on=day)),
        conditions=tuple(conditions_met(case, on=day)),
        fits=tuple(room.name for room in case.proposal.rooms) if case.proposal else None,
    )


def _passed_by(ids: Iterable[int]) -> defaultdict[int, list[PassedBy]]:
    """The decisions by which each of the applications was passed over, in the order of their recording."""
    found: defaultdict[int, list[PassedBy]] = defaultdict(list)
    for passed_id, *decision in _decisions(PassingOver.passed, PassingOver.preferred, ids):
        found[passed_id].append(PassedBy(*decision))
    return found


def preferred_by_decision(ids: Iterable[int]) -> defaultdict[int, list[Preferred]]:
    """The decisions in favour of each of the applications, in the order of their recording."""
    found: defaultdict[int, list[Preferred]] = defaultdict(list)
    for preferred_id, *decision in _decisions(PassingOver.preferred, PassingOver.passed, ids):
        found[preferred_id].append(Preferred(*decision))
    return found


def _decisions(of: Any, other: Any, ids: Iterable[int]) -> Any:
    """The decisions about applications: of whom, number, day, reason, and the other's id and number."""
    return (
        PassingOver.select(
            of, PassingOver.number, PassingOver.decided_on, PassingOver.reason, other, Application.number
        )
        .join(Application, on=(other == Application.id))
        .where(of.in_(list(ids)))
        .order_by(PassingOver.id)
        .tuples()
    )
