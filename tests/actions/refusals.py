"""Watching an action being refused: why, and that nothing was written."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kandas_desktop.actions.desk import Refused
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.factories import TestOffice


def everything_in(database: OfficeDatabase) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of an office's file, the search index's included."""
    tables = database.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {table: database.execute_sql(f"SELECT * FROM {table}").fetchall() for (table,) in tables}


def fill_the_disk(database: OfficeDatabase) -> None:
    """Let the file grow no further."""
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count = {pages}")


@contextmanager
def refused_with(office: TestOffice, *kinds: ObstacleKind) -> Iterator[None]:
    """The block is refused for these reasons, writes nothing and tells nobody."""
    before, told = everything_in(office.desk.database), list(office.told)
    with pytest.raises(Refused) as refusal:
        yield
    assert [obstacle.kind for obstacle in refusal.value.obstacles] == list(kinds)
    assert everything_in(office.desk.database) == before
    assert office.told == told
