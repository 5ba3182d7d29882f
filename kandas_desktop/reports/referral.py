"""Draws the referral, appendix 1 of the order (r.3), which the head of the issuing body signs."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from kandas_desktop.reports import wording
from kandas_desktop.reports.forms import FormPerson, ReferralForm, long_date
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import (
    FOOT,
    FOOT_LINE,
    HEAD_LEFT,
    INDENT,
    LEFT,
    RIGHT,
    TEXT,
    TITLE,
    TOP,
    Style,
    fitted,
    printable,
    wrapped,
)
from kandas_desktop.reports.sheet import CAPTION_DROP, RULED_LEADING, STAND, Sheet

LEAST_LINES: Final = 6  # the order's form has six lines for the family

NUMBER_WIDTH: Final = 8.0  # wide enough for «15.»

LINES_TOGETHER: Final = 10  # a longer entry may be parted between sheets
BLOCK_GAP: Final = 3.6 + CAPTION_DROP - STAND  # beside its ruled lines, what an entry's caption takes
SIGNING_GAP: Final = 4.5
SIGNING_ROOM: Final = 11.0  # a pen needs more room than print
SIGNATURE: Final = (LEFT, LEFT + 36.0)
NAME: Final = (SIGNATURE[1] + 4.0, SIGNATURE[1] + 73.0)
DATE: Final = (NAME[1] + 4.0, RIGHT)
NAME_LINES: Final = 3  # a name that needs more is set smaller

RECEIPT_TOP: Final = 267.0
SIGNING_BOTTOM: Final = 281.0


class _Block(NamedTuple):
    """An entry's ruled lines that stay together; only the last block of an entry has the caption."""

    number: str
    lines: list[str]
    caption: str

    @property
    def is_blank(self) -> bool:
        return not any(self.lines)

    @property
    def height(self) -> float:
        return RULED_LEADING * len(self.lines) + (BLOCK_GAP if self.caption else 0.0)


class _Signing(NamedTuple):
    """What stands on the signing line of each sheet."""

    style: Style
    name: list[str]
    issued_on: date

    @property
    def height(self) -> float:
        lines = TEXT.leading + self.style.leading * (len(self.name) - 1)
        return SIGNING_GAP + lines + SIGNING_ROOM + STAND + CAPTION_DROP


def render_referral(form: ReferralForm) -> bytes:
    """The referral as PDF: on one sheet, or on as many as the family needs, each with the head's signature.

    Raises ``LettersMissing`` when the paper cannot show what was typed.
    """
    require_letters(form)
    title = wording.NUMBERED.format(title=wording.REFERRAL_TITLE, number=printable(form.number))
    sheet = Sheet(title=title, author=wording.ISSUING_BODY, struck_out=form.struck_out)
    signing = _Signing(*fitted(form.head_name, NAME[1] - NAME[0] - 1, most=NAME_LINES), form.issued_on)
    room_bottom = SIGNING_BOTTOM - signing.height
    receipt = SIGNING_BOTTOM - RECEIPT_TOP + 4.0

    y = _first_head(sheet, title, form.applicant)
    next_top = TOP + _continued_height(title, form.applicant)
    parts = shared_out(
        _blocks(form.family), first=room_bottom - y, following=room_bottom - next_top, receipt=receipt
    )
    for number, blocks in enumerate(parts, start=1):
        if number > 1:
            sheet.next()
            y = _continued_head(sheet, title, form.applicant)
        _draw_signing(sheet, signing, _draw_blocks(sheet, blocks, y))
        if len(parts) > 1:
            note = wording.SHEET_OF.format(number=number, count=len(parts))
            sheet.flush_right(RIGHT, FOOT_LINE, note, FOOT)
    _draw_receipt(sheet)
    return sheet.finish()


def shared_out(
    blocks: Iterable[_Block], *, first: float, following: float, receipt: float
) -> list[list[_Block]]:
    """The blocks, sheet by sheet, the last sheet leaving room for the receipt below its form.

    The last name goes along with empty lines and with the receipt, so that nobody signs a sheet to which
    names could be added and that has none.
    """
    parts: list[list[_Block]] = [[]]
    room = first
    for block in blocks:
        if block.height > room:
            parts.append(_last_name(parts[-1]) if block.is_blank else [])
            room = following - sum(taken.height for taken in parts[-1])
        parts[-1].append(block)
        room -= block.height
    if room < receipt:
        parts.append(_last_name(parts[-1]))
    return parts


def _last_name(blocks: list[_Block]) -> list[_Block]:
    """Takes the last name off a sheet, with the empty lines after it; where there is none, the last line."""
    named = [place for place, block in enumerate(blocks) if not block.is_blank]
    start = named[-1] if named else max(0, len(blocks) - 1)
    taken = blocks[start:]
    del blocks[start:]
    return taken


def _blocks(family: tuple[FormPerson, ...]) -> list[_Block]:
    lines = [person.line for person in family]
    lines += [""] * (LEAST_LINES - len(lines))
    return [block for number, line in enumerate(lines, start=1) for block in _entry(f"{number}.", line)]


def _entry(number: str, line: str) -> list[_Block]:
    lines = wrapped(line, TEXT, RIGHT - LEFT - NUMBER_WIDTH - 2)
    parts = [lines[start : start + LINES_TOGETHER] for start in range(0, len(lines), LINES_TOGETHER)]
    return [
        _Block(
            number=number if part is parts[0] else "",
            lines=part,
            caption=wording.FAMILY_MEMBER if part is parts[-1] else "",
        )
        for part in parts
    ]


def _first_head(sheet: Sheet, title: str, applicant: FormPerson) -> float:
    y = sheet.appendix(1, left=HEAD_LEFT, right=RIGHT, top=TOP) + 12.0
    y = sheet.title(title, y) + 12.0
    y = sheet.paragraph(wording.REFERRED, y, leading=TEXT.leading)
    style, lines = fitted(applicant.line, RIGHT - LEFT - 2, most=LINES_TOGETHER)
    rule = sheet.ruled(lines, LEFT, RIGHT, y + RULED_LEADING, style)
    y = sheet.caption(wording.REFERRED_PERSON, LEFT, RIGHT, rule) + 7.0
    sheet.words(LEFT + INDENT, y, wording.FAMILY_MEMBERS)
    return y


def _continued_head(sheet: Sheet, title: str, applicant: FormPerson) -> float:
    y = sheet.title(title, TOP) + 10.0
    style, lines = _repeated(applicant)
    for line in lines:
        sheet.words(LEFT + INDENT, y, line, style)
        y += style.leading
    sheet.words(LEFT + INDENT, y, wording.FAMILY_MEMBERS_CONTINUED)
    return y


def _continued_height(title: str, applicant: FormPerson) -> float:
    style, lines = _repeated(applicant)
    titles = len(wrapped(title, TITLE, RIGHT - LEFT))
    return TITLE.leading * titles + 4.0 + style.leading * len(lines)


def _repeated(applicant: FormPerson) -> tuple[Style, list[str]]:
    text = wording.APPLICANT.format(name=applicant.line)
    return fitted(text, RIGHT - LEFT - INDENT, most=LINES_TOGETHER)


def _draw_blocks(sheet: Sheet, blocks: list[_Block], y: float) -> float:
    left = LEFT + NUMBER_WIDTH
    for block in blocks:
        base = y + RULED_LEADING
        sheet.words(LEFT, base, block.number)
        rule = sheet.ruled(block.lines, left, RIGHT, base)
        if block.caption:
            sheet.caption(block.caption, left, RIGHT, rule)
        y += block.height
    return y


def _draw_signing(sheet: Sheet, signing: _Signing, y: float) -> None:
    y += SIGNING_GAP + TEXT.leading
    sheet.words(LEFT, y, wording.HEAD_OF_THE_BODY)
    y += SIGNING_ROOM
    for line in signing.name:
        sheet.centred(sum(NAME) / 2, y, line, signing.style)
        y += signing.style.leading
    y -= signing.style.leading
    sheet.centred(sum(DATE) / 2, y, long_date(signing.issued_on))
    for left, right in (SIGNATURE, NAME, DATE):
        sheet.rule(left, right, y + STAND)
    sheet.caption(wording.ISSUED_ON, *DATE, y + STAND)


def _draw_receipt(sheet: Sheet) -> None:
    sheet.rule(LEFT, RIGHT, RECEIPT_TOP, dotted=True)
    y = RECEIPT_TOP + 10.0
    sheet.words(LEFT, y, wording.RECEIVED)
    signature, received_on = (LEFT + 46.0, LEFT + 105.0), (LEFT + 111.0, RIGHT)
    for (left, right), text in ((signature, wording.RECEIVED_SIGNATURE), (received_on, wording.RECEIVED_ON)):
        sheet.rule(left, right, y + STAND)
        sheet.caption(text, left, right, y + STAND)
