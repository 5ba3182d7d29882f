"""A window for the world's faults that keep an office from being opened."""

import sys

from PySide6.QtWidgets import QApplication

from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.words import _


class TroubleDialog(Question):
    """Says why the office cannot be opened, and what to do."""

    def __init__(self, text: str) -> None:
        super().__init__(_("The office cannot be opened"), "", explanation=text)


def show_trouble(application: QApplication, text: str) -> int:
    """Show the fault, also on the console; return the program's exit code."""
    print(text, file=sys.stderr)
    if application.platformName() != "offscreen":
        TroubleDialog(text).tell()
    return 1
