"""Draws the application, appendix 2 of the order (r.4), and the family's list that goes with it (r.3)."""

from dataclasses import replace
from datetime import date
from typing import Final

from kandas_desktop.reports import wording
from kandas_desktop.reports.forms import ApplicationForm, FormPerson, long_date
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import (
    FOOT,
    FOOT_LINE,
    HEAD_LEFT,
    INDENT,
    LEFT,
    LIST,
    RIGHT,
    TEXT,
    TOP,
    printable,
    width_of,
    wrapped,
)
from kandas_desktop.reports.sheet import RULED_LEADING, STAND, Sheet
from kandas_desktop.reports.table import Cells, Column, Table, parted

PARAGRAPH_LEADING: Final = 7.6
DATE: Final = (LEFT, LEFT + 70.0)
SIGNATURE: Final = (RIGHT - 70.0, RIGHT)
TITLE_GAP: Final = 18.0
SIGNING_HEIGHT: Final = 24.0
REQUEST_HEIGHT: Final = 75.0  # from the addressee down to the captions of date and signature
BOTTOM: Final = 278.0

_WIDTHS: Final = (14.0, 88.0, 28.0, 40.0)
_COLUMNS: Final = tuple(
    Column(title, width, centred=title == wording.FAMILY_LIST_COLUMNS[0])
    for title, width in zip(wording.FAMILY_LIST_COLUMNS, _WIDTHS, strict=True)
)
_TALLEST: Final = 40  # lines of a row that stay together; a longer one is parted


def render_application(form: ApplicationForm) -> bytes:
    """The application as PDF: the order's form, and from the second sheet on the family, where there is one.

    Raises ``LettersMissing`` when the paper cannot show what was typed.
    """
    require_letters(form)
    sheet = Sheet(
        title=f"{wording.APPLICATION_TITLE}: {printable(form.applicant.name)}",
        author=printable(form.applicant.name),
        struck_out=form.struck_out,
    )
    y = _draw_addressee(sheet, form)
    if y + REQUEST_HEIGHT > BOTTOM:
        sheet.next()
        y = TOP - TITLE_GAP
    y = sheet.title(wording.APPLICATION_TITLE, y + TITLE_GAP)
    y = _draw_request(sheet, len(form.family), y + 13.0)
    _draw_signing(sheet, y + SIGNING_HEIGHT, form.filed_on)
    if form.family:
        _draw_family(sheet, form)
    return sheet.finish()


def _draw_addressee(sheet: Sheet, form: ApplicationForm) -> float:
    y = sheet.appendix(2, left=HEAD_LEFT, right=RIGHT, top=TOP) + 13.0
    sheet.words(HEAD_LEFT, y, wording.TO_THE_HEAD)
    for text, caption in (
        (form.local_body, wording.NAME_OF_THE_BODY),
        (form.applicant.name, wording.NAME_OF_THE_APPLICANT),
    ):
        lines = wrapped(text, TEXT, RIGHT - HEAD_LEFT - 2)
        y = sheet.caption(caption, HEAD_LEFT, RIGHT, sheet.ruled(lines, HEAD_LEFT, RIGHT, y + RULED_LEADING))
    return y


def _draw_request(sheet: Sheet, count: int, y: float) -> float:
    request = wording.APPLICATION.format(count=count)
    first = wrapped(request, TEXT, RIGHT - LEFT, indent=INDENT)[0]
    before, number, _after = first.split('"')
    left = LEFT + INDENT + width_of(f'{before}"', TEXT)
    sheet.rule(left, left + width_of(number, TEXT), y + STAND / 2)
    return sheet.paragraph(request, y, leading=PARAGRAPH_LEADING)


def _draw_signing(sheet: Sheet, y: float, filed_on: date | None) -> None:
    if filed_on:
        sheet.centred(sum(DATE) / 2, y, long_date(filed_on))
    for (left, right), caption in ((DATE, wording.DAY), (SIGNATURE, wording.SIGNATURE)):
        sheet.rule(left, right, y + STAND)
        sheet.caption(caption, left, right, y + STAND)


def _draw_family(sheet: Sheet, form: ApplicationForm) -> None:
    sheet.next()
    table = Table(sheet, _COLUMNS, LIST, left=LEFT)
    table.begin(_draw_family_head(sheet, form.applicant))
    rows = [row for number, person in enumerate(form.family, start=1) for row in _rows(table, number, person)]
    for row in rows:
        needed = table.height(row) + (SIGNING_HEIGHT if row is rows[-1] else 0.0)
        if table.y + needed > BOTTOM:
            table.end()
            _draw_sheet_number(sheet)
            sheet.next()
            table.begin(TOP)
        table.row(row)
        table.rule()
    table.end()
    _draw_signing(sheet, table.y + SIGNING_HEIGHT - 4.0, form.filed_on)
    _draw_sheet_number(sheet)


def _draw_family_head(sheet: Sheet, applicant: FormPerson) -> float:
    y = sheet.title(wording.FAMILY_LIST_TITLE, TOP) + 12.0
    name = replace(applicant, kinship="").line
    return sheet.paragraph(wording.APPLICANT.format(name=name), y, leading=TEXT.leading) + 5.0


def _rows(table: Table, number: int, person: FormPerson) -> list[Cells]:
    texts = (str(number), person.name, person.born, person.kinship)
    cells = [table.fitted(place, text) for place, text in enumerate(texts)]
    return parted(cells, _TALLEST)


def _draw_sheet_number(sheet: Sheet) -> None:
    sheet.flush_right(RIGHT, FOOT_LINE, wording.SHEET.format(number=sheet.number), FOOT)
