"""What the start loads until the journal is painted: nothing that its first page does not show."""

import json
import subprocess
import sys
from datetime import date

import pytest

from kandas_desktop.demo.office import make_demo_office

TELLS_WHAT_IS_LOADED = """
import json, sys
from kandas_desktop import app

show_windows = app._show_windows

def watched(*arguments):
    from PySide6.QtCore import QCoreApplication, QTimer
    from kandas_desktop.ui.journal.view import JournalView

    paint = JournalView.paintEvent

    def tell():
        print(json.dumps(sorted(sys.modules)))
        QCoreApplication.quit()

    def told_paint(view, event):
        paint(view, event)
        JournalView.paintEvent = paint
        QTimer.singleShot(0, tell)

    JournalView.paintEvent = told_paint
    return show_windows(*arguments)

app._show_windows = watched
raise SystemExit(app.main(sys.argv[1:]))
"""

NOT_AT_START = {
    "babel",
    "dataclasses",
    "decimal",
    "hashlib",
    "holidays",
    "peewee",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "reportlab",
    "sqlite3",
    "unicodedata",
    "uuid",
}

ROOMS_AT_START = {
    "actions": {"desk"},
    "demo": set[str](),
    "models": {"database", "engine", "faults", "migrations"},
    "reports": set[str](),
    # The terms, and what they stand on, where a line waits for its family to move in (r.9).
    "rules": {"birth", "calendar", "clauses", "countries", "editions", "names", "standing", "terms"},
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules of a program whose journal was painted a moment ago."""
    folder = tmp_path_factory.mktemp("office")
    make_demo_office(folder, size=30, today=date(2026, 3, 18))
    # A day that was begun already goes on in the journal.
    begun_today = f"[General]\nday_begun={date.today().isoformat()}\n"
    (folder / "computer.ini").write_text(begun_today, encoding="utf-8")
    command = [sys.executable, "-c", TELLS_WHAT_IS_LOADED, "--data-dir", str(folder)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(told.stdout))


def test_nothing_is_loaded_that_the_journals_first_page_does_not_show(loaded: set[str]) -> None:
    assert "kandas_desktop.ui.journal.view" in loaded
    assert loaded & NOT_AT_START == set()


@pytest.mark.parametrize("room", ROOMS_AT_START)
def test_of_each_room_only_what_the_first_page_stands_on_is_loaded(loaded: set[str], room: str) -> None:
    inside = {name.split(".")[2] for name in loaded if name.startswith(f"kandas_desktop.{room}.")}
    assert inside <= ROOMS_AT_START[room]


@pytest.mark.parametrize("page", ["intake", "paper", "office"])
def test_no_other_page_is_loaded(loaded: set[str], page: str) -> None:
    assert {name for name in loaded if name.startswith(f"kandas_desktop.ui.{page}.")} == set()
