"""A PDF's pages as pictures, through PDFium; it knows no threads, so only the window's own thread asks."""

from typing import NamedTuple

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72


class PageSize(NamedTuple):
    """A page's measures in points."""

    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        return self.width > self.height


class Sheets:
    """The pages of one PDF that is held in memory; no file stays open meanwhile."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pdfium.PdfDocument(pdf)
        self.sizes = [PageSize(*self._document.get_page_size(page)) for page in range(len(self._document))]

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, page: int, pixels_per_point: float) -> QImage:
        """One page, counted from 0, on white."""
        drawn = self._document[page]
        try:
            bitmap = drawn.render(scale=pixels_per_point, prefer_bgrx=True)
            picture = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            # The buffer goes with the bitmap.
            return picture.copy()
        finally:
            drawn.close()

    def close(self) -> None:
        """Give the memory back."""
        self._document.close()
