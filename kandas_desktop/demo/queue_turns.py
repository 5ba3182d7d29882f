"""Whom in the demo's reserve something else becomes of than that their turn comes (r.8)."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from kandas_desktop.demo.plan import Plan
from kandas_desktop.demo.story import Ending, Line

_LARGE_FAMILY = 3
_BETWEEN = timedelta(days=10)


class Turn(StrEnum):
    """What becomes of somebody who waits."""

    PASSED_OVER = "passed over"
    HOUSED_ELSEWHERE = "housed elsewhere"
    WITHDRAWN = "withdrawn"


def turns_in_queue(lines: Sequence[Line], plan: Plan, *, before: date) -> dict[int, Turn]:
    """The last large family that applied some days ``before`` is passed over; what became of two others."""
    turns: dict[int, Turn] = {}
    latest = before - _BETWEEN
    for turn in Turn:
        for line in reversed(lines):
            is_plain = line.ending is Ending.REFERRED and line.told is None and line.joins is None
            if not is_plain or line.day > latest or line.again is not None or line.place in plan.kept:
                continue
            if turn is not Turn.PASSED_OVER or len(line.family) >= _LARGE_FAMILY:
                turns[line.place] = turn
                latest = line.day - _BETWEEN
                break
    return turns
