import subprocess
import sys
from datetime import date

import pytest

from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2021, 3, 19), True),  # Friday before Nauryz
        (date(2021, 3, 20), False),  # Saturday
        (date(2021, 3, 21), False),  # Nauryz
        (date(2021, 3, 24), False),  # the day off moved from Sunday
        (date(2021, 3, 25), True),
        (date(2024, 5, 3), True),
        (date(2024, 5, 4), True),  # a Saturday that was worked
        (date(2024, 5, 5), False),
        (date(2024, 5, 6), True),
        (date(2024, 5, 8), False),  # the Wednesday given for it
        (date(2024, 5, 11), False),  # a Saturday like any other
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ],
)
def test_the_days_off_of_kazakhstan_are_known(day: date, working: bool) -> None:
    assert kazakhstan().is_working(day) is working


def test_what_the_office_wrote_wins_both_ways() -> None:
    calendar = kazakhstan({date(2021, 3, 20): True, date(2021, 3, 19): False})
    assert calendar.is_working(date(2021, 3, 20))
    assert not calendar.is_working(date(2021, 3, 19))
    assert not calendar.is_working(date(2021, 3, 21))


def test_a_calendar_does_not_change_when_the_list_it_was_made_from_does() -> None:
    overrides = {date(2021, 3, 20): True}
    calendar = kazakhstan(overrides)
    overrides.clear()
    assert calendar.is_working(date(2021, 3, 20))


def test_the_next_working_day_of_a_working_day_is_itself() -> None:
    assert kazakhstan().next_working(date(2021, 3, 19)) == date(2021, 3, 19)


def test_the_next_working_day_passes_weekend_and_holidays() -> None:
    assert kazakhstan().next_working(date(2021, 3, 20)) == date(2021, 3, 25)


def test_the_next_working_day_can_lie_in_the_next_year() -> None:
    assert WorkCalendar().next_working(date(2022, 12, 31)) == date(2023, 1, 4)


def test_the_calendar_of_holidays_is_loaded_only_when_asked() -> None:
    asked = (
        "import sys; from kandas_desktop.rules.calendar import kazakhstan; c = kazakhstan();"
        "import datetime; before = 'holidays' in sys.modules; c.is_working(datetime.date(2021, 3, 19));"
        "print(before, 'holidays' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "True"]
