"""Moving people from bed to bed, and into each other's."""

from dataclasses import replace

import pytest

from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.moving import beds_of, house_with, obstacles_to_moving
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedHolder, BedState, House, RoomKind
from tests.rules.houses import MAN, WOMAN, a_holder, a_house

F = BedState.FREE
FAMILY = RoomKind.FAMILY


def somebody(number: int, sex: Sex = MAN, *, household_id: int | None = None, age: int = 40) -> BedHolder:
    holder = a_holder(sex, household_id=household_id or 900 + number, age=age)
    return replace(holder, referral_person_id=number)


ONE, TWO, THREE = somebody(1), somebody(2), somebody(3, WOMAN)


def kinds(house: House, movers: list[BedHolder], targets: dict[int, int]) -> list[ObstacleKind]:
    return [obstacle.kind for obstacle in obstacles_to_moving(house, movers, targets)]


def test_nobody_is_nobody_to_move() -> None:
    assert kinds(a_house(("101", FAMILY, [F])), [], {}) == [ObstacleKind.NOBODY_CHOSEN]


@pytest.mark.parametrize(
    ("state", "found"),
    [
        (F, []),
        (BedState.BEING_MADE_READY, [ObstacleKind.BED_NOT_FREE]),
        (BedState.OUT_OF_SERVICE, [ObstacleKind.BED_OUT_OF_SERVICE]),
    ],
)
def test_one_moves_to_a_free_bed(state: BedState, found: list[ObstacleKind]) -> None:
    assert kinds(a_house(("101", FAMILY, [ONE, state])), [ONE], {1: 2}) == found


def test_a_bed_that_somebody_keeps_is_not_moved_to() -> None:
    assert kinds(a_house(("101", FAMILY, [ONE, TWO])), [ONE], {1: 2}) == [ObstacleKind.BED_NOT_FREE]


def test_two_swap_and_three_go_round() -> None:
    house = a_house(("101", FAMILY, [ONE]), ("102", FAMILY, [TWO]), ("103", FAMILY, [THREE]))
    assert kinds(house, [ONE, TWO], {1: 2, 2: 1}) == []
    assert kinds(house, [ONE, TWO, THREE], {1: 2, 2: 3, 3: 1}) == []


def test_who_swaps_is_looked_at_beside_those_whom_they_will_find() -> None:
    other = somebody(4, WOMAN, household_id=903)
    house = a_house(("101", FAMILY, [ONE, TWO]), ("102", FAMILY, [THREE, other]))
    found = obstacles_to_moving(house, [ONE, THREE], {1: 3, 3: 1})
    assert [(obstacle.kind, obstacle.name) for obstacle in found] == [
        (ObstacleKind.ROOM_MIXED, "102-1"),
        (ObstacleKind.ROOM_MIXED, "101-1"),
    ]


def test_who_leaves_a_room_does_not_stand_in_the_way_there() -> None:
    house = a_house(("101", FAMILY, [ONE, F]), ("102", FAMILY, [F]))
    assert kinds(house, [ONE, THREE], {1: 3, 3: 2}) == []


def test_one_bed_is_not_for_two_of_one_family_or_of_two() -> None:
    house = a_house(("101", FAMILY, [ONE, F]), ("102", FAMILY, [TWO]))
    assert kinds(house, [ONE, TWO], {1: 2, 2: 2}) == [ObstacleKind.BED_CHOSEN_TWICE] * 2
    son = somebody(5, household_id=901)
    assert kinds(house, [ONE, son], {1: 2, 5: 2}) == [ObstacleKind.BED_CHOSEN_TWICE]


def test_a_family_moves_together() -> None:
    wife = somebody(6, WOMAN, household_id=901)
    house = a_house(("101", FAMILY, [ONE, wife]), ("102", FAMILY, [F, F]))
    assert kinds(house, [ONE, wife], {1: 3, 6: 4}) == []


def test_the_house_is_told_with_others_in_its_beds() -> None:
    house = a_house(("101", FAMILY, [ONE, F]), ("102", FAMILY, [BedState.OUT_OF_SERVICE]))
    held = replace(TWO, stay_id=None)
    moved = house_with(house, {1: None, 2: held, 3: ONE})
    assert [bed.state for bed in moved.beds()] == [F, BedState.HELD, BedState.OUT_OF_SERVICE]
    assert [bed.holder for bed in moved.beds()] == [None, held, None]
    assert house_with(house, {}) is house
    assert {number: bed.id for number, bed in beds_of(house, [ONE, TWO]).items()} == {1: 1}
