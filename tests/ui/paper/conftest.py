"""A paper's page on a desk with made-up printers, which print into PDF files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.paper.printing import Printers, Wish, prepared_printer
from kandas_desktop.ui.workplace import Workplace
from tests.factories import add_beds


class PrintersOfPaper(Printers):
    """Printers that write a PDF into a folder; ``answer`` changes what the system's dialog answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.offered = ["Кеңсе принтері", "Қабылдау принтері"]
        self.wishes: list[Wish] = []
        self.is_cancelled = False
        self.copies: int | None = None
        self.pages: tuple[int, int] | None = None

    def names(self) -> list[str]:
        return list(self.offered)

    def ask(self, wish: Wish, parent: QWidget) -> QPrinter | None:
        self.wishes.append(wish)
        if self.is_cancelled:
            return None
        printer = prepared_printer(wish)
        printer.setOutputFileName(str(self.output))
        if self.copies is not None:
            printer.setCopyCount(self.copies)
        if self.pages is not None:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return printer

    @property
    def output(self) -> Path:
        """The file that was printed last."""
        return self.folder / f"printed-{len(self.wishes)}.pdf"


@pytest.fixture
def printers(tmp_path: Path) -> PrintersOfPaper:
    return PrintersOfPaper(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, printers: PrintersOfPaper) -> Iterator[PaperPage]:
    """A paper's page, shown; in an office of forty beds."""
    add_beds(workplace.desk, 33)
    made = PaperPage(workplace, printers)
    qtbot.addWidget(made)
    made.resize(1162, 736)
    made.show()
    yield made
    made.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were given to another program to show."""
    paths: list[Path] = []

    def open_url(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("kandas_desktop.ui.paper.outgoing.QDesktopServices.openUrl", open_url)
    return paths
