"""A letter of the Center: its head, paragraphs, tables and signatures, flowing from sheet to sheet."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

from kandas_desktop.reports import stay_wording
from kandas_desktop.reports.forms import long_date
from kandas_desktop.reports.paper import (
    CAPTION,
    FOOT_LINE,
    HEAD_LEFT,
    INDENT,
    LEFT,
    LIST,
    MIDDLE,
    NOTE,
    RIGHT,
    TEXT,
    TITLE,
    TOP,
    Style,
    width_of,
    wrapped,
)
from kandas_desktop.reports.sheet import CAPTION_DROP, RULED_LEADING, STAND, Sheet, draw_foot
from kandas_desktop.reports.stay_forms import Letterhead, day_in
from kandas_desktop.reports.table import Column, Table, parted

BOTTOM: Final = 280.0
PARAGRAPH_GAP: Final = 2.2
_LEADING: Final = 6.0
_TALLEST: Final = 30  # lines of a table's row that stay together
_SIGNING: Final = 13.0  # from a rule of signing to its caption and what comes after
_SIGNED_ON: Final = 40.0  # how long the rule of signing is
_BEFORE_SIGNED: Final = 6.0
_SIGNATURE_GAP: Final = 8.0  # above it
_RECEIPT: Final = 6.0 + 6.0  # the dotted line, and the lines to fill below it with their captions


def numbered(write: Callable[[int], "Letter"]) -> bytes:
    """The letter as PDF, written once to count its sheets and once to say on each how many there are."""
    return write(write(0).sheet.number).finish()


def vacating_over(days: Collection[date], on: date) -> str:
    """What a notice of the day ``on`` says where a last day to vacate is past (r.17); else empty."""
    past = [day for day in days if day < on]
    if not past:
        return ""
    if len(set(days)) > 1:
        return stay_wording.VACATED_AT_ONCE
    return stay_wording.VACATING_OVER.format(day=day_in(past[0]))


class Letter:
    """A letter in the making; ``y`` is the base line of what comes next.

    Each sheet names the letter at its foot as ``name`` does, and says which of how many it is: nobody signs a
    sheet that could belong to another letter. ``sheets`` is how many there are, 0 where they are counted.
    """

    def __init__(self, *, title: str, name: str, letterhead: Letterhead, sheets: int) -> None:
        self.sheet = Sheet(title=title, author=letterhead.center)
        self.y = TOP
        self._name = name
        self._sheets = sheets
        self._letterhead = letterhead
        draw_foot(self.sheet, self._name, self._sheets, left=LEFT, right=RIGHT, y=FOOT_LINE)
        self._draw_letterhead()

    def _draw_letterhead(self) -> None:
        for line in wrapped(self._letterhead.center, TITLE, RIGHT - LEFT):
            self.sheet.centred(MIDDLE, self.y, line, TITLE)
            self.y += TITLE.leading
        number = self._letterhead.business_number
        where = (self._letterhead.address, stay_wording.BUSINESS_NUMBER.format(number=number))
        second = ", ".join(part for part in (where[0], where[1] if number else "") if part)
        for line in wrapped(second, NOTE, RIGHT - LEFT):
            self.sheet.centred(MIDDLE, self.y, line, NOTE)
            self.y += NOTE.leading
        self.sheet.rule(LEFT, RIGHT, self.y - 1.5)
        self.y += 7.0

    # --- the parts

    def space(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def keep(self, height: float) -> None:
        """Go on to the next sheet unless so much room is left on this one."""
        if self.y + height > BOTTOM:
            self.sheet.next()
            draw_foot(self.sheet, self._name, self._sheets, left=LEFT, right=RIGHT, y=FOOT_LINE)
            self.y = TOP

    def addressee(self, day: date, greeting: str, name: str, caption: str) -> None:
        """The letter's day at the left, and at the right to whom it goes, on ruled lines with a caption."""
        self.sheet.words(LEFT, self.y, long_date(day))
        self.sheet.words(HEAD_LEFT, self.y, greeting)
        lines = wrapped(name, TEXT, RIGHT - HEAD_LEFT - 2)
        rule = self.sheet.ruled(lines, HEAD_LEFT, RIGHT, self.y + RULED_LEADING)
        self.y = self.sheet.caption(caption, HEAD_LEFT, RIGHT, rule) + 11.0

    def title(self, title: str, about: str = "") -> None:
        """The paper's title, and what it is about below it."""
        self.y = self.sheet.title(title, self.y) + TITLE.leading
        for line in wrapped(about, TEXT, RIGHT - LEFT) if about else ():
            self.sheet.centred(MIDDLE, self.y, line)
            self.y += TEXT.leading
        self.y += 4.0

    def paragraph(self, text: str) -> None:
        """A paragraph, indented, that goes on on the next sheet where it has to."""
        left = LEFT + INDENT
        lines = wrapped(text, TEXT, RIGHT - LEFT, indent=INDENT)
        for place, line in enumerate(lines):
            # Neither its first line nor its last one stands alone.
            self.keep(_LEADING if place == 0 < len(lines) - 1 or place == len(lines) - 2 else 0.0)
            self.sheet.words(left, self.y, line)
            left = LEFT
            self.y += _LEADING
        self.y += PARAGRAPH_GAP

    def last_paragraph(self, text: str, *, is_receipted: bool = False) -> None:
        """The paragraph above the signature, both on one sheet with what is filled in on receipt.

        Nobody signs a sheet on which nothing stands.
        """
        lines = wrapped(text, TEXT, RIGHT - LEFT, indent=INDENT)
        signing = _SIGNATURE_GAP + self._signing() + (_RECEIPT if is_receipted else 0.0)
        self.keep(len(lines) * _LEADING + PARAGRAPH_GAP + signing)
        self.paragraph(text)

    def paragraphs(self, text: str) -> None:
        """Each line of the text as a paragraph of its own."""
        for part in text.splitlines():
            self.paragraph(part)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        style: Style = LIST,
        least: float = 0.0,
    ) -> None:
        """Rows of cells below a head that is repeated; ``least`` is the height of a row to write in."""
        table = Table(self.sheet, columns, style, left=LEFT)
        cells = [[table.fitted(place, text) for place, text in enumerate(row)] for row in rows]
        first = table.head_height + (max(least, table.height(cells[0])) if cells else 0.0)
        self.keep(min(first, BOTTOM - TOP))
        table.begin(self.y - 4.0)
        for whole in cells:
            for part in parted(whole, _TALLEST):
                height = max(least, table.height(part))
                if table.y + height > BOTTOM:
                    table.end()
                    self.y = BOTTOM + 1.0
                    self.keep(0.0)
                    table.begin(self.y)
                table.row(part)
                table.y += height - table.height(part)
            table.rule()
        table.end()
        self.y = table.y + 7.0

    def signature(self) -> None:
        """The line on which the Center's head signs."""
        self.y += _SIGNATURE_GAP
        role = stay_wording.HEAD_OF_THE_CENTER
        self.sheet.words(LEFT, self.y, role)
        left = LEFT + width_of(role, TEXT) + _BEFORE_SIGNED
        middle = left + _SIGNED_ON
        self.sheet.rule(left, middle, self.y + STAND)
        self.sheet.caption(stay_wording.SIGNATURE, left, middle, self.y + STAND)
        for number, name in enumerate(self._signer()):
            self.sheet.words(middle + 4.0, self.y + number * TEXT.leading, name)
        self.y += self._signing()

    def _signer(self) -> list[str]:
        """The lines in which whoever signs is named, right of where they sign."""
        taken = width_of(stay_wording.HEAD_OF_THE_CENTER, TEXT) + _BEFORE_SIGNED + _SIGNED_ON
        return wrapped(self._letterhead.director, TEXT, RIGHT - LEFT - taken - 4.0)

    def _signing(self) -> float:
        """What the line of signing takes, with the name beside it."""
        # Two lines of a name are no lower than the caption.
        return _SIGNING + max(0, len(self._signer()) - 2) * TEXT.leading

    def receipt(self, words: str, captions: Sequence[str]) -> None:
        """Below a dotted line words, then ruled gaps to be filled by hand, each with its caption."""
        self.sheet.rule(LEFT, RIGHT, self.y - 3.0, dotted=True)
        self.y += 6.0
        self.sheet.words(LEFT, self.y, words)
        left = LEFT + width_of(words, TEXT) + 4.0
        width = (RIGHT - left + 4.0) / len(captions)
        for place, caption in enumerate(captions):
            begin = left + place * width
            self.sheet.rule(begin, begin + width - 4.0, self.y + STAND)
            for number, line in enumerate(wrapped(caption, CAPTION, width - 4.0)):
                base = self.y + STAND + CAPTION_DROP + number * CAPTION.leading
                self.sheet.centred(begin + (width - 4.0) / 2, base, line, CAPTION)
        self.y += _SIGNING

    def finish(self) -> bytes:
        """The letter as PDF."""
        return self.sheet.finish()
