"""What every test stands on: no screen, a home to throw away, nothing left over, no warning missed."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before the first QApplication: it reads this once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from kandas_desktop import words
from kandas_desktop.ui.kit.theme import theme
from translations.catalogues import FOLDER, compile_catalogues

_HOMES = (
    "HOME",
    "USERPROFILE",
    "LOCALAPPDATA",
    "APPDATA",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
)


compile_catalogues(FOLDER)


@pytest.fixture(scope="session", autouse=True)
def _a_home_to_throw_away(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(home))
        yield home


@pytest.fixture(autouse=True)
def _the_language_it_began_with() -> Iterator[None]:
    with words.spoken_in("en"):
        yield


@pytest.fixture(autouse=True)
def _no_warning_in_our_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    heard = [
        record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING
    ]
    assert not heard, f"the log warned: {heard}"


@pytest.fixture(autouse=True)
def _the_measures_it_began_with() -> Iterator[None]:
    """A small window takes the compact measures for the whole program: the next test begins without them."""
    yield
    if QCoreApplication.instance() is not None:
        theme().set_density("normal")


@pytest.fixture(autouse=True)
def _no_window_and_no_pointer_left_over(_the_measures_it_began_with: None) -> Iterator[None]:
    """A window that is left would be dressed anew by every later theme, and the tests grow slow."""
    yield
    if QCoreApplication.instance() is None:
        return
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCursor.setPos(QApplication.primaryScreen().geometry().bottomRight())  # it hovers over nothing


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long ``tests/fuzz`` plays: ``--fuzz-seeds 1:200 --fuzz-steps 5000`` for a night."""
    parser.addoption("--fuzz-seeds", default="1:6", help="the seeds to play by, FIRST:LAST")
    parser.addoption("--fuzz-steps", default="700", help="the random steps by each seed")
