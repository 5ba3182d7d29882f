"""The faults of disks and files, in words."""

import errno
from pathlib import Path

import pytest

from kandas_desktop.models.engine import DatabaseError, OperationalError
from kandas_desktop.models.faults import trouble_of

PATH = Path("D:/Кеңсе/office.kandas")


class _HeldOnWindows(PermissionError):
    winerror = 32


@pytest.mark.parametrize(
    ("fault", "beginning"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "The disk is full"),
        (OperationalError("database or disk is full"), "The disk is full"),
        (OSError(errno.EACCES, "Permission denied"), "Nothing can be written"),
        (OSError(errno.EROFS, "Read-only file system"), "Nothing can be written"),
        (OSError(errno.ENOTDIR, "Not a directory"), "Nothing can be written"),
        (OperationalError("attempt to write a readonly database"), "Nothing can be written"),
        (OperationalError("unable to open database file"), "Nothing can be written"),
        (_HeldOnWindows(errno.EACCES, "Used by another process"), "Another program holds the file"),
        (OSError(errno.EACCES, "Permission denied", "C:/busy/locked"), "Nothing can be written"),
        (OperationalError("database is locked"), "Another program holds the file"),
        (DatabaseError("file is not a database"), "The file D:"),
        (DatabaseError("database disk image is malformed"), "The file D:"),
        (OperationalError("disk I/O error"), "The file D:"),
        (OSError(errno.EIO, "Input/output error"), "The file D:"),
    ],
)
def test_each_fault_has_its_sentence(fault: Exception, beginning: str) -> None:
    text = trouble_of(fault, PATH).text
    assert text.startswith(beginning)
    assert str(PATH) in text


@pytest.mark.parametrize("told", ["file is not a database", "database disk image is malformed"])
def test_damage_asks_for_a_backup(told: str) -> None:
    assert "Restore a backup" in trouble_of(DatabaseError(told), PATH).text


def test_a_failing_disk_is_not_taken_for_a_damaged_file() -> None:
    assert "Check the disk" in trouble_of(OperationalError("disk I/O error"), PATH).text
