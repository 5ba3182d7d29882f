"""Typing at the desk: keys go where the focus is, or to the list that is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier


def target() -> QWidget:
    """What the next key reaches."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(target(), key, modifier)


def tab(times: int = 1) -> None:
    for _time in range(times):
        press(Qt.Key.Key_Tab)


def enter() -> None:
    press(Qt.Key.Key_Return)


def control_enter() -> None:
    press(Qt.Key.Key_Return, CONTROL)


def write(text: str) -> None:
    """Type letter by letter, Kazakh ones too; an open list passes them on to its field."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target(), event)


def fill(*texts: str) -> None:
    """Type each text and go on with Tab; an empty one only goes on."""
    for text in texts:
        write(text)
        tab()


def typed() -> str:
    """What stands in the field that has the focus."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field.text()
