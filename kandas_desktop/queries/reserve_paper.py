"""What the printed reserve journal says: every entry of a year in the order that binds (r.7, r.8)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from kandas_desktop.models.cases import reserve_queue
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.tables import Office
from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports.stay_forms import ReserveJournalForm, ReserveLine, digits
from kandas_desktop.rules.household import PersonName

# CROSS keeps SQLite from beginning with everybody who ever applied.
_ENTRIES = """
SELECT a.id, a.number, a.registered_on, a.arrived_at, a.people, p.surname, p.given_name, p.patronymic,
       e.entered_on, e.left_on, e.left_because, a.returned_reason, a.struck_out_reason,
       r.number, r.lapsed_on
FROM reserve_entry e CROSS JOIN application a
LEFT JOIN referral r ON r.application_id = a.id AND r.struck_out_on IS NULL
JOIN application_person ap ON ap.application_id = a.id AND ap.position = 0
JOIN person p ON p.id = ap.person_id
WHERE a.id = e.application_id AND (e.left_on IS NULL OR e.left_on >= :first OR e.entered_on >= :first)
ORDER BY a.registered_on, a.arrived_at, a.id
"""
_DECISIONS = """
SELECT o.passed_id, o.number, o.decided_on, preferred.number, o.reason
FROM passing_over o JOIN application preferred ON preferred.id = o.preferred_id ORDER BY o.id
"""


def reserve_journal_form(on: date) -> ReserveJournalForm:
    """Everybody who waited in the reserve in the year of ``on``, first who applied first."""
    database = in_use()
    places = {row.id: place for place, row in enumerate(reserve_queue(), start=1)}
    passed: defaultdict[int, list[str]] = defaultdict(list)
    for passed_id, number, decided_on, preferred, reason in database.execute_sql(_DECISIONS):
        passed[passed_id].append(
            words.PASSED_OVER.format(
                number=number, day=_written(decided_on), preferred=preferred, reason=reason
            )
        )
    rows: Iterable[tuple[Any, ...]] = database.execute_sql(_ENTRIES, {"first": date(on.year, 1, 1)})
    return ReserveJournalForm(
        year=on.year,
        on=on,
        local_body=Office.get_by_id(1).local_body_name,
        lines=[
            _line(number, row, place=places.get(row[0], 0), passed=passed[row[0]])
            for number, row in enumerate(rows, start=1)
        ],
    )


def _line(number: int, row: tuple[Any, ...], *, place: int, passed: list[str]) -> ReserveLine:
    (_id, application, registered, arrived, people, surname, given, patronymic, entered, *left) = row
    return ReserveLine(
        number=number,
        registered=_registered(registered, datetime.fromisoformat(arrived), application),
        applicant=PersonName(surname, given, patronymic).full,
        people=people,
        entered=_written(entered),
        standing=_left(*left) if left[0] else words.WAITING.format(place=place),
        passed_over=tuple(passed),
    )


def _registered(registered: str, at: datetime, number: str) -> str:
    """Day, time and number; of what came on a day off, also the day on which it came (r.6, r.7)."""
    day = _written(registered)
    if at.date() == date.fromisoformat(registered):
        return f"{day}, {at:%H:%M}, {number}"
    return words.ARRIVED_BEFORE.format(day=day, arrived_on=digits(at.date()), at=f"{at:%H:%M}", number=number)


def _left(
    left_on: str,
    because: str,
    returned: str | None,
    struck_out: str | None,
    referral: str | None,
    lapsed_on: str | None,
) -> str:
    """When and why one left the reserve, and that the term of its referral was not kept (r.9)."""
    referred = words.LEFT_REFERRED.format(number=referral)
    if lapsed_on:
        referred = words.LAPSED.format(referred=referred, day=_written(lapsed_on))
    reason = {
        "referred": referred,
        "returned": words.LEFT_RETURNED.format(reason=returned),
        "struck out": words.LEFT_STRUCK_OUT.format(reason=struck_out),
    }[because]
    return f"{_written(left_on)}, {reason}"


def _written(day: str) -> str:
    return digits(date.fromisoformat(day))
