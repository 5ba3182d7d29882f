"""What is to be weighed before a referral: whose status is over, who lived here before (r.3, r.15)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kandas_desktop.models.cases import household_person, people_rows
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.search import matching
from kandas_desktop.models.stays import applicant_of, kandas_status, person_name
from kandas_desktop.models.tables import Application, ApplicationPerson, Person
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.concerns import Concern, Considered, EarlierStay, StatusKnown, concerns_about
from kandas_desktop.rules.status import KandasStatus

# Nothing is found by the IIN at once in a long journal, but by the birth date, which is searched for.
_EARLIER = """
SELECT p.iin, s.moved_in_on, coalesce(s.ended_on, s.left_on), root.number,
       p.status_given_on, p.status_extended_until, p.status_ended_on
FROM journal_search js CROSS JOIN application_person ap ON ap.application_id = js.rowid
JOIN person p ON p.id = ap.person_id AND p.iin = ?
JOIN stay s ON s.person_id = p.id AND s.left_on IS NOT NULL
JOIN application root ON root.id = s.household_id
WHERE js.journal_search MATCH ? ORDER BY s.moved_in_on, s.id
"""


class _Before(NamedTuple):
    """What is known of a person by their stays that are over."""

    stays: tuple[EarlierStay, ...] = ()
    status: KandasStatus = KandasStatus()


def concerns_of(application: Application, on: date) -> tuple[Concern, ...]:
    """What is to be weighed before a referral of an application issued on a day."""
    rows = people_rows([application.id])
    before = {row.id: _before(row.person) for row in rows}
    applicants = applicant_of(application.joins_id) if application.joins_id else rows[0].person
    followed = _status(applicants, before[rows[0].id] if application.joins_id is None else _Before())
    return tuple(concerns_about(list(_considered(rows, before, followed)), on=on))


def _considered(
    rows: Iterable[ApplicationPerson], before: dict[int, _Before], followed: StatusKnown | None
) -> Iterable[Considered]:
    for row in rows:
        known = before[row.id]
        yield Considered(household_person(row), _status(row.person, known) or followed, known.stays)


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


def _before(person: Person) -> _Before:
    """What is known of a person by the IIN, of stays here that are over."""
    expression = matching(BirthDate(person.birth_year, person.birth_month, person.birth_day).digits)
    if not person.iin or expression is None:
        return _Before()
    found: defaultdict[KandasStatus, list[EarlierStay]] = defaultdict(list)
    for _iin, moved_in_on, ended_on, number, *status in in_use().execute_sql(
        _EARLIER, (person.iin, expression)
    ):
        stay = EarlierStay(date.fromisoformat(moved_in_on), date.fromisoformat(ended_on), number)
        found[_known(*status)].append(stay)
    known = [status for status in found if status.given_on is not None]
    stays = sorted(stay for stays in found.values() for stay in stays)
    return _Before(tuple(stays), known[-1] if known else KandasStatus())


def _known(given_on: str | None, extended_until: str | None, ended_on: str | None) -> KandasStatus:
    return KandasStatus(_day(given_on), _day(extended_until), _day(ended_on))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
