"""Digits from the digit row of the Kazakh keyboard, which types letters there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_DIGITS = dict(zip('"әіңғүұқ', "12345890", strict=True)) | {"ө": "-"}
_MARKS = {",": ("6", (15, 7)), ".": ("7", (16, 8))}
"""What also parts a date's numbers counts as a digit only from its key: as X11 and as Windows call it."""


def in_digits(event: QKeyEvent) -> QKeyEvent:
    """``event`` as the digit that stands on its key, where the Kazakh layout types something else."""
    typed = event.text().lower()
    digit = _DIGITS.get(typed, "")
    if typed in _MARKS:
        mark, places = _MARKS[typed]
        digit = mark if event.nativeScanCode() in places else ""
    if not digit:
        return event
    plain = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(event.type(), ord(digit), plain, digit, event.isAutoRepeat(), event.count())
