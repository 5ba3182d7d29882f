"""The words of a bed's tile: measured and cut to its width once, before they are drawn again and again."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kandas_desktop.queries.board import Tile
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.board.looks import BOLD_FROM, Names, days_words, second_ways
from kandas_desktop.ui.kit.painting import fitted
from kandas_desktop.ui.kit.theme import theme

ICON = 14
INSET = 9
GAP = 6


@dataclass(slots=True)
class Letters:
    """The fonts of the board with their measures, asked for once."""

    bold: QFont = field(default_factory=lambda: theme().font("second", bold=True))
    plain: QFont = field(default_factory=lambda: theme().font("second"))
    small: QFont = field(default_factory=lambda: theme().font("small"))
    small_bold: QFont = field(default_factory=lambda: theme().font("small", bold=True))
    number: QFont = field(default_factory=lambda: theme().font("big"))
    body_bold: QFont = field(default_factory=lambda: theme().font("body", bold=True))
    of: dict[int, QFontMetricsF] = field(default_factory=dict)
    rise: dict[int, float] = field(default_factory=dict)
    inks: dict[str, QColor] = field(default_factory=dict)

    def metrics(self, font: QFont) -> QFontMetricsF:
        """The measures of one of these fonts."""
        if id(font) not in self.of:
            self.of[id(font)] = QFontMetricsF(font)
        return self.of[id(font)]

    def draw(self, painter: QPainter, left: float, middle: float, text: str, font: QFont, ink: str) -> None:
        """Write on a line whose middle is at ``middle``."""
        key = id(font)
        if key not in self.rise:
            self.rise[key] = self.metrics(font).capHeight() / 2
        if ink not in self.inks:
            self.inks[ink] = QColor(ink)
        painter.setFont(font)
        painter.setPen(self.inks[ink])
        # On a whole pixel, and capitals look centred.
        painter.drawText(QPointF(left, round(middle + self.rise[key])), text)


@dataclass(slots=True)
class TileWords:
    """The words of one tile, cut to its width."""

    tile: Tile
    width: int
    label: str
    label_width: float
    mark: str
    mark_width: float
    state: str
    state_width: float
    second: str
    second_font: QFont
    days: str
    days_width: float
    is_bold: bool


def measured(tile: Tile, width: int, letters: Letters, names: Names) -> TileWords:
    """The words of a tile that is so wide."""
    room = width - 2 * INSET
    is_late = tile.is_overdue and tile.bed.outage is None
    left = tile.days_left
    is_bold = tile.bed.outage is None and left is not None and left <= BOLD_FROM
    days = f"! {days_words(tile)}" if is_late else days_words(tile)
    day_font = letters.small_bold if is_late else letters.bold if is_bold else letters.plain
    days_width = letters.metrics(day_font).horizontalAdvance(days) + (10 if is_late else 0)
    second_room = room - (days_width + GAP if days else 0)
    second, font = _second(tile, second_room, letters, names)
    label_width = letters.metrics(letters.bold).horizontalAdvance(tile.bed.label)
    state, small = state_words(tile.state), letters.metrics(letters.small)
    state_width, mark_width = small.horizontalAdvance(state), small.horizontalAdvance(tile.mark)
    first = ICON + GAP + label_width + GAP + state_width
    # The word of the state comes first; a family's block says by itself that it is one family.
    has_mark = bool(tile.mark) and first + mark_width + 10 + GAP <= room
    return TileWords(
        tile,
        width,
        tile.bed.label,
        label_width,
        tile.mark if has_mark else "",
        mark_width,
        state,
        state_width,
        second,
        font,
        days,
        days_width,
        is_bold,
    )


def _second(tile: Tile, room: float, letters: Letters, names: Names) -> tuple[str, QFont]:
    """The second line: smaller letters, then the given name's first letter, before a name is cut."""
    ways = second_ways(tile, names)
    for way in ways:
        for font in (letters.plain, letters.small):
            if letters.metrics(font).horizontalAdvance(way) <= room:
                return way, font
    small = letters.metrics(letters.small)
    if tile.bed.outage is not None:
        return small.elidedText(ways[0], Qt.TextElideMode.ElideRight, max(0.0, room)), letters.small
    return fitted(small, ways, room), letters.small
