"""Days as the first page words them: long in its head, short in its rows, holidays ahead."""

from datetime import date

from kandas_desktop.queries.today import TodayView
from kandas_desktop.rules.agenda_items import AgendaItem, Group
from kandas_desktop.ui.terms import days_left_words, days_off_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, ngettext

_NAMED_AHEAD = 9
"""Days so near are named by their weekday, later ones counted."""
_MONTHS = (
    lambda: _("{day} January {year}"),
    lambda: _("{day} February {year}"),
    lambda: _("{day} March {year}"),
    lambda: _("{day} April {year}"),
    lambda: _("{day} May {year}"),
    lambda: _("{day} June {year}"),
    lambda: _("{day} July {year}"),
    lambda: _("{day} August {year}"),
    lambda: _("{day} September {year}"),
    lambda: _("{day} October {year}"),
    lambda: _("{day} November {year}"),
    lambda: _("{day} December {year}"),
)
_WEEKDAYS = (
    lambda: _("Mon"),
    lambda: _("Tue"),
    lambda: _("Wed"),
    lambda: _("Thu"),
    lambda: _("Fri"),
    lambda: _("Sat"),
    lambda: _("Sun"),
)


def long_day(day: date) -> str:
    """A day in full: «2026 жылғы 18 наурыз, сәрсенбі»."""
    written = _MONTHS[day.month - 1]().format(day=day.day, year=day.year)
    return f"{written}, {_WEEKDAYS[day.weekday()]()}"


def short_day(day: date, on: date) -> str:
    """A day in a row: 16.03, and with its year where that is another."""
    return f"{day:%d.%m}" if day.year == on.year else f"{day:%d.%m.%y}"


def distance(item: AgendaItem, on: date) -> str:
    """How far off an item's day is: «2 күн өтті», «бүгін», «ертең», «жұма», or since when it is open."""
    if item.due is None:
        if item.group is Group.SOON or item.day > on:  # a clock set back has what is open still ahead
            return _named(item.day, on)
        open_for = (on - item.day).days
        return ngettext("day {count}", "day {count}", open_for + 1) if open_for else _("today")
    if item.due <= on:
        return days_left_words(item.due, on)
    return _named(item.due, on)


def _named(day: date, on: date) -> str:
    days = (day - on).days
    if days == 1:
        return _("tomorrow")
    return (
        _WEEKDAYS[day.weekday()]() if days <= _NAMED_AHEAD else ngettext("{count} day", "{count} days", days)
    )


def days_off_note(view: TodayView) -> tuple[str, str]:
    """The days off ahead, and which day is worked next; or a weekend that is worked; empty where none is."""
    if view.days_off is not None:
        days = _("{days} off").format(days=days_off_words(view.days_off.days).replace(", ", ": ", 1))
        following = _("next working day {day}").format(day=f"{view.days_off.next_working:%d.%m}")
        return days, following
    if view.worked_weekend is not None:
        day = view.worked_weekend
        return _("{day}, {weekday}: a working day").format(
            day=f"{day:%d.%m}", weekday=_WEEKDAYS[day.weekday()]()
        ), ""
    return "", ""


def day_words(day: date, on: date) -> str:
    """A day within a sentence: «бүгін», or 16.03.2026."""
    return _("today") if day == on else digits(day)
