"""The residents page of an office in which families live."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.rooms import RoomRequest
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.residents.page import ResidentsPage
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import TestOffice, a_person, an_office
from tests.residents import Family, a_resident_family

AnswerWhenOpen = Callable[[Callable[[Any], None]], None]


@dataclass
class Desk:
    """An office, its workplace, and what was said in the foot strip."""

    office: TestOffice
    workplace: Workplace
    said: list[str]
    led: list[tuple[str, int]]

    def a_family(self, surname: str = "Мысалов", *, with_son: bool = True) -> Family:
        people = [a_person(surname=surname), a_person("Сәуле", surname=surname, kinship="жұбайы")]
        if with_son:
            people.append(
                a_person("Ерасыл", surname=surname, born=BirthDate(2015, 2, 1), document=None, kinship="ұлы")
            )
        return a_resident_family(self.office.desk, *people)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    rooms = [RoomRequest(1, str(name), RoomKind.FAMILY, beds=4) for name in range(101, 106)]
    with an_office(tmp_path, rooms=rooms) as office:
        changes = Changes()
        office.desk = office.desk._replace(committed=changes.committed.emit)
        notices = Notices()
        workplace = Workplace(office.desk, ComputerSettings(tmp_path / "computer.ini"), changes, notices)
        said: list[str] = []
        notices.said.connect(lambda text, _kind, _action: said.append(text))
        yield Desk(office, workplace, said, [])


@pytest.fixture
def page_of(qtbot: QtBot) -> Callable[[Desk], ResidentsPage]:
    """The page, shown in a window of usual size."""

    def show(desk: Desk) -> ResidentsPage:
        page = ResidentsPage(desk.workplace)
        qtbot.addWidget(page)
        page.leads_to.connect(lambda place, id_: desk.led.append((place, id_)))
        page.resize(1162, 736)
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
            try:
                act(question)
            finally:
                if question.isVisible():  # or the test would wait for an answer for ever
                    question.reject()

        QTimer.singleShot(0, act_on_the_open_one)

    return answer
