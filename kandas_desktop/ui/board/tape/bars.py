"""Painting the bars of one line of the tape chart: boxes first, then what is written in and after them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kandas_desktop.queries.tape_bars import BarKind, TapeBar
from kandas_desktop.ui.board.hatch import paint_hatch
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.tape.bar_words import (
    DASHED,
    BarWords,
    bar_colors,
    bar_icon,
    bar_words,
    not_left_words,
)
from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, Days
from kandas_desktop.ui.board.tape.letters import Letters
from kandas_desktop.ui.board.tape.lines import Line
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import paint_box
from kandas_desktop.ui.kit.theme import theme

_INSET = 9
_ICON = 12
_GAP = 5
_OVERHANG = 8  # how far a bar that goes on past the edge is drawn beyond it, so that it has no end there
_LEAST_NAME = 30
_PILL = 16


class Shown(NamedTuple):
    """A bar that is seen, and where."""

    bar: TapeBar
    box: QRectF
    seen: tuple[float, float]
    """From where to where it is seen."""
    goes_on: bool
    """Whether it ends past the right edge."""


class BarPainter:
    """Paints bars; ``forget`` when names are hidden, the theme changes, or all is read anew."""

    def __init__(self) -> None:
        self.names = Names()
        self.letters = Letters()
        self._words: dict[TapeBar, BarWords] = {}

    def forget(self) -> None:
        """Word everything anew when it is painted next."""
        self.letters = Letters()
        self._words.clear()

    def words(self, bar: TapeBar, on: date) -> BarWords:
        """The words of a bar, made once."""
        if bar not in self._words:
            self._words[bar] = bar_words(bar, on, self.names)
        return self._words[bar]

    def shown(self, line: Line, days: Days, width: int) -> list[Shown]:
        """The bars of a line that are seen, from the left."""
        found = []
        first, end = days.first, days.end
        for bar in line.bars:
            if bar.first > end:
                break
            if bar.last is not None and bar.last < first:
                continue
            found.append(shown_bar(bar, line, days, width))
        return found

    def paint_boxes(self, painter: QPainter, shown: Sequence[Shown]) -> None:
        """The boxes of a line's bars."""
        for each in shown:
            kind, box, colors = each.bar.kind, each.box, bar_colors(each.bar.kind)
            paint_box(painter, box, radius=5, fill=colors.fill, edge=colors.line, dashed=kind in DASHED)
            if kind is BarKind.OUT_OF_SERVICE:
                paint_hatch(painter, box)
                paint_box(painter, box, radius=5, edge=colors.line)

    def paint_words(self, painter: QPainter, shown: Sequence[Shown], on: date, width: int) -> None:
        """What is written in the bars of a line and after them."""
        named = False
        for at, each in enumerate(shown):
            words = self.words(each.bar, on)
            until = shown[at + 1].seen[0] if at + 1 < len(shown) else float(width)
            inside = self._paint_inside(painter, each, words)
            if each.bar.kind is BarKind.OVERDUE:
                # Whoever is named in the bar before need not be named again.
                who = not_left_words() if named else words.after
                words = words._replace(after=who)
            self._paint_after(painter, each, words, until - 4)
            named = inside and each.bar.kind in (BarKind.OCCUPIED, BarKind.VACATING) and not each.bar.is_past
            if each.bar.kind is BarKind.VACATING:
                named = at > 0 and shown[at - 1].seen[1] - shown[at - 1].seen[0] > 2 * _LEAST_NAME

    def _paint_inside(self, painter: QPainter, each: Shown, words: BarWords) -> bool:
        """Icon and words within a bar; whether it says who is meant."""
        colors, palette = bar_colors(each.bar.kind), theme().palette
        left, right = each.seen[0] + _INSET, each.seen[1] - 7
        middle = each.box.center().y()
        icon = bar_icon(each.bar.kind)
        if icon and left + _ICON <= each.seen[1] - 4:
            paint_icon(painter, QPointF(int(left), int(middle - _ICON / 2 + 0.5)), icon, _ICON, colors.solid)
            left += _ICON + _GAP
        if not words.inside:
            return False
        end = words.end and f"{words.end} ›" if each.goes_on else words.end
        plain = self.letters.plain
        letter = self.letters.bold if words.is_bold else plain
        end_width = plain.width(end) if end else 0.0
        # Where both have no room the name is weightier: the bar itself ends at that day.
        name_width = _LEAST_NAME if each.goes_on else letter.width(words.inside)
        if end and left + name_width + end_width + _GAP + 2 <= right:
            plain.draw(painter, right - end_width, middle, end, colors.ink if each.goes_on else colors.solid)
            right -= end_width + _GAP + 2
        if right - left < min(_LEAST_NAME, letter.width(words.inside)):
            return False
        text = letter.fit((words.inside, *words.shorter), right - left)
        ink = palette.text if each.bar.kind in (BarKind.OCCUPIED, BarKind.OUT_OF_SERVICE) else colors.ink
        letter.draw(painter, left, middle, text, ink)
        left += letter.width(text) + 6
        if words.second and text == words.inside and right - left > _LEAST_NAME:
            plain.draw(painter, left, middle, plain.cut(words.second, right - left), colors.ink)
        return True

    def _paint_after(self, painter: QPainter, each: Shown, words: BarWords, until: float) -> None:
        """The red pill and the words that follow a bar."""
        palette, letters = theme().palette, self.letters
        left, middle = each.seen[1] + 8, each.box.center().y()
        if words.pill:
            width = letters.small_bold.width(words.pill) + 10
            if left + width > until:
                return
            pill = QRectF(int(left), middle - _PILL / 2, int(width + 0.5), _PILL)
            paint_box(painter, pill, radius=4, fill=palette.overdue.solid)
            letters.small_bold.draw(painter, pill.left() + 5, middle, words.pill, palette.on_overdue)
            left = pill.right() + 6
        plain = letters.plain
        if words.after and until - left >= min(_LEAST_NAME, plain.width(words.after)):
            shown = plain.fit((words.after, *words.shorter), until - left)
            plain.draw(painter, left, middle, shown, palette.text)
            left += plain.width(shown) + 6
        if words.due and plain.width(words.due) <= until - left:
            plain.draw(painter, left, middle, words.due, bar_colors(each.bar.kind).ink)


def shown_bar(bar: TapeBar, line: Line, days: Days, width: int) -> Shown:
    """Where a bar lies in the viewport, apart from its line's place from the top."""
    left, right = float(days.left_of(bar.first)), float(width)
    if bar.last is not None:
        right = float(days.right_of(bar.last))
    goes_on = bar.last is None or right > width
    starts_before = left < BEDS_WIDTH
    seen = max(left, float(BEDS_WIDTH)), min(right, float(width))
    box_left = BEDS_WIDTH - _OVERHANG if starts_before else left + 1
    box_right = width + _OVERHANG if goes_on else right - 1
    box = QRectF(box_left, line.top + 2, box_right - box_left, line.height - 4)
    return Shown(bar, box, seen, goes_on)
