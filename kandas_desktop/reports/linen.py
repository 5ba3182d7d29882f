"""Draws the list for the linen round (r.11), with a box to tick for each bed."""

from typing import Final

from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports import wording
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import (
    BOLD,
    FOOT,
    FOOT_LINE,
    LEFT,
    LIST,
    MIDDLE,
    RIGHT,
    TEXT,
    TITLE,
    TOP,
    Style,
    wrapped,
)
from kandas_desktop.reports.sheet import Sheet
from kandas_desktop.reports.stay_forms import LinenForm, LinenLine, day_of, digits
from kandas_desktop.reports.table import Cells, Column, Table

BOTTOM: Final = 280.0
_WIDTHS: Final = (18.0, 30.0, 30.0, 36.0, 36.0, 20.0)
_COLUMNS: Final = tuple(
    Column(title, width, centred=True) for title, width in zip(words.LINEN_COLUMNS, _WIDTHS, strict=True)
)
_DUE: Final = Style(BOLD, LIST.size, LIST.leading)
_BOX: Final = 4.0
_BOX_MIDDLE: Final = RIGHT - _WIDTHS[-1] / 2


def render_linen(form: LinenForm) -> bytes:
    """The list as PDF; what is due stands in bold. Raises ``LettersMissing`` when a room cannot be shown."""
    require_letters(form)
    sheet = Sheet(title=words.LINEN_TITLE, author=form.center)
    table = Table(sheet, _COLUMNS, LIST, left=LEFT)
    _begin_sheet(sheet, table, _draw_head(sheet, form))
    for line in form.rows:
        cells = _cells(table, line)
        height = table.height(cells)
        if table.y + height > BOTTOM:
            table.end()
            sheet.next()
            _begin_sheet(sheet, table, TOP)
        _draw_box(sheet, table.y + (height - _BOX) / 2)
        table.row(cells)
        table.rule()
    table.end()
    if not form.rows:
        sheet.centred(MIDDLE, table.y + 10.0, words.LINEN_EMPTY)
    return sheet.finish()


def _draw_head(sheet: Sheet, form: LinenForm) -> float:
    y = TOP
    for line in wrapped(form.center, TEXT, RIGHT - LEFT):
        sheet.centred(MIDDLE, y, line, TEXT)
        y += TEXT.leading
    y += 2.0
    for line in wrapped(words.LINEN_TITLE, TITLE, RIGHT - LEFT):
        sheet.centred(MIDDLE, y, line, TITLE)
        y += TITLE.leading
    sheet.centred(MIDDLE, y, words.LINEN_ON.format(day=day_of(form.on)), TEXT)
    due = sum(line.is_due for line in form.rows)
    if due:
        y += TEXT.leading
        sheet.centred(MIDDLE, y, words.LINEN_DUE.format(count=due), TEXT)
    return y + 6.0


def _begin_sheet(sheet: Sheet, table: Table, y: float) -> None:
    sheet.flush_right(RIGHT, FOOT_LINE, wording.PAGE.format(number=sheet.number), FOOT)
    table.begin(y)


def _cells(table: Table, line: LinenLine) -> Cells:
    style = _DUE if line.is_due else LIST
    texts = (str(line.floor), line.room, line.bed, digits(line.last_on), digits(line.due_on), "")
    return [table.fitted(place, text, style=style) for place, text in enumerate(texts)]


def _draw_box(sheet: Sheet, top: float) -> None:
    left, right = _BOX_MIDDLE - _BOX / 2, _BOX_MIDDLE + _BOX / 2
    for y in (top, top + _BOX):
        sheet.rule(left, right, y)
    for x in (left, right):
        sheet.upright(x, top, top + _BOX)
