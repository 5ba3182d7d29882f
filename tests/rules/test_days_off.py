"""The days off and moved working days that a desk is told of beforehand."""

from datetime import date

from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.days_off import next_days_off, next_worked_weekend

CALENDAR = kazakhstan()


def test_nauryz_is_told_of_with_the_working_day_after_it() -> None:
    found = next_days_off(CALENDAR, date(2026, 3, 18))
    assert found is not None
    assert found.days == tuple(date(2026, 3, day) for day in (21, 22, 23, 24, 25))
    assert found.next_working == date(2026, 3, 26)


def test_a_plain_weekend_is_not_worth_telling() -> None:
    assert next_days_off(CALENDAR, date(2026, 4, 8)) is None


def test_days_off_that_have_begun_are_told_from_today() -> None:
    found = next_days_off(CALENDAR, date(2026, 3, 23))
    assert found is not None
    assert found.days == (date(2026, 3, 23), date(2026, 3, 24), date(2026, 3, 25))


def test_a_holiday_behind_a_weekend_is_found() -> None:
    found = next_days_off(CALENDAR, date(2026, 4, 23))
    assert found is not None
    assert found.days[0] == date(2026, 5, 1)


def test_a_saturday_that_is_worked_is_told_of() -> None:
    assert next_worked_weekend(CALENDAR, date(2024, 5, 1)) == date(2024, 5, 4)
    assert next_worked_weekend(CALENDAR, date(2026, 4, 8)) is None
