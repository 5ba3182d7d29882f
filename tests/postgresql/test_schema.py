"""The tables are spelt so that PostgreSQL reads them too, and holds what must never be."""

from collections.abc import Iterator

import pytest

from kandas_desktop.models.migrations import m0001_first_tables, m0002_beds_and_stays
from tests.postgresql.server import Server, a_server

# What SQLite takes as it is, and PostgreSQL calls otherwise.
_TYPES = ("CREATE DOMAIN datetime AS timestamp", "CREATE DOMAIN blob AS bytea")
SCHEMA = (
    *_TYPES,
    *m0001_first_tables.TABLES,
    *m0001_first_tables.INDEXES,
    *m0002_beds_and_stays.TABLES,
    *m0002_beds_and_stays.INDEXES,
    *m0002_beds_and_stays.LIVE_INDEXES,
    *m0002_beds_and_stays.POSTGRESQL,
)
_TWO_PEOPLE_AND_TWO_BEDS = (
    "INSERT INTO volume VALUES (1, 2026, 1, '2026-01-05')",
    *(
        "INSERT INTO person (id, surname, given_name, patronymic, latin_name, native_name, birth_year,"
        " birth_place, origin_country, citizenship, iin, certificate_number, sort_key) VALUES"
        f" ({id_}, 'Үлгібаев', '{name}', '', '', '', 1984, '', 'MN', '', '', '', '')"
        for id_, name in ((1, "Дәурен"), (2, "Сәуле"))
    ),
    "INSERT INTO application (id, volume_id, year, sequence, number, arrived_at, registered_on, people,"
    " sort_key) VALUES (1, 1, 2026, 1, 'Ө-1/26', '2026-03-16 10:42:00', '2026-03-16', 2, '')",
    *(
        "INSERT INTO application_person (id, application_id, person_id, position, kinship, document_number,"
        f" document_issued_by, needs_accessible) VALUES ({id_}, 1, {id_}, {id_ - 1}, 'жұбайы', '', '', 0)"
        for id_ in (1, 2)
    ),
    "INSERT INTO referral (id, application_id, year, sequence, number, issued_on, people, local_body_name,"
    " local_body_head) VALUES (1, 1, 2026, 1, 'Ж-1/26', '2026-03-16', 2, '', '')",
    *(f"INSERT INTO referral_person VALUES ({id_}, 1, {id_}, {id_ - 1}, 'Д', '', '', 0)" for id_ in (1, 2)),
    "INSERT INTO room (id, floor, name, kind) VALUES (1, 1, '101', 'family')",
    "INSERT INTO bed (id, room_id, name) VALUES (1, 1, '1'), (2, 1, '2')",
    "INSERT INTO stay (id, person_id, referral_person_id, household_id, moved_in_on, destination)"
    " VALUES (1, 1, 1, 1, '2026-03-17', '')",
    "INSERT INTO bed_use (id, bed_id, referral_person_id, stay_id, began_on, ended_on) VALUES"
    " (1, 1, 1, NULL, '2026-03-16', '2026-03-17'), (2, 1, 1, 1, '2026-03-17', NULL)",
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A PostgreSQL with the program's tables, in which one of two people sleeps in one of two beds."""
    with a_server() as made:
        assert made.run(*SCHEMA) == []
        assert made.run(*_TWO_PEOPLE_AND_TWO_BEDS) == []
        yield made


def test_every_table_and_every_index_is_there(server: Server) -> None:
    tables = len(m0001_first_tables.TABLES) + len(m0002_beds_and_stays.TABLES)
    assert server.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == str(tables)
    names = [
        statement.split(" ON ")[0].split()[-1]
        for statement in (*m0002_beds_and_stays.INDEXES, *m0002_beds_and_stays.LIVE_INDEXES)
    ]
    listed = ", ".join(f"'{name}'" for name in names)
    assert server.value(f"SELECT count(*) FROM pg_indexes WHERE indexname IN ({listed})") == str(len(names))


USE = "INSERT INTO bed_use (id, bed_id, referral_person_id, stay_id, began_on, ended_on) VALUES"


@pytest.mark.parametrize(
    ("statement", "refused_by"),
    [
        (f"{USE} (9, 1, 2, NULL, '2026-04-01', NULL)", "bed_use_live"),
        (f"{USE} (9, 2, 1, 1, '2026-04-01', NULL)", "bed_use_live_person"),
        (f"{USE} (9, 1, 2, NULL, '2026-03-15', '2026-03-17')", "bed_use_alone"),
        (f"{USE} (9, 1, 2, NULL, '2026-03-20', '2026-03-25')", "bed_use_alone"),
        (f"{USE} (9, 2, 2, NULL, '2026-03-20', '2026-03-19')", "bed_use_check"),
        (
            "INSERT INTO stay (id, person_id, referral_person_id, household_id, moved_in_on, destination)"
            " VALUES (9, 1, 2, 1, '2026-03-18', '')",
            "stay_live",
        ),
        ("INSERT INTO room (id, floor, name, kind) VALUES (9, 2, '101', 'men')", "room_name_live"),
        ("INSERT INTO room (id, floor, name, kind) VALUES (9, 2, '201', 'pets')", "room_kind_check"),
        ("INSERT INTO bed (id, room_id, name) VALUES (9, 1, '2')", "bed_name_live"),
        ("INSERT INTO bed (id, room_id, name) VALUES (9, 7, '2')", "bed_room_id_fkey"),
        ("DELETE FROM bed WHERE id = 1", "bed_use_bed_id_fkey"),
        ("UPDATE stay SET left_on = '2026-03-20' WHERE id = 1", "stay_check"),
        (
            "UPDATE stay SET ended_on = '2026-03-20', ended_because = 'evicted' WHERE id = 1",
            "stay_check",
        ),
    ],
)
def test_what_must_never_be_is_refused(server: Server, statement: str, refused_by: str) -> None:
    (refusal,) = server.tried(statement)
    assert refused_by in refusal


@pytest.mark.parametrize(
    "statement",
    [
        f"{USE} (8, 2, 2, NULL, '2026-03-16', NULL)",
        f"{USE} (7, 1, 2, NULL, '2026-03-20', '2026-03-20')",  # held and let go on one day: no night
        "INSERT INTO room (id, floor, name, kind, retired_on) VALUES (8, 1, '101', 'family', '2026-03-18')",
    ],
)
def test_what_may_be_is_taken(server: Server, statement: str) -> None:
    assert server.tried(statement) == []
