"""A key held down does its step once: it must not run on through the pages that follow."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.models.tables import Referral
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral, an_application


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, is_held: bool) -> None:
    QTest.simulateEvent(widget, True, key, modifiers, "", is_held)


def press_ctrl_enter(widget: QWidget, *, is_held: bool = False) -> None:
    press(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, is_held=is_held)


@pytest.fixture
def window(workplace: Workplace, qtbot: QtBot) -> Callable[[], MainWindow]:
    def open_it() -> MainWindow:
        made = MainWindow(workplace)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return open_it


def test_ctrl_enter_held_down_opens_the_application_and_issues_nothing(
    workplace: Workplace, window: Callable[[], MainWindow]
) -> None:
    an_application(workplace.desk, size=2)
    journal = window().pages.page("journal")
    assert isinstance(journal, JournalPage)
    press_ctrl_enter(journal.table.view)
    press_ctrl_enter(journal.table.view, is_held=True)
    assert journal.is_panel_open
    assert Referral.select().count() == 0
    press_ctrl_enter(journal.table.view)
    assert Referral.select().count() == 1


def test_ctrl_enter_still_held_hands_no_referral_over(
    workplace: Workplace, window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    referral_id = a_referral(workplace.desk)
    pages = window().pages
    pages.lead(Place.REFERRAL_PAPER, referral_id)
    page = pages.page("paper")
    assert isinstance(page, PaperPage)
    page.side.next_step.set_is_next(True)
    press_ctrl_enter(page.view, is_held=True)
    assert Referral.get().received_on is None
    press_ctrl_enter(page.view)
    assert Referral.get().received_on == workplace.desk.today


def test_page_down_held_down_goes_on_turning_pages(
    workplace: Workplace, window: Callable[[], MainWindow]
) -> None:
    application_id = an_application(workplace.desk, size=15)
    pages = window().pages
    page = pages.page("paper")
    assert isinstance(page, PaperPage)
    page.open_application(application_id)
    pages.show_page("paper")
    press(page.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, is_held=True)
    assert page.view.page == 1


def test_the_key_that_opened_a_question_does_not_answer_it(qtbot: QtBot) -> None:
    question = Question("Strike the line out?", "Strike out")
    qtbot.addWidget(question)
    question.open()
    press_ctrl_enter(question, is_held=True)
    assert question.isVisible()
    press_ctrl_enter(question)
    assert not question.isVisible()
