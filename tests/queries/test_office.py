from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.intake import save_draft
from kandas_desktop.queries.office import DraftRow, drafts
from tests.factories import TestOffice, an_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


def test_drafts_are_told_by_the_moment_they_were_last_written(office: TestOffice) -> None:
    first = save_draft(office.desk, None, "the first")
    written_first = office.desk.now()
    office.clock.set(date(2026, 3, 19))
    second = save_draft(office.desk, None, "the second")
    assert drafts() == [
        DraftRow(second, "the second", office.desk.now()),
        DraftRow(first, "the first", written_first),
    ]
