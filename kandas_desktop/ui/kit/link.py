"""A word that can be pressed inside a sentence's line: «Болдырмау Ctrl+Z»."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.chips import cap_size, paint_cap
from kandas_desktop.ui.kit.focus_ring import paint_ring
from kandas_desktop.ui.kit.painted_button import PaintedButton
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme


class LinkButton(PaintedButton):
    """``LinkButton("Болдырмау", "Ctrl+Z")``: bold in the colour of links, with its key."""

    def __init__(self, text: str, keys: str = "", *, padding: int = 8, parent: QWidget | None = None) -> None:
        """``padding`` is the room beside the words; 0 lets them stand in line with those above."""
        super().__init__(parent)
        self._padding = padding
        self._words = ""
        self._keys = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text, keys)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, text: str, keys: str = "") -> None:
        """Say something else."""
        self._words = text
        self._keys = keys
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{text} ({keys})" if keys else text)
        self._resize_for_theme()

    def sizeHint(self) -> QSize:
        width = 2 * self._padding + text_width(theme().font("second", bold=True), self._words)
        if self._keys:
            width += 8 + cap_size(self._keys).width()
        return QSize(width, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        box = QRectF(self.rect())
        if self._hovered or self.isDown():
            paint_box(painter, box, radius=theme().sizes.radius_small, edge=palette.line2)
        if self._ring:
            paint_ring(painter, box, radius=theme().sizes.radius_small)
        font = theme().font("second", bold=True)
        ink = palette.accent_text if self.isEnabled() else palette.disabled_text
        paint_text(
            painter,
            QRectF(self._padding, 0, self.width() - self._padding, self.height()),
            self._words,
            font=font,
            color=ink,
        )
        if self._keys:
            cap = cap_size(self._keys)
            top = (self.height() - cap.height()) // 2
            left = self._padding + text_width(font, self._words) + 8
            paint_cap(painter, QRect(left, top, cap.width(), cap.height()), self._keys)
