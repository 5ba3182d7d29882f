"""The program's own parts put together for measuring, without the command line."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.offices import TODAY
from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.theme import STYLE, apply_theme
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from kandas_desktop.words import use_language


def dressed_application() -> QApplication:
    """The Qt application in Kazakh and in the program's own looks."""
    application = QApplication([*sys.argv[:1], *STYLE])
    use_language("kk")
    apply_theme(application, "light")
    return application


def workplace(office: Path) -> Workplace:
    """A desk in an office, on the day that its demo was made for."""
    database = open_database(office / FILE_NAME)
    changes = Changes()
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 10, 42)
    desk = Desk(database, "benchmark", lambda: now, changes.committed.emit)
    settings = ComputerSettings(office / "computer-of-the-benchmark.ini")
    return Workplace(desk, settings, changes, Notices())
