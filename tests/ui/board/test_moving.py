"""What a drop would do: one person or the family, into free beds or by a swap, and why it may not be."""

from collections.abc import Callable

import pytest

from kandas_desktop.queries.board import BoardView
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.ui.board.move_session import MoveSession
from kandas_desktop.ui.board.moving import (
    MovePlan,
    Party,
    Scope,
    party_of_holder,
    party_of_referral,
    plan_move,
)
from tests.ui.board.houses import AHouse

Look = Callable[[], BoardView]


def party(view: BoardView, house: AHouse, label: str) -> Party:
    holder = view.tiles[house.beds[label].id].holder
    assert holder is not None
    return party_of_holder(view, holder)


def plan(view: BoardView, house: AHouse, label: str, to: str, scope: Scope = Scope.PERSON) -> MovePlan | None:
    return plan_move(view, party(view, house, label), house.beds[to].id, scope)


def ways(found: MovePlan | None) -> list[tuple[str, str, str]]:
    assert found is not None
    return [(step.mover.name.given_name, step.before, step.after) for step in found.steps]


def kinds(found: MovePlan | None) -> list[ObstacleKind]:
    assert found is not None
    return [obstacle.kind for obstacle in found.obstacles]


@pytest.fixture
def filled(house: AHouse) -> AHouse:
    """Two men's rooms, one for women, a family in 104, and 105 free."""
    house.room("101", "men", beds=2)
    house.room("102", "men", beds=2)
    house.room("103", "women", beds=2)
    house.room("104", beds=4)
    house.room("105", beds=4)
    house.lives(house.family("Мысалов Дәурен"), "101-1")
    house.lives(house.family("Нобаев Нұр"), "102-1")
    house.lives(house.family("Үлгіқызы Маржан"), "103-1")
    house.lives(
        house.family("Болжамов Марат", "Болжамова Гүлнар", "Болжамов Айбек"), "104-1", "104-2", "104-3"
    )
    return house


def test_somebody_moves_to_a_free_bed(filled: AHouse, look: Look) -> None:
    found = plan(look(), filled, "101-1", "102-2")
    assert ways(found) == [("Дәурен", "101-1", "102-2")]
    assert kinds(found) == []
    assert found is not None
    assert not found.is_swap


def test_the_same_bed_is_no_move(filled: AHouse, look: Look) -> None:
    assert plan(look(), filled, "101-1", "101-1") is None
    assert plan(look(), filled, "104-1", "104-1", Scope.FAMILY) is None


def test_an_occupied_bed_offers_a_swap(filled: AHouse, look: Look) -> None:
    found = plan(look(), filled, "101-1", "102-1")
    assert ways(found) == [("Дәурен", "101-1", "102-1"), ("Нұр", "102-1", "101-1")]
    assert found is not None
    assert found.is_swap
    assert kinds(found) == []


def test_a_man_does_not_come_into_a_womens_room(filled: AHouse, look: Look) -> None:
    assert kinds(plan(look(), filled, "101-1", "103-2")) == [ObstacleKind.ROOM_FOR_WOMEN]


def test_a_swap_is_refused_where_the_other_may_not_come(filled: AHouse, look: Look) -> None:
    assert ObstacleKind.ROOM_FOR_WOMEN in kinds(plan(look(), filled, "101-1", "103-1"))


def test_unrelated_men_and_women_do_not_come_into_one_room(filled: AHouse, look: Look) -> None:
    assert kinds(plan(look(), filled, "101-1", "104-4")) == [ObstacleKind.ROOM_MIXED]


def test_a_bed_out_of_service_is_no_target(filled: AHouse, look: Look) -> None:
    filled.out_of_service("102-2")
    assert kinds(plan(look(), filled, "101-1", "102-2")) == [ObstacleKind.BED_OUT_OF_SERVICE]


def test_a_family_fills_the_room_from_the_bed_that_was_meant(filled: AHouse, look: Look) -> None:
    found = plan(look(), filled, "104-1", "105-3", Scope.FAMILY)
    assert ways(found) == [
        ("Марат", "104-1", "105-3"),
        ("Гүлнар", "104-2", "105-4"),
        ("Айбек", "104-3", "105-1"),
    ]


def test_whoever_was_taken_hold_of_gets_the_bed_that_was_meant(filled: AHouse, look: Look) -> None:
    assert ways(plan(look(), filled, "104-3", "105-1", Scope.FAMILY))[0] == ("Айбек", "104-3", "105-1")


def test_a_room_too_small_for_the_family_says_how_many_beds_it_has(filled: AHouse, look: Look) -> None:
    found = plan(look(), filled, "104-1", "102-2", Scope.FAMILY)
    assert found is not None
    (obstacle,) = found.obstacles
    assert (obstacle.kind, obstacle.needed, obstacle.free) == (ObstacleKind.BEDS_MISSING, 3, 1)


def test_two_families_swap_their_rooms(filled: AHouse, look: Look) -> None:
    filled.lives(filled.family("Қиялбеков Тимур", "Қиялбекова Алма"), "105-1", "105-2")
    found = plan(look(), filled, "104-1", "105-1", Scope.FAMILY)
    assert ways(found) == [
        ("Марат", "104-1", "105-1"),
        ("Гүлнар", "104-2", "105-2"),
        ("Айбек", "104-3", "105-3"),
        ("Тимур", "105-1", "104-1"),
        ("Алма", "105-2", "104-2"),
    ]
    assert kinds(found) == []


def test_who_waits_without_beds_gets_them(filled: AHouse, look: Look) -> None:
    filled.hands_over(filled.family("Қиялбеков Тимур", "Қиялбекова Алма"))
    view = look()
    found = plan_move(view, party_of_referral(view, view.waiting[0]), filled.beds["105-1"].id, Scope.FAMILY)
    assert ways(found) == [("Тимур", "", "105-1"), ("Алма", "", "105-2")]


def test_nobody_gives_way_to_somebody_who_has_no_bed_to_give(filled: AHouse, look: Look) -> None:
    filled.hands_over(filled.family("Қиялбеков Тимур"))
    view = look()
    found = plan_move(view, party_of_referral(view, view.waiting[0]), filled.beds["101-1"].id, Scope.PERSON)
    assert ObstacleKind.BED_NOT_FREE in kinds(found) or ObstacleKind.BED_MISSING in kinds(found)


def test_a_session_prefers_what_may_be_done(filled: AHouse, look: Look) -> None:
    view, session = look(), MoveSession()
    session.begin(view, party(view, filled, "104-1"))
    assert session.choose(filled.beds["105-1"].id)
    assert session.plan is not None
    assert session.plan.scope is Scope.FAMILY
    other = session.other_scope()
    assert other is not None
    assert other.obstacles == ()
    session.set_scope(Scope.PERSON)
    assert ways(session.plan) == [("Марат", "104-1", "105-1")]


def test_a_session_does_not_choose_what_may_not_be(filled: AHouse, look: Look) -> None:
    view, session = look(), MoveSession()
    session.begin(view, party(view, filled, "101-1"))
    assert not session.choose(filled.beds["103-2"].id)
    assert session.is_seeking
    assert session.is_refused(view.tiles[filled.beds["103-2"].id])
    assert not session.is_refused(view.tiles[filled.beds["101-1"].id])


def test_a_session_that_is_cancelled_moves_nobody(filled: AHouse, look: Look) -> None:
    view, session = look(), MoveSession()
    session.begin(view, party(view, filled, "101-1"))
    assert session.moving_beds == {filled.beds["101-1"].id}
    assert session.cancel()
    assert not session.is_on
    assert not session.cancel()
