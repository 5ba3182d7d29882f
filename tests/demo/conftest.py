"""Demo offices of several sizes, each made once."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models.database import open_database
from kandas_desktop.models.engine import OfficeDatabase

TODAY = date(2026, 3, 18)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """The file of a full demo office with so many applications, as of 18.03.2026; to be read only."""
    files: dict[int, Path] = {}

    def made(size: int) -> Path:
        if size not in files:
            folder = tmp_path_factory.mktemp(f"demo{size}")
            files[size] = make_demo_office(folder, size=size, today=TODAY, is_full=True)
        return files[size]

    return made


@pytest.fixture
def opened(demo_file: Callable[[int], Path]) -> Iterator[Callable[[int], OfficeDatabase]]:
    """The full demo office with so many applications, open and bound to the tables."""
    databases: list[OfficeDatabase] = []

    def one(size: int) -> OfficeDatabase:
        databases.append(open_database(demo_file(size)))
        return databases[-1]

    yield one
    for database in databases:
        database.close()
