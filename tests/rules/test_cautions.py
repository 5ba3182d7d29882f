"""What is to be looked at again in beds that were chosen by hand."""

from kandas_desktop.rules.cautions import Caution, cautions_about
from kandas_desktop.rules.rooms import BedState, RoomKind
from tests.rules.houses import MAN, WOMAN, a_holder, a_house, in_need, seekers

F = BedState.FREE
FAMILY, ACCESSIBLE = RoomKind.FAMILY, RoomKind.ACCESSIBLE
MOTHER_AND_SON = ((WOMAN, 40), (MAN, 10))


def test_a_minor_in_a_room_without_an_adult_of_the_family_is_pointed_out() -> None:
    house = a_house(("101", FAMILY, [F, F]), ("102", FAMILY, [F, a_holder()]))
    party = seekers(*MOTHER_AND_SON)
    assert cautions_about(house, party, {0: 1, 1: 2}) == {}
    assert cautions_about(house, party, {0: 1, 1: 3}) == {1: Caution.MINOR_ALONE}
    assert cautions_about(house, party, {1: 3}) == {1: Caution.MINOR_ALONE}
    assert cautions_about(house, party, {0: 1}) == {}


def test_an_adult_of_the_family_who_lives_in_the_room_is_enough() -> None:
    house = a_house(
        ("101", FAMILY, [a_holder(WOMAN, household_id=7), F]),
        ("102", FAMILY, [F]),
        ("103", FAMILY, [a_holder(MAN, age=15, household_id=7), F]),
    )
    son = seekers((MAN, 10))
    assert cautions_about(house, son, {0: 2}, household_id=7) == {}
    assert cautions_about(house, son, {0: 3}, household_id=7) == {0: Caution.MINOR_ALONE}
    assert cautions_about(house, son, {0: 5}, household_id=7) == {0: Caution.MINOR_ALONE}


def test_minors_who_have_no_adult_are_not_pointed_out() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", FAMILY, [F]))
    assert cautions_about(house, seekers((MAN, 16), (MAN, 15)), {0: 1, 1: 2}) == {}


def test_whoever_needs_an_accessible_room_and_has_another_is_pointed_out() -> None:
    house = a_house(("101", FAMILY, [F]), ("102", ACCESSIBLE, [F]))
    party = in_need(((WOMAN, 70),), 0)
    assert cautions_about(house, party, {0: 1}) == {0: Caution.NOT_ACCESSIBLE}
    assert cautions_about(house, party, {0: 2}) == {}


def test_a_bed_that_is_not_there_is_nothing_to_be_careful_of() -> None:
    assert cautions_about(a_house(("101", FAMILY, [F])), seekers((WOMAN, 40)), {0: 99}) == {}
