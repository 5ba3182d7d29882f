"""The files of breaches as their page lists and shows them (r.13, r.14, r.16)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from kandas_desktop.models import breaches
from kandas_desktop.models.breaches import numbered
from kandas_desktop.models.cases import calendar_overrides, term_calendar
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.stays import contact_of
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.stays import HouseholdFacts, MemberRow, household_facts
from kandas_desktop.rules.breaches import BreachFile, BreachPaper, Outcome, Stage, is_finished, stage
from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.registers import LastEntry
from kandas_desktop.rules.terms import Term, explain_decision_due, explain_vacate_due


class ConcernedRow(NamedTuple):
    """A resident whom a breach concerns, or whom the decision puts out."""

    stay_id: int
    name: PersonName
    must_leave: bool


class BreachRow(NamedTuple):
    """A file of a breach; the number is that of its proposal, empty before it is made."""

    id: int
    number: str
    household_id: int
    household_number: str
    people: tuple[ConcernedRow, ...]
    file: BreachFile
    facts: str
    recorded_on: date
    registered_number: str
    decision_number: str
    closed_reason: str
    decision_due: date | None
    """While the decision is waited for, the day by which it is due (r.14)."""

    @property
    def stage(self) -> Stage:
        """How far the file has come."""
        return stage(self.file)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do."""
        return is_finished(self.file)


class BreachDetail(NamedTuple):
    """A file with its household, the terms that run in it, and the papers of it that left."""

    row: BreachRow
    household: HouseholdFacts
    contact: MemberRow | None
    """Whoever speaks for the household now."""
    decision_term: Term | None
    vacate_terms: dict[int, Term]
    """For each stay that the decision ended, the term of r.17."""
    printed: frozenset[BreachPaper]

    @property
    def residents(self) -> tuple[MemberRow, ...]:
        """Those of the household who live here now."""
        return tuple(member for member in self.household.people if member.resident.left_on is None)

    @property
    def still_here(self) -> tuple[int, ...]:
        """The stays of those who must leave and have not left."""
        must_leave = {person.stay_id for person in self.row.people if person.must_leave}
        return tuple(
            member.resident.stay_id for member in self.residents if member.resident.stay_id in must_leave
        )


_FILES = """
SELECT b.id, b.year, b.sequence, b.household_id, a.number, b.facts, b.recorded_on, b.registered_number,
       b.decision_number, coalesce(b.closed_reason, ''), b.outcome, b.happened_on, b.proposed_on,
       b.registered_on, b.decided_on, b.notified_on, b.closed_on
FROM breach b JOIN application a ON a.id = b.household_id
"""
_PEOPLE = """
SELECT bp.breach_id, bp.stay_id, bp.is_to_leave, s.left_on, p.surname, p.given_name, p.patronymic
FROM breach_person bp JOIN stay s ON s.id = bp.stay_id JOIN person p ON p.id = s.person_id
"""


def breach_rows() -> list[BreachRow]:
    """Every file, the one recorded last first."""
    return _rows("ORDER BY b.id DESC", "ORDER BY bp.id", ())


def breach_row(breach_id: int) -> BreachRow | None:
    """One file; ``None`` where its recording was taken back."""
    rows = _rows("WHERE b.id = ?", "WHERE bp.breach_id = ? ORDER BY bp.id", (breach_id,))
    return rows[0] if rows else None


def breach_detail(breach_id: int, on: date) -> BreachDetail | None:
    """One file with all that its panel says; ``None`` where its recording was taken back."""
    row = breach_row(breach_id)
    if row is None:
        return None
    household = household_facts(row.household_id, on)
    contact = contact_of(row.household_id)
    must_leave = {person.stay_id for person in row.people if person.must_leave}
    calendar = term_calendar(Office.get_by_id(1))
    registered_on = row.file.registered_on
    return BreachDetail(
        row=row,
        household=household,
        contact=next((member for member in household.people if member.resident.stay_id == contact), None),
        decision_term=explain_decision_due(registered_on, _work_days()) if registered_on else None,
        vacate_terms={
            member.resident.stay_id: explain_vacate_due(member.resident.ends_on, calendar)
            for member in household.people
            if member.resident.stay_id in must_leave
        },
        printed=_printed(breach_id),
    )


def last_proposal(year: int) -> LastEntry | None:
    """The proposal of a year with the last number, before which none is dated (r.13)."""
    return breaches.last_proposal(year)


def vacate_by(ended_on: date) -> date:
    """The last day to vacate the room after a stay that ends on a day (r.17)."""
    return explain_vacate_due(ended_on, term_calendar(Office.get_by_id(1))).due


def _work_days() -> WorkCalendar:
    return kazakhstan(calendar_overrides())


def _printed(breach_id: int) -> frozenset[BreachPaper]:
    rows = in_use().execute_sql(
        "SELECT kind FROM paper WHERE breach_id = ?"
        " AND EXISTS (SELECT 1 FROM paper_issue WHERE paper_issue.paper_id = paper.id)",
        (breach_id,),
    )
    return frozenset(BreachPaper(kind) for (kind,) in rows)


def _rows(which: str, whose: str, values: tuple[int, ...]) -> list[BreachRow]:
    database = in_use()
    people: defaultdict[int, list[ConcernedRow]] = defaultdict(list)
    left: defaultdict[int, list[date | None]] = defaultdict(list)
    for breach_id, stay_id, is_to_leave, left_on, *name in database.execute_sql(_PEOPLE + whose, values):
        people[breach_id].append(ConcernedRow(stay_id, PersonName(*name), bool(is_to_leave)))
        if is_to_leave:
            left[breach_id].append(_day(left_on))
    files: Iterable[tuple[Any, ...]] = database.execute_sql(_FILES + which, values).fetchall()
    calendar = _work_days()
    return [_row(row, tuple(people[row[0]]), tuple(left[row[0]]), calendar) for row in files]


def _row(
    row: tuple[Any, ...],
    people: tuple[ConcernedRow, ...],
    left_on: tuple[date | None, ...],
    calendar: WorkCalendar,
) -> BreachRow:
    (id_, year, sequence, household_id, household_number, facts, recorded_on, registered_number,
     decision_number, closed_reason, outcome, *days) = row  # fmt: skip
    happened_on, proposed_on, registered_on, decided_on, notified_on, closed_on = map(_day, days)
    assert happened_on is not None, "a breach has its day"
    waits = registered_on is not None and decided_on is None and closed_on is None
    return BreachRow(
        id=id_,
        number=numbered(sequence, year) if sequence else "",
        household_id=household_id,
        household_number=household_number,
        people=people,
        file=BreachFile(
            happened_on=happened_on,
            proposed_on=proposed_on,
            registered_on=registered_on,
            outcome=Outcome(outcome) if outcome else None,
            decided_on=decided_on,
            notified_on=notified_on,
            closed_on=closed_on,
            left_on=left_on,
        ),
        facts=facts,
        recorded_on=date.fromisoformat(recorded_on),
        registered_number=registered_number,
        decision_number=decision_number,
        closed_reason=closed_reason,
        decision_due=explain_decision_due(registered_on, calendar).due if waits and registered_on else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
