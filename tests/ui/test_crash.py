"""A bug leaves a report to copy, without anything that somebody typed."""

import sys
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.crash import watch_for_crashes
from kandas_desktop.ui.crash_dialog import CrashDialog, crash_report

SECRET = "Үлгібаев Ержан"


def _raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except Exception as caught:
        return caught


def _report(error: Exception) -> str:
    return crash_report(type(error), error, error.__traceback__)


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"bad {SECRET}"),
        KeyError(SECRET),
        RuntimeError(SECRET),
        TypeError(SECRET),
        ImportError(f"cannot import name 'x' from 'y' (C:\\Users\\{SECRET}\\y.py)"),
    ],
)
def test_a_report_never_quotes_what_may_have_been_typed(error: Exception) -> None:
    report = _report(_raised(error))
    assert SECRET not in report
    assert type(error).__name__ in report
    assert "test_crash.py" in report


def test_a_report_quotes_what_names_only_the_program() -> None:
    assert "no attribute 'x'" in _report(_raised(AttributeError("object has no attribute 'x'")))


def test_a_report_tells_the_first_cause() -> None:
    report = _report(_raised(RuntimeError("later"), _raised(ZeroDivisionError("first"))))
    assert "ZeroDivisionError: first" in report


def test_the_dialog_copies_the_report(qtbot: QtBot) -> None:
    dialog = CrashDialog("the report")
    qtbot.addWidget(dialog)
    dialog.accept_now()
    assert QGuiApplication.clipboard().text() == "the report"


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.mark.usefixtures("hook")
def test_one_dialog_at_a_time(qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    watch_for_crashes(qapp)
    error = _raised(ValueError(SECRET))
    trace: TracebackType | None = error.__traceback__
    sys.excepthook(ValueError, error, trace)
    sys.excepthook(ValueError, error, trace)
    dialogs = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, CrashDialog)]
    assert len([dialog for dialog in dialogs if dialog.isVisible()]) == 1
    for dialog in dialogs:
        dialog.reject()
    assert SECRET not in capsys.readouterr().err


@pytest.mark.usefixtures("hook")
def test_a_dialog_may_be_closed_and_the_next_bug_is_shown_again(qapp: QApplication, qtbot: QtBot) -> None:
    watch_for_crashes(qapp)
    for _bug in range(2):
        sys.excepthook(ValueError, ValueError(SECRET), None)
        dialogs = [each for each in qapp.topLevelWidgets() if isinstance(each, CrashDialog)]
        (dialog,) = [each for each in dialogs if each.isVisible()]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
