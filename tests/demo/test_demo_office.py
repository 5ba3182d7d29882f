"""The demo office: whole by every rule of the tables, the same every time, and like a real one."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models import engine
from kandas_desktop.models.cases import reserve_queue
from kandas_desktop.models.database import open_database
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import house
from kandas_desktop.models.migrations import MIGRATIONS
from kandas_desktop.models.referring import referral_case
from kandas_desktop.models.tables import Application, Office, Referral
from kandas_desktop.options import DEMO_SIZE
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.fitting import BedSeeker, FitReason, propose
from kandas_desktop.rules.household import DocumentKind, Sex
from kandas_desktop.rules.iin import iin_faults
from kandas_desktop.rules.letters import letter_faults
from kandas_desktop.rules.numbers import NumberPattern
from kandas_desktop.rules.obstacles import ObstacleKind, obstacles_to_referral
from tests.demo.conftest import TODAY
from tests.finding import found

SIZES = [1, 3, 9, 30, 200, DEMO_SIZE]

Opened = Callable[[int], OfficeDatabase]


def rows(database: OfficeDatabase, sql: str, *values: object) -> Sequence[tuple[Any, ...]]:
    found: Sequence[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    return found


def everything_in(path: Path) -> list[tuple[Any, ...]]:
    """All that the tables hold; what the search index holds hangs on it."""
    database = engine.connect(path)
    tables = [
        name
        for (name,) in rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not name.startswith("journal_search")
    ]
    content = [row for table in tables for row in rows(database, f"SELECT '{table}', * FROM {table}")]
    database.close()
    return content


@pytest.mark.parametrize("size", SIZES)
def test_it_has_as_many_applications_as_asked_for(opened: Opened, size: int) -> None:
    opened(size)
    assert Application.select().count() == size


@pytest.mark.parametrize("size", SIZES)
def test_its_file_is_whole(opened: Opened, size: int) -> None:
    assert engine.faults_in_file(opened(size)) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("table", ["application", "referral"])
def test_its_numbers_have_no_gaps(opened: Opened, size: int, table: str) -> None:
    database = opened(size)
    for _, count, last in rows(database, f"SELECT year, count(*), max(sequence) FROM {table} GROUP BY year"):
        assert count == last


def test_its_numbers_follow_its_patterns(opened: Opened) -> None:
    opened(DEMO_SIZE)
    office = Office.get_by_id(1)
    patterns = ((Application, office.application_pattern), (Referral, office.referral_pattern))
    for table, pattern in patterns:
        for row in table.select():
            assert row.number == NumberPattern(pattern).number(row.sequence, row.year)


@pytest.mark.parametrize("size", [9, 200])
def test_the_same_size_and_day_make_the_same_office(
    demo_file: Callable[[int], Path], tmp_path: Path, size: int
) -> None:
    again = make_demo_office(tmp_path, size=size, today=TODAY, is_full=True)
    assert everything_in(again) == everything_in(demo_file(size))


def test_another_day_makes_another_office(demo_file: Callable[[int], Path], tmp_path: Path) -> None:
    other = make_demo_office(tmp_path, size=30, today=TODAY + timedelta(days=1))
    assert everything_in(other) != everything_in(demo_file(30))


def test_it_can_be_worked_in(opened: Opened) -> None:
    """The guards are all back after the haste in which it was made."""
    database = opened(30)
    names = "SELECT type, name FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name"
    empty = engine.OfficeDatabase(":memory:")
    engine.migrate(empty, MIGRATIONS)
    assert rows(database, names) == rows(empty, names)
    empty.close()
    settings = rows(database, "SELECT k, v FROM journal_search_config WHERE k <> 'version' ORDER BY k")
    assert dict(settings) == {"automerge": 4, "crisismerge": 16, "hashsize": 1024 * 1024}
    assert rows(database, "PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize("size", SIZES)
def test_every_line_is_in_a_volume_of_its_year_and_the_last_is_open(opened: Opened, size: int) -> None:
    database = opened(size)
    assert rows(database, "SELECT count(*) FROM volume WHERE ended_on IS NULL") == [(1,)]
    astray = (
        "SELECT a.number FROM application a JOIN volume v ON v.id = a.volume_id WHERE v.year <> a.year"
        " OR a.registered_on < v.begun_on OR a.registered_on > coalesce(v.ended_on, a.registered_on)"
    )
    assert rows(database, astray) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_lines_stand_in_the_order_of_applying_on_working_days(opened: Opened, size: int) -> None:
    opened(size)
    lines = list(Application.select().order_by(Application.id))
    order = [(line.registered_on, line.arrived_at) for line in lines]
    assert order == sorted(order)
    calendar = kazakhstan()
    assert all(calendar.is_working(line.registered_on) for line in lines)
    assert {line.year for line in lines} <= set(range(2013, TODAY.year + 1))


def test_families_are_as_large_as_real_ones(opened: Opened) -> None:
    database = opened(2000)
    assert 2.1 < rows(database, "SELECT avg(people) FROM application")[0][0] < 2.4
    sizes = "SELECT a.number FROM application a WHERE a.people <>"
    named = "(SELECT count(*) FROM application_person ap WHERE ap.application_id = a.id)"
    assert rows(database, f"{sizes} {named}") == []
    minors = (
        "SELECT avg(p.birth_year * 10000 + coalesce(p.birth_month, 12) * 100 + coalesce(p.birth_day, 31)"
        " > (a.year - 18) * 10000 + strftime('%m%d', a.registered_on)) FROM application a"
        " JOIN application_person ap ON ap.application_id = a.id JOIN person p ON p.id = ap.person_id"
    )
    assert 0.28 < rows(database, minors)[0][0] < 0.38


def test_people_come_from_where_kandas_come_from(opened: Opened) -> None:
    database = opened(2000)
    first = "SELECT p.origin_country FROM person p GROUP BY 1 ORDER BY count(*) DESC LIMIT 6"
    assert [country for (country,) in rows(database, first)] == ["UZ", "CN", "TM", "MN", "RU", "KG"]
    lacking = "SELECT count(*) FROM person WHERE origin_country = ? AND {}"
    for column in ("patronymic = ''", "surname = ''"):
        assert rows(database, lacking.format(column), "MN")[0][0] > 0
    assert rows(database, lacking.format("surname = ''"), "UZ")[0][0] == 0
    assert rows(database, "SELECT count(*) FROM person WHERE birth_month IS NULL")[0][0] > 0
    assert rows(database, "SELECT count(*) FROM person WHERE native_name <> ''")[0][0] > 0


def test_names_can_be_printed_and_numbers_are_in_order(opened: Opened) -> None:
    database = opened(200)
    for surname, given_name, patronymic, latin_name, native_name, iin in rows(
        database, "SELECT surname, given_name, patronymic, latin_name, native_name, iin FROM person"
    ):
        for text in (surname, given_name, patronymic, latin_name):
            assert letter_faults(text) == []
        assert letter_faults(native_name, native=True) == []
        assert latin_name.isascii()
        assert iin_faults(iin, born=None, sex=None) == []


def test_it_has_lines_of_every_outcome(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    for condition in (
        "returned_reason IS NOT NULL",
        "struck_out_on IS NOT NULL",
        "previous_id IS NOT NULL",
        "id IN (SELECT application_id FROM reserve_entry WHERE left_because = 'referred')",
        "id IN (SELECT application_id FROM referral GROUP BY 1 HAVING count(*) > 1)",
    ):
        assert rows(database, f"SELECT count(*) FROM application WHERE {condition}")[0][0] > 0, condition
    referred = rows(database, "SELECT count(*) FROM referral WHERE struck_out_on IS NULL")[0][0]
    assert 0.55 < referred / DEMO_SIZE < 0.75


@pytest.mark.parametrize("size", SIZES)
def test_every_line_but_those_due_and_struck_out_was_considered_the_same_day(
    opened: Opened, size: int
) -> None:
    database = opened(size)
    astray = (
        "SELECT number FROM application WHERE considered_on <> registered_on"
        " OR (considered_on IS NULL AND struck_out_on IS NULL AND registered_on < ?)"
    )
    assert rows(database, astray, TODAY) == []


def test_a_line_whose_referral_was_struck_out_was_due_again_that_day(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    reopened = "SELECT id, reopened_on FROM application WHERE reopened_on IS NOT NULL ORDER BY id"
    struck_out = (
        "SELECT a.id, r.struck_out_on FROM referral r JOIN application a ON a.id = r.application_id"
        " WHERE r.struck_out_on IS NOT NULL AND a.struck_out_on IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM reserve_entry e WHERE e.application_id = a.id) ORDER BY a.id"
    )
    assert rows(database, reopened) == rows(database, struck_out) != []


def test_whoever_applies_anew_is_the_same_family(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    people = "(SELECT group_concat(person_id) FROM application_person WHERE application_id = {})"
    strangers = (
        f"SELECT number FROM application a WHERE previous_id IS NOT NULL"
        f" AND {people.format('a.id')} <> {people.format('a.previous_id')}"
    )
    assert rows(database, strangers) == []


def test_nobody_was_referred_without_a_slip_who_needed_one(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    adults = (
        "SELECT r.number, p.surname FROM referral r JOIN referral_person rp ON rp.referral_id = r.id"
        " JOIN application_person ap ON ap.id = rp.application_person_id JOIN person p ON p.id = ap.person_id"
        " WHERE ap.document_kind IS NULL AND date(printf('%04d-%02d-%02d', p.birth_year + 18,"
        " coalesce(p.birth_month, 12), coalesce(p.birth_day, 31))) <= r.issued_on"
    )
    assert rows(database, adults) == []


def test_a_referral_names_the_whole_family(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    sizes = "SELECT number FROM referral r WHERE people <>"
    named = "(SELECT count(*) FROM referral_person rp WHERE rp.referral_id = r.id)"
    assert rows(database, f"{sizes} {named}") == []
    future = "SELECT number FROM referral WHERE issued_on > ?1 OR received_on > ?1 OR struck_out_on > ?1"
    assert rows(database, future, TODAY) == []


@pytest.mark.parametrize("size", [9, DEMO_SIZE])
def test_two_are_due_and_three_wait(opened: Opened, size: int) -> None:
    opened(size)
    due = Application.select().where(Application.considered_on.is_null(), Application.struck_out_on.is_null())
    assert [line.registered_on for line in due] == [TODAY, TODAY]
    assert len(reserve_queue()) == 3


def test_the_first_in_the_reserve_lacks_two_slips_and_the_others_none(opened: Opened) -> None:
    opened(DEMO_SIZE)
    first, *others = reserve_queue()
    case = referral_case(first, TODAY, today=TODAY)
    found = [(obstacle.kind, obstacle.person) for obstacle in obstacles_to_referral(case, on=TODAY)]
    assert [(kind, person.name.given_name) for kind, person in found if person] == [
        (ObstacleKind.SLIP_MISSING, "Ерасыл"),
        (ObstacleKind.SLIP_DATE_MISSING, "Бибі"),
    ]
    assert len(found) == 2
    assert len(case.people) == 5
    mother = case.people[-1]
    assert mother.document is not None
    assert mother.document.kind is DocumentKind.SLIP
    for other in others:
        kinds = {
            obstacle.kind
            for obstacle in obstacles_to_referral(referral_case(other, TODAY, today=TODAY), on=TODAY)
        }
        assert kinds == {ObstacleKind.OTHERS_AHEAD}


@pytest.mark.parametrize("size", [9, DEMO_SIZE])
def test_an_office_that_is_not_full_has_room_for_a_family_of_eight_at_once(tmp_path: Path, size: int) -> None:
    database = open_database(make_demo_office(tmp_path, size=size, today=TODAY))
    due = Application.select().where(Application.considered_on.is_null(), Application.struck_out_on.is_null())
    first, *others = due.order_by(Application.id)
    assert reserve_queue() == []
    eight = [BedSeeker(position, Sex.FEMALE, BirthDate(1990)) for position in range(8)]
    proposal = propose(house(database, TODAY), eight)
    assert proposal is not None
    assert proposal.reason is FitReason.NEXT_DOOR
    assert house(database, TODAY).counts().free >= 20
    assert [other.registered_on for other in others] == [TODAY, TODAY]
    slips = [
        obstacle.kind
        for obstacle in obstacles_to_referral(referral_case(first, TODAY, today=TODAY), on=TODAY)
    ]
    assert slips == [ObstacleKind.SLIP_MISSING, ObstacleKind.SLIP_DATE_MISSING]
    assert engine.faults_in_file(database) == []
    database.close()


def test_where_the_house_is_not_full_the_last_referral_was_issued_yesterday_and_not_handed_over(
    tmp_path: Path,
) -> None:
    database = open_database(make_demo_office(tmp_path, size=30, today=TODAY))
    last = Referral.select().order_by(Referral.id.desc()).get()
    assert (last.issued_on, last.received_on) == (TODAY - timedelta(days=1), None)
    database.close()


def test_referrals_are_numbered_in_the_order_in_which_they_were_issued(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    days = [day for (day,) in rows(database, "SELECT issued_on FROM referral ORDER BY year, sequence")]
    assert days == sorted(days)


def test_the_journal_of_the_default_demo_ends_with_the_line_151(opened: Opened) -> None:
    opened(DEMO_SIZE)
    last = Application.get_by_id(DEMO_SIZE)
    assert last.number == "Ө-151/26"


@pytest.mark.parametrize("size", [9, 200])
def test_every_line_is_found_by_its_number_and_its_names(opened: Opened, size: int) -> None:
    database = opened(size)
    for id_, number, surname, given_name in rows(
        database,
        "SELECT a.id, a.number, p.surname, p.given_name FROM application a"
        " JOIN application_person ap ON ap.application_id = a.id JOIN person p ON p.id = ap.person_id",
    ):
        assert id_ in found(database, f"{surname} {given_name} {number}")


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 1, 5),  # the first working day of a year
        date(2026, 1, 1),  # a holiday
        date(2024, 3, 1),  # the day after 29 February
        date(2022, 12, 31),  # a day off whose next working day is in another year
        date(2026, 11, 22),  # a Sunday
        date(2013, 12, 2),  # the year of the order itself
        date(2031, 6, 2),  # ten years on
    ],
)
def test_it_can_be_made_on_any_day(today: date, tmp_path: Path) -> None:
    path = make_demo_office(tmp_path, size=60, today=today, is_full=True)
    database = engine.connect(path)
    assert engine.faults_in_file(database) == []
    last_day = kazakhstan().next_working(today)
    due = "SELECT registered_on FROM application WHERE considered_on IS NULL AND struck_out_on IS NULL"
    assert rows(database, due) == [(str(last_day),), (str(last_day),)]
    assert rows(database, "SELECT count(*) FROM application WHERE arrived_at > ?", f"{today} 23:59:59") == [
        (0,)
    ]
    database.close()


def test_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kandas_desktop.demo.office._LINES_AT_ONCE", 50)
    told: list[int] = []
    make_demo_office(tmp_path, size=120, today=TODAY, progress=told.append)
    assert told == [50, 100, 120]


def test_an_office_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = make_demo_office(tmp_path, size=1, today=TODAY)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        make_demo_office(tmp_path, size=1, today=TODAY)
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [0, -1])
def test_an_office_without_a_line_is_no_demo(size: int, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        make_demo_office(tmp_path, size=size, today=TODAY)


def test_a_dense_year_fills_several_volumes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kandas_desktop.demo.ledger._LINES_IN_A_VOLUME", 40)
    database = engine.connect(make_demo_office(tmp_path, size=DEMO_SIZE, today=TODAY))
    fullest = "SELECT max(n) FROM (SELECT count(*) AS n FROM application GROUP BY volume_id)"
    assert rows(database, fullest) == [(40,)]
    assert engine.faults_in_file(database) == []
    database.close()
