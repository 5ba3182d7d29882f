"""Changes to rooms and beds: what stands in the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kandas_desktop.rules.house_changes import (
    MOST_BEDS_OF_A_ROOM,
    next_bed_name,
    obstacles_to_bed_name,
    obstacles_to_making_ready,
    obstacles_to_outage,
    obstacles_to_retiring,
    obstacles_to_room_kind,
    obstacles_to_room_name,
    obstacles_to_room_size,
    obstacles_to_service,
    tidy,
)
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedState, RoomKind
from tests.rules.houses import MAN, ON, WOMAN, a_holder, a_house

DAY = timedelta(days=1)
BED = Bed(1, "1", "101-1", 1, BedState.FREE)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("103", []),
        (" 101Б ", [Obstacle(ObstacleKind.ROOM_NAME_TAKEN, name="101Б")]),
        ("101б", [Obstacle(ObstacleKind.ROOM_NAME_TAKEN, name="101б")]),
        (" \u200b", [Obstacle(ObstacleKind.ROOM_NAME_MISSING)]),
    ],
)
def test_a_rooms_number_is_written_and_its_own(name: str, found: list[Obstacle]) -> None:
    assert obstacles_to_room_name(name, others=["101Б", "102"]) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("3", []),
        ("2 ", [Obstacle(ObstacleKind.BED_NAME_TAKEN, name="2")]),
        ("", [Obstacle(ObstacleKind.BED_NAME_MISSING)]),
    ],
)
def test_a_beds_number_is_written_and_its_own_in_the_room(name: str, found: list[Obstacle]) -> None:
    assert obstacles_to_bed_name(name, others=["1", "2"]) == found


def test_a_number_is_kept_without_stray_blanks() -> None:
    assert tidy("  101  Б\n") == "101 Б"


@pytest.mark.parametrize(("others", "name"), [([], "1"), (["1", "2"], "3"), (["9", "а", "10"], "11")])
def test_the_next_bed_has_the_next_number(others: list[str], name: str) -> None:
    assert next_bed_name(others) == name


@pytest.mark.parametrize(
    ("beds", "fits"),
    [(1, True), (MOST_BEDS_OF_A_ROOM, True), (0, False), (-1, False), (MOST_BEDS_OF_A_ROOM + 1, False)],
)
def test_a_room_has_beds_but_not_any_number_of_them(beds: int, fits: bool) -> None:
    assert obstacles_to_room_size(beds) == ([] if fits else [Obstacle(ObstacleKind.ROOM_SIZE_UNFIT)])


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (RoomKind.FAMILY, []),
        (RoomKind.WOMEN, [Obstacle(ObstacleKind.ROOM_FOR_WOMEN, name="101-2")]),
        (RoomKind.MEN, [Obstacle(ObstacleKind.ROOM_FOR_MEN, name="101-1")]),
    ],
)
def test_a_room_becomes_one_for_women_or_men_only_without_the_others(
    kind: RoomKind, found: list[Obstacle]
) -> None:
    people = [a_holder(WOMAN), a_holder(MAN), a_holder(MAN, age=6), BedState.FREE]
    (room,) = a_house(("101", RoomKind.FAMILY, people)).rooms
    assert obstacles_to_room_kind(room, kind, on=ON) == found


@pytest.mark.parametrize(
    ("state", "is_taken"),
    [
        (BedState.FREE, False),
        (BedState.HELD, True),
        (BedState.OCCUPIED, True),
        (BedState.VACATING, True),
        (BedState.BEING_MADE_READY, False),
        (BedState.OUT_OF_SERVICE, False),
    ],
)
def test_a_bed_that_somebody_has_is_not_retired(state: BedState, is_taken: bool) -> None:
    found = [Obstacle(ObstacleKind.BED_IN_USE, name="101-1")] if is_taken else []
    assert obstacles_to_retiring([replace(BED, state=state)]) == found


@pytest.mark.parametrize(
    ("state", "reason", "began_on", "until", "found"),
    [
        (BedState.FREE, "Тақтайы сынды", ON, None, []),
        (BedState.BEING_MADE_READY, "Сынды", ON - DAY, ON, []),
        (BedState.HELD, "Сынды", ON, None, [ObstacleKind.BED_IN_USE]),
        (BedState.OUT_OF_SERVICE, "Сынды", ON, None, [ObstacleKind.BED_OUT_OF_SERVICE]),
        (BedState.FREE, " ", ON, None, [ObstacleKind.REASON_MISSING]),
        (BedState.FREE, "Сынды", ON + DAY, None, [ObstacleKind.DATE_IN_FUTURE]),
        (BedState.FREE, "Сынды", ON - 3 * DAY, None, [ObstacleKind.DATE_TOO_EARLY]),
        (BedState.FREE, "Сынды", ON - DAY, ON - DAY, [ObstacleKind.DATE_TOO_EARLY]),
        (
            BedState.OCCUPIED,
            "",
            ON + DAY,
            ON,
            [
                ObstacleKind.BED_IN_USE,
                ObstacleKind.REASON_MISSING,
                ObstacleKind.DATE_IN_FUTURE,
                ObstacleKind.DATE_TOO_EARLY,
            ],
        ),
    ],
)
def test_a_bed_is_out_of_service_with_a_reason_from_a_day_on_which_it_was_empty(
    state: BedState, reason: str, began_on: date, until: date | None, found: list[ObstacleKind]
) -> None:
    obstacles = obstacles_to_outage(
        replace(BED, state=state),
        reason=reason,
        began_on=began_on,
        expected_until=until,
        today=ON,
        used_until=ON - 2 * DAY,
    )
    assert [obstacle.kind for obstacle in obstacles] == found


def test_only_a_bed_out_of_service_comes_back() -> None:
    assert obstacles_to_service(replace(BED, state=BedState.OUT_OF_SERVICE)) == []
    assert obstacles_to_service(BED) == [Obstacle(ObstacleKind.BED_NOT_OUT_OF_SERVICE, name="101-1")]


def test_only_beds_that_were_left_are_made_ready() -> None:
    left = replace(BED, state=BedState.BEING_MADE_READY, unready_since=ON)
    assert obstacles_to_making_ready([left]) == []
    assert obstacles_to_making_ready([replace(left, state=BedState.OUT_OF_SERVICE)]) == []
    not_ready = Obstacle(ObstacleKind.BED_NOT_BEING_MADE_READY, name="101-1")
    assert obstacles_to_making_ready([left, BED, replace(left, state=BedState.HELD)]) == [
        not_ready,
        not_ready,
    ]
    assert obstacles_to_making_ready([]) == [Obstacle(ObstacleKind.BED_NOT_BEING_MADE_READY)]
