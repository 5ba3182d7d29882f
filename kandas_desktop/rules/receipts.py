"""The day on which a family received its referral, from which the three days of r.9 run."""

from collections.abc import Sequence
from datetime import date

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
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
    if received_on < issued_on:
        found.append(Obstacle(ObstacleKind.RECEIVED_BEFORE_ISSUE, Clause.R9))
    if received_on > today:
        found.append(Obstacle(ObstacleKind.RECEIVED_IN_FUTURE, Clause.R9))
    if moved_in and received_on > min(moved_in):
        found.append(Obstacle(ObstacleKind.DATE_TOO_LATE, Clause.R9, last_on=min(moved_in)))
    if moved_in and move_in_due(received_on, calendar) < max(moved_in):
        found.append(Obstacle(ObstacleKind.DATE_TOO_EARLY, Clause.R9, last_on=max(moved_in)))
    if not reason.strip():
        found.append(Obstacle(ObstacleKind.REASON_MISSING))
    return found
