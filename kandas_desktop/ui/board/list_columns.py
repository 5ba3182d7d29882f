"""The columns of the board's list: what stands in each, and by what its rows are sorted."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.board import Tile
from kandas_desktop.rules.letters import sort_key
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.board.looks import Names, days_words, second_line
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, pgettext

_Key = tuple[object, ...]


class Column(NamedTuple):
    """One column: its title, its text, its key for sorting, and its share of the width."""

    name: str
    title: Callable[[], str]
    text: Callable[[Tile, Names], str]
    key: Callable[[Tile, Names], _Key]
    least: int
    share: int


def since(tile: Tile) -> date | None:
    """Since when a bed is what it is; ``None`` for a free one."""
    bed = tile.bed
    if bed.outage is not None:
        return bed.outage.began_on
    if bed.holder is not None:
        return bed.holder.moved_in_on or bed.holder.since
    return bed.unready_since


def until(tile: Tile) -> date | None:
    """Until when a bed is what it is, as far as is known."""
    bed = tile.bed
    if bed.outage is not None:
        return bed.outage.expected_until
    return bed.holder.due if bed.holder else None


def _day(day: date | None) -> str:
    return digits(day) if day else "—"


def _by_day(day: date | None) -> _Key:
    return (day is None, day or date.max)


COLUMNS: tuple[Column, ...] = (
    Column(
        "bed",
        lambda: _("Bed"),
        lambda tile, names: tile.bed.label,
        lambda tile, names: (),  # the order of the house itself
        80,
        0,
    ),
    Column(
        "state",
        lambda: pgettext("bed", "State"),
        lambda tile, names: state_words(tile.state),
        lambda tile, names: (list(type(tile.state)).index(tile.state),),
        132,
        1,
    ),
    Column(
        "name",
        lambda: pgettext("person", "Name"),
        lambda tile, names: second_line(tile, names) or "—",
        lambda tile, names: (tile.holder is None, sort_key(second_line(tile, names))),
        134,
        4,
    ),
    Column(
        "family",
        lambda: pgettext("family", "Number"),
        lambda tile, names: tile.holder.household_number if tile.holder else "—",
        lambda tile, names: (tile.holder is None, tile.holder.household_id if tile.holder else 0),
        86,
        0,
    ),
    Column(
        "since",
        lambda: pgettext("bed", "Since"),
        lambda tile, names: _day(since(tile)),
        lambda tile, names: _by_day(since(tile)),
        89,
        0,
    ),
    Column(
        "until",
        lambda: pgettext("bed", "Until"),
        lambda tile, names: _day(until(tile)),
        lambda tile, names: _by_day(until(tile)),
        89,
        0,
    ),
    Column(
        "left",
        lambda: _("Days left"),
        lambda tile, names: days_words(tile) if tile.bed.outage is None else "",
        lambda tile, names: (
            tile.days_left is None or tile.bed.outage is not None,
            tile.days_left if tile.days_left is not None else 0,
        ),
        82,
        0,
    ),
)
