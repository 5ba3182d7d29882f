"""What a page says where a key that others answer has nothing to do on it."""

from kandas_desktop.words import _


def nothing_to_search() -> tuple[str, str]:
    """Ctrl+F, and where one searches instead."""
    return "Ctrl+F", _("Nothing is searched on this page; Ctrl+K searches the journal.")


def nothing_to_print() -> tuple[str, str]:
    """Ctrl+P, and what is printed instead."""
    return "Ctrl+P", _("This page is not printed; a line's papers are in its menu (Shift+F10).")
