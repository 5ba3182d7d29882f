"""How the outcome of an application is shown: its chip, and the reason behind it."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.journal import JournalRow
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.wording import clause_words, digits, standing_words
from kandas_desktop.words import _, ngettext


class Outcome(NamedTuple):
    """A chip, and why it says so; the reason is empty where the chip says it all."""

    text: str
    family: FamilyName
    icon: IconName
    reason: str = ""


_LOOKS: dict[Standing, tuple[FamilyName, IconName]] = {
    Standing.DUE: ("accent", "clock"),
    Standing.RESERVE: ("held", "hourglass"),
    Standing.REFERRED: ("free", "check-circle"),
    Standing.RETURNED: ("grey", "undo"),
    Standing.STRUCK_OUT: ("grey", "ban"),
}


def outcome(row: JournalRow, today: date) -> Outcome:
    """What became of an application, or what is due (r.6) and why."""
    if row.standing is Standing.DUE:
        return _pending(row, today)
    family, icon = _LOOKS[row.standing]
    reason = ""
    if row.standing is Standing.RESERVE:
        reason = _("{clause}: waits for free beds, {place} in the order of applying").format(
            clause=clause_words(Clause.R7), place=row.reserve_place
        )
    return Outcome(standing_words(row.standing, row.reserve_place), family, icon, reason)


def _pending(row: JournalRow, today: date) -> Outcome:
    day = digits(row.registered_on)
    reason = _("{clause}: considered on the day it is registered, {day}").format(
        clause=clause_words(Clause.R6), day=day
    )
    if row.registered_on > today:
        # It came on a day off, so it is registered and due on the next working day.
        return Outcome(_("Due {day}").format(day=day), "grey", "calendar", reason)
    if row.registered_on == today:
        return Outcome(standing_words(Standing.DUE), *_LOOKS[Standing.DUE], reason)
    late = (today - row.registered_on).days
    words = ngettext("Not considered · {count} day", "Not considered · {count} days", late)
    return Outcome(words, "overdue", "alert-circle", reason)


def usual_outcomes() -> list[Outcome]:
    """The chips that are seen every day, in the language of the screen."""
    return [Outcome(standing_words(standing, 88), *look) for standing, look in _LOOKS.items()]


def rare_outcomes(today: date) -> list[Outcome]:
    """The chips that are seen when something was forgotten, or came in on a day off."""
    late = ngettext("Not considered · {count} day", "Not considered · {count} days", 9)
    to_come = _("Due {day}").format(day=digits(today))
    return [Outcome(late, "overdue", "alert-circle"), Outcome(to_come, "grey", "calendar")]
