"""Why a family must have moved in by a day (r.9), in words."""

from datetime import date

from kandas_desktop.rules.calendar import WorkCalendar
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


def term_reason(term: Term, calendar: WorkCalendar) -> str:
    """The base date with the order's days, and what a day off at the end does to them."""
    days = ngettext("{count} calendar day", "{count} calendar days", edition_on(term.base).move_in_days)
    counted = _("{base} + {days}.").format(base=digits(term.base), days=days)
    if term.skipped:
        moved = _("{day}: the term moves to the next working day.").format(day=day_off_words(term.skipped[0]))
        return f"{counted} {moved}"
    if not calendar.is_working(term.due):
        stays = _("{day}: the term does not move.").format(day=day_off_words(term.due))
        return f"{counted} {stays}"
    return counted


def day_off_words(day: date) -> str:
    """Why nobody works on a day: «Сенбі, Наурыз мейрамы»."""
    weekday = _WEEKDAYS[day.weekday()]()
    holiday = _HOLIDAYS.get((day.month, day.day))
    if holiday is None:
        return _("{weekday}, a day off").format(weekday=weekday)
    return f"{weekday}, {holiday()}"
