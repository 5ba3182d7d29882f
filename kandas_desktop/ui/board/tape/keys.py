"""What the keys do on the tape chart: days by ← and →, beds by ↑ and ↓, folding by + and −."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_WEEK = 7

DAY_STEPS: dict[int, int] = {_Key.Key_Left: -1, _Key.Key_Right: 1}
BED_STEPS: dict[int, int] = {_Key.Key_Up: -1, _Key.Key_Down: 1}


def days_to_go(event: QKeyEvent) -> int:
    """How many days an arrow goes: one, with Ctrl a week; nothing for any other key."""
    step = DAY_STEPS.get(event.key(), 0)
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if pressed == Qt.KeyboardModifier.ControlModifier:
        return step * _WEEK
    return 0 if pressed else step


def is_back_to_today(event: QKeyEvent) -> bool:
    """Whether Ctrl+Home was pressed."""
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == _Key.Key_Home and pressed == Qt.KeyboardModifier.ControlModifier


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, alone and once."""
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (_Key.Key_Return, _Key.Key_Enter) and not pressed and not event.isAutoRepeat()
