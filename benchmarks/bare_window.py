"""The peer of a cold start: a PySide6 window with nothing in it, painted once."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Ends the program as soon as the watched widget has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return False


def resident_megabytes() -> float:
    """The memory of this process that is in use now, in megabytes (Linux)."""
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return float("nan")


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    inside = QWidget()
    window.setCentralWidget(inside)
    window.resize(1366, 768)
    first_paint = FirstPaint()
    inside.installEventFilter(first_paint)
    window.show()
    application.exec()
    print(time.monotonic(), resident_megabytes())
