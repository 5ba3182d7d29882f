"""An office with a clock that can be set, and the first page over it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.models.stay_tables import CalendarYear
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.today.page import TodayPage
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import TestOffice, an_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """An office on Wednesday 18.03.2026 without rooms, whose year is confirmed, and whose bedding lasts."""
    with an_office(tmp_path, beds=0, bedding_days=9_999) as made:
        CalendarYear.create(year=2026, confirmed_on=date(2026, 1, 5), source="№ 1 қаулы")
        yield made


@pytest.fixture
def at_desk(office: TestOffice, tmp_path: Path) -> Workplace:
    """The desk of that office, which tells its pages of every write."""
    changes = Changes()
    office.desk = office.desk._replace(committed=changes.committed.emit)
    return Workplace(office.desk, ComputerSettings(tmp_path / "computer.ini"), changes, Notices())


@pytest.fixture
def open_page(at_desk: Workplace, qtbot: QtBot, qapp: QApplication) -> Callable[[], TodayPage]:
    """Opens the page, 1162 × 736; to be called once the office has what is due."""

    def open_it() -> TodayPage:
        page = TodayPage(at_desk)
        qtbot.addWidget(page)
        page.resize(1162, 736)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.agenda.setFocus()
        return page

    return open_it
