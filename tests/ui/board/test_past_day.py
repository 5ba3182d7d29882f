"""The board as of a day gone by: what it tells, which keys it answers, and the way back to today."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kandas_desktop.models.stay_tables import BedUse, Stay
from tests.ui.board.conftest import Board, press
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.looking import words_in

Open = Callable[[], Board]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SENTENCE = "As of 15.03.2026: nothing can be changed here."


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def keys_of(board: Board) -> list[str]:
    hints = board.page.keys()
    return [hint.keys for hint in hints]


def in_front(board: Board, qtbot: QtBot) -> None:
    """The page's window has the keyboard, so that its keys are answered wherever one stands."""
    board.page.activateWindow()
    qtbot.waitUntil(board.page.isActiveWindow)


@pytest.fixture
def moved_since(filled: AHouse) -> AHouse:
    """A man who signed and changed from 101-2 to 102-2 yesterday, with a son who left that day."""
    father, son = filled.lives(filled.family("Ауысқанов Ғани", "Ауысқанов Серік"), "101-2", "102-1")
    BedUse.update(ended_on=ago(1), ready_on=ago(1)).where(BedUse.stay.in_([father, son])).execute()
    Stay.update(ended_on=ago(1), ended_because="freely", left_on=ago(1)).where(Stay.id == son.id).execute()
    Stay.update(rules_signed_on=ago(1)).where(Stay.id == father.id).execute()
    BedUse.create(
        bed=filled.beds["102-2"], referral_person=father.referral_person, stay=father, began_on=ago(1)
    )
    return filled


def open_as_of(open_board: Open, day: date) -> Board:
    board = open_board()
    board.page.show_day(day)
    return board


def test_the_panel_tells_the_beds_of_that_day_and_who_lived_there_then(
    moved_since: AHouse, open_board: Open
) -> None:
    board = open_as_of(open_board, ago(3))
    board.choose("101-2")
    told = words_in(board.page.frame.panel.bed)
    assert {"Ауысқанов Серік", "102-1"} <= set(told)
    assert told.count("101-2") == 2  # the title, and the man's bed then
    assert "102-2" not in told


def test_the_panel_of_today_tells_where_they_are_now(moved_since: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("102-2")
    told = words_in(board.page.frame.panel.bed)
    assert told.count("102-2") == 2
    assert "Ауысқанов Серік" not in told


def test_nobody_has_signed_before_the_day_of_signing(moved_since: AHouse, open_board: Open) -> None:
    board = open_as_of(open_board, ago(3))
    board.choose("101-2")
    before = words_in(board.page.frame.panel.bed)
    board.page.show_day(TODAY)
    board.choose("102-2")
    signed = [words for words in words_in(board.page.frame.panel.bed) if "17.03.2026" in words]
    assert signed
    assert not set(signed) & set(before)


def test_esc_leads_back_to_today(filled: AHouse, open_board: Open) -> None:
    board = open_as_of(open_board, ago(3))
    board.choose("101-1")
    press(board, Key.Key_Escape)
    assert not board.page.desk.is_read_only
    assert board.chosen == "101-1"


def test_esc_leads_back_to_today_from_the_head(filled: AHouse, open_board: Open) -> None:
    board = open_as_of(open_board, ago(3))
    QTest.keyClick(board.page.frame.head.days.button, Key.Key_Escape)
    assert not board.page.desk.is_read_only


def test_the_foot_strip_offers_only_what_works_on_that_day(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    told: list[list[str]] = []
    board.page.keys_changed.connect(lambda: told.append(keys_of(board)))
    board.page.show_day(ago(3))
    board.page.show_day(TODAY)
    assert told[0] == ["← ↑ ↓ →", "Esc", "Ctrl+F", "F9", "F1"]
    assert {"Enter", "F6", "Ctrl+Z"} <= set(told[1])


@pytest.mark.parametrize("key", [Key.Key_F6, Key.Key_Return])
def test_what_would_change_something_says_that_nothing_can_be_changed(
    filled: AHouse, open_board: Open, qtbot: QtBot, key: Key
) -> None:
    board = open_as_of(open_board, ago(3))
    in_front(board, qtbot)
    board.choose("101-1")
    press(board, key)
    assert board.said == [SENTENCE]
    assert not board.page.desk.moves.session.is_on


def test_ctrl_enter_says_so_too(filled: AHouse, open_board: Open, qtbot: QtBot) -> None:
    board = open_as_of(open_board, ago(3))
    in_front(board, qtbot)
    board.choose("101-1")
    press(board, Key.Key_Return, CTRL)
    assert board.said == [SENTENCE]


def test_a_search_is_over_once_the_page_is_left(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.page.frame.head.search.setText("103")
    assert board.faded()
    board.page.hide()
    board.page.show()
    assert (board.page.frame.head.search.text(), board.faded()) == ("", set())
