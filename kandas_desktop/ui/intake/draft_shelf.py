"""All drafts of the office: their menu, opening one, throwing one away and bringing it back."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.intake.drafts import DraftKeeper, KeptForm, kept_forms
from kandas_desktop.ui.intake.form import ApplicationForm
from kandas_desktop.ui.intake.menus import drafts_menu
from kandas_desktop.ui.kit.notice_queue import Action
from kandas_desktop.ui.workplace import Notices
from kandas_desktop.words import _


class DraftShelf(QObject):
    """``chosen(KeptForm)`` is a draft to open, ``begin_asked`` a new application."""

    begin_asked = Signal()
    chosen = Signal(object)
    changed = Signal()

    def __init__(self, keeper: DraftKeeper, notices: Notices, page: QWidget) -> None:
        super().__init__(page)
        self._keeper = keeper
        self._notices = notices
        self._page = page
        self._thrown_away: ApplicationForm | None = None
        self._was_open = False
        self.names_hidden = False

    def count(self) -> int:
        """How many drafts there are."""
        return len(kept_forms())

    def show_menu(self, where: QPoint) -> None:
        """Show all drafts, what is being typed among them."""
        self._keeper.save_now()
        menu = drafts_menu(
            self._page,
            kept_forms(),
            current=self._keeper.draft_id,
            names_hidden=self.names_hidden,
            begin=self.begin_asked.emit,
            open_draft=self.chosen.emit,
            throw_away=self.throw_away,
            bring_back=self.bring_back if self._thrown_away else None,
        )
        menu.popup(where)

    def throw_away(self, kept: KeptForm) -> None:
        """Forget a draft; ``bring_back`` undoes it."""
        is_current = kept.id == self._keeper.draft_id
        if not self._keeper.throw_away(kept.id):
            return
        self._thrown_away = kept.form
        self._was_open = is_current
        if is_current:
            self._keeper.forget()
            self.begin_asked.emit()
        self.changed.emit()
        self._notices.done(_("The draft was thrown away"), Action(_("Bring back"), self.bring_back, "Ctrl+Z"))

    def bring_back(self) -> None:
        """Keep the draft again that was thrown away last, and open it if it was open."""
        if self._thrown_away is None or not self._keeper.bring_back(self._thrown_away):
            return
        self._thrown_away = None
        self.changed.emit()
        if self._was_open:
            self.chosen.emit(kept_forms()[0])
