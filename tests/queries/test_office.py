from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.intake import save_draft
from kandas_desktop.actions.office import change_office
from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.queries import office as queries
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


def test_the_office_is_read_as_it_was_written(tmp_path: Path) -> None:
    with an_office(tmp_path, bedding_days=7, last_day_moves=True, referrals_before=98) as made:
        read = queries.office()
        assert read is not None
        assert (read.bedding_days, read.last_day_moves, read.referrals_before) == (7, True, 98)
        change_office(made.desk, replace(read, last_day_moves=False))
        assert queries.office() == replace(read, last_day_moves=False)
        assert queries.office_set_up_on() == made.desk.today


def test_before_its_set_up_there_is_no_office(tmp_path: Path) -> None:
    database = open_database(tmp_path / FILE_NAME)
    assert (queries.office(), queries.office_set_up_on()) == (None, None)
    database.close()
