"""A list field that lets the page's main key through while its list is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kandas_desktop.ui.kit.choice_field import ChoiceField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class IntakeChoice(ChoiceField):
    """``submitted`` is Ctrl+Enter while the list is open: an open list keeps shortcuts from the page."""

    submitted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)
