"""Tables on sheets: a head that can be repeated, and rows of wrapped cells."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from kandas_desktop.reports.paper import Style, wrapped
from kandas_desktop.reports.sheet import Sheet

PAD_SIDE: Final = 1.6  # between a cell's rules and its words
PAD_TOP: Final = 1.2
PAD_BOTTOM: Final = 1.6
_ASCENT: Final = 0.31  # from a line's top to its base line, for each point of the letters' size


class Column(NamedTuple):
    """A column of a table: what stands in its head, and its width in millimetres."""

    title: str
    width: float
    centred: bool = False


class Line(NamedTuple):
    """A line of a cell, as it is set: indented by so many millimetres, or with a line through it."""

    text: str
    style: Style
    indent: float = 0.0
    struck: bool = False


Cells = Sequence[Sequence[Line]]  # for each column the lines of its cell


class Table:
    """A table growing downwards on a sheet; ``y`` is where its next row begins."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], style: Style, *, left: float) -> None:
        self._sheet = sheet
        self._columns = columns
        self._style = style
        self._edges = list(accumulate((column.width for column in columns), initial=left))
        self._titles = [self.fitted(place, column.title) for place, column in enumerate(columns)]
        self._top = 0.0
        self.y = 0.0

    @property
    def head_height(self) -> float:
        """The height that the head takes on each sheet."""
        return self.height(self._titles)

    def height(self, cells: Cells) -> float:
        """The height of a row, which is that of its tallest cell."""
        return max(sum(line.style.leading for line in cell) for cell in cells) + PAD_TOP + PAD_BOTTOM

    def fitted(
        self,
        place: int,
        text: str,
        *,
        style: Style | None = None,
        indent: float = 0.0,
        struck: bool = False,
    ) -> list[Line]:
        """The text in lines that fit the column, in the table's style unless another is given."""
        style = style or self._style
        lines = wrapped(text, style, self._columns[place].width - 2 * PAD_SIDE - indent)
        return [Line(line, style, indent, struck) for line in lines]

    def begin(self, y: float) -> None:
        """Draws the head from ``y``; rows follow."""
        self.y = self._top = y
        self.rule()
        for place, lines in enumerate(self._titles):
            slack = self.head_height - self.height([lines])
            self._draw_centred(lines, place, y + slack / 2 + PAD_TOP)
        self.y += self.head_height
        self.rule()

    def row(self, cells: Cells) -> None:
        """Draws a row."""
        for place, lines in enumerate(cells):
            draw = self._draw_centred if self._columns[place].centred else self._draw_flush
            draw(lines, place, self.y + PAD_TOP)
        self.y += self.height(cells)

    def rule(self) -> None:
        """Draws a line across the table where the next row begins."""
        self._sheet.rule(self._edges[0], self._edges[-1], self.y)

    def end(self) -> None:
        """Closes the table on this sheet."""
        for edge in self._edges:
            self._sheet.upright(edge, self._top, self.y)
        self.rule()

    def _draw_flush(self, lines: Sequence[Line], place: int, y: float) -> None:
        left = self._edges[place] + PAD_SIDE
        for text, style, indent, struck in lines:
            self._sheet.words(left + indent, y + _ASCENT * style.size, text, style, struck=struck)
            y += style.leading

    def _draw_centred(self, lines: Sequence[Line], place: int, y: float) -> None:
        middle = (self._edges[place] + self._edges[place + 1]) / 2
        for text, style, _indent, struck in lines:
            self._sheet.centred(middle, y + _ASCENT * style.size, text, style, struck=struck)
            y += style.leading


def parted(cells: Cells, tallest: int) -> list[Cells]:
    """The row as it is, or as several rows of at most ``tallest`` lines each."""
    lines = max(map(len, cells))
    return [[cell[start : start + tallest] for cell in cells] for start in range(0, lines, tallest)]
