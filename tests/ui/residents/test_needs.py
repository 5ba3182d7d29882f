"""Who of a household needs an accessible room: said in the panel, corrected from its menu."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.queries.resident_household import HistoryLine
from kandas_desktop.ui.residents.history_words import history_text, history_title
from kandas_desktop.ui.residents.page import ResidentsPage
from tests.ui.looking import words_in
from tests.ui.residents.conftest import AnswerWhenOpen, Desk

NEED = "Needs an accessible room"


def test_it_is_corrected_from_the_menu_and_hidden_with_the_names(
    desk: Desk, page_of: Callable[[Desk], ResidentsPage], qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])
    assert NEED not in words_in(page.panel)

    def answer(question: Any) -> None:
        next(iter(question.ticks.values())).setChecked(True)
        qtbot.keyClick(question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answer_when_open(answer)
    menu = page.panel.steps.menu()
    next(one for one in menu.actions() if one.text() == "Who needs an accessible room…").trigger()
    assert next(row.needs_accessible for row in ApplicationPerson.select())
    assert words_in(page.panel).count(NEED) == 1
    page.set_names_hidden(True)
    assert NEED not in words_in(page.panel)


def test_who_needs_an_accessible_room_is_told_but_not_while_names_are_hidden() -> None:
    line = HistoryLine(
        at=datetime(2026, 3, 20, 10),
        operator="Сынақбаева С.",
        verb="record needs",
        subject="application",
        detail={"before": [], "after": ["Мысалов Сәуле"]},
        is_undone=False,
    )
    assert history_title(line) == "Who needs an accessible room"
    assert history_text(line, hidden=False) == "nobody → Мысалов Сәуле"
    assert history_text(line, hidden=True) == ""
