"""Every kit test runs in the program's letters, in the light theme and at normal density."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.theme import apply_theme, theme


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    theme().set_density("normal")


class Sheet(QWidget):
    """A window to stand widgets on, one below the other."""

    def stand(self, *widgets: QWidget) -> None:
        """Put the widgets in and show them, the first of them with the focus."""
        column = QVBoxLayout(self)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.show()
        self.activateWindow()
        widgets[0].setFocus()


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """A window that lives as long as the test."""
    made = Sheet()
    qtbot.addWidget(made)
    return made
