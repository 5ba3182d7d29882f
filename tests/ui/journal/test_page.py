"""The journal's page: what stands in it, what is looked into, and what its keys and menus do."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import return_application
from kandas_desktop.models.tables import Referral
from kandas_desktop.queries.journal_lines import Order, Show
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import (
    TestOffice,
    an_application,
)
from tests.ui.journal.on_page import OpenPage, button, chip, choose_in_menu, search, settle, shown


def test_the_newest_line_stands_on_top_and_struck_out_ones_stay(
    open_page: OpenPage, lines: dict[str, int]
) -> None:
    page = open_page()
    assert shown(page) == [lines[name] for name in ("due", "waiting", "returned", "struck out")]
    assert page.table.view.chosen_id == lines["due"]
    assert not page.is_panel_open


@pytest.mark.parametrize("typed", ["Қасымов", "касымова", "Kassymov", "қас"])
def test_spellings_of_a_name_find_the_same_line(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot, typed: str
) -> None:
    page = open_page()
    assert search(page, typed, qtbot) == [lines["waiting"]]
    assert search(page, "", qtbot)[0] == lines["due"]


def test_escape_empties_the_search_and_enter_goes_to_the_lines(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    with qtbot.waitExposed(page):
        page.show()
    page.focus_search()
    field = page.table.filters.search
    QTest.keyClicks(field, "kassymov")
    settle(page, qtbot)
    assert shown(page) == [lines["waiting"]]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.table.view.chosen_id == lines["waiting"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    settle(page, qtbot)
    assert len(shown(page)) == 4


def test_enter_opens_the_panel_which_follows_and_escape_closes_it(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    view = page.table.view
    QTest.keyClick(view, Qt.Key.Key_Return)
    panel = page.panel
    assert panel is not None
    assert page.is_panel_open
    assert panel.application_id == lines["due"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel.application_id == lines["waiting"])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not page.is_panel_open
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert panel.application_id == lines["waiting"]


def test_an_application_asked_for_is_shown_whatever_was_filtered(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    page.choose(Show.DUE)
    page.show_application(lines["returned"])
    assert page.table.view.chosen_id == lines["returned"]
    assert page.table.view.chosen_line == 2
    assert page.table.filters.choice.show is Show.ALL
    assert page.panel is not None
    assert page.panel.application_id == lines["returned"]


def test_a_new_line_appears_and_the_chosen_one_stays(
    open_page: OpenPage, lines: dict[str, int], office: TestOffice, qtbot: QtBot
) -> None:
    page = open_page()
    page.table.view.choose(lines["waiting"])
    newest = an_application(office.desk)
    settle(page, qtbot)
    assert shown(page)[0] == newest
    assert page.table.view.chosen_id == lines["waiting"]
    assert page.table.view.chosen_line == 2
    assert chip(page, "All").accessibleName() == "All: 5"


def test_a_filtered_journal_is_read_again_after_a_write(
    open_page: OpenPage, lines: dict[str, int], office: TestOffice, qtbot: QtBot
) -> None:
    page = open_page()
    page.choose(Show.DUE)
    newest = an_application(office.desk)
    settle(page, qtbot)
    assert shown(page) == [newest, lines["due"]]


def test_the_next_day_the_due_line_is_overdue(
    open_page: OpenPage, lines: dict[str, int], office: TestOffice, at_desk: Workplace
) -> None:
    page = open_page()
    outcome = page.table.model.columnCount() - 1
    assert page.table.model.index(0, outcome).data() == "To consider today"
    office.clock.set(date(2026, 3, 20))
    at_desk.changes.day_turned.emit()
    assert page.table.model.index(0, outcome).data() == "Overdue · 2 days"


def test_a_new_office_offers_the_first_application(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.leads_to) as asked:
        button(page, "Write down the first application").click()
    assert asked.args == [Place.INTAKE, 0]
    assert not button(page, "Print").isEnabled()
    assert page.table.view.chosen_line is None


def test_hidden_names_are_hidden_here_and_in_the_panel(open_page: OpenPage, lines: dict[str, int]) -> None:
    page = open_page()
    page.show_application(lines["waiting"])
    page.set_names_hidden(True)
    assert page.table.model.index(1, 1).data() == "Ө-3/26"
    page.set_names_hidden(False)
    assert page.table.model.index(1, 1).data() == "Қасымов Нұрлан"


def test_the_lines_menu_opens_unfolds_and_prints(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    view = page.table.view
    view.choose(lines["waiting"])

    def open_menu() -> None:
        view.menu_asked.emit(lines["waiting"], QPoint(5, 5))

    choose_in_menu(open_menu, "Show the family")
    assert page.table.model.is_open(1)
    choose_in_menu(open_menu, "Hide the family")
    assert not page.table.model.is_open(1)
    with qtbot.waitSignal(page.leads_to) as asked:
        choose_in_menu(open_menu, "Print the application")
    assert asked.args == [Place.APPLICATION_PAPER, lines["waiting"]]
    choose_in_menu(open_menu, "Open the application")
    assert page.is_panel_open


def test_a_click_on_a_title_puts_the_lines_in_another_order(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    page.table.view.order_asked.emit(Order.OLDEST)
    settle(page, qtbot)
    assert shown(page)[0] == lines["struck out"]


def test_the_main_action_first_looks_into_the_chosen_application(
    open_page: OpenPage, lines: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    page.take_main_action()
    assert page.is_panel_open
    panel = page.panel
    assert panel is not None
    taken: list[bool] = []
    monkeypatch.setattr(panel, "take_main_action", lambda: taken.append(True))
    page.take_main_action()
    assert taken == [True]


def test_a_small_window_shows_no_key_caps_and_fewer_chips(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    assert button(page, "Print").keys == "Ctrl+P"
    theme().set_density("compact")
    page.set_compact(True)
    page.resize(560, 586)
    assert button(page, "Print").keys == ""
    assert not chip(page, "Referral").isVisible()
    choose_in_menu(chip(page, "Filter").click, "Referral")
    settle(page, qtbot)
    assert shown(page) == []
    assert chip(page, "Filter").isChecked()
    assert page.table.model.sight.is_compact


def test_a_lines_menu_offers_what_its_panel_does(
    open_page: OpenPage, office: TestOffice, qtbot: QtBot
) -> None:
    due = an_application(office.desk)
    returned = an_application(office.desk)
    return_application(office.desk, returned, reason="Үлгі")
    page = open_page()
    page.show()
    menus: list[QMenu] = []

    def entries(application_id: int) -> dict[str, QAction]:
        page.table.view.menu_asked.emit(application_id, QPoint())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menus.append(menu)
        return {action.text(): action for action in menu.actions()}

    blocked = entries(returned)
    for words in ("Issue the referral", "Return…"):
        assert not blocked[words].isEnabled()
        assert blocked[words].toolTip() == "The application was returned"
    menus[-1].close()
    offered = entries(due)
    assert offered["Return…"].isEnabled()
    assert offered["Strike out the line…"].isEnabled()
    assert not page.is_panel_open
    offered["Issue the referral"].trigger()
    menus[-1].close()
    assert Referral.select().count() == 1


def test_the_foot_strip_gets_at_most_seven_keys(open_page: OpenPage) -> None:
    keys = open_page().keys()
    assert len(keys) <= 7
    assert keys[0].keys == "↑ ↓"


def test_the_foot_strip_says_what_ctrl_enter_does_now(
    open_page: OpenPage, office: TestOffice, qtbot: QtBot
) -> None:
    family = an_application(office.desk)
    page = open_page()
    page.show()
    assert words_of(page, "Ctrl+Enter") == "next step"
    page.table.view.choose(family)
    with qtbot.waitSignal(page.keys_changed):
        page.take_main_action()
    assert words_of(page, "Ctrl+Enter") == "issue the referral"
    with qtbot.waitSignal(page.keys_changed):
        page.take_main_action()
    assert words_of(page, "Ctrl+Enter") == "print the referral"
    with qtbot.waitSignal(page.keys_changed):
        page.close_panel()
    assert words_of(page, "Ctrl+Enter") == "next step"


def words_of(page: JournalPage, keys: str) -> str:
    hints = page.keys()
    return next(hint.words for hint in hints if hint.keys == keys)
