"""The terms of order № 331-ө-м, and why each of them ends when it does.

The day of the event is not counted and the last day counts whole. Every term is an answer to a question asked
now: none is stored, none runs out by itself.
"""

from datetime import date, timedelta
from typing import NamedTuple

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.editions import edition_on


class Term(NamedTuple):
    """Why a term ends when it does."""

    base: date
    """The day of the event, which is not counted."""
    due: date
    """The last day of the term, which counts whole."""
    clause: Clause
    skipped: tuple[date, ...] = ()
    """The days off that put the last day off, in order."""
    ended_by_status: bool = False
    """Whether the kandas status, not the order's six months, sets the end (r.15)."""


def registered_on(arrived_on: date, calendar: WorkCalendar) -> date:
    """Return the day on which an application is registered and due (r.6): itself or the next worked."""
    return explain_registered_on(arrived_on, calendar).due


def considered_on(registered_on: date, today: date, calendar: WorkCalendar) -> date:
    """Return the day that the consideration and its papers bear when the desk does it on `today` (r.5, r.6).

    That is `today`, but no day before the registration and no day off: the desk may go on at once, but the
    head signs on the next working day. So the numbers follow the dates, whatever is written first.
    """
    return calendar.next_working(max(registered_on, today))


def earliest_consideration(considered: date, calendar: WorkCalendar) -> date:
    """Return the first day on which the desk can have done what bears the day `considered` (r.6).

    It is that day, or the first of the days off before it.
    """
    while not calendar.is_working(considered - timedelta(days=1)):
        considered -= timedelta(days=1)
    return considered


def move_in_due(received_on: date, calendar: WorkCalendar | None = None) -> date:
    """Return the last day to move in (r.9): three calendar days after the referral was received.

    A calendar switches on Civil Code art. 175: a last day that is a day off moves to the next working day.
    """
    return explain_move_in_due(received_on, calendar).due


def decision_due(registered_on: date, calendar: WorkCalendar) -> date:
    """Return the last day for the decision (r.14): one working day after the proposal was registered."""
    return explain_decision_due(registered_on, calendar).due


def stay_ends_on(moved_in_on: date, status_ends_on: date | None = None) -> date:
    """Return the last day of a person's stay (r.15): six months from moving in, or the status's end.

    Six months end on the same number of the month, or on its last day where that number does not exist. This
    day never moves for a day off.
    """
    return explain_stay_ends_on(moved_in_on, status_ends_on).due


def vacate_due(stay_ended_on: date, calendar: WorkCalendar | None = None) -> date:
    """Return the last day to vacate the room (r.17): three calendar days after the stay ended.

    A calendar switches on Civil Code art. 175: a last day that is a day off moves to the next working day.
    """
    return explain_vacate_due(stay_ended_on, calendar).due


def explain_registered_on(arrived_on: date, calendar: WorkCalendar) -> Term:
    """Return why an application that arrived on `arrived_on` is registered when it is (r.6)."""
    return _on_a_working_day(arrived_on, arrived_on, Clause.R6, calendar)


def explain_move_in_due(received_on: date, calendar: WorkCalendar | None = None) -> Term:
    """Return why `move_in_due` is what it is (r.9; art. 175 with a calendar)."""
    last_day = received_on + timedelta(days=edition_on(received_on).move_in_days)
    return _on_a_working_day(received_on, last_day, Clause.R9, calendar)


def explain_decision_due(registered_on: date, calendar: WorkCalendar) -> Term:
    """Return why `decision_due` is what it is (r.14)."""
    due = registered_on
    skipped: list[date] = []
    for _ in range(edition_on(registered_on).decision_working_days):
        following = due + timedelta(days=1)
        due = calendar.next_working(following)
        skipped += _days_between(following, due)
    return Term(base=registered_on, due=due, clause=Clause.R14, skipped=tuple(skipped))


def explain_stay_ends_on(moved_in_on: date, status_ends_on: date | None = None) -> Term:
    """Return why `stay_ends_on` is what it is (r.15)."""
    cap = months_after(moved_in_on, edition_on(moved_in_on).stay_months)
    if status_ends_on is not None and status_ends_on < cap:
        return Term(base=moved_in_on, due=status_ends_on, clause=Clause.R15, ended_by_status=True)
    return Term(base=moved_in_on, due=cap, clause=Clause.R15)


def explain_vacate_due(stay_ended_on: date, calendar: WorkCalendar | None = None) -> Term:
    """Return why `vacate_due` is what it is (r.17; art. 175 with a calendar)."""
    last_day = stay_ended_on + timedelta(days=edition_on(stay_ended_on).vacate_days)
    return _on_a_working_day(stay_ended_on, last_day, Clause.R17, calendar)


def _on_a_working_day(base: date, last_day: date, clause: Clause, calendar: WorkCalendar | None) -> Term:
    due = last_day if calendar is None else calendar.next_working(last_day)
    return Term(base=base, due=due, clause=clause, skipped=tuple(_days_between(last_day, due)))


def _days_between(first: date, end: date) -> list[date]:
    """Return the days from `first` on, without `end`."""
    return [first + timedelta(days=number) for number in range((end - first).days)]


def months_after(day: date, months: int) -> date:
    """Return the same number of the month `months` later, or that month's last day."""
    # It brings `locale`, for which the journal's first page, of shorter terms, need not wait.
    from calendar import monthrange

    years, month_index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
