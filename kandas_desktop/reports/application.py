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
FAMILY_HEAD_GAP: Final = 12.0  # from the title of the family's list to the applicant's name
BOTTOM: Final = 278.0

_WIDTHS: Final = (14.0, 88.0, 28.0, 40.0)
_COLUMNS: Final = tuple(
    Column(title, width, centred=title == wording.FAMILY_LIST_COLUMNS[0])
    for title, width in zip(wording.FAMILY_LIST_COLUMNS, _WIDTHS, strict=True)
)
_TALLEST: Final = 25  # lines of a row that stay together; a longer one is parted


def render_application(form: ApplicationForm) -> bytes:
    """The application as PDF: the order's form, then the family, where there is one, on sheets of its own.

    Where there are several sheets, each is numbered. Raises ``LettersMissing`` when the paper cannot show
    what was typed.
    """
    require_letters(form)
    sheet = Sheet(
        title=f"{wording.APPLICATION_TITLE}: {printable(form.applicant.name)}",
        author=printable(form.applicant.name),
        struck_out=form.struck_out,
    )
    table = Table(sheet, _COLUMNS, LIST, left=LEFT)
    family = _shared_out(table, form)
    y = _draw_addressee(sheet, form)
    is_parted = y + REQUEST_HEIGHT > BOTTOM
    count = 1 + is_parted + len(family)
    if is_parted:
        _next_sheet(sheet, count)
        y = TOP - TITLE_GAP
    y = sheet.title(wording.APPLICATION_TITLE, y + TITLE_GAP)
    y = _draw_request(sheet, len(form.family), y + 13.0)
    _draw_signing(sheet, y + SIGNING_HEIGHT, form.filed_on)
    for number, rows in enumerate(family):
        _next_sheet(sheet, count)
        table.begin(TOP if number else _draw_family_head(sheet, form.applicant))
        _draw_rows(table, rows)
    if family:
        _draw_signing(sheet, table.y + SIGNING_HEIGHT - 4.0, form.filed_on)
    _draw_sheet_number(sheet, count)
    return sheet.finish()


def _next_sheet(sheet: Sheet, count: int) -> None:
    _draw_sheet_number(sheet, count)
    sheet.next()


def _draw_sheet_number(sheet: Sheet, count: int) -> None:
    if count > 1:
        note = wording.SHEET_OF.format(number=sheet.number, count=count)
        sheet.flush_right(RIGHT, FOOT_LINE, note, FOOT)


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


def _shared_out(table: Table, form: ApplicationForm) -> list[list[Cells]]:
    """The family's rows, sheet by sheet, the last sheet leaving room to sign; nothing for nobody."""
    rows = [row for number, person in enumerate(form.family, start=1) for row in _rows(table, number, person)]
    parts: list[list[Cells]] = []
    room = 0.0
    for row in rows:
        height = table.height(row)
        if height + (SIGNING_HEIGHT if row is rows[-1] else 0.0) > room:
            top = TOP if parts else _family_top(form.applicant)
            room = BOTTOM - top - table.head_height
            parts.append([])
        parts[-1].append(row)
        room -= height
    return parts


def _draw_rows(table: Table, rows: list[Cells]) -> None:
    for row in rows:
        table.row(row)
        table.rule()
    table.end()


def _draw_family_head(sheet: Sheet, applicant: FormPerson) -> float:
    sheet.title(wording.FAMILY_LIST_TITLE, TOP)
    sheet.paragraph(_applicant_words(applicant), TOP + FAMILY_HEAD_GAP, leading=TEXT.leading)
    return _family_top(applicant)


def _family_top(applicant: FormPerson) -> float:
    lines = wrapped(_applicant_words(applicant), TEXT, RIGHT - LEFT, indent=INDENT)
    return TOP + FAMILY_HEAD_GAP + TEXT.leading * (len(lines) - 1) + 5.0


def _applicant_words(applicant: FormPerson) -> str:
    return wording.APPLICANT.format(name=replace(applicant, kinship="").line)


def _rows(table: Table, number: int, person: FormPerson) -> list[Cells]:
    texts = (str(number), person.name, person.born, person.kinship)
    cells = [table.fitted(place, text) for place, text in enumerate(texts)]
    return parted(cells, _TALLEST)
