"""The beds that should become free as lines of the page: on which day, which ones, and for whom."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kandas_desktop.queries.reserve import ReserveRow, ReserveView
from kandas_desktop.rules.reserve import FreeingBed
from kandas_desktop.ui.bed_looks import beds_words, state_words
from kandas_desktop.ui.cells import NOTHING, Cell, Column, Look
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.words import household_line, row_naming, told_of
from kandas_desktop.ui.terms import days_left_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, pgettext

COLUMNS = (
    Column(lambda: pgettext("reserve", "Expected"), 204),
    Column(lambda: _("Which beds"), 130, share=2),
    Column(lambda: _("What they are now"), 120, share=1),
    Column(lambda: pgettext("reserve", "For whom"), 186, share=2),
)


def forecast_lines(view: ReserveView, *, hidden: bool) -> list[Line]:
    """The beds by day, and on each day by whom they would serve, in the order of the reserve (r.8)."""
    waiting = {bed.bed_id: row for row in view.rows for bed in row.waits_for}
    parts: dict[tuple[date, int], list[FreeingBed]] = {}
    for bed in view.freeing:
        row = waiting.get(bed.bed_id)
        parts.setdefault((bed.on, row.place if row else 0), []).append(bed)
    rows = {row.place: row for row in view.rows}
    lines, before = [], None
    for (day, place), beds in sorted(parts.items(), key=lambda part: (part[0][0], part[0][1] or 1 << 30)):
        lines.append(_line(day, beds, rows.get(place), view, hidden=hidden, is_first=day != before))
        before = day
    return lines


def _line(
    day: date,
    beds: Sequence[FreeingBed],
    row: ReserveRow | None,
    view: ReserveView,
    *,
    hidden: bool,
    is_first: bool,
) -> Line:
    # Overdue rooms and beds being made ready are for today: how far off that is, nobody knows.
    far = days_left_words(day, view.on) if day > view.on else _("at any time")
    when = Cell(
        _("today") if day <= view.on else digits(day),
        _("estimate, {far}").format(far=far),
        Look.ESTIMATE,
    )
    cells = (
        when if is_first else Cell(""),
        Cell(beds_words(len(beds)), ", ".join(bed.label for bed in beds), is_bold=True),
        _states(beds),
        _whom(row, day, hidden=hidden),
    )
    application_id = row.application_id if row else 0
    told = (*(bed.label for bed in beds), *(told_of(row) if row else ()))
    return Line(f"{day.isoformat()} {application_id}", application_id, cells, beds[0].bed_id, told)


def _states(beds: Sequence[FreeingBed]) -> Cell:
    counts = Counter(bed.now for bed in beds)
    if len(counts) == 1:
        return Cell(state_words(beds[0].now))
    first, *others = (f"{state_words(state)} {count}" for state, count in counts.items())
    return Cell(first, ", ".join(others))


def _whom(row: ReserveRow | None, day: date, *, hidden: bool) -> Cell:
    if row is None:
        return Cell(NOTHING, _("nobody waits for them"))
    name = f"{row.place} · {row_naming(row, hidden).short(row.applicant)}"
    return Cell(name, household_line(row), is_bold=row.forecast_on == day)
