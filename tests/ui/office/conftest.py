"""An office's file before its first set-up, and one that is set up."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.database import open_database
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.theme import apply_theme
from kandas_desktop.ui.workplace import Changes, Notices, Workplace

NOW = datetime(2026, 3, 18, 10, 42)


@pytest.fixture
def new_workplace(tmp_path: Path) -> Iterator[Workplace]:
    """A desk on Wednesday 18.03.2026 at 10:42, in an office that is not set up yet."""
    database = open_database(tmp_path / "new" / "office.kandas")
    changes = Changes()
    desk = Desk(database, "", lambda: NOW, changes.committed.emit)
    settings = ComputerSettings(tmp_path / "new" / "computer.ini")
    settings.language = "en"
    yield Workplace(desk, settings, changes, Notices())
    database.close()


@pytest.fixture
def _the_theme_it_began_with(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")
