"""Draws a volume of the registration journal, appendix 3 of the order (r.5)."""

from collections.abc import Callable
from typing import Final

from kandas_desktop.reports import wording
from kandas_desktop.reports.faults import Cancelled
from kandas_desktop.reports.forms import JournalForm, JournalLine, long_date
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import A4_LONG, A4_SHORT, FOOT, NOTE, TABLE, TEXT, TITLE, wrapped
from kandas_desktop.reports.sheet import STAND, Sheet
from kandas_desktop.reports.table import Cells, Column, Line, Table, parted

LEFT: Final = 25.0  # wide enough to bind the sheets into a book
RIGHT: Final = A4_LONG - 10.0
TOP: Final = 18.0
BOTTOM: Final = A4_SHORT - 15.0
FOOT_LINE: Final = A4_SHORT - 8.0
HEAD_LEFT: Final = RIGHT - 86.0
TITLE_WIDTH: Final = 190.0

_WIDTHS: Final = (13.0, 93.0, 44.0, 29.0, 41.0, 42.0)
_COLUMNS: Final = tuple(
    Column(title, width, centred=title == wording.JOURNAL_COLUMNS[0])
    for title, width in zip(wording.JOURNAL_COLUMNS, _WIDTHS, strict=True)
)
_NAMES: Final = 1  # notes and family stand in the applicant's column
_REFERRALS: Final = 5
_FAMILY_INDENT: Final = 4.0
_TALLEST: Final = 20  # lines of a row that stay together; a longer one is parted

CLOSING_HEIGHT: Final = 24.0
CLOSING_RULE: Final = (LEFT + 26.0, LEFT + 92.0)

LINES_PER_REPORT: Final = 50


def render_journal(form: JournalForm, progress: Callable[[int], bool] | None = None) -> bytes:
    """The volume as PDF, on sheets laid broadside.

    ``progress`` is told every so often, and at the end, how many lines are done; when it answers ``False``,
    ``Cancelled`` is raised. Raises ``LettersMissing`` when the paper cannot show what was typed.
    """
    require_letters(form)
    volume = _Volume(Sheet(title=wording.JOURNAL_TITLE, author=wording.ISSUING_BODY, wide=True))
    count = len(form.lines)
    for done, line in enumerate(form.lines, start=1):
        volume.add(line, below=CLOSING_HEIGHT if done == count else 0.0)
        if progress and (done == count or done % LINES_PER_REPORT == 0) and not progress(done):
            raise Cancelled
    if not count:
        volume.add(_EMPTY, below=CLOSING_HEIGHT)
    return volume.closed(form)


_EMPTY: Final = JournalLine(number="", applicant="", birth="", country="", registered="")


class _Volume:
    """The sheets of a volume while lines are added to it."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._table = Table(sheet, _COLUMNS, TABLE, left=LEFT)
        self._room = BOTTOM - TOP - self._table.head_height
        self._begin_sheet(self._draw_form_head())

    def add(self, line: JournalLine, *, below: float) -> None:
        """Draws a line with its family, together on one sheet where they fit one, with room ``below``."""
        rows = self._rows(line)
        height = sum(map(self._table.height, rows)) + below
        if not self._fits(height) and height <= self._room:
            self._next_sheet()
        for row in rows:
            if not self._fits(self._table.height(row)):
                self._next_sheet()
            self._table.row(row)
        self._table.rule()

    def closed(self, form: JournalForm) -> bytes:
        """The volume with the days it was begun and ended on."""
        if not self._fits(CLOSING_HEIGHT):
            self._next_sheet()
        self._table.end()
        y = self._table.y + 12.0
        for text, day in ((wording.BEGUN, form.begun_on), (wording.ENDED, form.ended_on)):
            self._sheet.words(LEFT, y, text)
            if day:
                self._sheet.words(CLOSING_RULE[0] + 1, y, long_date(day))
            self._sheet.rule(*CLOSING_RULE, y + STAND)
            y += 9.0
        return self._sheet.finish()

    def _rows(self, line: JournalLine) -> list[Cells]:
        table, struck = self._table, line.struck_out
        texts = (line.number, line.applicant, line.birth, line.country, line.registered)
        cells = [table.fitted(place, text, struck=struck) for place, text in enumerate(texts)]
        for note in line.notes:
            cells[_NAMES] += table.fitted(_NAMES, note, style=NOTE)
        for person in line.family:
            cells[_NAMES] += table.fitted(_NAMES, person, indent=_FAMILY_INDENT, struck=struck)
        referrals: list[Line] = []
        for referral in line.referrals:
            referrals += table.fitted(_REFERRALS, referral.text, struck=struck or referral.struck_out)
        return parted([*cells, referrals], _TALLEST)

    def _fits(self, height: float) -> bool:
        return self._table.y + height <= BOTTOM

    def _next_sheet(self) -> None:
        self._table.end()
        self._sheet.next()
        self._begin_sheet(TOP)

    def _begin_sheet(self, y: float) -> None:
        page = wording.PAGE.format(number=self._sheet.number)
        self._sheet.flush_right(RIGHT, FOOT_LINE, page, FOOT)
        self._table.begin(y)

    def _draw_form_head(self) -> float:
        y = self._sheet.appendix(3, left=HEAD_LEFT, right=RIGHT, top=TOP) + 11.0
        for line in wrapped(wording.JOURNAL_TITLE, TITLE, TITLE_WIDTH):
            self._sheet.centred((LEFT + RIGHT) / 2, y, line, TITLE)
            y += TEXT.leading
        return y
