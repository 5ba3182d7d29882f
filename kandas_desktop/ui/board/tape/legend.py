"""The strip below the tape chart that says what its bars mean."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.tape_bars import BarKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, state_colors, state_words
from kandas_desktop.ui.board.hatch import paint_hatch
from kandas_desktop.ui.board.tape.bar_words import bar_colors, late_words
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, pgettext

_HEIGHT = 30
_SQUARE = 18
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
        return _SQUARE if self.state else _WIDE


def _entries() -> Iterator[_Entry]:
    for state in _STATES:
        yield _Entry(state_words(state), state=state)
    yield _Entry(_("to vacate, an estimate"), estimate=BarKind.EXPECTED_VACATING)
    yield _Entry(_("the reserve's next, an estimate"), estimate=BarKind.EXPECTED_RESERVE)
    yield _Entry(_("overdue"), pill=late_words(1))
    yield _Entry(pgettext("tape", "day off"))


class TapeLegend(Surface):
    """Every kind of bar with its sign; what has no room on the right is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", lines="top", parent=parent)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

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
            words = QRectF(left, 0, width + 2, _HEIGHT + 1)
            paint_text(painter, words, entry.words, font=font, color=theme().palette.text2)
            left += width + gap

    def _paint_sign(self, painter: QPainter, entry: _Entry, left: int) -> None:
        palette = theme().palette
        height = 16 if entry.pill else _SQUARE
        box = QRectF(left, (_HEIGHT - height) / 2 + 0.5, entry.width, height)
        if entry.pill:
            paint_box(painter, box, radius=4, fill=palette.overdue.solid)
            font = theme().font("small", bold=True)
            paint_text(painter, box.adjusted(5, 0, 0, 0), entry.pill, font=font, color=palette.on_overdue)
        elif entry.state is not None:
            colors = state_colors(entry.state)
            paint_box(painter, box, radius=5, fill=colors.fill, edge=colors.solid)
            if entry.state is BedState.OUT_OF_SERVICE:
                paint_hatch(painter, box)
            icon = STATE_ICONS[entry.state]
            paint_icon(painter, box.center() - QPointF(6, 6), icon, 12, colors.solid)
        elif entry.estimate is not None:
            paint_box(painter, box, radius=5, edge=bar_colors(entry.estimate).solid, dashed=True)
        else:
            paint_box(painter, box, radius=5, fill=palette.disabled_fill, edge=palette.line2)
