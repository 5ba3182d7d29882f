"""A new file, built by running every migration, holds today's tables and nothing else."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kandas_desktop.models import engine
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.schema import TABLES
from kandas_desktop.models.tables import Table

NAMES = [table._meta.table_name for table in TABLES]


class Column(NamedTuple):
    name: str
    kind: str
    is_required: bool
    key: int


@pytest.fixture
def declared(tmp_path: Path) -> Iterator[OfficeDatabase]:
    """A file made of the tables as they are declared, without migrations."""
    database = engine.connect(tmp_path / "declared.kandas")
    engine.put_in_use(database)
    Table._meta.database.create_tables(TABLES)
    yield database
    database.close()


def columns(database: OfficeDatabase, table: str) -> list[Column]:
    rows = database.execute_sql(f"PRAGMA table_info({table})")
    return [Column(name, kind, bool(required), key) for _, name, kind, required, _, key in rows]


def foreign_keys(database: OfficeDatabase, table: str) -> set[tuple[str, str, str, str]]:
    rows = database.execute_sql(f"PRAGMA foreign_key_list({table})")
    return {(own, other, column, on_delete) for _, _, other, own, column, _, on_delete, _ in rows}


def indexes(database: OfficeDatabase, table: str) -> set[tuple[str, bool, tuple[str, ...]]]:
    """Whole indexes; one over some of the rows is spelt in SQLite's own way, by a migration alone."""
    found = set()
    for _, name, is_unique, _, is_partial in database.execute_sql(f"PRAGMA index_list({table})"):
        if not is_partial:
            indexed = database.execute_sql(f"PRAGMA index_info({name})")
            found.add((name, bool(is_unique), tuple(row[2] for row in indexed)))
    return found


def checks(database: OfficeDatabase, table: str) -> Counter[str]:
    """The conditions that the table's statement states, without blanks."""
    ((statement,),) = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchall()
    return Counter(
        re.sub(r"\s+", " ", _to_closing_bracket(statement, found.end()))
        for found in re.finditer(r"CHECK\s*\(", statement)
    )


def _to_closing_bracket(text: str, start: int) -> str:
    depth, end = 1, start
    while depth:
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        end += 1
    return text[start : end - 1]


def test_a_new_file_has_exactly_todays_tables(office: OfficeDatabase) -> None:
    rows = office.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    found = {name for (name,) in rows if not name.startswith("journal_search")}
    assert found == set(NAMES)


@pytest.mark.parametrize("table", NAMES)
def test_a_migrated_table_is_the_declared_one(
    table: str, office: OfficeDatabase, declared: OfficeDatabase
) -> None:
    assert columns(office, table) == columns(declared, table)
    assert foreign_keys(office, table) == foreign_keys(declared, table)
    assert indexes(office, table) == indexes(declared, table)
    assert checks(office, table) == checks(declared, table)


@pytest.mark.parametrize("table", NAMES)
def test_nothing_disappears_with_what_it_belongs_to(table: str, office: OfficeDatabase) -> None:
    assert {on_delete for *_, on_delete in foreign_keys(office, table)} <= {"RESTRICT"}
