"""The program's own start in an office's folder. Tells the moment in which the journal is painted."""

import sys
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QApplication

from benchmarks.first_paint import FirstPaint
from kandas_desktop.app import main

_exec = QApplication.exec


def watched_exec(_application: Any) -> int:
    """What the program calls once its window is shown: wait for the journal's paint, tell, and end."""
    (journal,) = (widget for widget in QApplication.allWidgets() if isinstance(widget, QAbstractItemView))
    assert journal.model().rowCount() > 0, "the journal is empty"
    first_paint = FirstPaint(journal.viewport())
    journal.viewport().update()
    code = _exec()
    print(first_paint.moment)
    return code


if __name__ == "__main__":
    QApplication.exec = watched_exec  # type: ignore[assignment, method-assign]
    raise SystemExit(main(["--data-dir", sys.argv[1], "--language", "kk"]))
