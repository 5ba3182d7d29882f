"""Where Tab stops around a page, and which stop comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def neighbour(stops: Sequence[QWidget], here: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after or before ``here``; the first where ``here`` is none; ``None`` at the ends."""
    if here is None or here not in stops:
        return stops[0] if stops else None
    at = list(stops).index(here) + (1 if forward else -1)
    return stops[at] if 0 <= at < len(stops) else None


def stops_around(page: QWidget) -> list[QWidget]:
    """What Tab stops at in the page's window outside the page, in the window's order."""
    window = page.window()
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and not page.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def way_out(page: QWidget, *, forward: bool) -> QWidget | None:
    """Where Tab leads out of the page; ``None`` where there is nothing around it."""
    around = stops_around(page)
    return around[0 if forward else -1] if around else None
