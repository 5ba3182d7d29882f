"""What only SQLite has: its driver, its pragmas, its write lock, its faults."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2 as sqlite

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

    def _connect(self) -> Any:
        # Peewee takes the driver from a module-level name; ours is another build of the same.
        connection = sqlite.connect(self.database, timeout=self._timeout, isolation_level=None)
        try:
            self._add_conn_hooks(connection)
        except Exception:
            connection.close()
            raise
        return connection


def connect(path: Path) -> OfficeDatabase:
    """The office's file at ``path`` with one connection open; it is made where there is none."""
    database = OfficeDatabase(str(path), pragmas=_PRAGMAS, timeout=5)
    database.connect()
    return database


def version(database: OfficeDatabase) -> int:
    """The number of migrations that the file has seen."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def application_mark(database: OfficeDatabase) -> int:
    """The mark in the file's header; 0 in a new file."""
    return int(database.execute_sql("PRAGMA application_id").fetchone()[0])


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
