from collections.abc import Callable
from datetime import date

import pytest

from kandas_desktop.actions.consideration import enter_reserve, return_application, strike_out_application
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.models.cases import reserve_queue
from kandas_desktop.models.tables import Application, AuditLine, ReserveEntry
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, a_referral, a_waiting_application, an_application

NEXT_DAY = date(2026, 3, 19)


def queue() -> list[int]:
    return [application.id for application in reserve_queue()]


# --- the reserve (r.7)


def test_a_family_for_which_no_bed_is_free_waits_in_the_reserve(office: TestOffice) -> None:
    application_id = an_application(office.desk, size=8)
    enter_reserve(office.desk, application_id)
    entry = ReserveEntry.get()
    assert (entry.application.id, entry.entered_on, entry.left_on) == (
        application_id,
        date(2026, 3, 18),
        None,
    )
    assert Application.get().considered_on == date(2026, 3, 18)
    assert AuditLine.get(AuditLine.verb == "enter reserve").subject_id == application_id
    assert len(office.told) == 2


def test_nobody_enters_the_reserve_while_beds_are_free(office: TestOffice) -> None:
    application_id = an_application(office.desk, size=7)
    with refused_with(office, ObstacleKind.BEDS_ARE_FREE):
        enter_reserve(office.desk, application_id)


def test_nobody_enters_the_reserve_twice(office: TestOffice) -> None:
    application_id = a_waiting_application(office.desk, size=8)
    with refused_with(office, ObstacleKind.IN_RESERVE):
        enter_reserve(office.desk, application_id)


def test_nobody_enters_the_reserve_by_a_clock_that_was_set_back(office: TestOffice) -> None:
    application_id = an_application(office.desk, size=8)
    office.clock.go_on(days=-1)
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        enter_reserve(office.desk, application_id)


def test_the_order_of_applying_is_the_order_of_the_reserve(office: TestOffice) -> None:
    first, second, third = (an_application(office.desk, size=8) for _ in range(3))
    for application_id in (third, first, second):
        enter_reserve(office.desk, application_id)
    assert queue() == [first, second, third]


def test_who_is_registered_on_a_coming_day_waits_behind_who_applied_that_day_later_by_the_clock(
    office: TestOffice,
) -> None:
    office.clock.set(date(2026, 3, 13))
    friday = a_waiting_application(office.desk, size=8)
    office.clock.set(date(2026, 3, 14))
    saturday = a_waiting_application(office.desk, size=8)
    office.clock.set(date(2026, 3, 16))
    monday = a_waiting_application(office.desk, size=8)
    assert queue() == [friday, saturday, monday]


def test_who_comes_after_others_waits_even_when_a_bed_is_free_for_them(office: TestOffice) -> None:
    a_waiting_application(office.desk, size=8)
    single = an_application(office.desk, size=1)
    enter_reserve(office.desk, single)
    assert queue()[-1] == single


# --- returning (r.6)


def test_an_application_is_returned_with_its_reason(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    return_application(office.desk, application_id, reason="  Нысан толық толтырылмаған ")
    line = Application.get()
    assert (line.returned_on, line.returned_reason) == (date(2026, 3, 18), "Нысан толық толтырылмаған")
    assert line.considered_on == date(2026, 3, 18)
    assert '"reason": "Нысан толық толтырылмаған"' in AuditLine.get(AuditLine.verb == "return").detail


def test_a_returned_application_leaves_the_reserve_and_its_entry_stays(office: TestOffice) -> None:
    application_id = a_waiting_application(office.desk, size=8)
    office.clock.set(NEXT_DAY)
    return_application(office.desk, application_id, reason="Бас тартты")
    entry = ReserveEntry.get()
    assert (entry.left_on, entry.left_because) == (NEXT_DAY, "returned")
    line = Application.get()
    assert (line.considered_on, line.returned_on) == (date(2026, 3, 18), NEXT_DAY)
    assert queue() == []


def test_a_return_on_a_day_off_bears_the_day_of_registration(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 21))  # Nauryz; the next working day is the 26th
    application_id = a_waiting_application(office.desk, size=8)
    return_application(office.desk, application_id, reason="Бас тартты")
    assert Application.get().returned_on == ReserveEntry.get().left_on == date(2026, 3, 26)


def test_nothing_is_returned_without_a_reason(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    with refused_with(office, ObstacleKind.REASON_MISSING):
        return_application(office.desk, application_id, reason=" \n")


# --- striking out (r.5)


def test_a_struck_out_line_stays_with_its_reason(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    office.clock.set(NEXT_DAY)
    strike_out_application(office.desk, application_id, reason=" Екі рет тіркелген ")
    line = Application.get()
    assert (line.number, line.struck_out_on, line.struck_out_reason) == (
        "Ө-1/26", NEXT_DAY, "Екі рет тіркелген",
    )  # fmt: skip
    assert AuditLine.get(AuditLine.verb == "strike out").subject == "application"


def test_a_struck_out_application_leaves_the_reserve_and_its_entry_stays(office: TestOffice) -> None:
    application_id = a_waiting_application(office.desk, size=8)
    strike_out_application(office.desk, application_id, reason="Қате")
    entry = ReserveEntry.get()
    assert (entry.left_on, entry.left_because) == (date(2026, 3, 18), "struck out")


def test_a_returned_line_can_still_be_struck_out(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    return_application(office.desk, application_id, reason="Бас тартты")
    strike_out_application(office.desk, application_id, reason="Қате")
    assert Application.get().struck_out_reason == "Қате"


def test_a_line_is_not_struck_out_while_its_referral_is_in_force(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    with refused_with(office, ObstacleKind.REFERRAL_LIVE, ObstacleKind.REASON_MISSING):
        strike_out_application(office.desk, referral_id, reason="")


# --- what is settled stays settled


def _returned(desk: Desk, application_id: int) -> None:
    return_application(desk, application_id, reason="Бас тартты")


def _struck_out(desk: Desk, application_id: int) -> None:
    strike_out_application(desk, application_id, reason="Қате")


@pytest.mark.parametrize(
    ("settle", "kind"), [(_returned, ObstacleKind.RETURNED), (_struck_out, ObstacleKind.STRUCK_OUT)]
)
@pytest.mark.parametrize(
    "step",
    [
        enter_reserve,
        lambda desk, application_id: return_application(desk, application_id, reason="себеп"),
        lambda desk, application_id: issue_referral(desk, ReferralRequest(application_id)),
    ],
)
def test_a_settled_application_takes_no_further_step(
    office: TestOffice,
    settle: Callable[[Desk, int], None],
    kind: ObstacleKind,
    step: Callable[[Desk, int], object],
) -> None:
    application_id = an_application(office.desk)
    settle(office.desk, application_id)
    with refused_with(office, kind):
        step(office.desk, application_id)


def test_a_line_is_struck_out_once(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    _struck_out(office.desk, application_id)
    with refused_with(office, ObstacleKind.STRUCK_OUT):
        _struck_out(office.desk, application_id)
