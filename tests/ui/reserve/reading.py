"""The reserve's page as it is read, and worked by the keyboard."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.reserve.page import ReservePage
from tests.ui.reserve.conftest import Desk

PageOf = Callable[[Desk], ReservePage]


def press(
    qtbot: QtBot, page: ReservePage, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard stands."""
    qtbot.keyClick(page.focusWidget() or page, key, modifier)


def menu_of(page: ReservePage) -> QMenu:
    """The menu of the chosen line, as the menu key opens it."""
    view = page.table.view
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), view.mapToGlobal(QPoint()))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def spoken(page: ReservePage) -> list[str]:
    """What a screen reader says of each line."""
    return [line.spoken for line in page.table.lines]
