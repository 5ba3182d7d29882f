"""The settings' parts: a list at the left, and beside it one part at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.focus_ring import paint_ring
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painted_button import PaintedButton
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme

_WIDEST = 760  # longer lines are hard to read
_ICON = 18


class _PartButton(PaintedButton):
    def __init__(self, text: str, icon: IconName) -> None:
        super().__init__(None)
        self._icon: IconName = icon
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = text_width(theme().font("body", bold=True), self.text())
        return QSize(12 + _ICON + 12 + words + 12, theme().sizes.list_row)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        fill = palette.accent_soft if chosen else palette.hover if self._hovered else ""
        ink = palette.accent_text if chosen else palette.text2
        paint_box(painter, box, radius=theme().sizes.radius, fill=fill)
        if self._ring:
            paint_ring(painter, box, radius=theme().sizes.radius)
        paint_icon(painter, QPointF(12, (self.height() - _ICON) / 2), self._icon, _ICON, ink)
        room = QRectF(12 + _ICON + 12, 0, self.width() - 24 - _ICON - 12, self.height())
        color = palette.accent_text if chosen else palette.text
        paint_text(painter, room, self.text(), font=theme().font("body", bold=chosen), color=color)


class PartsList(Surface):
    """``chosen(place)``; arrows go up and down."""

    chosen = Signal(int)

    def __init__(self, parts: Sequence[tuple[str, IconName]], parent: QWidget | None = None) -> None:
        super().__init__("window", lines="right", parent=parent)
        self._buttons = [_PartButton(text, icon) for text, icon in parts]
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 13, 16)
        column.setSpacing(2)
        for place, button in enumerate(self._buttons):
            self._group.addButton(button, place)
            column.addWidget(button)
        column.addStretch(1)
        self._group.idToggled.connect(self._toggled)
        self._buttons[0].setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(self._buttons[0])

    def choose(self, place: int) -> None:
        """Show a part."""
        self._buttons[place].setChecked(True)

    def _toggled(self, place: int, is_chosen: bool) -> None:
        if is_chosen:
            self.setFocusProxy(self._buttons[place])
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = max(0, min(len(self._buttons) - 1, self._group.checkedId() + step))
        self._buttons[place].setChecked(True)
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)


def part_page(cards: Sequence[QWidget]) -> QScrollArea:
    """Cards one below the other, no wider than lines can be read; they scroll where there is no room."""
    content = QWidget()
    column = QVBoxLayout(content)
    inset = theme().sizes.page_padding
    column.setContentsMargins(inset, 16, inset, 16)
    column.setSpacing(theme().sizes.gap)
    for card in cards:
        card.setMaximumWidth(_WIDEST)
        column.addWidget(card)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setAutoFillBackground(False)
    scroll.viewport().setAutoFillBackground(False)
    return scroll
