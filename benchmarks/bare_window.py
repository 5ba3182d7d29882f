"""The peer of a cold start: a PySide6 window with nothing in it. Tells the moment in which it is painted."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.first_paint import FirstPaint


def main() -> float:
    """Show the window and return the moment of its first paint."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    inside = QWidget()
    window.setCentralWidget(inside)
    window.resize(1366, 768)
    first_paint = FirstPaint(inside)
    window.show()
    application.exec()
    return first_paint.moment


if __name__ == "__main__":
    print(main())
