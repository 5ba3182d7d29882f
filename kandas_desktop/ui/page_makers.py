"""How each page of the window is made; its module is loaded only then."""

from collections.abc import Callable

from kandas_desktop.ui.page import Page
from kandas_desktop.ui.workplace import Workplace


def _journal(workplace: Workplace) -> Page:
    from kandas_desktop.ui.journal.page import JournalPage

    return JournalPage(workplace)


def _today(workplace: Workplace) -> Page:
    from kandas_desktop.ui.today.page import TodayPage

    return TodayPage(workplace)


def _intake(workplace: Workplace) -> Page:
    from kandas_desktop.ui.intake.page import IntakePage

    return IntakePage(workplace)


def _reserve(workplace: Workplace) -> Page:
    from kandas_desktop.ui.reserve.page import ReservePage

    return ReservePage(workplace)


def _beds(workplace: Workplace) -> Page:
    from kandas_desktop.ui.board.page import BoardPage

    return BoardPage(workplace)


def _residents(workplace: Workplace) -> Page:
    from kandas_desktop.ui.residents.page import ResidentsPage

    return ResidentsPage(workplace)


def _decisions(workplace: Workplace) -> Page:
    from kandas_desktop.ui.decisions.page import DecisionsPage

    return DecisionsPage(workplace)


def _linen(workplace: Workplace) -> Page:
    from kandas_desktop.ui.linen.page import LinenPage

    return LinenPage(workplace)


def _rooms(workplace: Workplace) -> Page:
    from kandas_desktop.ui.rooms.page import RoomsPage

    return RoomsPage(workplace)


def _paper(workplace: Workplace) -> Page:
    from kandas_desktop.ui.paper.page import PaperPage

    return PaperPage(workplace)


def _settings(workplace: Workplace) -> Page:
    from kandas_desktop.ui.office.settings_page import SettingsPage

    return SettingsPage(workplace)


MAKERS: dict[str, Callable[[Workplace], Page]] = {
    "today": _today,
    "intake": _intake,
    "journal": _journal,
    "reserve": _reserve,
    "beds": _beds,
    "residents": _residents,
    "decisions": _decisions,
    "linen": _linen,
    "rooms": _rooms,
    "paper": _paper,
    "settings": _settings,
}
