"""The measures of the first page, in logical pixels, for a usual window and for a small one."""

from typing import NamedTuple

from kandas_desktop.ui.kit.theme import theme


class Measures(NamedTuple):
    """How tall rows are, and where things stand in them."""

    row: int
    first_line: int
    """The middle of a row's first line, from its upper edge."""
    second_line: int
    head: int
    head_middle: int
    gap: int
    """Between a group and the head of the next."""
    inset: int
    column: int
    """The right column."""
    card_inset: int
    """From a card's edge to its words, there."""
    button: int
    button_width: int
    has_icons: bool


_NORMAL = Measures(
    row=55,
    first_line=18,
    second_line=38,
    head=27,
    head_middle=10,
    gap=13,
    inset=17,
    column=324,
    card_inset=17,
    button=32,
    button_width=158,
    has_icons=True,
)
_COMPACT = Measures(
    row=43,
    first_line=12,
    second_line=31,
    head=22,
    head_middle=9,
    gap=9,
    inset=15,
    column=280,
    card_inset=13,
    button=30,
    button_width=150,
    has_icons=False,
)


def measures() -> Measures:
    """Those of the window as it is now."""
    return _COMPACT if theme().is_compact else _NORMAL
