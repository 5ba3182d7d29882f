"""An office with a clock that can be set, and the journal's page over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import (
    TestOffice,
    a_person,
    a_waiting_application,
    an_application,
    an_office,
    leave_no_bed_free,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """A new office on Wednesday 18.03.2026, with seven beds."""
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def at_desk(office: TestOffice, tmp_path: Path) -> Workplace:
    """The desk of that office, which tells its pages of every write."""
    changes = Changes()
    office.desk = office.desk._replace(committed=changes.committed.emit)
    return Workplace(office.desk, ComputerSettings(tmp_path / "computer.ini"), changes, Notices())


@pytest.fixture
def open_page(at_desk: Workplace, qtbot: QtBot) -> Iterator[Callable[[], JournalPage]]:
    """Opens the journal's page, 1162 × 736 and loaded; to be called once the office has its lines."""
    pages: list[JournalPage] = []

    def open_it() -> JournalPage:
        page = JournalPage(at_desk)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1162, 736)
        page.show()
        qtbot.waitUntil(lambda: not page.table.is_loading)
        page.table.view.setFocus()
        return page

    yield open_it
    for page in pages:
        page.close()


@pytest.fixture
def lines(office: TestOffice) -> dict[str, int]:
    """Struck out, returned, waiting, due; the due one newest."""
    desk = office.desk
    struck_out = an_application(desk, a_person("Мөлдір", surname="Қиялбекова"))
    strike_out_application(desk, struck_out, reason="Үлгі")
    returned = an_application(desk, a_person("Бекзат", surname="Болжамов"))
    return_application(desk, returned, reason="Үлгі")
    leave_no_bed_free(desk)
    waiting = a_waiting_application(
        desk, a_person("Нұрлан", surname="Қасымов"), a_person("Сәуле", surname="Қасымова")
    )
    due = an_application(desk, a_person("Әмина", surname="Нобаева"))
    return {"struck out": struck_out, "returned": returned, "waiting": waiting, "due": due}
