import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral, strike_out_referral
from kandas_desktop.models.tables import Application
from kandas_desktop.queries.journal_lines import (
    LAPSED,
    REFERRED,
    SETTLED,
    JournalChoice,
    Order,
    Show,
    all_lines,
    first_lines,
    line_count,
    unbroken_ids,
)
from kandas_desktop.rules.birth import BirthDate
from tests.factories import (
    TestOffice,
    a_person,
    a_slip,
    a_waiting_application,
    an_application,
    an_office,
    leave_no_bed_free,
)

MORE_THAN_ALL = 100
SLIP = a_slip(issued_on=date(2025, 3, 10))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


def found(office: TestOffice, **choice: object) -> list[int]:
    """The ids of a choice; those read at once and those read beside the window are the same."""
    asked = JournalChoice(**choice)  # type: ignore[arg-type]
    database = office.desk.database
    first = first_lines(database, asked, MORE_THAN_ALL)
    assert first is not None
    assert [id_ for piece in all_lines(database, asked) for id_ in piece.ids] == list(first.ids)
    return list(first.ids)


@pytest.fixture
def lines(office: TestOffice) -> dict[str, int]:
    """A line of each outcome, the due one newest; two of them of last year."""
    desk, clock = office.desk, office.clock
    today = clock().date()
    clock.set(today.replace(year=2025))
    referred = an_application(
        desk, a_person("Сәуле", surname="Қасымова", document=SLIP), a_person("Арман", document=SLIP)
    )
    issue_referral(desk, ReferralRequest(referred))
    returned = an_application(
        desk, a_person("Бекзат", surname="Болжамов", origin_country="CN", document=SLIP)
    )
    return_application(desk, returned, reason="Үлгі")
    clock.set(today)
    struck_out = an_application(desk, a_person("Мөлдір", surname="Қиялбекова"))
    strike_out_application(desk, struck_out, reason="Үлгі")
    leave_no_bed_free(desk)
    waiting = a_waiting_application(desk, a_person("Нұрлан", surname="Аңызбеков", origin_country="CN"))
    due = an_application(desk, a_person("Әмина", surname="Нобаева"))
    return {
        "referred": referred,
        "returned": returned,
        "struck out": struck_out,
        "waiting": waiting,
        "due": due,
    }


@pytest.mark.parametrize(
    ("show", "names"),
    [
        (Show.ALL, ["due", "waiting", "struck out", "returned", "referred"]),
        (Show.DUE, ["due"]),
        (Show.RESERVE, ["waiting"]),
        (Show.REFERRED, ["referred"]),
        (Show.RETURNED, ["returned"]),
        (Show.STRUCK_OUT, ["struck out"]),
    ],
)
def test_an_outcome_has_its_own_lines(
    office: TestOffice, lines: dict[str, int], show: Show, names: list[str]
) -> None:
    assert found(office, show=show) == [lines[name] for name in names]


def test_a_struck_out_referral_does_not_keep_its_line_among_the_referred(
    office: TestOffice, lines: dict[str, int]
) -> None:
    strike_out_referral(office.desk, 1, reason="Үлгі")
    assert found(office, show=Show.REFERRED) == []
    assert found(office, show=Show.DUE) == [lines["due"], lines["referred"]]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NEWEST, ["due", "waiting", "struck out", "returned", "referred"]),
        (Order.OLDEST, ["referred", "returned", "struck out", "waiting", "due"]),
        # А Б Қ Қ Н as in the alphabet: Қасымова before Қиялбекова, both before Н
        (Order.NAME, ["waiting", "returned", "referred", "struck out", "due"]),
    ],
)
def test_lines_stand_in_the_order_asked_for(
    office: TestOffice, lines: dict[str, int], order: Order, names: list[str]
) -> None:
    assert found(office, order=order) == [lines[name] for name in names]


def test_a_year_and_a_country_leave_the_others_out(office: TestOffice, lines: dict[str, int]) -> None:
    assert found(office, year=2025) == [lines["returned"], lines["referred"]]
    assert found(office, year=2025, order=Order.OLDEST) == [lines["referred"], lines["returned"]]
    assert found(office, year=2024) == []
    assert found(office, country="CN") == [lines["waiting"], lines["returned"]]
    assert found(office, country="CN", year=2026) == [lines["waiting"]]
    assert found(office, country="TR") == []


@pytest.mark.parametrize(
    "typed", ["Қасымова", "касымова", "Kassymova", "qasymova", "сәуле", "22.06.1984 қасым"]
)
def test_four_spellings_and_a_date_find_the_same_line(
    office: TestOffice, lines: dict[str, int], typed: str
) -> None:
    assert found(office, typed=typed) == [lines["referred"]]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ({"typed": "Ө-1/26"}, ["struck out"]),
        ({"typed": "Ж-1/25"}, ["referred"]),
        ({"typed": "арман"}, ["referred"]),
        ({"typed": "22.6.1984", "year": 2025}, ["returned", "referred"]),
        ({"typed": "22.6.1984", "country": "CN"}, ["waiting", "returned"]),
        (
            {"typed": "22.6.1984", "order": Order.NAME},
            ["waiting", "returned", "referred", "struck out", "due"],
        ),
        ({"typed": "22.6.1984", "order": Order.OLDEST, "year": 2026}, ["struck out", "waiting", "due"]),
        ({"typed": "нұрлан", "show": Show.RESERVE}, ["waiting"]),
        ({"typed": "нұрлан", "show": Show.DUE}, []),
        ({"typed": "әмина", "show": Show.DUE, "year": 2026}, ["due"]),
        ({"typed": "бекзат", "show": Show.RETURNED}, ["returned"]),
        ({"typed": "қиял", "show": Show.STRUCK_OUT}, ["struck out"]),
        ({"typed": "қиял", "show": Show.REFERRED}, []),
    ],
)
def test_a_search_and_filters_hold_together(
    office: TestOffice, lines: dict[str, int], choice: dict[str, object], names: list[str]
) -> None:
    assert found(office, **choice) == [lines[name] for name in names]


@pytest.mark.parametrize(
    ("choice", "is_everything"),
    [
        (JournalChoice(), True),
        (JournalChoice(order=Order.NAME, typed=" … "), True),
        (JournalChoice(typed="қ"), False),
        (JournalChoice(show=Show.DUE), False),
        (JournalChoice(year=2026), False),
        (JournalChoice(country="MN"), False),
    ],
)
def test_a_choice_knows_whether_it_leaves_anything_out(choice: JournalChoice, is_everything: bool) -> None:
    assert choice.is_everything is is_everything


def test_family_sizes_come_along_where_they_are_asked_for(office: TestOffice, lines: dict[str, int]) -> None:
    database = office.desk.database
    for choice in (JournalChoice(), JournalChoice(typed="арман")):
        first = first_lines(database, choice, MORE_THAN_ALL, with_families=True)
        assert first is not None
        assert first.families is not None
        assert dict(zip(first.ids, first.families, strict=True))[lines["referred"]] == 1
        (piece,) = all_lines(database, choice, with_families=True)
        assert piece == first


def test_the_first_lines_are_as_many_as_asked_for(office: TestOffice, lines: dict[str, int]) -> None:
    first = first_lines(office.desk.database, JournalChoice(), 2)
    assert first is not None
    assert list(first.ids) == [lines["due"], lines["waiting"]]


def test_nothing_found_is_told_as_one_empty_piece(office: TestOffice) -> None:
    assert [list(piece.ids) for piece in all_lines(office.desk.database, JournalChoice())] == [[]]


def many_lines(office: TestOffice, count: int) -> None:
    """Copies of the first line, so that a read takes long enough to be given up."""
    office.desk.database.execute_sql(
        "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO application (id, volume_id, year, sequence, number, arrived_at, registered_on, people,"
        " sort_key) SELECT i, volume_id, year, i, 'Ө-' || i, arrived_at, registered_on, people, sort_key"
        " FROM application, n WHERE id = 1",
        (count,),
    )


def test_a_long_read_comes_in_pieces_and_stops_once_it_is_unwanted(office: TestOffice) -> None:
    an_application(office.desk)
    many_lines(office, 30_000)
    unwanted = threading.Event()
    pieces = all_lines(office.desk.database, JournalChoice(), is_unwanted=unwanted.is_set)
    assert list(next(pieces).ids) == list(range(30_000, 29_500, -1))
    assert len(next(pieces).ids) == 20_000
    unwanted.set()
    assert list(pieces) == []
    choice = JournalChoice(country="TR")
    assert first_lines(office.desk.database, choice, 10, is_unwanted=unwanted.is_set) is None


def test_the_whole_journal_is_known_by_its_numbers(office: TestOffice, lines: dict[str, int]) -> None:
    database = office.desk.database
    assert line_count(database) == 5
    assert unbroken_ids(database, Order.NEWEST) == range(5, 0, -1)
    assert unbroken_ids(database, Order.OLDEST) == range(1, 6)
    assert unbroken_ids(database, Order.NAME) is None


def test_an_empty_journal_is_known_as_well(office: TestOffice) -> None:
    assert line_count(office.desk.database) == 0
    assert unbroken_ids(office.desk.database, Order.NEWEST) == range(0)


def test_ids_with_a_gap_are_read_one_by_one(office: TestOffice) -> None:
    first = an_application(office.desk)
    application = Application.get_by_id(first)
    Application.create(
        id=first + 7,
        volume=application.volume,
        year=application.year,
        sequence=2,
        number="Ө-2/26",
        arrived_at=application.arrived_at,
        registered_on=application.registered_on,
        people=1,
        sort_key="",
    )
    assert line_count(office.desk.database) == 2
    assert unbroken_ids(office.desk.database, Order.NEWEST) is None
    assert found(office) == [first + 7, first]


def test_a_person_known_by_the_birth_year_is_found_by_it(office: TestOffice) -> None:
    elder = an_application(office.desk, a_person("Бибі", born=BirthDate(1952)))
    an_application(office.desk)
    assert found(office, typed="1952") == [elder]


@pytest.mark.parametrize("sql", [REFERRED, SETTLED, LAPSED])
def test_families_that_are_awaited_or_live_here_are_found_without_reading_all_who_ever_came(
    office: TestOffice, sql: str
) -> None:
    plan = office.desk.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    steps = [step for *_ids, step in plan]
    for table in ("r", "r2", "rp", "a2"):
        assert not [
            step for step in steps if step.startswith(f"SCAN {table}") and "referral_lapsed" not in step
        ]
    of_today = ("bed_use_live", "stay_live", "stay_household_live", "referral_lapsed")
    assert any(index in step for step in steps for index in of_today)
