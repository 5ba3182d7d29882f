"""Ctrl+Z on the intake page: whoever was taken off and whatever was thrown away comes back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.office import drafts
from kandas_desktop.ui.intake.drafts import kept_forms
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.workplace import Workplace
from tests.ui.intake.clerk import write_applicant, write_minor
from tests.ui.intake.keyboard import CONTROL, press, write


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> MainWindow:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pages.take_in()
    return window


@pytest.fixture
def page(window: MainWindow) -> IntakePage:
    page = window.pages.page("intake")
    assert isinstance(page, IntakePage)
    return page


def _names(page: IntakePage) -> list[str]:
    return [person.given_name for person in page.view.form().named_family]


def test_control_z_puts_people_back_where_they_stood(page: IntakePage, window: MainWindow) -> None:
    write_applicant()
    for given_name in ("Алихан", "Аяулым", "Санжар"):
        write_minor("Нобаев", given_name, "27.05.2011", "ұлы")
    for _time in range(2):
        press(Qt.Key.Key_Up, CONTROL)
    press(Qt.Key.Key_Delete, CONTROL)  # Аяулым; the keyboard goes on to Санжар
    press(Qt.Key.Key_Delete, CONTROL)
    assert _names(page) == ["Алихан"]
    assert window._foot.shown is not None
    assert window._foot.shown.text == "Нобаев Санжар was taken off the application"
    press(Qt.Key.Key_Z, CONTROL)
    assert _names(page) == ["Алихан", "Санжар"]
    page.view.family.bring_back()
    assert _names(page) == ["Алихан", "Аяулым", "Санжар"]


def test_control_z_is_the_fields_own_while_nothing_is_offered(page: IntakePage) -> None:
    write("Үлгі")
    press(Qt.Key.Key_Z, CONTROL)
    assert page.view.form().applicant.surname == ""


def test_control_z_reopens_the_draft_that_was_thrown_away(page: IntakePage) -> None:
    write_applicant()
    page.keeper.save_now()
    page.shelf.throw_away(kept_forms()[0])
    assert (drafts(), page.view.form().is_empty) == ([], True)
    press(Qt.Key.Key_Z, CONTROL)
    assert page.view.form().applicant.surname == "Үлгібаев"
    assert page.keeper.draft_id == drafts()[0].id
