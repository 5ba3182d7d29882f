"""What the printed reserve journal says: every entry of a year in the order that binds (r.7, r.8)."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from kandas_desktop.models.cases import reserve_queue
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.joining import JoiningLine, joining_lines
from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports.stay_forms import ReserveJournalForm, ReserveLine, digits
from kandas_desktop.rules.names import PersonName

# CROSS keeps SQLite from beginning with everybody who ever applied.
_ENTRIES = """
SELECT row_number() OVER (ORDER BY e.id), a.id, a.number, a.registered_on, a.arrived_at, a.people,
       p.surname, p.given_name, p.patronymic, e.entered_on, e.left_on, e.left_because,
       a.returned_reason, a.struck_out_reason,
       r.number, r.lapsed_on
FROM reserve_entry e CROSS JOIN application a
LEFT JOIN referral r ON r.application_id = a.id AND r.struck_out_on IS NULL
JOIN application_person ap ON ap.application_id = a.id AND ap.position = 0
JOIN person p ON p.id = ap.person_id
WHERE a.id = e.application_id AND e.entered_on <= :last AND (e.left_on IS NULL OR e.left_on >= :first)
ORDER BY a.registered_on, a.arrived_at, a.id
"""
_DECISIONS = """
SELECT o.passed_id, o.number, o.decided_on, preferred.number, o.reason
FROM passing_over o JOIN application preferred ON preferred.id = o.preferred_id ORDER BY o.id
"""


def reserve_years(on: date) -> list[int]:
    """The years of which there is a reserve journal, the newest first: that of ``on`` in any case."""
    row = in_use().execute_sql("SELECT entered_on FROM reserve_entry ORDER BY id LIMIT 1").fetchone()
    first = min(date.fromisoformat(row[0]).year, on.year) if row else on.year
    return list(range(on.year, first - 1, -1))


def reserve_journal_form(on: date, year: int | None = None) -> ReserveJournalForm:
    """Everybody who waited in the reserve in a year, that of ``on`` unless another is named, as of ``on``.

    First who applied first; the numbers are those of their entries, which no later entry changes. Places in
    the queue are told of today's year only (r.7, r.8).
    """
    database = in_use()
    year = year or on.year
    queue = reserve_queue() if year == on.year else []
    places = {row.id: place for place, row in enumerate(queue, start=1)}
    passed: defaultdict[int, list[str]] = defaultdict(list)
    for passed_id, number, decided_on, preferred, reason in database.execute_sql(_DECISIONS):
        passed[passed_id].append(
            words.PASSED_OVER.format(
                number=number, day=_written(decided_on), preferred=preferred, reason=reason
            )
        )
    days = {"first": date(year, 1, 1), "last": date(year, 12, 31)}
    rows: list[tuple[Any, ...]] = database.execute_sql(_ENTRIES, days).fetchall()
    joining = joining_lines(row[1] for row in rows)
    return ReserveJournalForm(
        year=year,
        on=on,
        local_body=Office.get_by_id(1).local_body_name,
        lines=[
            _line(row, joining.get(row[1]), on=on, place=places.get(row[1], 0), passed=passed[row[1]])
            for row in rows
        ],
    )


def _line(
    row: tuple[Any, ...], joining: JoiningLine | None, *, on: date, place: int, passed: list[str]
) -> ReserveLine:
    (number, _id, application, registered, arrived, people, surname, given, patronymic, entered, *left) = row
    waiting = words.WAITING.format(place=place) if place else words.CARRIED_OVER
    return ReserveLine(
        number=number,
        registered=_registered(registered, datetime.fromisoformat(arrived), application, on=on),
        applicant=joining.applicant if joining else PersonName(surname, given, patronymic).full,
        people=people,
        entered=_entered(date.fromisoformat(entered), on),
        standing=_left(*left) if left[0] else waiting,
        passed_over=tuple(passed),
        family=joining.family if joining else (),
    )


def _registered(registered: str, at: datetime, number: str, *, on: date) -> str:
    """Day, time and number; of what came on a day off, also the day on which it came (r.6, r.7).

    On a paper of that very day off it is still to be registered.
    """
    day = date.fromisoformat(registered)
    if at.date() == day:
        return f"{digits(day)}, {at:%H:%M}, {number}"
    sentence = words.TO_BE_REGISTERED if day > on else words.ARRIVED_BEFORE
    return sentence.format(day=digits(day), arrived_on=digits(at.date()), at=f"{at:%H:%M}", number=number)


def _entered(day: date, on: date) -> str:
    """The day of the entry; on a paper of a day off before it the entry is still to be made (r.6)."""
    return words.TO_BE_ENTERED.format(day=digits(day)) if day > on else digits(day)


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
