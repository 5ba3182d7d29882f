"""The outcomes of the journal's lines: what became of each, and the chips to make room for."""

from datetime import date

from kandas_desktop.queries.journal import JournalRow
from kandas_desktop.queries.journal_lines import Show
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.outcomes import STANDING_LOOKS, Outcome, awaited_outcome, pending_outcome
from kandas_desktop.ui.wording import clause_words, digits, standing_words
from kandas_desktop.words import _, ngettext, pgettext


def outcome(row: JournalRow, today: date) -> Outcome:
    """What became of an application, or what is due (r.6) and why."""
    if row.standing is Standing.DUE:
        return pending_outcome(row.registered_on, row.reopened_on, today)
    if row.standing is Standing.REFERRED:
        return awaited_outcome(row.move_in_due, today)
    family, icon = STANDING_LOOKS[row.standing]
    reason = ""
    if row.standing is Standing.RESERVE:
        reason = _("{clause}: waits for free beds, {place} in the order of applying").format(
            clause=clause_words(Clause.R7), place=row.reserve_place
        )
    return Outcome(standing_words(row.standing, row.reserve_place), family, icon, reason)


def usual_outcomes() -> list[Outcome]:
    """The chips that are seen every day, in the language of the screen."""
    return [Outcome(standing_words(standing, 88), *look) for standing, look in STANDING_LOOKS.items()]


def rare_outcomes(today: date) -> list[Outcome]:
    """The chips that are seen when something was forgotten, fell, or came in on a day off."""
    late = ngettext("Overdue · {count} day", "Overdue · {count} days", 9)
    to_come = _("Due {day}").format(day=digits(today))
    again = Outcome(_("To consider again"), *STANDING_LOOKS[Standing.DUE])
    over = Outcome(_("Term over"), "overdue", "alert-circle")
    return [Outcome(late, "overdue", "alert-circle"), Outcome(to_come, "grey", "calendar"), again, over]


def show_words(show: Show) -> str:
    """What a chip or a menu calls the lines of a choice."""
    return {
        Show.ALL: _("All lines"),
        Show.DUE: pgettext("filter", "Today"),
        Show.RESERVE: pgettext("filter", "In reserve"),
        Show.REFERRED: pgettext("filter", "Referral"),
        Show.SETTLED: pgettext("standing", "Moved in"),
        Show.LEFT: pgettext("standing", "Left"),
        Show.LAPSED: pgettext("standing", "Did not move in"),
        Show.RETURNED: _("Returned"),
        Show.STRUCK_OUT: _("Struck out"),
    }[show]
