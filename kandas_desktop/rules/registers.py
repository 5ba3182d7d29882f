"""Registers with running numbers: their dates do not run back (r.10, r.13)."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind, obstacle_in_clock


class LastEntry(NamedTuple):
    """The entry with the last number that a register has given in a year."""

    number: str
    on: date


def obstacles_to_next_number(
    last: LastEntry | None, *, on: date, today: date, clause: Clause
) -> list[Obstacle]:
    """Why the number after ``last`` cannot bear a day: a register's dates do not run back within a year.

    Where the last entry bears a day that is still to come, the clock was set back.
    """
    if last is None:
        return []
    if behind := obstacle_in_clock(today=today, last_on=last.on):
        return [behind]
    if on >= last.on:
        return []
    early, event = ObstacleKind.DATE_TOO_EARLY, Milestone.ENTRY_BEFORE
    return [Obstacle(early, clause, number=last.number, last_on=last.on, milestone=event)]
