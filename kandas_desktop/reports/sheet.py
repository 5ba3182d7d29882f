"""Sheets of A4 that forms are drawn on; every distance is in millimetres from the top left corner."""

from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from kandas_desktop.reports import wording
from kandas_desktop.reports.paper import (
    A4_LONG,
    A4_SHORT,
    BOLD,
    CAPTION,
    FOOT,
    INDENT,
    LEFT,
    MIDDLE,
    MILLIMETRE,
    REGULAR,
    RIGHT,
    TEXT,
    TITLE,
    Style,
    fonts,
    width_of,
    wrapped,
)

HAIRLINE: Final = 0.2
STAND: Final = 1.7  # how far filled words stand above their rule
RULED_LEADING: Final = 7.4  # from one ruled line to the next
CAPTION_DROP: Final = 3.4  # from a rule to the words of its caption
_STRIKE_HEIGHT: Final = 0.26  # of the letters' size: the middle of the small letters
_MARK_SIZE: Final = 78.0  # points
_MARK_ANGLE: Final = 52.0
_MARK_GREY: Final = 0.22  # how much of the black shows


class Sheet:
    """A paper in the making: draws on its current sheet, and goes on to the next one when told."""

    def __init__(self, *, title: str, author: str, wide: bool = False, struck_out: bool = False) -> None:
        fonts()
        self.width, self.height = (A4_LONG, A4_SHORT) if wide else (A4_SHORT, A4_LONG)
        self._points = self.width * MILLIMETRE, self.height * MILLIMETRE
        self._struck_out = struck_out
        self._bytes = BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=self._points,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR,
            lang="kk-KZ",
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(wording.RESIDENCE_RULES)
        self._canvas.setCreator("Kandas Desktop")
        self.number = 0
        self.next()

    def next(self) -> None:
        """Begins a sheet; the very first one is begun already."""
        if self.number:
            self._canvas.showPage()
        self.number += 1
        if self._struck_out:
            draw_across(self._canvas, *self._points, wording.STRUCK_OUT)
        self._canvas.setLineWidth(HAIRLINE * MILLIMETRE)

    def finish(self) -> bytes:
        """The whole paper as PDF; nothing can be drawn any more."""
        self._canvas.save()
        return self._bytes.getvalue()

    def words(self, left: float, y: float, text: str, style: Style = TEXT, *, struck: bool = False) -> None:
        """Sets one line of text from ``left``, on the base line ``y``."""
        if not text:
            return
        x, base = left * MILLIMETRE, (self.height - y) * MILLIMETRE
        self._canvas.setFont(style.font, style.size)
        self._canvas.drawString(x, base, text)
        if struck:
            base += _STRIKE_HEIGHT * style.size
            self._canvas.line(x, base, x + width_of(text, style) * MILLIMETRE, base)

    def centred(
        self, middle: float, y: float, text: str, style: Style = TEXT, *, struck: bool = False
    ) -> None:
        """Sets one line of text around ``middle``."""
        self.words(middle - width_of(text, style) / 2, y, text, style, struck=struck)

    def flush_right(self, right: float, y: float, text: str, style: Style = TEXT) -> None:
        """Sets one line of text that ends at ``right``."""
        self.words(right - width_of(text, style), y, text, style)

    def rule(self, left: float, right: float, y: float, *, dotted: bool = False) -> None:
        """Draws a level line."""
        base = (self.height - y) * MILLIMETRE
        if dotted:
            self._canvas.setDash(1, 2)
        self._canvas.line(left * MILLIMETRE, base, right * MILLIMETRE, base)
        if dotted:
            self._canvas.setDash()

    def upright(self, x: float, top: float, bottom: float) -> None:
        """Draws a plumb line."""
        place = x * MILLIMETRE
        self._canvas.line(place, (self.height - top) * MILLIMETRE, place, (self.height - bottom) * MILLIMETRE)

    def ruled(self, lines: list[str], left: float, right: float, y: float, style: Style = TEXT) -> float:
        """Sets each line on a rule from ``left`` to ``right``, the first on base line ``y``.

        Returns where the last rule lies.
        """
        for line in lines:
            self.words(left + 1, y, line, style)
            self.rule(left, right, y + STAND)
            y += RULED_LEADING
        return y - RULED_LEADING + STAND

    def caption(self, text: str, left: float, right: float, rule: float) -> float:
        """Sets what is asked for below its rule, centred; returns the last base line."""
        y = rule + CAPTION_DROP
        for line in wrapped(text, CAPTION, right - left):
            self.centred((left + right) / 2, y, line, CAPTION)
            y += CAPTION.leading
        return y - CAPTION.leading

    def title(self, text: str, y: float) -> float:
        """Sets an upright form's title, centred, from base line ``y``; returns the last base line."""
        for line in wrapped(text, TITLE, RIGHT - LEFT):
            self.centred(MIDDLE, y, line, TITLE)
            y += TITLE.leading
        return y - TITLE.leading

    def paragraph(self, text: str, y: float, *, leading: float) -> float:
        """Sets an upright form's paragraph from base line ``y``; returns the last base line."""
        left = LEFT + INDENT
        for line in wrapped(text, TEXT, RIGHT - LEFT, indent=INDENT):
            self.words(left, y, line)
            left = LEFT
            y += leading
        return y - leading

    def appendix(self, number: int, *, left: float, right: float, top: float) -> float:
        """Sets the right-hand head of the order's form ``number``, then «Нысан»; returns its base line."""
        y = top
        for text in (wording.RESIDENCE_RULES, wording.APPENDIX.format(number=number)):
            for line in wrapped(text, TEXT, right - left):
                self.centred((left + right) / 2, y, line)
                y += TEXT.leading
        y += TEXT.leading - 1.5
        self.flush_right(right, y, wording.FORM)
        return y


def draw_foot(sheet: Sheet, name: str, count: int, *, left: float, right: float, y: float) -> None:
    """Sets at a sheet's foot of which paper it is, and which of ``count`` sheets."""
    which = wording.SHEET_OF.format(number=sheet.number, count=count)
    sheet.flush_right(right, y, which, FOOT)
    lines = wrapped(name, FOOT, right - left - width_of(which, FOOT) - 6.0)
    for number, line in enumerate(reversed(lines)):
        sheet.words(left, y - number * FOOT.leading, line, FOOT)


def draw_across(canvas: Canvas, width: float, height: float, words: str) -> None:
    """Draws words large across a page measured in points, light enough to read what they lie on."""
    canvas.saveState()
    canvas.setFillAlpha(_MARK_GREY)
    canvas.setFont(BOLD, _MARK_SIZE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(_MARK_ANGLE if height > width else 90 - _MARK_ANGLE)
    canvas.drawCentredString(0, -_MARK_SIZE / 3, words)
    canvas.restoreState()
