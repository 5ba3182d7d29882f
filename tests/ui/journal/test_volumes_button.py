import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.volumes import begin_next_volume
from kandas_desktop.queries.journal import open_volume
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.places import Place
from tests.factories import TestOffice, an_application
from tests.ui.journal.on_page import OpenPage, button, choose_in_menu, labels


@pytest.fixture
def first_line(office: TestOffice) -> int:
    return an_application(office.desk)


def test_the_head_names_the_open_volume(open_page: OpenPage, first_line: int) -> None:
    page = open_page()
    assert "2026 · volume 1 · begun 18.03.2026 · 1 entry" in labels(page)


def test_printing_asks_for_the_open_volume(
    open_page: OpenPage, first_line: int, office: TestOffice, qtbot: QtBot
) -> None:
    begin_next_volume(office.desk)
    page = open_page()
    volume = open_volume()
    assert volume is not None
    with qtbot.waitSignal(page.leads_to) as asked:
        button(page, "Print").click()
    assert asked.args == [Place.VOLUME_PAPER, volume.id]
    with qtbot.waitSignal(page.leads_to) as asked:
        choose_in_menu(page.volumes.button.click, "Print 2026 · volume 1")
    assert asked.args == [Place.VOLUME_PAPER, volume.id - 1]


def test_the_next_volume_is_begun_only_after_the_question(
    open_page: OpenPage, first_line: int, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = open_page()
    monkeypatch.setattr(Question, "was_accepted", lambda question: False)
    choose_in_menu(page.volumes.button.click, "Begin the next volume…")
    volume = open_volume()
    assert volume is not None
    assert volume.number == 1
    monkeypatch.setattr(Question, "was_accepted", lambda question: True)
    with qtbot.waitSignal(page.workplace.notices.said) as said:
        choose_in_menu(page.volumes.button.click, "Begin the next volume…")
    assert said.args[:3] == ["Volume 2 is begun.", "done", None]
    volume = open_volume()
    assert volume is not None
    assert volume.number == 2


def opened_menu(page: JournalPage) -> QMenu:
    page.volumes.button.click()
    return page.volumes.findChildren(QMenu)[-1]


def test_no_volume_is_begun_while_the_open_one_is_empty(open_page: OpenPage, office: TestOffice) -> None:
    page = open_page()
    assert "The first volume begins with the first application" in labels(page)
    menu = opened_menu(page)
    assert not menu.actions()[0].isEnabled()
    assert menu.actions()[0].toolTip() == "The open volume has no entries yet (r.5)"
    menu.close()
    an_application(office.desk)
    menu = opened_menu(page)
    assert menu.actions()[0].isEnabled()
    menu.close()
