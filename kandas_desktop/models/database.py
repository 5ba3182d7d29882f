"""Opening an office's file: refuse what is not one, bring an older one up to date, put it in use."""

from pathlib import Path

from kandas_desktop.errors import Trouble
from kandas_desktop.models import engine
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.models.migrations import MIGRATIONS, NEWEST_VERSION
from kandas_desktop.paths import is_network_share
from kandas_desktop.words import _

FILE_NAME = "office.kandas"
_SQLITE_HEADER = b"SQLite format 3\x00"


def open_database(path: Path) -> engine.OfficeDatabase:
    """The office's file at ``path``, up to date and in use; made where there is none.

    Raises ``Trouble`` when the folder or the file cannot be written to, when the folder lies on a network
    share, or when the file is no office's file or comes from a newer program. Such a file is left untouched.
    """
    _refuse_folder(path.parent)
    try:
        if _holds_anything(path):
            _refuse_what_is_no_office(path)
        database = _up_to_date(path)
    except engine.FAULTS as error:
        raise trouble_of(error, path) from error
    engine.put_in_use(database)
    return database


def _up_to_date(path: Path) -> engine.OfficeDatabase:
    database = engine.connect(path)
    try:
        engine.migrate(database, MIGRATIONS)
    except BaseException:
        database.close()
        raise
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
        probe.unlink(missing_ok=True)  # two desks may look at the same moment
    except OSError as error:
        raise trouble_of(error, folder) from error


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _refuse_what_is_no_office(path: Path) -> None:
    # For writing too: SQLite would open a read-only file without a word, and every change would fail.
    with path.open("r+b") as file:
        if file.read(len(_SQLITE_HEADER)) != _SQLITE_HEADER:
            raise _not_an_office(path)
    marks = engine.marks_of(path)
    # A power cut in the very first moment leaves a file that is begun, but holds nothing yet.
    is_begun = marks.version == 0 and not marks.has_tables
    if marks.application_mark != engine.APPLICATION_MARK and not is_begun:
        raise _not_an_office(path)
    if marks.version > NEWEST_VERSION:
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
