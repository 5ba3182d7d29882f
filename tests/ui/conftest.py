"""A desk in an office of its own, for every page under test."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.office import set_up_office
from kandas_desktop.models.database import open_database
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import add_beds
from tests.living import a_family_living, a_household, a_room

NOW = datetime(2026, 3, 18, 10, 42)

OFFICE = OfficeEntry(
    center_name_kk="Үлгі орталығы",
    center_name_ru="Образцовый центр",
    business_number="000000000000",
    address="Үлгі қаласы, Мысал көшесі, 1",
    director="Үлгібаев Ү.",
    local_body_name="Үлгі облысының көші-қон басқармасы",
    local_body_head="Мысалов М.",
    application_pattern="Ө-{n}/{yy}",
    referral_pattern="Ж-{n}/{yy}",
)

_PATIENCE = 60_000  # milliseconds: no test is as slow, wherever it runs


@pytest.fixture(autouse=True)
def _nothing_waits_for_an_answer_for_ever(request: pytest.FixtureRequest) -> Iterator[None]:
    """A question or a menu that nobody answers is closed, and its test fails.

    It is opened by ``exec``, and stays open where what was to answer it came too early, or failed.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    left_open: list[str] = []

    def close() -> None:
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is not None:
            left_open.append(f"{type(waiting).__name__} «{waiting.windowTitle()}»")
            waiting.close()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(_PATIENCE)
    yield
    timer.stop()
    assert not left_open, f"nobody answered {left_open}"


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """A desk on Wednesday 18.03.2026 at 10:42, in an office of seven beds that has no application yet."""
    database = open_database(tmp_path / "office.kandas")
    changes = Changes()
    desk = Desk(database, "Сынақбаева С.", lambda: NOW, changes.committed.emit)
    set_up_office(desk, OFFICE)
    add_beds(desk, 7)
    yield Workplace(desk, ComputerSettings(tmp_path / "computer.ini"), changes, Notices())
    database.close()


@pytest.fixture
def said(workplace: Workplace) -> list[tuple[str, str]]:
    """The notices, as (sentence, kind)."""
    heard: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind: heard.append((text, kind)))
    return heard


@pytest.fixture
def window(workplace: Workplace, qtbot: QtBot) -> MainWindow:
    """The main window, 1366 × 768, over a house in which a family lives and another applied."""
    a_family_living("Мысалов", a_room("901", beds=2), since=workplace.desk.today, signed=False)
    a_household("Болжамов")
    shown = MainWindow(workplace)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown
