"""Every page and dialog of the demo office as a picture, for eyes and for the documentation."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from errno import ENOSPC
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.documents import record_document
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.models.tables import Application, Referral, ReserveEntry
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.journal import open_volume
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.crash_dialog import CrashDialog
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.keys import KeysDialog
from kandas_desktop.ui.kit.notices_dialog import NoticesDialog
from kandas_desktop.ui.kit.theme import Choice, apply_theme
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.office.set_up import SetUpDialog
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.questions import DocumentQuestion, ReasonQuestion
from kandas_desktop.ui.reasons import returning, striking_out
from kandas_desktop.ui.trouble import TroubleDialog
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from kandas_desktop.words import spoken_in

LANGUAGES = ("kk", "ru")
SIZES = ((1366, 768), (1920, 1080))
SMALL = (1093, 614)  # what is left of 1366×768 at 125 %
_FURTHER: tuple[tuple[tuple[int, int], Choice], ...] = (
    (SIZES[0], "dark"),
    (SMALL, "light"),
    (SMALL, "dark"),
)
_SETTLING = 150  # milliseconds without anything to do after which a page is taken to be whole


@dataclass(frozen=True, slots=True)
class _Studio:
    """One window in one language, and where its pictures go."""

    window: MainWindow
    workplace: Workplace
    folder: Path
    prefix: str

    def take(self, name: str, widget: QWidget | None = None) -> None:
        _settle()
        path = self.folder / f"{self.prefix}-{name}.png"
        if not (widget or self.window).grab().save(str(path)):
            raise OSError(f"{path} could not be written")

    def take_dialog(self, name: str, dialog: QDialog) -> None:
        dialog.open()
        self.take(name, dialog)
        dialog.reject()
        dialog.deleteLater()

    @property
    def journal(self) -> JournalPage:
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
    def studio(self, language: str, size: tuple[int, int], theme: Choice = "light") -> Iterator[_Studio]:
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
            yield _Studio(window, workplace, self.folder, prefix)
            window.close()
            window.deleteLater()
            _settle()


def take_pictures(office: Photographed) -> int:
    """Write every picture and return how many there are, named like ``kk-1366x768-journal.png``.

    The dark and the small ones are taken in Kazakh, which has the longest words.
    """
    office.folder.mkdir(parents=True, exist_ok=True)
    before = len(list(office.folder.glob("*.png")))
    for language in LANGUAGES:
        for size in SIZES:
            with office.studio(language, size) as studio:
                _take_pages(studio)
                _take_dialogs(studio)
    for size, theme in _FURTHER:
        with office.studio("kk", size, theme) as studio:
            _take_pages(studio)
    with office.studio("kk", SIZES[0]) as studio:
        _hand_in_what_is_missing(studio)
        studio.journal.show_application(studio.first_in_reserve)
        studio.take("journal-nothing-in-the-way")
    return len(list(office.folder.glob("*.png"))) - before


def _take_pages(studio: _Studio) -> None:
    window, journal = studio.window, studio.journal
    studio.take("journal")
    journal.show_application(studio.first_in_reserve)
    studio.take("journal-obstacles")
    window.hide_names(True)
    studio.take("journal-names-hidden")
    window.hide_names(False)
    journal.close_panel()
    intake = window.pages.page("intake")
    assert isinstance(intake, IntakePage)
    window.go_to("intake")
    studio.take("intake-empty")
    intake.begin_from(studio.first_in_reserve)
    studio.take("intake-family")
    _throw_drafts_away(studio)
    _take_papers(studio)
    window.go_to("settings")
    studio.take("settings")


def _take_papers(studio: _Studio) -> None:
    page = studio.window.pages.page("paper")
    assert isinstance(page, PaperPage)
    newest = Referral.select(Referral.id).where(Referral.struck_out_on.is_null()).order_by(Referral.id.desc())
    studio.window.pages.show_referral(newest.first().id)
    studio.take("paper-referral")
    page.open_application(studio.first_in_reserve)
    studio.take("paper-application")
    volume = open_volume()
    assert volume is not None
    page.open_journal(volume.id)
    studio.take("paper-journal")


def _take_dialogs(studio: _Studio) -> None:
    window, today = studio.window, studio.workplace.desk.today
    detail = application_detail(studio.first_in_reserve, today)
    issuers = ["Үлгі облысы ПД Көші-қон қызметі басқармасы"]
    person = detail.people[-1].household
    dialogs = {
        "document": DocumentQuestion(person, today=today, issuers=issuers, parent=window),
        "returning": ReasonQuestion(returning(detail), window),
        "striking-out": ReasonQuestion(striking_out(detail), window),
        "keys": KeysDialog(window),
        "notices": NoticesDialog((), window),
        "set-up": SetUpDialog(studio.workplace, window),
        "crash": CrashDialog("Kandas Desktop\n\npage.py:1 reload\nbuiltins.ValueError"),
        "trouble": TroubleDialog(trouble_of(OSError(ENOSPC, ""), Path("D:\\")).text),
    }
    for name, dialog in dialogs.items():
        studio.take_dialog(f"dialog-{name}", dialog)


def _hand_in_what_is_missing(studio: _Studio) -> None:
    desk = studio.workplace.desk
    detail = application_detail(studio.first_in_reserve, desk.today)
    slip = ResidenceDocument(DocumentKind.SLIP, "20-119", desk.today, "Үлгі облысы ПД")
    for obstacle in detail.obstacles:
        if obstacle.person is not None:
            record_document(desk, detail.people[obstacle.person.position].id, slip)


def _throw_drafts_away(studio: _Studio) -> None:
    from kandas_desktop.actions.intake import throw_draft_away
    from kandas_desktop.queries.office import drafts

    studio.window.go_to("journal")
    for draft in drafts():
        throw_draft_away(studio.workplace.desk, draft.id)


def _settle() -> None:
    """Let the threads finish and the event loop come to rest, so that the picture is whole."""
    QThreadPool.globalInstance().waitForDone()
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING, loop.quit)
    loop.exec()
    QThreadPool.globalInstance().waitForDone()
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING, loop.quit)
    loop.exec()
