"""The reserve's page by the keyboard: read in order, searched, looked into, led on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.reserve.filter_row import Show
from kandas_desktop.ui.reserve.page import ReservePage
from tests.factories import WEDNESDAY
from tests.ui.looking import filled_buttons_in, hints_in, words_in
from tests.ui.reserve.conftest import Desk
from tests.ui.reserve.reading import PageOf, menu_of, press, spoken

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def ids(page: ReservePage) -> list[int]:
    return [line.application_id for line in page.table.lines]


def chosen(page: ReservePage) -> int:
    line = page.table.chosen_line
    return line.application_id if line else 0


def test_everybody_stands_in_the_order_of_applying(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    page = page_of(desk)
    assert ids(page) == queue
    assert "3 households, 9 people waiting · 4 beds free" in words_in(page)
    assert spoken(page)[0] == (
        "1, Мысалов Дәурен, Ө-2/26 · 6 people, 18.03.2026, 10:42, its turn has come, "
        "6 beds needed, free: 4, 101-1 — 21.09, 1 more, 21.09.2026, estimate"
    )
    assert "1 household before, 2 beds needed" in spoken(page)[1]


def test_the_first_is_looked_into_and_the_arrows_lead_on(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    assert page.panel.application_id == queue[0]
    press(qtbot, page, Key.Key_Down)
    assert page.panel.application_id == queue[1]
    assert "Қасымов Дәурен" in words_in(page.panel)


def test_escape_closes_the_panel_and_ctrl_enter_opens_it(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    press(qtbot, page, Key.Key_Escape)
    assert not page.is_panel_open
    press(qtbot, page, Key.Key_Down)
    assert not page.is_panel_open
    press(qtbot, page, Key.Key_Return, CTRL)
    assert page.is_panel_open
    assert page.panel.application_id == queue[1]


def test_enter_opens_the_application(desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot) -> None:
    page = page_of(desk)
    press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Return)
    assert desk.led == [(Place.APPLICATION, queue[1])]


def test_ctrl_p_leads_to_the_printed_journal(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    press(qtbot, page, Key.Key_P, CTRL)
    assert desk.led == [(Place.RESERVE_PAPER, 0)]


def years_button(page: ReservePage) -> IconButton:
    """The button beside the print action that offers the journals of earlier years."""
    name = "Print an earlier year's journal"
    return next(button for button in page.findChildren(IconButton) if button.accessibleName() == name)


def test_the_journal_of_an_earlier_year_is_chosen_beside_the_print_action(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    assert not years_button(page_of(desk)).isVisible()
    desk.office.clock.set(date(2028, 2, 1))
    page = page_of(desk)
    assert years_button(page).isVisible()
    years_button(page).click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Print the reserve journal, 2027",
        "Print the reserve journal, 2026",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.led == [(Place.RESERVE_PAPER, 2026)]


@pytest.mark.parametrize("typed", ["касымов", "Kassymov", "qasym", "3/26", "Ө-3/26"])
def test_a_household_is_found_in_any_spelling(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot, typed: str
) -> None:
    page = page_of(desk)
    press(qtbot, page, Key.Key_F, CTRL)
    assert page.filters.search.hasFocus()
    page.filters.search.setText(typed)
    assert ids(page) == [queue[1]]
    press(qtbot, page, Key.Key_Down)
    assert page.table.view.hasFocus()


def test_a_member_of_the_family_is_found_too(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    page = page_of(desk)
    page.filters.search.setText("сәуле мыс")
    assert ids(page) == [queue[0]]


def test_what_is_not_found_is_said_and_the_search_cleared(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    page.filters.search.setText("zzz")
    assert "Nobody was found." in words_in(page)
    assert not page.is_panel_open
    page.setFocus()
    press(qtbot, page, Key.Key_Return)
    assert page.table.view.hasFocus()
    assert ids(page) == queue
    assert page.is_panel_open


def test_an_empty_reserve_says_how_many_beds_are_free(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    page = page_of(desk)
    assert "Nobody waits in the reserve. Free beds: 4." in words_in(page)
    assert "Nobody waits · 4 beds free" in words_in(page)
    press(qtbot, page, Key.Key_Return, CTRL)
    assert desk.led == []
    press(qtbot, page, Key.Key_Return)
    assert desk.led == [(Place.BED, 0)]


def test_the_next_list_of_an_empty_queue_keeps_the_keyboard(
    desk: Desk, page_of: PageOf, qtbot: QtBot
) -> None:
    page = page_of(desk)
    press(qtbot, page, Key.Key_PageDown, CTRL)
    assert page.table.lines
    assert page.focusWidget() is page.table.view


def test_who_leaves_gives_the_place_in_the_list_to_the_next(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    press(qtbot, page, Key.Key_Down)
    return_application(desk.office.desk, queue[1], reason="Үлгі")
    assert ids(page) == [queue[0], queue[2]]
    assert chosen(page) == queue[2] == page.panel.application_id


def test_what_was_asked_for_is_chosen_whatever_was_filtered(
    desk: Desk, page_of: PageOf, queue: list[int]
) -> None:
    page = page_of(desk)
    page.close_panel()
    page.filters.choose(Show.FORECAST)
    page.filters.search.setText("zzz")
    page.go_to(Place.RESERVE, queue[2])
    assert (page.filters.which, chosen(page)) == (Show.QUEUE, queue[2])
    assert page.panel.application_id == queue[2]
    page.go_to(Place.RESERVE, 0)
    assert chosen(page) == queue[2]


def test_who_is_asked_for_and_has_left_is_shown_among_those_who_left(
    desk: Desk, page_of: PageOf, queue: list[int]
) -> None:
    return_application(desk.office.desk, queue[1], reason="Үлгі")
    page = page_of(desk)
    page.go_to(Place.RESERVE, queue[1])
    assert (page.filters.which, chosen(page)) == (Show.HISTORY, queue[1])


def test_the_lists_follow_each_other_by_keys(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    seen = []
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp):
        press(qtbot, page, key, CTRL)
        seen.append(page.filters.which)
    assert seen == [Show.FORECAST, Show.QUEUE, Show.HISTORY]
    assert "Nobody has left the reserve yet." in words_in(page)
    page.filters.chips[Show.QUEUE].click()
    assert ids(page) == queue


def test_those_who_left_tell_when_and_why(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    office = desk.office
    pass_over(office.desk, PassingOverRequest(queue[2], (queue[0], queue[1]), "12", WEDNESDAY, "Бөлме жоқ"))
    issue_referral(office.desk, ReferralRequest(queue[2]))
    office.clock.set(date(2026, 3, 20))
    strike_out_application(office.desk, queue[0], reason="Екі рет тіркелген")
    page = page_of(desk)
    page.filters.choose(Show.HISTORY)
    assert spoken(page) == [
        "20.03.2026, Мысалов Дәурен, Ө-2/26 · 6 people, 18.03.2026, 10:42, 18.03.2026, 2 days waited, "
        "Struck out, Екі рет тіркелген",
        "18.03.2026, Нобаев Дәурен, Ө-4/26 · 1 person, 18.03.2026, 10:52, 18.03.2026, Same day, "
        "Referral issued, Ж-2/26 · by decision No. 12",
    ]
    press(qtbot, page, Key.Key_Down)
    assert "Passed over: Ө-2/26, Ө-3/26. Reason: Бөлме жоқ." in words_in(page.panel)
    assert filled_buttons_in(page.panel) == ["Open the application"]
    press(qtbot, page, Key.Key_Return, CTRL)
    assert desk.led == [(Place.APPLICATION, queue[2])]


def test_an_application_of_a_day_off_tells_when_it_came(desk: Desk, page_of: PageOf) -> None:
    desk.office.clock.set(date(2026, 4, 4))
    desk.a_family_waits("Мысалов", 6)
    page = page_of(desk)
    assert "06.04.2026, 04.04, 10:42" in spoken(page)[0]
    assert "06.04.2026 (came in 04.04.2026, 10:42)" in words_in(page.panel)


def test_the_menu_of_a_line_offers_what_the_panel_does(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    entries = {action.text(): action for action in menu_of(page).actions() if action.text()}
    assert list(entries) == [
        "Open the application\tEnter",
        "Show the bed on the board",
        "Pass over those before…",
        "Return or strike out, in the application…",
        "Print the reserve journal\tCtrl+P",
    ]
    assert not entries["Pass over those before…"].isEnabled()
    assert entries["Pass over those before…"].toolTip() == "Nobody is served before it"
    entries["Show the bed on the board"].trigger()
    entries["Return or strike out, in the application…"].trigger()
    view = page.view
    assert view is not None
    assert desk.led == [(Place.BED, view.rows[0].waits_for[0].bed_id), (Place.APPLICATION, queue[0])]


def test_a_click_looks_into_a_line(desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot) -> None:
    page = page_of(desk)
    page.close_panel()
    view = page.table.view
    middle = view.visualRect(page.table.model.index(1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert page.panel.application_id == queue[1]
    assert page.is_panel_open


def test_hidden_names_are_told_nowhere(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    page = page_of(desk)
    page.set_names_hidden(True)
    for which in Show:
        page.filters.choose(which)
        told = [*words_in(page), *hints_in(page), *spoken(page)]
        assert not [text for text in told if "Мысалов" in text or "Қасымов" in text]
    page.filters.choose(Show.QUEUE)
    assert spoken(page)[0].startswith("1, Ө-2/26, Ө-2/26 · 6 people")
    page.set_names_hidden(False)
    assert "Мысалов Дәурен" in words_in(page.panel)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("which", list(Show))
def test_in_the_smallest_window_dates_names_and_buttons_stand_whole(
    desk: Desk, page_of: PageOf, queue: list[int], language: str, which: Show
) -> None:
    strike_out_application(desk.office.desk, queue[1], reason="Үлгі")
    words.use_language(language)
    theme().set_density("compact")
    page = page_of(desk)
    page.set_compact(True)
    page.resize(1037, 554)
    page.filters.choose(which)
    cut = [page.table.cut_words(line) for line in page.table.lines]
    assert cut == [""] * len(cut)
    buttons = [page.panel.acts.main, page.panel.acts.open_button, page.panel.acts.pass_button]
    QApplication.sendPostedEvents()
    seen = [button for button in buttons if button.isVisible()]
    assert [button.words for button in seen if button.width() < button.sizeHint().width()] == []


def test_what_is_cut_is_told_where_the_pointer_rests(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    desk.a_family_waits("Ұзынтегіүлгібаевұлымысалбековсынақбаевқиялбеков", 5)
    page = page_of(desk)
    viewport = page.table.view.viewport()
    point = page.table.view.visualRect(page.table.model.index(0)).center()
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, help_event)
    assert "Ұзынтегіүлгібаевұлымысалбековсынақбаевқиялбеков" in QToolTip.text()
    QToolTip.hideText()


def test_letters_typed_into_the_list_go_nowhere(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    qtbot.keyClicks(page.table.view, "2")
    assert chosen(page) == queue[0]
