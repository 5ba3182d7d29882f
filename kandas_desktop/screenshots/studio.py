"""A window of the demo office in one language, size and theme, of which pictures are taken."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.tables import Application, ReserveEntry
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.theme import Choice, apply_theme
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from kandas_desktop.words import spoken_in

SETTLING = 150  # milliseconds without anything to do after which a page is taken to be whole


@dataclass(frozen=True, slots=True)
class Studio:
    """One window in one language, and where its pictures go."""

    window: MainWindow
    workplace: Workplace
    folder: Path
    prefix: str

    @property
    def today(self) -> date:
        """The office's day."""
        return self.workplace.desk.today

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window, or of another widget, once it is whole."""
        settle()
        path = self.folder / f"{self.prefix}-{name}.png"
        if not (widget or self.window).grab().save(str(path)):
            raise OSError(f"{path} could not be written")

    def take_dialog(self, name: str, dialog: QDialog) -> None:
        """A picture of a dialog, which is given up then."""
        dialog.open()
        self.take(name, dialog)
        dialog.reject()
        dialog.deleteLater()

    def take_asked(self, name: str, ask: Callable[[], object]) -> None:
        """A picture of the question that ``ask`` asks, to which the answer is no.

        Raises ``LookupError`` where nothing is asked.
        """
        taken: list[QDialog] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                taken.append(dialog)
                self.take(f"dialog-{name}", dialog)
                dialog.reject()

        QTimer.singleShot(0, answer)
        ask()
        if not taken:
            raise LookupError(f"{name}: nothing was asked")

    def take_menu(self, name: str, ask: Callable[[], object]) -> None:
        """A picture of the menu that ``ask`` opens, of which nothing is chosen.

        Raises ``LookupError`` where none is opened.
        """
        taken: list[QWidget] = []

        def close() -> None:
            menu = QApplication.activePopupWidget()
            if menu is not None:
                taken.append(menu)
                self.take(f"menu-{name}", menu)
                menu.close()

        QTimer.singleShot(0, close)
        ask()
        settle()
        if not taken:
            raise LookupError(f"{name}: no menu was opened")

    @property
    def journal(self) -> JournalPage:
        """The journal's page."""
        page = self.window.pages.page("journal")
        assert isinstance(page, JournalPage)
        return page

    @property
    def first_in_reserve(self) -> int:
        """The application that waits longest; the demo office always has one."""
        waiting = Application.select(Application.id).join(ReserveEntry)
        first = waiting.where(ReserveEntry.left_on.is_null()).order_by(Application.id).first()
        return int(first.id)


@dataclass(frozen=True, slots=True)
class Photographed:
    """The office whose pictures are taken, the clock that it lives by, and where they go."""

    application: QApplication
    database: OfficeDatabase
    settings: ComputerSettings
    now: Callable[[], datetime]
    folder: Path

    @contextmanager
    def studio(self, language: str, size: tuple[int, int], theme: Choice = "light") -> Iterator[Studio]:
        """A window in a language, a size and a theme, closed afterwards."""
        changes = Changes()
        desk = Desk(self.database, self.settings.operator, self.now, changes.committed.emit)
        workplace = Workplace(desk, self.settings, changes, Notices())
        with spoken_in(language):
            apply_theme(self.application, theme)
            window = MainWindow(workplace)
            window.resize(*size)
            window.show()
            prefix = f"{language}-{size[0]}x{size[1]}" + ("-dark" if theme == "dark" else "")
            yield Studio(window, workplace, self.folder, prefix)
            window.close()
            window.deleteLater()
            settle()


def settle() -> None:
    """Let the threads finish and the event loop come to rest, so that the picture is whole."""
    for _time in range(2):
        QThreadPool.globalInstance().waitForDone()
        loop = QEventLoop()
        QTimer.singleShot(SETTLING, loop.quit)
        loop.exec()
