"""What a table of lines is made of: columns, and lines of cells that know their look."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import Enum
from typing import NamedTuple, Protocol

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
    kept: str = ""
    """The end of the second line that is read even where the line has no room."""


def chip(words: str, second: str = "", *, family: FamilyName, icon: IconName | None = None) -> Cell:
    """A cell that is a chip, perhaps with a line below."""
    return Cell(words, second, Look.CHIP, family, icon)


def spoken(cells: Iterable[Cell]) -> str:
    """The cells of a line for screen readers."""
    words = (part for cell in cells for part in (cell.first, cell.second))
    return ", ".join(part for part in words if part and part != NOTHING)


class Line(Protocol):
    """One line of a table: what it is known by, its cells, and the whole of it for screen readers."""

    @property
    def key(self) -> Hashable: ...

    @property
    def cells(self) -> tuple[Cell, ...]: ...

    @property
    def spoken(self) -> str: ...


class Column(NamedTuple):
    """A column: its title, its least width in logical pixels, its share of what is left over.

    One that ``gives_way`` is left out where the columns have no room.
    """

    title: Callable[[], str]
    width: int
    share: int = 0
    gives_way: bool = False


class Span(NamedTuple):
    """A column where it stands; ``place`` is its own among all columns, and its cell's in a line."""

    column: Column
    place: int
    left: int
    width: int


def spans(columns: Sequence[Column], width: int, *, padding: int) -> list[Span]:
    """The columns that fit into a width, from left to right; what is left over is shared out."""
    shown = list(enumerate(columns))
    room = width - 2 * padding
    for column in reversed(columns):
        if sum(each.width for _place, each in shown) <= room:
            break
        if column.gives_way:
            shown = [each for each in shown if each[1] is not column]
    spare = max(0, room - sum(column.width for _place, column in shown))
    shares = sum(column.share for _place, column in shown) or 1
    found, left = [], padding
    for place, column in shown:
        wide = column.width + spare * column.share // shares
        found.append(Span(column, place, left, wide))
        left += wide
    return found
