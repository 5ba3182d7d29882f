"""Which families come, go or are late: a family is counted once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kandas_desktop.queries.board import board_view
from kandas_desktop.queries.due_families import due_families
from tests.factories import TestOffice, an_office
from tests.ui.board.houses import AHouse, the_picture


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=0) as made:
        yield made


def test_the_board_counts_these_families(office: TestOffice) -> None:
    the_picture(AHouse())
    board = board_view(office.desk.database, office.desk.today)
    found = due_families(board.house)
    assert (len(found.arriving), len(found.leaving), len(found.overdue)) == (2, 1, 2)
    assert (board.arriving, board.leaving, board.overdue) == (2, 1, 2)


def test_who_may_come_today_is_late_once_the_term_is_over(office: TestOffice) -> None:
    the_picture(AHouse())
    on = office.desk.today
    arriving = due_families(board_view(office.desk.database, on).house).arriving
    late = due_families(board_view(office.desk.database, on + timedelta(days=30)).house)
    assert arriving
    assert not late.arriving
    assert arriving <= late.overdue


def test_a_family_is_one_however_many_beds_it_has(office: TestOffice) -> None:
    the_picture(AHouse())
    board = board_view(office.desk.database, office.desk.today)
    late = [tile for tile in board.tiles.values() if tile.is_overdue]
    assert len(late) > board.overdue == 2
