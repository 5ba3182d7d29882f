"""What is seldom asked of a family member: countries, place of birth, numbers, other spellings."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from kandas_desktop.queries.countries import country_name
from kandas_desktop.ui.intake.choices import country_field, sex_choice
from kandas_desktop.ui.intake.columns import FIRST_LEFT
from kandas_desktop.ui.intake.person_fields import TYPED_LENGTH, Control, NumberAndDateField, PersonFields
from kandas_desktop.ui.intake.person_form import Part, PersonForm, country_code
from kandas_desktop.ui.intake.words import part_title
from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.words import _, language

MORE_PARTS = frozenset(
    {
        Part.ORIGIN,
        Part.CITIZENSHIP,
        Part.BIRTH_PLACE,
        Part.SEX,
        Part.LATIN_NAME,
        Part.NATIVE_NAME,
        Part.IIN,
        Part.CERTIFICATE_NUMBER,
        Part.CERTIFICATE_DATE,
    }
)


class MorePanel(QWidget):
    """Two lines of four fields under a row."""

    def __init__(
        self, fields: PersonFields, *, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._origin: ChoiceField = country_field()
        self._citizenship: ChoiceField = country_field()
        certificate = NumberAndDateField(today=today)
        self._fields = fields
        self._sex = sex = sex_choice()
        advance_on_enter(sex)
        held: list[tuple[Part, Control]] = [
            (Part.ORIGIN, self._origin),
            (Part.CITIZENSHIP, self._citizenship),
            (Part.BIRTH_PLACE, TextField(max_length=TYPED_LENGTH)),
            (Part.SEX, sex),
            (Part.LATIN_NAME, TextField(max_length=TYPED_LENGTH)),
            (Part.NATIVE_NAME, TextField(max_length=TYPED_LENGTH)),
            (Part.IIN, TextField(placeholder=_("12 digits"), max_length=TYPED_LENGTH)),
        ]
        grid = QGridLayout(self)
        grid.setContentsMargins(FIRST_LEFT, 2, 16, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        self._controls: list[QWidget] = []
        for place, (part, control) in enumerate(held):
            grid.addWidget(Field(part_title(part), control), place // 4, place % 4)
            fields.bind(part, control)
            self._controls.append(control)
        fields.bind_pair(Part.CERTIFICATE_NUMBER, Part.CERTIFICATE_DATE, certificate)
        grid.addWidget(Field(part_title(Part.CERTIFICATE_NUMBER), certificate), 1, 3)
        self._controls.append(certificate)
        for column in range(4):
            grid.setColumnStretch(column, 1)

    def controls(self) -> list[QWidget]:
        """The fields in reading order."""
        return self._controls

    def show_applicant(self, applicant: PersonForm) -> None:
        """Say in grey which countries are taken over from the applicant."""
        for field, typed in (
            (self._origin, applicant.origin_country),
            (self._citizenship, applicant.citizenship),
        ):
            field.setPlaceholderText(country_name(country_code(typed), language()))
        self._sex.set_value(self._fields.person.sex_known(applicant))
