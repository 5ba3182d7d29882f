"""What the side panel says of a bed: who has it, until when and why, or why nobody does."""

from datetime import date
from typing import Literal

from kandas_desktop.queries.board import Tile
from kandas_desktop.queries.board_household import HolderDetail
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.terms import days_left_words, term_reason, weekday_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, ngettext, pgettext

DueFamily = Literal["overdue", "held", "vacating", "occupied"]


def referral_line(detail: HolderDetail) -> str:
    """«Ж-98/26 · 16.03.2026 қолға берілді», or since when somebody lives here."""
    if detail.holder.moved_in_on is not None:
        moved_in = _("moved in on {day}").format(day=digits(detail.holder.moved_in_on))
        return f"{detail.referral_number} · {moved_in}"
    if detail.received_on is not None:
        handed_over = _("handed over on {day}").format(day=digits(detail.received_on))
        return f"{detail.referral_number} · {handed_over}"
    issued = _("issued on {day}").format(day=digits(detail.issued_on))
    return f"{detail.referral_number} · {issued}"


def rules_words(detail: HolderDetail) -> str:
    """Whether the family signed the house rules (r.10); empty where that is not asked of them yet."""
    lacking, signed_on = len(detail.unsigned), detail.rules_signed_on
    if lacking:
        return ngettext(
            "House rules not signed by {count} person", "House rules not signed by {count} people", lacking
        )
    return _("House rules signed on {day}").format(day=digits(signed_on)) if signed_on else ""


def due_family(tile: Tile) -> DueFamily:
    """The colours of what is due."""
    if tile.is_overdue:
        return "overdue"
    holder = tile.bed.holder
    if holder is None or holder.stay_id is None:
        return "held"
    return "vacating" if _is_over(tile) else "occupied"


def due_words(tile: Tile, on: date) -> str:
    """«Орналасу мерзімі: 1 күн қалды»."""
    holder = tile.bed.holder
    if holder is None or holder.due is None:
        return _("The referral was not handed over yet")
    left = days_left_words(holder.due, on)
    if holder.stay_id is None:
        return _("Move-in: {left}").format(left=left)
    return (_("Vacating: {left}") if _is_over(tile) else _("Stay: {left}")).format(left=left)


def due_clause(tile: Tile, detail: HolderDetail) -> Clause:
    """The clause by which the last day is the last."""
    if detail.holder.stay_id is None:
        return Clause.R9
    if _is_over(tile):
        return Clause.R17
    return Clause.R14 if detail.term is None else Clause.R15


def last_day_words(tile: Tile) -> str:
    """The last day with its day of the week; empty while no term runs."""
    holder = tile.bed.holder
    if holder is None or holder.due is None:
        return ""
    weekday = weekday_words(holder.due).lower()
    return _("Last day — {day}, {weekday}").format(day=digits(holder.due), weekday=weekday)


def reason_words(detail: HolderDetail) -> str:
    """Why the last day is that one."""
    if detail.holder.due is None:
        return _("The three days to move in run from the day of receipt.")
    return _("Put out by a decision") if detail.term is None else term_reason(detail.term)


def empty_words(tile: Tile) -> tuple[str, str]:
    """What is said of a bed that nobody has: a bold line and one below it."""
    bed = tile.bed
    if bed.outage is not None:
        since = pgettext("bed", "since {day}").format(day=digits(bed.outage.began_on))
        until = bed.outage.expected_until
        expected = (
            _("expected until {day}").format(day=digits(until)) if until else _("until nobody knows when")
        )
        return bed.outage.reason, f"{since} · {expected}"
    if tile.state is BedState.BEING_MADE_READY and bed.unready_since is not None:
        left = _("left on {day}").format(day=digits(bed.unready_since))
        return _("The bed is free once it is made ready"), left
    return _("Nobody has this bed"), ""


def empty_sentence(tile: Tile) -> str:
    """The bold line as a sentence of its own; a bed out of service is named with its state."""
    words = f"{empty_words(tile)[0].rstrip('.')}."
    return f"{tile.bed.label}: {state_words(tile.state)} · {words}" if tile.bed.outage is not None else words


def _is_over(tile: Tile) -> bool:
    holder = tile.bed.holder
    ends_on = holder.stay_ends_on if holder else None
    return ends_on is not None and ends_on < tile.on
