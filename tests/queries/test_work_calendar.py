"""A year of the work calendar, and the open terms that a change of it moves."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.work_calendar import DayEntry, confirm_year, mark_day
from kandas_desktop.queries.work_calendar import terms_moved_by, year_view
from tests.factories import TestOffice, an_office
from tests.living import a_household, a_referral, a_room

KURBAN_AIT = date(2026, 5, 28)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=0, last_day_moves=True) as made:
        yield made


def test_a_year_shows_the_packages_days_and_the_offices_own(office: TestOffice) -> None:
    mark_day(office.desk, DayEntry(KURBAN_AIT, is_working=False, source="ҚМДБ"))
    mark_day(office.desk, DayEntry(date(2026, 3, 21), is_working=True, source="№ 12 бұйрық"))
    view = year_view(2026)
    assert date(2026, 3, 23) in view.days_off
    assert KURBAN_AIT in view.days_off
    assert date(2026, 3, 21) not in view.days_off
    own = view.own(KURBAN_AIT)
    assert own is not None
    assert (own.is_working, own.is_officially_working, own.source) == (False, True, "ҚМДБ")
    assert view.own(date(2026, 3, 22)) is None
    assert year_view(2027).own_days == ()


def test_a_year_says_when_it_was_confirmed(office: TestOffice) -> None:
    assert year_view(2026).confirmation is None
    confirm_year(office.desk, 2026, source="№ 1 қаулы")
    confirmation = year_view(2026).confirmation
    assert confirmation is not None
    assert (confirmation.on, confirmation.source) == (date(2026, 3, 18), "№ 1 қаулы")


def test_before_saving_it_is_told_which_open_terms_move(office: TestOffice) -> None:
    beds = a_room("101")
    a_referral(a_household(size=2), beds[:2], received_on=date(2026, 3, 17))
    on = date(2026, 3, 18)
    (moved,) = terms_moved_by(on, date(2026, 3, 20), is_working=False)
    assert (moved.item.due, moved.due) == (date(2026, 3, 20), date(2026, 3, 26))
    assert terms_moved_by(on, date(2026, 3, 19), is_working=False) == []
    mark_day(office.desk, DayEntry(date(2026, 3, 20), is_working=False, source="№ 3 бұйрық"))
    (back,) = terms_moved_by(on, date(2026, 3, 20), is_working=None)
    assert (back.item.due, back.due) == (date(2026, 3, 26), date(2026, 3, 20))
