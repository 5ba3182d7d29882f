"""How many beds are free, as far as referrals alone can tell (r.7)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kandas_desktop.rules.editions import edition_on


@dataclass(frozen=True, slots=True)
class Beds:
    """The office's beds: how many there are and how many live referrals may be taking."""

    in_all: int
    taken: int

    @property
    def free(self) -> int:
        """Beds that nobody holds; never below zero, even when the office lowers its number of beds."""
        return max(0, self.in_all - self.taken)


def taking_beds_since(on: date) -> date:
    """The earliest day of issue whose referrals can still be taking beds on ``on``.

    Until moves in and out are recorded, a referral is held to take its beds as long as the order lets it
    at the very most: three days to move in (r.9), six months of stay (r.15), three days to vacate (r.17),
    and the days between issue and handing over, for which the move-in term is allowed once more.
    """
    edition = edition_on(on)
    months = on.year * 12 + on.month - 1 - edition.stay_months
    year, month = divmod(months, 12)
    day = min(on.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=2 * edition.move_in_days + edition.vacate_days)
