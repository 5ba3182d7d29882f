"""A desk in an office of its own, for every page under test."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.office import set_up_office
from kandas_desktop.models.database import open_database
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import add_beds

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
