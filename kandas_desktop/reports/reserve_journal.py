"""Draws the reserve journal (r.7, r.8): its order, who entered and left it when, and who was passed over."""

from typing import Final

from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports import wording
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import (
    A4_LONG,
    A4_SHORT,
    NOTE,
    TABLE,
    TEXT,
    TITLE,
    width_of,
    wrapped,
)
from kandas_desktop.reports.sheet import STAND, Sheet, draw_foot
from kandas_desktop.reports.stay_forms import ReserveJournalForm, ReserveLine, day_of
from kandas_desktop.reports.table import Cells, Column, Line, Table, parted

LEFT: Final = 25.0
RIGHT: Final = A4_LONG - 10.0
MIDDLE: Final = (LEFT + RIGHT) / 2
TOP: Final = 18.0
BOTTOM: Final = A4_SHORT - 15.0
FOOT_LINE: Final = A4_SHORT - 8.0
_WIDTHS: Final = (15.0, 45.0, 68.0, 16.0, 26.0, 42.0, 50.0)
_CENTRED: Final = (0, 3)
_NAMES: Final = 2
_FAMILY_INDENT: Final = 4.0
_COLUMNS: Final = tuple(
    Column(title, width, centred=place in _CENTRED)
    for place, (title, width) in enumerate(zip(words.RESERVE_COLUMNS, _WIDTHS, strict=True))
)
_TALLEST: Final = 20
_SIGNING: Final = 20.0  # from the table's end to below the line of signing


def render_reserve_journal(form: ReserveJournalForm) -> bytes:
    """The journal as PDF, on sheets laid broadside. Raises ``LettersMissing``."""
    require_letters(form)
    return _drawn(form, sheets=_drawn(form, sheets=0).number).finish()


def _drawn(form: ReserveJournalForm, *, sheets: int) -> Sheet:
    """The journal's sheets, each of which says of which journal it is, and of how many sheets."""
    sheet = Sheet(title=words.RESERVE_TITLE, author=wording.ISSUING_BODY, wide=True)
    table = Table(sheet, _COLUMNS, TABLE, left=LEFT)
    name = ", ".join(_titles(form))
    draw_foot(sheet, name, sheets, left=LEFT, right=RIGHT, y=FOOT_LINE)
    table.begin(_draw_head(sheet, form))
    rows = [_rows(table, line) for line in form.lines or (_EMPTY,)]
    for number, parts in enumerate(rows, start=1):
        # The last line goes along to the sheet that is signed.
        bottom = BOTTOM if number < len(rows) else BOTTOM - _SIGNING
        for row in parts:
            if table.y + table.height(row) > bottom:
                table.end()
                sheet.next()
                draw_foot(sheet, name, sheets, left=LEFT, right=RIGHT, y=FOOT_LINE)
                table.begin(TOP)
            table.row(row)
        table.rule()
    table.end()
    _draw_signature(sheet, table.y + _SIGNING - 5.0)
    return sheet


_EMPTY: Final = ReserveLine(number=0, registered="", applicant=words.RESERVE_EMPTY, people=0, entered="")


def _titles(form: ReserveJournalForm) -> tuple[str, str]:
    """Of which year the journal is, and as of which day."""
    year = words.RESERVE_YEAR.format(year=form.year)
    return f"{words.RESERVE_TITLE}, {year}", words.RESERVE_AS_OF.format(day=day_of(form.on))


def _draw_head(sheet: Sheet, form: ReserveJournalForm) -> float:
    title, on = _titles(form)
    sheet.centred(MIDDLE, TOP, title, TITLE)
    y = TOP
    for line in (*wrapped(form.local_body, TEXT, RIGHT - LEFT), on):
        y += TEXT.leading
        sheet.centred(MIDDLE, y, line, TEXT)
    for line in wrapped(words.RESERVE_ORDER, NOTE, RIGHT - LEFT):
        y += NOTE.leading + 1.0
        sheet.centred(MIDDLE, y, line, NOTE)
    return y + 4.0


def _draw_signature(sheet: Sheet, y: float) -> None:
    """The line on which whoever keeps the journal signs what was printed."""
    sheet.words(LEFT, y, words.RESERVE_KEEPER)
    left = LEFT + width_of(words.RESERVE_KEEPER, TEXT) + 4.0
    for caption, width in ((words.SIGNATURE, 40.0), (words.NAME, RIGHT - left - 44.0)):
        sheet.rule(left, left + width, y + STAND)
        sheet.caption(caption, left, left + width, y + STAND)
        left += width + 4.0


def _rows(table: Table, line: ReserveLine) -> list[Cells]:
    texts = (
        str(line.number) if line.number else "",
        line.registered,
        line.applicant,
        str(line.people) if line.people else "",
        line.entered,
        line.standing,
    )
    cells: list[list[Line]] = [table.fitted(place, text) for place, text in enumerate(texts)]
    for person in line.family:
        cells[_NAMES] += table.fitted(_NAMES, person, indent=_FAMILY_INDENT)
    passed: list[Line] = []
    for decision in line.passed_over:
        passed += table.fitted(len(texts), decision)
    return parted([*cells, passed], _TALLEST)
