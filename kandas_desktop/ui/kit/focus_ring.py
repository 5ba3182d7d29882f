"""Whether a control shows its focus edge: by the keyboard always, after a mouse press not."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter

from kandas_desktop.ui.kit.painting import paint_box
from kandas_desktop.ui.kit.theme import theme

_BY_MOUSE = (Qt.FocusReason.MouseFocusReason,)
_KEEPS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def ring_after(event: QFocusEvent, before: bool) -> bool:
    """Whether the edge shows after this focus event; coming back to the window changes nothing."""
    if event.reason() in _KEEPS:
        return before
    return event.gotFocus() and event.reason() not in _BY_MOUSE


def paint_ring(painter: QPainter, rect: QRectF, *, radius: float, on_filled: bool = False) -> None:
    """The 2 px edge inside ``rect``; on a filled button a line of the text's colour lies inside it."""
    palette = theme().palette
    paint_box(painter, rect, radius=radius, edge=palette.accent, width=2)
    if on_filled:
        inner = rect.adjusted(2, 2, -2, -2)
        paint_box(painter, inner, radius=max(1.0, radius - 2), edge=palette.on_accent, width=2)
