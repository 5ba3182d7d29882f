"""The house on a day, read from the office's file into the values that the rules reason about."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.tables import Office
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.household import PersonName, Sex
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
    "rp.id, rp.referral_id, root.id, root.number, p.surname, p.given_name, p.patronymic, p.sex,"
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
    f" s.referral_person_id{_JOINS} WHERE s.left_on IS NULL AND NOT rp.shares_bed"
    " AND NOT EXISTS (SELECT 1 FROM bed_use u WHERE u.referral_person_id = rp.id AND u.ended_on IS NULL)"
)
_ONE = (
    f"SELECT NULL, coalesce(s.moved_in_on, r.issued_on), {_PEOPLE} FROM referral_person rp{_JOINS}"
    " LEFT JOIN stay s ON s.referral_person_id = rp.id WHERE rp.id = ?"
)
_LAST_USED = (
    "SELECT max(max(began_on, coalesce(ended_on, began_on), coalesce(ready_on, began_on)))"
    " FROM bed_use WHERE bed_id IN ({places}) AND ended_on IS NOT began_on"
)
_ROOMS = "SELECT id, floor, name, kind FROM room"
_DIGITS = re.compile(r"(\d+)")


class _RoomRow(NamedTuple):
    id: int
    floor: int
    name: str
    kind: str


def house(database: OfficeDatabase, on: date) -> House:
    """The house as it is now, its terms told as of ``on``."""
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
    return _house(on, calendar, rooms, beds, uses, bedless, outages, unready)


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
    return _house(day, calendar, rooms, beds, uses, [], outages, unready)


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


def _house(
    on: date,
    calendar: WorkCalendar | None,
    rooms: Iterable[tuple[Any, ...]],
    beds: list[tuple[Any, ...]],
    uses: list[tuple[Any, ...]],
    bedless: list[tuple[Any, ...]],
    outages: list[tuple[Any, ...]],
    unready: list[tuple[Any, ...]],
) -> House:
    holders = {row[0]: _holder(row, on, calendar) for row in uses}
    out = {row[0]: Outage(row[1], row[2], _date(row[3]), _day(row[4])) for row in outages}
    left = {row[0]: _date(row[1]) for row in unready}
    by_room: dict[int, list[tuple[int, str]]] = {}
    for bed_id, room_id, name in beds:
        by_room.setdefault(room_id, []).append((bed_id, name))
    return House(
        on=on,
        rooms=tuple(
            Room(
                id=room.id,
                floor=room.floor,
                name=room.name,
                kind=RoomKind(room.kind),
                beds=tuple(
                    _bed(on, room, bed_id, name, holders.get(bed_id), out.get(bed_id), left.get(bed_id))
                    for bed_id, name in sorted(by_room.get(room.id, ()), key=lambda bed: natural_key(bed[1]))
                ),
            )
            for room in sorted(
                map(_RoomRow._make, rooms), key=lambda room: (room.floor, natural_key(room.name))
            )
        ),
        without_bed=tuple(_holder(row, on, calendar) for row in bedless),
    )


def _bed(
    on: date,
    room: _RoomRow,
    bed_id: int,
    name: str,
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
        sex=Sex(sex) if sex else None,
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
