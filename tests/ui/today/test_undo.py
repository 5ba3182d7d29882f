"""What is done from the first page is taken back with Ctrl+Z, and stands in its list again."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.models.stay_tables import Bed, BedUse, Outage
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.today import TodayView, today_view
from kandas_desktop.rules.agenda_items import ItemKind
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.linen.page import LinenPage
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.today.page import TodayPage
from kandas_desktop.ui.workplace import Workplace
from tests.factories import TestOffice, an_application
from tests.living import a_family_living, a_household, a_referral, a_room

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
Kind = ItemKind
DUE = date(2026, 3, 16)


@pytest.fixture(autouse=True)
def house(office: TestOffice) -> None:
    """Something of every kind that is done on the page itself, and an application besides."""
    beds = a_room("103", beds=9)
    a_referral(a_household("Сынақбаев", size=2), beds[:2], received_on=date(2026, 3, 13))
    a_referral(a_household("Қиялбеков", size=2), beds[2:4], received_on=DUE)
    a_family_living("Ертегиева", beds[4:5], since=date(2025, 9, 14))
    a_family_living("Нобаев", beds[5:6], since=date(2026, 3, 2), signed=False)
    (left,) = a_family_living("Жобаев", beds[6:7], since=date(2026, 2, 2))
    BedUse.update(ended_on=DUE).where(BedUse.stay == left).execute()
    left.left_on = left.ended_on = DUE
    left.ended_because = "freely"
    left.save()
    Outage.create(bed=beds[7], began_on=date(2026, 3, 9), reason="Кран ағады", expected_until=DUE)
    a_family_living("Болжамов", beds[8:9], since=date(2025, 9, 25))
    an_application(office.desk)


@pytest.fixture
def window(at_desk: Workplace, qtbot: QtBot) -> MainWindow:
    shown = MainWindow(at_desk)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.go_to("today")
    return shown


def today_in(window: MainWindow) -> TodayPage:
    page = window.pages.page("today")
    assert isinstance(page, TodayPage)
    return page


def listed(page: TodayPage) -> list[tuple[ItemKind, str]]:
    return [(row.item.kind, row.subject) for row in page.agenda.rows]


def choose(page: TodayPage, kind: ItemKind) -> int:
    """Choose the first row of a kind; return its place."""
    place = [row.item.kind for row in page.agenda.rows].index(kind)
    page.agenda.choose(place)
    return place


@pytest.fixture
def accept_when_open(qtbot: QtBot) -> Callable[[], None]:
    """Answer the next question with its button."""

    def accept() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        try:
            qtbot.keyClick(question, Key.Key_Return, CTRL)
        finally:
            if question.isVisible():  # or the test would wait for an answer for ever
                question.reject()

    return lambda: QTimer.singleShot(0, accept)


@pytest.mark.parametrize(
    ("kind", "asks"),
    [
        (Kind.LAPSE, True),
        (Kind.MOVE_IN, True),
        (Kind.VACATE, True),
        (Kind.SIGN_RULES, True),
        (Kind.MAKE_READY, False),
        (Kind.REPAIR, False),
    ],
)
def test_an_act_takes_its_row_away_and_ctrl_z_brings_it_back(
    window: MainWindow, qtbot: QtBot, accept_when_open: Callable[[], None], kind: ItemKind, asks: bool
) -> None:
    page = today_in(window)
    before = listed(page)
    place = choose(page, kind)
    following = listed(page)[place + 1]
    if asks:
        accept_when_open()
    qtbot.keyClick(page.agenda, Key.Key_Return)
    assert before[place] not in listed(page)
    assert page.agenda.chosen is not None
    if kind is not Kind.LAPSE and kind is not Kind.MOVE_IN:
        assert (page.agenda.chosen.item.kind, page.agenda.chosen.subject) == following
    window.activateWindow()  # as the system does when a question was answered
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is page.agenda
    qtbot.keyClick(page.agenda, Key.Key_Z, CTRL)
    assert listed(page) == before
    assert (page.agenda.chosen.item.kind, page.agenda.chosen.subject) == before[place]


@pytest.mark.parametrize("kind", [Kind.LAPSE, Kind.VACATE])
def test_what_was_undone_is_chosen_so_that_enter_does_it_again(
    window: MainWindow, qtbot: QtBot, accept_when_open: Callable[[], None], kind: ItemKind
) -> None:
    page = today_in(window)
    place = choose(page, kind)
    row = listed(page)[place]
    for _again in range(2):
        accept_when_open()
        qtbot.keyClick(page.agenda, Key.Key_Return)
        assert row not in listed(page)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(page.agenda, Key.Key_Z, CTRL)
        assert page.agenda.chosen is not None
        assert (page.agenda.chosen.item.kind, page.agenda.chosen.subject) == row


def test_a_notice_that_was_given_is_asked_for_again(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    page = today_in(window)
    before = listed(page)
    place = choose(page, Kind.STAY_ENDS)
    page.agenda.menu_asked.emit(page.agenda.chosen, page.mapToGlobal(page.rect().center()))
    (menu,) = page.findChildren(QMenu)
    (action,) = [each for each in menu.findChildren(QAction) if each.text() == "Notice was given"]
    action.trigger()
    menu.close()
    assert before[place] not in listed(page)
    qtbot.keyClick(page.agenda, Key.Key_Z, CTRL)
    assert listed(page) == before


def test_bedding_that_was_not_changed_after_all_is_due_again(window: MainWindow, qtbot: QtBot) -> None:
    Office.update(bedding_days=14).execute()
    page = today_in(window)
    page.reload()
    before = listed(page)
    choose(page, Kind.LINEN)
    qtbot.keyClick(page.agenda, Key.Key_Return)
    linen = window.pages.currentWidget()
    assert isinstance(linen, LinenPage)
    qtbot.keyClick(linen.view, Key.Key_Return, CTRL)
    window.go_to("today")
    assert Kind.LINEN not in [kind for kind, _subject in listed(page)]
    qtbot.keyClick(page.agenda, Key.Key_Z, CTRL)
    assert listed(page) == before


def test_the_last_act_leaves_an_empty_page_and_undoing_it_the_list(
    window: MainWindow, at_desk: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a day on which only beds are to be made ready."""
    page = today_in(window)
    whole = today_view

    def beds_only(on: date) -> TodayView:
        view = whole(on)
        return view._replace(items=tuple(item for item in view.items if item.kind is Kind.MAKE_READY))

    monkeypatch.setattr("kandas_desktop.ui.today.page.today_view", beds_only)
    page.reload()
    assert [kind for kind, _subject in listed(page)] == [Kind.MAKE_READY]
    qtbot.keyClick(page.agenda, Key.Key_Return)
    assert page.empty.isVisible()
    assert window.focusWidget() is page.empty
    qtbot.keyClick(page.empty, Key.Key_Z, CTRL)
    assert [kind for kind, _subject in listed(page)] == [Kind.MAKE_READY]
    assert window.focusWidget() is page.agenda


def test_after_undoing_the_keyboard_is_still_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    page = today_in(window)
    choose(page, Kind.MAKE_READY)
    qtbot.keyClick(page.agenda, Key.Key_Return)
    qtbot.keyClick(page.agenda, Key.Key_Z, CTRL)
    assert window.focusWidget() is page.agenda
    assert Bed.select().count() == 9
