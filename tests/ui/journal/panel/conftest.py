"""The side panel over an office whose clock can be set."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.placing import bed_choice
from kandas_desktop.ui.journal.beds_question import BedsQuestion
from kandas_desktop.ui.journal.panel import ApplicationPanel
from kandas_desktop.ui.journal.panel_foot import PanelFoot
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.workplace import Workplace
from tests.factories import Clock, TestOffice
from tests.ui.looking import shown_in

Show = Callable[[int], ApplicationPanel]
Ask = Callable[[int], BedsQuestion]


@pytest.fixture
def clock(office: TestOffice) -> Clock:
    return office.clock


@pytest.fixture
def workplace(at_desk: Workplace) -> Workplace:
    return at_desk


@pytest.fixture
def said(workplace: Workplace) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind: heard.append((kind, text)))
    return heard


@pytest.fixture
def show(workplace: Workplace, qtbot: QtBot) -> Callable[[int], ApplicationPanel]:
    def shown(application_id: int) -> ApplicationPanel:
        panel = ApplicationPanel(workplace)
        qtbot.addWidget(panel)
        panel.show_application(application_id)
        panel.resize(panel.width(), 736)
        panel.show()
        return panel

    return shown


def menu_of(panel: ApplicationPanel) -> QMenu:
    return shown_in(panel, PanelFoot).menu()


@pytest.fixture
def ask(qtbot: QtBot, workplace: Workplace) -> Ask:
    """Asks for the beds of an application, and names nobody where ``hidden``."""

    def ask(application_id: int, *, hidden: bool = False) -> BedsQuestion:
        today = workplace.desk.today
        choice = bed_choice(application_id, today)
        question = BedsQuestion(choice, PeopleWords(choice.number, hidden, today))
        qtbot.addWidget(question)
        question.show()
        return question

    return ask
