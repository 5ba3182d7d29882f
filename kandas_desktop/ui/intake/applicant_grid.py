"""The applicant's fields: twelve in four columns, and two lines that unfold when they are needed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kandas_desktop.rules.household import DocumentKind
from kandas_desktop.ui.intake.choices import country_field, issuer_field, sex_choice
from kandas_desktop.ui.intake.document_panel import kind_words
from kandas_desktop.ui.intake.menu_key import MenuKey
from kandas_desktop.ui.intake.person_fields import (
    TYPED_LENGTH,
    Control,
    NumberAndDateField,
    PersonFields,
)
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.intake.words import part_title
from kandas_desktop.ui.kit.date_field import BirthDateField
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.wording import age_words
from kandas_desktop.words import _

_COLUMNS = 4
_ISSUER_ROW = 3
_SCRIPT_ROW = 4


class ApplicantGrid(QWidget):
    """Reads and shows the applicant; ``menu_asked`` is the menu key in any of the fields."""

    edited = Signal()
    menu_asked = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.fields = PersonFields(self)
        self.boxes: dict[Part, Field[Control]] = {}
        self._stops: list[Control] = []
        self._issuers: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._birth = BirthDateField(today=today)
        self._slip = NumberAndDateField(today=today)
        self._issuer = issuer_field()
        self._script = TextField(max_length=TYPED_LENGTH)
        self._kind = LinkButton("")
        self._menu_key = MenuKey(self)
        self._menu_key.pressed.connect(self.menu_asked)
        self._make_fields()
        self._make_unfolded()
        self.fields.edited.connect(self.edited)
        self.fields.kind_told.connect(self._show_kind)
        self._show_kind()

    @property
    def person(self) -> PersonForm:
        return self.fields.person

    def stops(self) -> Sequence[QWidget]:
        """The fields in reading order, as far as they are unfolded."""
        folded = {box.control for box in self.boxes.values() if box.isHidden()}
        stops: list[QWidget] = [control for control in self._stops if control not in folded]
        if not self._kind.isHidden():
            stops.insert(stops.index(self._issuer) + 1, self._kind)
        return stops

    def show_person(self, person: PersonForm) -> None:
        """Show somebody else."""
        self._issuers = []
        self.fields.show_person(person)
        self._show_script(bool(person.native_name))
        self._show_kind()

    def show_age(self) -> None:
        """Write the age behind the birth date, as far as it is known."""
        born = self._birth.date_value()
        self._birth.set_adornment(age_words(born, self._today()) if born else "")

    def show_slip_is_there(self, is_there: bool) -> None:
        """Tick the slip off."""
        self._slip.set_adornment(icon="check" if is_there else None)

    def propose_issuers(self, issuers: Sequence[str]) -> None:
        """The latest issuing bodies as a list; the latest of all stands there already."""
        if self._issuer.hasFocus() or list(issuers) == self._issuers:
            return
        self._issuers = list(issuers)
        self._issuer.set_options([(issuer, issuer) for issuer in issuers])
        if issuers and not self.person.document_issuer:
            self.person.document_issuer = issuers[0]
        self.fields.refresh()

    def unfold_issuer(self, *, is_lacking: bool) -> None:
        """Show who issued the slip while somebody is at it, or while something of it is missing."""
        at_it = any(control.hasFocus() for control in (self._slip, self._issuer, self._kind))
        document = self.person.document(self._today())
        shown = at_it or is_lacking or (document is not None and not document.is_complete)
        # Folded up, the body that issued the slip is still to be checked.
        self._slip.setToolTip(
            "" if shown else ", ".join(filter(None, (self._slip.text(), self._issuer.text())))
        )
        self.boxes[Part.DOCUMENT_ISSUER].setVisible(shown)
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
        certificate.setPlaceholderText(_("number, date"))
        self._slip.setPlaceholderText(_("number, date"))
        self._place(10, Part.CERTIFICATE_NUMBER, certificate)
        self._place(11, Part.DOCUMENT_NUMBER, self._slip)

    def _make_unfolded(self) -> None:
        self._place(_ISSUER_ROW * _COLUMNS, Part.DOCUMENT_ISSUER, self._issuer, across=3)
        advance_on_enter(self._kind)
        self._kind.clicked.connect(self.change_document_kind)
        self._grid.addWidget(self._kind, _ISSUER_ROW, 3, Qt.AlignmentFlag.AlignBottom)
        self._place(_SCRIPT_ROW * _COLUMNS, Part.NATIVE_NAME, self._script, across=2)
        self._show_script(False)

    def _place(self, place: int, part: Part, control: Control, *, second: str = "", across: int = 1) -> None:
        label = _("Slip") if part is Part.DOCUMENT_NUMBER else part_title(part)
        box: Field[Control] = Field(label, control, second=second)
        self._grid.addWidget(box, place // _COLUMNS, place % _COLUMNS, 1, across, Qt.AlignmentFlag.AlignTop)
        self.boxes[part] = box
        self._stops.append(control)
        self._menu_key.watch(control)
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

    def _show_kind(self) -> None:
        permit = self.person.is_permit
        self.boxes[Part.DOCUMENT_NUMBER].set_label(_("Residence permit") if permit else _("Slip"))
        self._kind.set_words(kind_words(permit))

    def _show_script(self, shown: bool) -> None:
        self.boxes[Part.NATIVE_NAME].setVisible(shown)


def _text(placeholder: str = "") -> TextField:
    return TextField(placeholder=placeholder, max_length=TYPED_LENGTH)
