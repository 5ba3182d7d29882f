"""The menus of the intake page: all that is not typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.office import drafts
from kandas_desktop.ui.intake.drafts import kept_forms
from kandas_desktop.ui.intake.menus import applicant_menu, draft_title, row_menu
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from tests.ui.intake.clerk import part_focused, write_applicant, write_minor
from tests.ui.intake.keyboard import write


@pytest.fixture
def family_page(qtbot: QtBot, page: IntakePage) -> IntakePage:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    # Without a screen the lists that were open keep the activation.
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def choose(menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if action.text().startswith(words))
    action.trigger()


def words_of(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def test_a_rows_menu_holds_all_that_its_fields_do_not(family_page: IntakePage) -> None:
    family = family_page.view.family
    assert words_of(row_menu(family, family.rows[0])) == [
        "Slip or permit",
        "It is a residence permit",
        "Countries, IIN, other spellings",
        "Needs an accessible room",
        "Take off the application",
    ]
    assert words_of(row_menu(family, family.rows[1])) == []


def test_the_menu_unfolds_the_slip_of_a_minor_too(family_page: IntakePage) -> None:
    family = family_page.view.family
    family.set_current(family.rows[0])
    choose(row_menu(family, family.rows[0]), "Slip")
    assert part_focused(family_page) == (1, Part.DOCUMENT_NUMBER)


def test_a_family_member_may_come_from_another_country(family_page: IntakePage) -> None:
    family = family_page.view.family
    family.set_current(family.rows[0])
    choose(row_menu(family, family.rows[0]), "Countries")
    assert part_focused(family_page) == (1, Part.ORIGIN)
    write("моңғ")
    family_page.view.focus_part(1, Part.SURNAME)
    assert family.rows[0].person.origin_country == "MN"


def test_who_was_taken_off_can_be_brought_back(family_page: IntakePage) -> None:
    family = family_page.view.family
    choose(row_menu(family, family.rows[0]), "Take off")
    assert family_page.view.form().named_family == []
    choose(row_menu(family, family.rows[0]), "Bring back")
    assert [person.given_name for person in family_page.view.form().named_family] == ["Алихан"]


def test_the_applicants_permit_stands_instead_of_the_slip(family_page: IntakePage) -> None:
    card = family_page.view.card
    choose(applicant_menu(card), "It is a residence permit")
    assert card.person.is_permit
    assert card.box(Part.DOCUMENT_NUMBER).control.accessibleName() == "Residence permit"
    choose(applicant_menu(card), "It is a slip")
    assert not card.person.is_permit


def test_the_applicants_name_in_its_own_script_unfolds(family_page: IntakePage) -> None:
    choose(applicant_menu(family_page.view.card), "Name in its own script")
    assert part_focused(family_page) == (0, Part.NATIVE_NAME)


def _shown_menu(show: Callable[[], object]) -> QMenu:
    show()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_drafts_menu_names_every_draft_and_opens_it(family_page: IntakePage) -> None:
    family_page.begin()
    write("Мысалов")
    menu = _shown_menu(family_page.head.drafts.click)
    assert words_of(menu) == [
        "New application",
        *(draft_title(kept) for kept in kept_forms()),
    ]
    first = next(one for one in menu.findChildren(QMenu) if one.title().startswith("Үлгібаев"))
    choose(first, "Open")
    menu.close()
    assert family_page.view.form().applicant.surname == "Үлгібаев"
    assert len(drafts()) == 2


def test_a_new_application_can_be_begun_from_the_drafts_menu(family_page: IntakePage) -> None:
    menu = _shown_menu(family_page.head.drafts.click)
    choose(menu, "New")
    menu.close()
    assert family_page.view.form().is_empty
    assert len(drafts()) == 1


def test_a_draft_without_a_name_says_so(page: IntakePage) -> None:
    page.view.focus_part(0, Part.BIRTH_PLACE)
    write("Нөкіс")
    page.keeper.save_now()
    assert draft_title(kept_forms()[0]) == "No name yet · 1 person · 18.03.2026 10:42"


@pytest.mark.parametrize("part", [Part.SURNAME, Part.DOCUMENT_NUMBER, Part.IIN])
def test_the_menu_key_opens_the_rows_menu_with_the_fields_own_entries_below(
    family_page: IntakePage, part: Part
) -> None:
    family_page.view.focus_part(1, part)
    field = QApplication.focusWidget()
    assert field is not None
    by_key = QContextMenuEvent.Reason.Keyboard
    menu = _shown_menu(
        lambda: QApplication.sendEvent(
            field, QContextMenuEvent(by_key, QPoint(), field.mapToGlobal(QPoint()))
        )
    )
    said = words_of(menu)
    assert said[0] == "Slip or permit"
    assert "Take off the application" in said
    assert any("Paste" in words.replace("&", "") for words in said[4:])
    menu.close()


def test_the_menu_key_in_the_applicants_fields_keeps_their_own_entries(family_page: IntakePage) -> None:
    family_page.view.focus_part(0, Part.SURNAME)
    menu = _shown_menu(family_page.view.card.menu_asked.emit)
    said = words_of(menu)
    assert said[:2] == ["Name in its own script", "It is a residence permit"]
    assert any("Paste" in words.replace("&", "") for words in said[2:])
    menu.close()
