"""The residents page's side panel: one person and their household, and the one next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kandas_desktop.queries.resident_household import (
    HouseholdDetail,
    MemberDetail,
    household_detail,
    household_history,
)
from kandas_desktop.queries.stays import household_of_stay
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, state_title
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.frame import Rule
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.line_panel import LinePanel
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.residents.acts import HouseholdActs
from kandas_desktop.ui.residents.history import History
from kandas_desktop.ui.residents.next_step import Step, next_step
from kandas_desktop.ui.residents.panel_body import PanelBody
from kandas_desktop.ui.residents.panel_foot import PanelFoot
from kandas_desktop.ui.wording import age_words, people_words
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class ResidentPanel(LinePanel):
    """Shows a stay with its household, and does what is asked with it."""

    stay_shown = Signal(int)
    leads_to = Signal(str, int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._household: HouseholdDetail | None = None
        self._stay_id: int | None = None
        self._is_history_whole = False
        self._number = Label(ink="text2")
        self._state = Chip("")
        self.set_top(self._number, self._state)
        self._foot_widget = PanelFoot(
            self.take_main_action, lambda: self._do(HouseholdActs.record_leaving), self.print_paper
        )
        self.foot.addWidget(self._foot_widget)
        self.middle.addStretch(1)
        self.set_compact(theme().is_compact)

    @property
    def stay_id(self) -> int | None:
        """Whose stay is shown; ``None`` before the first."""
        return self._stay_id

    @property
    def filled_button(self) -> Button | None:
        """The button of the next step; ``None`` where nothing is due."""
        return self._foot_widget.main if self._foot_widget.is_main_filled else None

    @property
    def steps(self) -> PanelFoot:
        """The foot with its buttons."""
        return self._foot_widget

    def show_stay(self, stay_id: int) -> bool:
        """Show a stay with its household; ``False`` where there is none any more."""
        household_id = household_of_stay(stay_id)
        if household_id is None:
            return False
        if stay_id != self._stay_id:
            self._is_history_whole = False
            self._scroll.verticalScrollBar().setValue(0)
        self._stay_id = stay_id
        self._household = household_detail(household_id, self._workplace.desk.today)
        self._rebuild()
        return True

    def reload(self) -> bool:
        """Read the stay afresh; ``False`` where there is none any more."""
        return self._stay_id is not None and self.show_stay(self._stay_id)

    def take_main_action(self) -> None:
        """What Ctrl+Enter does: the next step."""
        self._do(HouseholdActs.take_next_step)

    def move_person(self) -> None:
        """Go to the board, where beds are given (F6)."""
        self._do(HouseholdActs.move)

    def fill_menu(self, menu: QMenu) -> None:
        """Add what may be done to a row's menu."""
        self._foot_widget.fill(menu)

    def print_paper(self) -> None:
        """The paper that is due: the house rules while some are to be signed, else the notice (Ctrl+P)."""
        household = self._household
        is_rules = household is not None and next_step(household) is Step.SIGN_RULES
        self._do(HouseholdActs.print_rules if is_rules else HouseholdActs.print_notice)

    def _do(self, act: Callable[[HouseholdActs], None]) -> None:
        acts = self._acts()
        if acts is not None:
            act(acts)

    def _acts(self) -> HouseholdActs | None:
        household, person = self._household, self._person()
        if household is None or person is None:
            return None
        return HouseholdActs(
            self._workplace, self.window(), household, person, self._naming(household), self.leads_to.emit
        )

    def _person(self) -> MemberDetail | None:
        if self._household is None or self._stay_id is None:
            return None
        return self._household.person(self._stay_id)

    def _naming(self, household: HouseholdDetail) -> Naming:
        return Naming(household.number, self._names_hidden)

    def _rebuild(self) -> None:
        household, person = self._household, self._person()
        if household is None or person is None:
            return
        had_focus = self._has_keyboard
        place = self._scroll.verticalScrollBar().value()
        self._number.setText(household.number)
        self._show_state(household, person)
        self._show_anew(self._head_of(household, person), self._middle_of(household, person))
        acts = self._acts()
        self._foot_widget.show_household(household, next_step(household), acts.entries() if acts else ())
        self._scroll.verticalScrollBar().setValue(place)
        self.lead_the_tab_key()
        if had_focus:
            self._foot_widget.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, household: HouseholdDetail, person: MemberDetail) -> None:
        if not person.lives_here:
            self._state.show_state(_("Left"), family="grey", icon="log-out")
        elif person.vacating is not None and person.vacating.due < household.on:
            self._state.show_state(_("Overdue"), family="overdue", icon="alert-circle")
        elif person.vacating is not None:
            icon = STATE_ICONS[BedState.VACATING]
            self._state.show_state(state_title(BedState.VACATING), family="vacating", icon=icon)
        else:
            self._state.show_state(_("Lives here"), family="occupied", icon="user")

    def _head_of(self, household: HouseholdDetail, person: MemberDetail) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        member = person.member
        naming = self._naming(household)
        column.addWidget(Label(naming.full(member.name, member.kinship), role="panel_title", wrap=True))
        parts = [
            kinship_words(member.kinship) or _("applicant"),
            "" if self._names_hidden else age_words(member.born, household.on),
            member.bed,
            people_words(len(household.here)) if len(household.here) > 1 else "",
        ]
        words = " · ".join(filter(None, parts))
        column.addWidget(Label(words, role="second", ink="text2", wrap=True))
        return whole

    def _middle_of(self, household: HouseholdDetail, person: MemberDetail) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if theme().is_compact else 12)
        body = PanelBody(household, person, self._naming(household), today=household.on)
        body.status_asked.connect(lambda: self._do(HouseholdActs.change_status))
        body.person_asked.connect(self._show_other)
        column.addWidget(body)
        column.addWidget(Rule())
        history = History(
            household_history(self._workplace.desk.database, household.id),
            hidden=self._names_hidden,
            is_whole=self._is_history_whole,
        )
        if history.more is not None:
            history.more.clicked.connect(self._show_whole_history)
        column.addWidget(history)
        return whole

    def _show_whole_history(self) -> None:
        self._is_history_whole = True
        self._rebuild()

    def _show_other(self, stay_id: int) -> None:
        if self.show_stay(stay_id):
            self.stay_shown.emit(stay_id)
