"""A household on its way through the house, from the referral to the day on which it left."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from kandas_desktop.demo.families import DemoPerson
from kandas_desktop.demo.story import Line
from kandas_desktop.rules.status import KandasStatus, stay_follows
from kandas_desktop.rules.terms import stay_ends_on

_SHARES_UNTIL = 1  # years of age


@dataclass(slots=True)
class Guests:
    """Who was referred on one line of the journal, and what became of them, as far as it is known."""

    line: Line
    issued_on: date
    received_on: date | None = None
    lapsed_on: date | None = None
    moved_in_on: date | None = None
    ended_on: date | None = None
    ended_because: str | None = None
    left_on: date | None = None
    ready_on: date | None = None
    beds: dict[int, int] = field(default_factory=dict)
    """The bed of each position of the family that needs one."""

    @property
    def place(self) -> int:
        """The line's place in the journal."""
        return self.line.place

    def ends_on(self, position: int) -> date:
        """The last day of one person's stay (r.15), once they moved in."""
        assert self.moved_in_on is not None
        family = self.line.family
        return stay_ends_on(self.moved_in_on, stay_follows(_status(family[position]), _status(family[0])))

    def has_been_here_for(self, least: timedelta, on: date) -> bool:
        """Whether they moved in longer ago than that, and are to leave one day."""
        return self.moved_in_on is not None and self.moved_in_on + least < on and self.left_on is not None

    def all_end_on(self) -> date:
        """The day on which the first of the family's stays ends."""
        return min(self.ends_on(position) for position in range(len(self.line.family)))


def seekers(line: Line) -> tuple[int, ...]:
    """The positions of those who need a bed of their own: all but infants, who share one."""
    return tuple(
        position
        for position, person in enumerate(line.family)
        if (not position and line.joins is None) or person.born.age_on(line.day) >= _SHARES_UNTIL
    )


def _status(person: DemoPerson) -> KandasStatus:
    return KandasStatus(given_on=person.certificate_issued_on)
