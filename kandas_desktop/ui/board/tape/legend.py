"""The strip below the tape chart that says what its bars mean."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from kandas_desktop.queries.tape_bars import BarKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.board.legend import (
    HEIGHT,
    SQUARE,
    LegendStrip,
    paint_late_sign,
    paint_state_sign,
    sign_box,
)
from kandas_desktop.ui.board.tape.bar_words import bar_colors, late_words
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, pgettext

_WIDE = 26
_STATES = (BedState.HELD, BedState.OCCUPIED, BedState.VACATING, BedState.OUT_OF_SERVICE)


class _Entry(NamedTuple):
    """One sign with its words; the sign is a state's, an estimate's, the pill's, or that of a day off."""

    words: str
    state: BedState | None = None
    estimate: BarKind | None = None
    pill: str = ""

    @property
    def width(self) -> int:
        """How wide the sign is."""
        if self.pill:
            return text_width(theme().font("small", bold=True), self.pill) + 10
        return SQUARE if self.state else _WIDE


def _entries() -> Iterator[_Entry]:
    for state in _STATES:
        yield _Entry(state_words(state), state=state)
    yield _Entry(_("to vacate, an estimate"), estimate=BarKind.EXPECTED_VACATING)
    yield _Entry(_("the reserve's next, an estimate"), estimate=BarKind.EXPECTED_RESERVE)
    yield _Entry(_("overdue"), pill=late_words(1))
    yield _Entry(pgettext("tape", "day off"))


class TapeLegend(LegendStrip):
    """Every kind of bar with its sign; what has no room on the right is left out."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, font = QPainter(self), theme().font("second")
        entries = list(_entries())
        room = self.width() - 2 * theme().sizes.page_padding
        needed = sum(entry.width + 6 + text_width(font, entry.words) for entry in entries)
        gap = max(8, min(14, (room - needed) // (len(entries) - 1)))
        left = theme().sizes.page_padding
        for entry in entries:
            width = text_width(font, entry.words)
            if left + entry.width + 6 + width > self.width() - 4:
                return
            self._paint_sign(painter, entry, left)
            left += entry.width + 6
            words = QRectF(left, 0, width + 2, HEIGHT + 1)
            paint_text(painter, words, entry.words, font=font, color=theme().palette.text2)
            left += width + gap

    def _paint_sign(self, painter: QPainter, entry: _Entry, left: int) -> None:
        palette = theme().palette
        box = sign_box(left, entry.width, height=16 if entry.pill else SQUARE)
        if entry.pill:
            paint_late_sign(painter, box, entry.pill)
        elif entry.state is not None:
            paint_state_sign(painter, box, entry.state)
        elif entry.estimate is not None:
            paint_box(painter, box, radius=5, edge=bar_colors(entry.estimate).solid, dashed=True)
        else:
            paint_box(painter, box, radius=5, fill=palette.disabled_fill, edge=palette.line2)
