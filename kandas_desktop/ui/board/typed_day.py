"""A day typed in place of a button of the board's head."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.inputs import is_plain_enter


class TypedDay(DateField):
    """A day typed in place of the button: Enter takes it, Esc leaves it."""

    taken = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
