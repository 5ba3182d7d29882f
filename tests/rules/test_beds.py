from datetime import date, timedelta

import pytest

from kandas_desktop.rules.beds import Beds, received_since_taking_beds
from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan
from kandas_desktop.rules.terms import move_in_due, stay_ends_on, vacate_due


@pytest.mark.parametrize(("in_all", "taken", "free"), [(7, 0, 7), (7, 5, 2), (7, 7, 0), (3, 7, 0)])
def test_beds_are_free_that_nobody_takes_and_never_fewer_than_none(
    in_all: int, taken: int, free: int
) -> None:
    assert Beds(in_all=in_all, taken=taken).free == free


@pytest.mark.parametrize(
    ("on", "since"),
    [
        # Received on the 16th, moved in by the 19th (r.9), stayed until 19.09 (r.15), left by 22.09 (r.17).
        (date(2026, 9, 22), date(2026, 3, 16)),
        (date(2026, 9, 23), date(2026, 3, 17)),
        # Moved in by 28, 29, 30 or 31 August: six months end on 28 February.
        (date(2026, 3, 3), date(2025, 8, 25)),
        (date(2026, 3, 4), date(2025, 8, 29)),
        (date(2024, 3, 3), date(2023, 8, 26)),  # a leap year
    ],
)
def test_a_household_has_its_beds_as_long_as_the_order_lets_it(on: date, since: date) -> None:
    assert received_since_taking_beds(on) == since


def test_beds_are_held_longer_where_last_days_move_off_days_off() -> None:
    # Received on 18.03: the 21st begins Nauryz, so they move in by 26.03 and stay until 26.09.
    assert received_since_taking_beds(date(2026, 9, 29), kazakhstan()) == date(2026, 3, 18)
    assert received_since_taking_beds(date(2026, 9, 29)) == date(2026, 3, 23)


@pytest.mark.parametrize("calendar", [None, kazakhstan()])
def test_the_day_is_the_first_whose_terms_reach_so_far(calendar: WorkCalendar | None) -> None:
    for number in range(800):
        on = date(2024, 1, 1) + timedelta(days=number)
        since = received_since_taking_beds(on, calendar)
        for received_on, has_beds in ((since, True), (since - timedelta(days=1), False)):
            last_day = vacate_due(stay_ends_on(move_in_due(received_on, calendar)), calendar)
            assert (last_day >= on) is has_beds
