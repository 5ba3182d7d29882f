"""Making the demo office: its settings, its journal of any length, its house, its search index."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from kandas_desktop.demo.center import Center
from kandas_desktop.demo.days import days_of_applications
from kandas_desktop.demo.families import Families
from kandas_desktop.demo.haste import CLIMBING_LINES, gather, in_haste
from kandas_desktop.demo.house_ledger import HouseLedger
from kandas_desktop.demo.last_days import LINES, LastDays
from kandas_desktop.demo.ledger import (
    APPLICATION_PATTERN,
    LOCAL_BODY,
    LOCAL_BODY_HEAD,
    REFERRAL_PATTERN,
    Ledger,
    Written,
)
from kandas_desktop.demo.newborn import with_newborn
from kandas_desktop.demo.plan import FREED_YESTERDAY, plan_of
from kandas_desktop.demo.present import set_the_present
from kandas_desktop.demo.rooms import BEDS, DemoRoom, rooms_with
from kandas_desktop.demo.story import DemoReferral, Ending, Line, Story
from kandas_desktop.demo.telling import tell
from kandas_desktop.models import engine
from kandas_desktop.models.database import FILE_NAME
from kandas_desktop.models.migrations import MIGRATIONS
from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan
from kandas_desktop.rules.terms import registered_on

_LINES_AT_ONCE = 5_000
_AUDITED_LINES = 30
_LINES_THAT_FIT_THE_HOUSE = 20_000
_LINES_OF_LATE = 300


class _Size(NamedTuple):
    """How large the office is: its applications, its beds, over how many years."""

    lines: int
    beds: int
    years: int | None


def make_demo_office(
    folder: Path,
    *,
    size: int,
    today: date,
    is_full: bool = False,
    beds: int = BEDS,
    years: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Path:
    """Make an office of ``size`` applications in ``folder`` and return its file.

    There is room for a large family, and nobody waits; ``is_full`` leaves few beds and three households in
    the reserve. The applications come in as they do at a real office, the older the denser; with ``years``
    they come evenly over so many years. Of more applications than the house could ever take, only those of
    late got beds: the others' stays were before.
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
            _Filling(database, _Size(size, beds, years), today=today, is_full=is_full).fill(
                progress or (lambda written: None)
            )
    finally:
        database.close()
    return path


class _Filling:
    """One office being filled: the lines from before the house's own time, then those that lived in it."""

    def __init__(self, database: engine.OfficeDatabase, size: _Size, *, today: date, is_full: bool) -> None:
        self._database = database
        self._size = size
        self._today = today
        self._is_full = is_full
        self._chance = Random(f"{size.lines} applications by {today}")
        self._calendar: WorkCalendar = kazakhstan()
        self._days = days_of_applications(
            size.lines,
            last_day=registered_on(today, self._calendar),
            calendar=self._calendar,
            chance=self._chance,
            years=size.years,
        )
        self._ledger = Ledger(self._days, today=today)
        self._rooms = rooms_with(size.beds)
        self._house = HouseLedger(self._rooms, today=today, chance=Random(f"house by {today}").random)

    def fill(self, progress: Callable[[int], None]) -> None:
        """Write the whole office; the number of lines written is told now and then."""
        rooms = self._rooms
        set_up(self._database, set_up_on=self._days[0])
        lines = self._story()
        fits = self._size.lines <= _LINES_THAT_FIT_THE_HOUSE
        for line in lines if not fits else ():
            self._write_before(line, self._days[-_LINES_OF_LATE])
            self._flush_now_and_then(line.place + 1, progress)
            if line.place + 1 == self._size.lines - _LINES_OF_LATE:
                break
        of_late = list(lines)
        plan = plan_of(rooms, of_late, today=self._today, is_full=self._is_full)
        of_late = with_newborn(of_late, plan, today=self._today)
        center = Center(
            rooms,
            plan,
            [line.day for line in of_late],
            today=self._today,
            calendar=self._calendar,
            chance=Random(f"stays by {self._today}").random,
        )
        lived = list(center.live(of_late))
        present = {guests.place for guests in center.guests if guests.left_on is None}
        written = self._write(lived, present, progress)
        for guests in center.guests:
            self._house.lodge(guests, written[guests.place])
            if guests.place in present:
                tell(self._ledger, guests, written[guests.place])
        self._house.build([room for room in rooms if self._is_needed(room, center)])
        self._ledger.close()
        self._flush()
        set_the_present(self._database, plan, today=self._today, calendar=self._calendar)
        progress(self._size.lines)

    def _is_needed(self, room: DemoRoom, center: Center) -> bool:
        """A full house has no room that nobody ever had, however few came, but one that frees."""
        return not self._is_full or room.name == FREED_YESTERDAY or any(map(center.was_given, room.beds))

    def _story(self) -> Iterator[Line]:
        families = Families(self._chance)
        last_days = LastDays(families, today=self._today, is_full=self._is_full)
        return Story(self._days, families, self._chance).lines(last_days.lines, LINES)

    def _write_before(self, line: Line, until: date) -> None:
        if line.ending in (Ending.REFERRED, Ending.REISSUED, Ending.LAPSED):
            line = line._replace(referrals=(DemoReferral(line.day, line.day),))
        written = self._ledger.write(line, with_audit=False)
        if line.referrals:
            self._house.lodge_before(line, written, until=until)

    def _write(
        self, lines: Sequence[Line], present: set[int], progress: Callable[[int], None]
    ) -> dict[int, Written]:
        """Number the referrals in the order in which they were issued, and write the lines in their own."""
        for line in lines:
            self._ledger.number(line)
        written: dict[int, Written] = {}
        audited_from = self._size.lines - _AUDITED_LINES
        for line in sorted(lines, key=lambda line: line.place):
            written[line.place] = self._ledger.write(
                line, with_audit=line.place >= audited_from or line.place in present
            )
            if (line.place + 1) % _LINES_AT_ONCE == 0:
                progress(line.place + 1)
        return written

    def _flush_now_and_then(self, written: int, progress: Callable[[int], None]) -> None:
        if written % _LINES_AT_ONCE == 0:
            self._flush()
            progress(written)
        if written == CLIMBING_LINES:
            gather(self._database)

    def _flush(self) -> None:
        self._ledger.flush(self._database)
        self._house.flush(self._database)


def set_up(database: engine.OfficeDatabase, *, set_up_on: date) -> None:
    """Describe the office."""
    database.execute_sql(
        "INSERT INTO office (id, center_name_kk, center_name_ru, bin, address, director, local_body_name,"
        " local_body_head, application_pattern, referral_pattern, bedding_days,"
        " last_day_moves, set_up_on, applications_before, referrals_before)"
        " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 14, 0, ?, 0, 0)",
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
            set_up_on,
        ),
    )
