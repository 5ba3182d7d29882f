"""One member of the family: the line of fields, and what unfolds under it when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.ui.intake.columns import FIRST_LEFT, Columns
from kandas_desktop.ui.intake.document_panel import DocumentPanel
from kandas_desktop.ui.intake.menu_key import MenuKey
from kandas_desktop.ui.intake.more_panel import MORE_PARTS, MorePanel
from kandas_desktop.ui.intake.person_fields import PersonFields
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.intake.remark_lines import RemarkLines
from kandas_desktop.ui.intake.remarks import Level, Remark
from kandas_desktop.ui.intake.row_line import RowLine
from kandas_desktop.ui.intake.surname_proposal import SurnameProposal
from kandas_desktop.ui.intake.words import DocumentWords, document_words
from kandas_desktop.ui.kit.painting import hairline
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.need_line import NeedLine
from kandas_desktop.words import _

_NEED_BELOW = 8
_BAR = 3
_CORNER = 7

Issuers = Callable[[], Sequence[str]]


class FamilyRow(QWidget):
    """A person of the family; ``finished`` is Enter in the empty last row, past the surname offered there."""

    edited = Signal()
    left = Signal()
    finished = Signal()
    remove_asked = Signal()
    menu_asked = Signal()

    def __init__(self, *, today: Callable[[], date], issuers: Issuers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._issuers = issuers
        self._applicant = PersonForm()
        self._is_current = False
        self._is_last = False
        self._is_unfolded_by_hand = False
        self._names_hidden = False
        self._remarks: list[Remark] = []
        self.fields = PersonFields(self)
        self.line = RowLine(today=today)
        self._need = NeedLine()
        self._need.set_margins(FIRST_LEFT, _NEED_BELOW)
        self._lines = RemarkLines()
        self._panel: DocumentPanel | None = None
        self._more: MorePanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)
        self._column.addWidget(self._need)
        self._column.addWidget(self._lines)
        self._need.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part, field in self.line.fields.items():
            self.fields.bind(part, field)
        self._surname = SurnameProposal(self.fields, self.line.fields[Part.SURNAME])
        self.fields.edited.connect(self.edited)
        self.fields.left.connect(lambda: self._surname.suit(self._applicant))
        self.fields.left.connect(self.left)
        self.line.enter_pressed.connect(self.finished)
        self.line.remove_pressed.connect(self.remove_asked)
        self.line.menu_pressed.connect(self.menu_asked)
        self._menu_key = MenuKey(self)
        self._menu_key.pressed.connect(self.menu_asked)
        self.line.surname_entered.connect(self._propose_surname)
        self.line.document.pressed.connect(self.unfold_document)

    @property
    def person(self) -> PersonForm:
        return self.fields.person

    @property
    def remarks(self) -> list[Remark]:
        """What is said about this person now."""
        return self._remarks

    def stops(self) -> list[QWidget]:
        """The fields in reading order, as far as they are unfolded."""
        found: list[QWidget] = list(self.line.fields.values())
        for panel in (self._panel, self._more):
            if panel is not None and not panel.isHidden():
                found += panel.controls()
        return found

    def show_person(self, person: PersonForm) -> None:
        """Show somebody else."""
        self._surname.forget()
        self.fields.show_person(person)
        if self._panel:
            self._panel.show_kind()

    def set_place(self, number: int, *, is_last: bool) -> None:
        """The row's number, and whether it is the last: that one waits for somebody to be typed."""
        self._is_last = is_last
        self.line.set_number(number)
        self.line.set_waiting(is_last and self.person.is_empty)
        self.line.takes_enter = is_last and self.person.is_empty
        self.update()

    def set_names_hidden(self, hidden: bool) -> None:
        """Show dots for names, dates and numbers (F9)."""
        self._names_hidden = hidden
        self.fields.set_names_hidden(hidden)
        self.line.document.set_masked(hidden)
        self._show_need()

    def set_columns(self, columns: Columns) -> None:
        """Stand in these columns."""
        self.line.set_columns(columns)
        self._lines.set_columns(columns)

    def set_current(self, current: bool) -> None:
        """Whether the clerk is here; leaving folds up what is finished."""
        if current != self._is_current:
            self._is_current = current
            self._is_unfolded_by_hand = False
            if not current:
                self.fields.withdraw()
                self._surname.suit(self._applicant)
                self.show_more(False)
            self._fold()
            self.update()

    def show_state(
        self, remarks: Sequence[Remark], household: HouseholdPerson, applicant: PersonForm
    ) -> None:
        """Say what there is to say about the person, and what their document amounts to."""
        self._applicant = applicant
        empty = self.person.is_empty
        self._remarks = [] if empty else [remark for remark in remarks if self._is_due(remark)]
        waiting = DocumentWords(_("type, and a row is added") if self._is_last else "", "hint")
        self.line.document.show_words(waiting if empty else document_words(household, self._today()))
        self._lines.show_remarks([remark for remark in self._remarks if remark.level is not Level.SLIP])
        wrong = {remark.part for remark in self._remarks if remark.level is Level.ERROR}
        self.fields.mark_wrong(wrong)
        self._show_need()
        self._fold()
        self.update()

    def change_need(self) -> None:
        """Ask for an accessible room for this person, or not any more; for an empty row nothing is asked."""
        if not self.person.is_empty:
            self.person.set_in_need(not self.person.is_in_need)
            self.edited.emit()

    def unfold_document(self) -> None:
        """Show the slip's fields, though nothing of it is missing, and go there."""
        self._is_unfolded_by_hand = True
        self._fold()
        if self._panel:
            self._panel.number.setFocus()

    def change_document_kind(self) -> None:
        """A permit instead of a slip, or the other way round."""
        self.unfold_document()
        if self._panel:
            self._panel.change_kind()

    def show_more(self, shown: bool) -> None:
        """Unfold or fold what is seldom asked."""
        if shown and self._more is None:
            self._more = MorePanel(self.fields, today=self._today)
            self._menu_key.watch(*self._more.controls())
            self._column.addWidget(self._more)
            self.fields.refresh()
        if self._more and self._more.isHidden() == shown:
            self._more.show_applicant(self._applicant)
            self._more.setVisible(shown)
        if shown and self._more:
            self._more.controls()[0].setFocus()

    def _show_need(self) -> None:
        is_shown = self.person.is_in_need and not self.person.is_empty and not self._names_hidden
        if self._need.isHidden() == is_shown:
            self._need.setVisible(is_shown)

    def _is_due(self, remark: Remark) -> bool:
        return remark.level is Level.SLIP or self.fields.to_say(remark)

    def _propose_surname(self) -> None:
        if self._is_last and self.person.is_empty:
            self._surname.offer(self._applicant)

    def _fold(self) -> None:
        person, panel = self.person, self._panel
        is_adult = person.is_adult(self._today())
        lacks = any(remark.level is Level.SLIP for remark in self._remarks)
        is_in_panel = panel is not None and any(control.hasFocus() for control in panel.controls())
        wrong = any(remark.part in _DOCUMENT_PARTS for remark in self._remarks if remark.level is Level.ERROR)
        was_open = panel is not None and not panel.isHidden()
        # What was unfolded stays while the clerk is in this row: nothing folds up under the hands.
        shown = self._is_current and (
            self._is_unfolded_by_hand or is_in_panel or (is_adult and (lacks or was_open)) or wrong
        )
        if shown and panel is None:
            panel = self._make_panel()
        if panel is not None:
            panel.say([remark for remark in self._remarks if remark.level is Level.SLIP])
            if panel.isHidden() == shown:
                panel.setVisible(shown)
                if shown:
                    panel.propose_issuers(self._issuers())
        if self._is_current and any(remark.part in MORE_PARTS for remark in self._remarks) and not self._more:
            self.show_more(True)

    def _make_panel(self) -> DocumentPanel:
        self._panel = panel = DocumentPanel(self.fields, today=self._today)
        panel.hide()
        panel.kind_changed.connect(self.edited)
        self.fields.kind_told.connect(panel.show_kind)
        self._menu_key.watch(*panel.controls())
        self._column.insertWidget(3, panel)
        self.fields.refresh()
        return panel

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_ground(self, _bar_color(self._remarks) if self._is_current else "", is_last=self._is_last)


def _paint_ground(row: QWidget, bar_color: str, *, is_last: bool) -> None:
    """The current row's ground with its bar, and the line below every row but the last."""
    painter = QPainter(row)
    if bar_color:
        if is_last:
            rounded = QPainterPath()
            rounded.addRoundedRect(QRectF(row.rect()).adjusted(0, -20, 0, 0), _CORNER, _CORNER)
            painter.setClipPath(rounded)
        painter.fillRect(row.rect(), theme().color("selected"))
        painter.fillRect(QRectF(0, 0, _BAR, row.height()), bar_color)
    if not is_last:
        bottom = row.height() - 1
        hairline(painter, QPointF(0, bottom), QPointF(row.width(), bottom), theme().palette.line)


_DOCUMENT_PARTS = frozenset({Part.DOCUMENT_NUMBER, Part.DOCUMENT_DATE, Part.DOCUMENT_ISSUER})


def _bar_color(said: Sequence[Remark]) -> str:
    """The bar of the current row: the colour of the worst that is said of the person."""
    palette = theme().palette
    if not said:
        return palette.accent
    worst = min(remark.level for remark in said)
    return palette.overdue.solid if worst is Level.ERROR else palette.held.solid
