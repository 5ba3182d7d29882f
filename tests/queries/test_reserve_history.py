"""Who left the reserve when and why: referred, returned or struck out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral, strike_out_referral
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.models.tables import Referral
from kandas_desktop.queries.reserve import Preferred
from kandas_desktop.queries.reserve_history import LeftBecause, left_reserve
from tests.factories import (
    WEDNESDAY,
    TestOffice,
    a_waiting_application,
    add_beds,
    an_office,
    leave_no_bed_free,
)

THURSDAY = date(2026, 3, 19)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """An office without a free bed on Wednesday 18.03.2026."""
    with an_office(tmp_path) as made:
        leave_no_bed_free(made.desk)
        yield made


@pytest.fixture
def queue(office: TestOffice) -> list[int]:
    """Three households in the reserve, of three people, one and one."""
    found = []
    for size in (3, 1, 1):
        found.append(a_waiting_application(office.desk, size=size))
        office.clock.go_on(minutes=5)
    return found


def test_nobody_left_yet(office: TestOffice, queue: list[int]) -> None:
    assert left_reserve() == ()


def test_each_way_out_says_its_day_and_reason(office: TestOffice, queue: list[int]) -> None:
    first, second, third = queue
    return_application(office.desk, first, reason="Басқа орталыққа кетті")
    office.clock.set(THURSDAY)
    strike_out_application(office.desk, third, reason="Екі рет тіркелген")
    add_beds(office.desk, 1)
    issue_referral(office.desk, ReferralRequest(second))
    left = {row.application_id: row for row in left_reserve()}
    assert [row.application_id for row in left_reserve()][-1] == first
    assert (left[first].because, left[first].left_on) == (LeftBecause.RETURNED, WEDNESDAY)
    assert left[first].words == "Басқа орталыққа кетті"
    assert (left[third].because, left[third].words) == (LeftBecause.STRUCK_OUT, "Екі рет тіркелген")
    assert (left[second].because, left[second].words) == (LeftBecause.REFERRED, "Ж-1/26")
    assert left[second].left_on == THURSDAY
    assert left[second].entered_on == WEDNESDAY


def test_a_decision_stays_with_whom_it_preferred(office: TestOffice, queue: list[int]) -> None:
    first, second, _third = queue
    add_beds(office.desk, 1)
    pass_over(office.desk, PassingOverRequest(second, (first,), "12", WEDNESDAY, "Үш орын жоқ"))
    issue_referral(office.desk, ReferralRequest(second))
    (left,) = left_reserve()
    assert left.preferred == (Preferred("12", WEDNESDAY, "Үш орын жоқ", first, "Ө-1/26"),)
    assert left.names == ("Үлгібаев Дәурен",)


def test_who_came_back_to_the_place_did_not_leave(office: TestOffice) -> None:
    only = a_waiting_application(office.desk)
    add_beds(office.desk, 1)
    referral = issue_referral(office.desk, ReferralRequest(only))
    strike_out_referral(office.desk, referral, reason="Қате")
    assert left_reserve() == ()
    issue_referral(office.desk, ReferralRequest(only))
    assert left_reserve()[0].words == Referral.get(Referral.struck_out_on.is_null()).number


def test_only_the_last_are_told(office: TestOffice, queue: list[int]) -> None:
    for application_id in queue:
        return_application(office.desk, application_id, reason="Үлгі")
    assert [row.application_id for row in left_reserve(2)] == [queue[2], queue[1]]
