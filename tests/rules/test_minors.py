"""Minors without an adult of their household are named, whatever the step."""

from kandas_desktop.rules.minors import Housemate, minors_alone
from kandas_desktop.rules.names import PersonName

FATHER = Housemate(PersonName("Мысалов", "Дәурен"), "", is_adult=True)
SON = Housemate(PersonName("Мысалов", "Ерасыл"), "ұлы", is_adult=False)
DAUGHTER = Housemate(PersonName("Мысалова", "Аяла"), "қызы", is_adult=False)


def test_minors_without_any_adult_of_the_household_are_alone() -> None:
    assert minors_alone([SON, DAUGHTER]) == (SON, DAUGHTER)


def test_one_adult_is_enough() -> None:
    assert minors_alone([SON, FATHER, DAUGHTER]) == ()


def test_where_nobody_is_nobody_is_alone() -> None:
    assert minors_alone(iter(())) == ()
