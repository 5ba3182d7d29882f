import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.queries.journal_lines import LineIds, Order
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.rows import JournalRows
from kandas_desktop.ui.journal.view import JournalView
from kandas_desktop.ui.kit.theme import theme
from tests.factories import WEDNESDAY, Clock, TestOffice, a_person, an_application, an_office

FAMILY_LINE = 2  # counted from the top, where the newest stands
LINES = 30


@pytest.fixture(scope="module")
def thirty_lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an office with thirty lines; the third from the top is a family of three."""
    with an_office(tmp_path_factory.mktemp("office")) as office:
        for _ in range(LINES - FAMILY_LINE - 1):
            an_application(office.desk)
        an_application(
            office.desk,
            a_person(patronymic="Аңызұлы", birth_place="Баян-Өлгий аймағы"),
            a_person("Сәуле", surname="Мысалова", patronymic="Қалыпқызы"),
            a_person("Ерасыл", born=BirthDate(2008, 3, 17), document=None),
        )
        for _ in range(FAMILY_LINE):
            an_application(office.desk)
    return office.path


@pytest.fixture
def office(thirty_lines: Path, tmp_path: Path) -> Iterator[TestOffice]:
    """An office of its own for each test, copied from that file."""
    path = tmp_path / FILE_NAME
    shutil.copy(thirty_lines, path)
    database, clock = open_database(path), Clock(WEDNESDAY)
    yield TestOffice(Desk(database, "Сынақбаева С.", clock, lambda: None), clock, path)
    database.close()


@pytest.fixture
def view(office: TestOffice, qtbot: QtBot) -> JournalView:
    """The thirty lines, newest first."""
    model = JournalModel(JournalRows(office.desk))
    made = JournalView(model)
    qtbot.addWidget(made)
    made.resize(826, 58 + 10 * 47)
    made.show()
    model.set_lines(LineIds(range(LINES, 0, -1)))
    model.set_columns(("people",))
    return made


def model_of(view: JournalView) -> JournalModel:
    model = view.model()
    assert isinstance(model, JournalModel)
    return model


def press(view: JournalView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)


def at(line: int, x: int = 300) -> QPoint:
    """A point in the middle of a line, while everything is folded and scrolled up."""
    return QPoint(x, line * 47 + 23)


def click(view: JournalView, point: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ([Qt.Key.Key_Down], 0),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_End], 29),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], 29),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Home, Qt.Key.Key_PageDown], 9),
        ([Qt.Key.Key_End, Qt.Key.Key_PageUp], 20),
    ],
)
def test_keys_go_from_line_to_line(view: JournalView, keys: list[Qt.Key], line: int) -> None:
    for key in keys:
        press(view, key)
    assert view.chosen_line == line
    assert view.chosen_id == LINES - line
    assert QRect(QPoint(), view.viewport().size()).contains(view.line_area(line))


def test_arrows_unfold_and_fold_the_family(view: JournalView) -> None:
    view.choose(LINES - FAMILY_LINE)
    press(view, Qt.Key.Key_Right)
    assert model_of(view).is_open(FAMILY_LINE)
    assert view.line_area(FAMILY_LINE).height() == 47 + 2 * 30
    press(view, Qt.Key.Key_Down)
    assert view.chosen_line == FAMILY_LINE + 1
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Left)
    assert not model_of(view).is_open(FAMILY_LINE)
    assert view.chosen_line == FAMILY_LINE


def test_an_unfolded_family_is_brought_into_sight(view: JournalView) -> None:
    view.choose(LINES - FAMILY_LINE)
    view.verticalScrollBar().setValue(0)
    view.resize(826, 58 + 3 * 47)
    press(view, Qt.Key.Key_Right)
    area = view.line_area(FAMILY_LINE)
    assert area.top() >= 0
    assert area.bottom() < view.viewport().height()


def test_enter_and_a_click_open_the_application(view: JournalView, qtbot: QtBot) -> None:
    view.choose(LINES - 1)
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert opened.args == [LINES - 1]
    with qtbot.waitSignal(view.opened) as opened:
        click(view, at(4))
    assert opened.args == [LINES - 4]
    assert view.chosen_line == 4


def test_a_click_on_the_chevron_unfolds_and_opens_nothing(view: JournalView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.opened):
        click(view, at(FAMILY_LINE, x=30))
    assert model_of(view).is_open(FAMILY_LINE)
    click(view, at(FAMILY_LINE, x=30))
    assert not model_of(view).is_open(FAMILY_LINE)


def test_a_click_on_a_family_line_chooses_its_household(view: JournalView) -> None:
    view.open_family(FAMILY_LINE, True)
    click(view, QPoint(300, FAMILY_LINE * 47 + 47 + 45))
    assert view.chosen_line == FAMILY_LINE
    assert view.indexAt(QPoint(300, FAMILY_LINE * 47 + 47 + 45)).row() == FAMILY_LINE + 2


def test_a_click_below_the_last_line_chooses_nothing(view: JournalView, office: TestOffice) -> None:
    model_of(view).set_lines(LineIds(range(2, 0, -1)))
    click(view, at(5))
    assert view.chosen_line is None
    assert not view.indexAt(at(5)).isValid()


def test_letters_typed_over_the_lines_choose_nothing(view: JournalView) -> None:
    QTest.keyClicks(view, "ab")
    view.keyboardSearch("үлгі")
    assert view.chosen_line is None


def test_the_chosen_line_stays_chosen_when_others_come(view: JournalView, office: TestOffice) -> None:
    view.choose(LINES - 3)
    an_application(office.desk)
    model_of(view).set_lines(LineIds(range(LINES + 1, 0, -1)))
    assert (view.chosen_id, view.chosen_line) == (LINES - 3, 4)


def test_the_chosen_line_is_found_again_after_it_was_out_of_the_choice(view: JournalView) -> None:
    view.choose(7)
    model_of(view).set_lines(LineIds([3, 2, 1]))
    assert (view.chosen_id, view.chosen_line) == (7, None)
    model_of(view).append_lines(LineIds([9, 8, 7]))
    assert (view.chosen_id, view.chosen_line) == (7, 5)


def test_a_line_that_is_wanted_before_it_came_is_shown_when_it_comes(view: JournalView) -> None:
    model_of(view).set_lines(LineIds([30]))
    view.choose(2, centred=True)
    assert view.chosen_line is None
    model_of(view).append_lines(LineIds(list(range(29, 0, -1))))
    assert view.chosen_line == 28
    assert QRect(QPoint(), view.viewport().size()).contains(view.line_area(28))


def test_what_is_seen_stays_when_lines_come_above(view: JournalView, office: TestOffice) -> None:
    view.verticalScrollBar().setValue(5 * 47 + 11)
    an_application(office.desk)
    model_of(view).set_lines(LineIds(range(LINES + 1, 0, -1)))
    assert view.verticalScrollBar().value() == 6 * 47 + 11
    assert model_of(view).application_id(view.lines_seen()[0]) == LINES - 5


def test_at_the_top_a_new_line_is_seen_at_once(view: JournalView, office: TestOffice) -> None:
    an_application(office.desk)
    model_of(view).set_lines(LineIds(range(LINES + 1, 0, -1)))
    assert view.verticalScrollBar().value() == 0
    assert view.lines_seen()[0] == 0


def test_the_scroll_bar_is_honest_about_folded_and_unfolded_lines(view: JournalView) -> None:
    bar = view.verticalScrollBar()
    assert bar.maximum() == LINES * 47 - view.viewport().height()
    view.open_family(FAMILY_LINE, True)
    assert bar.maximum() == LINES * 47 + 60 - view.viewport().height()
    bar.setValue(bar.maximum())
    assert view.lines_seen()[-1] == LINES - 1


@pytest.mark.parametrize(
    ("hint", "top"),
    [
        (QAbstractItemView.ScrollHint.EnsureVisible, 20 * 47 + 47 - 470),
        (QAbstractItemView.ScrollHint.PositionAtCenter, 20 * 47 + 23 - 235),
    ],
)
def test_qt_can_scroll_to_a_row(view: JournalView, hint: QAbstractItemView.ScrollHint, top: int) -> None:
    view.scrollTo(model_of(view).index(20, 0), hint)
    assert view.verticalScrollBar().value() == top


def test_qt_is_told_where_rows_are(view: JournalView) -> None:
    view.open_family(FAMILY_LINE, True)
    model = model_of(view)
    assert view.visualRect(model.index(FAMILY_LINE, 3)) == QRect(0, 94, 826, 47)
    assert view.visualRect(model.index(FAMILY_LINE + 2, 0)) == QRect(0, 94 + 47 + 30, 826, 30)
    assert view.visualRect(model.index(-1, 0)).isEmpty()
    view.setSelection(QRect(10, 100, 1, 1), view.selectionModel().SelectionFlag.ClearAndSelect)
    assert [index.row() for index in view.selectedIndexes()] == [FAMILY_LINE]
    assert not view.isIndexHidden(model.index(0, 0))


def test_a_compact_window_has_lower_lines(view: JournalView) -> None:
    theme().set_density("compact")
    assert view.heights == (42, 27)
    assert view.verticalScrollBar().maximum() == LINES * 42 - view.viewport().height()


def test_a_click_on_a_title_asks_for_another_order(view: JournalView, qtbot: QtBot) -> None:
    header = view.header
    for x, before, asked in (
        (40, Order.NEWEST, Order.OLDEST),
        (40, Order.OLDEST, Order.NEWEST),
        (120, Order.NEWEST, Order.NAME),
        (120, Order.NAME, Order.NEWEST),
    ):
        view.show_order(before)
        with qtbot.waitSignal(view.order_asked) as signal:
            QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
        assert signal.args == [asked]
    with qtbot.assertNotEmitted(view.order_asked):
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(420, 20))


def test_a_tool_tip_says_what_is_cut_and_why_something_is_due(view: JournalView) -> None:
    assert view.tool_tip(at(FAMILY_LINE, x=700)) == "r.6: considered on the day it is registered, 18.03.2026"
    assert view.tool_tip(at(FAMILY_LINE, x=100)) == ""
    assert view.tool_tip(at(FAMILY_LINE, x=2000)) == ""
    assert view.tool_tip(at(LINES)) == ""
    view.resize(600, view.height())
    assert view.tool_tip(at(FAMILY_LINE, x=210)) == "Баян-Өлгий аймағы 22.06.1984"
    view.open_family(FAMILY_LINE, True)
    below = QPoint(100, FAMILY_LINE * 47 + 47 + 15)
    assert view.tool_tip(below) == "Мысалова Сәуле Қалыпқызы"
    assert view.tool_tip(below + QPoint(150, 0)) == ""


def test_qt_shows_the_tool_tip(view: JournalView) -> None:
    point = at(FAMILY_LINE, x=700)
    QTest.mouseMove(view.viewport(), point)
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == view.tool_tip(point)


def test_the_menu_key_asks_for_the_menu_of_the_chosen_line(view: JournalView, qtbot: QtBot) -> None:
    def by_keyboard() -> QContextMenuEvent:
        return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())

    with qtbot.assertNotEmitted(view.menu_asked):
        QApplication.sendEvent(view.viewport(), by_keyboard())
    view.choose(LINES - 1)
    with qtbot.waitSignal(view.menu_asked) as asked:
        QApplication.sendEvent(view.viewport(), by_keyboard())
    assert asked.args is not None
    assert asked.args[0] == LINES - 1
    assert asked.args[1] == view.viewport().mapToGlobal(QPoint(40, 47 + 47))


def picture(view: JournalView) -> QImage:
    return view.viewport().grab().toImage()


def colors(view: JournalView, line: int) -> tuple[str, str]:
    """The colours of a line's left edge and of its ground."""
    shown = picture(view)
    return shown.pixelColor(1, line * 47 + 20).name(), shown.pixelColor(600, line * 47 + 2).name()


def test_the_chosen_line_and_the_one_under_the_pointer_have_their_grounds(view: JournalView) -> None:
    palette = theme().palette
    view.choose(LINES - 1)
    assert colors(view, 1) == (palette.accent.lower(), palette.selected.lower())
    QTest.mouseMove(view.viewport(), at(3))
    assert colors(view, 3) == (palette.hover.lower(), palette.hover.lower())
    assert colors(view, 0) == (palette.surface.lower(), palette.surface.lower())
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert colors(view, 3)[1] == palette.surface.lower()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("width", [700, 826, 1162])
def test_no_outcome_is_cut_in_any_language(
    view: JournalView, language: str, width: int, office: TestOffice
) -> None:
    from kandas_desktop.ui.journal.outcomes import usual_outcomes
    from kandas_desktop.ui.kit.chips import chip_size
    from kandas_desktop.words import spoken_in

    with spoken_in(language):
        view.resize(width, 500)
        view.lay_out()
        room = view.column_span("outcome").width
        assert max(chip_size(chip.text, icon=chip.icon).width() for chip in usual_outcomes()) < room
