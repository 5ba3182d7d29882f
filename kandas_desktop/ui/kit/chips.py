"""Chips, clause chips, key caps and count badges: painted once here, for widgets and delegates alike."""

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.words import _

BadgeKind = Literal["accent", "red", "grey", "held"]

_CHIP_PADDING = 8
_CHIP_ICON = 14
_CHIP_GAP = 6
_SMALL_PADDING = 6
_BADGE_PADDING = 5
_BADGE = 20


def clause_words(clause: int) -> str:
    """The words of a clause chip: «3-тармақ»."""
    return _("clause {number}").format(number=clause)


def chip_size(text: str, *, icon: IconName | None = None) -> QSize:
    """What ``paint_chip`` needs."""
    width = 2 * _CHIP_PADDING + text_width(theme().font("second", bold=True), text)
    if icon:
        width += _CHIP_ICON + _CHIP_GAP
    return QSize(width, theme().sizes.chip)


def paint_chip(
    painter: QPainter, rect: QRect, text: str, *, family: FamilyName, icon: IconName | None = None
) -> None:
    """A filled chip: an icon and a word in the colours of its family."""
    colors = theme().palette.family(family)
    paint_box(painter, QRectF(rect), radius=theme().sizes.radius, fill=colors.fill)
    left = rect.left() + _CHIP_PADDING
    if icon:
        top = rect.top() + (rect.height() - _CHIP_ICON) / 2
        paint_icon(painter, QPointF(left, top), icon, _CHIP_ICON, colors.ink)
        left += _CHIP_ICON + _CHIP_GAP
    room = QRectF(left, rect.top(), rect.right() + 1 - _CHIP_PADDING - left, rect.height())
    paint_text(painter, room, text, font=theme().font("second", bold=True), color=colors.ink)


def cap_size(text: str) -> QSize:
    """What ``paint_cap`` needs: a key cap or a clause chip."""
    side = theme().sizes.key_cap
    if len(text) == 1:
        return QSize(side, side)
    return QSize(2 * _SMALL_PADDING + text_width(theme().font("small"), text), side)


def paint_cap(
    painter: QPainter, rect: QRect, text: str, *, ink: str = "", edge: str = "", fill: str = ""
) -> None:
    """A small outlined box with a word: a key (Ctrl+K) or a clause. Empty colours are the usual ones."""
    palette = theme().palette
    paint_box(painter, QRectF(rect), radius=theme().sizes.radius_small, fill=fill, edge=edge or palette.line2)
    paint_text(
        painter,
        QRectF(rect),
        text,
        font=theme().font("small"),
        color=ink or palette.text2,
        align=Qt.AlignmentFlag.AlignHCenter,
    )


def badge_size(text: str) -> QSize:
    """What ``paint_badge`` needs."""
    width = 2 * _BADGE_PADDING + text_width(theme().font("small", bold=True), text)
    return QSize(max(width, _BADGE), _BADGE - 2)


def paint_badge(painter: QPainter, rect: QRect, text: str, *, kind: BadgeKind) -> None:
    """A round count: red for what is overdue, accent for what waits today, amber for what is missing."""
    palette = theme().palette
    fill, ink = {
        "accent": (palette.accent_soft, palette.accent_text),
        "red": (palette.overdue.solid, palette.on_overdue),
        "grey": (palette.line2, palette.text),
        "held": (palette.held.fill, palette.held.ink),
    }[kind]
    paint_box(painter, QRectF(rect), radius=rect.height() / 2, fill=fill)
    paint_text(
        painter,
        QRectF(rect),
        text,
        font=theme().font("small", bold=True),
        color=ink,
        align=Qt.AlignmentFlag.AlignHCenter,
    )


class _Painted(QWidget):
    """A small picture of fixed size with a text that screen readers can read."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Chip(_Painted):
    """A state in words: ``Chip("Резервте · 1-орын", family="held", icon="hourglass")``."""

    def __init__(
        self,
        text: str,
        *,
        family: FamilyName = "grey",
        icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._family = family
        self._icon = icon

    def show_state(self, text: str, *, family: FamilyName, icon: IconName | None = None) -> None:
        """Show another state."""
        self._family = family
        self._icon = icon
        self.set_text(text)

    def sizeHint(self) -> QSize:
        return chip_size(self._text, icon=self._icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self._text, family=self._family, icon=self._icon)


class KeyCap(_Painted):
    """A key as it stands on the keyboard: ``KeyCap("Ctrl+K")``."""

    def sizeHint(self) -> QSize:
        return cap_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_cap(QPainter(self), self.rect(), self._text)

    def __init__(self, keys: str, *, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)


class ClauseChip(_Painted):
    """The clause of the order that something rests on: ``ClauseChip(3)`` shows «3-тармақ»."""

    def __init__(
        self, clause: int, *, family: FamilyName | None = None, parent: QWidget | None = None
    ) -> None:
        """``family`` takes its ink and edge, for a chip that stands on that family's fill."""
        super().__init__(clause_words(clause), parent)
        self._family: FamilyName | None = family

    def sizeHint(self) -> QSize:
        return cap_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme().palette.family(self._family) if self._family else None
        ink, edge = (colors.ink, colors.line) if colors else ("", "")
        paint_cap(QPainter(self), self.rect(), self._text, ink=ink, edge=edge)


class Badge(_Painted):
    """A count: ``Badge("2", kind="red")``."""

    def __init__(self, text: str, *, kind: BadgeKind = "grey", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kind: BadgeKind = kind

    def sizeHint(self) -> QSize:
        return badge_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), self.rect(), self._text, kind=self._kind)
