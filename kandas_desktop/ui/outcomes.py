"""How the outcome of an application is shown on every page: its chip, and the reason behind it."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.wording import clause_words, digits, standing_words
from kandas_desktop.words import _, ngettext

if TYPE_CHECKING:  # the journal's first lines are painted without it
    from kandas_desktop.queries.application import ApplicationDetail


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
    Standing.SETTLED: ("occupied", "user"),
    Standing.LEFT: ("grey", "log-out"),
    Standing.LAPSED: ("grey", "clock"),
    Standing.RETURNED: ("grey", "undo"),
    Standing.STRUCK_OUT: ("grey", "ban"),
}


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
    words = ngettext("Overdue · {count} day", "Overdue · {count} days", late)
    return Outcome(words, "overdue", "alert-circle", reason)


def awaited_outcome(move_in_due: date | None, today: date) -> Outcome:
    """A family that a referral was issued to: awaited, or past the last day to move in (r.9)."""
    if move_in_due is None or move_in_due >= today:
        return Outcome(standing_words(Standing.REFERRED), *STANDING_LOOKS[Standing.REFERRED])
    reason = _("{clause}: had to move in by {day}; the lapse is to be confirmed").format(
        clause=clause_words(Clause.R9), day=digits(move_in_due)
    )
    return Outcome(_("Term over"), "overdue", "alert-circle", reason)


def application_outcome(detail: "ApplicationDetail") -> Outcome:
    """The outcome of an application that is looked at by itself; its place in the reserve is written out."""
    if detail.standing is Standing.DUE:
        return pending_outcome(detail.registered_on, detail.reopened_on, detail.on)
    if detail.standing is Standing.REFERRED:
        move_in = detail.referral.move_in if detail.referral else None
        return awaited_outcome(move_in.due if move_in else None, detail.on)
    words = standing_words(detail.standing)
    if detail.standing is Standing.RESERVE:
        words = _("In reserve · place {place}").format(place=detail.reserve_place)
    return Outcome(words, *STANDING_LOOKS[detail.standing])
