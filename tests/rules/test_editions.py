from datetime import date, timedelta

import pytest

from kandas_desktop.rules import editions
from kandas_desktop.rules.editions import EDITIONS, Edition, edition_on

FIRST = EDITIONS[0]
LATER = FIRST._replace(in_force_from=date(2030, 1, 1), move_in_days=5)


def test_the_editions_stand_in_the_order_in_which_they_came_into_force() -> None:
    days = [edition.in_force_from for edition in EDITIONS]
    assert days == sorted(set(days))


def test_the_numbers_are_those_of_the_order() -> None:
    assert Edition(in_force_from=FIRST.in_force_from) == FIRST
    numbers = FIRST.move_in_days, FIRST.decision_working_days, FIRST.stay_months, FIRST.vacate_days
    assert numbers == (3, 1, 6, 3)
    assert FIRST.adult_age == 18


def test_a_day_before_the_first_edition_is_judged_by_the_first() -> None:
    assert edition_on(FIRST.in_force_from - timedelta(days=1)) is FIRST
    assert edition_on(FIRST.in_force_from) is FIRST


def test_a_new_edition_applies_from_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "EDITIONS", (FIRST, LATER))
    assert edition_on(date(2029, 12, 31)) is FIRST
    assert edition_on(date(2030, 1, 1)) is LATER
