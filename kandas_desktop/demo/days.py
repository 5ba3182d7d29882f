"""When the demo's applications come in: a real office's pace of late, as dense as it takes before."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from kandas_desktop.rules.calendar import WorkCalendar

LAST_DAYS = (2, 3, 3, 2)
"""The applications of a day some days ago and of the last three working days: they tell their own story."""

_THIS_YEAR = 151
_MOST_A_DAY = 3
_LAST_YEAR_A_DAY = 1.2
_CALM_DAYS = 220  # longer than a referral can keep its beds
_A_YEAR = 150
_TERM_OVER = 5
_FIRST_DAY = date(2013, 8, 1)  # the order is of July 2013


def days_of_applications(
    size: int, *, last_day: date, calendar: WorkCalendar, chance: Random, years: int | None = None
) -> list[date]:
    """The working day of each of ``size`` applications, in order; the last is ``last_day``.

    With ``years`` they come evenly over so many years.
    """
    worked = _worked_days(_first_year(size, last_day, years), last_day, calendar)
    of_story = _days_of_the_story(worked)
    story = [day for day, count in zip(of_story, LAST_DAYS, strict=True) for _ in range(count)]
    left = size - len(story)
    if left <= 0:
        return story[-size:]
    earlier = [day for day in worked if day <= of_story[0]]
    if years:
        counts = _spread(left, earlier, chance)
        return [day for day in earlier for _ in range(counts[day])] + story
    of_late = [day for day in earlier if day.year == last_day.year]
    calm_from = last_day - timedelta(days=_CALM_DAYS)
    calm = [day for day in earlier if day >= calm_from and day.year < last_day.year]
    dense = [day for day in earlier if day < calm_from and day.year < last_day.year]
    late_count = min(left, _MOST_A_DAY * len(of_late), _THIS_YEAR - len(story))
    calm_count = min(left - late_count, int(_LAST_YEAR_A_DAY * len(calm)))
    counts = (
        _spread(left - late_count - calm_count, dense, chance)
        + _spread(calm_count, calm, chance)
        + _spread(late_count, of_late, chance)
    )
    return [day for day in earlier for _ in range(counts[day])] + story


def _days_of_the_story(worked: list[date]) -> list[date]:
    """The last three working days, and one before them that is long enough ago for r.9 to have run out."""
    long_ago = [day for day in worked[:-3] if day <= worked[-1] - timedelta(days=_TERM_OVER)]
    return [long_ago[-1], *worked[-3:]]


def _first_year(size: int, last_day: date, years: int | None) -> int:
    years = years or max(2, round((size - _THIS_YEAR) / _A_YEAR))
    return max(_FIRST_DAY.year, last_day.year - years)


def _worked_days(first_year: int, last_day: date, calendar: WorkCalendar) -> list[date]:
    first = max(_FIRST_DAY, date(first_year, 1, 1))
    days = (first + timedelta(days=number) for number in range((last_day - first).days + 1))
    return [day for day in days if calendar.is_working(day)]


def _spread(count: int, days: Sequence[date], chance: Random) -> Counter[date]:
    return Counter(chance.choices(days, k=count)) if count else Counter()
