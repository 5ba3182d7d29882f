"""What stands in the way of writing a kandas status down, or of changing it (Law on migration, art. 25)."""

from collections.abc import Iterator
from datetime import date

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind, in_future
from kandas_desktop.rules.status import STATUS_MONTHS, KandasStatus, latest_extension
from kandas_desktop.rules.terms import months_after


def obstacles_to_status(
    before: KandasStatus, after: KandasStatus, *, reason: str, today: date
) -> list[Obstacle]:
    """Why a status cannot be written so (Law on migration, art. 25): extended once, by up to six months.

    What was known before is changed with a reason only; what is added needs none.
    """
    found = list(_obstacles_in_status(before, after))
    for day in (after.given_on, after.ended_on):
        if day is not None:
            found += in_future(day, today)
    is_changed = any(
        known is not None and known != now
        for known, now in (
            (before.given_on, after.given_on),
            (before.extended_until, after.extended_until),
            (before.ended_on, after.ended_on),
            (before.ended_because, after.ended_because),
        )
    )
    is_ended_for_nothing = after.ended_on is not None and after.ended_because is None
    if is_ended_for_nothing or (is_changed and not reason.strip()):
        found.append(Obstacle(ObstacleKind.REASON_MISSING))
    return found


def _obstacles_in_status(before: KandasStatus, after: KandasStatus) -> Iterator[Obstacle]:
    given_on, extended_until, ended_on = after.given_on, after.extended_until, after.ended_on
    if given_on is None:
        if extended_until or ended_on:
            yield Obstacle(ObstacleKind.STATUS_UNKNOWN, Clause.R15)
        return
    year_ends_on = months_after(given_on, STATUS_MONTHS)
    if extended_until is not None:
        if before.extended_until is not None and extended_until > before.extended_until:
            yield Obstacle(ObstacleKind.STATUS_EXTENDED, Clause.R15, last_on=before.extended_until)
        if extended_until <= year_ends_on:
            yield _beside(ObstacleKind.DATE_TOO_EARLY, year_ends_on, Milestone.STATUS_YEAR_ENDS)
        if extended_until > latest_extension(given_on):
            longest = latest_extension(given_on)
            yield _beside(ObstacleKind.DATE_TOO_LATE, longest, Milestone.STATUS_LONGEST)
    if ended_on is not None:
        if ended_on < given_on:
            yield _beside(ObstacleKind.DATE_TOO_EARLY, given_on, Milestone.STATUS_GIVEN)
        if ended_on > (extended_until or year_ends_on):
            last = extended_until or year_ends_on
            yield _beside(ObstacleKind.DATE_TOO_LATE, last, Milestone.STATUS_ENDS)


def _beside(kind: ObstacleKind, day: date, event: Milestone) -> Obstacle:
    return Obstacle(kind, Clause.R15, last_on=day, milestone=event)
