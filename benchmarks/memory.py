"""The memory of the program at work in an office, ``memory.py OFFICE``, or of a bare window, in megabytes."""

import random
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.measure import resident_megabytes

SCROLLS = 300
SEARCHES = 40


def bare() -> float:
    """A window with nothing in it."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    return resident_megabytes()


def journal(office: Path) -> float:
    """The main window with its journal scrolled about and searched, at its fullest."""
    from benchmarks.journal_at_work import PATIENCE, seconds_to_answer, until_loaded
    from benchmarks.program import dressed_application, workplace
    from benchmarks.typed import typed_texts
    from kandas_desktop.ui.journal.page import JournalPage
    from kandas_desktop.ui.main_window import MainWindow

    application = dressed_application()
    window = MainWindow(workplace(office))
    window.resize(1366, 768)
    window.show()
    page = window.pages.page("journal")
    assert isinstance(page, JournalPage)
    table, places = page.table, random.Random(2)
    until_loaded(table, PATIENCE)
    megabytes = [resident_megabytes()]
    bar = table.view.verticalScrollBar()
    for _scroll in range(SCROLLS):
        bar.setValue(places.randrange(bar.maximum() + 1))
        table.view.viewport().repaint()
        QCoreApplication.processEvents()
    megabytes.append(resident_megabytes())
    for text in places.sample(typed_texts(), SEARCHES):
        seconds_to_answer(table, text)
        until_loaded(table, PATIENCE)
        megabytes.append(resident_megabytes())
    window.close()
    application.quit()
    return max(megabytes)


if __name__ == "__main__":
    print(journal(Path(sys.argv[1])) if len(sys.argv) > 1 else bare())
