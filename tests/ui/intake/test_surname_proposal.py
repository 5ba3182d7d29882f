"""The applicant's surname is offered to the family, in the form for a daughter or for a son."""

import pytest

from kandas_desktop.ui.intake.page import IntakePage
from tests.ui.intake.clerk import write_applicant
from tests.ui.intake.keyboard import fill


def surnames(page: IntakePage) -> list[str]:
    return [person.surname for person in page.view.form().named_family]


@pytest.mark.parametrize(
    ("patronymic", "kinship", "surname"),
    [
        ("", "қызы", "Үлгібаева"),
        ("", "ұлы", "Үлгібаев"),
        ("", "жұбайы", "Үлгібаева"),
        ("Ержанқызы", "жиені", "Үлгібаева"),
        ("", "жиені", "Үлгібаев"),
    ],
)
def test_a_surname_that_was_offered_suits_whoever_has_it(
    page: IntakePage, patronymic: str, kinship: str, surname: str
) -> None:
    write_applicant()
    fill("", "Айсұлу", patronymic, "16.03.2014", kinship)
    assert surnames(page) == [surname]
    assert (
        page.view.family.rows[0].line.fields[next(iter(page.view.family.rows[0].line.fields))].text()
        == surname
    )


def test_a_surname_that_was_typed_stays(page: IntakePage) -> None:
    write_applicant()
    fill("Үлгібаев", "Айсұлу", "", "16.03.2014", "қызы")
    assert surnames(page) == ["Үлгібаев"]


def test_a_surname_that_names_a_father_is_not_offered(page: IntakePage) -> None:
    fill("Мысалұлы", "Ержан")
    page.view.focus_part(1, next(iter(page.view.family.rows[0].line.fields)))
    fill("", "Айсұлу")
    assert surnames(page) == [""]
