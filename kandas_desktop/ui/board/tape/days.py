"""The days across the tape chart: where each one lies, and how months and weekdays are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kandas_desktop.words import pgettext

BEDS_WIDTH = 172
DAY_WIDTH = 30
DAYS_BEFORE = 9
"""How many days gone by stand before today at first."""

_MONTHS = (
    lambda: pgettext("month", "January"),
    lambda: pgettext("month", "February"),
    lambda: pgettext("month", "March"),
    lambda: pgettext("month", "April"),
    lambda: pgettext("month", "May"),
    lambda: pgettext("month", "June"),
    lambda: pgettext("month", "July"),
    lambda: pgettext("month", "August"),
    lambda: pgettext("month", "September"),
    lambda: pgettext("month", "October"),
    lambda: pgettext("month", "November"),
    lambda: pgettext("month", "December"),
)
_WEEKDAYS = (
    lambda: pgettext("weekday", "Mo"),
    lambda: pgettext("weekday", "Tu"),
    lambda: pgettext("weekday", "We"),
    lambda: pgettext("weekday", "Th"),
    lambda: pgettext("weekday", "Fr"),
    lambda: pgettext("weekday", "Sa"),
    lambda: pgettext("weekday", "Su"),
)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are seen: the first one, and how wide they may be all together."""

    first: date
    width: int

    @property
    def count(self) -> int:
        """How many days are seen, the last perhaps in part."""
        return max(1, -(-self.width // DAY_WIDTH))

    @property
    def last(self) -> date:
        """The last day that is seen whole."""
        return self.first + timedelta(days=max(0, self.width // DAY_WIDTH - 1))

    @property
    def end(self) -> date:
        """The last day of which anything is seen."""
        return self.first + timedelta(days=self.count - 1)

    def left_of(self, day: date) -> int:
        """Where a day begins, from the left edge of the viewport; it may lie outside."""
        return BEDS_WIDTH + (day - self.first).days * DAY_WIDTH

    def right_of(self, day: date) -> int:
        """Where a day ends."""
        return self.left_of(day) + DAY_WIDTH

    def at(self, x: int) -> date | None:
        """The day at a place across; ``None`` in the column of beds."""
        if x < BEDS_WIDTH:
            return None
        return self.first + timedelta(days=(x - BEDS_WIDTH) // DAY_WIDTH)

    def __iter__(self) -> Iterator[date]:
        for number in range(self.count):
            yield self.first + timedelta(days=number)


def month_words(day: date, *, with_year: bool) -> str:
    """A month over its days: «2026 жылғы наурыз», and within a year «сәуір»."""
    month = _MONTHS[day.month - 1]()
    return pgettext("month", "{month} {year}").format(month=month, year=day.year) if with_year else month


def weekday_letters(day: date) -> str:
    """The weekday in two letters: «дс»."""
    return _WEEKDAYS[day.weekday()]()
