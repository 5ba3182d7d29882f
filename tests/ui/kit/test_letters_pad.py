import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.letters_pad import KAZAKH_LETTERS, LettersPad
from tests.ui.kit.conftest import Sheet
from tests.ui.kit.keyboard import type_text

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
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, "ү"))
    assert field.text() == "Үлгібаев"
    assert field.hasFocus()


@pytest.mark.parametrize("letter", KAZAKH_LETTERS)
def test_every_letter_is_there_small_and_capital(sheet: Sheet, qtbot: QtBot, letter: str) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    for _ in range(2):
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, letter))
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, SHIFT, place(pad, letter))
    assert field.text() == letter.upper() + letter + letter.upper()


def test_f2_arrows_and_enter_type_without_a_mouse_and_f2_goes_back(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    qtbot.keyClick(field, Qt.Key.Key_F2)
    qtbot.waitUntil(pad.hasFocus)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    qtbot.keyClick(pad, Qt.Key.Key_Left)
    qtbot.keyClick(pad, Qt.Key.Key_Left)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    assert field.text() == "Ғі"
    qtbot.keyClick(pad, Qt.Key.Key_F2)
    qtbot.waitUntil(field.hasFocus)


def test_shift_shows_and_types_capitals_while_it_is_held(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    type_text(field, "Н")
    pad.toggle()
    small = pad.grab().toImage()
    qtbot.keyPress(pad, Qt.Key.Key_Shift)
    assert pad.grab().toImage() != small
    qtbot.keyClick(pad, Qt.Key.Key_Return, SHIFT)
    qtbot.keyRelease(pad, Qt.Key.Key_Shift)
    assert field.text() == "НӘ"
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
    assert area.toPlainText() == "Ң"


def test_a_field_that_is_gone_is_forgotten(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.deleteLater()
    qtbot.waitUntil(lambda: not isValid(field))
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place(pad, "ә"))
    pad.toggle()
    assert not pad.hasFocus()


def wait_in_pad(pad: LettersPad, field: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_F2)
    qtbot.waitUntil(pad.hasFocus)


@pytest.mark.parametrize("way_back", [Qt.Key.Key_Escape, Qt.Key.Key_F2])
def test_letters_go_where_the_caret_was_and_typing_goes_on_behind_them(
    sheet: Sheet, qtbot: QtBot, way_back: Qt.Key
) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.set_value("Олжас")
    field.setCursorPosition(2)
    wait_in_pad(pad, field, qtbot)
    field.home(False)  # as a table's row does with a field that was left
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    field.home(False)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    qtbot.keyClick(pad, way_back)
    assert field.hasFocus()
    assert not field.hasSelectedText()
    type_text(field, "x")
    assert field.text() == "Оләәxжас"


def test_a_letter_replaces_what_was_selected(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.set_value("Олжас")
    field.setSelection(1, 3)
    wait_in_pad(pad, field, qtbot)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    type_text(field, "x")
    assert field.text() == "Оәxс"


def test_coming_back_with_no_letter_changes_nothing(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.set_value("Олжас")
    field.setSelection(1, 3)
    wait_in_pad(pad, field, qtbot)
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert field.selectedText() == "лжа"


def test_a_field_is_left_only_where_the_pad_is_left_for_another(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    with qtbot.assertNotEmitted(field.left):
        wait_in_pad(pad, field, qtbot)
        qtbot.keyClick(pad, Qt.Key.Key_Escape)
        wait_in_pad(pad, field, qtbot)
    with qtbot.waitSignal(field.left):
        pad.clearFocus()


def test_tab_in_the_pad_goes_on_from_the_field(sheet: Sheet, qtbot: QtBot) -> None:
    before, field, after, pad = TextField(), TextField(), TextField(), LettersPad()
    sheet.stand(before, field, after, pad)
    field.setFocus()
    for key, reached in ((Qt.Key.Key_Tab, after), (Qt.Key.Key_Backtab, before)):
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        wait_in_pad(pad, field, qtbot)
        qtbot.keyClick(pad, key)
        assert reached.hasFocus()


def test_a_letter_for_a_list_opens_it_and_goes_back_to_its_field(sheet: Sheet, qtbot: QtBot) -> None:
    field, following, pad = ChoiceField([("UZ", "Өзбекстан"), ("CN", "Қытай")]), TextField(), LettersPad()
    sheet.stand(field, following, pad)
    qtbot.waitUntil(field.hasFocus)
    wait_in_pad(pad, field, qtbot)
    for _ in range(2):
        qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    qtbot.waitUntil(field._popup.isVisible)
    qtbot.keyClick(field._popup, Qt.Key.Key_Return)
    assert field.choice() == "CN"
    assert following.hasFocus()


@pytest.mark.parametrize(
    ("before", "is_for_names", "typed"),
    [
        ("", False, "Ә"),
        ("  ", False, "Ә"),
        ("Ол", True, "ә"),
        ("Олжас ", True, "Ә"),
        ("Олжас-", True, "Ә"),
        ("Үргеніш ", False, "ә"),
    ],
)
def test_a_capital_comes_where_a_text_or_a_name_begins_and_shift_turns_it_round(
    sheet: Sheet, qtbot: QtBot, before: str, is_for_names: bool, typed: str
) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    field.is_for_names = is_for_names
    for modifier, letter in ((Qt.KeyboardModifier.NoModifier, typed), (SHIFT, typed.swapcase())):
        field.setText(before)
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, modifier, place(pad, "ә"))
        assert field.text() == before + letter


def test_the_keys_show_what_they_type_while_somebody_types(sheet: Sheet, qtbot: QtBot) -> None:
    pad, field = pad_and_field(sheet, qtbot)
    capitals = pad.grab().toImage()
    type_text(field, "О")
    assert pad.grab().toImage() != capitals
    assert "Shift" in pad.toolTip()
