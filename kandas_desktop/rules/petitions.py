"""Petitions to the Center's head and their answers (r.10)."""

from datetime import date

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind, in_future, obstacle_in_clock
from kandas_desktop.rules.registers import LastEntry, obstacles_to_next_number
from kandas_desktop.rules.stays import Resident


def obstacles_to_filing(
    resident: Resident | None,
    *,
    filed_on: date,
    request: str,
    today: date,
    last: LastEntry | None = None,
    last_on: date | None = None,
) -> list[Obstacle]:
    """Why a petition cannot be written down (r.10): who lives in the Center files one, on a day gone by.

    ``last`` is the petition of that year with the last number, before which none is dated; ``last_on`` the
    last day on which something was written, where a clock was set back.
    """
    if resident is None:
        return [Obstacle(ObstacleKind.NOBODY_CHOSEN, Clause.R10)]
    behind = obstacle_in_clock(today=today, last_on=last_on)
    found = ([behind] if behind else []) + _text_missing(request)
    if filed_on < resident.moved_in_on:
        found.append(_day(ObstacleKind.DATE_TOO_EARLY, resident.moved_in_on, Milestone.MOVED_IN))
    if resident.left_on is not None and filed_on > resident.left_on:
        found.append(_day(ObstacleKind.DATE_TOO_LATE, resident.left_on, Milestone.LEFT))
    if not behind:
        found += obstacles_to_next_number(last, on=filed_on, today=today, clause=Clause.R10)
    return found + in_future(filed_on, today)


def obstacles_to_answer(
    *, filed_on: date, is_answered: bool, answered_on: date, answer: str, today: date
) -> list[Obstacle]:
    """Why a petition's answer cannot be written down (r.10)."""
    if is_answered:
        return [Obstacle(ObstacleKind.ANSWERED, Clause.R10)]
    found = _text_missing(answer)
    if answered_on < filed_on:
        found.append(_day(ObstacleKind.DATE_TOO_EARLY, filed_on, Milestone.PETITION_FILED))
    return found + in_future(answered_on, today)


def _text_missing(text: str) -> list[Obstacle]:
    return [] if text.strip() else [Obstacle(ObstacleKind.TEXT_MISSING, Clause.R10)]


def _day(kind: ObstacleKind, day: date, event: Milestone) -> Obstacle:
    return Obstacle(kind, Clause.R10, last_on=day, milestone=event)
