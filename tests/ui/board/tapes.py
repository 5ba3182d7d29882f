"""What the tests of the tape chart ask of it again and again, and the houses they begin with."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from kandas_desktop.models.tables import ReserveEntry
from kandas_desktop.queries.tape_bars import BarKind
from kandas_desktop.ui.board.tape.bars import Shown
from kandas_desktop.ui.board.tape.days import DAY_WIDTH
from kandas_desktop.ui.board.tape.view import TapeView
from tests.ui.board.conftest import Board
from tests.ui.board.houses import TODAY, AHouse

Open = Callable[[], Board]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HOME = TODAY - timedelta(days=9)


def tape_of(board: Board) -> TapeView:
    return board.page.frame.tape


def drawn(board: Board, label: str) -> list[Shown]:
    """The bars of a bed that are drawn."""
    tape = tape_of(board)
    line = tape.lines.of(board.id(label))
    assert line is not None
    return tape._painter.bars.shown(line, tape.days, tape.viewport().width())


def kinds(board: Board, label: str) -> list[BarKind]:
    return [each.bar.kind for each in drawn(board, label)]


def lines(board: Board) -> list[str]:
    """The lines from the top: floors, whole rooms, beds."""
    found = []
    for line in tape_of(board).lines.all:
        if line.room is None:
            found.append(f"floor {line.floor.floor}")
        else:
            found.append(line.bed.bed.label if line.bed else line.room.room.name)
    return found


def point_of(board: Board, label: str, day: date) -> QPoint:
    """The middle of a day in the line of a bed."""
    tape = tape_of(board)
    area = tape.area_of(board.id(label))
    assert area is not None
    return QPoint(tape.days.left_of(day) + DAY_WIDTH // 2, area.center().y())


def hover(board: Board, label: str, day: date) -> str:
    """What the card says of a bed's bar on a day; empty where there is none."""
    viewport, point = tape_of(board).viewport(), point_of(board, label, day)
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    return tape_of(board).card.text


def expected(house: AHouse) -> None:
    """A family that waits in the reserve, and fits into room 201."""
    application = house.family("Сынақбаев Дәурен", "Сынақбаева Әсел").application
    ReserveEntry.create(application=application, entered_on=TODAY)
