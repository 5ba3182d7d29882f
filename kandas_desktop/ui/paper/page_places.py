"""Where a paper's pages lie on the desk at a zoom, in logical pixels from its top left corner."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize

from kandas_desktop.ui.paper.sheets import POINTS_PER_INCH, PageSize

MARGIN = 20
LEAST_ZOOM, MOST_ZOOM = 0.25, 4.0
_GAP = 20
_SCREEN_INCH = 96  # logical pixels at 100 %


class Fit(StrEnum):
    """What the zoom follows."""

    PAGE = "page"
    WIDTH = "width"
    NONE = ""


def fitting_zoom(sizes: Sequence[PageSize], view: QSize, fit: Fit) -> float:
    """The zoom at which the widest page takes the view's width, or the largest one fits it whole."""
    zoom = (view.width() - 2 * MARGIN) / max(size.width for size in sizes)
    if fit is Fit.PAGE:
        zoom = min(zoom, (view.height() - 2 * MARGIN) / max(size.height for size in sizes))
    return min(MOST_ZOOM, max(LEAST_ZOOM / 2, zoom * POINTS_PER_INCH / _SCREEN_INCH))


class PagePlaces:
    """Pages one below the other at one zoom."""

    def __init__(self, sizes: Sequence[PageSize], zoom: float) -> None:
        self._sizes = sizes
        self.scale = zoom * _SCREEN_INCH / POINTS_PER_INCH
        """Logical pixels for one point."""
        self._tops: list[float] = []
        width, height = 0.0, 0.0
        for size in sizes:
            height += _GAP if height else MARGIN
            self._tops.append(height)
            height += size.height * self.scale
            width = max(width, size.width * self.scale + 2 * MARGIN)
        # Rounded down, or a page that fits exactly would ask for a scroll bar.
        self.span = QSize(int(width), int(height + MARGIN) if sizes else 0)

    def page_at(self, down: float) -> int:
        """The page at, or last above, a distance from the top; 0 where there is none."""
        return max(0, bisect_right(self._tops, down) - 1)

    def top_of(self, page: int) -> int:
        """Where a page begins, with the margin above it in sight."""
        return round(self._tops[page]) - MARGIN

    def in_sight(self, scrolled: int, height: int) -> range:
        """The pages of which something is seen."""
        if not self._tops:
            return range(0)
        return range(self.page_at(scrolled), self.page_at(scrolled + height) + 1)

    def rect(self, page: int, scrolled: QPoint, view_width: int, ratio: float) -> QRectF:
        """A page in the view, on whole device pixels and as many of them as its picture has."""
        size = self._sizes[page]
        width = ceil(size.width * self.scale * ratio) / ratio
        height = ceil(size.height * self.scale * ratio) / ratio
        fits = width + 2 * MARGIN <= view_width
        left = (view_width - width) / 2 if fits else MARGIN - scrolled.x()
        top = self._tops[page] - scrolled.y()
        return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, width, height)
