"""How many copies to print: digits, arrows, and two small arrows to click."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.theme import theme

MOST_COPIES = 99
_ARROWS = 28  # pixels at the right end


class CopiesField(TextField):
    """A number from 1 to 99; ``stepped(copies)`` tells each new one."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_length=2, parent=parent)
        self.setValidator(QIntValidator(1, MOST_COPIES, self))
        self.set_copies(1)
        self.textEdited.connect(lambda: self.stepped.emit(self.copies))

    @property
    def copies(self) -> int:
        """What stands in the field; 1 while it is empty."""
        return int(self.text()) if self.text().isdigit() and int(self.text()) else 1

    def set_copies(self, copies: int) -> None:
        """Put a number in."""
        self.setText(str(min(MOST_COPIES, max(1, copies))))

    def _step(self, by: int) -> None:
        before = self.copies
        self.set_copies(before + by)
        if self.copies != before:
            self.stepped.emit(self.copies)

    def _right_room(self) -> int:
        return super()._right_room() + 18

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = theme().palette
        ink = palette.text2 if self.isEnabled() else palette.disabled_text
        painter = QPainter(self)
        left, middle = self.width() - theme().sizes.input_padding - 13, self.height() / 2
        paint_icon(painter, QPointF(left, middle - 13), "chevron-up", 12, ink)
        paint_icon(painter, QPointF(left, middle + 1), "chevron-down", 12, ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self._step(1)
        elif event.key() == Qt.Key.Key_Down:
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - _ARROWS:
            self._step(1 if event.position().y() < self.height() / 2 else -1)
            return
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_copies(self.copies)
        super().focusOutEvent(event)
