"""What stands in each cell of the residents' table, and in which colours."""

from datetime import date

from kandas_desktop.queries.residents import ResidentRow
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_FAMILIES, STATE_ICONS, state_words
from kandas_desktop.ui.cells import NOTHING, Cell, chip, spoken
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.leaving_question import end_reason_words
from kandas_desktop.ui.naming import HIDDEN_YEAR, Naming
from kandas_desktop.ui.terms import days_left_words
from kandas_desktop.ui.wording import age_words, digits
from kandas_desktop.words import _

BOLD_FROM = 14
"""From how many days on what is left of a stay is told in bold."""


def cell(row: ResidentRow, column: str, *, on: date, hidden: bool) -> Cell:
    """What a cell says of a resident on a day; names may be hidden (F9)."""
    if column == "name":
        naming = Naming(row.number, hidden)
        return Cell(naming.short(row.name, row.kinship), _who(row, on, hidden), is_bold=True)
    if column == "bed":
        return _bed(row)
    if column == "number":
        return Cell(row.number)
    if column == "moved in":
        return Cell(digits(row.moved_in_on))
    if column == "ends":
        return _ends(row, on)
    if column == "status":
        return _status(row)
    return mark(row, on)


def mark(row: ResidentRow, on: date) -> Cell:
    """What is still to be done, the weightiest first; why somebody left who did."""
    if row.left_on is not None:
        return Cell(end_reason_words(row.ended_because) if row.ended_because else NOTHING)
    if row.vacate_on < on and row.is_over(on):
        return chip(_("overdue"), family="overdue", icon="alert-circle")
    if row.is_over(on):
        state = BedState.VACATING
        return chip(state_words(state), family=STATE_FAMILIES[state], icon=STATE_ICONS[state])
    if not row.bed and not row.shares_bed:
        return chip(_("no bed"), family="overdue", icon="bed")
    if row.needs_signature():
        return chip(_("rules not signed"), family="held", icon="pencil")
    return Cell(NOTHING)


def spoken_row(row: ResidentRow, columns: tuple[str, ...], *, on: date, hidden: bool) -> str:
    """A row in one line, for screen readers."""
    return spoken(cell(row, column, on=on, hidden=hidden) for column in columns)


def _who(row: ResidentRow, on: date, hidden: bool) -> str:
    who = kinship_words(row.kinship) or _("applicant")
    return f"{who} · {HIDDEN_YEAR if hidden else age_words(row.born, on)}"


def _bed(row: ResidentRow) -> Cell:
    if row.bed:
        return Cell(row.bed, is_bold=row.left_on is None)
    return Cell(NOTHING, _("shares") if row.shares_bed else "")


def _ends(row: ResidentRow, on: date) -> Cell:
    if row.left_on is not None:
        return Cell(digits(row.left_on))
    if row.is_over(on):
        family: FamilyName = "overdue" if row.vacate_on < on else "vacating"
        return Cell(
            digits(row.ends_on), _("out by {day}").format(day=f"{row.vacate_on:%d.%m}"), second_family=family
        )
    days = (row.ends_on - on).days
    return Cell(
        digits(row.ends_on),
        days_left_words(row.ends_on, on),
        is_bold=days <= BOLD_FROM,
        second_family="vacating" if days <= BOLD_FROM else None,
    )


def _status(row: ResidentRow) -> Cell:
    if row.left_on is not None:
        return Cell(row.destination or NOTHING)
    if row.status_ends_on is None:
        return Cell(NOTHING, _("not written"))
    return Cell(digits(row.status_ends_on), _("own") if row.has_own_status else _("the applicant's"))
