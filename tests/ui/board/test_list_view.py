"""The board's list: sorted by any column, filtered by the counters, walked through by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from kandas_desktop.ui.board.filters import Filter
from kandas_desktop.ui.board.list_columns import COLUMNS
from tests.ui.board.conftest import Board, mouse, press
from tests.ui.board.houses import AHouse

Open = Callable[[], Board]
Key = Qt.Key


@pytest.fixture
def listed(filled: AHouse, open_board: Open) -> Board:
    board = open_board()
    board.page.show_as("list")
    return board


def lines(board: Board) -> list[str]:
    return [tile.bed.label for tile in board.page.frame.list.tiles]


def test_the_beds_stand_in_the_order_of_the_house(listed: Board) -> None:
    assert lines(listed)[:5] == ["101-1", "101-2", "102-1", "102-2", "103-1"]


def test_whose_days_are_fewest_stands_first_and_free_beds_last(listed: Board) -> None:
    listed.page.frame.list.sort_by("left")
    assert lines(listed)[:4] == ["104-1", "104-2", "103-1", "101-1"]
    listed.page.frame.list.sort_by("left")
    assert lines(listed)[-4:] == ["101-1", "103-1", "104-2", "104-1"]


def test_names_are_sorted_as_the_kazakh_alphabet_has_them(listed: Board) -> None:
    listed.page.frame.list.sort_by("name")
    names = [listed.name_in(label) for label in lines(listed)[:4]]
    assert names == ["Болжамов Марат", "Болжамова Гүлнар", "Қасымова Гүл", "Мысалов Дәурен"]


@pytest.mark.parametrize("column", [column.name for column in COLUMNS])
def test_every_column_sorts_and_keeps_every_bed(listed: Board, column: str) -> None:
    before = sorted(lines(listed))
    listed.page.frame.list.sort_by(column)
    assert sorted(lines(listed)) == before


def test_a_click_on_a_title_sorts_by_it(listed: Board) -> None:
    beds = listed.page.frame.list
    left, width = beds.spans[-1]
    header = beds.findChild(type(beds._header))
    assert header is not None
    mouse(header, QEvent.Type.MouseButtonPress, QPoint(left + width // 2, 10))
    assert beds.order == ("left", False)


def test_filters_hide_the_other_lines(listed: Board) -> None:
    listed.page.frame.counters.counters[Filter.HELD].click()
    assert lines(listed) == ["104-1", "104-2"]


def test_keys_walk_through_the_lines(listed: Board) -> None:
    seen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_End, Key.Key_Home, Key.Key_Up):
        press(listed, key)
        seen.append(listed.chosen)
    assert seen == ["101-1", "101-2", "201-4", "101-1", "101-1"]


def test_the_choice_is_the_same_in_both_views(listed: Board) -> None:
    listed.choose("104-2")
    listed.page.show_as("tiles")
    assert listed.page.frame.tiles.sight.chosen == listed.id("104-2")


def test_somebody_is_dragged_in_the_list_too(listed: Board) -> None:
    listed.drag_bed("101-1", "102-1")
    listed.page.desk.moves.confirm()
    assert listed.name_in("102-1") == "Мысалов Дәурен"


def test_the_menu_key_offers_steps_and_orders(listed: Board) -> None:
    listed.choose("101-1")
    beds = listed.page.frame.list
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(beds, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions()]
    menu.close()
    assert words[:3] == ["Rules signed…", "Another bed…", "Left…"]
    assert "Sort by" in words
    assert "Drag with the mouse" in words
