"""Tables on sheets: a head that can be repeated, rows of wrapped cells, rows that span columns."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kandas_desktop.reports.paper import TABLE, wrapped
from kandas_desktop.reports.sheet import Sheet

PAD_SIDE: Final = 1.6  # between a cell's rules and its words
PAD_TOP: Final = 1.2
PAD_BOTTOM: Final = 1.6
_ASCENT: Final = 3.4  # from a line's top to its base line


class Column(NamedTuple):
    """A column of a table: what stands in its head, and its width in millimetres."""

    title: str
    width: float
    centred: bool = False


Cells = Sequence[Sequence[str]]  # for each column the lines of its cell


class Table:
    """A table growing downwards on a sheet; ``y`` is where the next row begins."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], *, left: float) -> None:
        self._sheet = sheet
        self._columns = columns
        self._edges = [left + sum(column.width for column in columns[:place]) for place in range(len(columns) + 1)]
        self._titles = [self.fitted(place, column.title) for place, column in enumerate(columns)]
        self._begun_at: list[float] = []  # for each upright, from where it is still to be drawn
        self.y = 0.0

    @property
    def head_height(self) -> float:
        return row_height(self._titles)

    def fitted(self, column: int, text: str, *, last: int | None = None) -> list[str]:
        """The text in lines that fit a column, or all the columns from it to ``last``."""
        right = self._edges[(column if last is None else last) + 1]
        return wrapped(text, TABLE, right - self._edges[column] - 2 * PAD_SIDE)

    def begin(self, y: float) -> None:
        """Draws the head from ``y``; rows follow."""
        self.y = y
        self._begun_at = [y] * len(self._edges)
        self.rule()
        height = self.head_height
        for place, lines in enumerate(self._titles):
            slack = height - row_height([lines])
            self._draw_lines(lines, place, y + slack / 2, centred=True)
        self.y += height
        self.rule()

    def row(self, cells: Cells, *, struck: bool = False) -> None:
        """Draws a row; ``struck`` draws a line through every word of it."""
        for place, lines in enumerate(cells):
            self._draw_lines(lines, place, self.y, centred=self._columns[place].centred, struck=struck)
        self.y += row_height(cells)

    def spanning_row(self, lines: Sequence[str], first: int, last: int, *, struck: bool = False) -> None:
        """Draws a row whose lines run over the columns from ``first`` to ``last``."""
        height = row_height([lines])
        for edge in range(first + 1, last + 1):
            self._draw_upright(edge)
            self._begun_at[edge] = self.y + height
        self._draw_lines(lines, first, self.y, struck=struck)
        self.y += height

    def rule(self) -> None:
        """Draws a line across the table where the next row begins."""
        self._sheet.rule(self._edges[0], self._edges[-1], self.y)

    def end(self) -> None:
        """Closes the table on this sheet."""
        for edge in range(len(self._edges)):
            self._draw_upright(edge)
        self.rule()

    def _draw_upright(self, edge: int) -> None:
        if self._begun_at[edge] < self.y:
            self._sheet.upright(self._edges[edge], self._begun_at[edge], self.y)

    def _draw_lines(
        self, lines: Sequence[str], place: int, y: float, *, centred: bool = False, struck: bool = False
    ) -> None:
        left = self._edges[place] + PAD_SIDE
        base = y + PAD_TOP + _ASCENT
        for line in lines:
            if centred:
                middle = (self._edges[place] + self._edges[place + 1]) / 2
                self._sheet.centred(middle, base, line, TABLE, struck=struck)
            else:
                self._sheet.words(left, base, line, TABLE, struck=struck)
            base += TABLE.leading


def row_height(cells: Cells) -> float:
    """The height of a row, which is that of its tallest cell."""
    return max(map(len, cells)) * TABLE.leading + PAD_TOP + PAD_BOTTOM


def parted(cells: Cells, tallest: int) -> list[Cells]:
    """The row as it is, or as several rows of at most ``tallest`` lines each."""
    lines = max(map(len, cells))
    return [[cell[start : start + tallest] for cell in cells] for start in range(0, lines, tallest)]
