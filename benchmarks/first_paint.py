"""Knows the moment in which a window is painted for the first time, and ends the program then."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """``moment`` is when the widget had been painted and the program was free for the next key."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.moment = 0.0
        widget.installEventFilter(self)

    def _painted(self) -> None:
        self.moment = time.monotonic()
        QApplication.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False
