"""A page asks the file as often whether little goes on or much: never once for every line."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.factories import an_office
from tests.reading import PAGES, let_much_go_on, statements_of

MONDAY = date(2026, 4, 6)
Asked = dict[str, list[str]]
_LOOKS_AT_EVERYBODY = re.compile(r"SCAN (p|ap|ap0|p0|person|application_person|s|stay|rp|referral_person)$")


@pytest.fixture(scope="module")
def little_and_much(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asked, Asked]:
    """The statements by which each page reads a Center in which little goes on, and one with much."""
    little, much = (asked(tmp_path_factory.mktemp("office"), times) for times in (1, 3))
    return little, much


def asked(folder: Path, times: int) -> Asked:
    """The statements of each page."""
    found = {}
    with an_office(folder, on=MONDAY, beds=0) as office:
        let_much_go_on(office.desk, times, go_on=lambda: office.clock.go_on(days=1))
        for name, page in PAGES.items():
            with statements_of(office.desk.database) as heard:
                page(office.desk.database, office.desk.today)
            found[name] = heard
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_read_by_as_many_statements_however_much_goes_on(
    little_and_much: tuple[Asked, Asked], page: str
) -> None:
    little, much = little_and_much
    assert much[page], "nothing was read"
    assert len(little[page]) == len(much[page]), "\n".join(much[page])


@pytest.fixture(scope="module")
def steps(
    tmp_path_factory: pytest.TempPathFactory, little_and_much: tuple[Asked, Asked]
) -> dict[str, list[str]]:
    """The steps in which SQLite finds what each page asks for."""
    asked_of, _much = little_and_much
    with an_office(tmp_path_factory.mktemp("office"), beds=0) as office:
        database = office.desk.database
        return {
            name: [
                step[-1]
                for statement in statements
                if not statement.startswith("PRAGMA")
                for step in database.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            ]
            for name, statements in asked_of.items()
        }


@pytest.mark.parametrize("page", PAGES)
def test_no_page_looks_at_everybody_who_ever_applied(steps: dict[str, list[str]], page: str) -> None:
    assert [step for step in steps[page] if _LOOKS_AT_EVERYBODY.match(step)] == []
