"""Making the demo office: its settings, its journal of any length, its search index."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from kandas_desktop.demo.days import days_of_applications
from kandas_desktop.demo.families import Families
from kandas_desktop.demo.haste import CLIMBING_LINES, gather, in_haste
from kandas_desktop.demo.last_days import LINES, LastDays
from kandas_desktop.demo.ledger import (
    APPLICATION_PATTERN,
    LOCAL_BODY,
    LOCAL_BODY_HEAD,
    REFERRAL_PATTERN,
    Ledger,
)
from kandas_desktop.demo.story import Story
from kandas_desktop.models import engine
from kandas_desktop.models.database import FILE_NAME
from kandas_desktop.models.migrations import MIGRATIONS
from kandas_desktop.rules.beds import received_since_taking_beds
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.terms import registered_on

FREE_BEDS = 20
FREE_BEDS_IN_A_FULL_HOUSE = 7  # fewer than those who wait for them need together

_LINES_AT_ONCE = 5_000
_AUDITED_LINES = 30


def make_demo_office(
    folder: Path,
    *,
    size: int,
    today: date,
    is_full: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Path:
    """Make an office of ``size`` applications in ``folder`` and return its file.

    There is room for a large family, and nobody waits; ``is_full`` leaves few beds and three households in
    the reserve.
    The same size and day give the same office. ``progress`` is told the number of applications written so
    far. Raises ``FileExistsError`` when the folder holds an office already.
    """
    if size < 1:
        raise ValueError("an office to show has at least one application")
    path = folder / FILE_NAME
    folder.mkdir(parents=True, exist_ok=True)
    path.touch(exist_ok=False)
    database = engine.connect(path)
    try:
        engine.migrate(database, MIGRATIONS)
        with in_haste(database):
            _fill(
                database,
                size=size,
                today=today,
                is_full=is_full,
                progress=progress or (lambda written: None),
            )
    finally:
        database.close()
    return path


def _fill(
    database: engine.OfficeDatabase,
    *,
    size: int,
    today: date,
    is_full: bool,
    progress: Callable[[int], None],
) -> None:
    chance = Random(f"{size} applications by {today}")
    calendar = kazakhstan()
    last_day = registered_on(today, calendar)
    days = days_of_applications(size, last_day=last_day, calendar=calendar, chance=chance)
    families = Families(chance)
    ledger = Ledger(days, today=today)
    lines = Story(days, families, chance).lines(LastDays(families, today=today, is_full=is_full).lines, LINES)
    for line in lines:
        ledger.write(line, with_audit=line.place >= size - _AUDITED_LINES)
        written = line.place + 1
        if written % _LINES_AT_ONCE == 0:
            ledger.flush(database)
            progress(written)
        if written == CLIMBING_LINES:
            gather(database)
    ledger.close()
    ledger.flush(database)
    free = FREE_BEDS_IN_A_FULL_HOUSE if is_full else FREE_BEDS
    _set_up(database, set_up_on=days[0], today=today, free=free)
    progress(size)


def _set_up(database: engine.OfficeDatabase, *, set_up_on: date, today: date, free: int) -> None:
    """Describe the office; it has as many beds as leave ``free`` of them on the day of the demo."""
    (taken,) = database.execute_sql(
        "SELECT coalesce(sum(people), 0) FROM referral WHERE struck_out_on IS NULL"
        " AND (received_on IS NULL OR received_on >= ?)",
        (received_since_taking_beds(today),),
    ).fetchone()
    database.execute_sql(
        "INSERT INTO office (id, center_name_kk, center_name_ru, bin, address, director, local_body_name,"
        " local_body_head, application_pattern, referral_pattern, beds_in_all, bedding_days,"
        " last_day_moves, set_up_on, applications_before, referrals_before)"
        " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 14, 0, ?, 0, 0)",
        (
            "Үлгі облысының Қандастарды бейімдеу және ықпалдастыру орталығы",
            "Центр адаптации и интеграции кандасов Образцовой области",
            "000000000000",
            "Үлгі облысы, Мысал қаласы, Сынақ көшесі, 1",
            "Б. Болжамова",
            LOCAL_BODY,
            LOCAL_BODY_HEAD,
            APPLICATION_PATTERN,
            REFERRAL_PATTERN,
            taken + free,
            set_up_on,
        ),
    )
