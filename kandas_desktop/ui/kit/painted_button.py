"""What all painted buttons share: hover, the focus edge, and the plain look."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kandas_desktop.ui.kit.focus_ring import leave_to_page, ring_after, shows_ring
from kandas_desktop.ui.kit.theme import theme


class Look(NamedTuple):
    """The colours a button is painted with; an empty one is left out."""

    fill: str
    edge: str
    ink: str
    cap_edge: str
    cap_ink: str


class PaintedButton(QPushButton):
    """A push button that draws itself and knows whether it is hovered and focused by the keyboard."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.enter_presses = True
        self._hovered = False
        self._by_keyboard = False
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self._resize_for_theme)

    @property
    def _ring(self) -> bool:
        return shows_ring(self, self._by_keyboard)

    def _resize_for_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def _plain_look(self) -> Look:
        palette = theme().palette
        if not self.isEnabled():
            return Look(
                palette.disabled_fill, "", palette.disabled_text, palette.line2, palette.disabled_text
            )
        fill = palette.surface
        if self.isDown():
            fill = palette.line
        elif self._hovered:
            fill = palette.hover
        return Look(fill, palette.line2, palette.text, palette.line2, palette.text2)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.enter_presses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            # A key held down presses once.
            if held == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat():
                self.click()
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        super().focusOutEvent(event)

    def setEnabled(self, enabled: bool) -> None:
        if not enabled:
            leave_to_page(self)
        super().setEnabled(enabled)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
