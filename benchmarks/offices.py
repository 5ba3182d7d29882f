"""The offices that are measured, made once and kept, and copies of them to write into."""

import shutil
import sys
from datetime import date
from pathlib import Path
from zlib import crc32

from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.demo.rooms import BEDS
from kandas_desktop.models.database import FILE_NAME
from kandas_desktop.models.engine import connect
from kandas_desktop.models.migrations import MIGRATIONS

TODAY = date(2026, 3, 18)
LINES_OF_TEN_YEARS = 18_000
"""So many applications of ten years that those of the last half year fill 500 beds."""

# What is left where there is no history, in the order in which the rest can go.
_PRESENT = {
    "bed_use": "ended_on IS NULL OR stay_id IS NOT NULL AND ready_on IS NULL",
    "stay": "left_on IS NULL OR id IN (SELECT stay_id FROM bed_use)",
    "bedding_change": "stay_id IN (SELECT id FROM stay)",
    "petition": "stay_id IN (SELECT id FROM stay)",
    "breach": "decided_on IS NULL",
    "breach_person": "breach_id IN (SELECT id FROM breach)",
    "referral_person": "id IN (SELECT referral_person_id FROM stay)"
    " OR id IN (SELECT referral_person_id FROM bed_use)",
    "referral": "id IN (SELECT referral_id FROM referral_person)",
    "reserve_entry": "left_on IS NULL",
    "application": "id IN (SELECT application_id FROM referral) OR considered_on IS NULL"
    " OR id IN (SELECT application_id FROM reserve_entry)",
    "application_person": "application_id IN (SELECT id FROM application)",
    "person": "id IN (SELECT person_id FROM application_person)",
    "audit_line": "0",
}


def office(folder: Path, size: int) -> Path:
    """The folder of the office with so many applications; made where it is not there yet."""
    # A file that other migrations made is of no use.
    made = folder / f"{size}-{crc32(repr(MIGRATIONS).encode()):08x}"
    if not (made / FILE_NAME).exists():
        _make(made, size)
    return made


def large_house(folder: Path) -> Path:
    """The folder of the office with 500 beds, 480 residents and ten years of stays."""
    made = folder / f"house-{crc32(repr(MIGRATIONS).encode()):08x}"
    if not (made / FILE_NAME).exists():
        _make(made, LINES_OF_TEN_YEARS, is_full=True, beds=500, years=10)
    return made


def without_history(office: Path, folder: Path) -> Path:
    """A copy of an office in which nothing ever happened but what its house holds today."""
    path = copy_of(office, folder)
    database = connect(path)
    database.execute_sql("PRAGMA foreign_keys = OFF")
    triggers = database.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        database.execute_sql(f"DROP TRIGGER {name}")
    for table, kept in _PRESENT.items():
        database.execute_sql(f"DELETE FROM {table} WHERE NOT ({kept})")
    for _name, sql in triggers:
        database.execute_sql(sql)
    database.execute_sql("VACUUM")
    database.close()
    return path


def _make(
    made: Path, size: int, *, is_full: bool = False, beds: int = BEDS, years: int | None = None
) -> None:
    def report(written: int) -> None:
        print(f"\rmaking an office: {written:,} / {size:,}", end="", file=sys.stderr, flush=True)

    begun = made.with_name(f"{made.name}.begun")
    shutil.rmtree(begun, ignore_errors=True)
    make_demo_office(begun, size=size, today=TODAY, is_full=is_full, beds=beds, years=years, progress=report)
    print(file=sys.stderr)
    begun.rename(made)


def copy_of(office: Path, folder: Path) -> Path:
    """A copy of an office's file in ``folder``, to write into."""
    folder.mkdir(parents=True)
    shutil.copyfile(office / FILE_NAME, folder / FILE_NAME)
    return folder / FILE_NAME
