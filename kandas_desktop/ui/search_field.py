"""The field in which a page's lines are searched as one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.inputs import TextField, is_plain_enter
from kandas_desktop.ui.kit.painting import text_width

_KEYS = "Ctrl+F"
_EDGES = 4
_TO_LINES = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchField(TextField):
    """Enter and ↓ ask for the lines that were found (``lines_asked``); Esc empties the field."""

    lines_asked = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """``name`` says to screen readers what is searched, and by what."""
        super().__init__(placeholder=placeholder, icon="search", keys=_KEYS, max_length=120, parent=parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def least_width(self) -> int:
        """The width in logical pixels in which what the field asks for is read whole, without its key."""
        self.set_keys("")
        margins = self.textMargins()
        return text_width(self.font(), self.placeholderText()) + margins.left() + margins.right() + _EDGES

    def fit_into(self, width: int) -> None:
        """Take this width; the key gives way where its cap would cut what the field asks for."""
        self.setFixedWidth(width)
        self.set_keys(_KEYS)
        inside = width - self.textMargins().left() - self.textMargins().right() - _EDGES
        if text_width(self.font(), self.placeholderText()) > inside:
            self.set_keys("")

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
