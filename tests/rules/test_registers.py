"""A register's numbers and its dates run the same way."""

from datetime import date, timedelta

import pytest

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.registers import LastEntry, obstacles_to_next_number

TODAY = date(2026, 3, 18)
DAY = timedelta(days=1)
LAST = LastEntry("3/26", TODAY - 2 * DAY)


@pytest.mark.parametrize("on", [LAST.on, LAST.on + DAY])
def test_the_next_number_bears_the_same_day_or_a_later_one(on: date) -> None:
    assert obstacles_to_next_number(LAST, on=on, today=TODAY, clause=Clause.R13) == []


def test_the_next_number_bears_no_day_before_that_of_the_last() -> None:
    assert obstacles_to_next_number(LAST, on=LAST.on - DAY, today=TODAY, clause=Clause.R13) == [
        Obstacle(
            ObstacleKind.DATE_TOO_EARLY,
            Clause.R13,
            number="3/26",
            last_on=LAST.on,
            milestone=Milestone.ENTRY_BEFORE,
        )
    ]


def test_the_first_number_of_a_year_bears_any_day() -> None:
    assert obstacles_to_next_number(None, on=date(2026, 1, 1), today=TODAY, clause=Clause.R13) == []


def test_a_last_entry_of_a_day_to_come_tells_of_a_clock_that_was_set_back() -> None:
    ahead = LastEntry("3/26", TODAY + DAY)
    assert obstacles_to_next_number(ahead, on=TODAY, today=TODAY, clause=Clause.R10) == [
        Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=TODAY, last_on=TODAY + DAY)
    ]
