import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QCursor
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.buttons import Button, ButtonRole, IconButton
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import LIGHT
from tests.ui.kit.conftest import Sheet


def shown(qtbot: QtBot, button: Button) -> Button:
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    QCursor.setPos(700, 700)  # away from the button, wherever an earlier test left it
    with qtbot.waitExposed(button):  # the pointer enters only what is exposed
        button.show()
    return button


def color_at(button: Button, x: int, y: int) -> str:
    return button.grab().toImage().pixelColor(x, y).name().upper()


@pytest.mark.parametrize(
    ("role", "fill", "height"),
    [
        ("plain", LIGHT.surface, 32),
        ("filled", LIGHT.accent, 32),
        ("tinted", LIGHT.accent_soft, 32),
        ("big", LIGHT.accent, 44),
    ],
)
def test_a_role_has_its_fill_and_height(qtbot: QtBot, role: ButtonRole, fill: str, height: int) -> None:
    button = shown(qtbot, Button("Тіркеу", role=role))
    assert button.height() == height
    assert color_at(button, 6, height // 2) == fill


def test_a_click_reaches_the_page(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Тіркеу"))
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_icon_key_and_count_need_room(qtbot: QtBot) -> None:
    plain = shown(qtbot, Button("Басып шығару")).sizeHint().width()
    with_icon = shown(qtbot, Button("Басып шығару", icon="printer")).sizeHint().width()
    with_key = shown(qtbot, Button("Басып шығару", icon="printer", keys="Ctrl+P"))
    before = with_key.sizeHint().width()
    assert plain < with_icon < before
    with_key.set_badge("2")
    assert with_key.sizeHint().width() > before


def test_a_screen_reader_hears_the_key_too(qtbot: QtBot) -> None:
    assert shown(qtbot, Button("Басып шығару", keys="Ctrl+P")).accessibleName() == "Басып шығару (Ctrl+P)"


def test_an_ampersand_in_a_name_is_no_shortcut(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Мысалов & ұлдары"))
    assert button.shortcut().isEmpty()
    assert button.words == "Мысалов & ұлдары"


def test_a_blocked_button_says_why_and_cannot_be_pressed(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Жолдама беру", role="big", keys="Ctrl+Enter"))
    button.set_blocked("Алдымен екі кедергіні жойыңыз")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Алдымен екі кедергіні жойыңыз"
    assert color_at(button, 6, 22) == LIGHT.disabled_fill
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(button.refused) as told:
        button.trigger()
    assert told.args == ["Алдымен екі кедергіні жойыңыз"]


def test_the_key_of_a_freed_button_presses_it(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Жолдама беру"))
    button.set_blocked("әлі емес")
    button.set_blocked("")
    assert button.toolTip() == ""
    with qtbot.waitSignal(button.clicked):
        button.trigger()


def test_a_busy_button_keeps_its_width_and_is_not_pressed_twice(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Тіркеу және өтінішті басу", icon="printer"))
    before = button.width()
    button.set_busy("Сақталуда…")
    assert (button.minimumWidth(), button.maximumWidth()) == (before, before)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        button.trigger()
    button.set_busy("")
    assert button.isEnabled()
    assert button.maximumWidth() > before


def test_a_button_that_was_blocked_while_busy_stays_blocked(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Тіркеу"))
    button.set_busy("Сақталуда…")
    button.set_blocked("тіркелген")
    button.set_busy("")
    assert not button.isEnabled()


def test_the_focus_edge_lies_inside_and_moves_nothing(qtbot: QtBot, sheet: Sheet) -> None:
    field, button = QLineEdit(), Button("Тіркеу")
    sheet.stand(field, button)
    qtbot.waitUntil(field.hasFocus)
    place = button.geometry()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(button.hasFocus)
    assert color_at(button, 1, 16) == LIGHT.accent
    assert button.geometry() == place
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert color_at(button, 1, 16) != LIGHT.accent


def test_a_button_blocked_behind_a_dialog_shows_no_focus_edge(qtbot: QtBot, sheet: Sheet) -> None:
    field, button, dialog = QLineEdit(), Button("Басып шығару"), QDialog(sheet)
    sheet.stand(field, button)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(button.hasFocus)
    assert color_at(button, 1, 16) == LIGHT.accent
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: not button.hasFocus())
    button.set_blocked("басылды")
    dialog.close()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    button.set_blocked("")
    assert not button.hasFocus()
    assert color_at(button, 1, 16) != LIGHT.accent


def test_a_button_that_had_the_focus_and_is_blocked_leaves_it_to_its_page(qtbot: QtBot) -> None:
    window, page, table = QWidget(), QWidget(), QLineEdit()
    qtbot.addWidget(window)
    button, of_another_page = Button("Басып шығару"), Button("Баптаулар")
    page.setFocusProxy(table)
    for around, held in ((page, (table, button)), (window, (page, of_another_page))):
        column = QVBoxLayout(around)
        for widget in held:
            column.addWidget(widget)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    button.set_busy("Басылуда…")
    assert table.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_focused_button_is_pressed_by_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    button = shown(qtbot, Button("Тіркеу"))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_ctrl_enter_on_a_button_is_left_to_the_page(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Басып шығару"))
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_hovered_button_changes_its_fill(qtbot: QtBot) -> None:
    button = shown(qtbot, Button("Тіркеу", role="filled"))
    qtbot.mouseMove(button, QPoint(8, 16))
    qtbot.waitUntil(lambda: color_at(button, 6, 16) == LIGHT.accent_hover)


def test_an_icon_button_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    button = IconButton("x", "Жабу", size=28)
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Жабу", "Жабу")
    assert (button.sizeHint().width(), button.sizeHint().height()) == (28, 28)


def test_a_checked_icon_button_is_tinted(qtbot: QtBot) -> None:
    button = IconButton("family", "Отбасы", framed=True, checkable=True)
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.grab().toImage().pixelColor(5, 16) == QColor(LIGHT.accent_soft)


def test_a_link_is_pressed_by_keyboard(qtbot: QtBot) -> None:
    link = LinkButton("Болдырмау", "Ctrl+Z")
    qtbot.addWidget(link)
    assert link.accessibleName() == "Болдырмау (Ctrl+Z)"
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_an_icon_without_words_stands_in_the_middle(qtbot: QtBot) -> None:
    sizes = theme().sizes
    button = Button("", icon="bed")
    qtbot.addWidget(button)
    assert button.sizeHint().width() == sizes.button_icon + 2 * (sizes.button_padding + 1)
    worded = Button("Бөлмелер", icon="bed")
    qtbot.addWidget(worded)
    words = text_width(theme().font("body", bold=True), "Бөлмелер")
    assert worded.sizeHint().width() - button.sizeHint().width() == words + sizes.button_gap
