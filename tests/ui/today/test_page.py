"""The first page, worked by keys: what is due stands there, and goes once it is dealt with."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import enter_reserve
from kandas_desktop.models.stay_tables import BedUse, CalendarYear, Outage, Stay, TermNotice
from kandas_desktop.models.tables import Application
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.today.page import TodayPage
from kandas_desktop.ui.workplace import Workplace
from tests.factories import TestOffice, a_person, an_application
from tests.living import a_family_living, a_household, a_referral, a_room
from tests.ui.looking import button_in, is_seen, words_in

Open = Callable[[], TodayPage]
ON = date(2026, 3, 18)
Key = Qt.Key


def titles(page: TodayPage) -> list[str]:
    return [f"{row.title} · {row.subject}" for row in page.agenda.rows]


@pytest.fixture
def house(office: TestOffice) -> None:
    """A family that did not come in time, one whose stay ended, one to consider, one to come."""
    beds = a_room("103", beds=8)
    a_referral(a_household("Сынақбаев", size=3), beds[:3], received_on=date(2026, 3, 13))
    a_family_living("Ертегиева", beds[3:4], since=date(2025, 9, 14))
    an_application(office.desk, a_person("Нұрлан", surname="Аңызбеков"))
    a_referral(a_household("Қиялбеков", size=2), beds[4:6], received_on=date(2026, 3, 16))


@pytest.mark.usefixtures("house")
def test_rows_say_what_is_due_and_whom_it_concerns(open_page: Open) -> None:
    page = open_page()
    assert titles(page) == [
        "The term to move in is over · Сынақбаев Дәурен, 3 people",
        "Room not vacated · Ертегиева Дәурен, 103-4",
        "Consider the application · Аңызбеков Нұрлан, 1 person",
        "Move-in due · Қиялбеков Дәурен, 2 people",
    ]
    first = page.agenda.rows[0]
    assert (first.day, first.distance, first.clause) == ("16.03", "2 days over", "clause 9")
    assert first.reason == "Ж-1/26 · Handed over on 13.03.2026 + 3 calendar days"
    assert "18 March 2026, Wed" in words_in(page)
    assert "Nauryz: 21–25.03 off, next working day 26.03" in words_in(page)


@pytest.mark.usefixtures("house")
def test_arrows_choose_and_the_ends_hold(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    chosen = []
    for key in (
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_End,
        Key.Key_Down,
        Key.Key_Home,
        Key.Key_PageDown,
        Key.Key_PageUp,
    ):
        qtbot.keyClick(page.agenda, key)
        assert page.agenda.chosen is not None
        chosen.append(page.agenda.rows.index(page.agenda.chosen))
    assert chosen == [0, 1, 3, 3, 0, 3, 0]


@pytest.mark.usefixtures("house")
def test_space_says_why_and_folds_it_again(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    row = page.agenda.rows[0]
    for key, is_unfolded in (
        (Key.Key_Space, True),
        (Key.Key_Space, False),
        (Key.Key_Right, True),
        (Key.Key_Left, False),
    ):
        qtbot.keyClick(page.agenda, key)
        assert page.agenda.is_unfolded(row) is is_unfolded
    qtbot.keyClick(page.agenda, Key.Key_Space)
    assert "counts whole" in page.agenda.accessibleDescription()


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("place", "name"), [(0, "confirm_lapse"), (1, "record_leaving"), (3, "move_in_family")]
)
def test_enter_presses_the_button_of_the_chosen_row(
    open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: int, name: str
) -> None:
    page = open_page()
    asked: list[object] = []
    monkeypatch.setattr(stay_acts, name, lambda *subject, **_also: asked.append(subject[2]))
    page.agenda.choose(place)
    qtbot.keyClick(page.agenda, Key.Key_Return)
    item = page.agenda.rows[place].item
    assert asked == [item.ids if name == "record_leaving" else item.subject_id]


@pytest.mark.usefixtures("house")
def test_considering_leads_to_the_application(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.agenda.choose(2)
    with qtbot.waitSignal(page.leads_to) as led:
        qtbot.keyClick(page.agenda, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert led.args == [Place.APPLICATION, page.agenda.rows[2].item.subject_id]


@pytest.mark.usefixtures("house")
def test_what_was_dealt_with_goes_and_the_next_row_stands_in_its_place(
    open_page: Open, at_desk: Workplace
) -> None:
    page = open_page()
    page.agenda.choose(2)
    application = Application.get(Application.considered_on.is_null())
    enter_by_hand(at_desk, application.id)
    assert len(page.agenda.rows) == 3
    assert page.agenda.chosen is not None
    assert page.agenda.chosen.title == "Move-in due"


def enter_by_hand(at_desk: Workplace, application_id: int) -> None:
    Application.update(considered_on=ON).where(Application.id == application_id).execute()
    at_desk.changes.committed.emit()


def test_what_is_new_leaves_the_chosen_row_chosen(open_page: Open, office: TestOffice) -> None:
    beds = a_room("103", beds=4)
    a_referral(a_household("Қиялбеков", size=2), beds[:2], received_on=date(2026, 3, 16))
    page = open_page()
    an_application(office.desk, a_person("Нұрлан"))
    assert [row.title for row in page.agenda.rows] == ["Consider the application", "Move-in due"]
    assert page.agenda.chosen is not None
    assert page.agenda.chosen.title == "Move-in due"


@pytest.mark.usefixtures("house")
def test_names_are_hidden_by_their_numbers(open_page: Open) -> None:
    page = open_page()
    page.set_names_hidden(True)
    everything = " ".join([*titles(page), *words_in(page), page.comers.accessibleDescription()])
    for name in ("Сынақбаев", "Ертегиева", "Аңызбеков", "Қиялбеков"):
        assert name not in everything
    assert titles(page)[0] == "The term to move in is over · Ө-1/26, 3 people"


@pytest.mark.parametrize(
    ("place", "title", "leads_to"),
    [
        (0, "Enter the rooms and beds · there are none yet", Place.ROOMS),
        (1, "Work calendar not confirmed · year 2026", Place.WORK_CALENDAR),
        (2, "Take in the first application · the journal is empty", Place.INTAKE),
    ],
)
def test_a_new_office_is_led_through_its_first_steps(
    open_page: Open, qtbot: QtBot, place: int, title: str, leads_to: Place
) -> None:
    CalendarYear.delete().execute()
    page = open_page()
    assert titles(page)[place] == title
    page.agenda.choose(place)
    with qtbot.waitSignal(page.leads_to) as led:
        qtbot.keyClick(page.agenda, Key.Key_Return)
    assert led.args[0] == leads_to


@pytest.mark.usefixtures("office")
def test_an_empty_day_is_said(open_page: Open) -> None:
    a_room("103", beds=2)
    a_household()
    page = open_page()
    assert is_seen(page.empty, page)
    assert "Nothing is due today." in words_in(page)
    assert "Nobody waits in the reserve. Free beds: 2." in words_in(page)
    assert page.comers.accessibleDescription() == "Nobody comes or goes this week."


@pytest.mark.usefixtures("house")
def test_the_beds_add_up(open_page: Open) -> None:
    page = open_page()
    counts = dict(page.beds.shown)
    assert counts == {"free": 2, "occupied": 0, "held": 5, "vacating": 1, "out_of_service": 0, "overdue": 2}
    assert sum(counts.values()) - counts["overdue"] == 8
    assert "8 in all" in page.beds.accessibleDescription()


@pytest.mark.usefixtures("house")
def test_arrivals_and_departures_share_the_room_there_is(open_page: Open) -> None:
    page = open_page()
    assert [(comer.comes, comer.when) for comer in page.comers.seen] == [
        (True, "due 16.03"),
        (True, "due 19.03"),
        (False, "due 17.03"),
    ]


def test_the_reserves_next_leads_on(open_page: Open, office: TestOffice, qtbot: QtBot) -> None:
    a_room("103", beds=1)
    first = an_application(office.desk, a_person(), a_person("Ерасыл", document=None))
    an_application(office.desk, a_person("Мөлдір", surname="Қиялбекова"))
    for application in Application.select():
        enter_reserve(office.desk, application.id)
    page = open_page()
    words = words_in(page.reserve)
    assert "Мысалов Дәурен, 2 people" in words
    assert "Slip not handed in: Мысалов Ерасыл" in words
    assert "Not enough free beds: 2 needed, 1 free" in words
    assert "waits its turn" in words
    with qtbot.waitSignal(page.leads_to) as led:
        button_in(page.reserve, "Open the application").click()
    assert led.args == [Place.APPLICATION, first]
    with qtbot.waitSignal(page.leads_to) as led:
        button_in(page.reserve, "Reserve journal").click()
    assert led.args == [Place.RESERVE, 0]


def test_a_notice_leads_to_its_paper_and_can_be_recorded_by_hand(
    open_page: Open, qtbot: QtBot, at_desk: Workplace
) -> None:
    (stay,) = a_family_living("Болжамов", a_room("107", beds=1), since=date(2025, 9, 30))
    page = open_page()
    with qtbot.waitSignal(page.leads_to) as led:
        qtbot.keyClick(page.agenda, Key.Key_Enter)
    assert led.args == [Place.TERM_NOTICE_PAPER, stay.household_id]
    with qtbot.waitSignal(at_desk.notices.said):
        chosen_in_menu(page, "Notice was given").trigger()
    assert TermNotice.select().count() == 1
    assert page.agenda.rows == []


def chosen_in_menu(page: TodayPage, words: str) -> QAction:
    """An entry of the menu that the menu key opens over the chosen row."""
    where = page.agenda.viewport().mapToGlobal(QPoint(50, 50))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(50, 50), where)
    QApplication.sendEvent(page.agenda.viewport(), event)
    menu = page.findChildren(QMenu)[-1]
    (action,) = [each for each in menu.actions() if each.text().split("\t")[0] == words]
    menu.hide()
    return action


def test_house_rules_are_signed_by_whoever_is_ticked(
    open_page: Open, qtbot: QtBot, at_desk: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Question, "was_accepted", lambda question: True)
    a_family_living("Болжамов", a_room("107", beds=2), since=date(2026, 3, 16), signed=False)
    page = open_page()
    said: list[str] = []
    at_desk.notices.said.connect(lambda text, kind, action: said.append(kind))
    qtbot.keyClick(page.agenda, Key.Key_Return)
    assert [stay.rules_signed_on for stay in Stay.select()] == [ON, ON]
    assert said == ["done"]
    assert page.agenda.rows == []


def test_beds_are_made_ready_and_put_in_service_at_once(open_page: Open, qtbot: QtBot) -> None:
    beds = a_room("107", beds=3)
    (stay,) = a_family_living("Болжамов", beds[:1], since=date(2026, 3, 2))
    BedUse.update(ended_on=date(2026, 3, 16)).where(BedUse.stay == stay).execute()
    gone = {"ended_on": date(2026, 3, 16), "ended_because": "freely", "left_on": date(2026, 3, 16)}
    Stay.update(**gone).where(Stay.id == stay.id).execute()
    Outage.create(bed=beds[1], began_on=date(2026, 3, 1), expected_until=date(2026, 3, 17), reason="Су")
    page = open_page()
    assert titles(page) == ["Make beds ready · 1 bed, floor 1", "Repair should be over · 107-2"]
    qtbot.keyClick(page.agenda, Key.Key_Return)
    qtbot.keyClick(page.agenda, Key.Key_Return)
    assert page.agenda.rows == []
    assert page.view is not None
    assert page.view.beds.free == 3


@pytest.mark.usefixtures("house")
def test_the_menu_offers_the_ways_on(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.leads_to) as led:
        chosen_in_menu(page, "Open the referral").trigger()
    assert led.args == [Place.REFERRAL_PAPER, page.agenda.rows[0].item.subject_id]
    chosen_in_menu(page, "Why this day").trigger()
    assert page.agenda.is_unfolded(page.agenda.rows[0])


@pytest.mark.usefixtures("house")
def test_a_click_on_a_button_presses_it_and_one_beside_it_only_chooses(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    asked: list[object] = []
    page.agenda.acted.disconnect()
    page.agenda.acted.connect(asked.append)
    viewport = page.agenda.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 27 + 55 + 20))
    assert page.agenda.chosen == page.agenda.rows[1]
    assert asked == []
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(690, 27 + 55 + 20))
    assert asked == [page.agenda.rows[1]]


@pytest.mark.usefixtures("house")
def test_a_small_window_takes_lower_rows(open_page: Open) -> None:
    page = open_page()
    theme().set_density("compact")
    page.set_compact(True)
    page.resize(1037, 586)
    assert not is_seen(page.reserve.reserve_button, page) or not page.view.reserve  # type: ignore[union-attr]
    assert "next working day" not in " ".join(words_in(page))


@pytest.mark.usefixtures("house")
def test_a_new_day_shows_what_is_overdue_then(
    open_page: Open, office: TestOffice, at_desk: Workplace
) -> None:
    page = open_page()
    office.clock.set(date(2026, 3, 28))
    at_desk.changes.day_turned.emit()
    assert [row.is_overdue for row in page.agenda.rows] == [True] * 4
    assert [row.day for row in page.agenda.rows] == ["16.03", "17.03", "18.03", "19.03"]
