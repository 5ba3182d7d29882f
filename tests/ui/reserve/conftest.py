"""The reserve's page of an office in which three households wait: six people, two, and one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.notice_queue import Action
from kandas_desktop.ui.reserve.page import ReservePage
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import (
    TestOffice,
    a_person,
    a_referral_moved_in,
    a_waiting_application,
    an_office,
)

AnswerWhenOpen = Callable[[Callable[[Any], None]], None]
GIVEN_NAMES = ("Дәурен", "Сәуле", "Аяла", "Бибі", "Нұрлан", "Арман")


@dataclass
class Desk:
    """An office, its workplace, what was said in the foot strip, and where the page led."""

    office: TestOffice
    workplace: Workplace
    said: list[str] = field(default_factory=list)
    offered: list[Action | None] = field(default_factory=list)
    led: list[tuple[str, int]] = field(default_factory=list)

    def hear(self, text: str, _kind: str, action: Action | None) -> None:
        self.said.append(text)
        self.offered.append(action)

    def a_family_waits(self, surname: str, size: int) -> int:
        people = [a_person(name, surname=surname) for name in GIVEN_NAMES[:size]]
        application_id = a_waiting_application(self.office.desk, *people)
        self.office.clock.go_on(minutes=5)
        return application_id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An office of seven beds on Wednesday 18.03.2026; three are slept in until 18.09.2026."""
    with an_office(tmp_path) as office:
        changes = Changes()
        office.desk = office.desk._replace(committed=changes.committed.emit)
        notices = Notices()
        settings = ComputerSettings(tmp_path / "computer.ini")
        made = Desk(office, Workplace(office.desk, settings, changes, notices))
        notices.said.connect(made.hear)
        a_referral_moved_in(office.desk, size=3)
        yield made


@pytest.fixture
def queue(desk: Desk) -> list[int]:
    """Six people, for whom two beds are wanting, and two smaller households behind them."""
    waiting = (("Мысалов", 6), ("Қасымов", 2), ("Нобаев", 1))
    return [desk.a_family_waits(surname, size) for surname, size in waiting]


@pytest.fixture
def page_of(qtbot: QtBot) -> Callable[[Desk], ReservePage]:
    """The page, shown in a window of usual size."""

    def show(desk: Desk) -> ReservePage:
        page = ReservePage(desk.workplace)
        qtbot.addWidget(page)
        page.leads_to.connect(lambda place, id_: desk.led.append((place, id_)))
        page.resize(1162, 704)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return page

    return show


@pytest.fixture
def answer_when_open(qtbot: QtBot) -> AnswerWhenOpen:
    """Answer the next question as soon as it is open."""

    def answer(act: Callable[[Any], None]) -> None:
        def act_on_the_open_one() -> None:
            question = QApplication.activeModalWidget()
            assert isinstance(question, Question)
            act(question)

        QTimer.singleShot(0, act_on_the_open_one)

    return answer
