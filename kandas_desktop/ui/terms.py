"""Why a term of the order ends when it does, and how far off that is, in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.editions import edition_on
from kandas_desktop.rules.terms import Term
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, ngettext

_HOLIDAYS = {
    (1, 1): lambda: _("New Year"),
    (1, 2): lambda: _("New Year"),
    (1, 7): lambda: _("Orthodox Christmas"),
    (3, 8): lambda: _("International Women's Day"),
    (3, 21): lambda: _("Nauryz"),
    (3, 22): lambda: _("Nauryz"),
    (3, 23): lambda: _("Nauryz"),
    (5, 1): lambda: _("Unity Day"),
    (5, 7): lambda: _("Defender of the Fatherland Day"),
    (5, 9): lambda: _("Victory Day"),
    (7, 6): lambda: _("Capital City Day"),
    (10, 25): lambda: _("Republic Day"),
    (12, 16): lambda: _("Independence Day"),
}
_WEEKDAYS = (
    lambda: _("Monday"),
    lambda: _("Tuesday"),
    lambda: _("Wednesday"),
    lambda: _("Thursday"),
    lambda: _("Friday"),
    lambda: _("Saturday"),
    lambda: _("Sunday"),
)
_NEVER_MOVED = (Clause.R9, Clause.R15, Clause.R17)
"""The terms that end on a day off unless the office has them moved (r.15's never is)."""


def term_reason(term: Term, calendar: WorkCalendar | None = None) -> str:
    """What a term runs from, the order's days, and what days off do to it: «18.03.2026 + 3 calendar days».

    With a calendar it also says of a last day that is a day off that the term does not move.
    """
    counted = _counted(term)
    if term.skipped:
        effect = _skipping(term.clause).format(days=days_off_words(term.skipped))
    elif calendar is not None and term.clause in _NEVER_MOVED and not calendar.is_working(term.due):
        effect = _("{day}: the term does not move").format(day=day_off_words(term.due))
    else:
        return counted
    return f"{counted}. {effect}."


def days_left_words(due: date, today: date) -> str:
    """How far off the last day of a term is: «3 days left», «today», «2 days over»."""
    days = (due - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("{count} day left", "{count} days left", days)
    return ngettext("{count} day over", "{count} days over", -days)


def weekday_words(day: date) -> str:
    """The day of the week: «Бейсенбі»."""
    return _WEEKDAYS[day.weekday()]()


def holiday_words(day: date) -> str:
    """The holiday that a day is: «Наурыз мейрамы»; empty for any other day, off or not."""
    name = _HOLIDAYS.get((day.month, day.day))
    return name() if name else ""


def day_off_words(day: date) -> str:
    """Why nobody works on a day: «Сенбі, Наурыз мейрамы»."""
    weekday = weekday_words(day)
    holiday = holiday_words(day)
    return f"{weekday}, {holiday}" if holiday else _("{weekday}, a day off").format(weekday=weekday)


def days_off_words(days: Sequence[date]) -> str:
    """Why nobody works on some days: one as ``day_off_words``, several as «Наурыз мейрамы, 21–25.03»."""
    if len(days) == 1:
        return day_off_words(days[0])
    holidays = dict.fromkeys(holiday for day in days if (holiday := holiday_words(day)))
    return ", ".join([*(holidays or [_("Days off")]), *_runs(days)])


def _counted(term: Term) -> str:
    base, edition = digits(term.base), edition_on(term.base)
    match term.clause:
        case Clause.R6:
            same_day = term.base == term.due
            words = _("Filed on {day}, considered the same day") if same_day else _("Filed on {day}")
            return words.format(day=base)
        case Clause.R9:
            return _("Handed over on {day} + {term}").format(
                day=base, term=_calendar_days(edition.move_in_days)
            )
        case Clause.R14:
            count = edition.decision_working_days
            days = ngettext("{count} working day", "{count} working days", count)
            return _("Proposal registered on {day} + {term}").format(day=base, term=days)
        case Clause.R15:
            return _stay(term, base, edition.stay_months)
        case Clause.R17:
            return _("The stay ended on {day} + {term}").format(
                day=base, term=_calendar_days(edition.vacate_days)
            )
    raise ValueError(term.clause)


def _stay(term: Term, base: str, months: int) -> str:
    length = ngettext("{count} month", "{count} months", months)
    if not term.ended_by_status:
        return _("Moved in on {day} + {term}").format(day=base, term=length)
    return _("Moved in on {day}; the kandas status ends sooner than in {term}: {end}").format(
        day=base, term=length, end=digits(term.due)
    )


def _calendar_days(count: int) -> str:
    return ngettext("{count} calendar day", "{count} calendar days", count)


def _skipping(clause: Clause) -> str:
    if clause is Clause.R6:
        return _("{days}: registered on the next working day")
    if clause is Clause.R14:
        return _("{days}: not counted")
    return _("{days}: the term moves to the next working day")


def _runs(days: Sequence[date]) -> list[str]:
    """Days in order as stretches: «21–25.03», «30.04–01.05», «07.05»."""
    stretches: list[list[date]] = []
    for day in days:
        if stretches and day - stretches[-1][-1] == timedelta(days=1):
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return [_stretch(stretch[0], stretch[-1]) for stretch in stretches]


def _stretch(first: date, last: date) -> str:
    if first == last:
        return f"{last:%d.%m}"
    return f"{first:%d}–{last:%d.%m}" if first.month == last.month else f"{first:%d.%m}–{last:%d.%m}"
