"""Opening an office's file, and what happens where that cannot be done."""

import errno
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import pytest

from kandas_desktop.errors import Trouble
from kandas_desktop.models import database as opening
from kandas_desktop.models import engine
from kandas_desktop.models.database import open_database
from kandas_desktop.models.engine import OfficeDatabase, OperationalError
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.models.migrations import MIGRATIONS, NEWEST_VERSION
from kandas_desktop.models.tables import Application, Draft
from tests.models.rows import MOMENT, an_application


def pragma(database: OfficeDatabase, name: str) -> object:
    return database.execute_sql(f"PRAGMA {name}").fetchone()[0]


def an_office_with_a_line(path: Path) -> None:
    database = open_database(path)
    an_application()
    database.close()


def test_a_new_file_is_made_and_bears_our_mark(path: Path) -> None:
    open_database(path).close()
    assert engine.marks_of(path) == (NEWEST_VERSION, engine.APPLICATION_MARK, True)


def test_the_folders_above_it_are_made_too(tmp_path: Path) -> None:
    path = tmp_path / "Құжаттар" / "кеңсе №1" / "office.kandas"
    open_database(path).close()
    assert path.is_file()
    assert [file.name for file in path.parent.iterdir()] == ["office.kandas"]


def test_what_was_written_is_there_again(path: Path) -> None:
    an_office_with_a_line(path)
    database = open_database(path)
    assert [row.number for row in Application.select()] == ["Ө-1/26"]
    database.close()


def test_a_file_is_opened_so_that_it_survives_a_power_cut(office: OfficeDatabase) -> None:
    full = 2
    settings = [pragma(office, name) for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert settings == ["wal", full, 1]


def test_an_empty_file_is_filled(path: Path) -> None:
    path.touch()
    open_database(path).close()
    assert engine.marks_of(path).version == NEWEST_VERSION


def test_a_file_begun_in_the_moment_of_a_power_cut_is_filled(path: Path) -> None:
    engine.connect(path).close()
    assert path.stat().st_size > 0
    open_database(path).close()
    assert engine.marks_of(path).version == NEWEST_VERSION


def test_a_text_file_is_no_office_and_stays_as_it_is(path: Path) -> None:
    path.write_text("Тізім: Мысалов, Сынақбаев", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(Trouble, match=r"office\.kandas is not an office"):
        open_database(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_no_office_and_stays_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="is not an office"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_file_from_a_newer_program_is_refused_and_stays_as_it_is(path: Path) -> None:
    an_office_with_a_line(path)
    newer = engine.connect(path)
    newer.execute_sql(f"PRAGMA user_version = {NEWEST_VERSION + 1}")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="newer version of Kandas Desktop"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_damaged_file_says_so_and_stays_as_it_is(path: Path) -> None:
    an_office_with_a_line(path)
    content = path.read_bytes()
    spoilt = content[:100] + b"\xa5" * 8000 + content[8100:]
    path.write_bytes(spoilt)
    with pytest.raises(Trouble, match="damaged"):
        open_database(path)
    assert path.read_bytes() == spoilt


def test_a_file_cut_short_says_so(path: Path) -> None:
    an_office_with_a_line(path)
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(Trouble, match="damaged"):
        open_database(path)


def test_a_folder_in_place_of_the_file_says_so(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Trouble, match="Nothing can be written"):
        open_database(path)


def test_a_file_in_place_of_the_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(Trouble, match="Nothing can be written"):
        open_database(tmp_path / "data" / "office.kandas")


def test_a_read_only_folder_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, content: bytes) -> int:
        raise OSError(errno.EROFS, "Read-only file system", str(file))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(Trouble, match="Nothing can be written"):
        open_database(path)
    assert not path.exists()


def test_a_read_only_file_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_office_with_a_line(path)
    plainly = Path.open

    def refuse(file: Path, mode: str = "r") -> IO[Any]:
        if "+" in mode or "w" in mode:
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return plainly(file, mode)

    monkeypatch.setattr(opening, "_refuse_folder", lambda folder: None)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Trouble, match=r"Nothing can be written to .*office\.kandas"):
        open_database(path)


def test_a_folder_on_a_network_share_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_network_share", lambda folder: folder == path.parent)
    with pytest.raises(Trouble, match="network share"):
        open_database(path)
    assert not path.exists()


def _write_a_lot(office: OfficeDatabase) -> None:
    with office.transaction():
        an_application(2)
        Draft.create(content="а" * 100_000, begun_at=MOMENT, saved_at=MOMENT)


def test_a_full_disk_says_so_and_changes_nothing(office: OfficeDatabase, path: Path) -> None:
    an_application()
    office.execute_sql(f"PRAGMA max_page_count = {pragma(office, 'page_count')}")
    with pytest.raises(OperationalError) as fault:
        _write_a_lot(office)
    assert "The disk is full, and nothing was changed" in trouble_of(fault.value, path).text
    assert Application.select().count() == 1
    assert engine.faults_in_file(office) == []


def test_a_migration_that_fails_half_way_leaves_the_version_before_it(office: OfficeDatabase) -> None:
    broken = ("CREATE TABLE attic (id INTEGER)", "CREATE NONSENSE")
    with pytest.raises(OperationalError):
        engine.migrate(office, (*MIGRATIONS, broken))
    assert engine.version(office) == NEWEST_VERSION
    assert office.execute_sql("SELECT 1 FROM sqlite_master WHERE name = 'attic'").fetchone() is None


def test_a_first_migration_that_fails_can_be_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", ((*MIGRATIONS[0], "CREATE NONSENSE"),))
        with pytest.raises(Trouble):
            open_database(path)
    open_database(path).close()
    assert engine.marks_of(path).version == NEWEST_VERSION


DIES_WHILE_WRITING = """
import os, sys
from pathlib import Path
from kandas_desktop.models.database import open_database
from tests.models.rows import a_named_person, an_application
database = open_database(Path(sys.argv[1]))
an_application(1)
database.execute_sql("BEGIN IMMEDIATE")
for sequence in range(2, 400):
    a_named_person(an_application(sequence))
os._exit(9)
"""


def test_a_program_killed_while_it_writes_leaves_no_gap_and_nothing_half_written(path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(path)], check=False)
    assert killed.returncode == 9
    database = open_database(path)
    assert engine.faults_in_file(database) == []
    assert [row.sequence for row in Application.select()] == [1]
    assert an_application(2).sequence == 2
    database.close()


def test_dangling_rows_are_found(office: OfficeDatabase) -> None:
    office.execute_sql("PRAGMA foreign_keys = OFF")
    an_application(volume=999)
    assert engine.faults_in_file(office) == ["application: 1"]


def test_a_transaction_that_fails_leaves_nothing_and_the_next_one_works(office: OfficeDatabase) -> None:
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(office)
    assert not office.in_transaction()
    with office.transaction():
        Draft.create(content="екінші", begun_at=MOMENT, saved_at=MOMENT)
    assert [draft.content for draft in Draft.select()] == ["екінші"]


def _write_and_fail(office: OfficeDatabase) -> None:
    with office.transaction():
        Draft.create(content="бірінші", begun_at=MOMENT, saved_at=MOMENT)
        raise ZeroDivisionError


def test_each_thread_has_a_connection_of_its_own(office: OfficeDatabase) -> None:
    with ThreadPoolExecutor(max_workers=1) as threads:
        assert threads.submit(office.connection).result() is not office.connection()
        threads.submit(office.close).result()


def test_the_tables_are_those_of_the_office_that_was_opened_last(tmp_path: Path) -> None:
    first, second = (open_database(tmp_path / name / "office.kandas") for name in ("first", "second"))
    Draft.create(content="екінші кеңсе", begun_at=MOMENT, saved_at=MOMENT)
    engine.put_in_use(first)
    assert Draft.select().count() == 0
    engine.put_in_use(second)
    assert Draft.select().count() == 1
    first.close()
    second.close()
