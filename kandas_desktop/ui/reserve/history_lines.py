"""Those who left the reserve as lines of the page: when, who, since when they waited, and why they left."""

from collections.abc import Callable, Sequence

from kandas_desktop.queries.reserve_history import LeftBecause, LeftRow
from kandas_desktop.ui.cells import Cell, Column, chip
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.words import arrived_words, household_line, preferred_words, told_of
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, ngettext, pgettext

COLUMNS = (
    Column(lambda: pgettext("reserve", "Left on"), 92),
    Column(lambda: _("Applicant"), 160, share=2),
    Column(lambda: pgettext("column", "Registered"), 92),
    Column(lambda: _("In the reserve from"), 124),
    Column(lambda: pgettext("reserve", "How"), 210, share=2),
)
_HOW: dict[LeftBecause, tuple[Callable[[], str], FamilyName, IconName]] = {
    LeftBecause.REFERRED: (lambda: _("Referral issued"), "free", "check-circle"),
    LeftBecause.RETURNED: (lambda: _("Returned"), "grey", "undo"),
    LeftBecause.STRUCK_OUT: (lambda: _("Struck out"), "grey", "ban"),
}


def history_lines(rows: Sequence[LeftRow], *, hidden: bool) -> list[Line]:
    """Whoever left, the latest first; names may be hidden (F9)."""
    return [_line(row, hidden=hidden) for row in rows]


def left_chip(row: LeftRow) -> tuple[str, FamilyName, IconName]:
    """How somebody left, as its chip says it."""
    words, family, icon = _HOW[row.because]
    return words(), family, icon


def left_words(row: LeftRow) -> str:
    """The referral or the reason, and the decision by which the turn had come."""
    parts = (row.words, preferred_words(row.preferred) if row.preferred else "")
    return " · ".join(part for part in parts if part)


def waited_words(row: LeftRow) -> str:
    """How long somebody waited in the reserve."""
    days = (row.left_on - row.entered_on).days
    return ngettext("{count} day waited", "{count} days waited", days) if days else _("Same day")


def _line(row: LeftRow, *, hidden: bool) -> Line:
    words, family, icon = left_chip(row)
    cells = (
        Cell(digits(row.left_on)),
        Cell(
            Naming(row.number, hidden).short(row.applicant),
            household_line(row),
            is_bold=True,
        ),
        Cell(digits(row.registered_on), arrived_words(row)),
        Cell(digits(row.entered_on), waited_words(row)),
        chip(words, left_words(row), family=family, icon=icon),
    )
    return Line(str(row.application_id), row.application_id, cells, told=told_of(row))
