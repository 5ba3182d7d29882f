"""Where each of a million lines stands: rows and heights, with families shown or hidden."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

# Family members are summed up once for so many lines; within them they are counted when asked for.
_BLOCK_BITS = 8
_BLOCK = 1 << _BLOCK_BITS


class Place(NamedTuple):
    """A row: the line it belongs to, and 0 for the line itself or the family member's position."""

    line: int
    position: int


class Heights(NamedTuple):
    """How tall a numbered line and a family line are, in logical pixels."""

    line: int
    family: int


class Outline:
    """Lines in order, each with as many family lines beneath it as are shown.

    A row counts numbered and family lines alike, from the top. Every answer takes a few microseconds, however
    many lines there are.
    """

    def __init__(self) -> None:
        self._shown: array[int] = array("H")
        self._before: array[int] = array("q")  # family lines above each block

    @property
    def lines(self) -> int:
        """How many numbered lines there are."""
        return len(self._shown)

    @property
    def rows(self) -> int:
        """How many rows there are: numbered lines and the family lines that are shown."""
        return self.lines + self.family_lines_above(self.lines)

    def append_closed(self, count: int) -> None:
        """Add ``count`` lines at the end whose families are hidden."""
        above = self.family_lines_above(self.lines)
        self._shown.frombytes(bytes(count * self._shown.itemsize))
        blocks = -(-len(self._shown) // _BLOCK)
        self._before.extend([above] * (blocks - len(self._before)))

    def append(self, family_sizes: Sequence[int]) -> None:
        """Add lines at the end that show families of these sizes."""
        self._shown.extend(family_sizes)
        begun = len(self._before)
        above = self._before[-1] + sum(self._block(begun - 1)) if begun else 0
        for block in range(begun, -(-len(self._shown) // _BLOCK)):
            self._before.append(above)
            above += sum(self._block(block))

    def _block(self, number: int) -> "array[int]":
        return self._shown[number << _BLOCK_BITS : (number + 1) << _BLOCK_BITS]

    def shown_family(self, line: int) -> int:
        """How many family lines are shown beneath a line."""
        return self._shown[line]

    def show_family(self, line: int, size: int) -> None:
        """Show ``size`` family lines beneath a line; 0 hides them."""
        change = size - self._shown[line]
        self._shown[line] = size
        for block in range((line >> _BLOCK_BITS) + 1, len(self._before)):
            self._before[block] += change

    def family_lines_above(self, line: int) -> int:
        """How many family lines are shown above a line."""
        if not self._shown:
            return 0
        block = min(line >> _BLOCK_BITS, len(self._before) - 1)
        return self._before[block] + sum(self._shown[block << _BLOCK_BITS : line])

    def row(self, line: int) -> int:
        """The row of a numbered line."""
        return line + self.family_lines_above(line)

    def place(self, row: int) -> Place:
        """What stands in a row; ``IndexError`` outside the table."""
        if not 0 <= row < self.rows:
            raise IndexError(row)
        line = self._last_line(row, Heights(1, 1))
        return Place(line, row - self.row(line))

    def height(self, heights: Heights) -> int:
        """The height of all rows."""
        return self.top(self.lines, heights)

    def top(self, line: int, heights: Heights) -> int:
        """How far below the first line's upper edge a numbered line's begins."""
        return line * heights.line + self.family_lines_above(line) * heights.family

    def line_height(self, line: int, heights: Heights) -> int:
        """The height of a line together with its family lines."""
        return heights.line + self._shown[line] * heights.family

    def place_at(self, y: int, heights: Heights) -> Place | None:
        """What stands at a depth below the first line's upper edge; ``None`` above and below everything."""
        if not 0 <= y < self.height(heights):
            return None
        line = self._last_line(y, heights)
        within = y - self.top(line, heights) - heights.line
        return Place(line, 0 if within < 0 else 1 + within // heights.family)

    def _last_line(self, depth: int, heights: Heights) -> int:
        """The last line that begins at or above ``depth``."""
        blocks = range(len(self._before))
        block = bisect_right(
            blocks,
            depth,
            key=lambda block: (block << _BLOCK_BITS) * heights.line + self._before[block] * heights.family,
        )
        line = (block - 1) << _BLOCK_BITS
        begins = line * heights.line + self._before[block - 1] * heights.family
        for shown in self._shown[line : line + _BLOCK]:
            begins += heights.line + shown * heights.family
            if begins > depth:
                break
            line += 1
        return line
