"""The board's scroll bar: nothing is drawn of it where all rooms are seen."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kandas_desktop.ui.kit.stylesheet import style_sheet
from kandas_desktop.ui.kit.theme import theme
from tests.ui.board.conftest import Board
from tests.ui.board.houses import AHouse


def _colours(board: Board) -> set[str]:
    bar = board.page.frame.tiles.verticalScrollBar()
    bar.setStyleSheet(style_sheet(theme().palette))
    picture = bar.grab().toImage()
    return {QColor(picture.pixel(picture.width() // 2, y)).name() for y in range(picture.height())}


def test_no_handle_is_drawn_where_all_rooms_are_seen(house: AHouse, open_board: Callable[[], Board]) -> None:
    house.room("101")
    board = open_board()
    QApplication.processEvents()
    assert theme().palette.line2.lower() not in _colours(board)


def test_a_handle_is_drawn_where_some_rooms_are_not(house: AHouse, open_board: Callable[[], Board]) -> None:
    for number in range(101, 161):
        house.room(str(number))
    board = open_board()
    QApplication.processEvents()
    assert theme().palette.line2.lower() in _colours(board)
