"""What the questions about moving in, lapses and leaving ask of the office's file."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.models.cases import birth_date, term_calendar
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.house import house
from kandas_desktop.models.reserve import waiting_queue
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.stays import (
    bed_label,
    household_of,
    household_rows,
    kandas_status,
    live_use,
    move_in_case,
    person_name,
    referral_people,
    residents,
    stay_rows,
)
from kandas_desktop.models.tables import Application, ApplicationPerson, Office, Person, Referral
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.minors import Housemate
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.stays import (
    MoveInCase,
    Resident,
    everybody_too_late,
    obstacles_to_lapse,
    obstacles_to_moving_in,
)
from kandas_desktop.rules.terms import Term, explain_move_in_due


class ComerRow(NamedTuple):
    """A person on a referral: who they are, and the bed that is held for them."""

    id: int
    position: int
    name: PersonName
    born: BirthDate
    kinship: str
    bed: str
    shares_bed: bool
    has_moved_in: bool
    status_over_on: date | None = None
    """The last day of the status that the stay would follow, where it is over today (r.15)."""

    def housemate_on(self, day: date) -> Housemate:
        """The person as one who lives here with others of the household from a day on."""
        return Housemate(self.name, self.kinship, self.born.is_adult_on(day))


class MoveInFacts(NamedTuple):
    """A referral on which a family is to move in; ``obstacles`` stand in the way of everybody, on any day."""

    referral_id: int
    number: str
    household_number: str
    case: MoveInCase
    term: Term | None
    people: tuple[ComerRow, ...]
    obstacles: tuple[Obstacle, ...]
    here: tuple[Housemate, ...] = ()
    """Those of the household who live here already."""


class LapseFacts(NamedTuple):
    """What a lapse frees, and for whom: the first in the reserve, if anybody waits (r.8, r.9)."""

    facts: MoveInFacts
    beds: tuple[str, ...]
    free_now: int
    next_number: str
    next_needed: int
    obstacles: tuple[Obstacle, ...]


class MemberRow(NamedTuple):
    """Somebody of a household who lives here, or did."""

    person_id: int
    position: int
    name: PersonName
    born: BirthDate
    kinship: str
    bed: str
    bed_id: int | None
    resident: Resident
    status: KandasStatus
    destination: str
    named_id: int
    """The row that names them on their application."""
    needs_accessible: bool

    @property
    def housemate(self) -> Housemate:
        """The person as one who lives here with others of the household."""
        return Housemate(self.name, self.kinship, self.resident.is_adult)


class HouseholdFacts(NamedTuple):
    """A household that lives here, by the number of its first application."""

    id: int
    number: str
    people: tuple[MemberRow, ...]


def move_in_facts(referral_id: int, on: date) -> MoveInFacts:
    """A referral's people with their beds, its term, and what stands in the way of the whole family (r.9)."""
    referral = Referral.get_by_id(referral_id)
    case = move_in_case(referral)
    calendar = term_calendar(Office.get_by_id(1))
    rows = referral_people(referral_id)
    everybody = [person.id for person in case.people]
    day = min(on, case.due) if case.due else on
    return MoveInFacts(
        referral_id=referral_id,
        number=referral.number,
        household_number=Application.get_by_id(household_of(referral)).number,
        case=case,
        term=explain_move_in_due(case.received_on, calendar) if case.received_on else None,
        people=tuple(
            ComerRow(
                id=row.id,
                position=row.position,
                name=person_name(row.application_person.person),
                born=birth_date(row.application_person.person),
                kinship=row.kinship,
                bed=_bed_of(row.id),
                shares_bed=row.shares_bed,
                has_moved_in=comer.has_moved_in,
                status_over_on=_if_over(comer.status_ends_on, on),
            )
            for row, comer in zip(rows, case.people, strict=True)
        ),
        obstacles=(
            *(
                obstacle
                for obstacle in obstacles_to_moving_in(case, chosen=everybody, moved_in_on=day, today=on)
                if not obstacle.name
            ),
            *everybody_too_late(case),
        ),
        here=_housemates(household_of(referral), on),
    )


def _housemates(household_id: int, on: date) -> tuple[Housemate, ...]:
    rows = [row for row in household_rows(household_id) if row.left_on is None]
    named = _named([row.person_id for row in rows])
    return tuple(
        Housemate(
            person_name(row.person), named[row.person_id].kinship, birth_date(row.person).is_adult_on(on)
        )
        for row in rows
    )


def _if_over(last_day: date | None, on: date) -> date | None:
    return last_day if last_day is not None and last_day < on else None


def lapse_facts(referral_id: int, on: date) -> LapseFacts:
    """What the lapse of a referral frees, and who is next in the reserve (r.8, r.9)."""
    facts = move_in_facts(referral_id, on)
    waiting = waiting_queue()
    first = waiting[0] if waiting else None
    return LapseFacts(
        facts=facts,
        beds=tuple(person.bed for person in facts.people if person.bed and not person.has_moved_in),
        free_now=house(in_use(), on).counts().free,
        next_number=first.number if first else "",
        next_needed=first.needed if first else 0,
        obstacles=tuple(obstacles_to_lapse(facts.case, today=on)),
    )


def household_facts(household_id: int, on: date) -> HouseholdFacts:
    """A household with everybody who lives here, or did, in the order of its papers."""
    rows = household_rows(household_id)
    named = _named([row.person_id for row in rows])
    people = [
        _member(row, resident, named[row.person_id])
        for row, resident in zip(rows, residents(rows, today=on), strict=True)
    ]
    return HouseholdFacts(household_id, Application.get_by_id(household_id).number, tuple(people))


def household_of_stay(stay_id: int) -> int | None:
    """The household to which a stay belongs; ``None`` where there is no such stay any more."""
    rows = stay_rows([stay_id])
    return rows[0].household_id if rows else None


def _named(person_ids: list[int]) -> dict[int, ApplicationPerson]:
    rows = ApplicationPerson.select(ApplicationPerson, Person).join(Person)
    return {row.person_id: row for row in rows.where(ApplicationPerson.person.in_(person_ids))}


def _member(row: Stay, resident: Resident, named: ApplicationPerson) -> MemberRow:
    use = live_use(row.referral_person_id)
    return MemberRow(
        person_id=row.person_id,
        position=named.position,
        name=person_name(row.person),
        born=birth_date(row.person),
        kinship=named.kinship,
        bed=bed_label(use.bed_id) if use else "",
        bed_id=use.bed_id if use else None,
        resident=resident,
        status=kandas_status(row.person),
        destination=row.destination,
        named_id=named.id,
        needs_accessible=named.needs_accessible,
    )


def _bed_of(referral_person_id: int) -> str:
    use = live_use(referral_person_id)
    return bed_label(use.bed_id) if use else ""
