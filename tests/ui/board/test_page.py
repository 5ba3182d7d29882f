"""The board's page by keyboard and mouse: choosing, moving, searching, another day, hidden names."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.notices import record_term_notice
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.board.filters import Filter
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.stay_questions import MoveInQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.ui.board.conftest import Board, mouse, press
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.looking import button_in, filled_buttons_in, words_in

Open = Callable[[], Board]
Key = Qt.Key


def state_of(board: Board, label: str) -> BedState:
    return board.page.desk.view.tiles[board.id(label)].state


# --- choosing


def test_arrows_lead_from_bed_to_bed(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    seen = []
    for key in (
        Key.Key_Down,
        Key.Key_Down,
        Key.Key_Right,
        Key.Key_Up,
        Key.Key_Left,
        Key.Key_End,
        Key.Key_Home,
    ):
        press(board, key)
        seen.append(board.chosen)
    assert seen == ["101-1", "101-2", "102-2", "102-1", "101-1", "201-4", "101-1"]


def test_a_click_chooses_a_bed_and_the_panel_shows_it(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    mouse(board.page.frame.view.viewport(), QEvent.Type.MouseButtonPress, board.point_of("104-1"))
    assert board.chosen == "104-1"
    words = words_in(board.page.frame.panel)
    assert "104-1" in words
    assert "Болжамов Марат" in words
    assert filled_buttons_in(board.page) == ["Move the family in"]


@pytest.mark.parametrize(
    ("label", "filled_button"),
    [
        ("104-1", ["Move the family in"]),
        ("103-1", ["Left…"]),
        ("101-1", ["Rules signed"]),
        ("102-1", ["Settle somebody…"]),
        ("201-1", ["Ready"]),
        ("201-2", ["Back in service"]),
    ],
)
def test_each_state_has_its_one_next_step(
    filled: AHouse, open_board: Open, label: str, filled_button: list[str]
) -> None:
    filled.left_unready("201-1")
    filled.out_of_service("201-2")
    board = open_board()
    board.choose(label)
    assert filled_buttons_in(board.page) == filled_button


def test_esc_lets_the_bed_go(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("101-1")
    press(board, Key.Key_Escape)
    assert board.chosen == ""


def test_go_to_chooses_the_bed_whatever_was_filtered(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.page.frame.counters.counters[Filter.FREE].click()
    board.page.show_day(TODAY - timedelta(days=2))
    board.page.go_to(Place.BED, board.id("201-2"))
    assert board.chosen == "201-2"
    assert board.faded() == set()
    assert not board.page.desk.is_read_only


# --- the next step


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


def answer_when_open() -> list[MoveInQuestion]:
    """Answer the question of moving in with Ctrl+Enter; it stands in the list by then."""
    asked: list[MoveInQuestion] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, MoveInQuestion)
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
    filled.left_unready("201-1")
    board = open_board()
    board.choose("201-1")
    press_at(board, 10_000)
    assert state_of(board, "201-1") is BedState.FREE
    board.choose("101-1")
    press_at(board, 10_399)
    assert filled_buttons_in(board.page) == ["Rules signed"]
    press_at(board, 10_400)
    assert filled_buttons_in(board.page) == []


def test_a_pressed_step_that_goes_leaves_the_keyboard_on_the_board(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("101-1")
    button = button_in(board.page, "Rules signed")
    button.setFocus()
    button.click()
    assert board.page.focusWidget() is board.page.frame.view


def test_the_ticked_of_a_family_move_in_today(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("104-1")
    ticks = list(board.page.frame.panel.bed.ticks.values())
    assert [tick.isChecked() for tick in ticks] == [True, True]
    ticks[1].setChecked(False)
    questions = answer_when_open()
    press(board, Key.Key_Return)
    assert [len(question.people.chosen()) for question in questions] == [1]
    assert board.page.focusWidget() is board.page.frame.view
    assert [state_of(board, label) for label in ("104-1", "104-2")] == [BedState.OCCUPIED, BedState.HELD]


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


# --- finding and filtering


@pytest.mark.parametrize("typed", ["Касымова", "qasym", "103-1", "Gul kas"])
def test_a_search_dims_the_others(filled: AHouse, open_board: Open, typed: str) -> None:
    board = open_board()
    board.page.frame.head.search.setText(typed)
    beds = {tile.bed.label for tile in board.page.desk.view.tiles.values()}
    assert beds - board.faded() == {"103-1"}


def test_counters_are_toggles_that_add_up(filled: AHouse, open_board: Open, at_desk: Workplace) -> None:
    board = open_board()
    counters = board.page.frame.counters.counters
    counters[Filter.VACATING].click()
    counters[Filter.HELD].click()
    beds = {tile.bed.label for tile in board.page.desk.view.tiles.values()}
    assert beds - board.faded() == {"103-1", "104-1", "104-2"}
    assert at_desk.settings.board_filters == ("held", "vacating")
    assert sum(counter.number for name, counter in counters.items() if name.value in set(BedState)) == len(
        beds
    )


def test_what_was_filtered_folded_and_shown_is_remembered(
    filled: AHouse, open_board: Open, at_desk: Workplace
) -> None:
    board = open_board()
    board.page.frame.counters.counters[Filter.OCCUPIED].click()
    board.page.frame.tiles.fold_floor(2, is_folded=True)
    board.page.show_as("list")
    board.page.frame.list.sort_by("name")
    again = open_board()
    assert again.page.frame.shown == "list"
    assert again.page.frame.list.order == ("name", False)
    assert [tile.bed.label for tile in again.page.frame.list.tiles] == ["101-1"]
    again.page.show_as("tiles")
    assert [floor.is_open for floor in again.page.frame.tiles.places.floors] == [True, False]


# --- another day, hidden names, an empty house


def test_another_day_is_read_only_and_leads_back(filled: AHouse, open_board: Open) -> None:
    filled.left_unready("201-1", "Кеткенов Үлгі")
    board = open_board()
    board.page.frame.head.days.back.click()
    board.page.frame.head.days.back.click()
    assert board.page.frame.past.isVisible()
    assert board.name_in("201-1") == "Кеткенов Үлгі"
    board.choose("201-1")
    assert filled_buttons_in(board.page) == []
    board.page.desk.begin_move()
    board.drag_bed("201-1", "201-2")
    assert not board.page.desk.moves.session.is_on
    board.page.frame.past.button.click()
    assert not board.page.frame.past.isVisible()
    assert board.name_in("201-1") == ""


def test_a_day_is_typed_and_none_to_come_is_taken(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    days = board.page.frame.head.days
    assert not days.on.isEnabled()
    days.button.click()
    days.field.setText("01.04.2026")
    QTest.keyClick(days.field, Key.Key_Return)
    assert days.field.state == "error"
    days.field.setText("16.3.26")
    QTest.keyClick(days.field, Key.Key_Return)
    assert board.page.desk.view.on == TODAY - timedelta(days=2)
    days.button.click()
    QTest.keyClick(days.field, Key.Key_Escape)
    assert days.day == TODAY - timedelta(days=2)


def test_hidden_names_are_numbers_everywhere(filled: AHouse, open_board: Open) -> None:
    filled.lives(filled.family("Төсексізов Үлгі"))
    board = open_board()
    board.page.set_names_hidden(True)
    for label in ("101-1", "103-1", "104-1"):
        board.choose(label)
        board.page.desk.begin_move()
        words = " ".join(words_in(board.page))
        board.page.desk.cancel()
        words += " ".join(words_in(board.page))
        for name in ("Мысалов", "Қасымова", "Болжамов", "Төсексізов"):
            assert name not in words
    board.drag_bed("101-1", "103-2", drop=False)
    assert "Мысалов" not in board.page.desk.moves.drags.note.text


def test_a_house_without_rooms_leads_to_where_they_are_entered(open_board: Open) -> None:
    board = open_board()
    asked: list[str] = []
    board.page.leads_to.connect(lambda place, _id: asked.append(place))
    button_in(board.page, "Enter the rooms").click()
    assert asked == [Place.ROOMS]


def test_a_house_with_rooms_leads_there_too_from_the_head_and_the_menu(
    filled: AHouse, open_board: Open
) -> None:
    board = open_board()
    asked: list[str] = []
    board.page.leads_to.connect(lambda place, _id: asked.append(place))
    board.page.frame.head.rooms.click()
    menu = QMenu()
    board.page.desk.fill_menu(menu)
    next(action for action in menu.actions() if action.text() == "Rooms…").trigger()
    assert asked == [Place.ROOMS, Place.ROOMS]


def test_another_desks_write_is_shown(filled: AHouse, open_board: Open, at_desk: Workplace) -> None:
    board = open_board()
    board.choose("102-2")
    filled.out_of_service("102-2")
    at_desk.changes.committed.emit()
    assert state_of(board, "102-2") is BedState.OUT_OF_SERVICE
    assert filled_buttons_in(board.page) == ["Back in service"]


def test_the_menu_key_on_a_tile_offers_its_steps_and_the_floors(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("104-1")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(board.page.frame.view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert not actions["Release…"].isEnabled()
    assert "19.03.2026" in actions["Release…"].toolTip()
    actions["Fold the floor"].trigger()
    menu.close()
    assert [floor.is_open for floor in board.page.frame.tiles.places.floors] == [False, True]


def test_minus_folds_the_floor_and_plus_unfolds_all(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("201-1")
    press(board, Key.Key_Minus)
    assert [floor.is_open for floor in board.page.frame.tiles.places.floors] == [True, False]
    press(board, Key.Key_Plus)
    assert [floor.is_open for floor in board.page.frame.tiles.places.floors] == [True, True]


def test_enter_in_the_search_leads_to_the_first_that_was_found(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.page.focus_search()
    QTest.keyClicks(board.page.frame.head.search, "bolzh")
    QTest.keyClick(board.page.frame.head.search, Key.Key_Return)
    assert board.chosen == "104-1"
