"""The board as it is read: tiles, blocks, counters that add up, who waits, the house as of a day."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kandas_desktop.queries.board import BoardView, Tile, board_view
from kandas_desktop.queries.board_household import HolderDetail, holder_detail
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.rooms import BedState
from tests.factories import TestOffice, an_office
from tests.ui.board.houses import TODAY, AHouse, the_picture


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=0) as made:
        yield made


@pytest.fixture
def house(office: TestOffice) -> AHouse:
    return AHouse()


def read(office: TestOffice, *, day: date | None = None) -> BoardView:
    return board_view(office.desk.database, office.desk.today, day=day)


def tile(view: BoardView, label: str) -> Tile:
    (found,) = [tile for tile in view.tiles.values() if tile.bed.label == label]
    return found


def detail(office: TestOffice, label: str) -> HolderDetail:
    holder = tile(read(office), label).holder
    assert holder is not None
    return holder_detail(office.desk.database, holder, office.desk.today)


def test_an_office_without_rooms_has_an_empty_board(office: TestOffice) -> None:
    view = read(office)
    assert (view.floors, view.counts.in_all, view.waiting) == ((), 0, ())


def test_the_states_add_up_to_all_beds(office: TestOffice, house: AHouse) -> None:
    the_picture(house)
    view = read(office)
    assert view.counts.in_all == len(view.tiles) == 90
    assert sum(floor.beds for floor in view.floors) == 90
    assert sum(floor.free for floor in view.floors) == view.counts.free


def test_every_counter_counts_what_its_filter_finds(office: TestOffice, house: AHouse) -> None:
    the_picture(house)
    view = read(office)
    families = lambda found: len({each.household_id for each in view.tiles.values() if found(each)})  # noqa: E731
    assert view.arriving == families(lambda each: each.is_arriving) == 2
    assert view.leaving == families(lambda each: each.is_leaving) == 1
    assert view.overdue == families(lambda each: each.is_overdue) == 2
    assert view.reserve == 3


def test_a_family_in_one_room_is_one_block(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=4)
    house.lives(house.family("Мысалов Дәурен", "Мысалова Сәуле"), "101-1", "101-2")
    house.lives(house.family("Нобаев Нұр"), "101-3")
    ends = [(each.begins_block, each.ends_block) for each in read(office).floors[0].rooms[0].tiles]
    assert ends == [(True, False), (False, True), (True, True), (True, True)]


def test_two_free_beds_are_no_family(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=2)
    assert all(each.begins_block and each.ends_block for each in read(office).tiles.values())


def test_only_a_family_with_several_beds_has_a_mark(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=3)
    family = house.family("Мысалов Дәурен", "Мысалова Сәуле")
    house.lives(family, "101-1", "101-2")
    house.lives(house.family("Нобаев Нұр"), "101-3")
    view = read(office)
    assert tile(view, "101-1").mark == str(family.application.sequence)
    assert tile(view, "101-3").mark == ""


def test_a_hold_past_its_day_is_overdue_and_no_arrival(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=2)
    house.holds(house.family("Мысалов Дәурен"), "101-1", days_ago=3)
    house.holds(house.family("Нобаев Нұр"), "101-2", days_ago=4)
    view = read(office)
    assert tile(view, "101-1").is_arriving
    assert not tile(view, "101-1").is_overdue
    assert tile(view, "101-2").is_overdue
    assert not tile(view, "101-2").is_arriving


def test_a_hold_on_a_referral_not_handed_over_has_no_day(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=1)
    house.holds(house.family("Мысалов Дәурен"), "101-1", days_ago=None)
    found = tile(read(office), "101-1")
    assert (found.days_left, found.is_overdue, found.is_arriving) == (None, False, False)


def test_the_last_day_of_the_stay_and_the_last_to_vacate_are_leavings(
    office: TestOffice, house: AHouse
) -> None:
    house.room("101", beds=3)
    for label, left in (("101-1", 0), ("101-2", -3), ("101-3", 1)):
        house.lives(house.family(f"Мысалов {label}"), label, left=left)
    view = read(office)
    assert [tile(view, label).is_leaving for label in ("101-1", "101-2", "101-3")] == [True, True, False]


def test_who_waits_stands_in_the_order_of_their_last_days(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=4)
    not_handed_over = house.family("Нобаев Нұр")
    urgent, later = house.family("Мысалов Дәурен"), house.family("Үлгібаев Ерлан")
    house.holds(later, "101-1", days_ago=1)
    house.holds(urgent, "101-2", days_ago=3)
    waiting = read(office).waiting
    assert [each.id for each in waiting] == [urgent.id, later.id, not_handed_over.id]
    assert waiting[0].due == TODAY
    assert waiting[2].due is None


def test_who_moved_in_waits_no_more_and_the_others_of_the_family_do(
    office: TestOffice, house: AHouse
) -> None:
    house.room("101", beds=3)
    family = house.family("Мысалов Дәурен", "Мысалова Сәуле")
    house.lives(family, "101-1")
    stays = house.people(family)
    assert read(office).waiting == ()
    assert len(stays) == 2


def test_a_referral_that_lapsed_or_was_struck_out_waits_no_more(office: TestOffice, house: AHouse) -> None:
    lapsed, struck_out = house.family("Мысалов Дәурен"), house.family("Нобаев Нұр")
    house.hands_over(lapsed, days_ago=5)
    lapsed.lapsed_on = TODAY
    lapsed.save(only=["lapsed_on"])
    struck_out.struck_out_on, struck_out.struck_out_reason = TODAY, "қате"
    struck_out.save(only=["struck_out_on", "struck_out_reason"])
    assert read(office).waiting == ()


def test_a_referral_of_long_ago_that_holds_nothing_waits_no_more(office: TestOffice, house: AHouse) -> None:
    house.hands_over(house.family("Мысалов Дәурен"), days_ago=61)
    recent = house.family("Нобаев Нұр")
    house.hands_over(recent, days_ago=60)
    assert [each.id for each in read(office).waiting] == [recent.id]


def test_the_house_as_of_a_day_has_who_lived_there_then(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=1)
    house.left_unready("101-1", "Кеткенов Үлгі")
    assert tile(read(office), "101-1").state is BedState.BEING_MADE_READY
    before = read(office, day=TODAY - timedelta(days=2))
    holder = tile(before, "101-1").holder
    assert holder is not None
    assert holder.name.surname == "Кеткенов"
    assert before.on == TODAY - timedelta(days=2)


def test_nobody_waits_on_a_day_gone_by(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=1)
    house.holds(house.family("Мысалов Дәурен"), "101-1")
    assert read(office, day=TODAY - timedelta(days=1)).waiting == ()
    assert len(read(office, day=TODAY).waiting) == 1


def test_a_family_is_told_by_position_with_those_who_have_no_bed(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=2)
    family = house.family("Мысалов Дәурен", "Мысалова Сәуле", "Мысалов Ерасыл")
    house.lives(family, "101-2", "101-1")
    names = [holder.name.given_name for holder in read(office).household(family.application.id)]
    assert names == ["Дәурен", "Сәуле", "Ерасыл"]
    assert [holder.name.given_name for holder in read(office).house.without_bed] == ["Ерасыл"]


def test_the_panel_tells_the_family_with_beds_and_kinship(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=2)
    house.holds(house.family("Мысалов Дәурен", "Мысалова Сәуле"), "101-1", "101-2")
    members = detail(office, "101-2").members
    assert [(member.name.given_name, member.kinship) for member in members] == [
        ("Дәурен", ""),
        ("Сәуле", "жұбайы"),
    ]
    assert [member.bed_id for member in members] == [house.beds["101-1"].id, house.beds["101-2"].id]
    assert detail(office, "101-1").waiting == members


@pytest.mark.parametrize(("left", "clause"), [(100, Clause.R15), (0, Clause.R15), (-1, Clause.R17)])
def test_the_term_that_runs_is_that_of_the_stay_then_that_to_vacate(
    office: TestOffice, house: AHouse, left: int, clause: Clause
) -> None:
    house.room("101", beds=1)
    house.lives(house.family("Мысалов Дәурен"), "101-1", left=left)
    term = detail(office, "101-1").term
    assert term is not None
    assert term.clause is clause
    assert detail(office, "101-1").waiting == ()


def test_the_term_of_a_hold_is_that_to_move_in(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=2)
    house.holds(house.family("Мысалов Дәурен"), "101-1", days_ago=5)
    house.holds(house.family("Нобаев Нұр"), "101-2", days_ago=None)
    late = detail(office, "101-1")
    assert late.term is not None
    assert (late.term.clause, late.is_overdue) == (Clause.R9, True)
    assert (detail(office, "101-2").term, detail(office, "101-2").is_overdue) == (None, False)


def test_a_stay_that_was_ended_before_its_term_has_none(office: TestOffice, house: AHouse) -> None:
    house.room("101", beds=1)
    (stay,) = house.lives(house.family("Мысалов Дәурен"), "101-1")
    stay.ended_on, stay.ended_because = TODAY, "freely"
    stay.save()
    assert detail(office, "101-1").term is None
