"""The office's own days of the work calendar: announced, changed, taken back; a year confirmed."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.stay_tables import CalendarYear
from kandas_desktop.models.tables import CalendarDay
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.work_days import obstacles_to_marking


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What the office knows of a day, and from which order or announcement."""

    day: date
    is_working: bool
    source: str


def mark_day(desk: Desk, entry: DayEntry) -> None:
    """Write a day into the office's calendar, or change it; it wins over the packaged one.

    Raises ``Refused`` where it does not say from where it is known.
    """
    source = clean(entry.source)
    with desk.transaction():
        refuse_if(obstacles_to_marking(source))
        row = CalendarDay.get_or_none(CalendarDay.day == entry.day)
        values = {"is_working": entry.is_working, "source": source}
        if row is None:
            row = CalendarDay.create(day=entry.day, **values)
            desk.record("mark", "calendar day", row.id, day=entry.day, **values)
            return
        before = {"is_working": row.is_working, "source": row.source}
        if before != values:
            CalendarDay.update(values).where(CalendarDay.id == row.id).execute()
            desk.record("change", "calendar day", row.id, day=entry.day, before=before, **values)


def unmark_day(desk: Desk, day: date) -> None:
    """Take the office's own mark of a day away: it is again what the packaged calendar says."""
    with desk.transaction():
        row = CalendarDay.get_or_none(CalendarDay.day == day)
        if row is not None:
            CalendarDay.delete().where(CalendarDay.id == row.id).execute()
            desk.record(
                "unmark", "calendar day", row.id, day=day, is_working=row.is_working, source=row.source
            )


def confirm_year(desk: Desk, year: int, *, source: str) -> None:
    """Record that the working days and days off of a year are as the calendar has them.

    Raises ``Refused`` where it does not say from where that is known. Confirmed again, it says so anew.
    """
    source = clean(source)
    with desk.transaction():
        refuse_if(obstacles_to_marking(source))
        row = CalendarYear.get_or_none(CalendarYear.year == year)
        values = {"confirmed_on": desk.today, "source": source}
        if row is None:
            row = CalendarYear.create(year=year, **values)
        else:
            CalendarYear.update(values).where(CalendarYear.id == row.id).execute()
        desk.record("confirm", "calendar year", row.id, year=year, source=source)
