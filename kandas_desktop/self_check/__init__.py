"""The main work from the first name to the signed papers, gone through without a screen."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kandas_desktop.actions.desk import Desk, Refused
from kandas_desktop.actions.office import set_up_office
from kandas_desktop.actions.rooms import RoomRequest, add_room
from kandas_desktop.errors import Trouble
from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.models.engine import faults_in_file
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.self_check.check import Check, Failed, WorkingClock
from kandas_desktop.self_check.referring import from_application_to_referral
from kandas_desktop.self_check.staying import from_moving_in_to_leaving
from kandas_desktop.words import _


def run_self_check(*, keep: Path | None, now: Callable[[], datetime], say: Callable[[str], None]) -> int:
    """Go through the main work in a temporary office, a line per step; return 0, or 1 at the first failure.

    The papers are left in ``keep`` when it is given.
    """
    with tempfile.TemporaryDirectory(prefix="kandas-self-check-", ignore_cleanup_errors=True) as folder:
        try:
            _check_in(Path(folder), keep or Path(folder), now, say)
        except (Failed, Refused, Trouble) as failure:
            say(f"✗ {failure}")
            return 1
    return 0


def _check_in(folder: Path, papers: Path, now: Callable[[], datetime], say: Callable[[str], None]) -> None:
    try:
        papers.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble_of(error, papers) from error
    database = open_database(folder / FILE_NAME)
    try:
        clock = WorkingClock(now)
        _go_through(Check(Desk(database, "self-check", clock, lambda: None), clock, papers, say))
    finally:
        database.close()


def _go_through(check: Check) -> None:
    set_up_office(check.desk, _OFFICE)
    for name, kind, beds in _ROOMS:
        add_room(check.desk, RoomRequest(floor=1, name=name, kind=kind, beds=beds))
    check.step(_("A temporary office was set up"))
    application_id, referral_id = from_application_to_referral(check)
    from_moving_in_to_leaving(check, application_id, referral_id)
    _look_into_the_database(check)


def _look_into_the_database(check: Check) -> None:
    faults = faults_in_file(check.desk.database)
    check.expect(not faults, f"the file is whole: {faults}")
    for table in ("application", "referral", "breach", "petition"):
        rows = check.desk.database.execute_sql(
            f"SELECT year, count(*), max(sequence) FROM {table} WHERE year IS NOT NULL GROUP BY year"
        )
        gaps = [year for year, count, last in rows if count != last]
        check.expect(not gaps, f"{table}: a number is missing in {gaps}")
    check.step(_("The database is whole; no number is missing"))


_ROOMS = (("101", RoomKind.FAMILY, 8), ("102", RoomKind.WOMEN, 4), ("103", RoomKind.FAMILY, 1))
_OFFICE = OfficeEntry(
    center_name_kk="Үлгі облысының Қандастарды бейімдеу және ықпалдастыру орталығы",
    center_name_ru="Центр адаптации и интеграции кандасов Ульгинской области",
    business_number="000000000000",
    address="Үлгі қаласы, Сынақ көшесі, 1",
    director="Ү. Үлгібаев",
    local_body_name="Үлгі облысының еңбек және көші-қон басқармасы",
    local_body_head="Қ. Мысалбаев",
    application_pattern="Ө-{n}/{yy}",
    referral_pattern="Ж-{n}/{yy}",
)
