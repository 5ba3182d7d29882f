"""The day of receipt is corrected from the panel's menu: what is wrong stands beside the field."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import hand_over_referral
from kandas_desktop.models.tables import Referral, ReferralPerson
from kandas_desktop.queries.application import ReferralRow, application_detail
from kandas_desktop.ui.journal.panel_acts import PanelActs
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.journal.receipt_question import CorrectedReceipt, ReceiptQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.factories import WEDNESDAY, a_referral

TODAY = date(2026, 3, 18)


@pytest.fixture
def received(workplace: Workplace) -> ReferralRow:
    referral_id = a_referral(workplace.desk)
    hand_over_referral(workplace.desk, referral_id, received_on=WEDNESDAY)
    referral = application_detail(Referral.get_by_id(referral_id).application.id, TODAY).referral
    assert referral is not None
    return referral


@pytest.fixture
def question(received: ReferralRow, qtbot: QtBot) -> ReceiptQuestion:
    asked = ReceiptQuestion(received, today=date(2026, 3, 20))
    qtbot.addWidget(asked)
    return asked


def test_a_right_day_and_a_reason_are_taken(question: ReceiptQuestion) -> None:
    question.day.control.set_date(date(2026, 3, 19))
    question.reason.control.set_value("Күні қате")
    assert question.may_accept()
    assert question.value() == CorrectedReceipt(date(2026, 3, 19), "Күні қате")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 17), "Received before it was issued: 18.03.2026 – the day of issue (r.9)."),
        (date(2026, 3, 21), "The day of receipt is in the future (r.9)."),
    ],
)
def test_a_day_that_cannot_be_is_said_below_it(question: ReceiptQuestion, day: date, words: str) -> None:
    question.day.control.set_date(day)
    question.reason.control.set_value("Күні қате")
    assert not question.may_accept()
    assert question.day.message == words


def test_a_day_after_somebody_moved_in_is_said_below_it(
    workplace: Workplace, question: ReceiptQuestion
) -> None:
    people = [row.id for row in ReferralPerson.select()]
    move_in(workplace.desk, Referral.get().id, people=people, moved_in_on=WEDNESDAY)
    question.day.control.set_date(date(2026, 3, 19))
    question.reason.control.set_value("Күні қате")
    assert not question.may_accept()
    assert question.day.message == "Not after 18.03.2026: the day somebody moved in (r.9)."


def test_it_takes_a_reason(question: ReceiptQuestion) -> None:
    assert not question.may_accept()
    assert question.reason.message == "Write the reason."


def test_the_panel_corrects_it_and_offers_the_way_back(
    workplace: Workplace, received: ReferralRow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    referral = Referral.get()
    Referral.update(issued_on=date(2026, 3, 16)).where(Referral.id == referral.id).execute()
    answer = CorrectedReceipt(date(2026, 3, 17), "Күні қате")
    monkeypatch.setattr(ReceiptQuestion, "ask", lambda parent, row, today: answer)
    detail = application_detail(referral.application.id, TODAY)
    with qtbot.waitSignal(workplace.notices.said) as said:
        PanelActs(workplace, None, detail, PeopleWords(detail.number, False, TODAY)).correct_receipt()  # type: ignore[arg-type]
    assert said.args[0] == "Referral Ж-1/26: received on 17.03.2026."
    assert said.args[2].keys == "Ctrl+Z"
    assert Referral.get().received_on == date(2026, 3, 17)
