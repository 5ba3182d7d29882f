"""A small whole number: copies, days, places."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.kit.digit_row import in_digits
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.theme import theme

_ARROW = 12
_MOST_DIGITS = 9


class NumberField(TextField):
    """``NumberField(1, 20, value=2)`` -> ``number()``; arrows and the two chevrons step it."""

    number_changed = Signal(int)

    def __init__(self, least: int, most: int, *, value: int, parent: QWidget | None = None) -> None:
        super().__init__(max_length=_MOST_DIGITS, parent=parent)
        self._least = least
        self._most = most
        self._number = value
        # What is too large is not taken at all: its first digits would be another number.
        self.setValidator(QIntValidator(0, most, self))
        self.setText(str(value))
        self.textEdited.connect(self._read)

    def number(self) -> int:
        """The number, always between least and most."""
        return self._number

    def set_number(self, number: int) -> None:
        """Another number; one outside the bounds becomes the nearest within."""
        number = max(self._least, min(self._most, number))
        self.setText(str(number))
        if number != self._number:
            self._number = number
            self.number_changed.emit(number)

    def _read(self, text: str) -> None:
        if text.isdigit() and self._least <= int(text) <= self._most and int(text) != self._number:
            self._number = int(text)
            self.number_changed.emit(self._number)

    def _right_room(self) -> int:
        return super()._right_room() + _ARROW + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = theme().palette
        color = palette.text2 if self.isEnabled() else palette.disabled_text
        left = self.width() - theme().sizes.input_padding - _ARROW
        middle = self.height() / 2
        painter = QPainter(self)
        paint_icon(painter, QPointF(left, middle - _ARROW), "chevron-up", _ARROW, color)
        paint_icon(painter, QPointF(left, middle), "chevron-down", _ARROW, color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step:
            self.set_number(self._number + step)
            return
        super().keyPressEvent(in_digits(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = self.width() - theme().sizes.input_padding - _ARROW - 4
        if event.position().x() >= left:
            self.set_number(self._number + (1 if event.position().y() < self.height() / 2 else -1))
            return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A number never changes because somebody scrolled the page over it.
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setText(str(self._number))
        super().focusOutEvent(event)
