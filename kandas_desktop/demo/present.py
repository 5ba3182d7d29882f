"""What is special on the demo's day: whose stay ends, what is out of service, what waits for an answer."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from kandas_desktop.demo.files import write_breaches
from kandas_desktop.demo.petitions import write_petitions
from kandas_desktop.demo.plan import Plan
from kandas_desktop.models import engine
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.terms import months_after

_DAY = timedelta(days=1)
_OUTAGES = (
    ("Радиатор ағып тұр", 12, 7),
    ("Төсектің тіреуі сынған", 5, None),
    ("Терезесі ауыстырылып жатыр", 9, 2),
)


class _End(NamedTuple):
    """In which room the next stay to end is looked for, when it ends, and by what the status ends."""

    room: str
    days_on: int
    because: str | None = None
    told: tuple[int, ...] = ()
    """How many days before its end the household was given notice of it."""


# The first is a day late to leave (r.17); the next two have some days left to.
_ENDS = (
    _End("103", -4, "citizenship"),
    _End("303", -1, "permit refused"),
    _End("205", -2, "permit withdrawn"),
    _End("102", 0, told=(30, 14, 3)),
    _End("107", 3, told=(14,)),
    _End("101", 9, told=(14,)),
    _End("305", 14, told=(30,)),
    _End("301", 30),
)
_RESIDENTS = (
    "SELECT s.id, s.household_id, s.moved_in_on, u.bed_id FROM stay s JOIN bed_use u ON u.stay_id = s.id"
    " AND u.ended_on IS NULL JOIN bed b ON b.id = u.bed_id JOIN room r ON r.id = b.room_id"
    " WHERE s.left_on IS NULL AND r.name = ? ORDER BY u.bed_id"
)


def set_the_present(
    database: engine.OfficeDatabase,
    plan: Plan,
    *,
    today: date,
    calendar: WorkCalendar,
) -> None:
    """Tell the present day's story in the rooms that there are; in a small office some of it is missing."""
    _put_out_of_service(database, plan.closed, today)
    if plan.made_ready:
        _leave_unready(database, plan.made_ready, today)
    _swap_beds(database, today)
    for end in _ENDS:
        _end_stays(database, end, today)
    _extend_a_status(database, today)
    _forget_bedding(database, today)
    _let_somebody_need_the_room(database)
    _leave_rules_unsigned(database)
    database.execute_sql(
        "INSERT INTO calendar_year (year, confirmed_on, source) VALUES (?, ?, ?)",
        (today.year, date(today.year, 1, 1), "Үкіметтің қаулысы (сынақ)"),
    )
    write_breaches(database, today=today, calendar=calendar, spared=[end.room for end in _ENDS])
    write_petitions(database, today=today, calendar=calendar)


def _one(database: engine.OfficeDatabase, sql: str, *values: object) -> tuple[Any, ...] | None:
    found: tuple[Any, ...] | None = database.execute_sql(sql, values).fetchone()
    return found


def _put_out_of_service(database: engine.OfficeDatabase, beds: Sequence[int], today: date) -> None:
    for bed, (reason, since, until) in zip(beds, _OUTAGES, strict=False):
        if not _one(database, "SELECT id FROM bed WHERE id = ?", bed):
            continue
        (left_on,) = _one(database, "SELECT max(ended_on) FROM bed_use WHERE bed_id = ?", bed) or (None,)
        began_on = max(today - since * _DAY, date.fromisoformat(left_on) if left_on else date.min)
        database.execute_sql(
            "INSERT INTO outage (bed_id, began_on, expected_until, reason) VALUES (?, ?, ?, ?)",
            (bed, began_on, today + until * _DAY if until is not None else None, reason),
        )


def _leave_unready(database: engine.OfficeDatabase, bed: int, today: date) -> None:
    """Whoever had the bed last left it yesterday only, if their term let them."""
    last = _one(
        database,
        "SELECT u.id, s.id, s.moved_in_on > ? AND s.ended_because = 'freely' FROM bed_use u"
        " LEFT JOIN stay s ON s.id = u.stay_id WHERE u.bed_id = ? ORDER BY u.id DESC LIMIT 1",
        months_after(today, -6) + _DAY,
        bed,
    )
    if last and last[2]:
        use_id, stay_id, _can_have_stayed = last
        left_on = today - _DAY
        database.execute_sql(
            "UPDATE bed_use SET ended_on = ?, ready_on = NULL WHERE id = ?", (left_on, use_id)
        )
        database.execute_sql(
            "UPDATE stay SET ended_on = ?, left_on = ? WHERE id = ?", (left_on, left_on, stay_id)
        )


def _swap_beds(database: engine.OfficeDatabase, today: date) -> None:
    """Two men changed their beds some days ago."""
    men = [row for room in ("101", "102") for row in database.execute_sql(_RESIDENTS, (room,)).fetchall()]
    swapped_on = today - 3 * _DAY
    settled = [row for row in men if date.fromisoformat(row[2]) < swapped_on - 3 * _DAY]
    if len(settled) < 2:
        return
    uses = [
        _one(
            database,
            "SELECT id, bed_id, referral_person_id, stay_id FROM bed_use"
            " WHERE stay_id = ? AND ended_on IS NULL",
            row[0],
        )
        for row in (settled[0], settled[-1])
    ]
    one, other = (use for use in uses if use)
    for use in (one, other):
        database.execute_sql(
            "UPDATE bed_use SET ended_on = ?, ready_on = ? WHERE id = ?", (swapped_on, swapped_on, use[0])
        )
    for bed, person in ((other[1], one), (one[1], other)):
        database.execute_sql(
            "INSERT INTO bed_use (bed_id, referral_person_id, stay_id, began_on) VALUES (?, ?, ?, ?)",
            (bed, person[2], person[3], swapped_on),
        )


def _end_stays(database: engine.OfficeDatabase, end: _End, today: date) -> None:
    """Let the status, and with it the stay, of a household of the room end on the day that is asked for."""
    residents = database.execute_sql(_RESIDENTS, (end.room,)).fetchall()
    ends_on = today + end.days_on * _DAY
    found = [
        row
        for row in residents
        if months_after(ends_on, -6) <= date.fromisoformat(row[2]) <= min(ends_on, today) - 3 * _DAY
    ]
    if not found:
        return
    household_id = found[-1][1]
    given_on = months_after(ends_on, -11 if end.because else -12)
    people = "(SELECT person_id FROM stay WHERE household_id = ? AND left_on IS NULL)"
    database.execute_sql(
        "UPDATE person SET status_given_on = ?, certificate_issued_on = ? WHERE status_given_on IS NOT NULL"
        f" AND id IN {people}",
        (given_on, given_on, household_id),
    )
    applicant = "(SELECT person_id FROM application_person WHERE application_id = ? AND position = 0)"
    database.execute_sql(
        f"UPDATE person SET status_given_on = ? WHERE id = {applicant}", (given_on, household_id)
    )
    if end.because:
        database.execute_sql(
            "UPDATE person SET status_ended_on = ?, status_ended_because = ?"
            f" WHERE status_given_on IS NOT NULL AND id IN {people}",
            (ends_on, end.because, household_id),
        )
    moved_in_on = date.fromisoformat(found[-1][2])
    for days in end.told:
        given_on = ends_on - days * _DAY
        if moved_in_on < given_on <= today:
            database.execute_sql(
                "INSERT INTO term_notice (household_id, ends_on, given_on) VALUES (?, ?, ?)",
                (household_id, ends_on, given_on),
            )


def _extend_a_status(database: engine.OfficeDatabase, today: date) -> None:
    """The oldest status that is in force was extended by half a year (art. 25)."""
    found = _one(
        database,
        "SELECT p.id, p.status_given_on FROM person p JOIN stay s ON s.person_id = p.id AND s.left_on IS NULL"
        " WHERE p.status_given_on > ? AND p.status_ended_on IS NULL ORDER BY p.status_given_on, p.id LIMIT 1",
        months_after(today, -11),
    )
    if found:
        until = months_after(date.fromisoformat(found[1]), 18)
        database.execute_sql("UPDATE person SET status_extended_until = ? WHERE id = ?", (until, found[0]))


def _forget_bedding(database: engine.OfficeDatabase, today: date) -> None:
    """Three beds were left out on yesterday's round."""
    database.execute_sql(
        "DELETE FROM bedding_change WHERE id IN (SELECT c.id FROM bedding_change c JOIN stay s ON s.id ="
        " c.stay_id WHERE s.left_on IS NULL AND c.changed_on > date(s.moved_in_on, '+14 days')"
        " AND c.changed_on = ? ORDER BY c.id LIMIT 3)",
        (today - _DAY,),
    )


def _let_somebody_need_the_room(database: engine.OfficeDatabase) -> None:
    """Whoever lives in the accessible room upstairs is there because they need it."""
    database.execute_sql(
        "UPDATE application_person SET needs_accessible = 1 WHERE id = (SELECT rp.application_person_id"
        " FROM stay s JOIN referral_person rp ON rp.id = s.referral_person_id"
        " JOIN bed_use u ON u.stay_id = s.id AND u.ended_on IS NULL JOIN bed b ON b.id = u.bed_id"
        " JOIN room r ON r.id = b.room_id WHERE s.left_on IS NULL AND r.name = '208'"
        " AND r.kind = 'accessible' ORDER BY rp.position, s.id LIMIT 1)"
    )


def _leave_rules_unsigned(database: engine.OfficeDatabase) -> None:
    """Whoever moved in last has not signed the house rules yet."""
    database.execute_sql(
        "UPDATE stay SET rules_signed_on = NULL WHERE id = (SELECT id FROM stay WHERE left_on IS NULL"
        " AND rules_signed_on IS NOT NULL ORDER BY moved_in_on DESC, id DESC LIMIT 1)"
    )
