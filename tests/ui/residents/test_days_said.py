"""What a day may not be is said beside its field: of moving in by a status (r.15), and of corrections."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.actions.stays import LeavingRequest, change_status, record_leaving
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.queries.stays import move_in_facts
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.residents.page import ResidentsPage
from kandas_desktop.ui.stay_questions import MoveInQuestion
from tests.factories import WEDNESDAY, a_person
from tests.residents import Family, a_family_with_beds, a_resident_family
from tests.ui.residents.conftest import AnswerWhenOpen, Desk

PageOf = Callable[[Desk], ResidentsPage]
TUESDAY = date(2026, 3, 17)
STATUS_OVER = "The kandas status was over before moving in, and no extension is written down"


def a_couple(desk: Desk) -> Family:
    return a_family_with_beds(desk.office.desk, a_person(), a_person("Сәуле", kinship="жұбайы"))


def know(desk: Desk, family: Family, status: KandasStatus, *, position: int = 0) -> None:
    named = ApplicationPerson.get(
        ApplicationPerson.application == family.application_id, ApplicationPerson.position == position
    )
    change_status(desk.office.desk, named.person_id, status, reason="Белгілі болды")


def entry(page: ResidentsPage, text: str) -> None:
    (action,) = [each for each in page.panel.steps.menu().actions() if each.text() == text]
    action.trigger()


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        (False, f"{STATUS_OVER}: Мысалов Дәурен, 17.03.2026 (r.15)."),
        (True, f"{STATUS_OVER}: 17.03.2026 (r.15)."),
    ],
)
def test_where_the_status_was_over_before_the_receipt_nothing_is_asked(
    desk: Desk, hidden: bool, said: str
) -> None:
    family = a_couple(desk)
    know(desk, family, KandasStatus(TUESDAY.replace(year=2025)))
    desk.workplace.names_hidden = hidden
    stay_acts.move_in_family(desk.workplace, None, family.referral_id, names_hidden=hidden)
    assert [words.replace("Үлгібаев", "Мысалов") for words in desk.said] == [said]
    assert Stay.select().count() == 0


def test_a_status_that_ends_within_the_term_is_said_beside_the_people_until_the_day_is_right(
    desk: Desk, answer_when_open: AnswerWhenOpen
) -> None:
    family = a_couple(desk)
    know(desk, family, KandasStatus(WEDNESDAY.replace(year=2025)))
    desk.office.clock.go_on(days=2)

    def answer(question: MoveInQuestion) -> None:
        assert not question.may_accept()
        assert question.people.remark.text.startswith(f"{STATUS_OVER}: ")
        assert question.people.remark.text.endswith("Дәурен, 18.03.2026 (r.15).")
        question.day.control.setText("18.03.2026")
        question.accept_now()

    answer_when_open(answer)
    stay_acts.move_in_family(desk.workplace, None, family.referral_id)
    assert {row.moved_in_on for row in Stay.select()} == {WEDNESDAY}


def test_whose_status_is_over_is_not_ticked_and_their_line_says_so(desk: Desk, qtbot: QtBot) -> None:
    family = a_couple(desk)
    know(desk, family, KandasStatus(TUESDAY.replace(year=2025)))
    know(desk, family, KandasStatus(date(2025, 10, 1)), position=1)
    facts = move_in_facts(family.referral_id, WEDNESDAY)
    question = MoveInQuestion(facts, today=WEDNESDAY, naming=Naming("Ө-1/26"))
    qtbot.addWidget(question)
    assert [tick.isChecked() for tick in question.people.ticks.values()] == [False, True]
    first = question.people.ticks[family.people[0]]
    assert "status until 17.03.2026" in first.accessibleName()
    assert question.may_accept()


def test_what_a_day_before_the_handing_over_precedes_is_said(
    desk: Desk, answer_when_open: AnswerWhenOpen, qtbot: QtBot
) -> None:
    family = a_couple(desk)

    def answer(question: MoveInQuestion) -> None:
        question.day.control.setText("17.03.2026")
        qtbot.keyClick(question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert question.day.message == ("Not before 18.03.2026: the day the referral was handed over (r.9).")
        question.reject()

    answer_when_open(answer)
    stay_acts.move_in_family(desk.workplace, None, family.referral_id)
    assert family.stays == ()


def a_resident_couple(desk: Desk) -> Family:
    return a_resident_family(desk.office.desk, a_person(), a_person("Сәуле", kinship="жұбайы"))


def test_a_correction_of_moving_in_says_beside_its_fields_what_stands_in_the_way(
    desk: Desk, page_of: PageOf, answer_when_open: AnswerWhenOpen
) -> None:
    family = a_resident_couple(desk)
    know(desk, family, KandasStatus(WEDNESDAY.replace(year=2025)))
    file_petition(desk.office.desk, family.stays[0], filed_on=WEDNESDAY, request="Бөлме")
    desk.office.clock.go_on(days=2)
    page = page_of(desk)
    page.show_stay(family.stays[0])

    def answer(question: Any) -> None:
        question.reason.control.set_value("Қате жазылды")
        question.day.control.setText("17.03.2026")
        assert not question.may_accept()
        assert question.day.message.endswith("the day the referral was handed over (r.9).")
        question.day.control.setText("19.03.2026")
        assert not question.may_accept()
        assert question.day.message.startswith("Not after ")
        assert question.day.message.endswith("the day a petition was filed.")
        assert STATUS_OVER in question.people.remark.text
        question.reject()

    answer_when_open(answer)
    entry(page, "Correct the day of moving in…")
    assert {row.moved_in_on for row in Stay.select()} == {WEDNESDAY}


def test_a_correction_of_a_leaving_says_beside_its_fields_what_stands_in_the_way(
    desk: Desk, page_of: PageOf, answer_when_open: AnswerWhenOpen
) -> None:
    family = a_resident_couple(desk)
    record_leaving(desk.office.desk, LeavingRequest(family.stays[1:], WEDNESDAY, EndReason.FREELY))
    page = page_of(desk)
    page.show_stay(family.stays[1])

    def answer(question: Any) -> None:
        question.reason.control.set_value("Қате жазылды")
        question.day.control.setText("17.03.2026")
        question.because.chips[EndReason.EVICTED].click()
        assert not question.may_accept()
        assert question.day.message.endswith("the day of moving in (r.17).")
        assert "There is no decision" in question.because.remark.text
        question.reject()

    answer_when_open(answer)
    entry(page, "Correct the leaving…")
    assert Stay.get_by_id(family.stays[1]).ended_because == "freely"
