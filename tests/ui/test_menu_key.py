"""Shift+F10 opens the menu of the line on every page, as the menu key does."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.main_window import MainWindow

PAGES = ["today", "journal", "residents", "beds", "linen", "rooms"]


@pytest.mark.parametrize("name", PAGES)
def test_shift_f10_opens_the_menu_of_the_line(window: MainWindow, qtbot: QtBot, name: str) -> None:
    opened: list[bool] = []

    def close() -> None:
        menu = QApplication.activePopupWidget()
        opened.append(isinstance(menu, QMenu))
        if menu is not None:  # or some pages would wait for it for ever
            menu.close()

    window.go_to(name)
    window.pages.page(name).setFocus()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Home)
    QTimer.singleShot(0, close)
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [True]
