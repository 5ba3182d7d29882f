"""Whether a control shows its focus edge: by the keyboard always, after a mouse press not."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

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


def shows_ring(control: QWidget, by_keyboard: bool) -> bool:
    """Whether the edge is painted: on what has the focus now, as ``ring_after`` said, and can be used."""
    # A control that is disabled behind a dialog loses the focus without an event.
    return by_keyboard and control.hasFocus() and control.isEnabled()


def leave_to_page(control: QWidget) -> None:
    """Give the keyboard to the page around ``control``, which is about to be disabled.

    Qt would go to the window's next control, which may stand in the left bar, where no key is the page's.
    """
    if control.window().focusWidget() is not control:
        return
    around = control.parentWidget()
    while around is not None:
        takes_keys = around.focusPolicy() != Qt.FocusPolicy.NoFocus or around.focusProxy() is not None
        if takes_keys and around.isEnabled():
            around.setFocus(Qt.FocusReason.OtherFocusReason)
        if control.window().focusWidget() is not control:
            return
        around = around.parentWidget()


def paint_ring(painter: QPainter, rect: QRectF, *, radius: float, on_filled: bool = False) -> None:
    """The 2 px edge inside ``rect``; on a filled button a line of the text's colour lies inside it."""
    palette = theme().palette
    paint_box(painter, rect, radius=radius, edge=palette.accent, width=2)
    if on_filled:
        inner = rect.adjusted(2, 2, -2, -2)
        paint_box(painter, inner, radius=max(1.0, radius - 2), edge=palette.on_accent, width=2)
