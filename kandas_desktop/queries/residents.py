"""Who lives in the Center, and who did: the rows of the residents page, found by name, number or bed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.search import asked_words, matching, stands_in
from kandas_desktop.models.tables import Office
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus, status_ends_on, stay_follows
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.rules.terms import stay_ends_on, vacate_due

SOON_DAYS = 30
"""How far ahead an end is shown as near: the first of the warnings that the office gives."""
PAGE = 200
"""How many of those who left are read at once."""


class Residents(StrEnum):
    """Which residents are asked for."""

    NOW = "now"
    ENDING = "ending"
    STATUS_ENDING = "status ending"
    UNSIGNED = "unsigned"
    LEFT = "left"


class ResidentRow(NamedTuple):
    """One person's stay as the table shows it."""

    stay_id: int
    household_id: int
    number: str
    """The number of the household's first application."""
    name: PersonName
    kinship: str
    born: BirthDate
    bed: str
    """Room and bed, «103-2»; the last one of whoever left, empty where there was none."""
    moved_in_on: date
    ends_on: date
    vacate_on: date
    """The last day to leave the room once the stay is over (r.17)."""
    status_ends_on: date | None
    """When the status ends that the stay follows (r.15)."""
    has_own_status: bool
    shares_bed: bool
    rules_signed_on: date | None
    ended_because: EndReason | None
    left_on: date | None
    destination: str
    is_adult: bool
    also: str
    """Other spellings of the name, and the number of the referral, by which they are found too."""

    def is_over(self, on: date) -> bool:
        """Whether the stay is over and the room still to be left (r.17)."""
        return self.left_on is None and self.ends_on < on

    def needs_signature(self) -> bool:
        """Whether the house rules are still to be signed (r.10); not once the stay was ended."""
        lives_on = self.left_on is None and self.ended_because is None
        return lives_on and self.is_adult and self.rules_signed_on is None


class ResidentCounts(NamedTuple):
    """How many residents each filter holds."""

    now: int
    ending: int
    status_ending: int
    unsigned: int
    left: int


class ResidentList(NamedTuple):
    """The residents asked for in their order, how many there are of each kind, and whether more follow."""

    rows: tuple[ResidentRow, ...]
    counts: ResidentCounts
    households: int
    """How many households those who live here are."""
    has_more: bool = False


_COLUMNS = """
SELECT s.id, s.household_id, root.number, p.surname, p.given_name, p.patronymic, rp.kinship,
       p.birth_year, p.birth_month, p.birth_day, room.name, bed.name, s.moved_in_on, s.ended_on,
       s.rules_signed_on, s.ended_because, s.left_on, rp.shares_bed, p.latin_name, p.native_name, r.number,
       p.status_given_on, p.status_extended_until, p.status_ended_on,
       p0.status_given_on, p0.status_extended_until, p0.status_ended_on, s.destination
"""
_JOINS = """
JOIN person p ON p.id = s.person_id
JOIN application root ON root.id = s.household_id
JOIN referral_person rp ON rp.id = s.referral_person_id
JOIN referral r ON r.id = rp.referral_id
JOIN application_person ap0 ON ap0.application_id = root.id AND ap0.position = 0
JOIN person p0 ON p0.id = ap0.person_id
"""
_NOW = f"""{_COLUMNS} FROM stay s {_JOINS}
LEFT JOIN bed_use u ON u.referral_person_id = rp.id AND u.ended_on IS NULL
LEFT JOIN bed ON bed.id = u.bed_id LEFT JOIN room ON room.id = bed.room_id
WHERE s.left_on IS NULL ORDER BY p.sort_key, s.id
"""
_LAST_BED = """
LEFT JOIN bed_use u ON u.id = (SELECT max(last.id) FROM bed_use last WHERE last.stay_id = s.id)
LEFT JOIN bed ON bed.id = u.bed_id LEFT JOIN room ON room.id = bed.room_id
"""
_LEFT = f"""{_COLUMNS} FROM stay s {_JOINS} {_LAST_BED}
WHERE s.left_on IS NOT NULL AND s.id IN (
    SELECT gone.id FROM stay gone WHERE gone.left_on IS NOT NULL
    ORDER BY gone.left_on DESC, gone.id DESC LIMIT ? OFFSET ?)
ORDER BY s.left_on DESC, s.id DESC
"""
_LEFT_FOUND = f"""{_COLUMNS} FROM journal_search JOIN application a ON a.id = journal_search.rowid
JOIN referral found ON found.application_id = a.id
JOIN referral_person named ON named.referral_id = found.id
JOIN stay s ON s.referral_person_id = named.id {_JOINS} {_LAST_BED}
WHERE journal_search MATCH ? AND s.left_on IS NOT NULL
ORDER BY s.left_on DESC, s.id DESC LIMIT ? OFFSET ?
"""
_COUNT = "SELECT count(*) FROM stay WHERE left_on IS NOT NULL"
_COUNT_FOUND = """
SELECT count(*) FROM journal_search JOIN referral r ON r.application_id = journal_search.rowid
JOIN referral_person rp ON rp.referral_id = r.id JOIN stay s ON s.referral_person_id = rp.id
WHERE journal_search MATCH ? AND s.left_on IS NOT NULL
"""


def residents_now(database: OfficeDatabase, on: date) -> list[ResidentRow]:
    """Everybody who lives here, by name."""
    return _read(database, _NOW, (), on)


def resident_list(
    database: OfficeDatabase,
    which: Residents,
    on: date,
    *,
    typed: str = "",
    limit: int = 200,
    offset: int = 0,
) -> ResidentList:
    """The residents of a kind whose words are all found in their row; of those who left, one page."""
    asked = asked_words(typed)
    now = [row for row in residents_now(database, on) if _answers(row, asked)]
    kinds = {
        Residents.NOW: now,
        Residents.ENDING: _by_end(row for row in now if row.ends_on <= on + timedelta(days=SOON_DAYS)),
        Residents.STATUS_ENDING: _by_status(now, on),
        Residents.UNSIGNED: [row for row in now if row.needs_signature()],
    }
    left = left_count(database, typed)
    counts = ResidentCounts(
        now=len(now),
        ending=len(kinds[Residents.ENDING]),
        status_ending=len(kinds[Residents.STATUS_ENDING]),
        unsigned=len(kinds[Residents.UNSIGNED]),
        left=left,
    )
    households = len({row.household_id for row in now})
    if which is not Residents.LEFT:
        return ResidentList(tuple(kinds[which]), counts, households)
    rows = left_residents(database, on, typed=typed, limit=limit)
    return ResidentList(tuple(rows), counts, households, has_more=limit < left)


def left_residents(
    database: OfficeDatabase, on: date, *, typed: str = "", limit: int = PAGE, offset: int = 0
) -> list[ResidentRow]:
    """A page of those who left, the last first; a search finds their whole family."""
    expression = matching(typed)
    if expression is None:
        return _read(database, _LEFT, (limit, offset), on)
    return _read(database, _LEFT_FOUND, (expression, limit, offset), on)


def left_count(database: OfficeDatabase, typed: str = "") -> int:
    """How many stays are over and left, of those whom the search finds."""
    expression = matching(typed)
    sql, asked = (_COUNT, []) if expression is None else (_COUNT_FOUND, [expression])
    (count,) = database.execute_sql(sql, asked).fetchone()
    return int(count)


def _by_end(rows: Iterable[ResidentRow]) -> list[ResidentRow]:
    return sorted(rows, key=lambda row: row.ends_on)


def _by_status(rows: Sequence[ResidentRow], on: date) -> list[ResidentRow]:
    """Whose status ends soon, or ended: a family member's without one of their own is the applicant's."""
    until = on + timedelta(days=SOON_DAYS)
    ending = [row for row in rows if row.status_ends_on is not None and row.status_ends_on <= until]
    return sorted(ending, key=lambda row: row.status_ends_on or until)


def _answers(row: ResidentRow, asked: Sequence[str]) -> bool:
    if not asked:
        return True
    text = f"{row.name.full} {row.also} {row.born.digits} {row.number} {row.bed}"
    return all(stands_in(word, text) for word in asked)


def _read(database: OfficeDatabase, sql: str, asked: tuple[object, ...], on: date) -> list[ResidentRow]:
    calendar = term_calendar(Office.get_by_id(1))
    return [_row(row, on, calendar) for row in database.execute_sql(sql, asked).fetchall()]


def _row(row: tuple[Any, ...], on: date, calendar: WorkCalendar | None) -> ResidentRow:
    (
        stay_id,
        household_id,
        number,
        surname,
        given_name,
        patronymic,
        kinship,
        year,
        month,
        day,
        room,
        bed,
        moved_in_on,
        ended_on,
        signed_on,
        because,
        left_on,
        shares_bed,
        latin_name,
        native_name,
        referral,
        *status,
        destination,
    ) = row
    own, applicants = (
        KandasStatus(_day(given), _day(extended), _day(ended))
        for given, extended, ended in (status[:3], status[3:])
    )
    born = BirthDate(year, month, day)
    ends_on = _day(ended_on) or stay_ends_on(date.fromisoformat(moved_in_on), stay_follows(own, applicants))
    return ResidentRow(
        stay_id=stay_id,
        household_id=household_id,
        number=number,
        name=PersonName(surname, given_name, patronymic),
        kinship=kinship,
        born=born,
        bed=f"{room}-{bed}" if room is not None else "",
        moved_in_on=date.fromisoformat(moved_in_on),
        ends_on=ends_on,
        vacate_on=vacate_due(ends_on, calendar) if ends_on < on else ends_on,
        status_ends_on=stay_follows(own, applicants),
        has_own_status=status_ends_on(own) is not None,
        shares_bed=bool(shares_bed),
        rules_signed_on=_day(signed_on),
        ended_because=EndReason(because) if because else None,
        left_on=_day(left_on),
        destination=destination,
        is_adult=born.is_adult_on(on),
        also=f"{latin_name} {native_name} {referral}",
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
