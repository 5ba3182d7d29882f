"""The reserve journal's waiting list: places, decisions, what the next one needs, and an estimate."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kandas_desktop.actions.referrals import hand_over_referral
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.queries.reserve import PassedBy, Preferred, reserve_view
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.factories import WEDNESDAY, TestOffice, a_referral, a_waiting_application, an_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """A new office with seven beds on Wednesday 18.03.2026."""
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def queue(office: TestOffice) -> list[int]:
    """Two households in the reserve: six people with four beds free, and one behind them."""
    a_referral(office.desk, size=3)
    first = a_waiting_application(office.desk, size=6)
    office.clock.go_on(minutes=5)
    return [first, a_waiting_application(office.desk, size=1)]


def test_everybody_stands_in_the_order_of_applying(office: TestOffice, queue: list[int]) -> None:
    view = reserve_view(WEDNESDAY)
    assert [(row.place, row.application_id, row.is_next) for row in view.rows] == [
        (1, queue[0], True),
        (2, queue[1], False),
    ]
    assert view.rows[0].entered_on == WEDNESDAY
    assert view.rows[0].applicant.surname == "Үлгібаев"


def test_the_next_one_says_what_is_wanting(office: TestOffice, queue: list[int]) -> None:
    (obstacle,) = reserve_view(WEDNESDAY).rows[0].obstacles
    assert (obstacle.kind, obstacle.needed, obstacle.free) == (ObstacleKind.BEDS_MISSING, 6, 4)


def test_without_an_end_in_sight_there_is_no_estimate(office: TestOffice, queue: list[int]) -> None:
    assert [row.forecast_on for row in reserve_view(WEDNESDAY).rows] == [None, None]


def test_who_is_passed_over_keeps_the_place_and_shows_why(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    pass_over(office.desk, PassingOverRequest(second, (first,), "12", WEDNESDAY, "Бөлме жоқ"))
    waiting, preferred = reserve_view(WEDNESDAY).rows
    assert waiting.passed_by == (PassedBy("12", WEDNESDAY, "Бөлме жоқ", second, preferred.number),)
    assert waiting.place == 1
    assert preferred.is_next
    assert preferred.obstacles == ()


def test_the_beds_that_end_the_wait_are_named(office: TestOffice, queue: list[int]) -> None:
    people = list(ReferralPerson.select())
    for person in people:
        use = BedUse.get(BedUse.referral_person == person)
        stay = Stay.create(
            person=person.application_person.person,
            referral_person=person,
            household=person.referral.application,
            moved_in_on=WEDNESDAY,
            destination="",
        )
        BedUse.update(stay=stay).where(BedUse.id == use).execute()
    view = reserve_view(WEDNESDAY)
    vacated_on = date(2026, 9, 18) + timedelta(days=3)
    assert [bed.on for bed in view.rows[0].waits_for] == [vacated_on] * 2
    assert [row.forecast_on for row in view.rows] == [vacated_on] * 2


def test_an_empty_reserve_has_no_rows(office: TestOffice) -> None:
    assert reserve_view(WEDNESDAY).rows == ()
    hand_over_referral(office.desk, a_referral(office.desk), received_on=WEDNESDAY)
    assert reserve_view(WEDNESDAY).rows == ()


def test_a_decision_is_told_by_both_whom_it_concerns(office: TestOffice, queue: list[int]) -> None:
    first, second = queue
    pass_over(office.desk, PassingOverRequest(second, (first,), "12", WEDNESDAY, "Бөлме жоқ"))
    waiting, preferred = reserve_view(WEDNESDAY).rows
    assert preferred.preferred == (Preferred("12", WEDNESDAY, "Бөлме жоқ", first, waiting.number),)
    assert (waiting.ahead, preferred.ahead) == ((), ())


def test_whoever_is_served_before_is_named(office: TestOffice, queue: list[int]) -> None:
    assert [row.ahead for row in reserve_view(WEDNESDAY).rows] == [(), (queue[0],)]


def test_everybody_named_on_the_application_can_be_found(office: TestOffice, queue: list[int]) -> None:
    assert reserve_view(WEDNESDAY).rows[0].names[:2] == ("Үлгібаев Дәурен", "Үлгібаев Сәуле")
