"""Marks a stored paper, page by page, as a copy or as no longer in force, and leaves the paper as it is.

PDFium knows no threads: call this from the one thread that previews and prints.
"""

import re
from collections.abc import Callable
from contextlib import closing
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Final

import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas

from kandas_desktop.reports import wording
from kandas_desktop.reports.paper import BOLD, LEFT, MILLIMETRE, REGULAR, Style, fonts, width_of
from kandas_desktop.reports.sheet import HAIRLINE, draw_across

_MARK: Final = Style(BOLD, 11, 4.6)
_FRAME_TOP: Final = 6.0  # the frame ends above the top margin of every form
_FRAME_HEIGHT: Final = 8.0
_FRAME_PADDING: Final = 3.0
_BASE_LINE: Final = 5.4  # below the frame's upper side

_TRAILER: Final = 1024  # bytes at the end of a file that hold its trailer
_FILE_IDS: Final = re.compile(rb"/ID\[<([0-9A-F]*)><[0-9A-F]*>\]")

_Draw = Callable[[Canvas, float, float], None]  # on a page of this width and height, in points


def stamped_as_copy(pdf: bytes, count: int) -> bytes:
    """The paper with «КӨШІРМЕ № count» framed in the top left corner of each page."""
    return _stamped(pdf, partial(_draw_framed, wording.COPY.format(count=count)))


def stamped_across(pdf: bytes, words: str) -> bytes:
    """The paper with words such as «КҮШІ ЖОЙЫЛДЫ» large across each page."""
    return _stamped(pdf, partial(draw_across, words=words))


def _stamped(pdf: bytes, draw: _Draw) -> bytes:
    marks: dict[tuple[float, float], pdfium.PdfXObject] = {}
    marked = BytesIO()
    with closing(pdfium.PdfDocument(pdf)) as paper:
        for number in range(len(paper)):
            with closing(paper[number]) as page:
                size = page.get_size()
                if size not in marks:
                    marks[size] = _mark(paper, size, draw)
                page.insert_obj(marks[size].as_pageobject())
                page.gen_content()
        paper.save(marked)
    return _settled(marked.getvalue())


def _mark(paper: pdfium.PdfDocument, size: tuple[float, float], draw: _Draw) -> pdfium.PdfXObject:
    fonts()
    page = BytesIO()
    canvas = Canvas(page, pagesize=size, invariant=1, initialFontName=REGULAR)
    draw(canvas, *size)
    canvas.save()
    with closing(pdfium.PdfDocument(page.getvalue())) as drawn:
        return drawn.page_as_xobject(0, paper)


def _draw_framed(words: str, canvas: Canvas, _width: float, height: float) -> None:
    left, top = LEFT * MILLIMETRE, height - _FRAME_TOP * MILLIMETRE
    padding, frame_height = _FRAME_PADDING * MILLIMETRE, _FRAME_HEIGHT * MILLIMETRE
    canvas.setLineWidth(2 * HAIRLINE * MILLIMETRE)
    canvas.rect(left, top - frame_height, width_of(words, _MARK) * MILLIMETRE + 2 * padding, frame_height)
    canvas.setFont(_MARK.font, _MARK.size)
    canvas.drawString(left + padding, top - _BASE_LINE * MILLIMETRE, words)


def _settled(pdf: bytes) -> bytes:
    # PDFium gives each file it writes an identifier by chance; the same paper has to have the same bytes.
    body, trailer = pdf[:-_TRAILER], pdf[-_TRAILER:]
    identifier = sha256(body).hexdigest()[:32].upper().encode()
    return body + _FILE_IDS.sub(rb"/ID[<\1><" + identifier + b">]", trailer)
