from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.inputs import TextField, on_one_line
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.kit.tokens import LIGHT
from tests.ui.kit.conftest import Sheet
from tests.ui.kit.keyboard import type_text


def two_on(sheet: Sheet, qtbot: QtBot, make: Callable[[], QWidget] = TextField) -> tuple[QWidget, QWidget]:
    first, second = make(), make()
    sheet.stand(first, second)
    qtbot.waitUntil((first.focusProxy() or first).hasFocus)
    return first, second


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Үлгібаев", "Үлгібаев"),
        ("Үлгібаев\nЕржан", "Үлгібаев Ержан"),
        ("  Үлгібаев \r\n  Ержан\t", "Үлгібаев Ержан"),
        ("Нөкіс\u2028қаласы", "Нөкіс қаласы"),
        ("", ""),
    ],
)
def test_pasted_line_breaks_become_spaces(qtbot: QtBot, pasted: str, kept: str) -> None:
    field = TextField()
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText(pasted)
    field.paste()
    assert field.value() == on_one_line(pasted) == kept


def test_a_value_has_no_spaces_at_its_ends(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    type_text(field, "  Үлгібаев ")
    assert field.value() == "Үлгібаев"


def test_no_more_letters_than_allowed(qtbot: QtBot) -> None:
    field = TextField(max_length=5)
    qtbot.addWidget(field)
    type_text(field, "Үлгібаев")
    assert field.text() == "Үлгіб"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize("make", [TextField, TextAreaField])
def test_enter_goes_on_like_tab(sheet: Sheet, qtbot: QtBot, make: type[QWidget], key: Qt.Key) -> None:
    first, second = two_on(sheet, qtbot, make)
    inner = first.focusProxy() or first
    qtbot.keyClick(inner, key)
    other = second.focusProxy() or second
    assert other.hasFocus()


def test_ctrl_enter_is_left_to_the_page(sheet: Sheet, qtbot: QtBot) -> None:
    first, _second = two_on(sheet, qtbot)
    qtbot.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert first.hasFocus()


def test_the_field_says_when_it_is_left(sheet: Sheet, qtbot: QtBot) -> None:
    first, second = two_on(sheet, qtbot)
    assert isinstance(first, TextField)
    with qtbot.waitSignal(first.left):
        second.setFocus()


def test_a_wrong_field_has_a_red_edge_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_value("30.02.1990")
    field.set_state("error")
    image = field.grab().toImage()
    assert image.pixelColor(0, field.height() // 2).name().upper() == LIGHT.overdue.solid
    assert field.value() == "30.02.1990"
    field.set_state("plain")
    assert field.grab().toImage().pixelColor(0, field.height() // 2).name().upper() == LIGHT.field


def test_a_focused_field_has_an_accent_edge_inside(sheet: Sheet, qtbot: QtBot) -> None:
    first, second = two_on(sheet, qtbot)
    size = first.size()
    image = first.grab().toImage()
    assert image.pixelColor(1, first.height() // 2).name().upper() == LIGHT.accent
    second.setFocus()
    assert first.grab().toImage().pixelColor(1, first.height() // 2).name().upper() == LIGHT.surface
    assert first.size() == size


def test_a_quiet_field_shows_its_edge_only_while_it_is_typed_in(sheet: Sheet, qtbot: QtBot) -> None:
    first, second = two_on(sheet, qtbot)
    assert isinstance(first, TextField)
    first.set_quiet(True)
    assert first.grab().toImage().pixelColor(0, 16).name().upper() == LIGHT.accent
    second.setFocus()
    assert first.grab().toImage().pixelColor(0, 16).name().upper() != LIGHT.field


def test_words_at_the_end_leave_no_room_for_typed_letters_under_them(qtbot: QtBot) -> None:
    field = TextField(adornment="39 жаста")
    qtbot.addWidget(field)
    with_words = field.textMargins().right()
    field.set_adornment()
    assert with_words - field.textMargins().right() > 40
    field.set_adornment(icon="check")
    assert field.textMargins().right() == 30


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """The clipboard, empty in the end: what Python put there must not outlive Python."""
    clipboard = QGuiApplication.clipboard()
    yield clipboard
    clipboard.clear()


def test_a_long_text_may_have_lines_and_no_formatting(qtbot: QtBot, clipboard: QClipboard) -> None:
    area = TextAreaField()
    qtbot.addWidget(area)
    inner = area.focusProxy()
    assert inner is not None
    clip = QMimeData()
    clip.setHtml("<b>Отбасы</b> келмеді")
    clip.setText("Отбасы келмеді")
    clipboard.setMimeData(clip)
    qtbot.keyClick(inner, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(inner, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(inner, "себепсіз")
    assert area.value() == "Отбасы келмеді\nсебепсіз"


@pytest.mark.parametrize(("typed", "number"), [("3", 3), ("20", 20), ("21", 2), ("0", 2), ("", 2)], ids=repr)
def test_only_numbers_within_the_bounds_count(qtbot: QtBot, typed: str, number: int) -> None:
    field = NumberField(1, 20, value=2)
    qtbot.addWidget(field)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    type_text(field, typed)
    assert field.number() == number


def test_arrows_step_a_number_and_stop_at_its_bounds(qtbot: QtBot) -> None:
    field = NumberField(1, 3, value=2)
    qtbot.addWidget(field)
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert (field.number(), field.text()) == (3, "3")
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.number() == 1


@pytest.mark.parametrize("make", [TextField, TextAreaField])
def test_the_menu_names_every_key_even_one_that_the_window_uses_too(
    sheet: Sheet, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    first, _second = two_on(sheet, qtbot, make)
    QShortcut(QKeySequence("Ctrl+Z"), sheet)
    inner = first.focusProxy() or first
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), inner.mapToGlobal(QPoint(4, 4))
    )
    QApplication.sendEvent(inner, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    keys = {action.objectName(): action.text().partition("\t")[2] for action in menu.actions()}
    menu.close()
    assert keys["edit-undo"] == "Ctrl+Z"
    assert keys["edit-copy"] == "Ctrl+C"
    assert keys["select-all"] == "Ctrl+A"
