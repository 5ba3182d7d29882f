"""Where each group and row of the first page stands, with what is unfolded beneath it."""

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.today.measures import Measures
from kandas_desktop.ui.today.rows import AgendaGroup, AgendaRow

WHY_LINE = 17
_WHY_PADDING = 10
_BOTTOM = 16


class PlacedRow(NamedTuple):
    """A row, and what of the page it takes; ``why`` are its unfolded lines, wrapped."""

    row: AgendaRow
    top: int
    height: int
    why: tuple[str, ...]


class PlacedGroup(NamedTuple):
    """A group: its head, then a card with its rows."""

    group: AgendaGroup
    top: int
    card_top: int
    rows: tuple[PlacedRow, ...]

    @property
    def bottom(self) -> int:
        last = self.rows[-1]
        return last.top + last.height


class Outline(NamedTuple):
    """All groups from top to bottom."""

    groups: tuple[PlacedGroup, ...] = ()
    height: int = 0

    @property
    def rows(self) -> list[PlacedRow]:
        return [row for group in self.groups for row in group.rows]

    def row_at(self, y: int) -> int | None:
        """The place of the row at a height; ``None`` between rows."""
        return next(
            (place for place, row in enumerate(self.rows) if row.top <= y < row.top + row.height), None
        )


def outline(
    groups: Sequence[AgendaGroup],
    unfolded: Set[tuple[object, ...]],
    sizes: Measures,
    why_width: int,
    sentences: Callable[[AgendaRow], Sequence[str]],
) -> Outline:
    """Put the groups one below the other; ``sentences`` are what a row says when it is unfolded."""
    placed = []
    top = 0
    for group in groups:
        card_top = top + sizes.head
        rows = []
        below = card_top
        for row in group.rows:
            lines = wrapped(sentences(row), why_width) if row.key in unfolded else ()
            height = sizes.row + (len(lines) * WHY_LINE + _WHY_PADDING if lines else 0)
            rows.append(PlacedRow(row, below, height, lines))
            below += height
        placed.append(PlacedGroup(group, top, card_top, tuple(rows)))
        top = below + sizes.gap
    return Outline(tuple(placed), top - sizes.gap + _BOTTOM if placed else 0)


def wrapped(sentences: Sequence[str], width: int) -> tuple[str, ...]:
    """Sentences broken into lines that fit a width, each sentence on a line of its own."""
    lines = []
    for sentence in sentences:
        layout = QTextLayout(sentence, theme().font("second"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(80, width))
            lines.append(sentence[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return tuple(lines)
