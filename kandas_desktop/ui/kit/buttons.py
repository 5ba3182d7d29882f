"""Buttons: plain, filled, tinted, big and quiet; with an icon, a key cap, a reason why not, a busy word."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.chips import BadgeKind, badge_size, cap_size, paint_badge, paint_cap
from kandas_desktop.ui.kit.focus_ring import paint_ring
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painted_button import Look, PaintedButton
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme

ButtonRole = Literal["plain", "filled", "tinted", "big", "quiet"]


class _Content(NamedTuple):
    """What stands on a button, in this order: icon, words, count, key."""

    words: str
    font: QFont
    icon: IconName | None
    icon_size: int
    badge: str
    badge_kind: BadgeKind
    keys: str
    keys_opacity: float

    def width(self) -> int:
        gap = theme().sizes.button_gap
        parts = [text_width(self.font, self.words)] if self.words else []
        if self.icon:
            parts.append(self.icon_size)
        if self.badge:
            parts.append(badge_size(self.badge).width())
        if self.keys:
            parts.append(cap_size(self.keys).width())
        return sum(parts) + gap * max(0, len(parts) - 1)

    def paint(self, painter: QPainter, box: QRect, look: Look) -> None:
        gap = theme().sizes.button_gap
        left = max(4, (box.width() - self.width()) // 2)
        if self.icon:
            top = (box.height() - self.icon_size) / 2
            paint_icon(painter, QPointF(left, top), self.icon, self.icon_size, look.ink)
            left += self.icon_size + gap
        width = min(text_width(self.font, self.words), box.width() - left - 4)
        room = QRectF(left, 0, width, box.height())
        paint_text(painter, room, self.words, font=self.font, color=look.ink)
        left += width + gap if self.words else 0
        if self.badge:
            where = _centred(box, left, badge_size(self.badge))
            paint_badge(painter, where, self.badge, kind=self.badge_kind)
            left += where.width() + gap
        if self.keys:
            where = _centred(box, left, cap_size(self.keys))
            painter.setOpacity(self.keys_opacity)
            paint_cap(painter, where, self.keys, ink=look.cap_ink, edge=look.cap_edge)


def _centred(box: QRect, left: int, size: QSize) -> QRect:
    return QRect(left, (box.height() - size.height()) // 2, size.width(), size.height())


class Button(PaintedButton):
    """A button with words; ``refused(reason)`` is emitted when ``trigger`` is called while it is blocked."""

    refused = Signal(str)

    def __init__(
        self,
        text: str,
        *,
        icon: IconName | None = None,
        keys: str = "",
        role: ButtonRole = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = text
        self._icon = icon
        self._keys = keys
        self._role: ButtonRole = role
        self._badge = ""
        self._badge_kind: BadgeKind = "grey"
        self._blocked = ""
        self._busy = ""
        self._height = 0
        self.set_words(text)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if role == "big" else QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Fixed,
        )

    @property
    def words(self) -> str:
        return self._words

    @property
    def keys(self) -> str:
        return self._keys

    @property
    def role(self) -> ButtonRole:
        return self._role

    @property
    def blocked_reason(self) -> str:
        """Why the button cannot be pressed; empty when it can."""
        return self._blocked

    def set_words(self, text: str) -> None:
        """Say something else on the button."""
        self._words = text
        # An ampersand in a name is no mnemonic.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{text} ({self._keys})" if self._keys else text)
        self._resize_for_theme()

    def set_keys(self, keys: str) -> None:
        """Another key beside the words; empty shows none, as in a small window."""
        self._keys = keys
        self.set_words(self._words)

    def set_icon(self, icon: IconName | None) -> None:
        """Show another icon before the words."""
        self._icon = icon
        self._resize_for_theme()

    def set_role(self, role: ButtonRole) -> None:
        """Another look, for instance filled when this becomes the page's next step."""
        self._role = role
        self._resize_for_theme()

    def set_badge(self, text: str, kind: BadgeKind = "grey") -> None:
        """A count after the words; empty for none."""
        self._badge = text
        self._badge_kind = kind
        self._resize_for_theme()

    def set_height(self, height: int) -> None:
        """A height other than the role's: 36 in a next-step bar."""
        self._height = height
        self._resize_for_theme()

    def set_blocked(self, reason: str) -> None:
        """Grey with a lock, and the reason as tooltip and description; an empty reason frees the button."""
        self._blocked = reason
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        self._resize_for_theme()

    def set_busy(self, words: str) -> None:
        """«Сақталуда…» in the same width, not to be pressed twice; empty when the work is done."""
        if words and not self._busy:
            self.setFixedWidth(self.width())
        elif not words and self._busy:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self._busy = words
        self.setEnabled(not words and not self._blocked)
        self.update()

    def trigger(self) -> None:
        """What the button's key does: a click, or ``refused`` with the reason."""
        if self._blocked:
            self.refused.emit(self._blocked)
        elif self.isEnabled():
            self.click()

    def _content(self) -> _Content:
        big = self._role == "big"
        shown: IconName | None = "lock" if self._blocked else self._icon
        # What cannot be pressed shows no key.
        idle = not self._blocked and not self._busy
        return _Content(
            words=self._busy or self._words,
            font=theme().font("big") if big else theme().font("body", bold=True),
            icon=None if self._busy else shown,
            icon_size=18 if big else theme().sizes.button_icon,
            badge=self._badge,
            badge_kind=self._badge_kind,
            keys=self._keys if idle else "",
            # On a colour the key steps back a little behind the words.
            keys_opacity=1.0 if self._role in ("plain", "quiet") else 0.85,
        )

    def _look(self) -> Look:
        palette = theme().palette
        if not self.isEnabled() or self._role == "plain":
            return self._plain_look()
        if self._role in ("filled", "big"):
            fill = palette.accent
            if self.isDown():
                fill = palette.accent_press
            elif self._hovered:
                fill = palette.accent_hover
            return Look(fill, "", palette.on_accent, palette.on_accent, palette.on_accent)
        if self._role == "tinted":
            fill = palette.selected if self._hovered and not self.isDown() else palette.accent_soft
            return Look(fill, "", palette.accent_text, palette.accent_text, palette.accent_text)
        fill = palette.hover if self._hovered or self.isDown() else ""
        return Look(fill, "", palette.text2, palette.line2, palette.text2)

    def sizeHint(self) -> QSize:
        sizes = theme().sizes
        height = self._height or (sizes.button_big if self._role == "big" else sizes.button)
        return QSize(self._content().width() + 2 * (sizes.button_padding + 1), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        sizes = theme().sizes
        look = self._look()
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = sizes.radius_card if self._role == "big" else sizes.radius
        paint_box(painter, box, radius=radius, fill=look.fill, edge=look.edge)
        if self._ring:
            paint_ring(painter, box, radius=radius, on_filled=self._role in ("filled", "big"))
        self._content().paint(painter, self.rect(), look)


class IconButton(PaintedButton):
    """A square button with only an icon: close, more, lock, the table's view toggles."""

    def __init__(
        self,
        icon: IconName,
        name: str,
        *,
        framed: bool = False,
        checkable: bool = False,
        size: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._framed = framed
        self._size = size
        self.setCheckable(checkable)
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """The word for screen readers and the tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: IconName) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        look = self._plain_look()
        fill, edge, ink = look.fill, look.edge if self._framed else "", palette.text2
        if not self._framed and not (self._hovered or self.isDown()):
            fill = ""
        if self.isChecked():
            fill, edge, ink = palette.accent_soft, "", palette.accent_text
        if not self.isEnabled():
            ink = palette.disabled_text
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius, fill=fill, edge=edge)
        if self._ring:
            paint_ring(painter, box, radius=theme().sizes.radius)
        size = 18 if self._size >= 32 else 16
        offset = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        paint_icon(painter, offset, self._icon, size, ink)
