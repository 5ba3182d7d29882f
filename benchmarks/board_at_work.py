"""The bed board shown, and a drop on it answered. ``board_at_work.py HOUSE PEER`` tells seconds as JSON.

The files are written into: give copies.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtWidgets import QWidget

from benchmarks.measure import median, timed
from benchmarks.program import dressed_application, workplace
from kandas_desktop.actions.rooms import make_ready
from kandas_desktop.app import look_seldom_for_garbage
from kandas_desktop.models.engine import OfficeDatabase, put_in_use
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.board.page import BoardPage
from kandas_desktop.ui.board.tape.view import TapeView
from kandas_desktop.ui.workplace import Workplace

PAGE = QSize(1150, 768)  # what the window leaves a page at 1366 × 768
ROUNDS = 21
WARMING = 3
DROPS = 40
HALF_A_YEAR = 182


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def painted(page: BoardPage) -> None:
    """Show a page until it is painted and nothing is left to do at once."""
    paints = _Paints(page.frame.view.viewport())
    page.show()
    QCoreApplication.processEvents()
    assert paints.count, "the board was not painted"


class House:
    """A desk before one house; its tables are the ones in use while it is measured."""

    def __init__(self, folder: Path) -> None:
        self.workplace: Workplace = workplace(folder)
        self._database: OfficeDatabase = self.workplace.desk.database

    def seconds_to_board(self) -> float:
        """A page that was never shown, from asking for it to the painted board."""
        put_in_use(self._database)
        self._database.close()  # or the house that was read before would do
        self._database.connection()
        pages: list[BoardPage] = []

        def show() -> None:
            pages.append(BoardPage(self.workplace))
            pages[0].resize(PAGE)
            painted(pages[0])

        seconds = timed(show)
        pages[0].deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return seconds

    def seconds_to_drop(self, rounds: int) -> list[float]:
        """Residents dropped onto free beds one by one: rules, commit, and the board painted anew."""
        put_in_use(self._database)
        page = BoardPage(self.workplace)
        page.resize(PAGE)
        painted(page)
        taken = [self._drop(page) for _round in range(rounds)]
        page.deleteLater()
        return taken

    def seconds_of_frames(self) -> list[float]:
        """The tape chart scrolled half a year back and forth, day by day: each step until it is painted."""
        put_in_use(self._database)
        page = BoardPage(self.workplace)
        page.resize(PAGE)
        painted(page)
        page.show_as("tape")
        painted(page)
        chart = page.frame.tape
        taken = [
            timed(partial(self._scrolled, chart, step)) for step in (-1, 1) for _day in range(HALF_A_YEAR)
        ]
        page.show_as("tiles")
        page.deleteLater()
        return taken

    def _scrolled(self, chart: TapeView, days: int) -> None:
        paints = _Paints(chart.viewport())
        chart.go(days)
        QCoreApplication.processEvents()
        assert paints.count, "the tape chart was not painted anew"

    def _drop(self, page: BoardPage) -> float:
        moves = page.desk.moves
        tiles = page.desk.view.tiles.values()
        residents = [tile.bed.id for tile in tiles if tile.state is BedState.OCCUPIED and tile.mark == ""]
        free = [tile.bed.id for tile in tiles if tile.state is BedState.FREE]
        for resident in residents:
            moves.begin_drag(resident)
            bed = next((bed for bed in free if not moves.session.is_refused(page.desk.view.tiles[bed])), None)
            if bed is not None:
                QCoreApplication.processEvents()  # what may not be had stood back before the drop
                seconds = timed(partial(self._answered, page, bed))
                make_ready(self.workplace.desk, [resident])  # or there would soon be no free bed
                return seconds
            moves.session.cancel()
        raise SystemExit("nobody can be moved")

    def _answered(self, page: BoardPage, bed: int) -> None:
        before, paints = page.desk.view, _Paints(page.frame.view.viewport())
        page.desk.moves.session.choose(bed)
        page.desk.moves.confirm()
        QCoreApplication.processEvents()
        assert page.desk.view is not before, "the board was not read anew"
        assert paints.count, "the board was not painted anew"


def in_turn(works: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The medians of works that tell their own seconds, done in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            seconds[name].append(work())
    return {name: median(taken[WARMING:]) for name, taken in seconds.items()}


def main(house: Path, peer: Path) -> None:
    """Measure, and print what was found."""
    began = time.perf_counter()
    application = dressed_application()
    houses = {"house": House(house), "peer": House(peer)}
    dressed = time.perf_counter() - began
    look_seldom_for_garbage()  # as the program does once its window is up
    first = houses["house"].seconds_to_board()
    shown = in_turn({name: one.seconds_to_board for name, one in houses.items()}, ROUNDS)
    drops = houses["house"].seconds_to_drop(DROPS)
    frames = houses["house"].seconds_of_frames()
    told = {
        "frame": median(frames),
        "slowest frame": max(frames),
        "shown": shown,
        "first": first,
        "drop": median(drops),
        "slowest drop": max(drops),
        "start": dressed,
    }
    print(json.dumps(told))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
