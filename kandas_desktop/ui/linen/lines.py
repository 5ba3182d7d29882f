"""The lines of the linen round: floors, and under each its beds, as words."""

from collections.abc import Sequence, Set
from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.bedding import LinenRow
from kandas_desktop.ui.terms import days_left_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class LinenLine(NamedTuple):
    """A floor, or one bed on it; ``beds`` are those that its tick stands for."""

    floor: int
    beds: tuple[int, ...]
    title: str
    who: str = ""
    last: str = ""
    due: str = ""
    distance: str = ""
    is_floor: bool = False
    is_overdue: bool = False
    is_due: bool = False

    def spoken(self, ticked: Set[int], changed: Set[int]) -> str:
        """The line in one sentence, with its tick, for a screen reader."""
        left = set(self.beds) - changed
        tick = _("ticked") if left and left <= ticked else _("not ticked")
        return ", ".join(filter(None, (self.title, self.who, self.last, self.due, self.distance, tick)))


def lines_of(
    rows: Sequence[LinenRow], on: date, *, only_due: bool = False, names_hidden: bool = False
) -> list[LinenLine]:
    """Floor by floor, those of one floor beneath it."""
    shown = [row for row in rows if row.is_due or not only_due]
    found = []
    for floor in dict.fromkeys(row.floor for row in shown):
        beds = [row for row in shown if row.floor == floor]
        ids = tuple(row.bed_id for row in beds)
        title = _("floor {number}").format(number=floor)
        found.append(LinenLine(floor, ids, title, is_floor=True))
        found += [_bed(row, on, names_hidden=names_hidden) for row in beds]
    return found


def _bed(row: LinenRow, on: date, *, names_hidden: bool) -> LinenLine:
    return LinenLine(
        floor=row.floor,
        beds=(row.bed_id,),
        title=row.label,
        who=row.number if names_hidden else f"{row.name.short} · {row.number}",
        last=digits(row.last_changed_on),
        due=digits(row.due_on),
        distance=days_left_words(row.due_on, on),
        is_overdue=row.due_on < on,
        is_due=row.is_due,
    )
