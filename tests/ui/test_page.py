"""What every page does with the keys that it answers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.page import Page
from kandas_desktop.ui.workplace import Workplace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def answered(workplace: Workplace, qtbot: QtBot) -> tuple[Page, list[str]]:
    """A page that answers two keys, and what it has answered."""
    page, heard = Page(workplace), list[str]()
    qtbot.addWidget(page)
    page.answer_keys((("Ctrl+Enter", lambda: heard.append("enter")), ("Ctrl+F", lambda: heard.append("f"))))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_enter_key_is_answered_once(
    answered: tuple[Page, list[str]], qtbot: QtBot, key: Qt.Key
) -> None:
    page, heard = answered
    qtbot.keyClick(page, key, CTRL)
    assert heard == ["enter"]


def test_a_key_of_one_name_is_answered_once(answered: tuple[Page, list[str]], qtbot: QtBot) -> None:
    page, heard = answered
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    assert heard == ["f"]
