"""Pictures of the journal, of intake and of the order's own papers."""

from errno import ENOSPC
from pathlib import Path

from kandas_desktop.actions.documents import record_document
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Referral
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.journal import open_volume
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument
from kandas_desktop.screenshots.studio import Studio
from kandas_desktop.ui.crash_dialog import CrashDialog
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.keys import KeysDialog
from kandas_desktop.ui.kit.notices_dialog import NoticesDialog
from kandas_desktop.ui.office.set_up import SetUpDialog
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.questions import DocumentQuestion, ReasonQuestion
from kandas_desktop.ui.reasons import returning, striking_out
from kandas_desktop.ui.trouble import TroubleDialog


def take_journal_pages(studio: Studio) -> None:
    """The journal, intake, the order's papers, the settings."""
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
    lived_in = Stay.select().where(Stay.left_on.is_null()).order_by(Stay.id).first()
    if lived_in is not None:
        window.pages.lead(Place.INTAKE_JOINING, lived_in.household_id)
        studio.take("intake-joining")
        _throw_drafts_away(studio)
    _take_papers(studio)
    window.go_to("settings")
    studio.take("settings")


def _take_papers(studio: Studio) -> None:
    page = studio.window.pages.page("paper")
    assert isinstance(page, PaperPage)
    studio.window.go_to("journal")
    newest = Referral.select(Referral.id).where(Referral.struck_out_on.is_null()).order_by(Referral.id.desc())
    studio.window.pages.lead(Place.REFERRAL_PAPER, newest.first().id)
    studio.take("paper-referral")
    page.open_application(studio.first_in_reserve)
    studio.take("paper-application")
    volume = open_volume()
    assert volume is not None
    page.open_journal(volume.id)
    studio.take("paper-journal")


def take_journal_dialogs(studio: Studio) -> None:
    """Every dialog that is not about the stay."""
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


def hand_in_what_is_missing(studio: Studio) -> None:
    """Write down the slips that the first in the reserve lacks."""
    desk = studio.workplace.desk
    detail = application_detail(studio.first_in_reserve, desk.today)
    slip = ResidenceDocument(DocumentKind.SLIP, "20-119", desk.today, "Үлгі облысы ПД")
    for obstacle in detail.obstacles:
        if obstacle.person is not None:
            record_document(desk, detail.people[obstacle.person.position].id, slip)


def _throw_drafts_away(studio: Studio) -> None:
    from kandas_desktop.actions.intake import throw_draft_away
    from kandas_desktop.queries.office import drafts

    studio.window.go_to("journal")
    for draft in drafts():
        throw_draft_away(studio.workplace.desk, draft.id)
