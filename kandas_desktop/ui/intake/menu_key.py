"""The menu key in a field: it opens the person's menu; the mouse gets the field's own."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QContextMenuEvent


class MenuKey(QObject):
    """Watches fields; ``pressed`` is the menu key in one of them."""

    pressed = Signal()

    def watch(self, *fields: QObject) -> None:
        """Watch these fields too."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_key = QContextMenuEvent.Reason.Keyboard
        if isinstance(event, QContextMenuEvent) and event.reason() == by_key:
            self.pressed.emit()
            return True
        return False
