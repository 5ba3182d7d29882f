"""Choosing among the people of a large family."""

from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.stay_questions import ChoosePeople


def test_the_tick_with_the_focus_is_seen_among_more_than_a_screen_holds(qtbot: QtBot) -> None:
    people = ChoosePeople("Who came", [(key, f"Мысалов {key}", "", True) for key in range(40)])
    qtbot.addWidget(people)
    people.show()
    qtbot.waitActive(people)
    area = people.findChild(QScrollArea)
    assert area is not None
    inside = area.widget()
    first, *_between, last = people.ticks.values()
    for tick in (last, first):
        assert not area.viewport().rect().contains(tick.geometry().translated(inside.pos()))
        tick.setFocus()
        qtbot.waitUntil(tick.hasFocus)
        assert area.viewport().rect().contains(tick.geometry().translated(inside.pos()))
