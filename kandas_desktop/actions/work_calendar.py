"""The office's own days of the work calendar: announced, changed, taken back; a year confirmed."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.acts import Act
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


def mark_day(desk: Desk, entry: DayEntry) -> int:
    """Write a day into the office's calendar, or change it; it wins over the packaged one. The act's id.

    0 where it stands there so already. Raises ``Refused`` where it does not say from where it is known.
    """
    source = clean(entry.source)
    with desk.transaction():
        refuse_if(obstacles_to_marking(source))
        act = Act(desk)
        row = CalendarDay.get_or_none(CalendarDay.day == entry.day)
        values = {"is_working": entry.is_working, "source": source}
        if row is None:
            row = act.add(CalendarDay, day=entry.day, **values)
            return act.close("mark", "calendar day", row.id, day=entry.day, **values)
        before = {"is_working": row.is_working, "source": row.source}
        if before == values:
            return 0
        act.change(row, **values)
        return act.close("change", "calendar day", row.id, day=entry.day, before=before, **values)


def unmark_day(desk: Desk, day: date) -> int:
    """Take the office's own mark of a day away: it is again what the packaged calendar says. The act's id.

    0 where there is none.
    """
    with desk.transaction():
        row = CalendarDay.get_or_none(CalendarDay.day == day)
        if row is None:
            return 0
        act = Act(desk)
        act.remove(row)
        return act.close(
            "unmark", "calendar day", row.id, day=day, is_working=row.is_working, source=row.source
        )


def confirm_year(desk: Desk, year: int, *, source: str) -> int:
    """Record that the working days and days off of a year are as the calendar has them; the act's id.

    Raises ``Refused`` where it does not say from where that is known. Confirmed again, it says so anew.
    """
    source = clean(source)
    with desk.transaction():
        refuse_if(obstacles_to_marking(source))
        act = Act(desk)
        row = CalendarYear.get_or_none(CalendarYear.year == year)
        values = {"confirmed_on": desk.today, "source": source}
        if row is None:
            row = act.add(CalendarYear, year=year, **values)
        else:
            act.change(row, **values)
        return act.close("confirm", "calendar year", row.id, year=year, source=source)
