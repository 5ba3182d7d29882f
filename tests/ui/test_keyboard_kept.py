"""What has the keyboard may vanish: the keyboard stays on the page then, and Tab reaches everything on it."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.rules.household import ResidenceDocument
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.navigation import NavigationBar
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.questions import DocumentQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_slip
from tests.ui.journal.panel.states import blocked

PAGES = ["today", "journal", "reserve", "beds", "residents", "decisions", "linen", "rooms"]


def _stops(page: QWidget) -> list[QAbstractButton]:
    """The buttons of a page at which Tab stops."""
    buttons = page.findChildren(QAbstractButton)
    return [
        each
        for each in buttons
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _with_keyboard_on_a_button(window: MainWindow, name: str) -> QAbstractButton:
    window.go_to(name)
    button = _stops(window.pages.page(name))[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    return button


def _is_at_home(window: MainWindow, name: str) -> bool:
    page = window.pages.page(name)
    home = page.focusProxy()
    focused = window.focusWidget()
    assert home is not None
    assert focused is not None
    return focused.isVisible() and (focused is home or home.focusProxy() is focused)


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_stays_on_the_page_when_its_button_is_hidden(window: MainWindow, name: str) -> None:
    _with_keyboard_on_a_button(window, name).hide()
    assert _is_at_home(window, name)


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_stays_on_the_page_when_its_button_is_greyed_out(window: MainWindow, name: str) -> None:
    _with_keyboard_on_a_button(window, name).setEnabled(False)
    assert _is_at_home(window, name)


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_comes_back_to_the_page_from_a_question_behind_which_its_button_went(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    button = _with_keyboard_on_a_button(window, name)
    question = QDialog(window)
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    button.hide()
    question.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert _is_at_home(window, name)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_on_a_page_and_comes_round(
    window: MainWindow, qtbot: QtBot, name: str, key: Qt.Key
) -> None:
    window.go_to(name)
    page, navigation = window.pages.page(name), window.findChild(NavigationBar)
    assert navigation is not None
    reached: list[QWidget] = []
    while (focused := window.focusWidget()) not in reached:
        assert focused is not None
        reached.append(focused)
        qtbot.keyClick(focused, key)
    assert window.focusWidget() is reached[0]
    assert set(_stops(page)) <= set(reached)
    assert any(navigation.isAncestorOf(each) for each in reached)


def test_the_keyboard_goes_on_to_the_next_obstacle_once_a_slip_is_entered(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(parent: QWidget, *_arguments: object, **_named: object) -> ResidenceDocument:
        question = QDialog(parent)  # takes the window's keyboard, as the question does
        QTimer.singleShot(0, question.close)
        question.exec()
        return a_slip("20-999")

    monkeypatch.setattr(DocumentQuestion, "ask", ask)
    window.pages.lead(Place.APPLICATION, blocked(workplace.desk))
    page = window.pages.page("journal")
    assert isinstance(page, JournalPage)
    assert page.panel is not None
    first = page.panel.filled_button
    assert first is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focused = window.focusWidget()
    assert isinstance(focused, Button)
    assert focused is page.panel.filled_button
    assert (focused is first, focused.words) == (False, "Enter the date")


def test_the_keyboard_goes_to_the_list_once_the_last_petition_is_answered(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    stay = Stay.select().first()
    filed = file_petition(workplace.desk, stay.id, filed_on=workplace.desk.today, request="Үлгі сұрайды")
    window.pages.lead(Place.PETITION, filed)
    page = window.pages.page("decisions")
    assert isinstance(page, DecisionsPage)
    form = page.petition_panel.form
    assert form is not None
    form.text.control.set_value("Жауап берілді")
    form.text.control.setFocus()
    page.take_main_action()
    assert not page.table.lines
    assert page.table.empty.isAncestorOf(window.focusWidget() or window)
