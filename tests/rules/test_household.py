from datetime import date

import pytest

from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.names import PersonName


@pytest.mark.parametrize(
    ("name", "full", "short"),
    [
        (PersonName("Мысалов", "Дәурен", "Аңызұлы"), "Мысалов Дәурен Аңызұлы", "Мысалов Дәурен"),
        (PersonName("Мысалов", "Дәурен"), "Мысалов Дәурен", "Мысалов Дәурен"),
        (PersonName("", "Дәурен", "Аңызұлы"), "Дәурен Аңызұлы", "Дәурен Аңызұлы"),
        (PersonName("Мысалов", "", "Аңызұлы"), "Мысалов Аңызұлы", "Мысалов Аңызұлы"),
        (PersonName(), "", ""),
    ],
)
def test_a_name_is_written_without_gaps(name: PersonName, full: str, short: str) -> None:
    assert (name.full, name.short) == (full, short)


@pytest.mark.parametrize(
    ("name", "is_given"),
    [
        (PersonName("Мысалов"), True),
        (PersonName(given_name="Дәурен"), True),
        (PersonName(patronymic="Аңызұлы"), False),
    ],
)
def test_a_name_is_given_by_surname_or_given_name(name: PersonName, is_given: bool) -> None:
    assert name.is_given is is_given


@pytest.mark.parametrize(
    ("document", "is_complete"),
    [
        (ResidenceDocument(DocumentKind.SLIP, "20-117", date(2026, 3, 10), "Мысал ПБ"), True),
        (ResidenceDocument(DocumentKind.SLIP, "", date(2026, 3, 10), "Мысал ПБ"), False),
        (ResidenceDocument(DocumentKind.SLIP, "20-117", None, "Мысал ПБ"), False),
        (ResidenceDocument(DocumentKind.SLIP, "20-117", date(2026, 3, 10)), False),
        (ResidenceDocument(DocumentKind.PERMIT, "Ы-0001"), True),
        (ResidenceDocument(DocumentKind.PERMIT, "", date(2026, 3, 10), "Мысал ПБ"), False),
    ],
)
def test_a_slip_needs_number_date_and_body_and_a_permit_its_number(
    document: ResidenceDocument, is_complete: bool
) -> None:
    assert document.is_complete is is_complete


def test_the_first_of_a_household_is_the_applicant() -> None:
    people = [HouseholdPerson(position, PersonName("Мысалов")) for position in range(3)]
    assert [person.is_applicant for person in people] == [True, False, False]
