"""Opening an office's file: refuse what is not one, bring an older one up to date, bind the tables."""

from pathlib import Path

from peewee import DatabaseError, OperationalError

from kandas_desktop.errors import Trouble
from kandas_desktop.models import engine
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.models.migrations import MIGRATIONS, NEWEST_VERSION
from kandas_desktop.models.tables import TABLES
from kandas_desktop.paths import is_network_share
from kandas_desktop.words import _

FILE_NAME = "office.kandas"
_SQLITE_HEADER = b"SQLite format 3\x00"


def open_database(path: Path) -> engine.OfficeDatabase:
    """The office's file at ``path``, up to date and bound to the tables; made where there is none.

    Raises ``Trouble`` when the folder cannot be written to, lies on a network share, or when the
    file is no office's file or comes from a newer program. Such a file is left untouched.
    """
    _refuse_folder(path.parent)
    _refuse_foreign_file(path)
    try:
        database = engine.connect(path)
    except (OperationalError, DatabaseError) as error:
        raise trouble_of(error, path) from error
    try:
        _refuse_foreign_version(database, path)
        engine.migrate(database, MIGRATIONS)
    except Trouble:
        database.close()
        raise
    except (OperationalError, DatabaseError) as error:
        database.close()
        raise trouble_of(error, path) from error
    database.bind(TABLES)
    return database


def _refuse_folder(folder: Path) -> None:
    if is_network_share(folder):
        raise Trouble(
            _(
                "The folder {folder} is on a network share. Choose a folder on this computer's own disk."
            ).format(folder=folder)
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise trouble_of(error, folder) from error


def _refuse_foreign_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        return
    except OSError as error:
        raise trouble_of(error, path) from error
    if header and header != _SQLITE_HEADER:
        raise _not_an_office(path)


def _refuse_foreign_version(database: engine.OfficeDatabase, path: Path) -> None:
    version = engine.version(database)
    is_new = version == 0 and not database.get_tables()
    if not is_new and engine.application_mark(database) != engine.APPLICATION_MARK:
        raise _not_an_office(path)
    if version > NEWEST_VERSION:
        raise Trouble(
            _(
                "The file {path} was written by a newer version of Kandas Desktop. "
                "Install that version on this computer; nothing in the file was changed."
            ).format(path=path)
        )


def _not_an_office(path: Path) -> Trouble:
    return Trouble(
        _(
            "The file {path} is not an office of Kandas Desktop, or it is damaged. It was left as it is. "
            "Restore a backup in its place, or choose another folder."
        ).format(path=path)
    )
