"""Those who wait as lines of the page: place, who, since when, whose turn it is, for what, until when."""

from kandas_desktop.queries.reserve import ReserveRow, ReserveView
from kandas_desktop.ui.cells import NOTHING, Cell, Column, Look
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.words import (
    ahead_words,
    arrived_words,
    estimate_day,
    has_beds_now,
    household_line,
    needs_words,
    others_words,
    passed_words,
    preferred_words,
    row_naming,
    told_of,
    waits_words,
)
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, pgettext

COLUMNS = (
    Column(lambda: "№", 40),
    Column(lambda: _("Applicant"), 142, share=3),
    Column(lambda: pgettext("column", "Registered"), 84),
    Column(lambda: pgettext("column", "Turn"), 164),
    Column(lambda: pgettext("column", "Waits for"), 166, share=2),
    Column(lambda: _("Beds from"), 100),
)


def queue_lines(view: ReserveView, *, hidden: bool) -> list[Line]:
    """Everybody who waits, in the strict order (r.7); names may be hidden (F9)."""
    return [queue_line(row, view, hidden=hidden) for row in view.rows]


def queue_line(row: ReserveRow, view: ReserveView, *, hidden: bool) -> Line:
    """One who waits."""
    name = row_naming(row, hidden).short(row.applicant)
    cells = (
        Cell(str(row.place), look=Look.PLACE, family="accent" if row.is_next else "grey"),
        Cell(name, household_line(row), is_bold=True),
        Cell(digits(row.registered_on), arrived_words(row)),
        _turn(row),
        _waits(row, view),
        _estimate(row, view),
    )
    return Line(str(row.application_id), row.application_id, cells, told=told_of(row))


def _turn(row: ReserveRow) -> Cell:
    passed = passed_words(row.passed_by) if row.passed_by else ""
    family: FamilyName | None = "held" if passed else None
    if row.is_next:
        second = passed or (preferred_words(row.preferred) if row.place > 1 else "")
        words = _("its turn has come")
        return Cell(words, second, Look.CHIP, "free", "check-circle", second_family=family)
    return Cell(ahead_words(len(row.ahead)), passed, second_family=family)


def _waits(row: ReserveRow, view: ReserveView) -> Cell:
    family: FamilyName | None = None
    if row.is_next:
        family = "held" if row.obstacles else "free"
    needed, kept = needs_words(row, view.beds.free), others_words(row)
    return Cell(needed, waits_words(row), second_family=family, kept=kept)


def _estimate(row: ReserveRow, view: ReserveView) -> Cell:
    day = estimate_day(row, view.on)
    if not day:
        return Cell(NOTHING)
    if has_beds_now(row):
        return Cell(day, _("beds are free"), second_family="free")
    return Cell(day, _("estimate"), Look.ESTIMATE)
