"""Passing over in the reserve takes a written decision (r.8), and can be taken back."""

from datetime import date

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral, strike_out_referral
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.models.reserve import passed_over_for, waiting_queue
from kandas_desktop.models.stay_tables import PassingOver
from kandas_desktop.models.tables import ReserveEntry
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.factories import WEDNESDAY, TestOffice, a_referral, a_waiting_application, add_beds


@pytest.fixture
def queue(office: TestOffice) -> list[int]:
    """Two households in the reserve of a full house: six people before one."""
    a_referral(office.desk, size=7)
    first = a_waiting_application(office.desk, size=6)
    office.clock.go_on(minutes=5)
    return [first, a_waiting_application(office.desk, size=1)]


def request(preferred: int, *passed: int, number: str = " 12\n") -> PassingOverRequest:
    return PassingOverRequest(preferred, passed, number, WEDNESDAY, "Отбасына бос бөлме жоқ")


def test_the_one_passed_over_keeps_the_place(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    pass_over(office.desk, request(second, first))
    assert passed_over_for(second) == {first}
    assert PassingOver.get().number == "12"
    waiting = ReserveEntry.select().where(ReserveEntry.left_on.is_null())
    assert {entry.application.id for entry in waiting} == {first, second}


def test_a_decision_wrongly_recorded_is_taken_back(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    undo(office.desk, pass_over(office.desk, request(second, first)))
    assert passed_over_for(second) == set()


def test_without_a_decision_nobody_is_passed_over(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    with pytest.raises(Refused):
        pass_over(office.desk, request(second, first, number=""))
    assert PassingOver.select().count() == 0


def test_nobody_is_passed_over_for_one_who_does_not_wait(office: TestOffice, queue: list[int]) -> None:
    with pytest.raises(Refused):
        pass_over(office.desk, request(4711, queue[0]))


def test_a_decision_of_tomorrow_is_refused(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    tomorrow = PassingOverRequest(second, (first,), "12", date(2026, 3, 19), "себебі")
    with pytest.raises(Refused):
        pass_over(office.desk, tomorrow)


def test_the_preferred_one_gets_the_referral_and_the_other_stays_first(
    office: TestOffice, queue: list[int]
) -> None:
    first, second = queue
    add_beds(office.desk, 1)
    with pytest.raises(Refused) as refused:
        issue_referral(office.desk, ReferralRequest(second))
    assert [each.kind for each in refused.value.obstacles] == [ObstacleKind.OTHERS_AHEAD]
    pass_over(office.desk, request(second, first))
    issue_referral(office.desk, ReferralRequest(second))
    assert [waiting.application_id for waiting in waiting_queue()] == [first]


def test_a_decision_that_a_referral_rests_on_is_not_taken_back(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    add_beds(office.desk, 1)
    act = pass_over(office.desk, request(second, first))
    referral = issue_referral(office.desk, ReferralRequest(second))
    with pytest.raises(Refused):
        undo(office.desk, act)
    strike_out_referral(office.desk, referral, reason="Қате")
    undo(office.desk, act)
    assert passed_over_for(second) == set()


def test_a_decision_speaks_for_one_application_only(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    third = a_waiting_application(office.desk)
    pass_over(office.desk, request(second, first))
    assert passed_over_for(third) == set()


def test_whoever_is_named_twice_is_passed_over_once(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    pass_over(office.desk, request(second, first, first))
    assert PassingOver.select().count() == 1
