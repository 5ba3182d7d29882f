"""Passing over by a written decision (r.8), by keys: asked, refused in words, recorded, taken back."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.actions.consideration import return_application
from kandas_desktop.models.stay_tables import PassingOver
from kandas_desktop.queries.reserve import ReserveView, reserve_view
from kandas_desktop.ui import stay_questions
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.page import ReservePage
from kandas_desktop.ui.reserve.passing_over_question import PassingOverQuestion
from tests.factories import someone_else_at
from tests.ui.looking import button_in, filled_buttons_in, hints_in, words_in
from tests.ui.reserve.conftest import AnswerWhenOpen, Desk

PageOf = Callable[[Desk], ReservePage]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(desk: Desk, queue: list[int]) -> ReserveView:
    return reserve_view(desk.office.desk.today)


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[..., PassingOverQuestion]:
    def make(view: ReserveView, place: int, **told: Any) -> PassingOverQuestion:
        question = PassingOverQuestion(view.rows[place - 1], view, **told)
        qtbot.addWidget(question)
        question.show()
        question.activateWindow()
        qtbot.waitUntil(question.isActiveWindow)
        return question

    return make


def fill(question: PassingOverQuestion, *, number: str = "12", reason: str = "Бөлме жоқ") -> None:
    question.number.control.setText(number)
    question.reason.control.set_value(reason)


def recorded(qtbot: QtBot) -> Callable[[Any], None]:
    def answer(question: PassingOverQuestion) -> None:
        fill(question)
        qtbot.keyClick(question, Key.Key_Return, CTRL)

    return answer


def test_all_before_are_ticked_and_the_change_is_shown(
    view: ReserveView, ask: Callable[..., PassingOverQuestion]
) -> None:
    question = ask(view, 3)
    told = words_in(question)
    assert [tick.isChecked() for tick in question.households.ticks.values()] == [True, True]
    assert {"2 households before", "its turn has come", "place 1, 2", "place 1, 2, as before"} <= set(told)
    assert question.number.control.hasFocus()


def test_who_is_not_ticked_stays_before(
    view: ReserveView, ask: Callable[..., PassingOverQuestion], qtbot: QtBot
) -> None:
    question = ask(view, 3)
    next(iter(question.households.ticks.values())).click()
    qtbot.waitUntil(lambda: {"1 household before", "place 2, as before"} <= set(words_in(question)))
    fill(question)
    assert question.value().passed_ids == (view.rows[1].application_id,)
    assert question.may_accept()


def test_everything_that_the_decision_lacks_is_said_at_its_field(
    view: ReserveView, ask: Callable[..., PassingOverQuestion]
) -> None:
    question = ask(view, 2)
    question.households.ticks[view.rows[0].application_id].click()
    question.day.control.setText("19.03.2026")
    assert not question.may_accept()
    assert question.households.remark.text == "Choose at least one person (r.8)."
    assert question.number.message == "Write the decision's number."
    assert question.reason.message == "Write the reason."
    assert question.day.message == "This day is still to come (r.8)."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("40.03.2026", "There is no such day."),
        ("", "Write the date."),
        ("17.03.2026", "Not before 18.03.2026: the day the application was registered (r.8)."),
    ],
)
def test_a_wrong_date_is_said_and_the_typed_stays(
    view: ReserveView, ask: Callable[..., PassingOverQuestion], typed: str, said: str
) -> None:
    question = ask(view, 2)
    fill(question)
    question.day.control.setText(typed)
    assert not question.may_accept()
    assert (question.day.message, question.day.control.text()) == (said, typed)
    assert question.day.control.hasFocus()
    question.day.control.setText("18.03.2026")
    assert question.day.message == ""
    assert question.may_accept()


def test_of_many_before_the_first_places_are_told(
    desk: Desk, queue: list[int], ask: Callable[..., PassingOverQuestion]
) -> None:
    for _more in range(6):
        desk.a_family_waits("Үлгібаев", 1)
    question = ask(reserve_view(desk.office.desk.today), 9)
    assert "place 1, 2, 3, 4, 5, 6, 2 more" in words_in(question)


@pytest.mark.parametrize(("height", "density"), [(614, "compact"), (728, "normal")])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_question_fits_a_small_screen_with_all_its_errors(
    desk: Desk,
    queue: list[int],
    ask: Callable[..., PassingOverQuestion],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    height: int,
    density: Literal["compact", "normal"],
) -> None:
    monkeypatch.setattr(stay_questions, "screen_height", lambda: height)
    for _more in range(6):
        desk.a_family_waits("Үлгібаев", 1)
    words.use_language(language)
    theme().set_density(density)
    question = ask(reserve_view(desk.office.desk.today), 9)
    for tick in question.households.ticks.values():
        tick.click()
    question.day.control.setText("40.03.2026")
    assert not question.may_accept()
    theme().set_density("normal")
    assert question.height() <= height


def test_hidden_names_are_not_asked_by(view: ReserveView, ask: Callable[..., PassingOverQuestion]) -> None:
    question = ask(view, 2, names_hidden=True)
    told = [*words_in(question), *hints_in(question)]
    assert not [text for text in told if "Мысалов" in text]
    assert "1 · Ө-2/26" in words_in(question)


def test_a_decision_lets_the_next_one_go_first(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    page = page_of(desk)
    qtbot.keyClick(page.table.view, Key.Key_Down)
    assert filled_buttons_in(page.panel) == []
    assert "Waits its turn: 1 household before" in words_in(page.panel)
    answer_when_open(recorded(qtbot))
    passing = button_in(page.panel, "Pass over…")
    passing.setFocus()
    qtbot.keyClick(passing, Key.Key_Space)
    assert desk.said == ["Ө-3/26: 1 household passed over, decision No. 12."]
    first, second = page.table.lines[:2]
    assert "its turn has come, passed over · No. 12" in first.spoken
    assert "its turn has come, by decision No. 12" in second.spoken
    assert "a referral can be issued, today, beds are free" in second.spoken
    assert filled_buttons_in(page.panel) == ["Issue the referral…"]
    assert "Its turn has come: by decision No. 12" in words_in(page.panel)
    assert "No. 12, 18.03.2026: preferred" in words_in(page.panel)
    qtbot.keyClick(page.table.view, Key.Key_Up)
    assert "In favour of Ө-3/26. Reason: Бөлме жоқ." in words_in(page.panel)


def test_what_was_recorded_is_taken_back_from_the_foot_strip(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    page = page_of(desk)
    page.go_to("reserve", queue[1])
    answer_when_open(recorded(qtbot))
    page.panel.acts.pass_button.click()
    action = desk.offered[-1]
    assert action is not None
    assert action.keys == "Ctrl+Z"
    action.slot()
    assert PassingOver.select().count() == 0
    assert desk.said[-1] == "Undone."
    assert "1 household before" in page.table.lines[1].spoken


def test_escape_leaves_everything_as_it_was(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    page = page_of(desk)
    page.go_to("reserve", queue[2])
    answer_when_open(lambda question: qtbot.keyClick(question, Key.Key_Escape))
    page.panel.acts.pass_button.click()
    assert PassingOver.select().count() == 0
    assert desk.said == []


def test_two_decisions_are_counted(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    page = page_of(desk)
    for application_id, number in ((queue[1], "12"), (queue[2], "13")):

        def answer(question: PassingOverQuestion, number: str = number) -> None:
            fill(question, number=number)
            question.accept_now()

        page.go_to("reserve", application_id)
        answer_when_open(answer)
        page.panel.acts.pass_button.click()
    assert "passed over · 2 decisions" in page.table.lines[0].spoken


def test_whom_somebody_else_took_out_meanwhile_is_not_passed_over(
    desk: Desk, page_of: PageOf, queue: list[int], answer_when_open: AnswerWhenOpen
) -> None:
    page = page_of(desk)
    page.go_to("reserve", queue[1])

    def answer(question: PassingOverQuestion) -> None:
        someone_else_at(desk.office, lambda other: return_application(other, queue[0], reason="Үлгі"))
        fill(question)
        question.accept_now()

    answer_when_open(answer)
    page.panel.acts.pass_button.click()
    assert desk.said == ["The application does not wait in the reserve (r.8)."]


def test_nobody_is_passed_over_for_the_first(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    page = page_of(desk)
    passing = page.panel.acts.pass_button
    assert not passing.isEnabled()
    assert passing.toolTip() == "Nobody is served before it"
    view = page.view
    assert view is not None
    page.panel.passing_over_asked.emit(queue[0])
    assert QApplication.activeModalWidget() is None


def test_the_day_is_the_desks_unless_another_is_written(
    view: ReserveView, ask: Callable[..., PassingOverQuestion]
) -> None:
    question = ask(view, 2)
    assert question.day.control.text() == "18.03.2026"
    assert question.value().decided_on == date(2026, 3, 18)
    assert view.rows[0].arrived_at == datetime(2026, 3, 18, 10, 42)


def test_what_the_printed_reserve_journal_cannot_show_is_told_at_its_field(
    view: ReserveView, ask: Callable[..., PassingOverQuestion]
) -> None:
    question = ask(view, 3)
    fill(question, number="😀", reason="مرحبا")
    assert not question.may_accept()
    assert "«😀»" in question.number.message
    assert "«م»" in question.reason.message
    fill(question, number="№ 12")
    assert question.may_accept()
    assert question.value().number == "12"
