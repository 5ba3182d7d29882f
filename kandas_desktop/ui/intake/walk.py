"""Tab's way through the page: field by field in reading order, then out of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def neighbour(stops: Sequence[QWidget], here: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after or before ``here``; the first where ``here`` is none; ``None`` at the ends."""
    if here is None or here not in stops:
        return stops[0] if stops else None
    at = list(stops).index(here) + (1 if forward else -1)
    return stops[at] if 0 <= at < len(stops) else None


def way_out(page: QWidget, *, forward: bool) -> QWidget | None:
    """The next widget of the window outside the page that Tab stops at; ``None`` where there is none."""
    widget = page
    for _step in range(10_000):
        following = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if following is None or following is page:
            return None
        widget = following
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and not page.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
    return None


def close_list() -> None:
    """Close the list of a field that is about to be left: while it is open, the field is not told."""
    if popup := QApplication.activePopupWidget():
        popup.close()


def on_focus_changed(do: Callable[[QWidget | None, QWidget | None], None]) -> None:
    """Call ``do`` with the widget that lost the focus and the one that got it, wherever in the program."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(do)
