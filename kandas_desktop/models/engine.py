"""What only SQLite has: its driver, its pragmas, its write lock, its faults."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2 as sqlite

DatabaseError: type[Exception] = sqlite.DatabaseError
OperationalError: type[Exception] = sqlite.OperationalError
IntegrityError: type[Exception] = sqlite.IntegrityError

FAULTS: tuple[type[Exception], ...] = (OSError, DatabaseError)
"""How the disk and the engine fail."""

OUR_BUGS: tuple[type[Exception], ...] = (
    IntegrityError,
    sqlite.ProgrammingError,
    sqlite.DataError,
    sqlite.NotSupportedError,
)
"""A guard of the database held, or it was asked nonsense: no fault of the world."""

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


_serials = count()


class FileState(NamedTuple):
    """A state of the file as one connection sees it: two that are alike have nothing written between them."""

    connection: int
    written_by_others: int
    written: int


class OfficeDatabase:
    """An office's file, opened by the SQLCipher build of SQLite: one connection in each thread that asks.

    What fails raises the driver's own exceptions, through Peewee's tables as well.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._of_thread = threading.local()

    def connection(self) -> Any:
        """This thread's connection, opened where there is none."""
        opened = getattr(self._of_thread, "connection", None)
        if opened is None:
            opened = self._of_thread.connection = self._opened()
            self._of_thread.serial = next(_serials)
        return opened

    def execute_sql(self, sql: str, values: Sequence[object] | Mapping[str, object] | None = None) -> Any:
        """The cursor of a statement; outside a transaction, what it writes is committed at once."""
        return self.connection().execute(sql, values or ())

    def in_transaction(self) -> bool:
        """Whether this thread's connection writes something that is not committed yet."""
        return bool(self.connection().in_transaction)

    def state(self) -> FileState:
        """The state of the file that this thread's connection reads now."""
        connection = self.connection()
        (by_others,) = connection.execute("PRAGMA data_version").fetchone()
        return FileState(self._of_thread.serial, by_others, connection.total_changes)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Take the write lock first; what the block writes stays as a whole or not at all."""
        connection = self.connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            # SQLite gives a transaction up by itself, as it does when the disk is full.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def connection_context(self) -> Iterator[None]:
        """For a thread of its own: whatever connection the block opens is closed after it."""
        try:
            yield
        finally:
            self.close()

    def close(self) -> None:
        """Close this thread's connection, if there is one."""
        opened = getattr(self._of_thread, "connection", None)
        self._of_thread.connection = None
        if opened is not None:
            opened.close()

    def _opened(self) -> Any:
        connection = sqlite.connect(str(self.path), timeout=5, isolation_level=None)
        try:
            for name, value in _PRAGMAS:
                connection.execute(f"PRAGMA {name} = {value}")
        except Exception:
            connection.close()
            raise
        return connection


def connect(path: Path) -> OfficeDatabase:
    """The office's file at ``path`` with one connection open; it is made where there is none."""
    database = OfficeDatabase(path)
    database.connection()
    return database


_in_use: OfficeDatabase | None = None


def put_in_use(database: OfficeDatabase) -> None:
    """Let the tables, and what is read without naming a file, be those of this office from now on."""
    global _in_use
    _in_use = database


def in_use() -> OfficeDatabase:
    """The office that the tables read and write; one was opened by then."""
    assert _in_use is not None, "open_database comes first"
    return _in_use


_VERSION_AT, _MARK_AT, _MARKS_END = 60, 68, 72  # in the header of every SQLite file (sqlite.org/fileformat2)


class Marks(NamedTuple):
    """What tells an office's file from others."""

    version: int
    application_mark: int
    has_tables: bool


def marks_of(path: Path) -> Marks:
    """What the SQLite file at ``path`` says of itself, read without changing a byte of it."""
    # Where nothing waits in the log, the file's first page is true, and is read sooner than SQLite is loaded.
    if not path.with_name(f"{path.name}-wal").exists():
        with path.open("rb") as file:
            page = file.read(_MARKS_END)
        mark = int.from_bytes(page[_MARK_AT:_MARKS_END], "big")
        if mark == APPLICATION_MARK:  # it is written together with the tables
            return Marks(int.from_bytes(page[_VERSION_AT : _VERSION_AT + 4], "big"), mark, has_tables=True)
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
        with database.transaction():
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
    except OperationalError as error:
        if is_unwanted():
            raise Stopped from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
