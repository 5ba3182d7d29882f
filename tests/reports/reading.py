"""Reads papers back: their text, where it stands, and the lines drawn on them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from tests.reports.order_words import flat


class Box(NamedTuple):
    """An upright rectangle on a page, in points from the bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float


@contextmanager
def _opened(pdf: bytes) -> Iterator[list[pdfium.PdfPage]]:
    with closing(pdfium.PdfDocument(pdf)) as document:
        yield [document[number] for number in range(len(document))]


def texts(pdf: bytes) -> list[str]:
    """The text of each page, on one line each."""
    with _opened(pdf) as pages:
        return [flat(page.get_textpage().get_text_range()) for page in pages]


def text(pdf: bytes) -> str:
    """The text of the whole paper, on one line."""
    return " ".join(texts(pdf))


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The width and height of each page, in whole millimetres."""
    with _opened(pdf) as pages:
        return [(round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in pages]


def metadata(pdf: bytes) -> dict[str, str]:
    """What the paper says about itself."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        return dict(document.get_metadata_dict())


def letter_boxes(pdf: bytes) -> list[list[Box]]:
    """For each page, where each visible letter stands."""
    with _opened(pdf) as pages:
        return [_letter_boxes(page) for page in pages]


def _letter_boxes(page: pdfium.PdfPage) -> list[Box]:
    words = page.get_textpage()
    letters = words.get_text_range()
    return [Box(*words.get_charbox(place)) for place, letter in enumerate(letters) if not letter.isspace()]


def where(pdf: bytes, wanted: str, *, page: int = 0) -> Box:
    """Where the first letter of the wanted words stands."""
    with _opened(pdf) as pages:
        words = pages[page].get_textpage()
        place = words.get_text_range().index(wanted)
        return Box(*words.get_charbox(place))


def level_lines(pdf: bytes, *, page: int = 0) -> list[Box]:
    """The level lines drawn on a page."""
    with _opened(pdf) as pages:
        paths = pages[page].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        boxes = [Box(*path.get_bounds()) for path in paths]
        return [box for box in boxes if box.top - box.bottom < 2 < box.right - box.left]


def is_drawn_through(pdf: bytes, wanted: str, *, page: int = 0) -> bool:
    """Whether a level line goes through the first letter of the wanted words."""
    letter = where(pdf, wanted, page=page)
    middle = (letter.left + letter.right) / 2
    return any(
        line.left <= middle <= line.right and letter.bottom < line.bottom and line.top < letter.top
        for line in level_lines(pdf, page=page)
    )


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts that the paper's text is set in."""
    with _opened(pdf) as pages:
        return {
            item.get_font().get_base_name().split("+")[-1]
            for page in pages
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
        }
