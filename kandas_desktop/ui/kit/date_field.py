"""A date typed freely: 5.3.1987, 050387, 5 3 87 or, for births, only the year."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.rules.birth import BirthDate, DateFault, DateFaultKind, read_birth_date, read_date
from kandas_desktop.ui.kit.digit_row import in_digits
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.words import _

Value = TypeVar("Value", date, BirthDate)


class _FreeDate(TextField, Generic[Value]):
    """Reads what was typed when the focus leaves, and writes it out in full."""

    def __init__(self, *, today: Callable[[], date], placeholder: str = "", parent: QWidget | None) -> None:
        super().__init__(placeholder=placeholder or _("dd.mm.yyyy"), max_length=40, parent=parent)
        self._today = today

    def _read(self, typed: str) -> Value:
        raise NotImplementedError

    def _written(self, value: Value) -> str:
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What stands in the field, as it was typed."""
        return self.text()

    def date_value(self) -> Value | None:
        """The date; ``None`` while the field is empty or cannot be read."""
        try:
            return self._read(self.text()) if self.text().strip() else None
        except DateFault:
            return None

    def fault(self) -> DateFaultKind | None:
        """What is wrong with the typed date; ``None`` when it is empty or right."""
        try:
            if self.text().strip():
                self._read(self.text())
        except DateFault as fault:
            return fault.kind
        return None

    def set_date(self, value: Value | None) -> None:
        """Write a date out, or empty the field."""
        self.setText(self._written(value) if value is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(in_digits(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        value = self.date_value()
        if value is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self._written(value))
        super().focusOutEvent(event)


class DateField(_FreeDate[date]):
    """A day: ``DateField(today=clock)``; ``date_value()``, ``fault()``, ``typed``, ``set_date()``."""

    def __init__(
        self, *, today: Callable[[], date], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(today=today, placeholder=placeholder, parent=parent)

    def _read(self, typed: str) -> date:
        return read_date(typed, today=self._today())

    def _written(self, value: date) -> str:
        return f"{value:%d.%m.%Y}"


class BirthDateField(_FreeDate[BirthDate]):
    """A date of birth, perhaps only its year: ``date_value()`` is a ``BirthDate``."""

    def __init__(
        self, *, today: Callable[[], date], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(today=today, placeholder=placeholder, parent=parent)

    def _read(self, typed: str) -> BirthDate:
        return read_birth_date(typed, today=self._today())

    def _written(self, value: BirthDate) -> str:
        return value.digits
