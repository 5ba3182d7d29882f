"""A drop is answered with no more than it takes: one reading, one panel, and the rooms that changed."""

import sys
from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from kandas_desktop import actions
from kandas_desktop.queries.board import BoardView, board_view
from tests.ui.board.conftest import Board, press
from tests.ui.board.houses import AHouse
from tests.ui.looking import words_in

Open = Callable[[], Board]
Key = Qt.Key


class Painted(QObject):
    """What of a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_the_house_is_read_once_and_the_panel_made_once_for_a_drop(
    filled: AHouse, open_board: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    shown = board.page.frame.panel.show_bed
    readings: list[BoardView] = []
    made: list[str] = []

    def reading(*given: object, **named: object) -> BoardView:
        readings.append(board_view(*given, **named))  # type: ignore[arg-type]
        return readings[-1]

    def show(view: BoardView, tile: object, *given: object) -> None:
        made.append(tile.bed.label)  # type: ignore[attr-defined]
        shown(view, tile, *given)  # type: ignore[arg-type]

    monkeypatch.setattr("kandas_desktop.ui.board.board_desk.board_view", reading)
    monkeypatch.setattr(board.page.frame.panel, "show_bed", show)
    press(board, Key.Key_Return)
    QApplication.processEvents()
    assert (board.chosen, board.name_in("102-2")) == ("102-2", "Мысалов Дәурен")
    assert "102-2" in words_in(board.page.frame.panel.bed)
    assert (len(readings), made) == (1, ["102-2"])


def test_the_bed_chosen_before_stays_where_a_drop_came_too_late(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    filled.out_of_service("102-2")  # by another desk
    press(board, Key.Key_Return)
    assert (board.chosen, board.name_in("101-1")) == ("101-1", "Мысалов Дәурен")
    assert "101-1" in words_in(board.page.frame.panel.bed)
    board.page.reload()
    assert board.chosen == "101-1"


def test_only_the_rooms_of_a_move_are_painted_anew(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    board.page.activateWindow()
    QApplication.processEvents()
    button = board.page.frame.panel.move_part.confirm
    assert button is not None
    assert button.hasFocus()
    painted = Painted(board.page.frame.tiles.viewport())
    button.click()
    QApplication.processEvents()
    assert board.page.frame.tiles.hasFocus()
    floors = board.page.frame.tiles.places.floors
    rooms = {room.row.room.name: room.rect for floor in floors for room in floor.rooms}
    assert {name for name, rect in rooms.items() if painted.region.intersects(rect)} == {"101", "102"}


@pytest.mark.parametrize("is_waiting", [False, True])
def test_what_a_move_needs_is_loaded_while_its_bed_is_sought(
    filled: AHouse, open_board: Open, monkeypatch: pytest.MonkeyPatch, is_waiting: bool
) -> None:
    board = open_board()
    board.choose("101-1")
    name = "kandas_desktop.actions.placing"
    monkeypatch.setattr(actions, "placing", import_module(name))  # what is loaded below goes with the test
    monkeypatch.delitem(sys.modules, name)
    if is_waiting:
        board.page.desk.moves.begin_waiting(board.page.desk.view.waiting[0].id)
    else:
        board.page.desk.begin_move()
    assert name in sys.modules
