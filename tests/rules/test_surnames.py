"""The form of a family's surname for a daughter and for a son."""

import pytest

from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.surnames import sex_told_by, surname_for

WOMAN, MAN = Sex.FEMALE, Sex.MALE


@pytest.mark.parametrize(
    ("surname", "sex", "form"),
    [
        ("Мысалов", WOMAN, "Мысалова"),
        ("Мысалова", MAN, "Мысалов"),
        ("Үлгібаев", WOMAN, "Үлгібаева"),
        ("Үлгібаева", MAN, "Үлгібаев"),
        ("Үлгібаева", WOMAN, "Үлгібаева"),
        ("Сынақин", WOMAN, "Сынақина"),
        ("Сынақина", MAN, "Сынақин"),
        ("Королёв", WOMAN, "Королёва"),
        ("МЫСАЛОВ", WOMAN, "МЫСАЛОВА"),
        ("МЫСАЛОВА", MAN, "МЫСАЛОВ"),
        ("Мысалов-Үлгібаев", WOMAN, "Мысалова-Үлгібаева"),
        ("Мысалов", None, "Мысалов"),
    ],
)
def test_a_surname_with_an_ending_follows_the_sex(surname: str, sex: Sex | None, form: str) -> None:
    assert surname_for(surname, sex) == form


@pytest.mark.parametrize(
    "surname", ["Қиял", "Нобайтегі", "Амин", "Камалиддин", "Серік", "Mysalov", "Алтын", ""]
)
@pytest.mark.parametrize("sex", [WOMAN, MAN])
def test_a_surname_without_one_is_the_same_for_everybody(surname: str, sex: Sex) -> None:
    assert surname_for(surname, sex) == surname


@pytest.mark.parametrize("surname", ["Мысалұлы", "Мысалқызы", "Мысалулы", "МЫСАЛҰЛЫ"])
@pytest.mark.parametrize("sex", [WOMAN, MAN, None])
def test_a_word_that_names_a_father_is_not_the_childrens(surname: str, sex: Sex | None) -> None:
    assert surname_for(surname, sex) == ""


@pytest.mark.parametrize(
    ("patronymic", "sex"),
    [
        ("Дәуренқызы", WOMAN),
        ("Дәуренұлы ", MAN),
        ("Ержановна", WOMAN),
        ("Ильинична", WOMAN),
        ("Ержанович", MAN),
        ("Дәурен", None),
        ("", None),
    ],
)
def test_a_patronymic_may_tell_the_sex(patronymic: str, sex: Sex | None) -> None:
    assert sex_told_by(patronymic) is sex
