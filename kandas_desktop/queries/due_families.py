"""Which families come, go or are late on a day: counted once, for the board and for the first page."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.rules.rooms import BedHolder, House


class DueFamilies(NamedTuple):
    """Families by their first application."""

    arriving: frozenset[int]
    """Those who received a referral and may move in on this day (r.9)."""
    leaving: frozenset[int]
    """Those for whom this day is the last of the stay (r.15), or the last to vacate (r.17)."""
    overdue: frozenset[int]
    """Those past the term to move in (r.9) or to vacate (r.17)."""


def days_left(holder: BedHolder, on: date) -> int | None:
    """Days until the last day of whichever term runs, below zero once it is over, if one runs."""
    return None if holder.due is None else (holder.due - on).days


def is_overdue(holder: BedHolder, on: date) -> bool:
    """Whether the term to move in (r.9) or to vacate (r.17) is over."""
    left = days_left(holder, on)
    return left is not None and left < 0


def is_arriving(holder: BedHolder, on: date) -> bool:
    """Whether somebody may move in on this day: the referral was received, and r.9 still runs."""
    left = days_left(holder, on)
    return holder.stay_id is None and left is not None and left >= 0


def is_leaving(holder: BedHolder, on: date) -> bool:
    """Whether this day is the last of the stay (r.15), or the last to vacate (r.17)."""
    return holder.stay_id is not None and days_left(holder, on) == 0


def due_families(house: House) -> DueFamilies:
    """The families that have beds, by what is due of them on the day of the house."""
    holders = [bed.holder for bed in house.beds() if bed.holder is not None]
    return DueFamilies(
        *(
            frozenset(holder.household_id for holder in holders if is_due(holder, house.on))
            for is_due in (is_arriving, is_leaving, is_overdue)
        )
    )
