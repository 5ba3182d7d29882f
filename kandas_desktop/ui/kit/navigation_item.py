"""One page in the navigation bar: icon, words, count."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kandas_desktop.ui.kit.chips import BadgeKind, badge_size, cap_size, paint_badge, paint_cap
from kandas_desktop.ui.kit.focus_ring import paint_ring
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painted_button import PaintedButton
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme

_TEXT_LEFT = 40
_NARROW_GAP = 4


class NavigationItem(NamedTuple):
    """One page in the bar: ``NavigationItem("journal", "Тіркеу журналы", "book-open")``."""

    key: str
    text: str
    icon: IconName
    keys: str = ""


WALKING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class BarButton(PaintedButton):
    """A button of the bar, which leads the keyboard from one to the next: Tab stops at one of them only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button alone would stop at the ends, or go to the next stop of Tab.
        if event.key() in WALKING_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ItemButton(BarButton):
    """One line of the bar, or one square of it when compact."""

    def __init__(self, item: NavigationItem) -> None:
        super().__init__(None)
        self.item = item
        self._badge = ""
        self._badge_kind: BadgeKind = "accent"
        self._way = ""
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(item.text.replace("&", "&&"))
        self._name()

    def set_badge(self, text: str, kind: BadgeKind) -> None:
        self._badge = text
        self._badge_kind = kind
        self._name()
        self.update()

    def set_way(self, keys: str) -> None:
        """Name the keys that lead here from the open page; empty where none do at once."""
        self._way = keys
        self._name()

    def _name(self) -> None:
        name = f"{self.item.text}: {self._badge}" if self._badge else self.item.text
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._way)
        told = f"{name} ({self._way})" if self._way else name
        self.setToolTip(told if self._way or theme().is_compact else "")

    def _resize_for_theme(self) -> None:
        super()._resize_for_theme()
        if hasattr(self, "item"):
            self._name()

    def nextCheckState(self) -> None:
        # Pressing the page that is open leaves it open: the bar decides what is checked.
        return

    def sizeHint(self) -> QSize:
        return QSize(120, self._pitch())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._pitch())

    def _pitch(self) -> int:
        # From item to item; the fill leaves a pixel free above and below.
        return theme().sizes.nav_item + (0 if theme().is_compact else 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, sizes = theme().palette, theme().sizes
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        active = self.isChecked()
        if active or self._hovered or self.isDown():
            fill = palette.accent_soft if active else palette.hover
            paint_box(painter, box, radius=sizes.radius, fill=fill)
        if active:
            bar = QRectF(0, (self.height() - 16) / 2, 3, 16)
            paint_box(painter, bar, radius=1.5, fill=palette.accent)
        if self._ring:
            paint_ring(painter, box, radius=sizes.radius)
        ink = palette.accent_text if active else palette.text2
        if theme().is_compact:
            self._paint_compact(painter, ink)
        else:
            self._paint_wide(painter, ink)

    def text_room(self) -> int:
        """The pixels that the words have."""
        if self._badge and (beside := self._badge_beside()) is not None:
            return beside.left() - _TEXT_LEFT - _NARROW_GAP
        right = self.width() - 2
        if self.item.keys and not self._badge:
            right = self.width() - 8 - cap_size(self.item.keys).width() - _NARROW_GAP
        return right - _TEXT_LEFT

    def _badge_beside(self) -> QRect | None:
        """Where the count stands after the words; ``None`` where they leave it no room."""
        size = badge_size(self._badge)
        # The bold words always, so that the count does not move when the page is opened.
        words = text_width(theme().font("body", bold=True), self.item.text)
        left = max(self.width() - 8 - size.width(), _TEXT_LEFT + words + _NARROW_GAP)
        if left + size.width() > self.width() - 1:
            return None
        return QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def _paint_wide(self, painter: QPainter, ink: str) -> None:
        icon = QPointF(10, (self.height() - theme().sizes.icon_nav) / 2)
        paint_icon(painter, icon, self.item.icon, theme().sizes.icon_nav, ink)
        if self._badge:
            beside = self._badge_beside()
            if beside is not None:
                paint_badge(painter, beside, self._badge, kind=self._badge_kind)
            else:
                self._paint_corner_badge(painter, 10 + theme().sizes.icon_nav)
        elif self.item.keys:
            size = cap_size(self.item.keys)
            left = self.width() - 8 - size.width()
            where = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
            paint_cap(painter, where, self.item.keys, fill=theme().palette.surface)
        font = theme().font("body", bold=self.isChecked())
        room = QRectF(_TEXT_LEFT, 0, self.text_room(), self.height())
        paint_text(painter, room, self.item.text, font=font, color=ink)

    def _paint_compact(self, painter: QPainter, ink: str) -> None:
        size = theme().sizes.icon_nav
        where = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        paint_icon(painter, where, self.item.icon, size, ink)
        if self._badge:
            self._paint_corner_badge(painter, round(where.x()) + size)

    def _paint_corner_badge(self, painter: QPainter, icon_right: int) -> None:
        """The count at the upper right of the icon: a red one filled, others as a number only."""
        if self._badge_kind == "red":
            width = max(16, badge_size(self._badge).width() - 6)
            left = min(icon_right - 6, self.width() - width)
            paint_badge(painter, QRect(left, 1, width, 16), self._badge, kind="red")
            return
        room = QRectF(icon_right - 2, 1, 20, 14)
        font = theme().font("small", bold=True)
        paint_text(painter, room, self._badge, font=font, color=theme().palette.accent_text)
