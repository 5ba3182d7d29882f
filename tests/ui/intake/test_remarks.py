"""What the form says beside its fields."""

from datetime import date

import pytest

from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.ui.intake.form import ApplicationForm
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.intake.remarks import Level, Remark, registration_obstacles, remarks

TODAY = date(2026, 3, 18)
COUNTRIES = frozenset({"UZ", "MN"})


def an_applicant(**parts: str) -> PersonForm:
    known = {"surname": "Үлгібаев", "given_name": "Ержан", "born": "5.3.2011", "origin_country": "UZ"}
    known |= {"document_number": "20-117", "document_date": "10.3.2026", "document_issuer": "ПБ"}
    return PersonForm(**(known | parts))


def said(applicant: PersonForm, *family: PersonForm) -> list[Remark]:
    return remarks(ApplicationForm(applicant, list(family)), today=TODAY, countries=COUNTRIES)


def brief(found: list[Remark]) -> list[tuple[int, Part, Level]]:
    return [(remark.row, remark.part, remark.level) for remark in found]


def test_nothing_is_said_about_a_finished_applicant() -> None:
    assert said(an_applicant()) == []


def test_an_applicant_needs_a_slip_whatever_the_age() -> None:
    (remark,) = said(an_applicant(document_number="", document_date=""))
    assert (remark.part, remark.level, remark.clause) == (Part.DOCUMENT_NUMBER, Level.SLIP, 3)
    assert remark.text.startswith("15 years old: without a slip")


def test_everything_missing_is_said_at_once_with_its_clause() -> None:
    found = said(PersonForm(), PersonForm(birth_place="Нөкіс"))
    assert brief(found) == [
        (0, Part.SURNAME, Level.MISSING),
        (0, Part.BORN, Level.MISSING),
        (0, Part.ORIGIN, Level.MISSING),
        (1, Part.SURNAME, Level.MISSING),
        (1, Part.BORN, Level.MISSING),
        (1, Part.KINSHIP, Level.MISSING),
    ]
    assert [remark.clause for remark in found] == [4, 5, 5, 4, 5, 4]


def test_a_row_in_which_nobody_is_lacks_nothing() -> None:
    assert said(an_applicant(), PersonForm()) == []


@pytest.mark.parametrize(
    ("part", "typed", "sentence"),
    [
        ("born", "30.02.2011", "There is no such day."),
        ("born", "19.03.2026", "This day has not come yet."),
        ("born", "1.1.1880", "That is more than 130 years ago."),
        ("born", "ертең", "Write the date like 05.03.1987."),
        ("document_date", "31.04.2026", "There is no such day."),
        ("document_date", "19.03.2026", "The document's date is in the future"),
        ("certificate_date", "19.03.2026", "This day has not come yet."),
        ("certificate_date", "x", "Write the date like 05.03.1987."),
        ("surname", "Ү" * 300, "Longer than 120 characters."),
        ("given_name", "ەرجان", "Write it in Cyrillic or Latin letters."),
        ("given_name", "额尔", "Write it in Cyrillic or Latin letters."),
        ("patronymic", "Нобайұлы 😀", "Symbols and emoji cannot be printed."),
        ("latin_name", "ULGI 😀", "Symbols and emoji cannot be printed."),
        ("native_name", "اولگبايەۆ 😀", "Symbols and emoji cannot be printed."),
        ("birth_place", "نوكىس", "Write it in Cyrillic or Latin letters."),
        ("document_number", "😀", "Symbols and emoji cannot be printed."),
        ("origin_country", "Ббб", "Choose a country from the list."),
        ("citizenship", "QQ", "Choose a country from the list."),
    ],
)
def test_what_cannot_be_right_is_said_once_at_its_field(part: str, typed: str, sentence: str) -> None:
    found = [remark for remark in said(an_applicant(**{part: typed})) if remark.level is Level.ERROR]
    assert [(remark.part, remark.text) for remark in found] == [(Part(part), sentence)]
    assert found[0].stops_registering


def test_a_faulty_birth_date_is_not_said_to_be_missing_as_well() -> None:
    assert brief(said(an_applicant(born="30.02.2011"))) == [(0, Part.BORN, Level.ERROR)]


@pytest.mark.parametrize(
    "good",
    [
        {"native_name": "اولگبايەۆ ەرجان"},
        {"surname": "Үлгі-Нобаев"},
        {"surname": "O‘lgiboyev"},
        {"document_number": "№ 20-117"},
        {"surname": "Үлгі\nбаев"},
        {"born": "2011"},
    ],
)
def test_what_may_be_written_is_not_scolded(good: dict[str, str]) -> None:
    assert said(an_applicant(**good)) == []


@pytest.mark.parametrize(
    ("iin", "sentence"),
    [
        ("123", "An IIN has 12 digits."),
        ("110305500000", "The last digit does not fit: look again."),
    ],
)
def test_an_odd_iin_never_stops_anybody(iin: str, sentence: str) -> None:
    found = said(an_applicant(iin=iin))
    assert [(remark.part, remark.level, remark.text) for remark in found] == [
        (Part.IIN, Level.ADVICE, sentence)
    ]
    assert not found[0].stops_registering


@pytest.mark.parametrize("part", ["surname", "given_name", "patronymic", "latin_name", "native_name"])
@pytest.mark.parametrize("typed", ["1.6.2016", "-", "Ержан2"])
def test_a_name_with_digits_or_without_letters_is_pointed_out_and_stops_nobody(part: str, typed: str) -> None:
    found = said(an_applicant(**{part: typed}))
    assert [(remark.part, remark.level, remark.text) for remark in found] == [
        (Part(part), Level.ADVICE, "A name has letters and no digits: look again.")
    ]
    assert not found[0].stops_registering


def test_a_name_without_any_letter_is_missing_and_said_once() -> None:
    found = said(an_applicant(surname="1.6.2016", given_name="", patronymic=""))
    assert brief(found) == [(0, Part.SURNAME, Level.MISSING)]


def test_one_slip_for_two_is_said_beside_the_second_and_stops_nobody() -> None:
    wife = {"surname": "Үлгібаева", "given_name": "Сәуле", "born": "2.2.1988", "kinship": "жұбайы"}
    slip = {"document_date": "10.3.2026", "document_issuer": "ПБ"}
    same, other = (PersonForm(**wife, **slip, document_number=number) for number in ("20-117", "20-118"))
    (remark,) = said(an_applicant(), same)
    assert (remark.row, remark.part, remark.level) == (1, Part.DOCUMENT_NUMBER, Level.ADVICE)
    assert (remark.text, remark.clause) == (
        "Somebody of the family has the same slip number: look again.",
        3,
    )
    assert not remark.stops_registering
    assert said(an_applicant(), other) == []


def test_the_same_person_twice_is_said_beside_the_second() -> None:
    twin = PersonForm(surname="үлгібаев", given_name="Ержан", born="05032011", kinship="ұлы")
    found = said(an_applicant(), PersonForm(), twin)
    assert brief(found) == [(2, Part.SURNAME, Level.ERROR)]
    assert found[0].text == "This person is already on the application"


def test_a_missing_slip_is_said_with_the_age_and_stops_no_registering() -> None:
    found = said(an_applicant(), PersonForm(given_name="Мөлдір", born="2.11.2006", kinship="қызы"))
    assert brief(found) == [(1, Part.DOCUMENT_NUMBER, Level.SLIP)]
    assert found[0].text.startswith("19 years old: without a slip")
    assert found[0].clause == 3
    assert not found[0].stops_registering


@pytest.mark.parametrize(
    ("document", "part"),
    [
        ({"document_date": "10.03.2026"}, Part.DOCUMENT_NUMBER),
        ({"document_number": "20-118"}, Part.DOCUMENT_DATE),
        ({"document_number": "20-118", "document_date": "10.03.2026"}, Part.DOCUMENT_ISSUER),
    ],
)
def test_what_a_slip_still_lacks_is_said_at_its_own_field(document: dict[str, str], part: Part) -> None:
    blank = {"document_number": "", "document_date": "", "document_issuer": ""}
    assert brief(said(an_applicant(**(blank | document)))) == [(0, part, Level.SLIP)]


def test_the_page_and_the_action_ask_the_same_rule() -> None:
    kinds = [obstacle.kind for obstacle in registration_obstacles(ApplicationForm(), TODAY)]
    assert kinds == [
        ObstacleKind.NAME_MISSING,
        ObstacleKind.BIRTH_DATE_MISSING,
        ObstacleKind.ORIGIN_MISSING,
    ]
