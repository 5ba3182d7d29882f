"""How wide the journal's columns are in a window of a given width."""

from collections.abc import Sequence
from typing import NamedTuple

from kandas_desktop.ui.journal.columns import Column

WIDEST = 1600  # no line of the table gets longer than this
_NARROWED = (("name", 112), ("birth", 76), ("country", 72))
"""Which columns give way where there is too little room, and down to what width, one after the other."""
_NARROWED_COMPACT = (("birth", 90), *_NARROWED)
"""In a small window places are short: they give way first, so that names stay on one line."""


class Span(NamedTuple):
    """Where a column lies, in logical pixels from the left."""

    left: int
    width: int

    @property
    def right(self) -> int:
        return self.left + self.width


def column_spans(
    columns: Sequence[Column], width: int, *, is_compact: bool, least: dict[str, int] | None = None
) -> list[Span]:
    """The places of the columns: their usual widths, what is left over given to those that stretch.

    ``least`` names what columns need at least for their longest words. Where there is too little room, names,
    places and countries give way.
    """
    needed = least or {}
    widths = [
        max(column.compact_width if is_compact else column.width, needed.get(column.name, 0))
        for column in columns
    ]
    over = min(width, WIDEST) - sum(widths)
    if over >= 0:
        widths = [w + share for w, share in zip(widths, _shares(columns, over), strict=True)]
    else:
        widths = _narrowed(columns, widths, -over, _NARROWED_COMPACT if is_compact else _NARROWED)
    spans, left = [], 0
    for each in widths:
        spans.append(Span(left, each))
        left += each
    return spans


def _shares(columns: Sequence[Column], over: int) -> list[int]:
    """``over`` split by how much each column stretches, to the last pixel."""
    whole = sum(column.stretch for column in columns)
    shares, given, so_far = [], 0, 0
    for column in columns:
        so_far += column.stretch
        share = over * so_far // whole - given if whole else 0
        shares.append(share)
        given += share
    return shares


def _narrowed(
    columns: Sequence[Column], widths: list[int], missing: int, steps: Sequence[tuple[str, int]]
) -> list[int]:
    narrowed = list(widths)
    for name, least in steps:
        for place, column in enumerate(columns):
            if column.name == name:
                less = min(missing, max(0, narrowed[place] - least))
                narrowed[place] -= less
                missing -= less
    return narrowed
