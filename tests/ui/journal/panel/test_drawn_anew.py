from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.ui.journal.panel import ApplicationPanel
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person, an_application
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import due
from tests.ui.looking import button_in, shown_in, words_in


def test_a_reload_shows_what_another_desk_wrote(workplace: Workplace, show: Show) -> None:
    panel = show(due(workplace.desk))
    issue_referral(workplace.desk, ReferralRequest(1))
    panel.reload()
    assert "Referral issued" in words_in(panel)


def test_a_panel_that_shows_nothing_yet_has_nothing_to_do(workplace: Workplace, qtbot: QtBot) -> None:
    panel = ApplicationPanel(workplace)
    qtbot.addWidget(panel)
    panel.reload()
    panel.set_names_hidden(True)
    panel.take_main_action()
    assert panel.application_id is None


def test_a_reload_keeps_the_place_in_the_middle(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    people = [a_person(name, document=None) for name in ("Дәурен", "Сәуле", "Бибі", "Арман", "Әмина")]
    panel = show(an_application(workplace.desk, *people))
    bar = shown_in(panel, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    panel.reload()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    assert bar.value() == 100


def test_after_a_step_the_keyboard_stands_on_the_next(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    panel.activateWindow()
    button = button_in(panel, "Issue the referral")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert panel.filled_button is not None
    assert panel.filled_button.hasFocus()
