"""The form itself: applicant, family and the right column, and the ways from field to field."""

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.intake.applicant_area import ApplicantArea
from kandas_desktop.ui.intake.choices import country_codes
from kandas_desktop.ui.intake.family_card import FamilyCard
from kandas_desktop.ui.intake.form import ApplicationForm
from kandas_desktop.ui.intake.issuers import RecentIssuers
from kandas_desktop.ui.intake.menus import show_applicant_menu, show_row_menu
from kandas_desktop.ui.intake.person_form import Part, country_code
from kandas_desktop.ui.intake.remarks import Remark, remarks, slip_obstacles
from kandas_desktop.ui.intake.removal import say_removed
from kandas_desktop.ui.intake.side_column import SideColumn
from kandas_desktop.ui.intake.walk import close_list, on_focus_changed
from kandas_desktop.ui.intake.words import lack_title
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.workplace import Workplace

_COLUMN_GAP = 16
_COMPACT_GAP = 8
_BELOW = 14
_FAMILY_LEAST = 134


class FormView(QWidget):
    """Shows an ``ApplicationForm`` and takes what is typed into it; ``refreshed`` follows every change."""

    edited = Signal()
    refreshed = Signal()
    finished = Signal()

    def __init__(self, workplace: Workplace, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = ApplicationForm()
        self.issuers = RecentIssuers()
        self._is_compact = False
        self._is_showing = False
        self._last_stop: QWidget | None = None
        self.remarks: list[Remark] = []
        self.slips: list[Obstacle] = []
        self.applicant = ApplicantArea(today=self._today)
        self.card = self.applicant.card
        self.family = FamilyCard(today=self._today, issuers=self._recent_issuers)
        self.side = SideColumn()
        self._left = QVBoxLayout()
        self._left.addWidget(self.applicant)
        self._left.addWidget(self.family)
        self._left.addStretch(1)
        self._across = QHBoxLayout(self)
        self._across.setSpacing(_COLUMN_GAP)
        self._across.addLayout(self._left, 1)
        self._across.addWidget(self.side)
        self._connect()
        self.set_compact(False)

    def _connect(self) -> None:
        for part in (self.card, self.family):
            part.edited.connect(self._take)
            part.left.connect(self.refresh)
        self.family.finished.connect(self.finished)
        self.family.menu_asked.connect(partial(show_row_menu, self.family))
        self.family.removed.connect(partial(say_removed, self.family, self._workplace.notices))
        self.card.menu_asked.connect(partial(show_applicant_menu, self.card))
        self.applicant.unfold_asked.connect(lambda: self.focus_part(0, Part.SURNAME))
        self.side.obstacles.chosen.connect(self._go_to_slip)
        on_focus_changed(self._focus_moved)

    def form(self) -> ApplicationForm:
        """What is written down now."""
        self._form.applicant = self.card.person
        self._form.family = self.family.people()
        return self._form

    def show_form(self, form: ApplicationForm) -> None:
        """Show another form."""
        self._form = form
        self._last_stop = None
        self._is_showing = True  # fields that go lose the focus and ask for a refresh half-way
        self.applicant.show_joined(form.joins_number, form.applicant.name.full)
        self.card.grid.show_person(form.applicant)
        self.family.show_family(form.family)
        self._is_showing = False
        self.refresh()

    def visit_all(self) -> None:
        """Let everything that is missing be said."""
        for fields in (self.card.fields, *(row.fields for row in self.family.rows)):
            fields.visit_all()
        self.refresh()

    def refresh(self) -> None:
        """Say afresh what is wrong and missing."""
        if self._is_showing:
            return
        form, today = self.form(), self._today()
        self.remarks = remarks(form, today=today, countries=country_codes())
        self.slips = slip_obstacles(form, today)
        household = form.household(today)
        own = next((slip for slip in self.slips if slip.person and slip.person.is_applicant), None)
        self.card.show_state(
            [remark for remark in self.remarks if remark.row == 0], lack_title(own) if own else ""
        )
        self.card.grid.propose_issuers(self._recent_issuers())
        self.family.show_state(self.remarks, household, form.applicant)
        hidden, country = self.family.names_hidden, country_code(form.applicant.origin_country)
        self.applicant.line.show_applicant(household[0], country, today, names_hidden=hidden)
        is_known = form.is_judgeable(today)
        self.side.obstacles.show_obstacles(self.slips, today, is_known=is_known, names_hidden=hidden)
        self.refreshed.emit()

    def set_names_hidden(self, hidden: bool) -> None:
        """Show dots for names, dates and numbers, but for the field in which somebody types (F9)."""
        self.card.set_names_hidden(hidden)
        self.family.set_names_hidden(hidden)
        self.applicant.set_names_hidden(hidden)
        self.refresh()

    def _take(self) -> None:
        self.refresh()
        self.edited.emit()

    def _today(self) -> date:
        return self._workplace.desk.today

    def _recent_issuers(self) -> list[str]:
        return self.issuers.on_form([self.card.person, *self.family.people()])

    def stops(self) -> list[QWidget]:
        """Every field in reading order."""
        applicants = [] if self._form.is_joining else self.card.grid.stops()
        return [*applicants, *(stop for row in self.family.rows for stop in row.stops())]

    def focus_part(self, row: int, part: Part) -> None:
        """Go to one field; what is folded up above it unfolds."""
        close_list()
        row = max(row, int(self._form.is_joining))
        if row == 0:
            self.applicant.unfold(True)
            control = self.card.fields.control(part)
        else:
            chosen = self.family.rows[row - 1]
            self.family.set_current(chosen)
            control = chosen.fields.control(part)
            if control is None or control.isHidden() or not control.isVisibleTo(chosen):
                chosen.unfold_document() if part.value.startswith("document") else chosen.show_more(True)
                control = chosen.fields.control(part)
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_widget(self, widget: QWidget, reason: Qt.FocusReason) -> None:
        """Go to one of ``stops``."""
        close_list()
        if self.card.isAncestorOf(widget):
            self.applicant.unfold(True)
        widget.setFocus(reason)

    def focus_first(self) -> None:
        """Go where typing goes on: the applicant, or the empty row once the applicant is finished."""
        is_after_applicant = self._form.is_joining or self._applicant_is_finished()
        self.focus_part(len(self.family.rows) if is_after_applicant else 0, Part.SURNAME)

    def focus_again(self) -> None:
        """Go back to the field in which the clerk was, if it is still there."""
        last = self._last_stop
        if last is not None and any(stop is last for stop in self.stops()):
            self.focus_widget(last, Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def change_need(self) -> None:
        """Ask for an accessible room for the person at whom the clerk is, or not any more."""
        row = self.family.row_of(self._last_stop)
        if row is not None:
            row.change_need()
        elif not self._form.is_joining:
            self.card.need.toggle()

    def set_compact(self, compact: bool) -> None:
        """Without the right column, and the finished applicant in one line."""
        self._is_compact = compact
        padding = theme().sizes.page_padding
        self._across.setContentsMargins(padding, 0, padding, _COMPACT_GAP if compact else _BELOW)
        self._left.setSpacing(_COMPACT_GAP if compact else theme().sizes.gap)
        self.side.setVisible(not compact)
        self._fold_applicant()

    def _share_height(self) -> None:
        """Let the applicant have their whole height, and the family scroll in the rest."""
        margins = self._across.contentsMargins()
        rest = self.height() - margins.top() - margins.bottom() - self._left.spacing()
        highest = max(_FAMILY_LEAST, rest - self.applicant.wanted_height())
        if highest != self.family.maximumHeight():
            self.family.setMaximumHeight(highest)

    def _go_to_slip(self, position: int) -> None:
        self.focus_part(self.form().row_of(position), Part.DOCUMENT_NUMBER)

    def _applicant_is_finished(self) -> bool:
        lacks = any(remark.row == 0 and remark.stops_registering for remark in self.remarks)
        return not lacks and not self.card.person.is_empty

    def _fold_applicant(self) -> None:
        unfolded = not self._is_compact or self.applicant.holds_focus()
        self.applicant.unfold(unfolded or not self._applicant_is_finished())

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.window().isAncestorOf(now):
            return
        if now.focusPolicy() is Qt.FocusPolicy.NoFocus:
            return  # the letters type into the field that was left
        if self.isVisible() and self.isAncestorOf(now):
            self._last_stop = now
        row = self.family.row_of(now)
        self.family.set_current(row)
        self._fold_applicant()
        self.card.unfold_issuer()
        if self.card.isAncestorOf(now):
            self.applicant.reveal(now)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._share_height()
        return super().event(event)
