"""What pages and actions ask is spelt so that PostgreSQL understands it too."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.models.migrations import m0002_beds_and_stays
from tests.factories import an_office
from tests.postgresql.server import a_server
from tests.postgresql.test_schema import SCHEMA
from tests.reading import PAGES, let_much_go_on, statements_of

_SQLITE_ALONE = ("PRAGMA", "BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE")
"""What the engine says for itself, and what Peewee writes: it knows both."""
_SEARCH = "journal_search"


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[list[str]]:
    """Every reading statement of the actions and pages, with values as one day asks them."""
    with an_office(tmp_path, on=date(2026, 4, 6), beds=0) as office:
        database = office.desk.database
        with statements_of(database) as heard:
            let_much_go_on(office.desk, 1, go_on=lambda: office.clock.go_on(days=1))
            for page in PAGES.values():
                page(database, office.desk.today)
        plain = (re.sub(r"\s+", " ", statement).strip() for statement in heard)
        found = [each for each in plain if not each.startswith(_SQLITE_ALONE) and _SEARCH not in each]
        yield list(dict.fromkeys(found))


def test_postgresql_understands_what_pages_and_actions_ask(asked: list[str]) -> None:
    assert len(asked) > 100
    with a_server() as server:
        assert server.run(*SCHEMA, *m0002_beds_and_stays.PAPERS) == []
        assert server.run(*asked) == []
