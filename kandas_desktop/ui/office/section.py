"""A part of the office's form: a title, its fields, and the faults shown beside them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.actions.office import OfficeFault
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.office.fault_words import fault_words

AnyField: TypeAlias = Field[TextField] | Field[NumberField]


class Section(Card):
    """``changed`` says that something was typed; subclasses fill ``fields`` by the parts of an entry."""

    changed = Signal()

    def __init__(self, title: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.fields: dict[str, AnyField] = {}
        self.column.setSpacing(theme().sizes.field_gap)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Label(title, bold=True))
        if remark:
            head.addWidget(Label(remark, role="second", ink="text2", wrap=True))
        self.column.addLayout(head)

    def add_row(self, *fields: QWidget, stretches: Sequence[int] = ()) -> None:
        """Put fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for place, field in enumerate(fields):
            row.addWidget(field, stretches[place] if stretches else 1)
        self.column.addLayout(row)

    def watch(self, fields: Mapping[str, AnyField]) -> None:
        """Tell ``changed`` when one of these is typed into, and take its fault away."""
        self.fields.update(fields)
        for field in fields.values():
            control = field.control
            # A number's text changes before the number does.
            changed = control.number_changed if isinstance(control, NumberField) else control.textChanged
            changed.connect(_Typed(self, field))

    def note(self, field: AnyField) -> None:
        """Say below a field what is worth knowing while nothing is wrong with it."""
        field.clear_message()

    def show_entry(self, entry: OfficeEntry) -> None:
        """Put an entry into the fields."""
        raise NotImplementedError

    def written_into(self, entry: OfficeEntry) -> OfficeEntry:
        """The entry with what stands in the fields."""
        raise NotImplementedError

    def show_faults(self, faults: Iterable[OfficeFault]) -> AnyField | None:
        """Say beside its field what is wrong, as what is too long is already; the first such field."""
        first: AnyField | None = None
        for fault in faults:
            field = self.fields.get(fault.part)
            if field is not None and first is not field:
                field.set_error(fault_words(fault))
                first = first or field
        return first or next((field for field in self.fields.values() if field.is_too_long), None)


class _Typed:
    """What follows when a field is typed into."""

    def __init__(self, section: Section, field: AnyField) -> None:
        self._section = section
        self._field = field

    def __call__(self, _typed: str | int) -> None:
        self._section.note(self._field)
        self._section.changed.emit()
