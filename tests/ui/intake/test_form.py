"""The intake form as data: typed words, the draft they are kept in, the request they become."""

from datetime import date

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, Sex
from kandas_desktop.ui.intake.form import ApplicationForm, DraftUnreadable
from kandas_desktop.ui.intake.person_form import (
    Part,
    PersonForm,
    join_number_and_date,
    split_number_and_date,
)

TODAY = date(2026, 3, 18)


def an_applicant(**parts: str) -> PersonForm:
    known = {"surname": "Үлгібаев", "given_name": "Ержан", "born": "5.3.87", "origin_country": "UZ"}
    return PersonForm(**(known | parts))


@pytest.mark.parametrize(
    ("typed", "number", "day"),
    [
        ("20-117, 10.03.2026", "20-117", "10.03.2026"),
        ("20-117 10.3.26", "20-117", "10.3.26"),
        ("00-1507 020226", "00-1507", "020226"),
        ("№ 20-117, 32.13.2026", "№ 20-117", "32.13.2026"),
        ("20-117, ертең", "20-117", "ертең"),
        ("20-117", "20-117", ""),
        ("20-117,", "20-117", ""),
        ("031 77", "031 77", ""),
        ("031 991399", "031 991399", ""),
        ("10.03.2026", "10.03.2026", ""),
        ("", "", ""),
    ],
)
def test_one_field_takes_a_number_and_its_date(typed: str, number: str, day: str) -> None:
    assert split_number_and_date(typed) == (number, day)


def test_number_and_date_stand_in_one_field_again() -> None:
    assert join_number_and_date("20-117", "10.03.2026") == "20-117, 10.03.2026"
    assert join_number_and_date("20-117", "") == "20-117"


def test_nothing_is_lost_between_the_form_and_its_draft() -> None:
    form = ApplicationForm(
        applicant=an_applicant(native_name="اولگبايەۆ ەرجان", born="5.3.19877"),
        family=[PersonForm(surname="Үлгібаева", kinship="жұбайы", document_number="20-118")],
        previous_id=7,
        previous_number="Ө-7/26",
    )
    assert ApplicationForm.from_draft(form.to_draft()) == form


def test_rows_in_which_nobody_is_are_not_kept() -> None:
    form = ApplicationForm(an_applicant(), [PersonForm(), PersonForm(given_name="Алихан"), PersonForm()])
    kept = ApplicationForm.from_draft(form.to_draft())
    assert [person.given_name for person in kept.family] == ["Алихан"]


def test_what_the_form_proposes_by_itself_is_nobody() -> None:
    assert PersonForm(document_issuer="Үлгі қ. ПД", document_kind="permit").is_empty
    assert not PersonForm(kinship="ұлы").is_empty


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"x"', '{"version": 2}', '{"version": 1}', '{"version": null}']
)
def test_a_draft_that_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(DraftUnreadable):
        ApplicationForm.from_draft(text)


def test_a_draft_may_hold_parts_that_this_version_does_not_know() -> None:
    kept = '{"version": 1, "applicant": {"surname": "Үлгібаев", "shoe_size": "42"}, "family": []}'
    assert ApplicationForm.from_draft(kept).applicant == PersonForm(surname="Үлгібаев")


def test_the_request_holds_what_the_typed_words_amount_to() -> None:
    form = ApplicationForm(
        applicant=an_applicant(
            citizenship="UZ",
            iin="870305 300121",
            document_number="20-117",
            document_date="100326",
            document_issuer="Үлгі қ. ПД",
        ),
        family=[PersonForm(), PersonForm(given_name=" Алихан\n", born="2011", kinship="ұлы")],
    )
    applicant, son = form.request(TODAY, draft_id=3).people
    assert applicant.name.full == "Үлгібаев Ержан"
    assert applicant.born == BirthDate(1987, 3, 5)
    assert applicant.iin == "870305300121"
    assert applicant.document is not None
    assert applicant.document.is_complete
    assert applicant.document.issued_on == date(2026, 3, 10)
    assert son.name.given_name == "Алихан"
    assert (son.kinship, son.sex, son.born) == ("ұлы", Sex.MALE, BirthDate(2011))
    assert form.request(TODAY, draft_id=3).draft_id == 3


def test_the_family_comes_from_where_the_applicant_comes_unless_told_otherwise() -> None:
    form = ApplicationForm(
        applicant=an_applicant(origin_country="CN", citizenship="TR"),
        family=[PersonForm(given_name="Аяулым"), PersonForm(given_name="Күлән", origin_country="MN")],
    )
    _, daughter, mother = form.request(TODAY).people
    assert (daughter.origin_country, daughter.citizenship) == ("CN", "TR")
    assert (mother.origin_country, mother.citizenship) == ("MN", "MN")


def test_words_that_name_no_country_do_not_reach_the_journal() -> None:
    assert ApplicationForm(an_applicant(origin_country="Ббб")).request(TODAY).people[0].origin_country == ""


@pytest.mark.parametrize(
    ("kinship", "applicant_sex", "sex"),
    [
        ("қызы", "male", Sex.FEMALE),
        ("жұбайы", "male", Sex.FEMALE),
        ("Жұбайы", "female", Sex.MALE),
        ("жұбайы", "", None),
        ("немересі", "male", None),
    ],
)
def test_the_kinship_presets_the_sex(kinship: str, applicant_sex: str, sex: Sex | None) -> None:
    person = PersonForm(given_name="Мөлдір", kinship=kinship)
    assert person.entry(TODAY, an_applicant(sex=applicant_sex)).sex is sex


def test_a_chosen_sex_outweighs_the_kinship() -> None:
    assert PersonForm(kinship="қызы", sex="male").entry(TODAY, an_applicant()).sex is Sex.MALE


def test_an_issuing_body_alone_is_no_document() -> None:
    assert an_applicant(document_issuer="Үлгі қ. ПД").document(TODAY) is None


def test_a_permit_needs_its_number_alone() -> None:
    document = an_applicant(document_kind="permit", document_number="031-77").document(TODAY)
    assert document is not None
    assert document.kind is DocumentKind.PERMIT
    assert document.is_complete


def test_rows_are_counted_past_the_empty_ones() -> None:
    form = ApplicationForm(an_applicant(), [PersonForm(), PersonForm(surname="Нобаева"), PersonForm()])
    assert [form.row_of(position) for position in (0, 1)] == [0, 2]


def test_every_part_is_an_attribute() -> None:
    person = PersonForm()
    for part in Part:
        person.put(part, part.value)
    assert PersonForm.from_kept(person.kept()) == person
