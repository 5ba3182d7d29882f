"""Whom a proposal puts into an accessible room, and that no minor is left without an adult of the family."""

import pytest

from kandas_desktop.rules.fitting import FitReason, fits_apart, propose
from kandas_desktop.rules.rooms import BedState, RoomKind
from tests.rules.houses import MAN, WOMAN, a_holder, a_house, in_need, labels, rooms_of, seekers

F, UNREADY = BedState.FREE, BedState.BEING_MADE_READY
FAMILY, MEN, ACCESSIBLE = RoomKind.FAMILY, RoomKind.MEN, RoomKind.ACCESSIBLE
COUPLE = ((MAN, 40), (WOMAN, 38))
FAMILY_OF_FIVE = (*COUPLE, (MAN, 15), (WOMAN, 9), (MAN, 2))


@pytest.mark.parametrize(("needs", "room"), [(False, "102"), (True, "101")])
def test_an_accessible_room_is_for_those_who_need_it(needs: bool, room: str) -> None:
    house = a_house(("101", ACCESSIBLE, [F, F]), ("102", FAMILY, [F] * 5))
    assert rooms_of(propose(house, in_need(COUPLE, *([1] if needs else [])))) == [room]


def test_an_accessible_room_is_taken_where_there_is_no_other() -> None:
    house = a_house(("101", ACCESSIBLE, [F, F]))
    assert rooms_of(propose(house, seekers(*COUPLE))) == ["101"]


def test_who_needs_an_accessible_room_is_offered_another_where_there_is_none() -> None:
    house = a_house(("101", FAMILY, [F, F]), ("102", ACCESSIBLE, [a_holder(), UNREADY]))
    proposal = propose(house, in_need(COUPLE, 1))
    assert rooms_of(proposal) == ["101"]
    assert proposal is not None
    assert (set(proposal.in_need), set(proposal.without_accessible)) == ({1}, {1})


def test_whoever_needs_it_sleeps_in_the_accessible_room_and_the_others_next_to_it() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", FAMILY, [F]), ("103", ACCESSIBLE, [F]))
    proposal = propose(house, in_need(COUPLE, 0))
    assert proposal is not None
    assert (rooms_of(proposal), labels(house, proposal)) == (["102", "103"], ["103-1", "102-1"])
    assert (set(proposal.in_need), set(proposal.without_accessible)) == ({0}, set())
    assert rooms_of(propose(house, seekers(*COUPLE))) == ["101", "102"]


def test_an_accessible_room_comes_before_being_together() -> None:
    house = a_house(("101", FAMILY, [F] * 5), ("201", ACCESSIBLE, [F, F]), ("301", ACCESSIBLE, [F, F]))
    proposal = propose(house, in_need(FAMILY_OF_FIVE, 1))
    assert proposal is not None
    assert (proposal.reason, rooms_of(proposal)) == (FitReason.SCATTERED, ["101", "201"])
    assert labels(house, proposal)[1].startswith("201")


def test_only_as_many_accessible_rooms_are_taken_as_people_need_them() -> None:
    house = a_house(
        ("101", ACCESSIBLE, [F, F]),
        ("102", FAMILY, [a_holder()]),
        ("103", ACCESSIBLE, [F, F]),
        ("104", FAMILY, [a_holder()]),
        ("105", FAMILY, [F, F, F]),
    )
    assert rooms_of(propose(house, in_need(FAMILY_OF_FIVE, 1))) == ["101", "105"]


def test_two_who_need_one_have_a_room_each_where_no_room_has_beds_for_both() -> None:
    house = a_house(
        ("101", ACCESSIBLE, [F]),
        ("102", FAMILY, [a_holder()]),
        ("103", FAMILY, [F, F]),
        ("201", ACCESSIBLE, [F]),
    )
    proposal = propose(house, in_need(COUPLE, 0, 1))
    assert proposal is not None
    assert (rooms_of(proposal), set(proposal.without_accessible)) == (["101", "201"], set())


def test_where_there_is_an_accessible_room_for_one_of_two_one_of_them_has_it() -> None:
    house = a_house(("101", ACCESSIBLE, [a_holder(WOMAN), F]), ("102", FAMILY, [F, F]), ("103", MEN, [F]))
    proposal = propose(house, in_need(COUPLE, 0, 1))
    assert proposal is not None
    assert labels(house, proposal)[1] == "101-2"
    assert (set(proposal.in_need), set(proposal.without_accessible)) == ({0, 1}, {0})


def test_a_child_who_needs_an_accessible_room_has_a_parent_in_it() -> None:
    house = a_house(("101", FAMILY, [F] * 4), ("201", ACCESSIBLE, [F, F]), ("202", ACCESSIBLE, [F]))
    proposal = propose(house, in_need((*COUPLE, (WOMAN, 9), (MAN, 4)), 2))
    rooms = [label[:3] for label in labels(house, proposal)]
    assert rooms[2] == "201"
    assert "201" in rooms[:2]
    assert rooms[3] == "101"


def test_a_child_goes_without_an_accessible_room_before_without_a_parent() -> None:
    house = a_house(("101", FAMILY, [F, F]), ("201", ACCESSIBLE, [F]))
    proposal = propose(house, in_need(((WOMAN, 30), (MAN, 9)), 1))
    assert proposal is not None
    assert (rooms_of(proposal), set(proposal.without_accessible)) == (["101"], {1})


def test_nothing_is_proposed_where_a_minor_would_be_without_an_adult_of_the_family() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", FAMILY, [F]))
    mother_and_son = seekers((WOMAN, 40), (MAN, 10))
    assert propose(house, mother_and_son) is None
    assert fits_apart(house, mother_and_son)
    assert not fits_apart(house, [*mother_and_son, *seekers((MAN, 40))])


def test_teenagers_are_proposed_no_room_of_their_own() -> None:
    rooms: list[tuple[str, RoomKind, list[object]]] = [("101", MEN, [F, F]), ("102", FAMILY, [F, F])]
    party = seekers((MAN, 40), (WOMAN, 39), (MAN, 16), (MAN, 15), (MAN, 4), (WOMAN, 1))
    assert propose(a_house(*rooms, ("103", FAMILY, [F, F])), party) is None
    assert rooms_of(propose(a_house(*rooms, ("103", FAMILY, [F] * 4)), party)) == ["102", "103"]


def test_of_three_who_need_one_those_have_it_who_are_admitted() -> None:
    house = a_house(
        ("101", ACCESSIBLE, [a_holder(WOMAN), F, F, F]),
        ("102", ACCESSIBLE, [a_holder(WOMAN), F]),
        ("103", FAMILY, [F, F, F]),
    )
    proposal = propose(house, in_need(((WOMAN, 40), (WOMAN, 38), (MAN, 30)), 0, 1, 2))
    assert proposal is not None
    assert 2 in proposal.without_accessible
    assert 0 not in proposal.without_accessible


def test_a_room_in_which_only_a_brother_of_age_fifteen_lives_is_none_for_a_child_who_joins() -> None:
    house = a_house(
        ("101", FAMILY, [a_holder(WOMAN, household_id=7)]),
        ("102", FAMILY, [a_holder(MAN, age=15, household_id=7), F]),
    )
    assert propose(house, seekers((MAN, 10)), household_id=7) is None
    assert propose(house, seekers((MAN, 20)), household_id=7) is not None
