"""The days off and moved working days that come next, as a desk wants to know them beforehand."""

from dataclasses import dataclass
from datetime import date, timedelta

from kandas_desktop.rules.calendar import WorkCalendar

_SATURDAY = 5
LOOKED_AHEAD = 10
"""How many days before it a holiday is announced."""


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days on end on which nobody works, one of them more than a weekend, and the working day after them."""

    days: tuple[date, ...]
    next_working: date


def next_days_off(calendar: WorkCalendar, on: date, *, within: int = LOOKED_AHEAD) -> DaysOff | None:
    """Return the next days off that are more than a weekend; ``None`` where none begin ``within`` days.

    Days off that have begun already count, and are told from ``on``.
    """
    day, last = on, on + timedelta(days=within)
    while day <= last:
        if calendar.is_working(day):
            day += timedelta(days=1)
            continue
        following = calendar.next_working(day)
        days = tuple(day + timedelta(days=number) for number in range((following - day).days))
        if any(one.weekday() < _SATURDAY for one in days):
            return DaysOff(days, following)
        day = following
    return None


def next_worked_weekend(calendar: WorkCalendar, on: date, *, within: int = LOOKED_AHEAD) -> date | None:
    """Return the next Saturday or Sunday that is a working day, in exchange for a day off."""
    days = (on + timedelta(days=number) for number in range(within + 1))
    return next((day for day in days if day.weekday() >= _SATURDAY and calendar.is_working(day)), None)
