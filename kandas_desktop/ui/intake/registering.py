"""Registering what is on the form, or saying everything that is still in its way."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.intake import register_application
from kandas_desktop.errors import Trouble
from kandas_desktop.ui.intake.drafts import DraftKeeper
from kandas_desktop.ui.intake.form_view import FormView
from kandas_desktop.ui.intake.next_step import reason_words
from kandas_desktop.ui.intake.next_step_bar import NextStepBar
from kandas_desktop.ui.intake.remarks import Remark
from kandas_desktop.ui.intake.walk import close_list
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.workplace import Workplace


class Registering(QObject):
    """``registered(id, is_to_print)`` once it is in the journal; its draft is gone with it."""

    registered = Signal(int, bool)

    def __init__(
        self, workplace: Workplace, view: FormView, bar: NextStepBar, keeper: DraftKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view = view
        self._bar = bar
        self._keeper = keeper
        bar.register_asked.connect(self.register)
        bar.print_asked.connect(self.register_and_print)
        view.finished.connect(self.go_to_button)

    def stopping(self) -> list[Remark]:
        """What keeps the form from being registered, in the order of its fields."""
        return [remark for remark in self._view.remarks if remark.stops_registering]

    def register(self) -> None:
        """Enter the application in the journal, or go to the first field that is in the way."""
        self._register(is_to_print=False)

    def register_and_print(self) -> None:
        """The same, and the application's paper after it."""
        self._register(is_to_print=True)

    def go_to_button(self) -> None:
        """Go to the button, or say first what is missing."""
        if self.stopping():
            self._say_what_is_missing()
        else:
            self._bar.register.setFocus(Qt.FocusReason.TabFocusReason)

    def _register(self, *, is_to_print: bool) -> None:
        self._settle()
        if self.stopping():
            self._say_what_is_missing()
            return
        desk = self._workplace.desk
        try:
            request = self._view.form().request(desk.today, draft_id=self._keeper.draft_id)
            application_id = register_application(desk, request)
        except Refused as refused:
            self._workplace.notices.note(refusal(self._workplace, refused.obstacles[:1]))
            self._say_what_is_missing()
            if not self.stopping():
                self._view.focus_again()
            return
        except Trouble as trouble:
            self._workplace.notices.fault(trouble.text)
            self._view.focus_again()
            return
        self._keeper.forget()
        self.registered.emit(application_id, is_to_print)

    def _settle(self) -> None:
        """Let the field in which somebody is typing take what stands in it."""
        close_list()
        focused = QApplication.focusWidget()
        if focused is not None and self._view.isAncestorOf(focused):
            focused.clearFocus()

    def _say_what_is_missing(self) -> None:
        self._view.visit_all()
        stopping = self.stopping()
        if stopping:
            self._view.focus_part(stopping[0].row, stopping[0].part)
            self._workplace.notices.note(reason_words(stopping[0]))
