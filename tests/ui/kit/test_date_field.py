from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.rules.birth import BirthDate, DateFaultKind
from kandas_desktop.ui.kit.date_field import BirthDateField, DateField
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.words import spoken_in
from tests.ui.kit.conftest import Sheet
from tests.ui.kit.keyboard import type_text

TODAY = date(2026, 3, 18)


def today() -> date:
    return TODAY


@pytest.mark.parametrize(
    ("typed", "value", "written"),
    [
        ("5.3.1987", date(1987, 3, 5), "05.03.1987"),
        ("050387", date(1987, 3, 5), "05.03.1987"),
        ("5 3 1987", date(1987, 3, 5), "05.03.1987"),
        ("1987-03-05", date(1987, 3, 5), "05.03.1987"),
        ("10.03.26", date(2026, 3, 10), "10.03.2026"),
        ("", None, ""),
        ("ертеде", None, "ертеде"),
        ("30.02.1990", None, "30.02.1990"),
    ],
)
def test_a_date_is_written_out_when_the_field_is_left(
    sheet: Sheet, qtbot: QtBot, typed: str, value: date | None, written: str
) -> None:
    field, other = DateField(today=today), TextField()
    sheet.stand(field, other)
    qtbot.waitUntil(field.hasFocus)
    type_text(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert other.hasFocus()
    assert field.date_value() == value
    assert field.typed == written


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("05.03.1987", None),
        ("1952", None),
        ("", None),
        ("  ", None),
        ("ертеде", DateFaultKind.UNREADABLE),
        ("30.02.1990", DateFaultKind.IMPOSSIBLE),
        ("19.03.2026", DateFaultKind.FUTURE),
        ("05.03.1850", DateFaultKind.TOO_OLD),
    ],
)
def test_a_birth_field_knows_what_is_wrong(qtbot: QtBot, typed: str, fault: DateFaultKind | None) -> None:
    field = BirthDateField(today=today)
    qtbot.addWidget(field)
    type_text(field, typed)
    assert field.fault() == fault


def test_a_birth_date_may_be_only_a_year(qtbot: QtBot) -> None:
    field = BirthDateField(today=today)
    qtbot.addWidget(field)
    type_text(field, "1952")
    assert field.date_value() == BirthDate(1952)
    field.set_date(BirthDate(1987, 3, 5))
    assert field.typed == "05.03.1987"
    field.set_date(None)
    assert field.typed == ""


def press(field: QWidget, text: str, scan_code: int) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.KeyPress
    QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_unknown, plain, scan_code, 0, 0, text))


# On the Kazakh layout the digit row types these; the codes of its keys begin so on X11 and on Windows.
ROW = dict(zip("1234567890", '"әіңғ,.үұқ', strict=True))
FIRST_KEYS = (10, 2)


@pytest.mark.parametrize("first_key", FIRST_KEYS)
@pytest.mark.parametrize("is_capital", [False, True])
@pytest.mark.parametrize("field_type", [DateField, BirthDateField])
def test_the_digit_row_of_the_kazakh_layout_types_digits(
    qtbot: QtBot, first_key: int, is_capital: bool, field_type: type[DateField | BirthDateField]
) -> None:
    field = field_type(today=today)
    qtbot.addWidget(field)
    for digit in "1234567890":
        typed = ROW[digit].upper() if is_capital else ROW[digit]
        press(field, typed, first_key + "1234567890".index(digit))
    assert field.typed == "1234567890"


def test_full_stops_and_commas_of_other_keys_part_a_date(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    for text in "5.3,1987":
        press(field, text, {".": 60, ",": 91}.get(text, 10))
    assert field.typed == "5.3,1987"
    assert field.date_value() == date(1987, 3, 5)


def test_the_kazakh_layouts_dash_key_parts_a_date(qtbot: QtBot) -> None:
    field = DateField(today=today)
    qtbot.addWidget(field)
    type_text(field, "ғөіө")
    type_text(field, "1987")
    assert field.date_value() == date(1987, 3, 5)


def test_the_digit_row_of_the_kazakh_layout_types_a_number(qtbot: QtBot) -> None:
    field = NumberField(1, 20, value=2)
    qtbot.addWidget(field)
    field.selectAll()
    type_text(field, '"ү')
    assert field.number() == 18


def test_digits_typed_with_altgr_arrive(qtbot: QtBot) -> None:
    # Where the digit row has letters, the digits lie behind AltGr, which Windows reports as Ctrl+Alt.
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    field = DateField(today=today)
    qtbot.addWidget(field)
    for digit in "05031987":
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(digit)), altgr, digit))
    assert field.date_value() == date(1987, 3, 5)


@pytest.mark.parametrize(("language", "words"), [("kk", "кк.аа.жжжж"), ("ru", "дд.мм.гггг")])
def test_the_empty_field_says_how_a_date_looks(qtbot: QtBot, language: str, words: str) -> None:
    with spoken_in(language):
        field = DateField(today=today)
    qtbot.addWidget(field)
    assert field.placeholderText() == words
