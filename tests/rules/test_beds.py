"""Who needs a bed of their own."""

from collections.abc import Collection
from datetime import date

import pytest

from kandas_desktop.rules.beds import may_share_bed, obstacles_to_sharing, seekers_among
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import HouseholdPerson, Sex
from kandas_desktop.rules.lodging import BedSeeker
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind

ON = date(2026, 3, 18)
MOTHER = HouseholdPerson(0, PersonName("Мысалова", "Сәуле"), BirthDate(1986, 1, 9), sex=Sex.FEMALE)
SON = HouseholdPerson(1, PersonName("Мысалов", "Ерасыл"), BirthDate(2014, 10, 30), "ұлы")
BABY = HouseholdPerson(2, PersonName("Мысалова", "Аяла"), BirthDate(2025, 10, 30), "қызы")
UNBORN = HouseholdPerson(3, PersonName("Мысалова"))
TOO_OLD = Obstacle(ObstacleKind.SHARER_TOO_OLD, person=SON)
ALONE = Obstacle(ObstacleKind.BED_MISSING, person=BABY)


@pytest.mark.parametrize(
    ("born", "may"),
    [
        (BirthDate(2023, 3, 19), True),
        (BirthDate(2023, 3, 18), False),
        (BirthDate(2023), True),  # counted from 31 December
        (BirthDate(2022), False),
    ],
)
def test_a_bed_is_shared_before_the_third_birthday(born: BirthDate, may: bool) -> None:
    assert may_share_bed(born, on=ON) is may


def test_who_shares_a_bed_seeks_none_and_kinship_tells_a_sex_not_written_down() -> None:
    assert seekers_among([MOTHER, SON, BABY, UNBORN], sharing={2}) == [
        BedSeeker(0, Sex.FEMALE, MOTHER.born or BirthDate(1), MOTHER),
        BedSeeker(1, Sex.MALE, SON.born or BirthDate(1), SON),
    ]


@pytest.mark.parametrize(
    ("people", "sharing", "lives_here", "found"),
    [
        ([MOTHER, BABY], {1, 2}, False, []),
        ([MOTHER, SON, BABY], {1, 2}, False, [TOO_OLD]),
        ([UNBORN, MOTHER], {3}, False, [Obstacle(ObstacleKind.SHARER_TOO_OLD, person=UNBORN)]),
        ([BABY], {2}, False, [ALONE]),
        ([BABY], {2}, True, []),
        ([], {2}, False, []),
    ],
)
def test_only_an_infant_shares_and_only_with_somebody(
    people: list[HouseholdPerson], sharing: Collection[int], lives_here: bool, found: list[Obstacle]
) -> None:
    assert obstacles_to_sharing(people, sharing=sharing, lives_here=lives_here, on=ON) == found
