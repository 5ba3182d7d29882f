from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Protocol, TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.queries.application import application_detail
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.names import PersonName
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.questions import DocumentQuestion, ReasonQuestion
from kandas_desktop.ui.reasons import (
    ReasonWords,
    returning,
    striking_out,
    striking_out_referral,
)
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person, a_referral, a_slip, a_waiting_application, an_application
from tests.ui.looking import words_in

TODAY = date(2026, 3, 18)
BODIES = ("Мысал қаласының ПБ", "Үлгі облысының ПД")


AnyQuestion = TypeVar("AnyQuestion", bound=Question)
AnswerWhenOpen = Callable[[Callable[[Any], None]], None]


class Show(Protocol):
    def __call__(self, question: AnyQuestion) -> AnyQuestion: ...


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(question: AnyQuestion) -> AnyQuestion:
        qtbot.addWidget(question)
        question.show()
        question.activateWindow()
        qtbot.waitUntil(question.isActiveWindow)
        return question

    return shown


@pytest.fixture
def answer_when_open(qtbot: QtBot) -> AnswerWhenOpen:
    """Answer the next question as soon as it is open."""

    def answer(act: Callable[[Any], None]) -> None:
        def act_on_the_open_one() -> None:
            question = QApplication.activeModalWidget()
            assert isinstance(question, Question)
            act(question)

        QTimer.singleShot(0, act_on_the_open_one)

    return answer


def an_adult(document: ResidenceDocument | None = None) -> HouseholdPerson:
    entry = a_person("Ерасыл", document=document)
    return HouseholdPerson(1, entry.name, entry.born, "ұлы", document)


def a_document_question(document: ResidenceDocument | None = None) -> DocumentQuestion:
    return DocumentQuestion(an_adult(document), today=TODAY, issuers=BODIES)


def reason_words() -> ReasonWords:
    return ReasonWords("Неге?", "Қайтару", "", (), ("Бірінші себеп", "Екінші себеп"))


# --- why something is returned or struck out


def test_the_questions_say_what_changes_with_their_verb_on_the_button(workplace: Workplace) -> None:
    due = application_detail(an_application(workplace.desk), TODAY)
    assert returning(due).verb == "Return"
    assert [(change.before, change.after) for change in returning(due).changes] == [
        ("To consider today", "Returned")
    ]
    assert "No slip of the application for a residence permit is handed in (r.3)" in returning(due).reasons
    assert striking_out(due).verb == "Strike out"
    assert striking_out(due).changes[0].after == "Struck out"


def test_striking_a_referral_out_says_where_the_application_goes(workplace: Workplace) -> None:
    a_referral(workplace.desk)
    referred = application_detail(1, TODAY)
    assert referred.referral is not None
    asked = striking_out_referral(referred, referred.referral)
    assert "Ж-1/26" in asked.title
    assert [change.after for change in asked.changes] == ["struck out", "To be considered again"]
    waited = application_detail(a_waiting_application(workplace.desk, size=8), TODAY)
    assert striking_out_referral(waited, referred.referral).changes[1].after == "In the reserve, in its place"


def test_a_ready_reason_fills_the_field_and_is_marked(show: Show) -> None:
    question = show(ReasonQuestion(reason_words()))
    question.ready["Екінші себеп"].click()
    assert question.value() == "Екінші себеп"
    assert [chip.isChecked() for chip in question.ready.values()] == [False, True]
    question.reason.control.set_value("Екінші себеп емес")
    assert [chip.isChecked() for chip in question.ready.values()] == [False, False]


def test_other_words_may_be_written_and_are_kept_on_one_line(show: Show) -> None:
    question = show(ReasonQuestion(reason_words()))
    question.reason.control.set_value(" Басқа\n\nсебеп ")
    assert question.value() == "Басқа себеп"
    assert question.may_accept()


def test_without_a_reason_the_question_stays_open_and_says_why(show: Show, qtbot: QtBot) -> None:
    question = show(ReasonQuestion(reason_words()))
    question.verb_button.click()
    assert question.isVisible()
    assert question.reason.message == "Write why: the reason stays in the journal."
    question.reason.control.set_value("Себеп")
    assert question.reason.message == ""


def test_the_reason_is_the_answer(answer_when_open: AnswerWhenOpen) -> None:
    def answer(question: Any) -> None:
        question.ready["Бірінші себеп"].click()
        question.verb_button.click()

    answer_when_open(answer)
    assert ReasonQuestion.ask(None, reason_words()) == "Бірінші себеп"


def test_a_question_is_as_high_as_what_it_asks_and_no_higher(qtbot: QtBot) -> None:
    title = "Ө-145/26 жазбасының күшін жою керек пе?"  # as wide as the question, which Qt would not guess
    question = ReasonQuestion(replace(reason_words(), title=title, explanation=title))
    qtbot.addWidget(question)
    question.show()
    layout = question.layout()
    assert layout is not None
    assert question.height() == layout.totalHeightForWidth(question.width())


def test_escape_cancels_even_with_a_reason_written(answer_when_open: AnswerWhenOpen, qtbot: QtBot) -> None:
    def cancel(question: Any) -> None:
        question.reason.control.set_value("Себеп")
        qtbot.keyClick(question, Qt.Key.Key_Escape)

    answer_when_open(cancel)
    assert ReasonQuestion.ask(None, reason_words()) is None


def test_the_reason_can_be_chosen_and_given_by_the_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    question = show(ReasonQuestion(reason_words()))
    area = question.reason.control.focusProxy()
    assert area is not None
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert question.ready["Бірінші себеп"].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert question.ready["Екінші себеп"].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(question.accepted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert question.value() == "Екінші себеп"


# --- what somebody handed in


def test_what_a_slip_still_lacks_is_said_beside_its_fields(show: Show) -> None:
    question = show(DocumentQuestion(an_adult(), today=TODAY, issuers=()))
    assert [question.number.message, question.issued_on.message, question.issued_by.message] == [
        "The number is still to be written.",
        "The date is still to be written.",
        "The body is still to be written.",
    ]
    assert words_in(question).count("clause 3") == 1
    question.number.control.setText("20-118")
    question.issued_on.control.setText("17.3.26")
    question.issued_by.control.setText("Мысал ПБ")
    assert [question.number.message, question.issued_on.message, question.issued_by.message] == [""] * 3


def test_a_permit_needs_its_number_alone(show: Show) -> None:
    question = show(a_document_question())
    question.kind.set_value(DocumentKind.PERMIT.value)
    question.kind.chosen.emit(DocumentKind.PERMIT.value)
    assert [question.issued_on.message, question.issued_by.message] == ["", ""]
    question.number.control.setText("Ы-0001")
    assert question.value() == ResidenceDocument(DocumentKind.PERMIT, "Ы-0001")
    assert question.may_accept()


def test_what_is_known_stands_in_the_fields_and_the_first_empty_one_waits(show: Show, qtbot: QtBot) -> None:
    question = show(a_document_question(a_slip(issued_on=None)))
    assert question.number.control.text() == "20-117"
    assert question.issued_by.control.text() == "Мысал қаласының ПБ"
    qtbot.waitUntil(question.issued_on.control.hasFocus)


def test_a_whole_document_begins_at_its_number(show: Show, qtbot: QtBot) -> None:
    question = show(a_document_question(a_slip()))
    qtbot.waitUntil(question.number.control.hasFocus)


def test_a_date_to_come_is_refused_beside_the_field(show: Show) -> None:
    question = show(a_document_question(a_slip(issued_on=date(2026, 3, 18))))
    assert question.may_accept()
    question.issued_on.control.setText("19.03.2026")
    assert question.issued_on.message == "The document's date is in the future"
    assert not question.may_accept()


@pytest.mark.parametrize(
    ("typed", "message"),
    [("30.02.2026", "There is no such day."), ("кеше", "Write the date like 05.03.1987.")],
)
def test_a_date_that_cannot_be_is_said_when_it_is_left_and_stays_as_typed(
    show: Show, typed: str, message: str
) -> None:
    question = show(a_document_question(a_slip()))
    question.issued_on.control.setText(typed)
    question.issued_on.control.left.emit()
    assert question.issued_on.message == message
    assert not question.may_accept()
    assert question.issued_on.control.text() == typed


def test_a_date_that_cannot_be_stays_red_whatever_else_is_chosen(show: Show) -> None:
    question = show(a_document_question())
    question.issued_on.control.setText("кеше")
    question.kind.set_value(DocumentKind.PERMIT.value)
    question.kind.chosen.emit(DocumentKind.PERMIT.value)
    assert question.issued_on.message == "Write the date like 05.03.1987."
    question.number.control.setText("Ы-0001")
    assert question.issued_on.message == "Write the date like 05.03.1987."


def test_the_body_of_the_latest_slip_is_proposed_for_a_slip_alone(show: Show) -> None:
    question = show(a_document_question())
    assert question.issued_by.control.text() == BODIES[0]
    for kind, body in ((DocumentKind.PERMIT, ""), (DocumentKind.SLIP, BODIES[0])):
        question.kind.set_value(kind.value)
        question.kind.chosen.emit(kind.value)
        assert question.issued_by.control.text() == body


@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_question_grows_with_what_is_said_below_its_fields(
    show: Show, qtbot: QtBot, language: str, is_whole: bool
) -> None:
    words.use_language(language)
    question = show(a_document_question(a_slip() if is_whole else None))
    question.number.control.setText("20-118")
    question.issued_on.control.setText("кеше")
    question.issued_on.control.left.emit()
    field = question.issued_on
    qtbot.waitUntil(lambda: field.height() >= field.heightForWidth(field.width()))
    assert question.issued_by.y() >= field.geometry().bottom()


def test_a_right_date_says_nothing_when_it_is_left(show: Show) -> None:
    question = show(a_document_question(a_slip()))
    question.issued_on.control.left.emit()
    assert question.issued_on.message == ""


def test_nothing_at_all_is_no_document(show: Show) -> None:
    question = show(a_document_question())
    question.verb_button.click()
    assert question.isVisible()
    assert question.number.message == "Write at least the number."


@pytest.mark.parametrize("field", ["number", "issued_on", "issued_by"])
def test_part_of_a_document_can_be_written_down(show: Show, field: str) -> None:
    question = show(a_document_question())
    getattr(question, field).control.setText("10.03.2026")
    assert question.may_accept()


def test_the_document_is_the_answer(answer_when_open: AnswerWhenOpen) -> None:
    def answer(question: Any) -> None:
        question.number.control.setText(" 20-118 ")
        question.issued_on.control.setText("17032026")
        question.issued_by.control.setText("Үлгі облысының ПД")
        question.verb_button.click()

    answer_when_open(answer)
    assert DocumentQuestion.ask(None, an_adult(), today=TODAY, issuers=BODIES) == ResidenceDocument(
        DocumentKind.SLIP, "20-118", date(2026, 3, 17), "Үлгі облысының ПД"
    )


def test_escape_writes_no_document_down(answer_when_open: AnswerWhenOpen, qtbot: QtBot) -> None:
    answer_when_open(lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    assert DocumentQuestion.ask(None, an_adult(a_slip()), today=TODAY, issuers=()) is None


def test_the_document_can_be_written_by_the_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    question = show(a_document_question())
    qtbot.waitUntil(question.number.control.hasFocus)
    for typed in ("20-118", "170326"):
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert question.issued_by.control.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert question.verb_button.hasFocus()
    with qtbot.waitSignal(question.accepted):
        qtbot.keyClick(question.verb_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert question.value() == ResidenceDocument(DocumentKind.SLIP, "20-118", date(2026, 3, 17), BODIES[0])


def test_whose_document_it_is_can_be_told_without_a_name(show: Show) -> None:
    question = show(DocumentQuestion(an_adult(), today=TODAY, issuers=(), whom="Ө-1/26 · ұлы, 41 years old"))
    seen = " ".join(words_in(question))
    assert "Ө-1/26 · ұлы, 41 years old" in seen
    assert PersonName("Мысалов", "Ерасыл").full not in seen


# --- every language


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_question_opens_in_every_language_and_its_words_fit(
    show: Show, workplace: Workplace, language: str
) -> None:
    words.use_language(language)
    a_referral(workplace.desk)
    detail = application_detail(1, TODAY)
    assert detail.referral is not None
    asked = (returning(detail), striking_out(detail), striking_out_referral(detail, detail.referral))
    questions = [*(ReasonQuestion(each) for each in asked), a_document_question()]
    for question in questions:
        show(question)
        assert question.width() == 480
        for button in question.findChildren(Button):
            assert button.width() >= button.sizeHint().width(), button.words
        for chip in getattr(question, "ready", {}).values():
            assert chip.sizeHint().width() <= 432, chip.accessibleName()
        question.hide()


def test_a_reason_that_no_journal_can_show_is_told_beside_it(show: Show) -> None:
    question = show(ReasonQuestion(reason_words()))
    question.reason.control.set_value("Қате 😀")
    assert not question.may_accept()
    assert "«😀»" in question.reason.message
    question.reason.control.set_value("Қате: № 5")
    assert question.may_accept()


def test_a_document_is_written_down_in_letters_that_papers_have(show: Show) -> None:
    question = show(a_document_question())
    question.number.control.setText("编 117")
    assert not question.may_accept()
    assert "«编»" in question.number.message
    question.number.control.setText("№ 117")
    assert question.may_accept()
