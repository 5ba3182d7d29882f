"""Where Tab leads within a page and around it, and where the keyboard goes when what had it vanishes."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kandas_desktop.ui.pages import Pages
from kandas_desktop.ui.tab_stops import neighbour, stops_around


def lead_on(pages: Pages, *, forward: bool) -> bool:
    """Lead the keyboard on; ``False`` leaves it to Qt.

    Qt asks not only for Tab, but also when what has the keyboard is hidden or greyed out: it would fall to
    the navigation then.
    """
    here = QApplication.focusWidget()
    if here is None:
        return False
    if not (here.isVisible() and here.isEnabled()):
        return pages.take_keyboard()
    page = pages.currentWidget()
    stops = list(_stops(page))
    if here in stops:
        return _go_to(neighbour(stops, here, forward=forward))
    around = stops_around(pages)
    if here not in around or neighbour(around, here, forward=forward) is not None:
        return False
    # At its end the way around the page leads into the page: at the place that it names, else at either end.
    return pages.enter(forward=forward) or _go_to(stops[0 if forward else -1] if stops else None)


def _stops(page: QWidget) -> Iterator[QWidget]:
    """What Tab stops at on a page with a list: its head, the list, what stands beside it.

    Left to itself Qt would pass over what stands before the list in the part that hands the keyboard to it.
    """
    if page.focusProxy() is None:
        return
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_tab and page.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()


def _go_to(stop: QWidget | None) -> bool:
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
    return stop is not None
