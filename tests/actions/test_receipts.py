"""The day of receipt is corrected with a reason; an overdue referral lapses, it is not struck out."""

from datetime import date

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.receipts import correct_receipt
from kandas_desktop.actions.referrals import hand_over_referral, strike_out_referral
from kandas_desktop.models.tables import AuditLine, Referral
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import WEDNESDAY, TestOffice, a_referral, a_referral_moved_in

THURSDAY = date(2026, 3, 19)


@pytest.fixture
def handed_over(office: TestOffice) -> int:
    """A referral of Wednesday that was received the next day; it is Friday now."""
    referral_id = a_referral(office.desk)
    office.clock.go_on(days=1)
    hand_over_referral(office.desk, referral_id, received_on=THURSDAY)
    office.clock.go_on(days=1)
    return referral_id


def test_the_right_day_stands_there_and_the_wrong_one_in_the_audit(
    office: TestOffice, handed_over: int
) -> None:
    correct_receipt(office.desk, handed_over, received_on=WEDNESDAY, reason=" Күні қате ")
    assert Referral.get_by_id(handed_over).received_on == WEDNESDAY
    line = AuditLine.get(AuditLine.verb == "correct receipt")
    assert '"before": "2026-03-19", "after": "2026-03-18", "reason": "Күні қате"' in line.detail


def test_a_correction_is_taken_back(office: TestOffice, handed_over: int) -> None:
    undo(office.desk, correct_receipt(office.desk, handed_over, received_on=WEDNESDAY, reason="Күні қате"))
    assert Referral.get_by_id(handed_over).received_on == THURSDAY


def test_nobody_who_moved_in_comes_to_have_come_too_early(office: TestOffice) -> None:
    a_referral_moved_in(office.desk)
    office.clock.go_on(days=1)
    referral = Referral.get()
    with refused_with(office, ObstacleKind.DATE_TOO_LATE):
        correct_receipt(office.desk, referral.id, received_on=THURSDAY, reason="Күні қате")


def test_an_overdue_referral_is_not_struck_out_but_lapses(office: TestOffice, handed_over: int) -> None:
    office.clock.set(date(2026, 3, 23))
    with refused_with(office, ObstacleKind.MOVE_IN_TERM_OVER):
        strike_out_referral(office.desk, handed_over, reason="Келмеді")


def test_one_received_on_a_day_wrongly_written_is_struck_out_once_that_is_corrected(
    office: TestOffice,
) -> None:
    referral_id = a_referral(office.desk)
    hand_over_referral(office.desk, referral_id, received_on=WEDNESDAY)
    office.clock.set(date(2026, 3, 22))
    correct_receipt(office.desk, referral_id, received_on=date(2026, 3, 20), reason="Күні қате")
    strike_out_referral(office.desk, referral_id, reason="Жолдамада қате бар")
    assert Referral.get_by_id(referral_id).struck_out_on == date(2026, 3, 22)
