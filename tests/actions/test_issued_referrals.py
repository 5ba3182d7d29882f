"""What becomes of a referral after its issue: handed over, struck out."""

from datetime import date

import pytest

from kandas_desktop.actions.consideration import return_application
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.models.cases import reserve_queue
from kandas_desktop.models.tables import (
    Application,
    AuditLine,
    Referral,
    ReserveEntry,
)
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import (
    TestOffice,
    a_referral,
    a_waiting_application,
    add_beds,
    free_beds,
)

TODAY = date(2026, 3, 18)
NEXT_DAY = date(2026, 3, 19)


def issue(office: TestOffice, application_id: int) -> int:
    return issue_referral(office.desk, ReferralRequest(application_id))


# --- handing over (r.9)


@pytest.mark.parametrize("received_on", [date(2026, 3, 18), date(2026, 3, 20)])
def test_a_referral_is_handed_over_on_a_day_between_its_issue_and_today(
    office: TestOffice, received_on: date
) -> None:
    referral_id = a_referral(office.desk)
    office.clock.set(date(2026, 3, 20))
    hand_over_referral(office.desk, referral_id, received_on=received_on)
    assert Referral.get().received_on == received_on
    assert f'"received_on": "{received_on}"' in AuditLine.get(AuditLine.verb == "hand over").detail


@pytest.mark.parametrize(
    ("received_on", "kind"),
    [
        (date(2026, 3, 17), ObstacleKind.RECEIVED_BEFORE_ISSUE),
        (date(2026, 3, 19), ObstacleKind.RECEIVED_IN_FUTURE),
    ],
)
def test_no_other_day_is_taken(office: TestOffice, received_on: date, kind: ObstacleKind) -> None:
    referral_id = a_referral(office.desk)
    with refused_with(office, kind):
        hand_over_referral(office.desk, referral_id, received_on=received_on)


def test_a_referral_is_handed_over_once(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    hand_over_referral(office.desk, referral_id, received_on=TODAY)
    with refused_with(office, ObstacleKind.HANDED_OVER):
        hand_over_referral(office.desk, referral_id, received_on=TODAY)


def test_a_struck_out_referral_is_not_handed_over(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    strike_out_referral(office.desk, referral_id, reason="Қате кетті")
    with refused_with(office, ObstacleKind.REFERRAL_STRUCK_OUT):
        hand_over_referral(office.desk, referral_id, received_on=TODAY)


# --- striking out


def test_a_struck_out_referral_stays_with_its_reason_and_frees_its_beds(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, size=5)
    assert free_beds(office.desk) == 2
    office.clock.set(NEXT_DAY)
    strike_out_referral(office.desk, referral_id, reason=" Қате кетті ")
    referral = Referral.get()
    assert (referral.number, referral.struck_out_on, referral.struck_out_reason) == (
        "Ж-1/26", NEXT_DAY, "Қате кетті",
    )  # fmt: skip
    assert free_beds(office.desk) == 7
    line = AuditLine.get(AuditLine.verb == "strike out")
    assert (line.subject, line.detail) == ("referral", '{"reason": "Қате кетті"}')


def test_an_application_that_never_waited_is_to_be_considered_again(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    office.clock.set(NEXT_DAY)
    strike_out_referral(office.desk, referral_id, reason="Қате кетті")
    line = Application.get()
    assert (line.considered_on, line.reopened_on) == (None, NEXT_DAY)
    assert issue(office, 1) == 2


def test_an_application_is_not_due_again_before_the_day_of_its_registration(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 21))  # Nauryz; the next working day is the 26th
    strike_out_referral(office.desk, a_referral(office.desk), reason="Қате кетті")
    assert Application.get().reopened_on == date(2026, 3, 26)


def test_an_application_gets_its_place_in_the_reserve_back(office: TestOffice) -> None:
    first = a_waiting_application(office.desk, size=8)
    second = a_waiting_application(office.desk, size=8)
    add_beds(office.desk, 1)
    referral_id = issue(office, first)
    assert [application.id for application in reserve_queue()] == [second]
    strike_out_referral(office.desk, referral_id, reason="Қате кетті")
    assert [application.id for application in reserve_queue()] == [first, second]
    entry = ReserveEntry.get(ReserveEntry.application == first)
    assert (entry.left_on, entry.left_because) == (None, None)
    line = Application.get_by_id(first)
    assert (line.considered_on, line.reopened_on) == (TODAY, None)
    with refused_with(office, ObstacleKind.OTHERS_AHEAD):
        issue(office, second)


def test_a_referral_is_struck_out_once_and_with_a_reason(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    with refused_with(office, ObstacleKind.REASON_MISSING):
        strike_out_referral(office.desk, referral_id, reason="")
    strike_out_referral(office.desk, referral_id, reason="Қате кетті")
    with refused_with(office, ObstacleKind.REFERRAL_STRUCK_OUT):
        strike_out_referral(office.desk, referral_id, reason="Қате кетті")


def test_a_returned_application_keeps_its_struck_out_referral(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    strike_out_referral(office.desk, referral_id, reason="Қате кетті")
    return_application(office.desk, 1, reason="Бас тартты")
    assert Referral.get().struck_out_reason == "Қате кетті"
