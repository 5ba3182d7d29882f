"""The office's form: its sections, what they say together, and its faults beside the fields."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea

from kandas_desktop.actions.office import OfficeFault
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.office.section import AnyField, Section

NEW_OFFICE = OfficeEntry(
    center_name_kk="",
    center_name_ru="",
    business_number="",
    address="",
    director="",
    local_body_name="",
    local_body_head="",
    application_pattern="Ө-{n}/{yy}",
    referral_pattern="Ж-{n}/{yy}",
)


class OfficeForm(QObject):
    """``changed`` says that something was typed; ``faults_of`` tells what is wrong with an entry."""

    changed = Signal()

    def __init__(
        self,
        sections: Sequence[Section],
        faults_of: Callable[[OfficeEntry], Sequence[OfficeFault]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._faults_of = faults_of
        self._sections = tuple(sections)
        self._entry = NEW_OFFICE
        for section in self._sections:
            section.changed.connect(self.changed)

    def show_entry(self, entry: OfficeEntry) -> None:
        """Put an entry into the sections; parts that none of them shows stay as they are."""
        self._entry = entry
        for section in self._sections:
            section.show_entry(entry)

    def entry(self) -> OfficeEntry:
        """What the sections say."""
        entry = self._entry
        for section in self._sections:
            entry = section.written_into(entry)
        return entry

    def first_fault(self) -> AnyField | None:
        """Say beside each field what is wrong with it; the first such field, or ``None``."""
        faults = self._faults_of(self.entry())
        found = [section.show_faults(faults) for section in self._sections]
        return next((field for field in found if field is not None), None)


def focus_on(field: AnyField, scroll: QScrollArea) -> None:
    """Put the cursor where something is wrong, and bring the field into view."""
    scroll.ensureWidgetVisible(field)
    field.control.setFocus(Qt.FocusReason.OtherFocusReason)
