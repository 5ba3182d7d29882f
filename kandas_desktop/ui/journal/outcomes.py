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


STANDING_LOOKS: dict[Standing, tuple[FamilyName, IconName]] = {
    Standing.DUE: ("accent", "clock"),
    Standing.RESERVE: ("held", "hourglass"),
    Standing.REFERRED: ("free", "check-circle"),
    Standing.RETURNED: ("grey", "undo"),
    Standing.STRUCK_OUT: ("grey", "ban"),
}


def outcome(row: JournalRow, today: date) -> Outcome:
    """What became of an application, or what is due (r.6) and why."""
    if row.standing is Standing.DUE:
        return pending_outcome(row.registered_on, row.reopened_on, today)
    family, icon = STANDING_LOOKS[row.standing]
    reason = ""
    if row.standing is Standing.RESERVE:
        reason = _("{clause}: waits for free beds, {place} in the order of applying").format(
            clause=clause_words(Clause.R7), place=row.reserve_place
        )
    return Outcome(standing_words(row.standing, row.reserve_place), family, icon, reason)


def pending_outcome(registered_on: date, reopened_on: date | None, today: date) -> Outcome:
    """When an application is considered (r.6): the day it is registered, or its referral was struck out."""
    due_on = reopened_on or registered_on
    why = _("{clause}: considered on the day it is registered, {day}")
    if reopened_on is not None:
        why = _("{clause}: considered again since its referral was struck out, {day}")
    reason = why.format(clause=clause_words(Clause.R6), day=digits(due_on))
    if due_on > today:
        # It came on a day off, so it is registered and due on the next working day.
        return Outcome(_("Due {day}").format(day=digits(due_on)), "grey", "calendar", reason)
    if due_on == today:
        words = _("To consider again") if reopened_on else standing_words(Standing.DUE)
        return Outcome(words, *STANDING_LOOKS[Standing.DUE], reason)
    late = (today - due_on).days
    words = ngettext("Not considered · {count} day", "Not considered · {count} days", late)
    return Outcome(words, "overdue", "alert-circle", reason)


def usual_outcomes() -> list[Outcome]:
    """The chips that are seen every day, in the language of the screen."""
    return [Outcome(standing_words(standing, 88), *look) for standing, look in STANDING_LOOKS.items()]


def rare_outcomes(today: date) -> list[Outcome]:
    """The chips that are seen when something was forgotten, fell, or came in on a day off."""
    late = ngettext("Not considered · {count} day", "Not considered · {count} days", 9)
    to_come = _("Due {day}").format(day=digits(today))
    again = Outcome(_("To consider again"), *STANDING_LOOKS[Standing.DUE])
    return [Outcome(late, "overdue", "alert-circle"), Outcome(to_come, "grey", "calendar"), again]
