"""Who joins a household that lives here: beside an adult of it, and infants in a parent's bed."""

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.fitting import propose
from kandas_desktop.rules.household import HouseholdPerson, Sex
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import BedState, House, RoomKind
from kandas_desktop.rules.sharing import fits_with_sharing, usually_sharing
from tests.rules.houses import MAN, ON, WOMAN, a_holder, a_house, seekers

F = BedState.FREE
FAMILY, WOMEN, MEN = RoomKind.FAMILY, RoomKind.WOMEN, RoomKind.MEN
MOTHER = a_holder(WOMAN, household_id=7)


def a_child(position: int, *, age: int, sex: Sex = WOMAN) -> HouseholdPerson:
    born = BirthDate(ON.year - age, 1, 1 + position)
    return HouseholdPerson(position=position, name=PersonName("Мысалова"), born=born, kinship="қызы", sex=sex)


def shared(house: House, *people: HouseholdPerson) -> set[int]:
    return set(usually_sharing(house, people, household_id=7))


@pytest.mark.parametrize("age", [0, 9, 17])
def test_a_minor_who_joins_is_proposed_no_room_without_an_adult_of_the_household(age: int) -> None:
    house = a_house(("101", FAMILY, [MOTHER]), ("102", FAMILY, [F]), ("103", MEN, [F, a_holder()]))
    assert propose(house, seekers((MAN, age)), household_id=7) is None
    assert propose(house, seekers((MAN, 18)), household_id=7) is not None


def test_a_minor_who_joins_has_a_bed_beside_the_adult_who_comes_along() -> None:
    house = a_house(("101", FAMILY, [MOTHER]), ("102", FAMILY, [F]), ("201", FAMILY, [F, F]))
    proposal = propose(house, seekers((WOMAN, 40), (MAN, 9)), household_id=7)
    assert proposal is not None
    assert [room.name for room in proposal.rooms] == ["201"]


def test_every_way_is_tried_before_no_room_fits_a_minor_who_joins() -> None:
    house = a_house(
        ("101", FAMILY, [MOTHER]),
        ("102", FAMILY, [F, F]),
        ("103", FAMILY, [a_holder()]),
        ("104", WOMEN, [F, F, F]),
        ("201", MEN, [F]),
    )
    party = seekers((MAN, 40), (WOMAN, 38), (WOMAN, 12), (MAN, 9))
    proposal = propose(house, party, household_id=7)
    assert proposal is not None
    rooms = [house.room_of(proposal.beds[position]) for position in range(4)]
    assert [room.name for room in rooms if room] == ["102", "104", "104", "102"]


@pytest.mark.parametrize("beds", [[], [F], [F, F]])
def test_infants_who_join_a_parent_share_a_bed_whether_or_not_others_are_free(beds: list[BedState]) -> None:
    house = a_house(("101", FAMILY, [MOTHER, *beds]), ("102", FAMILY, [F]))
    assert shared(house, a_child(0, age=0)) == {0}
    assert shared(house, a_child(0, age=0), a_child(1, age=2), a_child(2, age=3)) == {0, 1}


def test_who_is_three_shares_no_bed_and_whoever_joins_nobody_shares_none_by_itself() -> None:
    house = a_house(("101", FAMILY, [MOTHER]))
    assert shared(house, a_child(0, age=3)) == set()
    assert usually_sharing(house, [a_child(0, age=0)], household_id=8) == frozenset()


def test_a_family_may_fit_once_its_infant_shares() -> None:
    house = a_house(("101", FAMILY, [F]))
    mother = HouseholdPerson(position=0, name=PersonName("Мысалова"), born=BirthDate(1990), sex=WOMAN)
    assert fits_with_sharing(house, [mother, a_child(1, age=1)], household_id=None)
    assert not fits_with_sharing(house, [mother, a_child(1, age=4)], household_id=None)
    assert not fits_with_sharing(a_house(("101", MEN, [F])), [mother, a_child(1, age=1)], household_id=None)


def test_one_woman_guards_no_two_rooms() -> None:
    house = a_house(
        ("101", FAMILY, [MOTHER]), ("102", WOMEN, [F, F]), ("103", WOMEN, [F, F]), ("104", MEN, [F])
    )
    party = seekers((MAN, 40), (WOMAN, 38), (WOMAN, 12), (WOMAN, 9))
    assert propose(house, party, household_id=7) is None
