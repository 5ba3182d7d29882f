"""What only SQLite has: its driver, its pragmas, its write lock, its faults."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from peewee import DatabaseError, OperationalError, SqliteDatabase
from sqlcipher3 import dbapi2 as sqlite

FAULTS: tuple[type[Exception], ...] = (OSError, DatabaseError, sqlite.DatabaseError)
"""How the disk and the engine fail: by themselves, or through Peewee."""

APPLICATION_MARK = 0x4B4E4453  # "KNDS" in the file's header, so that a foreign database is told apart
MOMENT = "%Y-%m-%d %H:%M:%S"

sqlite.register_adapter(date, date.isoformat)
sqlite.register_adapter(datetime, lambda moment: moment.strftime(MOMENT))

_PRAGMAS = (
    ("busy_timeout", 5000),
    ("foreign_keys", 1),
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("cache_size", -16_000),
    ("temp_store", "memory"),
)


class OfficeDatabase(SqliteDatabase):
    """An office's file, opened by the SQLCipher build of SQLite."""

    _timeout: float

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """The cursor of a statement; typed, which Peewee's own is not."""
        return super().execute_sql(sql, params)

    def rollback(self) -> None:
        """Give the transaction up, unless SQLite did so by itself, as it does when the disk is full."""
        if self.connection().in_transaction:
            super().rollback()

    def _connect(self) -> Any:
        # Peewee takes the driver from a module-level name; ours is another build of the same.
        connection = sqlite.connect(self.database, timeout=self._timeout, isolation_level=None)
        try:
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
        except Exception:
            connection.close()
            raise
        return connection


def connect(path: Path) -> OfficeDatabase:
    """The office's file at ``path`` with one connection open; it is made where there is none."""
    database = OfficeDatabase(str(path), pragmas=_PRAGMAS, timeout=5)
    database.connect()
    return database


class Marks(NamedTuple):
    """What tells an office's file from others."""

    version: int
    application_mark: int
    has_tables: bool


def marks_of(path: Path) -> Marks:
    """What the SQLite file at ``path`` says of itself, read without changing a byte of it."""
    with closing(sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
        return Marks(
            version=connection.execute("PRAGMA user_version").fetchone()[0],
            application_mark=connection.execute("PRAGMA application_id").fetchone()[0],
            has_tables=connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0,
        )


def version(database: OfficeDatabase) -> int:
    """The number of migrations that the file has seen."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def migrate(database: OfficeDatabase, migrations: tuple[tuple[str, ...], ...]) -> None:
    """Apply what is missing, each migration in one transaction together with its version."""
    for number in range(version(database), len(migrations)):
        with database.atomic("IMMEDIATE"):
            for statement in migrations[number]:
                database.execute_sql(statement)
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_MARK}")
            database.execute_sql(f"PRAGMA user_version = {number + 1}")


def faults_in_file(database: OfficeDatabase) -> list[str]:
    """What SQLite finds damaged or dangling in the file; empty when it is whole."""
    found = [row[0] for row in database.execute_sql("PRAGMA quick_check") if row[0] != "ok"]
    found += [f"{table}: {rowid}" for table, rowid, *_ in database.execute_sql("PRAGMA foreign_key_check")]
    return found


class Stopped(Exception):
    """A long read was given up because nobody waits for it any more."""


_STEPS_BETWEEN_QUESTIONS = 5000  # of SQLite's virtual machine: well under a millisecond


@contextmanager
def stopped_when(database: OfficeDatabase, is_unwanted: Callable[[], bool]) -> Iterator[None]:
    """Ask again and again, while this thread's connection reads inside the block; ``Stopped`` after a yes."""
    connection = database.connection()
    connection.set_progress_handler(lambda: int(is_unwanted()), _STEPS_BETWEEN_QUESTIONS)
    try:
        yield
    except (OperationalError, sqlite.OperationalError) as error:
        if is_unwanted():
            raise Stopped from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
