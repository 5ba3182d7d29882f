"""Where the columns of the family's table stand: as wide as the names need, as long as there is room."""

from collections.abc import Sequence
from typing import NamedTuple

NUMBER_LEFT = 12
FIRST_LEFT = 38
MENU_MIDDLE = 24
"""How far the row's menu stands from the right edge, in logical pixels."""

# Surname, given name, patronymic, birth date, kinship, document: at the narrowest, and what each takes of
# every further pixel.
_BASE = (116, 100, 114, 142, 98, 209)
_GROWTH = (24, 20, 24, 18, 22, 79)


class Columns(NamedTuple):
    """The left edges of the texts, and how wide each column is, in logical pixels."""

    lefts: tuple[int, ...]
    widths: tuple[int, ...]


def columns_for(width: int, needs: Sequence[int] = ()) -> Columns:
    """The six columns in a table of that width; ``needs`` is the widest content of each, with its gaps.

    A column whose names need more takes it from those that have room to spare; nobody else moves.
    """
    widths = _shared(width - FIRST_LEFT)
    if needs:
        widths = _adapted(widths, needs)
    lefts = [FIRST_LEFT]
    for column in widths[:-1]:
        lefts.append(lefts[-1] + column)
    return Columns(tuple(lefts), tuple(widths))


def _shared(width: int) -> list[int]:
    spare = width - sum(_BASE)
    widths = [base + spare * growth // sum(_GROWTH) for base, growth in zip(_BASE, _GROWTH, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


def _adapted(widths: list[int], needs: Sequence[int]) -> list[int]:
    lacking = [max(0, need - width) for need, width in zip(needs, widths, strict=True)]
    spare = [max(0, width - need) for need, width in zip(needs, widths, strict=True)]
    moved = min(sum(lacking), sum(spare))
    if not moved:
        return widths
    adapted = [
        width + moved * lack // sum(lacking) - -(-moved * room // sum(spare))
        for width, lack, room in zip(widths, lacking, spare, strict=True)
    ]
    adapted[-1] += sum(widths) - sum(adapted)
    return adapted
