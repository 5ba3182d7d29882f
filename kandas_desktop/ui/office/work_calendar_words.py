"""What the work calendar says of a day, and of the terms that a change would move."""

from collections.abc import Sequence
from datetime import date

from kandas_desktop.queries.work_calendar import OwnDay, YearView
from kandas_desktop.rules.agenda_items import ItemKind
from kandas_desktop.rules.work_days import MovedTerm
from kandas_desktop.ui.terms import day_off_words
from kandas_desktop.ui.wording import clause_words, digits
from kandas_desktop.words import _, ngettext

_MOST_TERMS = 6


def working_words(is_working: bool) -> str:
    """«жұмыс күні» or «демалыс»."""
    return _("working day") if is_working else _("day off")


def official_words(day: date, view: YearView) -> str:
    """What the packaged calendar says of a day."""
    own = view.own(day)
    is_working = own.is_officially_working if own else day not in view.days_off
    words = working_words(True) if is_working else day_off_words(day)
    return _("By the calendar of Kazakhstan: {words}").format(words=words)


def own_words(own: OwnDay) -> str:
    """A line of the office's own days."""
    return f"{digits(own.day)} · {working_words(own.is_working)} · {own.source}"


def moved_words(moved: Sequence[MovedTerm]) -> str:
    """Which open terms a change moves, before and after, each on a line."""
    if not moved:
        return _("No open term moves.")
    count = ngettext("{count} open term moves:", "{count} open terms move:", len(moved))
    lines = [_moved(one) for one in moved[:_MOST_TERMS]]
    if len(moved) > _MOST_TERMS:
        lines.append(_("{count} more").format(count=len(moved) - _MOST_TERMS))
    return "\n".join([count, *lines])


def _moved(moved: MovedTerm) -> str:
    item = moved.item
    number = item.number or (item.household.number if item.household else "")
    if item.kind is ItemKind.DECISION:
        number = f"№ {number}"
    clause = clause_words(item.clause) if item.clause else ""
    assert item.due is not None
    return f"{clause} · {number}: {digits(item.due)} → {digits(moved.due)}"
