"""Who needs an accessible room is ticked beside the person, with a key, without standing in anybody's way."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.intake.drafts import kept_forms
from kandas_desktop.ui.intake.menus import applicant_menu, row_menu
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.need_line import NeedLine
from tests.ui.intake.clerk import registered, write_applicant, write_minor
from tests.ui.intake.keyboard import CONTROL, fill, press, write


def need() -> None:
    press(Qt.Key.Key_B, CONTROL)


def needs_said(page: IntakePage) -> list[int]:
    """The rows under which it is said."""
    return [
        number
        for number, row in enumerate(page.view.family.rows, 1)
        if any(not line.isHidden() for line in row.findChildren(NeedLine))
    ]


def test_a_key_ticks_it_for_whom_the_clerk_writes_down(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    write_minor("Үлгібаева", "Аяла", "30.10.2014", "қызы")
    fill("Нобаева", "Күлән", "")
    # Without a screen the lists that were open keep the activation.
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    need()
    fill("1951", "анасы", "ықтиярхат 031-77")
    assert needs_said(page) == [2]
    people = registered(qtbot, page).people
    assert [person.household.needs_accessible for person in people] == [False, False, True]


def test_the_key_takes_it_back(page: IntakePage) -> None:
    write_applicant()
    fill("Нобаева", "Күлән", "")
    need()
    need()
    assert needs_said(page) == []
    assert not page.view.form().family[0].is_in_need


def test_the_applicants_tick_stands_at_the_head_of_the_card(page: IntakePage) -> None:
    write("Үлгібаев")
    assert not page.view.card.need.isChecked()
    need()
    assert page.view.card.need.isChecked()
    assert page.view.form().applicant.is_in_need
    page.view.card.need.click()
    assert not page.view.form().applicant.is_in_need


def test_nobody_passes_it_with_tab(page: IntakePage) -> None:
    assert page.view.card.need not in page.view.stops()
    assert page.view.card.need.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_in_an_empty_row_nobody_is_asked_for(page: IntakePage) -> None:
    write_applicant()
    need()
    assert not any(person.is_in_need for person in [page.view.form().applicant, *page.view.form().family])


def test_whoever_is_joined_is_asked_nothing(page: IntakePage) -> None:
    page.view.form().joins_id = 7
    page.view.focus_first()
    page.view.change_need()
    assert not page.view.form().applicant.is_in_need


def test_the_menus_tick_it_too(page: IntakePage) -> None:
    write_applicant()
    write_minor("Үлгібаева", "Аяла", "30.10.2014", "қызы")
    row = page.view.family.rows[0]
    for menu in (applicant_menu(page.view.card), row_menu(page.view.family, row)):
        next(one for one in menu.actions() if one.text().startswith("Needs an accessible room")).trigger()
    assert page.view.card.need.isChecked()
    assert needs_said(page) == [1]


def test_a_draft_keeps_it(page: IntakePage) -> None:
    write("Үлгібаев")
    need()
    assert page.keeper.save_now()
    assert [kept.form.applicant.is_in_need for kept in kept_forms()] == [True]


def test_a_tick_alone_is_nobody() -> None:
    person = PersonForm()
    person.set_in_need(True)
    assert person.is_empty
    assert person.get(Part.NEEDS_ACCESSIBLE)


def test_nobody_reads_it_while_names_are_hidden(page: IntakePage) -> None:
    write_applicant()
    need()
    fill("Нобаева", "Күлән", "")
    need()
    page.set_names_hidden(True)
    assert needs_said(page) == []
    assert not page.view.card.need.isVisible()
    page.set_names_hidden(False)
    assert needs_said(page) == [1]
    assert page.view.card.need.isVisible()


@pytest.mark.parametrize(("hidden", "is_said"), [(False, True), (True, False)])
def test_a_small_windows_line_says_it_of_the_applicant(page: IntakePage, hidden: bool, is_said: bool) -> None:
    page.set_compact(True)
    need()
    write_applicant()
    page.set_names_hidden(hidden)
    assert page.view.applicant.line.isVisible()
    assert ("Needs an accessible room" in page.view.applicant.line.accessibleName()) is is_said
