import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.inputs import TextField
from tests.ui.kit.conftest import Sheet
from tests.ui.kit.keyboard import type_text

COUNTRIES = [
    ("UZ", "Өзбекстан"),
    ("CN", "Қытай"),
    ("MN", "Моңғолия"),
    ("TR", "Түркия"),
    ("TM", "Түрікменстан"),
    ("KG", "Қырғызстан"),
    ("SA", "Сауд Арабиясы"),
]


def on(sheet: Sheet, qtbot: QtBot, *, free: bool = False) -> tuple[ChoiceField, TextField]:
    field, following = ChoiceField(COUNTRIES, free=free), TextField()
    sheet.stand(field, following)
    qtbot.waitUntil(field.hasFocus)
    return field, following


def the_list(field: ChoiceField) -> QListView:
    return field._popup


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("өзб", ["Өзбекстан"]),
        ("ӨЗБ", ["Өзбекстан"]),
        ("озб", ["Өзбекстан"]),
        ("oz", ["Өзбекстан"]),
        ("түр", ["Түркия", "Түрікменстан"]),
        ("қ", ["Қытай", "Қырғызстан"]),
        ("араб", ["Сауд Арабиясы"]),
        ("жоқ ел", []),
        ("", [text for _value, text in COUNTRIES]),
    ],
)
def test_the_first_letters_of_a_word_find_it(qtbot: QtBot, typed: str, found: list[str]) -> None:
    field = ChoiceField(COUNTRIES)
    qtbot.addWidget(field)
    assert field.matches(typed) == found


@pytest.mark.parametrize("typed", ["узб", "респ", "Өзб"])
def test_another_language_finds_it_too(qtbot: QtBot, typed: str) -> None:
    field = ChoiceField([("CN", "Қытай", "Китай"), ("UZ", "Өзбекстан", "Узбекистан Республика")])
    qtbot.addWidget(field)
    assert field.matches(typed) == ["Өзбекстан"]


def test_the_word_of_another_language_is_the_entry_even_among_free_words(sheet: Sheet, qtbot: QtBot) -> None:
    field, following = ChoiceField([("ұлы", "сын", "ұлы"), ("қызы", "дочь", "қызы")], free=True), TextField()
    sheet.stand(field, following)
    qtbot.waitUntil(field.hasFocus)
    field.setText("Қызы")
    following.setFocus()
    assert (field.text(), field.choice()) == ("дочь", "қызы")


def test_three_letters_and_enter_choose_and_go_on(sheet: Sheet, qtbot: QtBot) -> None:
    field, following = on(sheet, qtbot)
    type_text(field, "мон")
    qtbot.waitUntil(the_list(field).isVisible)
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(the_list(field), Qt.Key.Key_Return)
    assert told.args == ["MN"]
    assert (field.text(), field.choice()) == ("Моңғолия", "MN")
    assert following.hasFocus()
    assert not the_list(field).isVisible()


def test_an_arrow_in_the_list_takes_the_next_entry(sheet: Sheet, qtbot: QtBot) -> None:
    field, _following = on(sheet, qtbot)
    type_text(field, "түр")
    qtbot.waitUntil(the_list(field).isVisible)
    qtbot.keyClick(the_list(field), Qt.Key.Key_Down)
    qtbot.keyClick(the_list(field), Qt.Key.Key_Tab)
    assert field.choice() == "TM"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F4])
def test_the_list_opens_by_keyboard_with_the_present_entry(sheet: Sheet, qtbot: QtBot, key: Qt.Key) -> None:
    field, _following = on(sheet, qtbot)
    field.set_choice("MN")
    qtbot.keyClick(field, key)
    qtbot.waitUntil(the_list(field).isVisible)
    assert the_list(field).currentIndex().data() == "Моңғолия"
    assert the_list(field).model().rowCount() == len(COUNTRIES)
    qtbot.keyClick(the_list(field), Qt.Key.Key_Escape)
    assert field.choice() == "MN"


def test_a_click_opens_the_list_and_a_click_in_it_chooses(sheet: Sheet, qtbot: QtBot) -> None:
    field, _following = on(sheet, qtbot)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    popup = the_list(field)
    qtbot.waitUntil(popup.isVisible)
    row = popup.visualRect(popup.model().index(1, 0))
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert field.choice() == "CN"


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [("өзбекстан", "UZ", "Өзбекстан"), ("Моң", "MN", "Моңғолия"), ("жоқ ел", None, "жоқ ел"), ("", None, "")],
)
def test_leaving_settles_what_was_typed(
    sheet: Sheet, qtbot: QtBot, typed: str, value: str | None, text: str
) -> None:
    field, following = on(sheet, qtbot)
    field.setText(typed)
    following.setFocus()
    assert (field.choice(), field.text()) == (value, text)
    assert field.is_known is (value is not None or not text)


def test_a_free_field_keeps_other_words(sheet: Sheet, qtbot: QtBot) -> None:
    field, following = on(sheet, qtbot, free=True)
    type_text(field, "Югославия")
    following.setFocus()
    assert field.choice() == "Югославия"
    assert field.is_known


def test_putting_a_value_in_shows_its_words(qtbot: QtBot) -> None:
    field = ChoiceField(COUNTRIES)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.set_choice("KG")
    assert field.text() == "Қырғызстан"
    field.set_options([("KG", "Кыргызстан")])
    assert field.text() == "Кыргызстан"
    field.set_choice(None)
    assert field.text() == ""


LONG = "Оңтүстік Георгия және Оңтүстік Сандвич аралдары"


@pytest.mark.parametrize("entries", [1, 3, 9, 40])
@pytest.mark.parametrize("width", [60, 92, 500])
def test_the_list_shows_whole_rows_and_whole_words(
    sheet: Sheet, qtbot: QtBot, entries: int, width: int
) -> None:
    field = ChoiceField([(str(at), f"{LONG} {at:02}") for at in range(entries)])
    sheet.stand(field)
    field.setFixedWidth(width)
    qtbot.waitUntil(field.hasFocus)
    field.open_list()
    popup = the_list(field)
    qtbot.waitUntil(popup.isVisible)
    row = popup.sizeHintForRow(0)
    assert row >= 28
    assert popup.viewport().height() >= min(entries, 9) * row
    assert popup.viewport().height() < 10 * row
    assert not popup.horizontalScrollBar().isVisible()
    assert popup.verticalScrollBar().isVisible() is (entries > 9)
    assert popup.sizeHintForColumn(0) <= popup.viewport().width()
    assert popup.width() >= width
    assert popup.geometry().top() >= field.mapToGlobal(QPoint(0, field.height() - 3)).y()


def test_the_list_opens_above_where_there_is_no_room_below(sheet: Sheet, qtbot: QtBot) -> None:
    field = ChoiceField(COUNTRIES)
    sheet.stand(field)
    screen = sheet.screen().availableGeometry()
    sheet.setGeometry(screen.left() + 20, screen.bottom() - 80, 300, 60)
    qtbot.waitUntil(field.hasFocus)
    field.open_list()
    popup = the_list(field)
    qtbot.waitUntil(popup.isVisible)
    assert popup.geometry().bottom() <= field.mapToGlobal(QPoint(0, 4)).y()
    assert popup.viewport().height() >= len(COUNTRIES) * popup.sizeHintForRow(0)
