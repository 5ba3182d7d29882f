"""The field in which the journal is searched as one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.inputs import TextField, is_plain_enter
from kandas_desktop.words import _

_TO_LINES = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchField(TextField):
    """Enter and ↓ ask for the lines that were found (``lines_asked``); Esc empties the field."""

    lines_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            placeholder=_("Name, number, day"), icon="search", keys="Ctrl+F", max_length=120, parent=parent
        )
        self.setAccessibleName(_("Search the journal by names, numbers and days"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.lines_asked.emit()
        elif is_plain_enter(event) or event.key() in _TO_LINES:
            self.lines_asked.emit()
        else:
            super().keyPressEvent(event)
