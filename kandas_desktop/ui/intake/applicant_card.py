"""The applicant: twelve fields in four columns, and two lines that unfold when they are needed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kandas_desktop.rules.household import DocumentKind
from kandas_desktop.ui.intake.choices import country_field, issuer_field, sex_choice
from kandas_desktop.ui.intake.document_panel import kind_words
from kandas_desktop.ui.intake.person_fields import (
    TYPED_LENGTH,
    Control,
    NumberAndDateField,
    PersonFields,
)
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.intake.remarks import Level, Remark
from kandas_desktop.ui.intake.words import part_title
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.date_field import BirthDateField
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.wording import age_words
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
    """Reads and shows the applicant; what is unfolded beneath depends on what was written."""

    edited = Signal()
    left = Signal()
    menu_asked = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._today = today
        self.fields = PersonFields(self)
        self._boxes: dict[Part, Field[Control]] = {}
        self._stops: list[Control] = []
        self._shown: dict[Part, Remark] = {}
        self._issuers: list[str] = []
        self._state = _State()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._birth = BirthDateField(today=today)
        self._slip = NumberAndDateField(today=today)
        self._issuer = issuer_field()
        self._script = TextField(max_length=TYPED_LENGTH)
        self._kind = LinkButton("")
        self.menu = IconButton("ellipsis", _("More about this person"), size=20)
        self.column.setSpacing(9)
        self.column.addLayout(self._make_head())
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self._make_fields()
        self._make_unfolded()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fields.edited.connect(self.edited)
        self.fields.left.connect(self.left)
        self._show_kind()

    @property
    def person(self) -> PersonForm:
        return self.fields.person

    def stops(self) -> Sequence[QWidget]:
        """The fields in reading order, as far as they are unfolded."""
        folded = {box.control for box in self._boxes.values() if box.isHidden()}
        return [control for control in self._stops if control not in folded]

    def boxes(self) -> Sequence[Field[Control]]:
        """Every field with its label and what is said under it."""
        return list(self._boxes.values())

    def box(self, part: Part) -> Field[Control]:
        """The field in which a part is written."""
        return self._boxes[_box_of(part)]

    def show_person(self, person: PersonForm) -> None:
        """Show somebody else."""
        self._issuers = []
        self.fields.show_person(person)
        self._show_script(bool(person.native_name))
        self._show_kind()

    def show_state(self, remarks: Sequence[Remark], lacking: str) -> None:
        """Say what there is to say; ``lacking`` is what r.3 still asks, or empty."""
        due: dict[Part, Remark] = {}
        for remark in remarks:
            if self.fields.to_say(remark):
                due.setdefault(_box_of(remark.part), remark)
        for part, box in self._boxes.items():
            if due.get(part) != self._shown.get(part):
                _say(box, due.get(part))
        self._shown = due
        self._show_age()
        adult = self.person.is_adult(self._today())
        words = lacking or _("everything for a referral is there")
        self._state.show_state(words if adult else "", lacking=bool(lacking))
        self._slip.set_adornment(icon="check" if adult and not lacking else None)
        self.unfold_issuer()

    def propose_issuers(self, issuers: Sequence[str]) -> None:
        """The latest issuing bodies as a list; the latest of all stands there already."""
        if self._issuer.hasFocus() or list(issuers) == self._issuers:
            return
        self._issuers = list(issuers)
        self._issuer.set_options([(issuer, issuer) for issuer in issuers])
        if issuers and not self.person.document_issuer:
            self.person.document_issuer = issuers[0]
        self.fields.refresh()

    def unfold_issuer(self) -> None:
        """Show who issued the slip while somebody is at it, or while something of it is missing."""
        person = self.person
        at_it = self._slip.hasFocus() or self._issuer.hasFocus()
        begun = bool(person.document_number or person.document_date)
        document = person.document(self._today())
        incomplete = begun and document is not None and not document.is_complete
        wrong = Part.DOCUMENT_ISSUER in self._shown
        shown = at_it or incomplete or wrong
        self._boxes[Part.DOCUMENT_ISSUER].setVisible(shown)
        self._kind.setVisible(shown)

    def write_in_own_script(self) -> None:
        """Unfold the name in its own script and go there."""
        self._show_script(True)
        self._script.setFocus()

    def change_document_kind(self) -> None:
        """A permit instead of a slip, or the other way round."""
        kind = DocumentKind.SLIP if self.person.is_permit else DocumentKind.PERMIT
        self.person.document_kind = kind.value
        self._show_kind()
        self.edited.emit()

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(_("Applicant"), bold=True), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu.clicked.connect(self.menu_asked)
        row.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _make_fields(self) -> None:
        sex = sex_choice()
        advance_on_enter(sex)
        optional = _("optional")
        self._place(0, Part.SURNAME, _text())
        self._place(1, Part.GIVEN_NAME, _text())
        self._place(2, Part.PATRONYMIC, _text(), second=_("if any"))
        self._place(3, Part.BORN, self._birth)
        self._place(4, Part.BIRTH_PLACE, _text())
        origin = country_field()
        self._place(5, Part.ORIGIN, origin)
        origin.left.connect(self._take_citizenship)
        self._place(6, Part.CITIZENSHIP, country_field())
        self._place(7, Part.SEX, sex)
        self._place(8, Part.LATIN_NAME, _text())
        self._place(9, Part.IIN, _text(_("12 digits")), second=optional)
        certificate = NumberAndDateField(today=self._today)
        self._place(10, Part.CERTIFICATE_NUMBER, certificate)
        self._place(11, Part.DOCUMENT_NUMBER, self._slip)

    def _make_unfolded(self) -> None:
        self._place(_ISSUER_ROW * _COLUMNS, Part.DOCUMENT_ISSUER, self._issuer, across=3)
        self._kind.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kind.clicked.connect(self.change_document_kind)
        self._grid.addWidget(self._kind, _ISSUER_ROW, 3, Qt.AlignmentFlag.AlignBottom)
        self._place(_SCRIPT_ROW * _COLUMNS, Part.NATIVE_NAME, self._script, across=2)
        self._show_script(False)

    def _place(self, place: int, part: Part, control: Control, *, second: str = "", across: int = 1) -> None:
        label = _("Slip") if part is Part.DOCUMENT_NUMBER else part_title(part)
        box: Field[Control] = Field(label, control, second=second)
        self._grid.addWidget(box, place // _COLUMNS, place % _COLUMNS, 1, across, Qt.AlignmentFlag.AlignTop)
        self._boxes[part] = box
        self._stops.append(control)
        control.installEventFilter(self)
        if part is Part.CERTIFICATE_NUMBER and isinstance(control, NumberAndDateField):
            self.fields.bind_pair(part, Part.CERTIFICATE_DATE, control)
        elif part is Part.DOCUMENT_NUMBER and isinstance(control, NumberAndDateField):
            self.fields.bind_pair(part, Part.DOCUMENT_DATE, control)
        else:
            self.fields.bind(part, control)

    def _take_citizenship(self) -> None:
        if self.person.origin_country and not self.person.citizenship:
            self.person.citizenship = self.person.origin_country
            self.fields.refresh()
            self.edited.emit()

    def _show_age(self) -> None:
        born = self._birth.date_value()
        self._birth.set_adornment(age_words(born, self._today()) if born else "")

    def _show_kind(self) -> None:
        permit = self.person.is_permit
        self._boxes[Part.DOCUMENT_NUMBER].set_label(_("Residence permit") if permit else _("Slip"))
        self._kind.set_words(kind_words(permit))

    def _show_script(self, shown: bool) -> None:
        self._boxes[Part.NATIVE_NAME].setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_key = QContextMenuEvent.Reason.Keyboard
        if isinstance(event, QContextMenuEvent) and event.reason() == by_key:
            self.menu_asked.emit()
            return True
        return super().eventFilter(watched, event)


def _text(placeholder: str = "") -> TextField:
    return TextField(placeholder=placeholder, max_length=TYPED_LENGTH)


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
