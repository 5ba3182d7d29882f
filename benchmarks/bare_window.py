"""The peer of a cold start: a PySide6 window with nothing in it. Tells the moment in which it is painted."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.first_paint import moment, painted


class Inside(QWidget):
    """What is painted: nothing."""

    def paintEvent(self, event: object) -> None:
        painted()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(Inside())
    window.resize(1366, 768)
    window.show()
    application.exec()
    print(moment())
