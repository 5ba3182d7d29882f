"""Search and jumps in the journal. ``journal_at_work.py SMALL LARGE`` tells seconds as JSON."""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QAbstractItemView

from benchmarks.bare_list import bare_list
from benchmarks.measure import median
from benchmarks.program import dressed_application, workplace
from benchmarks.typed import typed_texts
from kandas_desktop.ui.journal.table import JournalTable

TABLE = QSize(1150, 620)  # what the window leaves the table at 1366 × 768
JUMPS = 60
PAUSE = 0.15  # seconds between two keys of a quick typist
PATIENCE = 30.0  # seconds after which a search counts as never answered


def table_in(office: Path) -> JournalTable:
    """The journal of an office with all its lines there, shown."""
    table = JournalTable(workplace(office))
    table.resize(TABLE)
    table.show()
    table.reload()
    until_loaded(table, PATIENCE)
    return table


def until_loaded(table: JournalTable, seconds: float) -> None:
    """Wait until all lines are there, but no longer than ``seconds``."""
    until = time.perf_counter() + seconds
    while table.is_loading and time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.001)


def seconds_to_answer(table: JournalTable, text: str) -> float:
    """From the key to the first page of answers on the screen."""
    came: list[float] = []
    connection = table.model.modelReset.connect(lambda: came.append(time.perf_counter()))
    began = time.perf_counter()
    table.filters.search.setText(text)
    while not came and time.perf_counter() - began < PATIENCE:
        QCoreApplication.processEvents()  # nothing at once: the lines are read beside the window
    table.view.viewport().repaint()
    answered = time.perf_counter() - began
    table.model.modelReset.disconnect(connection)
    until_loaded(table, PAUSE)
    return answered


def search(small: JournalTable, large: JournalTable) -> dict[str, float]:
    """The median and the slowest of 200 searches in each journal, done in turn."""
    seconds: dict[str, list[float]] = {"small": [], "large": []}
    for text in typed_texts():
        for name, table in (("small", small), ("large", large)):
            seconds[name].append(seconds_to_answer(table, text))
    for table in (small, large):
        table.filters.search.setText("")
        until_loaded(table, PATIENCE)
    return {
        "small": median(seconds["small"]),
        "large": median(seconds["large"]),
        "slowest": max(seconds["large"]),
        "within_limit": sum(second <= 0.05 for second in seconds["large"]) / len(seconds["large"]),
    }


def _jump(view: QAbstractItemView, share: float) -> float:
    bar = view.verticalScrollBar()
    began = time.perf_counter()
    bar.setValue(round(bar.maximum() * share))
    view.viewport().repaint()
    return time.perf_counter() - began


def jumps(table: JournalTable) -> dict[str, float]:
    """The median of jumps to the same places in the journal and in the bare list, done in turn."""
    peer = bare_list(table.model)
    peer.resize(table.view.size())
    peer.show()
    QCoreApplication.processEvents()
    places = random.Random(1)
    seconds: dict[str, list[float]] = {"ours": [], "peer": []}
    for _place in range(JUMPS):
        share = places.random()
        for name, view in (("ours", table.view), ("peer", peer)):
            seconds[name].append(_jump(view, share))
    return {name: median(taken) for name, taken in seconds.items()}


def main(small: Path, large: Path) -> None:
    """Measure, and print what was found."""
    application = dressed_application()
    tables = table_in(small), table_in(large)
    print(json.dumps({"search": search(*tables), "jumps": jumps(tables[1])}))
    for table in tables:
        table.stop()
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
