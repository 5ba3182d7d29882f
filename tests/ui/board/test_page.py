"""The board's page by keyboard and mouse: choosing, moving, searching, another day, hidden names."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.board.filters import Filter
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.ui.board.conftest import FIRST_DAY, Board, mouse, press, state_of
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.looking import button_in, filled_buttons_in, words_in

Open = Callable[[], Board]
Key = Qt.Key


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
    assert filled_buttons_in(board.page) == ["Move 2 people in…"]


@pytest.mark.parametrize(
    ("label", "filled_button"),
    [
        ("104-1", ["Move 2 people in…"]),
        ("103-1", ["Left…"]),
        ("101-1", ["Rules signed…"]),
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


def test_tab_leads_from_a_bed_to_its_next_step_and_last_to_the_cross(
    filled: AHouse, open_board: Open, qtbot: QtBot
) -> None:
    board = open_board()
    board.page.activateWindow()
    qtbot.waitUntil(board.page.isActiveWindow)
    board.choose("104-1")
    bed = board.page.frame.panel.bed
    stops = []
    for _press in range(30):
        QTest.keyClick(board.page.focusWidget(), Key.Key_Tab)
        focused = board.page.focusWidget()
        if focused is not None and bed.isAncestorOf(focused):
            stops.append(focused.accessibleName())
    assert stops[0] == "Move 2 people in… (Enter)"
    assert stops[len(dict.fromkeys(stops)) - 1] == "Close"


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
    for typed in ("31.02.2026", "04.01.2026"):
        days.field.setText(typed)
        QTest.keyClick(days.field, Key.Key_Return)
    assert board.said == [
        "Write a day from 05.01.2026 to 18.03.2026.",
        "There is no such day.",
        "Write a day from 05.01.2026 to 18.03.2026.",
    ]
    days.field.setText("16.3.26")
    QTest.keyClick(days.field, Key.Key_Return)
    assert board.page.desk.view.on == TODAY - timedelta(days=2)
    days.button.click()
    QTest.keyClick(days.field, Key.Key_Escape)
    assert days.day == TODAY - timedelta(days=2)


def test_before_the_offices_first_day_there_was_no_house(filled: AHouse, open_board: Open) -> None:
    days = open_board().page.frame.head.days
    days.set_day(FIRST_DAY)
    assert not days.back.isEnabled()
    days.set_day(FIRST_DAY + timedelta(days=1))
    assert days.back.isEnabled()


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


def test_a_right_click_between_the_beds_opens_no_menu(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("104-1")
    menus: list[int] = []
    board.page.frame.view.menu_asked.connect(lambda bed_id, _at: menus.append(bed_id))
    view = board.page.frame.view
    gap = QPoint(view.viewport().width() - 2, 2)
    assert view.tile_at(gap) is None
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, gap, view.viewport().mapToGlobal(gap))
    QApplication.sendEvent(view.viewport(), event)
    assert menus == []


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


@pytest.mark.parametrize(
    ("words", "place"),
    [("Open the application", Place.APPLICATION), ("Open the referral", Place.REFERRAL_PAPER)],
)
def test_the_menu_of_those_who_wait_leads_to_their_line_and_their_paper(
    filled: AHouse, open_board: Open, words: str, place: Place
) -> None:
    board = open_board()
    led: list[tuple[str, int]] = []
    board.page.leads_to.connect(lambda to, subject_id: led.append((to, subject_id)))
    (referral,) = board.page.desk.view.waiting
    board.page.frame.panel.waiting_menu_asked.emit(referral.id, QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == [
        "Choose beds…",
        "Open the application",
        "Open the referral",
    ]
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()
    assert led == [(place, referral.application_id if place is Place.APPLICATION else referral.id)]
