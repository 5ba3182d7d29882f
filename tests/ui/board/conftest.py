"""A house written as rows, and the board's page over it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.models.tables import Office
from kandas_desktop.queries.board import BoardView, board_view
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.board.page import BoardPage
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from tests.factories import TestOffice, an_office
from tests.ui.board.houses import AHouse

FIRST_DAY = date(2026, 1, 5)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """An office of 05.01.2026 that has no rooms yet, on Wednesday 18.03.2026."""
    with an_office(tmp_path, beds=0) as made:
        Office.update(set_up_on=FIRST_DAY).execute()
        yield made


@pytest.fixture
def house(office: TestOffice) -> AHouse:
    """The house of that office, to be filled with rooms and people."""
    return AHouse()


@pytest.fixture
def look(office: TestOffice) -> Callable[[], BoardView]:
    """Reads the board as it is now."""
    return lambda: board_view(office.desk.database, office.desk.today)


@pytest.fixture
def at_desk(office: TestOffice, tmp_path: Path) -> Workplace:
    """The desk of that office, which tells its pages of every write."""
    changes = Changes()
    office.desk = office.desk._replace(committed=changes.committed.emit)
    return Workplace(office.desk, ComputerSettings(tmp_path / "computer.ini"), changes, Notices())


@dataclass
class Board:
    """The page with what a test asks of it again and again."""

    page: BoardPage
    house: AHouse
    said: list[str]

    @property
    def chosen(self) -> str:
        """The label of the chosen bed; empty where none is."""
        tile = self.page.desk.tile
        return tile.bed.label if tile else ""

    def id(self, label: str) -> int:
        return int(self.house.beds[label].id)

    def name_in(self, label: str) -> str:
        """Who has a bed; empty where nobody has."""
        holder = self.page.desk.view.tiles[self.id(label)].holder
        return holder.name.short if holder else ""

    def faded(self) -> set[str]:
        """The beds that stand back."""
        sight = self.page.frame.view.sight
        return {t.bed.label for t in self.page.desk.view.tiles.values() if sight.is_faded(t)}

    def choose(self, label: str) -> None:
        self.page.frame.view.choose(self.id(label))

    def point_of(self, label: str) -> QPoint:
        """The middle of a bed's tile, in the viewport."""
        self.page.frame.view.bring_into_sight(self.id(label))
        area = self.page.frame.view.area_of(self.id(label))
        assert area is not None
        return area.center()

    def drag(self, source: QWidget, start: QPoint, label: str, *, drop: bool = True) -> None:
        """Press, move to a bed, and let go there."""
        viewport = self.page.frame.view.viewport()
        end = source.mapFromGlobal(viewport.mapToGlobal(self.point_of(label)))
        mouse(source, QEvent.Type.MouseButtonPress, start)
        mouse(source, QEvent.Type.MouseMove, start + QPoint(20, 20))
        mouse(source, QEvent.Type.MouseMove, end)
        if drop:
            mouse(source, QEvent.Type.MouseButtonRelease, end)

    def drag_bed(self, label: str, to: str, *, drop: bool = True) -> None:
        """Drag whoever has a bed to another."""
        self.drag(self.page.frame.view.viewport(), self.point_of(label), to, drop=drop)


def mouse(widget: QWidget, kind: QEvent.Type, point: QPoint) -> None:
    """One mouse event with the left button down, or just let go."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            kind,
            QPointF(point),
            QPointF(widget.mapToGlobal(point)),
            none if kind is QEvent.Type.MouseMove else left,
            none if kind is QEvent.Type.MouseButtonRelease else left,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def state_of(board: Board, label: str) -> BedState:
    """What a bed is like now."""
    return board.page.desk.view.tiles[board.id(label)].state


@pytest.fixture
def open_board(at_desk: Workplace, house: AHouse, qtbot: QtBot) -> Callable[[], Board]:
    """Opens the page, 1162 × 736; to be called once the house has its rooms."""
    said: list[str] = []
    at_desk.notices.said.connect(lambda text, kind, action: said.append(text))

    def open_it() -> Board:
        page = BoardPage(at_desk)
        qtbot.addWidget(page)
        page.resize(1162, 736)
        page.show()
        page.frame.view.setFocus()
        return Board(page, house, said)

    return open_it


def press(board: Board, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(board.page.frame.view, key, modifier)


@pytest.fixture
def filled(house: AHouse) -> AHouse:
    """Two men's rooms, a women's one, a family that holds 104, and 105 free."""
    house.room("101", "men", beds=2)
    house.room("102", "men", beds=2)
    house.room("103", "women", beds=2)
    house.room("104", beds=4)
    house.room("201", beds=4)
    house.lives(house.family("Мысалов Дәурен"), "101-1")
    house.lives(house.family("Қасымова Гүл"), "103-1", left=-1)
    house.holds(house.family("Болжамов Марат", "Болжамова Гүлнар"), "104-1", "104-2")
    return house


@pytest.fixture
def open_tape(open_board: Callable[[], Board]) -> Callable[[], Board]:
    """Opens the page with the tape chart; to be called once the house has its rooms."""

    def open_it() -> Board:
        board = open_board()
        board.page.show_as("tape")
        board.page.frame.view.setFocus()
        QApplication.processEvents()
        return board

    return open_it


@pytest.fixture
def a_family_whole(filled: AHouse) -> AHouse:
    """As ``filled``, with a family of two that has room 301 for itself."""
    filled.room("301", beds=2)
    filled.lives(filled.family("Ертегиев Қанат", "Ертегиева Лаура"), "301-1", "301-2", left=20)
    return filled
