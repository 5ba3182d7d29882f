"""Which days are working days in Kazakhstan, with the office's own corrections."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

_NO_OVERRIDES: Mapping[date, bool] = MappingProxyType({})


class WorkCalendar(NamedTuple):
    """The working days of Kazakhstan; `overrides` (day: working or not) win over what is known officially.

    The office edits them because moved days off and Kurban Ait are announced late.
    """

    overrides: Mapping[date, bool] = _NO_OVERRIDES

    def is_working(self, day: date) -> bool:
        """Return whether `day` is worked: a moved Saturday is, a public holiday on a Tuesday is not."""
        overridden = self.overrides.get(day)
        return day not in _official_days_off(day.year) if overridden is None else overridden

    def next_working(self, day: date) -> date:
        """Return the first working day on or after `day`."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


def kazakhstan(overrides: Mapping[date, bool] = _NO_OVERRIDES) -> WorkCalendar:
    """Return the calendar of Kazakhstan (five-day week, Labour Code art. 84–85) corrected by `overrides`."""
    return WorkCalendar(MappingProxyType(dict(overrides)))


@cache
def _official_days_off(year: int) -> frozenset[date]:
    """Return the weekends and holidays of `year`, moved days considered."""
    # Imported here because it takes a tenth of a second that start-up can do without.
    from holidays import country_holidays

    # `is_working_day`, not `in`: only it knows that a Saturday can be worked. One object per year, read
    # whole: the package fills its objects while they are asked, which two threads must not do at once.
    official = country_holidays("KZ", years=year)
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1))
    return frozenset(day for day in days if not official.is_working_day(day))
