"""The program's own start in an office's folder, up to the painted journal."""

import sys
import time
from pathlib import Path
from typing import Any

from bare_window import FirstPaint, resident_megabytes

import kandas_desktop.app as app


def _until_the_journal_is_painted(application: Any, workplace: Any, instance: Any) -> int:
    from PySide6.QtWidgets import QApplication

    first_paint = FirstPaint()
    began = QApplication.exec

    def watched_exec() -> int:
        journal = next(w for w in QApplication.allWidgets() if type(w).__name__ == "JournalView")
        assert journal.model().rowCount() > 0, "the journal is empty"
        journal.viewport().installEventFilter(first_paint)
        journal.viewport().update()
        return began()

    application.exec = watched_exec
    return _shown(application, workplace, instance)


_shown = app._show_windows
app._show_windows = _until_the_journal_is_painted

if __name__ == "__main__":
    code = app.main(["--data-dir", str(Path(sys.argv[1])), "--language", "kk"])
    assert code == 0
    print(time.monotonic(), resident_megabytes())
