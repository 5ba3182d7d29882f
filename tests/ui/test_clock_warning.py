"""A clock that is behind the journal is told on the first pages at once, before anybody acts."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.workplace import Workplace
from tests.factories import an_application
from tests.ui.conftest import NOW

SENTENCE = (
    "The computer's clock shows 18.03.2025, but the journal has an entry of 18.03.2026. "
    "Set the clock right (r.5)."
)


@pytest.fixture
def said(workplace: Workplace) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind, action: heard.append((text, kind)))
    return heard


def _a_year_back(workplace: Workplace) -> None:
    workplace.desk = workplace.desk._replace(now=lambda: NOW - timedelta(days=365))


@pytest.mark.parametrize("page", ["today", "beds"])
def test_a_clock_a_year_back_is_told_until_it_is_closed(
    workplace: Workplace, qtbot: QtBot, said: list[tuple[str, str]], page: str
) -> None:
    an_application(workplace.desk)
    _a_year_back(workplace)
    window = MainWindow(workplace, page)
    qtbot.addWidget(window)
    window.show()
    assert said == [(SENTENCE, "fault")]


def test_it_is_told_once_for_each_day_that_the_clock_shows(
    workplace: Workplace, qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    an_application(workplace.desk)
    _a_year_back(workplace)
    window = MainWindow(workplace, "today")
    qtbot.addWidget(window)
    window.show()
    window.go_to("beds")
    assert len(said) == 1
    workplace.desk = workplace.desk._replace(now=lambda: NOW - timedelta(days=364))
    workplace.changes.day_turned.emit()
    assert len(said) == 2


def test_a_clock_that_is_right_is_no_news(
    workplace: Workplace, qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    an_application(workplace.desk)
    window = MainWindow(workplace, "today")
    qtbot.addWidget(window)
    window.show()
    assert said == []


@pytest.mark.parametrize("page", ["today", "journal"])
def test_it_goes_from_every_page_once_the_clock_is_right(
    workplace: Workplace, qtbot: QtBot, page: str
) -> None:
    an_application(workplace.desk)
    _a_year_back(workplace)
    window = MainWindow(workplace, "today")
    qtbot.addWidget(window)
    window.show()
    window.go_to(page)
    assert window._foot.shown is not None
    workplace.desk = workplace.desk._replace(now=lambda: NOW)
    workplace.changes.day_turned.emit()
    assert window._foot.shown is None
    assert [notice.text for notice in window._foot.history] == [SENTENCE]


def test_another_wrong_day_takes_the_place_of_the_one_before(workplace: Workplace, qtbot: QtBot) -> None:
    an_application(workplace.desk)
    _a_year_back(workplace)
    window = MainWindow(workplace, "today")
    qtbot.addWidget(window)
    window.show()
    workplace.desk = workplace.desk._replace(now=lambda: NOW - timedelta(days=364))
    workplace.changes.day_turned.emit()
    assert window._foot.shown is not None
    assert window._foot.shown.text == SENTENCE.replace("18.03.2025", "19.03.2025")
    window._foot.close_notice()
    assert window._foot.shown is None
