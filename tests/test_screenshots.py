"""Every page and dialog as a picture."""

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kandas_desktop import screenshots, ui
from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models.database import open_database
from kandas_desktop.screenshots import Photographed, take_pictures
from kandas_desktop.screenshots.studio import Studio
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.theme import apply_theme

NOW = datetime(2026, 3, 18, 10, 42)


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Photographed]:
    path = make_demo_office(tmp_path / "office", size=200, today=NOW.date(), is_full=True)
    database = open_database(path)
    yield Photographed(
        qapp, database, ComputerSettings(tmp_path / "computer.ini"), lambda: NOW, tmp_path / "pictures"
    )
    database.close()
    apply_theme(qapp, "light")


def test_every_page_and_dialog_is_taken(office: Photographed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screenshots, "LANGUAGES", ("kk",))
    monkeypatch.setattr(screenshots, "SIZES", ((1366, 768),))
    monkeypatch.setattr(screenshots, "_FURTHER", (((1366, 768), "dark"),))
    monkeypatch.setattr("kandas_desktop.screenshots.studio.SETTLING", 1)
    shown: set[type] = set()
    take = Studio.take

    def noting(studio: Studio, name: str, widget: QWidget | None = None) -> None:
        shown.add(type(widget))
        take(studio, name, widget)

    monkeypatch.setattr(Studio, "take", noting)
    count = take_pictures(office)
    assert every_dialog() - shown == set(), "dialogs without a picture"
    taken = {path.stem: QImage(str(path)) for path in office.folder.iterdir()}
    assert len(taken) == count
    pages = [
        "journal", "journal-obstacles", "intake-empty", "intake-family", "paper-referral", "settings",
        "today", "beds-tiles", "beds-list", "beds-tape", "beds-panel-held", "beds-names-hidden", "reserve",
        "residents", "residents-panel", "decisions", "petitions", "linen", "rooms", "work-calendar",
        "reserve-forecast", "reserve-history", "beds-moving", "intake-joining",
    ]  # fmt: skip
    for name in pages:
        light, dark = taken[f"kk-1366x768-{name}"], taken[f"kk-1366x768-dark-{name}"]
        assert (light.width(), light.height()) == (1366, 768)
        assert light != dark
    dialogs = {name.removeprefix("kk-1366x768-dialog-") for name in taken if "dialog" in name}
    assert dialogs == {
        "document", "returning", "striking-out", "keys", "notices", "set-up", "crash", "trouble",
        "move-in", "lapse", "leaving", "outage", "breach", "petition", "decision", "passing-over",
        "beds", "correct-receipt", "striking-out-referral", "volume", "closing", "bed-name", "retiring",
        "status", "contact", "needs", "signing", "correct-move-in", "correct-leaving", "take-back-leaving",
    }  # fmt: skip
    menus = {name.removeprefix("kk-1366x768-menu-") for name in taken if "1366x768-menu" in name}
    assert menus == {"today", "journal", "reserve", "beds", "residents", "decisions"}
    papers = {name.removeprefix("kk-1366x768-paper-") for name in taken if "1366x768-paper" in name}
    assert papers == {
        "referral", "application", "journal",
        "house-rules", "term-notice", "proposal", "decision-notice", "reserve", "linen",
    }  # fmt: skip
    assert "kk-1366x768-journal-nothing-in-the-way" in taken


def every_dialog() -> set[type]:
    """Every class of the program that is a dialog and that no other is made of."""
    for module in walk_packages(ui.__path__, "kandas_desktop.ui."):
        import_module(module.name)
    found, left = set(), [QDialog]
    while left:
        ours = [each for each in left.pop().__subclasses__() if each.__module__.startswith("kandas_desktop")]
        found |= {each for each in ours if not each.__subclasses__()}
        left += ours
    return found


def test_a_question_that_is_not_asked_is_missed(office: Photographed) -> None:
    with office.studio("kk", (1366, 768)) as studio, pytest.raises(LookupError, match="lapse"):
        studio.take_asked("lapse", lambda: None)


def test_a_menu_that_is_not_opened_is_missed(office: Photographed) -> None:
    with office.studio("kk", (1366, 768)) as studio, pytest.raises(LookupError, match="today"):
        studio.take_menu("today", lambda: None)
