"""The next step of a bed: by Enter, by its button, never twice by one press in haste."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.notices import record_term_notice
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.stay_questions import MoveInQuestion
from tests.ui.board.conftest import Board, press, state_of
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.looking import button_in, filled_buttons_in, words_in

Open = Callable[[], Board]
Key = Qt.Key


def test_enter_makes_a_bed_ready(filled: AHouse, open_board: Open) -> None:
    filled.left_unready("201-1")
    board = open_board()
    board.choose("201-1")
    press(board, Key.Key_Return)
    assert state_of(board, "201-1") is BedState.FREE


def test_enter_records_that_the_family_signed_the_rules(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("101-1")
    assert "House rules not signed by 1 person" in words_in(board.page.frame.panel)
    answer_when_open()
    press(board, Key.Key_Return)
    assert "House rules signed on 18.03.2026" in words_in(board.page.frame.panel)
    assert filled_buttons_in(board.page) == []


def test_a_stay_that_ends_soon_has_its_notice_as_the_next_step(
    house: AHouse, open_board: Open, qtbot: QtBot
) -> None:
    house.room("101")
    (stay,) = house.lives(house.family("Мысалов Ерасыл"), "101-1", left=10)
    stay.rules_signed_on = TODAY - timedelta(days=1)
    stay.save()
    board = open_board()
    board.choose("101-1")
    assert filled_buttons_in(board.page) == ["Print the notice"]
    with qtbot.waitSignal(board.page.leads_to) as led:
        press(board, Key.Key_Return)
    assert led.args[0] == Place.TERM_NOTICE_PAPER


def test_a_notice_that_was_given_is_not_asked_for_again(house: AHouse, open_board: Open) -> None:
    house.room("101")
    (stay,) = house.lives(house.family("Мысалов Ерасыл"), "101-1", left=10)
    stay.rules_signed_on = TODAY - timedelta(days=1)
    stay.save()
    board = open_board()
    record_term_notice(board.page.workplace.desk, stay.household_id)
    board.choose("101-1")
    assert filled_buttons_in(board.page) == []


def test_on_its_last_day_a_stay_is_left(house: AHouse, open_board: Open) -> None:
    house.room("101")
    house.lives(house.family("Мысалов Ерасыл"), "101-1", left=0)
    board = open_board()
    board.choose("101-1")
    assert filled_buttons_in(board.page) == ["Left…"]


def test_enter_puts_a_bed_back_in_service(filled: AHouse, open_board: Open) -> None:
    filled.out_of_service("201-1")
    board = open_board()
    board.choose("201-1")
    press(board, Key.Key_Return)
    assert state_of(board, "201-1") is BedState.FREE


def answer_when_open() -> list[Question]:
    """Answer the question that comes with Ctrl+Enter; it stands in the list by then."""
    asked: list[Question] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        asked.append(question)
        QTest.keyClick(question, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if question.isVisible():  # or the test would wait for an answer for ever
            question.reject()

    QTimer.singleShot(0, answer)
    return asked


def press_at(board: Board, milliseconds: int) -> None:
    """Enter, pressed at a time of the system's clock."""
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(milliseconds)
    QApplication.sendEvent(board.page.frame.view, event)


def test_enter_twice_in_haste_does_one_thing(filled: AHouse, open_board: Open) -> None:
    for label in ("201-1", "201-2"):
        filled.left_unready(label)
    board = open_board()
    board.choose("201-1")
    press_at(board, 10_000)
    assert state_of(board, "201-1") is BedState.FREE
    board.choose("201-2")
    press_at(board, 10_399)
    assert filled_buttons_in(board.page) == ["Ready"]
    press_at(board, 10_400)
    assert state_of(board, "201-2") is BedState.FREE


def test_a_pressed_step_that_goes_leaves_the_keyboard_on_the_board(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("101-1")
    button = button_in(board.page, "Rules signed…")
    button.setFocus()
    answer_when_open()
    button.click()
    assert board.page.focusWidget() is board.page.frame.view


def test_the_ticked_of_a_family_move_in_today(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("104-1")
    ticks = list(board.page.frame.panel.bed.ticks.values())
    assert [tick.isChecked() for tick in ticks] == [True, True]
    assert filled_buttons_in(board.page) == ["Move 2 people in…"]
    ticks[1].setChecked(False)
    assert filled_buttons_in(board.page) == ["Move 1 person in…"]
    questions = answer_when_open()
    press(board, Key.Key_Return)
    (question,) = questions
    assert isinstance(question, MoveInQuestion)
    assert len(question.people.chosen()) == 1
    assert board.page.focusWidget() is board.page.frame.view
    assert [state_of(board, label) for label in ("104-1", "104-2")] == [BedState.OCCUPIED, BedState.HELD]
    assert "104-1" in words_in(board.page.frame.panel)
    assert "104-2 · expected" in words_in(board.page.frame.panel)


def test_a_lapsed_term_offers_to_confirm_the_lapse_only(filled: AHouse, open_board: Open) -> None:
    filled.holds(filled.family("Нобаев Нұр"), "102-1", days_ago=9)
    board = open_board()
    board.choose("102-1")
    assert filled_buttons_in(board.page) == ["Confirm the lapse…"]


def test_the_release_of_beds_says_why_it_cannot_be_yet(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("104-1")
    assert "19.03.2026" in button_in(board.page, "Release…").blocked_reason


def test_the_steps_of_other_pages_lead_there(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    asked: list[tuple[str, int]] = []
    board.page.leads_to.connect(lambda place, subject_id: asked.append((place, subject_id)))
    board.choose("104-1")
    menu = QMenu()
    board.page.desk.fill_menu(menu)
    actions = {action.text(): action for action in menu.actions()}
    actions["Open the application"].trigger()
    actions["Open the referral"].trigger()
    board.page.frame.counters.reserve.click()
    assert [place for place, _id in asked] == [Place.APPLICATION, Place.REFERRAL_PAPER, Place.RESERVE]
