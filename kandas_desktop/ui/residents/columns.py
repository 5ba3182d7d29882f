"""The columns of the residents' table: their titles, widths, and which give way in a narrow window."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, pgettext


class Column(NamedTuple):
    """One column: its name, its title, its least width in logical pixels; the first takes what is left."""

    name: str
    title: Callable[[], str]
    left_title: Callable[[], str]
    """What it is called above those who left."""
    least: int

    @property
    def width(self) -> int:
        """Its width, with room for either title."""
        return max(self.least, *(_title_width(words()) for words in (self.title, self.left_title)))


class Span(NamedTuple):
    """A column where it stands."""

    column: Column
    left: int
    width: int


_LEAST_NAME = 160
_TITLE_GAP = 12
COLUMNS = (
    Column("name", lambda: _("Resident"), lambda: _("Resident"), _LEAST_NAME),
    Column("bed", lambda: _("Bed"), lambda: _("Bed"), 88),
    Column("number", lambda: _("Number"), lambda: _("Number"), 92),
    Column("moved in", lambda: _("Moved in"), lambda: _("Moved in"), 96),
    Column("ends", lambda: _("Stay until"), lambda: _("Left"), 122),
    Column("status", lambda: _("Status until"), lambda: _("Where to"), 112),
    Column("mark", lambda: pgettext("column", "To do"), lambda: _("Why"), 148),
)
_GIVE_WAY = ("moved in", "status", "number")


def spans(width: int, *, padding: int) -> list[Span]:
    """The columns that fit into a width, from left to right; the name takes what the others leave."""
    shown = list(COLUMNS)
    for name in _GIVE_WAY:
        if _needed(shown) + 2 * padding <= width:
            break
        shown = [column for column in shown if column.name != name]
    spare = max(0, width - 2 * padding - _needed(shown))
    found, left = [], padding
    for column in shown:
        wide = column.width + (spare if column.name == "name" else 0)
        found.append(Span(column, left, wide))
        left += wide
    return found


@cache
def _title_width(words: str) -> int:
    return text_width(theme().font("second"), words) + _TITLE_GAP


def _needed(columns: list[Column]) -> int:
    return sum(column.width for column in columns)
