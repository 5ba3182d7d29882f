"""An office's file to try the tables on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.models.engine import OfficeDatabase


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


@pytest.fixture
def office(path: Path) -> Iterator[OfficeDatabase]:
    database = open_database(path)
    yield database
    database.close()
