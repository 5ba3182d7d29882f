"""Where Tab leads from around the pages into one, and where the keyboard goes when what had it vanishes."""

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
    if here is not None and not (here.isVisible() and here.isEnabled()):
        return pages.take_keyboard()
    around = stops_around(pages)
    if here not in around or neighbour(around, here, forward=forward) is not None:
        return False
    # At its end the way around the page leads into the page: at the place that it names, or from its head on.
    return pages.enter(forward=forward) or (forward and _begin(pages.currentWidget()))


def _begin(page: QWidget) -> bool:
    """Go to the first stop of a page, which stands in its head."""
    widget = page.nextInFocusChain()
    while widget is not None and page.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        widget = widget.nextInFocusChain()
    return False
