import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.letters_pad import KAZAKH_LETTERS, LettersPad
from tests.ui.kit.conftest import Sheet

SHIFT = Qt.KeyboardModifier.ShiftModifier


def pad_and_field(sheet: Sheet, qtbot: QtBot) -> tuple[LettersPad, TextField]:
    field, pad = TextField(), LettersPad()
    sheet.stand(field, pad)
    qtbot.waitUntil(field.hasFocus)
    return pad, field


def place(pad: LettersPad, letter: str) -> QPoint:
    return pad._rects()[KAZAKH_LETTERS.index(letter)].center().toPoint()


def test_a_click_types_where_the_caret_is_and_leaves_the_focus_there(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.set_value("лгібаев")
    with qtbot.waitSignal(field.textEdited):
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, SHIFT, place(pad, "ү"))
    assert field.text() == "Үлгібаев"
    assert field.hasFocus()


@pytest.mark.parametrize("letter", KAZAKH_LETTERS)
def test_every_letter_is_there_small_and_capital(sheet: Sheet, qtbot: QtBot, letter: str) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, letter))
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, SHIFT, place(pad, letter))
    assert field.text() == letter + letter.upper()


def test_f2_arrows_and_enter_type_without_a_mouse_and_f2_goes_back(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    qtbot.keyClick(field, Qt.Key.Key_F2)
    qtbot.waitUntil(pad.hasFocus)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    qtbot.keyClick(pad, Qt.Key.Key_Left)
    qtbot.keyClick(pad, Qt.Key.Key_Left)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    assert field.text() == "ғі"
    qtbot.keyClick(pad, Qt.Key.Key_F2)
    qtbot.waitUntil(field.hasFocus)


def test_shift_shows_and_types_capitals_while_it_is_held(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    pad.toggle()
    small = pad.grab().toImage()
    qtbot.keyPress(pad, Qt.Key.Key_Shift)
    assert pad.grab().toImage() != small
    qtbot.keyClick(pad, Qt.Key.Key_Return, SHIFT)
    qtbot.keyRelease(pad, Qt.Key.Key_Shift)
    assert field.text() == "Ә"
    assert pad.grab().toImage() == small


def test_escape_goes_back_to_the_field(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    pad.toggle()
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert field.hasFocus()


def test_a_field_that_may_not_be_changed_is_not(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.setReadOnly(True)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, "ә"))
    assert field.text() == ""


def test_it_types_into_long_texts_too(sheet: Sheet, qtbot: QtBot) -> None:
    area, pad = QPlainTextEdit(), LettersPad()
    sheet.stand(area, pad)
    qtbot.waitUntil(area.hasFocus)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, "ң"))
    assert area.toPlainText() == "ң"


def test_a_field_that_is_gone_is_forgotten(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.deleteLater()
    qtbot.waitUntil(lambda: not isValid(field))
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, "ә"))
    pad.toggle()
    assert not pad.hasFocus()
