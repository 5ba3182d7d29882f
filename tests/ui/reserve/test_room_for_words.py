"""What is in the way of whoever is next is read in the smallest window too, and how much more there is."""

from collections.abc import Iterator

import pytest

from kandas_desktop.queries.reserve import reserve_view
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.ui.cell_painter import needs, second_within
from kandas_desktop.ui.cells import Cell
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.queue_lines import queue_line
from kandas_desktop.words import spoken_in
from tests.ui.reserve.conftest import Desk
from tests.ui.reserve.reading import PageOf

WIDTH = 1093 - 56  # the small window beside its narrow navigation
WAITS_FOR = 4


@pytest.fixture
def _in_a_small_window() -> Iterator[None]:
    theme().set_density("compact")
    yield
    theme().set_density("normal")


def line_of_the_next(desk: Desk, *kinds: ObstacleKind) -> Line:
    """The first line of the reserve, with these things in its way."""
    view = reserve_view(desk.workplace.desk.today)
    row = view.rows[0]._replace(obstacles=tuple(Obstacle(kind) for kind in kinds))
    return queue_line(row, view, hidden=False)


@pytest.mark.usefixtures("_in_a_small_window")
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_that_a_slip_is_missing_and_how_much_more_is_read_whole(
    desk: Desk, page_of: PageOf, queue: list[int], language: str
) -> None:
    with spoken_in(language):
        page = page_of(desk)
        page.set_compact(True)
        page.resize(WIDTH, 554)
        line = line_of_the_next(desk, ObstacleKind.SLIP_MISSING, ObstacleKind.OTHERS_AHEAD)
        assert line.cells[WAITS_FOR].second.endswith(" · +1")
        assert page.table.cut_words(line) == ""


def test_beds_that_are_wanting_are_not_counted_among_what_else_is_in_the_way(
    desk: Desk, queue: list[int]
) -> None:
    line = line_of_the_next(desk, ObstacleKind.SLIP_MISSING, ObstacleKind.BEDS_MISSING)
    assert line.cells[WAITS_FOR].second == "Slip not handed in"
    assert line.cells[WAITS_FOR].kept == ""


def test_a_long_thing_in_the_way_is_cut_before_how_much_more_there_is(desk: Desk, queue: list[int]) -> None:
    kinds = ObstacleKind.SLIP_ISSUER_MISSING, ObstacleKind.SLIP_MISSING, ObstacleKind.OTHERS_AHEAD
    cell = line_of_the_next(desk, *kinds).cells[WAITS_FOR]
    assert cell.second == "Slip's issuing body not written · +2"
    assert second_within(cell, needs(cell)) == cell.second
    cut = second_within(cell, needs(cell) - 40)
    assert cut.startswith("Slip's issuing")
    assert cut.endswith("… · +2")


def test_of_a_line_of_which_nothing_is_to_be_kept_nothing_is_cut_beforehand() -> None:
    cell = Cell("6 beds needed", "Slip's issuing body not written")
    assert second_within(cell, 20) == cell.second
