"""The house on a day, read from the office's file into the values that the rules reason about."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import FileState, OfficeDatabase
from kandas_desktop.models.tables import Office
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.kinship import sex_implied_by
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import (
    Bed,
    BedHolder,
    House,
    Outage,
    Room,
    RoomKind,
    bed_state,
)
from kandas_desktop.rules.status import KandasStatus, stay_follows
from kandas_desktop.rules.terms import move_in_due, stay_ends_on, vacate_due

_PEOPLE = (
    "rp.id, rp.referral_id, root.id, root.number, p.surname, p.given_name, p.patronymic, p.sex, ap.kinship,"
    " p.birth_year, p.birth_month, p.birth_day, rp.position, r.received_on,"
    " s.id, s.moved_in_on, s.ended_on,"
    " p.status_given_on, p.status_extended_until, p.status_ended_on,"
    " p0.status_given_on, p0.status_extended_until, p0.status_ended_on"
)
_JOINS = (
    " JOIN referral r ON r.id = rp.referral_id"
    " JOIN application a ON a.id = r.application_id"
    " JOIN application root ON root.id = coalesce(a.joins_id, a.id)"
    " JOIN application_person ap ON ap.id = rp.application_person_id"
    " JOIN person p ON p.id = ap.person_id"
    " JOIN application_person ap0 ON ap0.application_id = root.id AND ap0.position = 0"
    " JOIN person p0 ON p0.id = ap0.person_id"
)
_LIVE_USES = (
    f"SELECT u.bed_id, u.began_on, {_PEOPLE} FROM bed_use u JOIN referral_person rp ON rp.id ="
    f" u.referral_person_id{_JOINS} LEFT JOIN stay s ON s.id = u.stay_id WHERE u.ended_on IS NULL"
)
_USES_ON = (
    f"SELECT u.bed_id, u.began_on, {_PEOPLE} FROM bed_use u JOIN referral_person rp ON rp.id ="
    f" u.referral_person_id{_JOINS} LEFT JOIN stay s ON s.id = u.stay_id"
    " WHERE u.began_on <= ? AND (u.ended_on IS NULL OR u.ended_on > ?)"
)
_BEDLESS = (
    f"SELECT NULL, s.moved_in_on, {_PEOPLE} FROM stay s JOIN referral_person rp ON rp.id ="
    f" s.referral_person_id{_JOINS} WHERE s.left_on IS NULL AND rp.shares_bed = 0"
    " AND NOT EXISTS (SELECT 1 FROM bed_use u WHERE u.referral_person_id = rp.id AND u.ended_on IS NULL)"
)
_ONE = (
    f"SELECT NULL, coalesce(s.moved_in_on, r.issued_on), {_PEOPLE} FROM referral_person rp{_JOINS}"
    " LEFT JOIN stay s ON s.referral_person_id = rp.id WHERE rp.id = ?"
)
_LAST_USED = (
    "SELECT max(coalesce(ready_on, ended_on, began_on))"
    " FROM bed_use WHERE bed_id IN ({places}) AND (ended_on IS NULL OR ended_on <> began_on)"
)
_ROOMS = "SELECT id, floor, name, kind FROM room"
_DIGITS = re.compile(r"(\d+)")


class _RoomRow(NamedTuple):
    id: int
    floor: int
    name: str
    kind: str


_BedFacts = tuple[int, str, tuple[Any, ...] | None, tuple[Any, ...] | None, str | None]
"""A bed's id and name; the rows of who has it, and of its outage; the day on which it was left."""


class _KnownRoom(NamedTuple):
    """A room, and everything in the file that it was made of."""

    facts: tuple[Any, ...]
    room: Room


class _Kept(NamedTuple):
    """The house as it was read last, and the state of the file of which that is true."""

    state: FileState
    calendar: WorkCalendar | None
    rooms: Mapping[int, _KnownRoom]
    house: House


# A drop on the board is judged in the house that the board shows: unless something was written meanwhile, by
# this desk or another, that is the house as it is. Of what is read anew, most rooms are as they were.
_kept: WeakKeyDictionary[OfficeDatabase, _Kept] = WeakKeyDictionary()


def house(database: OfficeDatabase, on: date) -> House:
    """The house as it is now, its terms told as of ``on``."""
    state, kept = database.state(), _kept.get(database)
    if kept is not None and kept.house.on == on and kept.state == state:
        return kept.house
    calendar = term_calendar(Office.get_by_id(1))
    uses = database.execute_sql(_LIVE_USES).fetchall()
    bedless = database.execute_sql(_BEDLESS).fetchall()
    outages = database.execute_sql(
        "SELECT bed_id, id, reason, began_on, expected_until FROM outage WHERE ended_on IS NULL"
    ).fetchall()
    unready = database.execute_sql(
        "SELECT bed_id, max(ended_on) FROM bed_use"
        " WHERE stay_id IS NOT NULL AND ended_on IS NOT NULL AND ready_on IS NULL GROUP BY bed_id"
    ).fetchall()
    beds = database.execute_sql("SELECT id, room_id, name FROM bed WHERE retired_on IS NULL").fetchall()
    rooms = database.execute_sql(f"{_ROOMS} WHERE retired_on IS NULL").fetchall()
    is_alike = kept is not None and kept.house.on == on and kept.calendar == calendar
    known = kept.rooms if kept is not None and is_alike else {}
    made = _rooms(on, calendar, rooms, beds, uses, outages, unready, known=known)
    read = House(on, tuple(each.room for each in made), tuple(_holder(row, on, calendar) for row in bedless))
    # What is not committed may be taken back, and something may have come between two of the statements.
    if not database.in_transaction() and database.state() == state:
        _kept[database] = _Kept(state, calendar, {each.room.id: each for each in made}, read)
    return read


def house_on(database: OfficeDatabase, day: date) -> House:
    """The house as it was at the end of a day gone by."""
    calendar = term_calendar(Office.get_by_id(1))
    uses = database.execute_sql(_USES_ON, (day, day)).fetchall()
    outages = database.execute_sql(
        "SELECT bed_id, id, reason, began_on, expected_until FROM outage"
        " WHERE began_on <= ? AND (ended_on IS NULL OR ended_on > ?)",
        (day, day),
    ).fetchall()
    unready = database.execute_sql(
        "SELECT bed_id, max(ended_on) FROM bed_use WHERE stay_id IS NOT NULL AND ended_on <= ?"
        " AND (ready_on IS NULL OR ready_on > ?) GROUP BY bed_id",
        (day, day),
    ).fetchall()
    beds = database.execute_sql(
        "SELECT id, room_id, name FROM bed WHERE retired_on IS NULL OR retired_on > ?", (day,)
    ).fetchall()
    rooms = database.execute_sql(f"{_ROOMS} WHERE retired_on IS NULL OR retired_on > ?", (day,)).fetchall()
    made = _rooms(day, calendar, rooms, beds, uses, outages, unready, known={})
    return House(day, tuple(each.room for each in made))


def holder_of(database: OfficeDatabase, referral_person_id: int, on: date) -> BedHolder:
    """A person named on a referral as the house sees them, whether they have a bed or not."""
    calendar = term_calendar(Office.get_by_id(1))
    return _holder(database.execute_sql(_ONE, (referral_person_id,)).fetchone(), on, calendar)


def last_used_on(database: OfficeDatabase, bed_ids: Collection[int]) -> date | None:
    """The last day on which somebody had one of these beds; ``None`` where nobody ever did.

    What was taken back on its first day, as what a clock that went ahead wrote, does not count.
    """
    sql = _LAST_USED.format(places=",".join("?" * len(bed_ids)))
    (last,) = database.execute_sql(sql, list(bed_ids)).fetchone()
    return _day(last)


@cache
def natural_key(name: str) -> tuple[tuple[int, str], ...]:
    """By which rooms and beds are sorted as people count: «9» before «10», «101а» after «101»."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(name) if part)


def _rooms(
    on: date,
    calendar: WorkCalendar | None,
    rooms: Iterable[tuple[Any, ...]],
    beds: Iterable[tuple[Any, ...]],
    uses: Iterable[tuple[Any, ...]],
    outages: Iterable[tuple[Any, ...]],
    unready: Iterable[tuple[Any, ...]],
    *,
    known: Mapping[int, _KnownRoom],
) -> list[_KnownRoom]:
    """Every room in its order; one of which everything is as it was known is not made again."""
    use_of, outage_of = {row[0]: row for row in uses}, {row[0]: row for row in outages}
    left = {row[0]: row[1] for row in unready}
    by_room: dict[int, list[_BedFacts]] = {}
    for bed_id, room_id, name in beds:
        facts = (bed_id, name, use_of.get(bed_id), outage_of.get(bed_id), left.get(bed_id))
        by_room.setdefault(room_id, []).append(facts)
    found = []
    for row in map(_RoomRow._make, rooms):
        of_beds = sorted(by_room.get(row.id, ()), key=lambda bed: natural_key(bed[1]))
        before, now = known.get(row.id), (row, of_beds)
        if before is None or before.facts != now:
            before = _KnownRoom(now, _room(on, calendar, row, of_beds))
        found.append(before)
    return sorted(found, key=lambda each: (each.room.floor, natural_key(each.room.name)))


def _room(on: date, calendar: WorkCalendar | None, row: _RoomRow, beds: list[_BedFacts]) -> Room:
    return Room(
        id=row.id,
        floor=row.floor,
        name=row.name,
        kind=RoomKind(row.kind),
        beds=tuple(
            _bed(
                on,
                row,
                bed_id,
                name,
                holder=_holder(use, on, calendar) if use else None,
                outage=Outage(outage[1], outage[2], _date(outage[3]), _day(outage[4])) if outage else None,
                unready_since=_day(left),
            )
            for bed_id, name, use, outage, left in beds
        ),
    )


def _bed(
    on: date,
    room: _RoomRow,
    bed_id: int,
    name: str,
    *,
    holder: BedHolder | None,
    outage: Outage | None,
    unready_since: date | None,
) -> Bed:
    is_slept_in = holder is not None and holder.stay_id is not None
    ends_on = holder.stay_ends_on if holder else None
    state = bed_state(
        is_out_of_service=outage is not None,
        is_slept_in=is_slept_in,
        is_stay_over=ends_on is not None and ends_on < on,
        is_held=holder is not None,
        is_unready=unready_since is not None,
    )
    return Bed(bed_id, name, f"{room.name}-{name}", room.id, state, holder, outage, unready_since)


def _holder(row: tuple[Any, ...], on: date, calendar: WorkCalendar | None) -> BedHolder:
    (
        _bed_id,
        since,
        referral_person_id,
        referral_id,
        household_id,
        household_number,
        surname,
        given_name,
        patronymic,
        sex,
        kinship,
        year,
        month,
        day,
        position,
        received_on,
        stay_id,
        moved_in_on,
        ended_on,
        *status,
    ) = row
    stay_end = None
    if stay_id is None:
        due = move_in_due(_date(received_on), calendar) if received_on else None
    else:
        stay_end = _day(ended_on) or _term_ends_on(moved_in_on, *status)
        due = vacate_due(stay_end, calendar) if stay_end < on else stay_end
    return BedHolder(
        referral_person_id=referral_person_id,
        referral_id=referral_id,
        household_id=household_id,
        household_number=household_number,
        name=PersonName(surname, given_name, patronymic),
        sex=Sex(sex) if sex else sex_implied_by(kinship),
        born=BirthDate(year, month, day),
        position=position,
        since=_date(since),
        due=due,
        stay_id=stay_id,
        moved_in_on=_day(moved_in_on),
        stay_ends_on=stay_end,
    )


@lru_cache(maxsize=4096)  # the house is read whole after every write, and nearly all of it is as it was
def _term_ends_on(moved_in_on: str, *status: str | None) -> date:
    """The last day of a stay by its term (r.15): of the person's status, and of the applicant's."""
    own, applicants = (
        KandasStatus(_day(given), _day(extended), _day(ended))
        for given, extended, ended in (status[:3], status[3:])
    )
    return stay_ends_on(_date(moved_in_on), stay_follows(own, applicants))


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
