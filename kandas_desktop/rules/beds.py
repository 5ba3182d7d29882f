"""How many beds are free, as far as referrals alone can tell (r.7)."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.terms import move_in_due, stay_ends_on, vacate_due


@dataclass(frozen=True, slots=True)
class Beds:
    """The office's beds: how many there are and how many live referrals may be taking."""

    in_all: int
    taken: int

    @property
    def free(self) -> int:
        """Beds that nobody holds; never below zero, even when the office lowers its number of beds."""
        return max(0, self.in_all - self.taken)


def received_since_taking_beds(on: date, calendar: WorkCalendar | None = None) -> date:
    """The earliest day of receipt whose household can still take its beds on ``on``.

    Until moves in and out are recorded, a referral handed over is held to take its beds until the last day
    that the order allows: three days to move in (r.9), six months of stay (r.15), three days to vacate
    (r.17). With a calendar, art. 175 moves the first and the last of these terms.
    """
    days_back = 1
    while _last_day(on - timedelta(days=days_back), calendar) >= on:
        days_back *= 2
    # Who receives later never has to leave earlier: so the days back can be searched by halves.
    within = bisect_right(
        range(days_back),
        -on.toordinal(),
        key=lambda back: -_last_day(on - timedelta(days=back), calendar).toordinal(),
    )
    return on - timedelta(days=within - 1)


def _last_day(received_on: date, calendar: WorkCalendar | None) -> date:
    """The last day on which a household has its beds that received its referral on a day."""
    return vacate_due(stay_ends_on(move_in_due(received_on, calendar)), calendar)
