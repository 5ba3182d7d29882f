"""Where each group and row of the first page stands, with what is unfolded beneath it."""

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from kandas_desktop.ui.today.fitting import Fitted, wrapped
from kandas_desktop.ui.today.measures import Measures
from kandas_desktop.ui.today.rows import AgendaGroup, AgendaRow

WHY_LINE = 17
_WHY_PADDING = 10
_BOTTOM = 16


class PlacedRow(NamedTuple):
    """A row, and what of the page it takes; ``why`` are its unfolded lines, wrapped."""

    row: AgendaRow
    words: Fitted
    top: int
    height: int
    folded_height: int
    """Without what is unfolded: the button stands in its middle."""
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
    fit: Callable[[AgendaRow], Fitted],
) -> Outline:
    """Put the groups one below the other; ``fit`` fits the words of a row to its width."""
    placed = []
    top = 0
    for group in groups:
        card_top = top + sizes.head
        rows = []
        below = card_top
        for row in group.rows:
            words = fit(row)
            # What was shortened is said first of what is unfolded.
            sentences = (*words.left_out, *row.why)
            lines = wrapped(sentences, why_width) if row.key in unfolded else ()
            folded_height = sizes.row + words.extra_lines * WHY_LINE
            height = folded_height + (len(lines) * WHY_LINE + _WHY_PADDING if lines else 0)
            rows.append(PlacedRow(row, words, below, height, folded_height, lines))
            below += height
        placed.append(PlacedGroup(group, top, card_top, tuple(rows)))
        top = below + sizes.gap
    return Outline(tuple(placed), top - sizes.gap + _BOTTOM if placed else 0)
