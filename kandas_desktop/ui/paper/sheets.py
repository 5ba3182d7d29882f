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


class Pictures:
    """The pictures of the pages seen last, so that scrolling and repainting draw nothing anew."""

    _KEPT = 6  # one at 100 % takes some 3 MB

    def __init__(self) -> None:
        self._pictures: dict[tuple[int, int], QImage] = {}

    def picture(self, sheets: Sheets, page: int, scale: float, ratio: float) -> QImage:
        """One page at logical pixels per point, for a screen of that device pixel ratio."""
        key = (page, round(scale * ratio * 10_000))
        picture = self._pictures.pop(key, None)
        if picture is None:
            picture = sheets.picture(page, scale * ratio)
            picture.setDevicePixelRatio(ratio)
        self._pictures[key] = picture
        while len(self._pictures) > self._KEPT:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def clear(self) -> None:
        """Forget them: another paper is shown."""
        self._pictures.clear()
