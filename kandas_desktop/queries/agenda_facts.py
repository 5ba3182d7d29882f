"""The facts of the day's agenda, read from the rows that are live: ten years of history cost nothing."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from kandas_desktop.models.breaches import numbered
from kandas_desktop.models.cases import calendar_overrides
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import natural_key
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.applied import applied_for
from kandas_desktop.rules.agenda_facts import (
    BreachFile,
    Facts,
    Household,
    LinenBed,
    NoticeGiven,
    Offer,
    OpenPetition,
    ReferralOut,
    Repair,
    Resident,
    ToConsider,
    UnreadyBed,
)
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus

_UNHELD_DAYS = 60
"""A referral that holds no bed, as an infant's alone, is asked about that long after its receipt."""

_TO_CONSIDER = """
SELECT a.id, coalesce(a.joins_id, a.id), a.number, p.surname, p.given_name, p.patronymic, a.people,
       a.registered_on, a.arrived_at, a.reopened_on, a.joins_id
FROM application a
JOIN application_person ap ON ap.application_id = a.id AND ap.position = 0
JOIN person p ON p.id = ap.person_id
WHERE a.considered_on IS NULL AND a.struck_out_on IS NULL
"""
# A bed is held until its person has come: so the live holds name the referrals that are still open. The plus
# keeps SQLite to the index of live uses: holds that ended are as many as people ever came.
_REFERRALS = """
SELECT r.id, coalesce(a.joins_id, a.id), a.number, p.surname, p.given_name, p.patronymic, r.number,
       r.issued_on, r.received_on, count(*), a.id, a.joins_id
FROM referral r JOIN application a ON a.id = r.application_id
JOIN application_person ap ON ap.application_id = a.id AND ap.position = 0
JOIN person p ON p.id = ap.person_id
JOIN referral_person rp ON rp.referral_id = r.id
WHERE r.id IN (
    SELECT hp.referral_id FROM bed_use u CROSS JOIN referral_person hp WHERE hp.id = u.referral_person_id
    AND u.ended_on IS NULL AND +u.stay_id IS NULL
    UNION ALL SELECT id FROM referral WHERE struck_out_on IS NULL AND received_on IS NULL
    UNION ALL SELECT id FROM referral WHERE struck_out_on IS NULL AND received_on >= ?
  )
  AND r.struck_out_on IS NULL AND r.lapsed_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.referral_person_id = rp.id)
GROUP BY r.id, a.id, p.id ORDER BY r.id
"""
_HOLDS = """
SELECT rp.referral_id, rm.name, b.name FROM bed_use u JOIN referral_person rp ON rp.id = u.referral_person_id
JOIN bed b ON b.id = u.bed_id JOIN room rm ON rm.id = b.room_id
WHERE u.ended_on IS NULL AND +u.stay_id IS NULL
"""
# Who was chosen to speak for the household last and lives here still, else the applicant.
_RESIDENTS = """
SELECT s.id, s.household_id, root.number, rp.referral_id, p.surname, p.given_name, p.patronymic,
       p.birth_year, p.birth_month, p.birth_day, s.moved_in_on, s.ended_on, s.rules_signed_on,
       p.status_given_on, p.status_extended_until, p.status_ended_on,
       p0.status_given_on, p0.status_extended_until, p0.status_ended_on,
       s.id = coalesce(
           (SELECT h.stay_id FROM household_contact h JOIN stay c ON c.id = h.stay_id
            WHERE h.household_id = s.household_id AND c.left_on IS NULL ORDER BY h.id DESC LIMIT 1),
           (SELECT c.id FROM stay c WHERE c.household_id = s.household_id AND c.person_id = p0.id
            AND c.left_on IS NULL)),
       rm.name, b.name
FROM stay s JOIN person p ON p.id = s.person_id JOIN referral_person rp ON rp.id = s.referral_person_id
JOIN application root ON root.id = s.household_id
JOIN application_person ap0 ON ap0.application_id = root.id AND ap0.position = 0
JOIN person p0 ON p0.id = ap0.person_id
LEFT JOIN bed_use u ON u.stay_id = s.id AND u.ended_on IS NULL
LEFT JOIN bed b ON b.id = u.bed_id LEFT JOIN room rm ON rm.id = b.room_id
WHERE s.left_on IS NULL ORDER BY s.household_id, rp.referral_id, rp.position
"""
_NOTICES = """
SELECT household_id, ends_on, given_on FROM term_notice
WHERE household_id IN (SELECT household_id FROM stay WHERE left_on IS NULL)
"""
_BREACHES = """
WITH open_file (id) AS (
    SELECT id FROM breach WHERE closed_on IS NULL AND decided_on IS NULL
    UNION SELECT d.id FROM breach d WHERE d.decided_on IS NOT NULL AND d.notified_on IS NULL AND (
        d.outcome = 'keep' OR EXISTS (
            SELECT 1 FROM breach_person lp JOIN stay s ON s.id = lp.stay_id
            WHERE lp.breach_id = d.id AND lp.is_to_leave = 1 AND s.left_on IS NULL))
)
SELECT f.id, f.household_id, f.recorded_on, f.proposed_on, f.sequence, f.registered_on, f.decided_on,
       bp.stay_id, f.year
FROM open_file CROSS JOIN breach f LEFT JOIN breach_person bp ON bp.breach_id = f.id
WHERE f.id = open_file.id
ORDER BY f.id, bp.id
"""
_PETITIONS = """
SELECT id, sequence, stay_id, filed_on, year FROM petition WHERE answered_on IS NULL ORDER BY id
"""
_UNREADY = """
WITH unready (bed_id, left_on) AS (
    SELECT bed_id, max(ended_on) FROM bed_use
    WHERE stay_id IS NOT NULL AND ended_on IS NOT NULL AND ready_on IS NULL GROUP BY bed_id
)
SELECT b.id, rm.name, b.name, rm.floor, unready.left_on FROM unready
JOIN bed b ON b.id = unready.bed_id JOIN room rm ON rm.id = b.room_id
WHERE b.retired_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM bed_use l WHERE l.bed_id = b.id AND l.ended_on IS NULL)
  AND NOT EXISTS (SELECT 1 FROM outage o WHERE o.bed_id = b.id AND o.ended_on IS NULL)
ORDER BY b.id
"""
_LINEN = """
SELECT b.id, rm.floor, coalesce((SELECT max(c.changed_on) FROM bedding_change c
                                 WHERE c.bed_id = b.id AND c.changed_on >= u.began_on), u.began_on)
FROM bed_use u JOIN bed b ON b.id = u.bed_id JOIN room rm ON rm.id = b.room_id
WHERE u.ended_on IS NULL AND +u.stay_id IS NOT NULL ORDER BY rm.floor, b.id
"""
_REPAIRS = """
SELECT b.id, rm.name, b.name, o.reason, o.began_on, o.expected_until FROM outage o
JOIN bed b ON b.id = o.bed_id JOIN room rm ON rm.id = b.room_id
WHERE o.ended_on IS NULL AND o.expected_until IS NOT NULL AND b.retired_on IS NULL ORDER BY b.id
"""
_PEOPLE = """
SELECT s.id, s.household_id, root.number, p.surname, p.given_name, p.patronymic, rm.name, b.name
FROM stay s JOIN person p ON p.id = s.person_id JOIN application root ON root.id = s.household_id
LEFT JOIN bed_use u ON u.stay_id = s.id AND u.ended_on IS NULL
LEFT JOIN bed b ON b.id = u.bed_id LEFT JOIN room rm ON rm.id = b.room_id WHERE s.id IN ({marks})
"""


def read_facts(
    database: OfficeDatabase,
    on: date,
    *,
    overrides: dict[date, bool] | None = None,
    offers: Sequence[Offer] = (),
) -> Facts:
    """Everything that may be due on a day; ``overrides`` stand in for the office's own calendar days."""
    office = Office.get_by_id(1)
    years = database.execute_sql("SELECT year FROM calendar_year").fetchall()
    return Facts(
        calendar=kazakhstan(calendar_overrides() if overrides is None else overrides),
        moves_last_days=office.last_day_moves,
        bedding_days=office.bedding_days,
        set_up_on=office.set_up_on,
        confirmed_years=frozenset(year for (year,) in years),
        has_beds=_is_there(database, "SELECT 1 FROM bed WHERE retired_on IS NULL"),
        has_applications=_is_there(database, "SELECT 1 FROM application"),
        to_consider=_to_consider(database),
        referrals=_referrals(database, on),
        residents=_residents(database),
        notices=[
            NoticeGiven(household_id, _date(ends_on), _date(given_on))
            for household_id, ends_on, given_on in database.execute_sql(_NOTICES).fetchall()
        ],
        breaches=_breaches(database),
        petitions=_petitions(database),
        linen=[
            LinenBed(bed_id, floor, _date(last_on))
            for bed_id, floor, last_on in database.execute_sql(_LINEN).fetchall()
        ],
        unready=[
            UnreadyBed(bed_id, f"{room}-{bed}", floor, _date(left_on))
            for bed_id, room, bed, floor, left_on in database.execute_sql(_UNREADY).fetchall()
        ],
        repairs=[
            Repair(bed_id, f"{room}-{bed}", reason, _date(began_on), _day(until))
            for bed_id, room, bed, reason, began_on, until in database.execute_sql(_REPAIRS).fetchall()
        ],
        offers=offers,
    )


def _is_there(database: OfficeDatabase, rows: str) -> bool:
    return bool(database.execute_sql(f"SELECT EXISTS ({rows})").fetchone()[0])


def _to_consider(database: OfficeDatabase) -> list[ToConsider]:
    rows = database.execute_sql(_TO_CONSIDER).fetchall()
    applied = applied_for(database, [row[0] for row in rows if row[10] is not None])
    return [
        ToConsider(
            application_id=row[0],
            household=Household(
                row[1],
                row[2],
                applied.get(row[0], PersonName(*row[3:6])),
                row[6],
                is_joining=row[0] in applied,
            ),
            registered_on=_date(row[7]),
            arrived_at=datetime.fromisoformat(row[8]),
            reopened_on=_day(row[9]),
        )
        for row in rows
    ]


def _referrals(database: OfficeDatabase, on: date) -> list[ReferralOut]:
    held: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for referral_id, room, bed in database.execute_sql(_HOLDS).fetchall():
        held[referral_id].append((room, bed))
    since = on - timedelta(days=_UNHELD_DAYS)
    rows = database.execute_sql(_REFERRALS, (since,)).fetchall()
    applied = applied_for(database, [row[10] for row in rows if row[11] is not None])
    return [
        ReferralOut(
            referral_id=row[0],
            number=row[6],
            household=Household(
                row[1],
                row[2],
                applied.get(row[10], PersonName(*row[3:6])),
                row[9],
                *_places(held[row[0]]),
                is_joining=row[10] in applied,
            ),
            issued_on=_date(row[7]),
            received_on=_day(row[8]),
        )
        for row in rows
    ]


def _residents(database: OfficeDatabase) -> list[Resident]:
    return [_resident(row) for row in database.execute_sql(_RESIDENTS).fetchall()]


@lru_cache(maxsize=2048)  # the page is read anew after every write, and nearly all rows are as they were
def _resident(row: tuple[Any, ...]) -> Resident:
    return Resident(
        stay_id=row[0],
        household_id=row[1],
        household_number=row[2],
        referral_id=row[3],
        name=PersonName(*row[4:7]),
        born=BirthDate(*row[7:10]),
        moved_in_on=_date(row[10]),
        ended_on=_day(row[11]),
        rules_signed_on=_day(row[12]),
        own_status=_status(*row[13:16]),
        applicants_status=_status(*row[16:19]),
        speaks_for_household=bool(row[19]),
        room=row[20] or "",
        bed=f"{row[20]}-{row[21]}" if row[20] else "",
    )


def _breaches(database: OfficeDatabase) -> list[BreachFile]:
    rows = database.execute_sql(_BREACHES).fetchall()
    concerned: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row[7] is not None:
            concerned[row[0]].append(row[7])
    people = _people(database, [stay_id for stay_ids in concerned.values() for stay_id in stay_ids])
    return [
        BreachFile(
            breach_id=row[0],
            household=_concerned(row[1], concerned[row[0]], people),
            recorded_on=_date(row[2]),
            proposed_on=_day(row[3]),
            number=numbered(row[4], row[8]) if row[4] else "",
            registered_on=_day(row[5]),
            decided_on=_day(row[6]),
        )
        for row in {row[0]: row for row in rows}.values()
    ]


def _petitions(database: OfficeDatabase) -> list[OpenPetition]:
    rows = database.execute_sql(_PETITIONS).fetchall()
    people = _people(database, [row[2] for row in rows])
    return [
        OpenPetition(petition_id, numbered(sequence, year), _concerned(0, [stay_id], people), _date(filed_on))
        for petition_id, sequence, stay_id, filed_on, year in rows
    ]


def _people(database: OfficeDatabase, stay_ids: list[int]) -> dict[int, tuple[Any, ...]]:
    marks = ", ".join("?" * len(stay_ids))
    rows = database.execute_sql(_PEOPLE.format(marks=marks), stay_ids).fetchall() if stay_ids else []
    return {row[0]: row for row in rows}


def _concerned(household_id: int, stay_ids: list[int], people: dict[int, tuple[Any, ...]]) -> Household:
    """The people whom something concerns, named by the first of them."""
    if not stay_ids:
        return Household(household_id, "", PersonName())
    rows = [people[stay_id] for stay_id in stay_ids]
    first = rows[0]
    places = _places([(row[6], row[7]) for row in rows if row[6]])
    return Household(first[1], first[2], PersonName(*first[3:6]), len(rows), *places)


def _places(beds: list[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of beds, and the rooms in which they stand, as people count."""
    ordered = sorted(beds, key=lambda bed: (natural_key(bed[0]), natural_key(bed[1])))
    return (
        tuple(f"{room}-{bed}" for room, bed in ordered),
        tuple(dict.fromkeys(room for room, _bed in ordered)),
    )


def _status(given: str | None, extended: str | None, ended: str | None) -> KandasStatus:
    return KandasStatus(_day(given), _day(extended), _day(ended))


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
