"""Keys that every page answers: from page to page, from list to list, and why there is nothing to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.journal_lines import Show
from kandas_desktop.ui.board.page import BoardPage
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.keys import KeysDialog
from kandas_desktop.ui.kit.navigation_item import ItemButton
from kandas_desktop.ui.linen.page import LinenPage
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.rooms.page import RoomsPage
from kandas_desktop.words import spoken_in

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _press(window: MainWindow, qtbot: QtBot, key: Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, modifiers)


def _open_item(window: MainWindow) -> str:
    return next(each.item.key for each in window.findChildren(ItemButton) if each.isChecked())


def _menu(window: MainWindow, qtbot: QtBot) -> QMenu:
    _press(window, qtbot, Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _entry(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text().split("\t")[0] == words)


def test_keys_lead_from_page_to_page_and_round(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("decisions")
    way = []
    for _press_of_it in range(4):
        _press(window, qtbot, Key.Key_PageDown, CTRL | SHIFT)
        way.append(_open_item(window))
    assert way == ["linen", "settings", "today", "intake"]
    _press(window, qtbot, Key.Key_PageUp, CTRL | SHIFT)
    assert _open_item(window) == "today"


def test_the_pages_beside_the_open_one_name_the_keys_that_lead_there(window: MainWindow) -> None:
    window.go_to("reserve")
    told = {each.item.key: each.toolTip() for each in window.findChildren(ItemButton) if each.toolTip()}
    assert told == {
        "journal": "Registration journal (Ctrl+Shift+PgUp)",
        "beds": "Beds (Ctrl+Shift+PgDn)",
    }


def test_ctrl_page_down_shows_the_house_otherwise(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("beds")
    page = window.pages.page("beds")
    assert isinstance(page, BoardPage)
    shown = []
    for _press_of_it in range(3):
        _press(window, qtbot, Key.Key_PageDown)
        shown.append(page.frame.shown)
        assert page.frame.view.hasFocus()
    assert shown == ["list", "tape", "tiles"]
    _press(window, qtbot, Key.Key_PageUp)
    assert page.frame.shown == "tape"


def test_ctrl_page_down_asks_the_journal_for_the_next_outcome(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("journal")
    page = window.pages.page("journal")
    assert isinstance(page, JournalPage)
    shown = []
    for _press_of_it in range(4):
        _press(window, qtbot, Key.Key_PageDown)
        shown.append(page.table.filters.choice.show)
    assert shown == [Show.DUE, Show.RESERVE, Show.REFERRED, Show.SETTLED]
    for _press_of_it in range(5):
        _press(window, qtbot, Key.Key_PageUp)
    assert page.table.filters.choice.show is Show.STRUCK_OUT


@pytest.mark.parametrize("name", ["today", "linen", "rooms"])
def test_where_nothing_is_searched_ctrl_f_says_so(
    window: MainWindow, qtbot: QtBot, said: list[tuple[str, str]], name: str
) -> None:
    window.go_to(name)
    _press(window, qtbot, Key.Key_F)
    assert said == [("Nothing is searched on this page; Ctrl+K searches the journal.", "note")]


@pytest.mark.parametrize("name", ["today", "rooms", "beds"])
def test_what_is_not_printed_says_so(
    window: MainWindow, qtbot: QtBot, said: list[tuple[str, str]], name: str
) -> None:
    window.go_to(name)
    _press(window, qtbot, Key.Key_P)
    assert said == [("This page is not printed; a line's papers are in its menu (Shift+F10).", "note")]


def test_the_menu_of_a_bed_on_the_round_ticks_it(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("linen")
    page = window.pages.page("linen")
    assert isinstance(page, LinenPage)
    page.day.clear()  # on the day on which they came nothing is to be ticked yet
    qtbot.keyClick(page.view, Key.Key_Down)
    menu = _menu(window, qtbot)
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Tick\tSpace",
        "Tick all\tCtrl+A",
        "Record the change\tCtrl+Enter",
        "Print\tCtrl+P",
    ]
    tick = _entry(menu, "Tick")
    assert (tick.isEnabled(), tick.toolTip()) == (False, "The bedding was changed that day already")
    menu.close()


def test_the_menu_of_a_room_does_what_its_panel_does(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("rooms")
    page = window.pages.page("rooms")
    assert isinstance(page, RoomsPage)
    qtbot.keyClick(page.view, Key.Key_End)
    menu = _menu(window, qtbot)
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Change the room\tEnter",
        "Add a bed",
        "901-1",
        "901-2",
        "Retire the room…",
    ]
    asked: list[int] = []
    page.panel.board_asked.connect(asked.append)
    of_bed = next(each for each in menu.findChildren(QMenu) if each.title() == "901-2")
    _entry(of_bed, "Show bed 901-2 on the board").trigger()
    assert len(asked) == 1
    menu.close()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_all_keys_fit_into_the_smallest_window(qtbot: QtBot, language: str) -> None:
    with spoken_in(language):
        dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.width() <= 1024, dialog.height() <= 560) == (True, True)
