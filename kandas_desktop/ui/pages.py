"""The pages of the window: each is made when it is first shown, and leads on to the others."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.frame import PageHead
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.page_makers import MAKERS
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

if TYPE_CHECKING:
    from kandas_desktop.ui.intake.page import IntakePage
    from kandas_desktop.ui.office.settings_page import SettingsPage


class Pages(QStackedWidget):
    """``shown(name)`` says which page is seen; the journal is loaded first, the others when needed."""

    shown = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    office_changed = Signal()
    drafts_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._names_hidden = False
        self._made: dict[str, Page] = {}
        self._shown_name = self._before_paper = "journal"
        self._connects: dict[str, Callable[[Page], None]] = {
            "intake": self._connect_intake,
            "paper": self._connect_paper,
            "settings": self._connect_settings,
        }
        self._keyboard_back: QObject | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._watch_keyboard)

    @property
    def seen(self) -> str:
        """The page that is seen; of a paper that from which it was opened, and to which it leads back."""
        return self._before_paper if self._shown_name == "paper" else self._shown_name

    def page(self, name: str) -> Page:
        """The page of that name: ``today``, ``journal``, ``beds`` …"""
        if name not in self._made:
            page = MAKERS[name](self._workplace)
            page.leads_to.connect(self.lead)
            page.keys_changed.connect(lambda: self.shown.emit(self._shown_name))
            self._connects.get(name, _connect_nothing)(page)
            page.set_compact(theme().is_compact)
            if self._names_hidden:
                _hide_names(page, True)
            self._made[name] = page
            self.addWidget(page)
        return self._made[name]

    def show_page(self, name: str) -> None:
        """Bring a page to the front and the keyboard to it."""
        page = self.page(name)
        if name == "paper":
            self._before_paper = self._shown_name if self._shown_name != "paper" else self._before_paper
        self._shown_name = name
        if page is not self.currentWidget():
            self.setFocus()  # a page that goes with the keyboard would lead it on, and remember that
        self.setCurrentWidget(page)
        page.setFocus()
        self.shown.emit(name)

    def set_names_hidden(self, hidden: bool) -> None:
        """Hide or show names and birth dates on every page (F9)."""
        self._names_hidden = hidden
        for page in self._made.values():
            _hide_names(page, hidden)

    def set_compact(self, compact: bool) -> None:
        """Let every page take the measures of a small window, or the normal ones."""
        for page in self._made.values():
            page.set_compact(compact)

    def enter(self, *, forward: bool) -> bool:
        """Bring Tab from around the pages into the one that is seen; ``False`` where it does not ask to."""
        page = self.currentWidget()
        return isinstance(page, Page) and page.enter(forward=forward)

    def take_keyboard(self) -> bool:
        """Bring the keyboard to the list of the page that is seen; ``False`` where it has none."""
        page = self.currentWidget()
        if page is None or page.focusProxy() is None:
            return False
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def closing_loses(self) -> str:
        """What the first of the pages that would lose something says of it; empty for nothing."""
        losses = [page.closing_loses() for page in self._made.values()]
        return next(filter(None, losses), "")

    def close_all(self) -> None:
        """Close every page: one with a draft saves it now."""
        for page in self._made.values():
            page.close()

    # --- the ways from page to page

    def lead(self, place: str, subject_id: int) -> None:
        """Show a place (``Place``): its page, at what the id names."""
        from kandas_desktop.ui.places import PAGE_OF, Place

        name = PAGE_OF[Place(place)]
        if name == "paper":
            # Made before it is seen; its keys are those of the paper that lies there.
            self.page(name).go_to(place, subject_id)
            self.show_page(name)
        else:
            self.show_page(name)
            self.page(name).go_to(place, subject_id)

    def search(self) -> None:
        """Search everything there is."""
        self.show_page("journal")
        self._journal.search_everything()

    def take_in(self) -> None:
        """A family stands at the desk."""
        self.show_page("intake")
        self._intake.begin()

    def show_language(self) -> None:
        """The settings, at the choice of language."""
        self.show_page("settings")
        self._settings.focus_language()

    def _show_registered(self, application_id: int, is_to_print: bool) -> None:
        from kandas_desktop.queries.papers import application_facts
        from kandas_desktop.ui.places import Place

        self.show_page("journal")
        self._journal.show_application(application_id)
        number = application_facts(application_id).number
        self._workplace.notices.done(_("{number} registered.").format(number=number))
        if is_to_print:
            self.lead(Place.APPLICATION_PAPER, application_id)

    def _watch_keyboard(self) -> None:
        if self._keyboard_back is None and not self.isActiveWindow():
            # The window was left for the first time, perhaps for a question.
            from kandas_desktop.ui.keyboard_back import KeyboardBack

            self._keyboard_back = KeyboardBack(self.window(), self.take_keyboard, self)

    # --- making them

    @property
    def _journal(self) -> JournalPage:
        page = self.page("journal")
        assert isinstance(page, JournalPage)
        return page

    @property
    def _intake(self) -> "IntakePage":
        from kandas_desktop.ui.intake.page import IntakePage

        page = self.page("intake")
        assert isinstance(page, IntakePage)
        return page

    @property
    def _settings(self) -> "SettingsPage":
        from kandas_desktop.ui.office.settings_page import SettingsPage

        page = self.page("settings")
        assert isinstance(page, SettingsPage)
        return page

    def _connect_intake(self, page: Page) -> None:
        from kandas_desktop.ui.intake.page import IntakePage

        assert isinstance(page, IntakePage)
        page.registered.connect(self._show_registered)
        page.drafts_changed.connect(self.drafts_changed)

    def _connect_paper(self, page: Page) -> None:
        from kandas_desktop.ui.paper.page import PaperPage

        assert isinstance(page, PaperPage)
        page.back_asked.connect(lambda: self.show_page(self._before_paper))

    def _connect_settings(self, page: Page) -> None:
        from kandas_desktop.ui.office.settings_page import SettingsPage

        assert isinstance(page, SettingsPage)
        page.language_chosen.connect(self.language_chosen)
        page.theme_chosen.connect(self.theme_chosen)
        page.office_changed.connect(self.office_changed)


def _connect_nothing(page: Page) -> None:
    """Most pages lead on by their places alone."""


def _hide_names(page: Page, hidden: bool) -> None:
    page.set_names_hidden(hidden)
    for head in page.findChildren(PageHead):
        head.set_names_hidden(hidden)
