"""The input of several lines."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.text_area import TextAreaField


def test_what_is_pasted_is_seen_to_its_end(qtbot: QtBot) -> None:
    area = TextAreaField(lines=3)
    qtbot.addWidget(area)
    area.resize(240, area.sizeHint().height())
    area.show()
    edit = area.findChild(QPlainTextEdit)
    assert edit is not None
    QGuiApplication.clipboard().setText("Ұзынсөз" * 40 + "\nекінші жол\nүшінші жол")
    edit.paste()
    assert area.value().endswith("үшінші жол")
    assert edit.cursorRect().bottom() <= edit.viewport().height()
    assert edit.cursorRect().top() >= 0
