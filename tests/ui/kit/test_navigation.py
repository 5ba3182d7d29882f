import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.navigation import NavigationBar, NavigationItem
from kandas_desktop.ui.kit.painted_button import PaintedButton
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import LIGHT

ITEMS = [
    NavigationItem("today", "Бүгін", "sun"),
    NavigationItem("journal", "Тіркеу журналы", "book-open"),
    NavigationItem("reserve", "Резервтік журнал", "list-ordered"),
]
BOTTOM = [NavigationItem("help", "Анықтама", "help-circle", "F1")]


@pytest.fixture
def bar(qtbot: QtBot) -> NavigationBar:
    made = NavigationBar(ITEMS, BOTTOM, office="Сынақ кеңсесі")
    qtbot.addWidget(made)
    made.resize(204, 700)
    made.show()
    made.activateWindow()
    return made


def test_a_click_says_which_page_was_chosen(bar: NavigationBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar._buttons["journal"], Qt.MouseButton.LeftButton)
    assert told.args == ["journal"]


def test_only_the_open_page_is_marked_and_the_page_decides_which(bar: NavigationBar, qtbot: QtBot) -> None:
    bar.select("journal")
    qtbot.mouseClick(bar._buttons["today"], Qt.MouseButton.LeftButton)
    assert [key for key in bar.keys if bar._buttons[key].isChecked()] == ["journal"]
    qtbot.mouseClick(bar._buttons["journal"], Qt.MouseButton.LeftButton)
    assert bar._buttons["journal"].isChecked()
    bar.select("help")
    assert [key for key in bar.keys if bar._buttons[key].isChecked()] == ["help"]


def test_arrows_go_from_page_to_page_and_space_opens(bar: NavigationBar, qtbot: QtBot) -> None:
    buttons = bar._buttons
    buttons["today"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(buttons["today"].hasFocus)
    qtbot.keyClick(buttons["today"], Qt.Key.Key_Down)
    assert buttons["journal"].hasFocus()
    qtbot.keyClick(buttons["journal"], Qt.Key.Key_End)
    assert bar._notices.hasFocus()
    qtbot.keyClick(bar._notices, Qt.Key.Key_Down)
    assert bar._search.hasFocus()
    qtbot.keyClick(bar._search, Qt.Key.Key_Up)
    qtbot.keyClick(bar._notices, Qt.Key.Key_Up)
    assert buttons["help"].hasFocus()
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(buttons["help"], Qt.Key.Key_Space)
    assert told.args == ["help"]
    qtbot.keyClick(buttons["help"], Qt.Key.Key_Home)
    with qtbot.waitSignal(bar.search_asked):
        qtbot.keyClick(bar._search, Qt.Key.Key_Return)


def stops_of_tab(bar: NavigationBar) -> list[QWidget]:
    return [
        button for button in bar.findChildren(PaintedButton) if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_tab_stops_once_at_the_page_that_is_open(bar: NavigationBar, qtbot: QtBot) -> None:
    bar.select("journal")
    assert stops_of_tab(bar) == [bar._buttons["journal"]]
    bar._buttons["journal"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(bar._buttons["journal"].hasFocus)
    qtbot.keyClick(bar._buttons["journal"], Qt.Key.Key_Down)
    assert stops_of_tab(bar) == [bar._buttons["reserve"]]
    bar.select("help")
    assert stops_of_tab(bar) == [bar._buttons["help"]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_arrows_to_the_side_lead_nowhere(bar: NavigationBar, qtbot: QtBot, key: Qt.Key) -> None:
    bar._buttons["journal"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(bar._buttons["journal"].hasFocus)
    qtbot.keyClick(bar._buttons["journal"], key)
    assert bar._buttons["journal"].hasFocus()


def test_counts_are_read_out(bar: NavigationBar) -> None:
    bar.set_badge("today", "2", "red")
    assert bar._buttons["today"].accessibleName() == "Бүгін: 2"
    bar.set_badge("today", "")
    assert bar._buttons["today"].accessibleName() == "Бүгін"


def test_a_small_window_gets_a_narrow_bar_whose_tooltips_say_the_words(bar: NavigationBar) -> None:
    assert bar.width() == 204
    assert bar._buttons["journal"].toolTip() == ""
    theme().set_density("compact")
    assert bar.maximumWidth() == 56
    assert bar._buttons["journal"].toolTip() == "Тіркеу журналы"
    assert not bar._user.isVisible()


def test_search_and_notices_tell_the_window(bar: NavigationBar, qtbot: QtBot) -> None:
    for button, signal in (
        (bar._search, bar.search_asked),
        (bar._notices, bar.notices_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("words", "count", "beside"),
    [
        ("Тіркеу журналы", "2", True),
        ("Резервтік журнал", "3", True),
        ("Резервтік журнал", "12", True),
        ("Резервный журнал", "3", False),
        ("Журнал регистрации", "12", False),
    ],
)
def test_a_count_goes_to_the_icon_before_it_would_cut_a_word(
    qtbot: QtBot, words: str, count: str, beside: bool
) -> None:
    bar = NavigationBar([NavigationItem("one", words, "book-open")])
    qtbot.addWidget(bar)
    bar.select("one")
    bar.show()
    bar.set_badge("one", count, "red")
    button = bar._buttons["one"]
    needed = text_width(theme().font("body", bold=True), words)
    assert button.text_room() >= needed
    red = button.grab().toImage().pixelColor
    over_the_icon = any(red(x, y) == QColor(LIGHT.overdue.solid) for x in range(20, 40) for y in range(16))
    assert over_the_icon is not beside


def test_the_user_and_the_office_are_drawn(bar: NavigationBar) -> None:
    before = bar.grab().toImage()
    bar.set_user("Сәуле Үлгіқызы", "Қабылдау бөлімі")
    with_user = bar.grab().toImage()
    bar.set_office("Басқа кеңсе")
    assert before != with_user != bar.grab().toImage()


def test_in_a_small_window_no_line_is_left_of_whoever_works_there(qtbot: QtBot) -> None:
    theme().set_density("compact")
    bar = NavigationBar([NavigationItem("today", "Бүгін", "sun")])
    qtbot.addWidget(bar)
    bar.resize(56, 614)
    bar.show()
    assert not bar._user.isVisible()
    assert not bar._above_user.isVisible()
    assert bar._notices.geometry().bottom() < bar.height() - 4
    theme().set_density("normal")
    assert bar._user.isVisible()
    assert bar._above_user.isVisible()
