"""The peer of a paper: as much text as it has, drawn line by line with ReportLab and nothing else."""

from io import BytesIO
from typing import NamedTuple

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kandas_desktop.paths import resource


class Fonts(NamedTuple):
    """The names of a regular and a bold face."""

    regular: str
    bold: str


CORE_FONTS = Fonts("Helvetica", "Helvetica-Bold")  # in every reader, but without Kazakh letters
OUR_FONTS = Fonts("BareSerif", "BareSerif-Bold")

for _face, _file in zip(OUR_FONTS, ("Regular", "Bold"), strict=True):
    pdfmetrics.registerFont(TTFont(_face, str(resource(f"fonts/LiberationSerif-{_file}.ttf"))))


def lines_of(pdf: bytes) -> list[str]:
    """The text of a paper, line by line."""
    with pdfium.PdfDocument(pdf) as paper:
        return [line for page in paper for line in page.get_textpage().get_text_bounded().splitlines()]


def draw_page(lines: list[str], fonts: Fonts) -> bytes:
    """A PDF of these lines, one below the other, a heading of one line in bold."""
    page = BytesIO()
    canvas = Canvas(page, pagesize=A4, pageCompression=1)
    y = A4[1] - 60
    for number, line in enumerate(lines):
        canvas.setFont(fonts.bold if number == 0 else fonts.regular, 14 if number == 0 else 11)
        canvas.drawString(70, y, line)
        y -= 15
    canvas.save()
    return page.getvalue()
