"""What a list of the reserve's page is made of: columns, and lines of cells that know their look."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName

NOTHING = "—"


class Look(Enum):
    """How a cell is painted."""

    WORDS = "one or two lines"
    CHIP = "a chip, perhaps with a line below"
    PLACE = "a number on a tinted square"
    ESTIMATE = "a day in a dashed box, and the word below"


class Cell(NamedTuple):
    """One or two lines of words; the families colour a chip and the second line."""

    first: str
    second: str = ""
    look: Look = Look.WORDS
    family: FamilyName = "grey"
    icon: IconName | None = None
    is_bold: bool = False
    second_family: FamilyName | None = None


class Line(NamedTuple):
    """One line of a list: what it is known by, whom it concerns, and its cells."""

    key: str
    application_id: int
    """The application that it leads to; 0 where it concerns nobody."""
    cells: tuple[Cell, ...]
    bed_id: int = 0
    """The bed that it leads to on the board, where it tells of beds."""
    told: tuple[str, ...] = ()
    """By what it is found."""

    @property
    def spoken(self) -> str:
        """The line for screen readers."""
        words = (part for cell in self.cells for part in (cell.first, cell.second))
        return ", ".join(part for part in words if part and part != NOTHING)


class Column(NamedTuple):
    """A column: its title, its least width in logical pixels, its share of what is left over."""

    title: Callable[[], str]
    width: int
    share: int = 0


class Span(NamedTuple):
    """A column where it stands."""

    column: Column
    left: int
    width: int


def spans(columns: Sequence[Column], width: int, *, padding: int) -> list[Span]:
    """The columns from left to right in a width; what is left over is shared out."""
    spare = max(0, width - 2 * padding - sum(column.width for column in columns))
    shares = sum(column.share for column in columns) or 1
    found, left = [], padding
    for column in columns:
        wide = column.width + spare * column.share // shares
        found.append(Span(column, left, wide))
        left += wide
    return found
