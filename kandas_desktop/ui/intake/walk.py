"""What the page does as the keyboard walks through its fields."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget


def close_list() -> None:
    """Close the list of a field that is about to be left: while it is open, the field is not told."""
    if popup := QApplication.activePopupWidget():
        popup.close()


def on_focus_changed(do: Callable[[QWidget | None, QWidget | None], None]) -> None:
    """Call ``do`` with the widget that lost the focus and the one that got it, wherever in the program."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(do)
