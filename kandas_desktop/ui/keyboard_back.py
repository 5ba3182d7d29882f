"""The keyboard comes back to the page from a question behind which what had it went."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class KeyboardBack(QObject):
    """Calls ``take`` when a window is used again and nothing that is seen in it has the keyboard.

    It sees every event of the window: made at the start, it would have each kind of event made there too.
    """

    def __init__(self, window: QWidget, take: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._take = window, take
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt itself would then give it to whatever stands beside what went.
        if event.type() is QEvent.Type.ActivationChange and self._window.isActiveWindow():
            focused = self._window.focusWidget()
            if focused is None or not (focused.isVisible() and focused.isEnabled()):
                self._take()
        return False
