"""Where households fit: who is together with whom, and in which rooms."""

from dataclasses import replace
from random import Random

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.fitting import (
    BedSeeker,
    FitReason,
    Proposal,
    fits_apart,
    obstacles_to_beds,
    propose,
)
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.lodging import Lodger, lodger_of
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import BedState, House, RoomKind
from tests.rules.houses import MAN, ON, WOMAN, a_holder, a_house, labels, rooms_of, seekers

F, UNREADY, BROKEN = BedState.FREE, BedState.BEING_MADE_READY, BedState.OUT_OF_SERVICE
FAMILY, WOMEN, MEN, ACCESSIBLE = RoomKind.FAMILY, RoomKind.WOMEN, RoomKind.MEN, RoomKind.ACCESSIBLE
COUPLE = ((MAN, 40), (WOMAN, 38))
FAMILY_OF_FIVE = (*COUPLE, (MAN, 15), (WOMAN, 9), (MAN, 2))


# --- one room


def test_a_family_has_the_room_with_the_fewest_beds_left_over() -> None:
    house = a_house(("101", FAMILY, [F] * 7), ("102", FAMILY, [F] * 4), ("103", FAMILY, [F] * 6))
    proposal = propose(house, seekers(*FAMILY_OF_FIVE))
    assert proposal is not None
    assert (proposal.reason, rooms_of(proposal), proposal.left_over) == (FitReason.ONE_ROOM, ["103"], 1)
    assert labels(house, proposal) == [f"103-{bed}" for bed in range(1, 6)]


def test_of_rooms_that_leave_as_much_over_the_first_is_taken() -> None:
    house = a_house(("101", FAMILY, [F] * 2), ("102", FAMILY, [F] * 2))
    assert rooms_of(propose(house, seekers(*COUPLE))) == ["101"]


def test_a_family_is_alone_in_a_family_room_before_it_saves_beds_beside_others() -> None:
    house = a_house(("101", FAMILY, [a_holder(WOMAN), F, F]), ("102", FAMILY, [F] * 5))
    assert rooms_of(propose(house, seekers((WOMAN, 30), (WOMAN, 9)))) == ["102"]


def test_one_man_alone_goes_to_the_mens_room_and_leaves_the_family_rooms_to_families() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", MEN, [a_holder(), F, F]), ("103", WOMEN, [F]))
    assert rooms_of(propose(house, seekers((MAN, 30)))) == ["102"]


def test_one_woman_alone_has_an_empty_family_room_before_one_beside_others() -> None:
    house = a_house(("101", FAMILY, [a_holder(WOMAN), F]), ("102", FAMILY, [F, F]))
    assert rooms_of(propose(house, seekers((WOMAN, 30)))) == ["102"]


def test_nobody_to_seat_needs_no_bed() -> None:
    assert propose(a_house(("101", FAMILY, [F])), []) == Proposal({}, FitReason.ONE_ROOM, (), 0)


@pytest.mark.parametrize("state", [UNREADY, BROKEN])
def test_only_free_beds_are_proposed(state: BedState) -> None:
    house = a_house(("101", FAMILY, [F, state]), ("102", FAMILY, [a_holder()]))
    assert propose(house, seekers(*COUPLE)) is None
    assert labels(house, propose(house, seekers((MAN, 40)))) == ["101-1"]


# --- several rooms


def test_a_family_too_large_for_a_room_has_rooms_next_to_each_other() -> None:
    house = a_house(
        ("101", FAMILY, [F] * 4),
        ("102", FAMILY, [a_holder()]),
        ("103", FAMILY, [F] * 3),
        ("104", FAMILY, [F] * 3),
        ("105", FAMILY, [F] * 2),
    )
    proposal = propose(house, seekers(*FAMILY_OF_FIVE))
    assert proposal is not None
    assert (proposal.reason, rooms_of(proposal), proposal.left_over) == (
        FitReason.NEXT_DOOR,
        ["104", "105"],
        0,
    )


def test_an_adult_goes_into_each_of_the_rooms() -> None:
    house = a_house(("101", FAMILY, [F] * 2), ("102", FAMILY, [F] * 3))
    proposal = propose(house, seekers(*FAMILY_OF_FIVE))
    assert proposal is not None
    where = [house.room_of(proposal.beds[position]) for position in (0, 1)]
    assert {room.name for room in where if room} == {"101", "102"}


def test_rooms_across_a_floor_are_taken_where_none_are_neighbours() -> None:
    house = a_house(
        ("101", FAMILY, [F]), ("201", FAMILY, [F]), ("202", FAMILY, [a_holder()]), ("203", FAMILY, [F])
    )
    proposal = propose(house, seekers(*COUPLE))
    assert proposal is not None
    assert (proposal.reason, rooms_of(proposal)) == (FitReason.ONE_FLOOR, ["201", "203"])


def test_the_last_of_several_rooms_leaves_the_fewest_beds_over() -> None:
    house = a_house(
        ("101", FAMILY, [F] * 4),
        ("102", FAMILY, [a_holder()]),
        ("103", FAMILY, [F] * 3),
        ("104", FAMILY, [a_holder()]),
        ("105", FAMILY, [F]),
    )
    proposal = propose(house, seekers(*FAMILY_OF_FIVE[:4], (WOMAN, 20)))
    assert (rooms_of(proposal), proposal and proposal.left_over) == (["101", "105"], 0)


def test_beds_are_taken_wherever_they_are_free_in_the_end() -> None:
    house = a_house(("101", FAMILY, [F]), ("201", FAMILY, [F]))
    proposal = propose(house, seekers(*COUPLE))
    assert proposal is not None
    assert (proposal.reason, rooms_of(proposal)) == (FitReason.SCATTERED, ["101", "201"])


def test_minors_are_with_an_adult_even_when_the_family_is_further_apart_for_it() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", FAMILY, [F]), ("103", FAMILY, [F]), ("201", FAMILY, [F, F]))
    proposal = propose(house, seekers((WOMAN, 40), (WOMAN, 39), (WOMAN, 10)))
    assert proposal is not None
    minors_room = house.room_of(proposal.beds[2])
    assert minors_room is not None
    assert minors_room.name == "201"
    assert proposal.reason is FitReason.SCATTERED


def test_minors_without_any_adult_are_together_as_others_are() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", FAMILY, [F, F]))
    assert rooms_of(propose(house, seekers((MAN, 16), (MAN, 14)))) == ["102"]


# --- beside those of the household who live here


def test_who_joins_a_household_sleeps_in_its_room() -> None:
    house = a_house(
        ("101", FAMILY, [F]),
        ("102", FAMILY, [a_holder(WOMAN, household_id=7), F, F]),
    )
    assert rooms_of(propose(house, seekers((MAN, 15)), household_id=7)) == ["102"]
    assert rooms_of(propose(house, seekers((WOMAN, 15)), household_id=8)) == ["101"]


def test_who_joins_a_household_without_room_for_more_sleeps_next_door() -> None:
    house = a_house(
        ("101", FAMILY, [F]),
        ("102", FAMILY, [a_holder()]),
        ("103", FAMILY, [a_holder(WOMAN, household_id=7)]),
        ("104", FAMILY, [F]),
    )
    proposal = propose(house, seekers((WOMAN, 30)), household_id=7)
    assert proposal is not None
    assert (proposal.reason, rooms_of(proposal)) == (FitReason.NEXT_DOOR, ["104"])


def test_who_joins_a_household_sleeps_on_its_floor_or_else_elsewhere() -> None:
    rooms: list[tuple[str, RoomKind, list[object]]] = [
        ("101", FAMILY, [F]),
        ("201", FAMILY, [a_holder(WOMAN, household_id=7)]),
        ("202", FAMILY, [a_holder()]),
        ("203", FAMILY, [F]),
    ]
    near = propose(a_house(*rooms), seekers((WOMAN, 30)), household_id=7)
    far = propose(a_house(*rooms[:3]), seekers((WOMAN, 30)), household_id=7)
    assert near is not None
    assert far is not None
    assert (near.reason, rooms_of(near)) == (FitReason.ONE_FLOOR, ["203"])
    assert (far.reason, rooms_of(far)) == (FitReason.SCATTERED, ["101"])


# --- men and women


@pytest.mark.parametrize(
    ("sex", "age", "lodger"),
    [
        (WOMAN, 30, Lodger.WOMAN),
        (MAN, 8, Lodger.MAN),
        (MAN, 6, Lodger.SMALL_CHILD),
        (None, 6, Lodger.SMALL_CHILD),
        (None, 8, Lodger.UNKNOWN),
    ],
)
def test_children_under_seven_count_for_neither_sex(sex: Sex | None, age: int, lodger: Lodger) -> None:
    assert lodger_of(sex, BirthDate(ON.year - age, 1, 1), on=ON) is lodger


@pytest.mark.parametrize(
    ("kind", "other", "seeker", "found"),
    [
        (FAMILY, a_holder(WOMAN), (MAN, 30), ObstacleKind.ROOM_MIXED),
        (FAMILY, a_holder(WOMAN), (WOMAN, 30), None),
        (FAMILY, a_holder(WOMAN), (MAN, 6), None),
        (FAMILY, a_holder(WOMAN, age=5), (MAN, 30), None),
        (FAMILY, a_holder(WOMAN), (None, 30), ObstacleKind.ROOM_MIXED),
        (FAMILY, a_holder(None), (WOMAN, 30), ObstacleKind.ROOM_MIXED),
        (FAMILY, a_holder(WOMAN, household_id=7), (MAN, 30), None),
        (ACCESSIBLE, F, (None, 30), None),
        (WOMEN, F, (MAN, 30), ObstacleKind.ROOM_FOR_WOMEN),
        (WOMEN, F, (MAN, 6), None),
        (WOMEN, F, (None, 30), ObstacleKind.ROOM_FOR_WOMEN),
        (WOMEN, a_holder(None), (WOMAN, 30), ObstacleKind.ROOM_MIXED),
        (WOMEN, a_holder(WOMAN), (WOMAN, 30), None),
        (MEN, F, (WOMAN, 30), ObstacleKind.ROOM_FOR_MEN),
        (MEN, a_holder(None), (MAN, 30), ObstacleKind.ROOM_MIXED),
        (MEN, F, (MAN, 30), None),
    ],
)
def test_unrelated_men_and_women_never_share_a_room(
    kind: RoomKind, other: object, seeker: tuple[Sex | None, int], found: ObstacleKind | None
) -> None:
    house = a_house(("101", kind, [other, F]))
    obstacles = obstacles_to_beds(house, seekers(seeker), {0: 2}, household_id=7)
    assert obstacles == ([Obstacle(found, name="101-2")] if found else [])
    assert (propose(house, seekers(seeker), household_id=7) is None) is bool(found)


def test_husband_and_wife_sleep_apart_where_only_mens_and_womens_rooms_are_left() -> None:
    house = a_house(("101", MEN, [F]), ("102", WOMEN, [F, F]))
    proposal = propose(house, seekers((MAN, 40), (WOMAN, 38), (WOMAN, 9)))
    assert labels(house, proposal) == ["101-1", "102-1", "102-2"]


def test_beds_enough_are_not_enough_where_no_lawful_room_is_left() -> None:
    house = a_house(("101", WOMEN, [F, F, F]))
    assert propose(house, seekers(*COUPLE)) is None


# --- beds that were chosen


def test_every_reason_against_the_chosen_beds_is_told() -> None:
    house = a_house(("101", FAMILY, [F, a_holder(), BROKEN, UNREADY]), ("102", WOMEN, [F]))
    family = seekers((WOMAN, 40), (WOMAN, 39), (WOMAN, 20), (WOMAN, 19), (WOMAN, 18), (MAN, 12), (MAN, 11))
    chosen = {0: 1, 1: 2, 2: 3, 3: 4, 4: 99, 5: 5}
    found = [(obstacle.kind, obstacle.name) for obstacle in obstacles_to_beds(house, family, chosen)]
    assert found == [
        (ObstacleKind.ROOM_MIXED, "101-1"),
        (ObstacleKind.BED_NOT_FREE, "101-2"),
        (ObstacleKind.BED_OUT_OF_SERVICE, "101-3"),
        (ObstacleKind.BED_NOT_FREE, "101-4"),
        (ObstacleKind.BED_NOT_FREE, ""),
        (ObstacleKind.ROOM_FOR_WOMEN, "102-1"),
        (ObstacleKind.BED_MISSING, ""),
    ]


def test_one_bed_is_not_for_two() -> None:
    house = a_house(("101", FAMILY, [F]))
    assert obstacles_to_beds(house, seekers(*COUPLE), {0: 1, 1: 1}) == [
        Obstacle(ObstacleKind.BED_CHOSEN_TWICE, name="101-1")
    ]
    assert [one.kind for one in obstacles_to_beds(house, seekers(*COUPLE), {0: 9, 1: 9})] == [
        ObstacleKind.BED_NOT_FREE,
        ObstacleKind.BED_CHOSEN_TWICE,
    ]


def test_a_bed_that_is_taken_cites_the_order() -> None:
    house = a_house(("101", FAMILY, [a_holder()]))
    assert obstacles_to_beds(house, seekers((MAN, 30)), {0: 1})[0].clause is Clause.R7


# --- any house at all


@pytest.mark.parametrize("number", range(60))
def test_what_is_proposed_could_have_been_chosen_and_nothing_lawful_is_missed(number: int) -> None:
    chance = Random(number)
    content = [
        F,
        F,
        F,
        UNREADY,
        a_holder(WOMAN),
        a_holder(MAN),
        a_holder(None),
        a_holder(WOMAN, household_id=7),
    ]
    house = a_house(
        *(
            (f"{place // 4 + 1}0{place % 4}", chance.choice(list(RoomKind)), chance.choices(content, k=3))
            for place in range(8)
        )
    )
    sexes: list[Sex | None] = [WOMAN, MAN, None]
    party = seekers(*((chance.choice(sexes), chance.randint(0, 60)) for _ in range(chance.randint(1, 7))))
    if chance.random() < 0.3:
        party[0] = replace(party[0], needs_accessible=True)
    proposal = propose(house, party, household_id=7)
    assert fits_apart(house, party, household_id=7) == _can_be_seated(house, party)
    if proposal is None:
        assert not _can_be_seated(house, party) or _has_adult_and_minor(house, party)
    else:
        assert obstacles_to_beds(house, party, proposal.beds, household_id=7) == []
        assert {house.room_of(bed) for bed in proposal.beds.values()} == set(proposal.rooms)
        assert not _has_adult_and_minor(house, party) or not _alone(house, party, proposal)


def _has_adult_and_minor(house: House, party: list[BedSeeker]) -> bool:
    """Whether there is somebody to be kept beside an adult of theirs, so that not every bed will do."""
    grown = [seeker.born.is_adult_on(house.on) for seeker in party]
    return not all(grown) and (
        any(grown) or any(bed.holder and bed.holder.household_id == 7 for bed in house.beds())
    )


def _alone(house: House, party: list[BedSeeker], proposal: Proposal) -> list[BedSeeker]:
    """The minors in whose room no adult of the household is."""
    kept = {bed.room_id for bed in house.beds() if bed.holder and bed.holder.household_id == 7}
    rooms = {one.position: house.room_of(proposal.beds[one.position]) for one in party}
    kept |= {room.id for one in party if one.born.is_adult_on(house.on) and (room := rooms[one.position])}
    return [one for one in party if (room := rooms[one.position]) and room.id not in kept]


def _can_be_seated(house: House, party: list[BedSeeker]) -> bool:
    """By trying: each seeker in turn takes a bed, moving others on where that helps."""
    holder: dict[int, BedSeeker] = {}

    def find(seeker: BedSeeker, tried: set[int]) -> bool:
        for bed in house.beds():
            if bed.id in tried or obstacles_to_beds(
                house, [seeker], {seeker.position: bed.id}, household_id=7
            ):
                continue
            tried.add(bed.id)
            if bed.id not in holder or find(holder[bed.id], tried):
                holder[bed.id] = seeker
                return True
        return False

    return all(find(seeker, set()) for seeker in party)


def test_a_family_that_needs_two_rooms_has_both_to_itself_before_it_saves_beds_beside_others() -> None:
    house = a_house(
        ("101", MEN, [a_holder(), F, F]),
        ("102", FAMILY, [a_holder()] * 4),
        ("103", FAMILY, [F] * 4),
        ("104", FAMILY, [a_holder()] * 4),
        ("105", FAMILY, [F] * 5),
    )
    large = (*FAMILY_OF_FIVE, (MAN, 44), (MAN, 20))
    assert rooms_of(propose(house, seekers(*large))) == ["103", "105"]
