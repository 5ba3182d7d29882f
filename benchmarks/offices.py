"""The offices that are measured, made once and kept, and copies of them to write into."""

import shutil
import sys
from datetime import date
from pathlib import Path
from zlib import crc32

from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models.database import FILE_NAME
from kandas_desktop.models.migrations import MIGRATIONS

TODAY = date(2026, 3, 18)


def office(folder: Path, size: int) -> Path:
    """The folder of the office with so many applications; made where it is not there yet."""
    # A file that other migrations made is of no use.
    made = folder / f"{size}-{crc32(repr(MIGRATIONS).encode()):08x}"
    if not (made / FILE_NAME).exists():
        _make(made, size)
    return made


def _make(made: Path, size: int) -> None:
    def report(written: int) -> None:
        print(f"\rmaking an office: {written:,} / {size:,}", end="", file=sys.stderr, flush=True)

    begun = made.with_name(f"{made.name}.begun")
    shutil.rmtree(begun, ignore_errors=True)
    make_demo_office(begun, size=size, today=TODAY, progress=report)
    print(file=sys.stderr)
    begun.rename(made)


def copy_of(office: Path, folder: Path) -> Path:
    """A copy of an office's file in ``folder``, to write into."""
    folder.mkdir(parents=True)
    shutil.copyfile(office / FILE_NAME, folder / FILE_NAME)
    return folder / FILE_NAME
