"""The day on which a family receives its referral, from which the three days of r.9 run."""

from collections.abc import Sequence
from datetime import date

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind, obstacle_in_clock, reason_missing
from kandas_desktop.rules.standing import Standing
from kandas_desktop.rules.terms import move_in_due


def is_move_in_overdue(
    received_on: date | None, *, standing: Standing, today: date, calendar: WorkCalendar | None = None
) -> bool:
    """Return whether nobody came in the three days (r.9), and no person has confirmed the lapse yet."""
    return (
        standing is Standing.REFERRED
        and received_on is not None
        and today > move_in_due(received_on, calendar)
    )


def obstacles_to_handing_over(
    *,
    issued_on: date,
    received_on: date,
    today: date,
    is_struck_out: bool,
    is_handed_over: bool,
    last_on: date | None = None,
) -> list[Obstacle]:
    """Why a referral cannot be recorded as received on ``received_on``, from which r.9 counts its days.

    ``last_on`` is the last day on which something was written, where a clock was set back.
    """
    behind = obstacle_in_clock(today=today, last_on=last_on)
    found = [behind] if behind else []
    if is_struck_out:
        found.append(Obstacle(ObstacleKind.REFERRAL_STRUCK_OUT, Clause.R3))
    if is_handed_over:
        found.append(Obstacle(ObstacleKind.HANDED_OVER, Clause.R9))
    return found + _obstacles_in_day(received_on, issued_on=issued_on, today=today)


def obstacles_to_correcting_receipt(
    *,
    issued_on: date,
    before: date | None,
    received_on: date,
    moved_in: Sequence[date],
    is_struck_out: bool,
    is_lapsed: bool,
    reason: str,
    today: date,
    calendar: WorkCalendar | None = None,
) -> list[Obstacle]:
    """Return why the day of receipt cannot be corrected to another.

    ``before`` is the day that stands there; ``moved_in`` are the days on which people moved in on the
    referral: none of them may come to lie outside of the term (r.9).
    """
    found = []
    if is_struck_out:
        found.append(Obstacle(ObstacleKind.REFERRAL_STRUCK_OUT, Clause.R3))
    if is_lapsed:
        found.append(Obstacle(ObstacleKind.REFERRAL_LAPSED, Clause.R9))
    if before is None:
        found.append(Obstacle(ObstacleKind.REFERRAL_NOT_RECEIVED, Clause.R9))
    found += _obstacles_in_day(received_on, issued_on=issued_on, today=today)
    if moved_in and received_on > min(moved_in):
        first = min(moved_in)
        found.append(Obstacle(ObstacleKind.DATE_TOO_LATE, Clause.R9, last_on=first, milestone=Milestone.CAME))
    if moved_in and move_in_due(received_on, calendar) < max(moved_in):
        last = max(moved_in)
        found.append(
            Obstacle(
                ObstacleKind.DATE_TOO_EARLY, Clause.R9, last_on=last, milestone=Milestone.CAME_AFTER_TERM
            )
        )
    return found + reason_missing(reason)


def _obstacles_in_day(received_on: date, *, issued_on: date, today: date) -> list[Obstacle]:
    """Why nobody received a referral on a day: it was not issued yet, or the day has not come."""
    found = []
    if received_on < issued_on:
        found.append(
            Obstacle(
                ObstacleKind.RECEIVED_BEFORE_ISSUE,
                Clause.R9,
                last_on=issued_on,
                milestone=Milestone.ISSUED,
            )
        )
    if received_on > today:
        found.append(Obstacle(ObstacleKind.RECEIVED_IN_FUTURE, Clause.R9))
    return found
