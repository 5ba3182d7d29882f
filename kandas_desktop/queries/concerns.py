"""What is to be weighed before a referral: whose status is over, who is or was here already (r.3, r.15)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kandas_desktop.models.cases import birth_date, household_person, people_rows
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.search import matching
from kandas_desktop.models.stays import applicant_of, kandas_status, person_name
from kandas_desktop.models.tables import Application, Person
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.concerns import (
    Concern,
    Considered,
    EarlierStay,
    Elsewhere,
    StatusKnown,
    concerns_about,
)
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus

# In a long journal nobody is found by the IIN at once, but by the birth date, which is searched for.
_EARLIER = """
SELECT p.iin, s.moved_in_on, coalesce(s.ended_on, s.left_on), root.number,
       p.status_given_on, p.status_extended_until, p.status_ended_on
FROM journal_search js CROSS JOIN application_person ap ON ap.application_id = js.rowid
JOIN person p ON p.id = ap.person_id AND p.iin IN ({places})
JOIN stay s ON s.person_id = p.id AND s.left_on IS NOT NULL
JOIN application root ON root.id = s.household_id
WHERE js.journal_search MATCH ? ORDER BY s.moved_in_on, s.id
"""
_ELSEWHERE = """
WITH born (application_person_id, application_id, person_id, is_live) AS (
    SELECT ap.id, ap.application_id, ap.person_id, EXISTS (
        SELECT 1 FROM referral_person rp WHERE rp.application_person_id = ap.id AND (
            EXISTS (SELECT 1 FROM bed_use u WHERE u.referral_person_id = rp.id AND u.ended_on IS NULL)
            OR EXISTS (SELECT 1 FROM stay s WHERE s.referral_person_id = rp.id AND s.left_on IS NULL)))
    FROM journal_search js CROSS JOIN application_person ap ON ap.application_id = js.rowid
    WHERE js.journal_search MATCH ? AND ap.application_id <> ?)
SELECT p.surname, p.given_name, p.patronymic, p.birth_year, p.birth_month, p.birth_day, p.iin, born.is_live,
       CASE WHEN born.is_live = 1 THEN root.number ELSE a.number END
FROM born JOIN person p ON p.id = born.person_id JOIN application a ON a.id = born.application_id
JOIN application root ON root.id = coalesce(a.joins_id, a.id)
WHERE born.is_live = 1 OR a.struck_out_on IS NULL AND (
    a.considered_on IS NULL
    OR EXISTS (SELECT 1 FROM reserve_entry e WHERE e.application_id = a.id AND e.left_on IS NULL))
ORDER BY a.id
"""


class _Before(NamedTuple):
    """What is known of a person by their stays that are over."""

    stays: tuple[EarlierStay, ...] = ()
    status: KandasStatus = KandasStatus()


def concerns_of(application: Application, on: date) -> tuple[Concern, ...]:
    """What is to be weighed before a referral of an application issued on a day."""
    rows = people_rows([application.id])
    before = _before([row.person for row in rows])
    elsewhere = _elsewhere([row.person for row in rows], application.id)
    applicants = applicant_of(application.joins_id) if application.joins_id else rows[0].person
    followed = _status(applicants, before.get(applicants.iin, _Before()))
    people = [
        Considered(
            household_person(row),
            _status(row.person, known := before.get(row.person.iin, _Before())) or followed,
            known.stays,
            elsewhere,
        )
        for row in rows
    ]
    return tuple(concerns_about(people, on=on))


def _status(person: Person, before: _Before) -> StatusKnown | None:
    """The person's own status: as it was written down, else by an earlier stay, else by the certificate."""
    own, name = kandas_status(person), person_name(person)
    if own.given_on is not None:
        return StatusKnown(person.id, name, own)
    if before.status.given_on is not None:
        return StatusKnown(person.id, name, before.status, is_written_down=False)
    if person.certificate_issued_on is not None:
        by_certificate = KandasStatus(given_on=person.certificate_issued_on)
        return StatusKnown(person.id, name, by_certificate, is_written_down=False)
    return None


def _before(people: Sequence[Person]) -> dict[str, _Before]:
    """What is known of these people by their IIN, of stays here that are over."""
    numbered = [person for person in people if person.iin]
    if not numbered:
        return {}
    sql = _EARLIER.format(places=",".join("?" * len(numbered)))
    values = [*(person.iin for person in numbered), _born_on(map(birth_date, numbered))]
    found: dict[str, _Before] = {}
    for iin, moved_in_on, ended_on, number, *status in in_use().execute_sql(sql, values):
        stay = EarlierStay(date.fromisoformat(moved_in_on), date.fromisoformat(ended_on), number)
        known, so_far = _known(*status), found.get(iin, _Before())
        latest = known if known.given_on is not None else so_far.status
        found[iin] = _Before((*so_far.stays, stay), latest)
    return found


def _elsewhere(people: Sequence[Person], application_id: int) -> tuple[Elsewhere, ...]:
    """Who was born on the same days and lives here, is awaited, or has another application that is open."""
    # A year alone is found in many a line, and tells nobody from another.
    days = [born for born in map(birth_date, people) if born.is_exact]
    if not days:
        return ()
    rows = in_use().execute_sql(_ELSEWHERE, (_born_on(days), application_id))
    return tuple(
        Elsewhere(
            HouseholdPerson(0, PersonName(*row[:3]), BirthDate(*row[3:6]), "", iin=row[6]),
            row[8],
            bool(row[7]),
        )
        for row in rows
    )


def _born_on(days: Iterable[BirthDate]) -> str:
    """The search for everybody born on these days."""
    return " OR ".join(f"({matching(born.digits)})" for born in dict.fromkeys(days))


def _known(given_on: str | None, extended_until: str | None, ended_on: str | None) -> KandasStatus:
    return KandasStatus(_day(given_on), _day(extended_until), _day(ended_on))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
