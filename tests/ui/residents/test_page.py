"""The residents page by the keyboard: found, looked into, led on."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.moving_in import move_in, sign_house_rules
from kandas_desktop.actions.notices import record_term_notice
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.queries.residents import Residents
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.residents import table
from kandas_desktop.ui.residents.history import History
from kandas_desktop.ui.residents.page import ResidentsPage
from tests.factories import a_person
from tests.residents import a_family_with_beds
from tests.ui.looking import filled_buttons_in, words_in
from tests.ui.residents.conftest import AnswerWhenOpen, Desk

PageOf = Callable[[Desk], ResidentsPage]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def rows(page: ResidentsPage) -> list[str]:
    return [row.name.full for row in page.table.model.rows]


def press(
    qtbot: QtBot, page: ResidentsPage, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(page.focusWidget() or page, key, modifier)


def test_everybody_who_lives_here_is_listed_and_the_first_is_chosen(desk: Desk, page_of: PageOf) -> None:
    desk.a_family()
    desk.a_family("Әділов", with_son=False)
    page = page_of(desk)
    assert rows(page)[0] == "Әділов Дәурен"
    assert len(rows(page)) == 5
    assert page.table.view.currentIndex().row() == 0
    assert "5 people · 2 households" in words_in(page)


def test_enter_looks_into_a_stay_and_escape_closes_it(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    desk.a_family()
    page = page_of(desk)
    assert not page.panel.isVisible()
    press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Return)
    assert page.panel.isVisible()
    assert "Мысалов Ерасыл" in words_in(page.panel)
    press(qtbot, page, Key.Key_Up)
    qtbot.waitUntil(lambda: page.panel.stay_id == page.table.model.rows[0].stay_id)
    press(qtbot, page, Key.Key_Escape)
    assert not page.panel.isVisible()


def test_a_search_finds_and_the_arrow_leads_to_what_was_found(
    desk: Desk, page_of: PageOf, qtbot: QtBot
) -> None:
    desk.a_family()
    desk.a_family("Әділов", with_son=False)
    page = page_of(desk)
    page.table.filters.focus_search()
    qtbot.keyClicks(page.table.filters.search, "adilov saule")
    assert rows(page) == ["Әділов Сәуле"]
    press(qtbot, page, Key.Key_Down)
    assert page.table.view.hasFocus()
    page.table.filters.focus_search()
    qtbot.keyClicks(page.table.filters.search, "zzz")
    assert "Nobody was found." in words_in(page)
    page.table.empty.pressed.emit()
    assert len(rows(page)) == 5


def test_a_search_without_results_keeps_the_keyboard_and_looks_into_nobody(
    desk: Desk, page_of: PageOf, qtbot: QtBot
) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])
    page.table.filters.focus_search()
    search = page.table.filters.search
    qtbot.keyClicks(search, "zz")
    assert not page.panel.isVisible()
    press(qtbot, page, Key.Key_Return)
    assert search.hasFocus()
    press(qtbot, page, Key.Key_Return, CTRL)
    assert desk.said == []
    qtbot.keyClicks(page.focusWidget(), "z")
    assert search.text() == "zzz"


def test_whose_stay_was_ended_has_nothing_to_sign(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    ended = {"ended_on": desk.office.desk.today, "ended_because": EndReason.FREELY}
    Stay.update(ended).where(Stay.id == family.stays[0]).execute()
    page = page_of(desk)
    page.choose(Residents.UNSIGNED)
    assert rows(page) == ["Мысалов Сәуле"]


def test_a_notice_is_asked_for_by_one_button_until_it_was_given(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    sign_house_rules(desk.office.desk, family.stays[:2], signed_on=desk.office.desk.today)
    desk.office.clock.set(date(2026, 8, 30))
    page = page_of(desk)
    page.show_stay(family.stays[0])
    assert filled_buttons_in(page) == ["Print the notice"]
    assert "Notice" not in [button.words for button in page.panel.findChildren(Button) if button.isVisible()]
    record_term_notice(desk.office.desk, family.application_id)
    assert filled_buttons_in(page) == []
    assert "Notice" in [button.words for button in page.panel.findChildren(Button) if button.isVisible()]


def test_the_filters_show_who_is_meant(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    gone = desk.a_family("Әділов", with_son=False)
    sign_house_rules(desk.office.desk, family.stays[:1], signed_on=desk.office.desk.today)
    record_leaving(desk.office.desk, LeavingRequest(gone.stays, desk.office.desk.today, EndReason.FREELY))
    page = page_of(desk)
    page.choose(Residents.UNSIGNED)
    assert rows(page) == ["Мысалов Сәуле"]
    page.choose(Residents.LEFT)
    assert sorted(rows(page)) == ["Әділов Дәурен", "Әділов Сәуле"]
    page.choose(Residents.ENDING)
    assert "There is nobody of this kind." in words_in(page)
    page.show_stay(gone.stays[0])
    assert page.panel.stay_id == gone.stays[0]


def test_an_empty_center_leads_to_its_beds(desk: Desk, page_of: PageOf) -> None:
    page = page_of(desk)
    assert "Nobody lives in the Center yet." in words_in(page)
    page.table.empty.pressed.emit()
    assert desk.led == [(Place.BED, 0)]


def test_a_place_leads_to_the_stay(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.go_to(Place.RESIDENT, family.stays[1])
    assert page.panel.stay_id == family.stays[1]
    assert page.table.chosen_row is not None
    assert page.table.chosen_row.stay_id == family.stays[1]


def test_the_next_step_is_the_one_filled_button(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])
    assert filled_buttons_in(page) == ["Rules signed…"]
    answer_when_open(lambda question: question.accept_now())
    page.take_main_action()
    assert desk.said == ["2 people signed the house rules."]
    assert filled_buttons_in(page) == []
    desk.office.clock.set(date(2026, 8, 30))
    page.reload()
    assert filled_buttons_in(page) == ["Print the notice"]
    page.take_main_action()
    assert desk.led == [(Place.TERM_NOTICE_PAPER, family.application_id)]
    desk.office.clock.set(date(2026, 9, 20))
    page.reload()
    assert filled_buttons_in(page) == ["Record the leaving…"]
    assert "Room to be left by 21.09.2026 · 1 day left" in words_in(page)


def test_whoever_has_no_bed_is_led_to_the_board(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    BedUse.delete().where(BedUse.stay == family.stays[2]).execute()
    page = page_of(desk)
    page.show_stay(family.stays[2])
    assert filled_buttons_in(page) == ["Give a bed"]
    page.take_main_action()
    assert desk.led == [(Place.MOVE, family.stays[2])]


def test_f6_begins_the_move_of_the_chosen(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    family = desk.a_family()
    page = page_of(desk)
    press(qtbot, page, Key.Key_F6)
    assert desk.led == [(Place.MOVE, family.stays[0])]


def test_ctrl_p_prints_what_is_due(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    family = desk.a_family()
    page = page_of(desk)
    qtbot.keyClick(page.focusWidget() or page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    sign_house_rules(desk.office.desk, family.stays[:2], signed_on=desk.office.desk.today)
    qtbot.keyClick(page.focusWidget() or page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.led == [
        (Place.HOUSE_RULES_PAPER, family.referral_id),
        (Place.TERM_NOTICE_PAPER, family.application_id),
    ]


def test_the_menu_offers_everything_with_the_reason_why_not(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family(with_son=False)
    page = page_of(desk)
    page.show_stay(family.stays[0])
    menu = page.panel.steps.menu()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    entries["Add a family member…"].trigger()
    entries["Print the house rules"].trigger()
    entries["Record a breach…"].trigger()
    entries["New petition…"].trigger()
    assert desk.led == [
        (Place.INTAKE_JOINING, family.application_id),
        (Place.HOUSE_RULES_PAPER, family.referral_id),
        (Place.NEW_BREACH, family.stays[0]),
        (Place.NEW_PETITION, family.stays[0]),
    ]
    record_leaving(
        desk.office.desk,
        LeavingRequest(family.stays[1:], desk.office.desk.today, EndReason.FREELY, ""),
    )
    menu = page.panel.steps.menu()
    contact = next(action for action in menu.actions() if action.text() == "Choose the contact…")
    assert (contact.isEnabled(), contact.toolTip()) == (False, "Only one adult lives here")


def test_ctrl_enter_asks_who_left_and_records_it(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    sign_house_rules(desk.office.desk, family.stays[:2], signed_on=desk.office.desk.today)
    page = page_of(desk)
    page.show_stay(family.stays[2])

    def answer(question: Any) -> None:
        assert question.people.chosen() == (family.stays[2],)
        question.destination.control.set_value("Үлгі қаласы")
        qtbot.keyClick(question, Key.Key_Return, CTRL)

    answer_when_open(answer)
    page.take_main_action()
    assert desk.said == ["Ө-1/26: 1 person left on 18.03.2026."]
    assert Stay.get_by_id(family.stays[2]).destination == "Үлгі қаласы"
    assert "Left on 18.03.2026" in words_in(page.panel)


def test_what_was_undone_is_gone_from_the_page(desk: Desk, page_of: PageOf) -> None:
    family = a_family_with_beds(desk.office.desk, a_person())
    act = move_in(
        desk.office.desk, family.referral_id, people=family.people, moved_in_on=desk.office.desk.today
    )
    page = page_of(desk)
    page.show_stay(family.stays[0])
    undo(desk.office.desk, act)
    assert rows(page) == []
    assert not page.panel.isVisible()


def test_those_who_left_are_read_page_by_page_as_they_are_seen(
    desk: Desk, page_of: PageOf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kandas_desktop.ui.residents.model.PAGE", "kandas_desktop.queries.residents.PAGE"):
        monkeypatch.setattr(name, 2)
    for name in ("resident_list", "left_residents"):
        whole = getattr(table, name)
        monkeypatch.setattr(table, name, partial(whole, limit=2))
    family = desk.a_family()
    record_leaving(desk.office.desk, LeavingRequest(family.stays, desk.office.desk.today, EndReason.FREELY))
    page = page_of(desk)
    page.table.model.show_rows((), 0)
    page.choose(Residents.LEFT)
    assert page.table.model.rowCount() == 3
    assert page.table.model.row(2) is not None
    assert len(rows(page)) == 3


def test_hidden_names_stand_nowhere_on_the_page(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])
    page.set_names_hidden(True)
    shown = " ".join(words_in(page))
    assert "Мысалов" not in shown
    assert "42 years" not in shown
    index = page.table.model.index(0)
    assert "Мысалов" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ө-1/26" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_history_tells_what_was_recorded_and_unfolds(desk: Desk, page_of: PageOf) -> None:
    family = desk.a_family()
    sign_house_rules(desk.office.desk, family.stays[:1], signed_on=desk.office.desk.today)
    sign_house_rules(desk.office.desk, family.stays[1:2], signed_on=desk.office.desk.today)
    page = page_of(desk)
    page.show_stay(family.stays[0])
    (history,) = page.panel.findChildren(History)
    assert history.more is not None
    history.more.click()
    shown = words_in(page.panel)
    assert "Application registered" in shown
    assert "Moved in" in shown


def test_tab_leads_from_the_row_to_the_next_step_and_last_to_the_cross(
    desk: Desk, page_of: PageOf, qtbot: QtBot
) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])
    page.table.view.setFocus()
    stops: list[str] = []
    while "Close" not in stops and len(stops) < 20:
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        focused = page.focusWidget()
        stops.append(focused.accessibleName() if focused else "")
    assert page.panel.filled_button is not None
    assert stops[0] == page.panel.filled_button.accessibleName()
    assert "More actions" in stops
    assert stops.index("Change the status…") > stops.index("More actions")
    assert stops[-1] == "Close"


def test_ctrl_and_the_page_keys_ask_for_other_residents(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    desk.a_family()
    page = page_of(desk)
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    chips = page.table.filters.chips
    assert chips[Residents.LEFT].isChecked()
    qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert chips[Residents.NOW].isChecked()
