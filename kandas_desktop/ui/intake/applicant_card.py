"""The applicant's card: the fields, and at its head whether anything is lacking for a referral."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.ui.intake.applicant_grid import ApplicantGrid
from kandas_desktop.ui.intake.person_fields import (
    Control,
    PersonFields,
)
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.intake.remark_line import RemarkLine
from kandas_desktop.ui.intake.remarks import Level, Remark
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.need_line import need_words
from kandas_desktop.words import _

_COLUMNS = 4
_ISSUER_ROW = 3
_SCRIPT_ROW = 4


class _State(QWidget):
    """The right end of the card's head: whether the applicant lacks anything for a referral."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("check-circle", family="free", size=15)
        self._words = Label(role="second", ink="text2")
        self._clause = ClauseChip(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for widget in (self._mark, self._words, self._clause):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, text: str, *, lacking: bool) -> None:
        self.setVisible(bool(text))
        self._mark.show_icon(
            "alert-triangle" if lacking else "check-circle", family="held" if lacking else "free"
        )
        self._words.setText(text)
        self._words.set_ink("held" if lacking else "text2")
        self._clause.setVisible(lacking)


class ApplicantCard(Card):
    """The fields under their head, and everything there is to say about the applicant."""

    edited = Signal()
    left = Signal()
    menu_asked = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._today = today
        self._shown: dict[Part, Remark] = {}
        self._slip_lines: list[RemarkLine] = []
        self._state = _State()
        self.menu = IconButton("ellipsis", _("More about this person"), size=20)
        self.need = TickBox(need_words())
        self.need.setFixedHeight(20)
        self.grid = ApplicantGrid(today=today)
        self.column.setSpacing(9)
        self.column.addLayout(self._make_head())
        self.column.addWidget(self.grid)
        self._below = QVBoxLayout()
        self._below.setSpacing(2)
        self.column.addLayout(self._below)
        self.column.addStretch(1)
        # Not fixed: its hint counts more lines below the fields than there are at its width.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.grid.edited.connect(self.edited)
        self.grid.menu_asked.connect(self.menu_asked)
        self.fields.left.connect(self.left)
        self.need.toggled.connect(self.set_in_need)

    @property
    def fields(self) -> PersonFields:
        return self.grid.fields

    @property
    def person(self) -> PersonForm:
        return self.fields.person

    def box(self, part: Part) -> Field[Control]:
        """The field in which a part is written."""
        return self.grid.boxes[_box_of(part)]

    def show_state(self, remarks: Sequence[Remark], lacking: str) -> None:
        """Say what there is to say; ``lacking`` is what r.3 still asks, or empty."""
        due: dict[Part, Remark] = {}
        slips: list[Remark] = []
        for remark in remarks:
            if self.fields.to_say(remark):
                if remark.level is Level.SLIP:
                    slips.append(remark)
                else:
                    due.setdefault(_box_of(remark.part), remark)
        for part, box in self.grid.boxes.items():
            if due.get(part) != self._shown.get(part):
                _say(box, due.get(part))
        self._shown = due
        self._say_slips(slips)
        is_asked = bool(self.person.name.full) and self.person.birth_date(self._today()) is not None
        words = lacking or _("everything for a referral is there")
        self._state.show_state(words if is_asked else "", lacking=bool(lacking))
        self.need.setChecked(self.person.is_in_need)
        self.grid.show_age()
        self.grid.show_slip_is_there(is_asked and not lacking)
        self.unfold_issuer()

    def set_in_need(self, is_in_need: bool) -> None:
        """Ask for an accessible room for the applicant, or not any more."""
        if is_in_need != self.person.is_in_need:
            self.person.set_in_need(is_in_need)
            self.edited.emit()

    def set_names_hidden(self, hidden: bool) -> None:
        """Show dots for names, dates and numbers, and nothing of what room is needed (F9)."""
        self.fields.set_names_hidden(hidden)
        self.need.setVisible(not hidden)

    def unfold_issuer(self) -> None:
        """Show who issued the slip as long as that is being written or missing."""
        said = [*self._shown, *(line.remark.part for line in self._slip_lines)]
        self.grid.unfold_issuer(is_lacking=Part.DOCUMENT_ISSUER in said)

    def _say_slips(self, remarks: Sequence[Remark]) -> None:
        """What r.3 still asks, across the whole card: the sentence is longer than a field is wide."""
        if [line.remark for line in self._slip_lines] == list(remarks):
            return
        for line in self._slip_lines:
            self._below.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._slip_lines = [RemarkLine(remark) for remark in remarks]
        for line in self._slip_lines:
            line.setFixedHeight(line.sizeHint().height())
            self._below.addWidget(line)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(_("Applicant"), bold=True), 0, Qt.AlignmentFlag.AlignVCenter)
        # No stop on everybody's way: Ctrl+B and the menu do it without the mouse.
        self.need.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addSpacing(6)
        row.addWidget(self.need, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu.clicked.connect(self.menu_asked)
        row.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def _box_of(part: Part) -> Part:
    """The field under which a remark on this part stands: a date stands with its number."""
    return {
        Part.CERTIFICATE_DATE: Part.CERTIFICATE_NUMBER,
        Part.DOCUMENT_DATE: Part.DOCUMENT_NUMBER,
    }.get(part, part)


def _say(box: Field[Control], remark: Remark | None) -> None:
    if remark is None:
        box.clear_message()
    elif remark.level is Level.ERROR:
        box.set_error(remark.text)
    else:
        box.set_missing(remark.text, remark.clause)
