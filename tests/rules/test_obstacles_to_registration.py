"""What must be known before a line of the journal is written (r.4, r.5)."""

from dataclasses import replace
from datetime import date

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import (
    Obstacle,
    ObstacleKind,
    obstacles_to_registration,
)
from tests.rules.reading import kinds

TODAY = date(2026, 3, 18)
SLIP = ResidenceDocument(DocumentKind.SLIP, "20-117", date(2026, 3, 10), "Мысал қаласының ПБ")
FATHER = HouseholdPerson(0, PersonName("Мысалов", "Дәурен"), BirthDate(1984, 6, 22), document=SLIP)
MOTHER = HouseholdPerson(1, PersonName("Мысалова", "Сәуле"), BirthDate(1986, 1, 9), "жұбайы", SLIP)
DAUGHTER = HouseholdPerson(2, PersonName("Мысалова", "Аяла"), BirthDate(2014, 10, 30), "қызы")
FAMILY = (FATHER, MOTHER, DAUGHTER)


def to_registration(*people: HouseholdPerson, origin_country: str = "MN") -> list[Obstacle]:
    return obstacles_to_registration(people, origin_country=origin_country, on=TODAY)


def test_a_family_with_names_birth_dates_and_kinships_is_registered() -> None:
    assert to_registration(*FAMILY) == []


@pytest.mark.parametrize(
    ("person", "kind", "clause"),
    [
        (replace(MOTHER, name=PersonName(patronymic="Қалыпқызы")), ObstacleKind.NAME_MISSING, Clause.R4),
        (replace(MOTHER, name=PersonName("1.6.2016", "-")), ObstacleKind.NAME_MISSING, Clause.R4),
        (replace(MOTHER, name=PersonName("Мысалова", "🙂")), ObstacleKind.NAME_UNFIT, Clause.R4),
        (replace(MOTHER, name=PersonName("أحمد", "Сәуле")), ObstacleKind.NAME_UNFIT, Clause.R4),
        (replace(MOTHER, name=PersonName("Мысалова" * 40, "Сәуле")), ObstacleKind.NAME_UNFIT, Clause.R4),
        (replace(MOTHER, born=None), ObstacleKind.BIRTH_DATE_MISSING, Clause.R5),
        (replace(MOTHER, kinship=""), ObstacleKind.KINSHIP_MISSING, Clause.R4),
        (
            replace(MOTHER, document=SLIP._replace(issued_on=date(2026, 3, 19))),
            ObstacleKind.DOCUMENT_IN_FUTURE,
            Clause.R3,
        ),
    ],
)
def test_what_the_journal_line_lacks_is_said_with_person_and_clause(
    person: HouseholdPerson, kind: ObstacleKind, clause: Clause
) -> None:
    assert to_registration(FATHER, person) == [Obstacle(kind, clause, person)]


@pytest.mark.parametrize("name", [PersonName(surname="Мысалов"), PersonName(given_name="Дәурен")])
def test_one_of_surname_and_given_name_is_enough(name: PersonName) -> None:
    assert to_registration(replace(FATHER, name=name)) == []


def test_the_applicant_needs_a_country_of_origin() -> None:
    assert to_registration(*FAMILY, origin_country="") == [
        Obstacle(ObstacleKind.ORIGIN_MISSING, Clause.R5, FATHER)
    ]


def test_everything_that_is_lacking_is_said_at_once() -> None:
    nobody = HouseholdPerson(0, PersonName())
    relative = HouseholdPerson(1, PersonName())
    assert kinds(to_registration(nobody, relative, origin_country="")) == [
        ObstacleKind.NAME_MISSING,
        ObstacleKind.BIRTH_DATE_MISSING,
        ObstacleKind.ORIGIN_MISSING,
        ObstacleKind.NAME_MISSING,
        ObstacleKind.BIRTH_DATE_MISSING,
        ObstacleKind.KINSHIP_MISSING,
    ]


def test_a_person_cannot_be_named_twice() -> None:
    twin = replace(FATHER, position=1, kinship="ағасы")
    assert to_registration(FATHER, twin) == [Obstacle(ObstacleKind.PERSON_TWICE, Clause.R4, twin)]


def test_large_and_small_letters_name_the_same_person() -> None:
    twin = replace(FATHER, position=1, kinship="ағасы", name=PersonName("МЫСАЛОВ", "ДӘУРЕН"))
    assert kinds(to_registration(FATHER, twin)) == [ObstacleKind.PERSON_TWICE]


def test_one_iin_cannot_be_that_of_two_people() -> None:
    father = replace(FATHER, iin="840622300019")
    mother = replace(MOTHER, iin="840622300019")
    assert to_registration(father, mother) == [Obstacle(ObstacleKind.PERSON_TWICE, Clause.R4, mother)]


@pytest.mark.parametrize(
    "other",
    [
        replace(FATHER, position=1, kinship="ағасы", born=BirthDate(1979, 6, 22)),
        replace(FATHER, position=1, kinship="ағасы", name=PersonName("Мысалов", "Бекзат")),
    ],
)
def test_people_who_share_only_a_name_or_only_a_birthday_are_two(other: HouseholdPerson) -> None:
    assert to_registration(FATHER, other) == []


@pytest.mark.parametrize(("last_arrived_on", "is_behind"), [(TODAY, False), (date(2026, 3, 19), True)])
def test_nothing_is_registered_by_a_clock_that_is_behind_the_journal(
    last_arrived_on: date, is_behind: bool
) -> None:
    found = obstacles_to_registration(FAMILY, origin_country="MN", on=TODAY, last_arrived_on=last_arrived_on)
    behind = Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=TODAY, last_on=last_arrived_on)
    assert found == [behind] * is_behind
