"""Refusals in the foot strip, with names and while names are hidden (F9)."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.desk import Refused
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.ui.attempt import attempt
from kandas_desktop.ui.kit.foot_strip import FootStrip
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.workplace import Workplace

PERSON = HouseholdPerson(0, PersonName("Мысалов", "Ерасыл"), BirthDate(1984, 6, 22))
OBSTACLES = (
    Obstacle(ObstacleKind.LEFT, Clause.R13, name="Мысалов Ерасыл"),
    Obstacle(ObstacleKind.LEFT, Clause.R13, name="Мысалова Алма"),
    Obstacle(ObstacleKind.BED_NOT_FREE, Clause.R7, PERSON, name="101-2"),
)


@pytest.fixture
def said(workplace: Workplace) -> list[str]:
    said: list[str] = []
    workplace.notices.said.connect(lambda text, kind, action: said.append(text))
    return said


def refused() -> int:
    raise Refused(OBSTACLES)


def test_a_refusal_names_whom_it_concerns(workplace: Workplace, said: list[str]) -> None:
    attempt_act(workplace, refused, done="")
    (text,) = said
    assert text.count("Мысалов") == 3


def test_while_names_are_hidden_it_names_the_bed_and_nobody(workplace: Workplace, said: list[str]) -> None:
    workplace.names_hidden = True
    attempt_act(workplace, refused, done="")
    (text,) = said
    assert text == "Left already (r.13). The bed is not free: 101-2 (r.7)."


def test_words_of_a_page_are_given_nobody_to_name(workplace: Workplace, said: list[str]) -> None:
    workplace.names_hidden = True
    attempt(workplace, refused, done=lambda: "", sentence=lambda each: f"{each.kind} {each.name}")
    assert "Мысалов" not in said[0]


def test_a_page_that_knows_the_numbers_of_people_names_them_itself(
    workplace: Workplace, said: list[str]
) -> None:
    workplace.names_hidden = True
    attempt(
        workplace,
        refused,
        done=lambda: "",
        sentence=lambda each: each.kind,
        unnamed=lambda each: f"№ {OBSTACLES.index(each)}",
    )
    assert said == ["№ 0. № 1. № 2."]


def test_the_window_tells_everybody_that_names_are_hidden(workplace: Workplace, qtbot: QtBot) -> None:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert workplace.names_hidden
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not workplace.names_hidden


def test_what_was_said_before_f9_names_nobody_until_names_are_shown_again(
    workplace: Workplace, qtbot: QtBot
) -> None:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    attempt_act(workplace, refused, done="")
    strip = window.findChild(FootStrip)
    assert strip is not None
    window.hide_names(True)
    assert strip.shown is not None
    assert [strip.shown.text, *(notice.text for notice in strip.history)] == [
        "Left already (r.13). The bed is not free: 101-2 (r.7)."
    ] * 2
    window.hide_names(False)
    assert strip.shown is not None
    assert "Мысалов Ерасыл" in strip.shown.text
