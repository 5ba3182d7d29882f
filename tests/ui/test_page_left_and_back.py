"""A page that is left keeps the field in which the clerk was, and gives the keyboard back to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.main_window import MainWindow

_ON, _BACK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


def _press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.focusWidget() or window, key, both)


def test_intake_gives_the_keyboard_back_to_the_field_that_was_left(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("intake")
    first = QApplication.focusWidget()
    for _time in range(3):
        _press(window, qtbot, _ON)
        assert QApplication.focusWidget() is not first
        _press(window, qtbot, _BACK)
        assert QApplication.focusWidget() is first
