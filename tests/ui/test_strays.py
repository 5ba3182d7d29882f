"""What is shown before it stands in a window is a window itself: it flashes up and takes the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.application import application_detail
from kandas_desktop.ui.crash_dialog import CrashDialog
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.keys import KeysDialog
from kandas_desktop.ui.kit.notices_dialog import NoticesDialog
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.office.set_up import SetUpDialog
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.questions import DocumentQuestion, ReasonQuestion
from kandas_desktop.ui.reasons import returning
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person, a_referral, an_application


class Strays(QObject):
    """Notes every widget that comes up as a window of its own, and is none."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or isinstance(watched, QDialog | QMainWindow):
            return False
        if event.type() is QEvent.Type.Show and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[Strays]:
    watching = Strays()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_no_page_lets_anything_stray(
    workplace: Workplace, strays: Strays, qtbot: QtBot, size: tuple[int, int]
) -> None:
    lacking = an_application(workplace.desk, a_person(), a_person("Бибі", kinship="анасы", document=None))
    referral_id = a_referral(workplace.desk)
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    for name in ("settings", "intake", "journal", "paper"):
        window.go_to(name)
    journal, intake, paper = (window.pages.page(name) for name in ("journal", "intake", "paper"))
    assert isinstance(journal, JournalPage)
    assert isinstance(intake, IntakePage)
    assert isinstance(paper, PaperPage)
    for application_id in (lacking, lacking + 1):
        journal.show_application(application_id)
    paper.open_referral(referral_id)
    paper.open_application(lacking)
    intake.begin_from(lacking)
    workplace.notices.fault("Something failed.")
    assert strays.seen == []


def test_no_dialog_lets_anything_stray(workplace: Workplace, strays: Strays, qtbot: QtBot) -> None:
    detail = application_detail(an_application(workplace.desk), workplace.desk.today)
    for dialog in (
        KeysDialog(),
        NoticesDialog(()),
        DocumentQuestion(detail.applicant.household, today=workplace.desk.today, issuers=()),
        ReasonQuestion(returning(detail)),
        CrashDialog("the report"),
        SetUpDialog(workplace),
    ):
        qtbot.addWidget(dialog)
        dialog.open()
    assert strays.seen == []
