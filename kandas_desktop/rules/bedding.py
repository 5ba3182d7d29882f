"""Bedding (r.11): when it is to be changed, and why a change cannot be recorded."""

from dataclasses import dataclass
from datetime import date, timedelta

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind


@dataclass(frozen=True, slots=True)
class BedLinen:
    """A bed with what is known of its bedding."""

    label: str
    slept_in_since: date | None
    """The day from which its resident has it, with fresh bedding; ``None`` while nobody sleeps in it."""
    changed_on: date | None = None
    """The last day on which it was changed for this resident."""

    @property
    def last_on(self) -> date | None:
        """The day on which the bedding was issued or changed last; ``None`` for an empty bed."""
        return self.changed_on or self.slept_in_since


def linen_due(last_on: date, interval_days: int) -> date:
    """Return the day on which bedding is to be changed next (r.11): the office sets the interval."""
    return last_on + timedelta(days=interval_days)


def obstacles_to_changing(linen: BedLinen, *, changed_on: date, today: date) -> list[Obstacle]:
    """Return why it cannot be recorded that a bed's bedding was changed on a day (r.11)."""
    if linen.slept_in_since is None:
        return [Obstacle(ObstacleKind.BED_EMPTY, Clause.R11, name=linen.label)]
    if changed_on > today:
        return [Obstacle(ObstacleKind.DATE_IN_FUTURE, Clause.R11, name=linen.label)]
    if changed_on == linen.changed_on:
        return [Obstacle(ObstacleKind.STEP_DONE, Clause.R11, name=linen.label, last_on=changed_on)]
    if linen.last_on is not None and changed_on < linen.last_on:
        early, event = ObstacleKind.DATE_TOO_EARLY, Milestone.BEDDING_CHANGED
        return [Obstacle(early, Clause.R11, name=linen.label, last_on=linen.last_on, milestone=event)]
    return []
