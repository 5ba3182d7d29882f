"""The strip below the board that says what colours and icons mean."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, state_colors, state_words
from kandas_desktop.ui.board.hatch import paint_hatch
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, ngettext

HEIGHT = 30
SQUARE = 18
_BESIDE = 6


class LegendStrip(Surface):
    """Signs with their words in one line; a subclass paints them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", lines="top", parent=parent)
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)


def sign_box(left: float, width: float, *, height: float = SQUARE) -> QRectF:
    """Where a sign stands that begins ``left``."""
    return QRectF(left, (HEIGHT - height) / 2 + 0.5, width, height)


def paint_state_sign(painter: QPainter, box: QRectF, state: BedState) -> None:
    """A bed in its state, small."""
    colors = state_colors(state)
    dashed = state is BedState.BEING_MADE_READY
    edge = colors.line if dashed else colors.solid
    paint_box(painter, box, radius=5, fill=colors.fill, edge=edge, dashed=dashed)
    if state is BedState.OUT_OF_SERVICE:
        paint_hatch(painter, box)
    paint_icon(painter, box.center() - QPointF(6, 6), STATE_ICONS[state], 12, colors.solid)


def paint_late_sign(painter: QPainter, box: QRectF, days: str) -> None:
    """The pill of somebody whose day is past."""
    palette, font = theme().palette, theme().font("small", bold=True)
    paint_box(painter, box, radius=4, fill=palette.overdue.solid)
    paint_text(painter, box.adjusted(5, 0, 0, 0), days, font=font, color=palette.on_overdue)


class Legend(LegendStrip):
    """Every state with its square; what has no room on the right is left out, the states come first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left = float(theme().sizes.page_padding)
        for state in BedState:
            left = self._paint_state(painter, left, state)
        palette, font = theme().palette, theme().font("small", bold=True)
        days = "! " + ngettext("{count} day", "{count} days", 1)
        width = text_width(font, days) + 10
        words = _("overdue")
        second = theme().font("second")
        if left + width + _BESIDE + text_width(second, words) <= self.width():
            pill = sign_box(left, width, height=16)
            paint_late_sign(painter, pill, days)
            left = self._paint_words(painter, pill.right() + _BESIDE, words)
        words, number = _("one family"), "144"
        width = text_width(theme().font("small"), number) + 12
        if left + width + _BESIDE + text_width(second, words) <= self.width():
            cap = sign_box(left, width, height=16)
            paint_box(painter, cap, radius=4, edge=palette.text3)
            room = cap.adjusted(6, 0, 0, 0)
            paint_text(painter, room, number, font=theme().font("small"), color=palette.text2)
            self._paint_words(painter, cap.right() + _BESIDE, words)

    def _paint_state(self, painter: QPainter, left: float, state: BedState) -> float:
        box = sign_box(left, SQUARE)
        paint_state_sign(painter, box, state)
        return self._paint_words(painter, box.right() + _BESIDE, state_words(state))

    def _paint_words(self, painter: QPainter, left: float, words: str) -> float:
        font = theme().font("second")
        width = text_width(font, words)
        room = QRectF(left, 0, width + 2, HEIGHT + 1)
        paint_text(painter, room, words, font=font, color=theme().palette.text2)
        return left + width + (10 if theme().is_compact else 14)
