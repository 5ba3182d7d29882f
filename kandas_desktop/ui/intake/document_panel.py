"""The three fields of a slip or permit, unfolded under the row of the person who handed it in."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.rules.household import DocumentKind
from kandas_desktop.ui.intake.choices import issuer_field
from kandas_desktop.ui.intake.columns import FIRST_LEFT
from kandas_desktop.ui.intake.person_fields import TYPED_LENGTH, PersonFields
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.intake.remark_line import RemarkLine
from kandas_desktop.ui.intake.remarks import Remark
from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.words import _

_NUMBER_WIDTH = 150
_DATE_WIDTH = 112
_LINE = 20


class DocumentPanel(QWidget):
    """Number, date, issuing body; below them what is missing, and the way to the other kind of document."""

    kind_changed = Signal()

    def __init__(
        self, fields: PersonFields, *, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self.number = TextField(max_length=TYPED_LENGTH)
        self.day = DateField(today=today)
        self.issuer: ChoiceField = issuer_field()
        self._number_field = Field("", self.number)
        across = QHBoxLayout()
        across.setSpacing(10)
        self._number_field.setFixedWidth(_NUMBER_WIDTH)
        day_field = Field(_("Date of issue"), self.day)
        day_field.setFixedWidth(_DATE_WIDTH)
        for widget in (self._number_field, day_field):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Field(_("Issuing body"), self.issuer), 1, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._kind = LinkButton("")
        advance_on_enter(self._kind)
        self._kind.setFixedHeight(_LINE)
        self._kind.clicked.connect(self.change_kind)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addLayout(self._lines, 1)
        below.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(FIRST_LEFT, 2, 16, 8)
        column.setSpacing(5)
        column.addLayout(across)
        column.addLayout(below)
        fields.bind(Part.DOCUMENT_NUMBER, self.number)
        fields.bind(Part.DOCUMENT_DATE, self.day)
        fields.bind(Part.DOCUMENT_ISSUER, self.issuer)
        self.show_kind()

    def controls(self) -> list[QWidget]:
        """The fields in reading order."""
        return [self.number, self.day, self.issuer, self._kind]

    def propose_issuers(self, issuers: Sequence[str]) -> None:
        """The latest issuing bodies as a list; the latest of all stands there already."""
        self.issuer.set_options([(issuer, issuer) for issuer in issuers])
        if issuers and not self._fields.person.document_issuer:
            self._fields.person.document_issuer = issuers[0]
        self._fields.refresh()

    def change_kind(self) -> None:
        """A permit instead of a slip, or the other way round."""
        person = self._fields.person
        person.document_kind = (DocumentKind.SLIP if person.is_permit else DocumentKind.PERMIT).value
        self.show_kind()
        self.kind_changed.emit()

    def show_kind(self) -> None:
        """Name the fields after the kind of document that is written down."""
        permit = self._fields.person.is_permit
        self._number_field.set_label(_("Permit number") if permit else _("Slip number"))
        self._kind.set_words(kind_words(permit))

    def say(self, remarks: Sequence[Remark]) -> None:
        """Show these sentences under the fields."""
        while (item := self._lines.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for remark in remarks:
            self._lines.addWidget(RemarkLine(remark))
        self._lines.addStretch(1)


def kind_words(is_permit: bool) -> str:
    """What the switch to the other kind of document says."""
    return _("It is a slip") if is_permit else _("It is a residence permit")
