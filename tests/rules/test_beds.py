from datetime import date

import pytest

from kandas_desktop.rules.beds import Beds, taking_beds_since


@pytest.mark.parametrize(("in_all", "taken", "free"), [(7, 0, 7), (7, 5, 2), (7, 7, 0), (3, 7, 0)])
def test_beds_are_free_that_nobody_takes_and_never_fewer_than_none(
    in_all: int, taken: int, free: int
) -> None:
    assert Beds(in_all=in_all, taken=taken).free == free


@pytest.mark.parametrize(
    ("on", "since"),
    [
        # Six months back (r.15), three days each to receive, to move in (r.9) and to vacate (r.17).
        (date(2026, 3, 18), date(2025, 9, 9)),
        (date(2026, 8, 31), date(2026, 2, 19)),  # there is no 31 February
        (date(2026, 6, 30), date(2025, 12, 21)),
        (date(2024, 8, 31), date(2024, 2, 20)),  # a leap year
    ],
)
def test_a_referral_takes_beds_as_long_as_the_order_lets_it(on: date, since: date) -> None:
    assert taking_beds_since(on) == since
