"""Ctrl+Z undoes what the foot strip offers to undo, even while somebody stands in a field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class UndoKey(QObject):
    """Keeps Ctrl+Z from the focused field while ``is_offered``, so that the window's shortcut gets it."""

    def __init__(self, is_offered: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_offered = is_offered
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        # Only what can take back letters would keep the key.
        if before is not None and hasattr(before, "undo"):
            before.removeEventFilter(self)
        if now is not None and hasattr(now, "undo"):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo) and self._is_offered():
            event.ignore()
            return True
        return False
