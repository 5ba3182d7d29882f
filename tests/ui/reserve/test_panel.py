"""The side panel: what is in the way of one who waits, what is there, and the one next step."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.rooms import RoomRequest, add_room, take_out_of_service
from kandas_desktop.models.stay_tables import Bed
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.reserve.page import ReservePage
from kandas_desktop.ui.reserve.panel_foot import next_step
from kandas_desktop.ui.reserve.words import whom_words
from tests.factories import WEDNESDAY, a_person, a_waiting_application, add_beds
from tests.ui.looking import filled_buttons_in, words_in
from tests.ui.reserve.conftest import Desk

PageOf = Callable[[Desk], ReservePage]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_whose_turn_has_come_is_led_to_the_referral(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    add_beds(desk.office.desk, 2)
    page = page_of(desk)
    assert "Nothing stands in the way of the referral" in words_in(page.panel)
    assert "Its turn has come: first in the reserve" in words_in(page.panel)
    assert filled_buttons_in(page.panel) == ["Issue the referral…"]
    assert "a referral can be issued, today, beds are free" in page.table.lines[0].spoken
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return, CTRL)
    assert desk.led == [(Place.APPLICATION, queue[0])]


def test_who_lacks_beds_waits_for_them_by_name_and_day(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    page = page_of(desk)
    told = words_in(page.panel)
    assert "Not enough free beds" in told
    assert {"Beds enough: 21.09.2026", "101-1, 102-1", "21.09 · 187 days left", "estimate"} <= set(told)
    assert filled_buttons_in(page.panel) == []
    assert "Waits for beds to become free" in told
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return, CTRL)
    assert desk.said == ["Waits for beds to become free"]


def test_a_slip_is_the_first_thing_to_deal_with(desk: Desk, page_of: PageOf, qtbot: QtBot) -> None:
    people = [a_person("Дәурен"), a_person("Ерасыл", document=None), a_person("Аяла"), *three()]
    application_id = a_waiting_application(desk.office.desk, *people)
    page = page_of(desk)
    told = words_in(page.panel)
    assert "Slip not handed in" in told
    assert "Мысалов Ерасыл, 41 years old" in told
    assert filled_buttons_in(page.panel) == ["Enter the slip…"]
    assert "6 beds needed, free: 4, Slip not handed in" in page.table.lines[0].spoken
    page.set_names_hidden(True)
    assert "Ө-2/26 · spouse, 41 years old" in words_in(page.panel)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return, CTRL)
    assert desk.led == [(Place.APPLICATION, application_id)]


def three() -> list[PersonEntry]:
    return [a_person(name) for name in ("Бибі", "Нұрлан", "Арман")]


def test_who_waits_for_a_room_that_fits_has_no_estimate(desk: Desk, page_of: PageOf) -> None:
    office = desk.office.desk
    for bed in Bed.select().where(Bed.id > 3):
        take_out_of_service(office, bed.id, reason="жөндеу", began_on=WEDNESDAY)
    application_id = desk.a_family_waits("Мысалов", 1)
    add_room(office, RoomRequest(floor=2, name="201", kind=RoomKind.WOMEN, beds=1))
    page = page_of(desk)
    assert page.panel.application_id == application_id
    (line,) = page.table.lines
    assert line.cells[-1].first == "—"
    assert "No room fits the family" in line.spoken
    assert "Waits for a room that fits" in words_in(page.panel)


def test_without_an_end_in_sight_the_page_says_so(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    huge = desk.a_family_waits("Үлгібаев", 6)
    page = page_of(desk)
    page.go_to(Place.RESERVE, huge)
    assert page.table.lines[-1].cells[-1].first == "—"
    assert "no end in sight" in page.table.lines[-1].spoken
    told = words_in(page.panel)
    assert "No end is in sight: too few stays and repairs end on a known day." in told


def test_a_clock_that_was_set_back_stops_everything(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    add_beds(desk.office.desk, 2)
    desk.office.clock.set(date(2026, 3, 17))
    page = page_of(desk)
    assert filled_buttons_in(page.panel) == []
    assert any(words.startswith("The computer's clock shows 17.03.2026") for words in words_in(page.panel))


def test_several_obstacles_are_counted_in_the_list(desk: Desk, page_of: PageOf) -> None:
    people = [a_person("Дәурен"), a_person("Ерасыл", document=None), a_person("Аяла", document=None)]
    a_waiting_application(desk.office.desk, *people, *three()[:2])
    page = page_of(desk)
    assert "Slip not handed in · +1" in page.table.lines[0].spoken


def test_beds_of_many_days_are_counted(desk: Desk, page_of: PageOf) -> None:
    office = desk.office.desk
    for number, bed in enumerate(Bed.select().where(Bed.id > 3), start=1):
        until = date(2026, 3, 20 + number)
        take_out_of_service(office, bed.id, reason="жөндеу", began_on=WEDNESDAY, expected_until=until)
    desk.a_family_waits("Мысалов", 6)
    page = page_of(desk)
    assert "104-1 — 21.03, 5 more" in page.table.lines[0].spoken
    assert "21.03 · 3 days left" in words_in(page.panel)


@pytest.mark.parametrize(
    ("hidden", "born", "told"),
    [
        (False, None, "Мысалов Дәурен"),
        (False, BirthDate(1984), "Мысалов Дәурен, 41–42 years old"),
        (True, BirthDate(1984), "Ө-2/26"),
        (True, BirthDate(1984, 6, 22), "Ө-2/26, 41 years old"),
    ],
)
def test_whom_an_obstacle_concerns(hidden: bool, born: BirthDate | None, told: str) -> None:
    person = HouseholdPerson(
        position=0, name=PersonName("Мысалов", "Дәурен"), born=born, kinship="", document=None
    )
    obstacle = Obstacle(ObstacleKind.SLIP_MISSING, person=person)
    assert whom_words(obstacle, Naming("Ө-2/26", hidden), WEDNESDAY) == told


def test_the_next_step_is_the_rules(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    page = page_of(desk)
    assert page.view is not None
    assert [next_step(row).blocked for row in page.view.rows] == [
        "Waits for beds to become free",
        "Waits its turn: 1 household before",
        "Waits its turn: 2 households before",
    ]
