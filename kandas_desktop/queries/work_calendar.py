"""The work calendar as its page shows it: the package's days, the office's own, and what a change moves."""

from datetime import date, timedelta
from typing import NamedTuple

from kandas_desktop.models.cases import calendar_overrides
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.stay_tables import CalendarYear
from kandas_desktop.models.tables import CalendarDay
from kandas_desktop.queries.agenda_facts import read_facts
from kandas_desktop.rules.agenda import agenda
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.work_days import MovedTerm, moved_terms


class OwnDay(NamedTuple):
    """A day that the office wrote down, with its source and what the packaged calendar says."""

    day: date
    is_working: bool
    source: str
    is_officially_working: bool


class Confirmation(NamedTuple):
    """When a year was confirmed, and from which announcement."""

    on: date
    source: str


class YearView(NamedTuple):
    """A year's days off by the office's calendar, and what the office itself wrote down."""

    year: int
    days_off: frozenset[date]
    own_days: tuple[OwnDay, ...]
    confirmation: Confirmation | None

    def own(self, day: date) -> OwnDay | None:
        """What the office wrote down of a day."""
        return next((own for own in self.own_days if own.day == day), None)


def year_view(year: int) -> YearView:
    """A year of the work calendar."""
    official = kazakhstan()
    calendar = kazakhstan(calendar_overrides())
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1)]
    rows = CalendarDay.select().where(CalendarDay.day.between(first, days[-1])).order_by(CalendarDay.day)
    confirmed = CalendarYear.get_or_none(CalendarYear.year == year)
    return YearView(
        year=year,
        days_off=frozenset(day for day in days if not calendar.is_working(day)),
        own_days=tuple(
            OwnDay(row.day, row.is_working, row.source, official.is_working(row.day)) for row in rows
        ),
        confirmation=Confirmation(confirmed.confirmed_on, confirmed.source) if confirmed else None,
    )


def terms_moved_by(on: date, day: date, *, is_working: bool | None) -> list[MovedTerm]:
    """Which open terms would end on another day if a day were worked or not; ``None`` takes the mark away."""
    after = calendar_overrides()
    if is_working is None:
        after.pop(day, None)
    else:
        after[day] = is_working
    database = in_use()
    now = read_facts(database, on)
    then = read_facts(database, on, overrides=after)
    return moved_terms(agenda(now, on), agenda(then, on))
