"""The journal's side panel: one application, what the order says of it, and the one next step."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.application import ApplicationDetail, application_detail
from kandas_desktop.ui.journal.panel_acts import PanelActs
from kandas_desktop.ui.journal.panel_body import PanelBody
from kandas_desktop.ui.journal.panel_foot import PanelFoot
from kandas_desktop.ui.journal.panel_head import ApplicationName
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.line_panel import LinePanel
from kandas_desktop.ui.outcomes import application_outcome
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace


class ApplicationPanel(LinePanel):
    """Shows an application and does what is asked with it; ``leads_to`` names a place and an id."""

    leads_to = Signal(str, int)
    application_shown = Signal(int)
    step_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._detail: ApplicationDetail | None = None
        self._number = Label(ink="text2")
        self._outcome = Chip("")
        self.set_top(self._number, self._outcome)
        self._body: PanelBody | None = None
        self._is_busy = False
        self._actions = self._make_actions()
        self.foot.addWidget(self._actions)
        self.middle.addStretch(1)
        self.set_compact(theme().is_compact)

    @property
    def application_id(self) -> int | None:
        """Which application is shown; ``None`` before the first."""
        return self._detail.id if self._detail else None

    @property
    def filled_button(self) -> Button | None:
        """The button of the next lawful step; ``None`` where nothing can be done now."""
        if self._body is not None and self._body.filled is not None:
            return self._body.filled
        return self._actions.main if self._actions.is_main_filled else None

    @property
    def main_words(self) -> str:
        """What Ctrl+Enter does now, in the words of its button."""
        return (self.filled_button or self._actions.main).words

    def show_application(self, application_id: int) -> None:
        """Show an application from its top."""
        self._scroll.verticalScrollBar().setValue(0)
        self._read(application_id)

    def reload(self) -> None:
        """Read the application afresh, keeping the place in the middle."""
        if self._detail is not None:
            self._read(self._detail.id)

    def take_main_action(self) -> None:
        """What Ctrl+Enter does: the filled button's step, or the reason why there is none."""
        (self.filled_button or self._actions.main).trigger()

    def fill_line_menu(self, menu: QMenu) -> None:
        """Add what may be done with the application to the menu of its line."""
        self._actions.fill_line_menu(menu)

    def _people(self) -> PeopleWords:
        number = self._detail.number if self._detail else ""
        return PeopleWords(number, self._names_hidden, self._today())

    def _today(self) -> date:
        return self._workplace.desk.today

    def _read(self, application_id: int) -> None:
        self._detail = application_detail(application_id, self._today())
        self._rebuild()

    def _rebuild(self) -> None:
        detail = self._detail
        if detail is None:
            return
        had_focus = self._has_keyboard
        place = self._scroll.verticalScrollBar().value()
        people = self._people()
        outcome = application_outcome(detail)
        self._number.setText(detail.number)
        self._outcome.show_state(outcome.text, family=outcome.family, icon=outcome.icon)
        body = self._make_body(detail, people)
        if self._body is not None:
            body.take_over_from(self._body)
        self._body = body
        self._show_anew(ApplicationName(detail, people, is_compact=theme().is_compact), body)
        margins = self.foot.contentsMargins()
        self._actions.show_detail(detail, width=self.width() - 1 - margins.left() - margins.right())
        self._scroll.verticalScrollBar().setValue(place)
        self._lead_the_tab_key(body)
        if had_focus and self.filled_button is not None:
            self.filled_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.step_changed.emit()

    def _lead_the_tab_key(self, body: PanelBody) -> None:
        """The next lawful step first, then downwards; the cross, which stands above, comes last."""
        stops = [*_tab_stops(body), *_tab_stops(self._actions)]
        first = self.filled_button
        if first is not None and body.hand_over is None:  # there its day is asked before it
            stops.sort(key=lambda stop: stop is not first)
        for before, after in pairwise((self._number, *stops, self._close)):
            self.setTabOrder(before, after)

    def _make_body(self, detail: ApplicationDetail, people: PeopleWords) -> PanelBody:
        body = PanelBody(detail, people, today=self._today)
        body.document_asked.connect(lambda position: self._do(lambda acts: acts.record_document(position)))
        body.reserve_asked.connect(lambda: self._do(PanelActs.enter_reserve))
        body.status_asked.connect(lambda concern: self._do(lambda acts: acts.change_status(concern)))
        body.beds_asked.connect(lambda: self._do(PanelActs.choose_beds))
        body.handed_over.connect(lambda day: self._do(lambda acts: acts.hand_over(day)))
        body.referral_opened.connect(
            lambda referral_id: self.leads_to.emit(Place.REFERRAL_PAPER, referral_id)
        )
        body.application_asked.connect(self._show_other)
        return body

    def _make_actions(self) -> PanelFoot:
        actions = PanelFoot()
        actions.issue_asked.connect(lambda: self._do(PanelActs.issue))
        actions.reserve_asked.connect(lambda: self._do(PanelActs.enter_reserve))
        actions.beds_asked.connect(lambda: self._do(PanelActs.choose_beds))
        actions.needs_asked.connect(lambda: self._do(PanelActs.record_needs))
        actions.return_asked.connect(lambda: self._do(PanelActs.return_application))
        actions.striking_out_asked.connect(lambda: self._do(PanelActs.strike_out))
        actions.receipt_asked.connect(lambda: self._do(PanelActs.correct_receipt))
        actions.referral_striking_out_asked.connect(lambda: self._do(PanelActs.strike_out_referral))
        actions.move_in_asked.connect(lambda: self._do(PanelActs.move_in))
        actions.resident_asked.connect(lambda stay_id: self.leads_to.emit(Place.RESIDENT, stay_id))
        actions.referral_asked.connect(self._open_referral)
        actions.paper_asked.connect(lambda: self.leads_to.emit(Place.APPLICATION_PAPER, self.application_id))
        actions.anew_asked.connect(lambda: self.leads_to.emit(Place.INTAKE_AGAIN, self.application_id))
        actions.refused.connect(self._workplace.notices.note)
        return actions

    def _do(self, act: Callable[[PanelActs], None]) -> None:
        """Take a step once, then show what became of the application, even where the order refused it."""
        if self._detail is None or self._is_busy:
            return
        self._is_busy = True
        try:
            act(PanelActs(self._workplace, self.window(), self._detail, self._people()))
        finally:
            self._is_busy = False
            self.reload()

    def _open_referral(self) -> None:
        if self._detail is not None and self._detail.referral is not None:
            self.leads_to.emit(Place.REFERRAL_PAPER, self._detail.referral.id)

    def _show_other(self, application_id: int) -> None:
        self.show_application(application_id)
        self.application_shown.emit(application_id)


def _tab_stops(within: QWidget) -> list[QWidget]:
    """Where the Tab key may stop, from the top downwards."""
    children = within.findChildren(QWidget)
    return [child for child in children if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
