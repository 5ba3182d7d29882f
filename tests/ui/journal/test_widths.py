from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.journal.columns import COLUMNS
from kandas_desktop.ui.journal.line_painter import least_widths
from kandas_desktop.ui.journal.widths import WIDEST, column_spans
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import COMPACT
from kandas_desktop.words import LANGUAGES, spoken_in

SIX_AND_OUTCOME = [column for column in COLUMNS if column.name != "people"]


def widths(width: int, *, is_compact: bool = False, least: dict[str, int] | None = None) -> list[int]:
    spans = column_spans(SIX_AND_OUTCOME, width, is_compact=is_compact, least=least)
    assert [span.left for span in spans] == [sum(s.width for s in spans[:n]) for n in range(len(spans))]
    return [span.width for span in spans]


def test_beside_the_panel_the_columns_are_as_wide_as_usual() -> None:
    assert widths(826) == [78, 184, 136, 94, 88, 88, 158]
    assert widths(733, is_compact=True) == [56, 156, 104, 98, 80, 82, 157]


@pytest.mark.parametrize("width", [827, 1000, 1162, 1599, 1600])
def test_a_wider_window_is_filled_to_the_last_pixel(width: int) -> None:
    assert sum(widths(width)) == width
    assert all(wide >= usual for wide, usual in zip(widths(width), widths(826), strict=True))
    assert widths(width)[0] == 78


def test_lines_do_not_get_longer_than_one_can_follow() -> None:
    assert sum(widths(2400)) == WIDEST


def test_names_give_way_first_then_places_then_countries() -> None:
    assert widths(800) == [78, 158, 136, 94, 88, 88, 158]
    assert widths(740) == [78, 112, 122, 94, 88, 88, 158]
    assert widths(600) == [78, 112, 76, 72, 88, 88, 158]


def test_in_a_small_window_short_places_give_way_before_names() -> None:
    assert widths(720, is_compact=True) == [56, 156, 91, 98, 80, 82, 157]
    assert widths(700, is_compact=True) == [56, 137, 90, 98, 80, 82, 157]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("window", [1093, 1024])
def test_the_words_of_every_language_leave_the_table_in_its_room(
    qtbot: QtBot, language: str, window: int
) -> None:
    theme().set_density("compact")
    with spoken_in(language):
        least = least_widths(date(2026, 3, 18), 1_000, is_compact=True)
    room = window - COMPACT.nav - 304
    assert sum(widths(room, is_compact=True, least=least)) == room


def test_long_words_of_a_language_get_their_room() -> None:
    assert widths(826, least={"outcome": 177, "number": 60}) == [78, 165, 136, 94, 88, 88, 177]
