"""The question before a bed is taken out of service: why, and until when as far as anybody can tell."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.rules.letters import clean
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.wording import date_fault_words
from kandas_desktop.words import _

_REASON_LENGTH = 120


class OutageEntry(NamedTuple):
    """Why a bed is out of service, and the day until which that is expected."""

    reason: str
    expected_until: date | None


class OutageQuestion(Question):
    """Asks for the reason; the ready ones fill the field."""

    def __init__(self, label: str, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Take bed {label} out of service?").format(label=label),
            _("Take out of service"),
            explanation=_("Nobody gets it until somebody puts it back; the day is only an estimate."),
            parent=parent,
        )
        self._today = today
        self.reason = Field(_("Reason"), TextField(max_length=_REASON_LENGTH))
        self.until = Field(_("Expected until"), DateField(today=lambda: today), second=_("if known"))
        self.reason.control.textChanged.connect(self._look)
        self.until.control.left.connect(self._look_at_day)
        self.ready = {words: FilterChip(words) for words in _reasons()}
        row = QHBoxLayout()
        row.setSpacing(6)
        for words, chip in self.ready.items():
            chip.clicked.connect(self._taking(words))
            advance_on_enter(chip)
            row.addWidget(chip)
        row.addStretch(1)
        self.fields.addWidget(self.reason)
        self.fields.addLayout(row)
        self.fields.addWidget(self.until)
        self.reason.control.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, label: str, *, today: date) -> OutageEntry | None:
        """Why and until when; ``None`` when the bed stays in service after all."""
        question = cls(label, today=today, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> OutageEntry:
        """What stands in the fields."""
        return OutageEntry(clean(self.reason.control.value()), self.until.control.date_value())

    def may_accept(self) -> bool:
        if not self.value().reason:
            self.reason.set_error(_("Write the reason."))
            self.reason.control.setFocus()
            return False
        if not self._look_at_day():
            self.until.control.setFocus()
            return False
        return True

    def _look_at_day(self) -> bool:
        fault, day = self.until.control.fault(), self.until.control.date_value()
        if fault is not None:
            self.until.set_error(date_fault_words(fault))
        elif day is not None and day < self._today:
            self.until.set_error(_("This day is over."))
        else:
            self.until.clear_message()
            return True
        self.make_room()
        return False

    def _look(self) -> None:
        if self.value().reason:
            self.reason.clear_message()
        for words, chip in self.ready.items():
            chip.setChecked(words == self.value().reason)

    def _taking(self, words: str) -> Callable[[], None]:
        def take() -> None:
            self.reason.control.set_value(words)
            self.until.control.setFocus()

        return take


def _reasons() -> tuple[str, ...]:
    return _("Repair"), _("Disinfection"), _("Broken bed"), _("Heating")
