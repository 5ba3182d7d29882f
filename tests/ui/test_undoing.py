"""Ctrl+Z takes back the last act of the day long after its notice went, and says so where there is none."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.rooms import put_in_service, take_out_of_service
from kandas_desktop.models.stay_tables import Bed, Outage
from kandas_desktop.ui.kit.notice_queue import Action
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.workplace import Workplace
from tests.ui.conftest import NOW

CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = "There is nothing to undo."
OF_AN_APPLICATION = "What has a number is struck out, a day of receipt corrected: in the application's menu."


@pytest.fixture
def window(workplace: Workplace, qtbot: QtBot) -> MainWindow:
    shown = MainWindow(workplace)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.go_to("linen")
    return shown


@pytest.fixture
def said(workplace: Workplace) -> list[str]:
    said: list[str] = []
    workplace.notices.said.connect(lambda text, kind, action: said.append(text))
    return said


def take_out(workplace: Workplace, bed: Bed) -> None:
    today = workplace.desk.today
    attempt_act(
        workplace,
        lambda: take_out_of_service(
            workplace.desk, bed.id, reason="Кран ағады", began_on=today, expected_until=None
        ),
        done="out",
    )


def press_undo(window: MainWindow) -> None:
    QTest.keyClick(window.pages.currentWidget(), Qt.Key.Key_Z, CTRL)


def test_the_last_act_is_taken_back_after_its_notice_went(
    window: MainWindow, workplace: Workplace, said: list[str]
) -> None:
    take_out(workplace, Bed.select().first())
    window._foot.close_notice()
    press_undo(window)
    assert Outage.select().count() == 0
    window._foot.close_notice()
    press_undo(window)
    assert said == ["out", "Undone.", NOTHING]


def test_only_the_last_of_two_acts_is_taken_back(window: MainWindow, workplace: Workplace) -> None:
    first, second = Bed.select().limit(2)
    for bed in (first, second):
        take_out(workplace, bed)
    for _time in range(2):
        while window._foot.shown is not None:
            window._foot.close_notice()
        press_undo(window)
    assert [outage.bed for outage in Outage.select()] == [first]


def test_what_was_written_since_keeps_the_act_before_it(
    window: MainWindow, workplace: Workplace, said: list[str]
) -> None:
    first, second = Bed.select().limit(2)
    take_out(workplace, second)
    take_out(workplace, first)
    put_in_service(workplace.desk, second.id)
    window._foot.close_notice()
    press_undo(window)
    assert said[-1] == NOTHING


def test_yesterdays_act_is_not_taken_back_unseen(
    window: MainWindow, workplace: Workplace, said: list[str]
) -> None:
    take_out(workplace, Bed.select().first())
    window._foot.close_notice()
    workplace.desk = workplace.desk._replace(now=lambda: NOW + timedelta(days=1))
    press_undo(window)
    assert said[-1] == NOTHING
    assert Outage.select().count() == 1


def test_what_has_its_own_way_back_keeps_the_act_before_it(
    window: MainWindow, workplace: Workplace, said: list[str]
) -> None:
    take_out(workplace, Bed.select().first())
    workplace.notices.done("thrown away", Action("Bring back", lambda: None, "Ctrl+Z"))
    while window._foot.shown is not None:
        window._foot.close_notice()
    press_undo(window)
    assert said[-1] == NOTHING
    assert Outage.select().count() == 1


@pytest.mark.parametrize(
    ("page", "otherwise"),
    [
        ("journal", OF_AN_APPLICATION),
        ("reserve", OF_AN_APPLICATION),
        ("intake", OF_AN_APPLICATION),
        ("today", OF_AN_APPLICATION),
        ("residents", "The day of moving in and the leaving are corrected in the person's menu."),
        ("decisions", "The last step is taken back in the menu of the file or the petition."),
        ("beds", "Whoever was moved is moved back (F6); days are corrected on Residents."),
        ("linen", ""),
        ("rooms", ""),
        ("settings", ""),
    ],
)
def test_with_nothing_to_undo_each_page_names_its_own_way_to_correct(
    window: MainWindow, said: list[str], page: str, otherwise: str
) -> None:
    window.go_to(page)
    press_undo(window)
    assert said == [f"{NOTHING} {otherwise}".strip()]


def test_beside_a_paper_the_way_to_correct_is_that_of_the_page_from_which_it_was_opened(
    window: MainWindow, said: list[str]
) -> None:
    window.go_to("residents")
    window.go_to("paper")
    press_undo(window)
    assert said[-1].endswith("in the person's menu.")
