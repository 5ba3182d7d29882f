"""The intake page by the keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.queries.office import drafts
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, Sex
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from tests.ui.intake.clerk import ISSUER, part_focused, registered, write_applicant, write_minor
from tests.ui.intake.conftest import Open
from tests.ui.intake.keyboard import CONTROL, enter, fill, press, tab, typed, write


def test_a_family_of_eight_is_taken_in_with_the_keyboard_alone(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    # The applicant's surname stands there already: typing replaces it, Tab takes it.
    fill("Үлгібаева", "Гүлмира", "Қиялқызы", "140989", "жұбайы", "20-118", "10.3.26", "", "")
    fill("Үлгібаева", "Мөлдір", "Ержанқызы", "2.11.2006", "қызы", "20-119", "10.3.26", "", "")
    fill("", "Алихан", "Ержанұлы", "27.05.2011", "ұлы")
    fill("Үлгібаева", "Аяулым", "Ержанқызы", "30/01/2017", "қызы")
    fill("", "Санжар", "Ержанұлы", "030322", "ұлы")
    fill("", "Нобай", "", "1949", "әкесі", "20-120", "11.3.26", "", "")
    fill("Нобаева", "Күлән", "", "1951", "анасы", "", "", "", "")
    enter()
    enter()
    detail = registered(qtbot, page, enter)
    people = [person.household for person in detail.people]
    assert [person.name.full for person in people] == [
        "Үлгібаев Ержан Нобайұлы",
        "Үлгібаева Гүлмира Қиялқызы",
        "Үлгібаева Мөлдір Ержанқызы",
        "Үлгібаев Алихан Ержанұлы",
        "Үлгібаева Аяулым Ержанқызы",
        "Үлгібаев Санжар Ержанұлы",
        "Үлгібаев Нобай",
        "Нобаева Күлән",
    ]
    assert [person.kinship for person in people] == [
        "",
        "жұбайы",
        "қызы",
        "ұлы",
        "қызы",
        "ұлы",
        "әкесі",
        "анасы",
    ]
    assert people[0].born == BirthDate(1987, 3, 5)
    assert people[6].born == BirthDate(1949)
    assert people[5].born == BirthDate(2022, 3, 3)
    documents = [person.document for person in people]
    assert [document.number if document else "" for document in documents] == [
        "20-117",
        "20-118",
        "20-119",
        "",
        "",
        "",
        "20-120",
        "",
    ]
    assert all(document.is_complete for document in documents if document)
    applicant = detail.applicant
    assert (applicant.origin_country, applicant.citizenship, applicant.sex) == ("UZ", "UZ", Sex.MALE)
    assert applicant.certificate_issued_on == date(2026, 2, 2)
    assert {person.origin_country for person in detail.people} == {"UZ"}
    assert [person.sex for person in detail.people[1:4]] == [Sex.FEMALE, Sex.FEMALE, Sex.MALE]
    # r.3: only the mother, an adult, lacks her slip.
    assert [obstacle.person.position for obstacle in detail.obstacles if obstacle.person] == [7]
    assert drafts() == []


def test_enter_walks_as_tab_does(page: IntakePage) -> None:
    write("Үлгібаев")
    enter()
    assert part_focused(page) == (0, Part.GIVEN_NAME)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert part_focused(page) == (0, Part.SURNAME)


def test_tab_passes_every_field_in_reading_order(page: IntakePage) -> None:
    passed = []
    for _field in range(19):
        passed.append(part_focused(page))
        tab()
    assert passed == [
        *(
            (0, part)
            for part in (
                Part.SURNAME,
                Part.GIVEN_NAME,
                Part.PATRONYMIC,
                Part.BORN,
                Part.BIRTH_PLACE,
                Part.ORIGIN,
                Part.CITIZENSHIP,
                Part.SEX,
                Part.LATIN_NAME,
                Part.IIN,
                Part.CERTIFICATE_NUMBER,
                Part.DOCUMENT_NUMBER,
                Part.DOCUMENT_ISSUER,
                None,  # the other kind of document
            )
        ),
        *((1, part) for part in (Part.SURNAME, Part.GIVEN_NAME, Part.PATRONYMIC, Part.BORN, Part.KINSHIP)),
    ]


def test_an_adult_without_slip_unfolds_its_fields_under_the_row(page: IntakePage) -> None:
    write_applicant()
    fill("", "Мөлдір", "", "2.11.2006", "қызы")
    assert part_focused(page) == (1, Part.DOCUMENT_NUMBER)
    fill("20-118", "10.03.2026")
    assert typed() == ISSUER  # the latest issuing body stands there
    tab(2)  # the other kind of document
    assert part_focused(page) == (2, Part.SURNAME)
    row = page.view.family.rows[0]
    assert row.line.document.words.text == "20-118, 10.03.2026"
    assert Part.DOCUMENT_NUMBER not in [row.fields.part_of(stop) for stop in row.stops()]


def test_a_minor_needs_no_slip_and_goes_on_to_the_next_row(page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    assert part_focused(page) == (2, Part.SURNAME)
    assert page.view.family.rows[0].line.document.words.text == "not needed"


def test_a_permit_can_stand_instead_of_the_slip(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    fill("Нобаева", "Күлән", "", "1951", "анасы")
    page.view.family.rows[0].change_document_kind()
    write("031-77")
    assert page.view.family.rows[0].line.document.words.text == "permit 031-77"
    document = registered(qtbot, page).people[1].household.document
    assert document is not None
    assert document.kind is DocumentKind.PERMIT


def test_the_proposed_surname_alone_is_nobody(page: IntakePage) -> None:
    write_applicant()
    assert typed() == "Үлгібаев"
    tab(2)
    press(Qt.Key.Key_Up, CONTROL)
    assert page.view.form().named_family == []
    assert page.view.family.rows[0].line.fields[Part.SURNAME].text() == ""


def test_control_and_arrows_go_from_person_to_person(page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    press(Qt.Key.Key_Up, CONTROL)
    assert part_focused(page) == (1, Part.SURNAME)
    tab()
    press(Qt.Key.Key_Up, CONTROL)
    assert part_focused(page) == (0, Part.GIVEN_NAME)
    press(Qt.Key.Key_Up, CONTROL)
    assert part_focused(page) == (0, Part.GIVEN_NAME)
    press(Qt.Key.Key_Down, CONTROL)
    assert part_focused(page) == (1, Part.GIVEN_NAME)


def test_control_delete_takes_a_person_off_and_the_menu_brings_them_back(page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    write_minor("Үлгібаева", "Аяулым", "30.01.2017", "қызы")
    press(Qt.Key.Key_Up, CONTROL)
    press(Qt.Key.Key_Up, CONTROL)
    press(Qt.Key.Key_Delete, CONTROL)
    assert [person.given_name for person in page.view.form().named_family] == ["Аяулым"]
    assert part_focused(page) == (1, Part.SURNAME)
    page.view.family.bring_back()
    assert [person.given_name for person in page.view.form().named_family] == ["Алихан", "Аяулым"]


def test_a_row_that_was_emptied_goes_when_it_is_left(page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    write_minor("Үлгібаева", "Аяулым", "30.01.2017", "қызы")
    page.view.focus_part(1, Part.SURNAME)
    for _field in range(5):
        press(Qt.Key.Key_A, CONTROL)
        press(Qt.Key.Key_Delete)
        tab()
    assert [row.person.given_name for row in page.view.family.rows] == ["Аяулым", ""]


@pytest.mark.parametrize(("language", "letters"), [("kk", "моңғ"), ("ru", "монг"), ("en", "Mong")])
def test_a_country_is_found_by_its_first_letters_in_the_language_of_the_screen(
    open_page: Open, language: str, letters: str
) -> None:
    with words.spoken_in(language):
        page = open_page()
    page.view.focus_part(0, Part.ORIGIN)
    fill(letters)
    assert page.view.form().applicant.origin_country == "MN"
    assert page.view.form().applicant.citizenship == "MN"


def test_the_frequent_countries_come_first_in_the_list(page: IntakePage) -> None:
    page.view.focus_part(0, Part.ORIGIN)
    for _step in range(3):  # open the list, the first country, the second
        press(Qt.Key.Key_Down)
    enter()
    assert page.view.form().applicant.origin_country == "CN"


def test_the_way_out_of_the_form_leads_to_the_buttons(page: IntakePage) -> None:
    write_applicant()
    tab(5)
    assert QApplication.focusWidget() is page.bar.register


def test_enter_on_the_surname_that_is_offered_goes_on_to_the_given_name(page: IntakePage) -> None:
    write_applicant()
    enter()
    assert part_focused(page) == (1, Part.GIVEN_NAME)
    fill("Алихан")
    assert page.view.family.rows[0].person.surname == "Үлгібаев"


def test_enter_in_a_row_without_a_surname_goes_to_the_button(page: IntakePage) -> None:
    write_applicant()
    press(Qt.Key.Key_Delete)
    enter()
    assert QApplication.focusWidget() is page.bar.register


def test_the_first_letters_of_a_kinship_are_enough(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "27.05.2011", "немер")
    assert page.view.family.rows[0].person.kinship == "немересі"


def test_kinship_is_chosen_from_the_list_with_the_arrows(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "27.05.2011")
    for _step in range(5):  # open the list; spouse, wife, husband, son
        press(Qt.Key.Key_Down)
    enter()
    assert page.view.family.rows[0].person.kinship == "ұлы"
    assert part_focused(page) == (2, Part.SURNAME)


@pytest.mark.parametrize(
    "typed_number", ["ықтиярхат 031-77", "Ықтиярхат № 031-77", "вид на жительство 031-77"]
)
def test_the_word_before_the_number_says_that_it_is_a_permit(
    qtbot: QtBot, page: IntakePage, typed_number: str
) -> None:
    write_applicant()
    fill("Нобаева", "Күлән", "", "1951", "анасы", typed_number)
    assert page.view.family.rows[0].line.document.words.text == "permit 031-77"
    document = registered(qtbot, page).people[1].household.document
    assert document is not None
    assert (document.kind, document.number) == (DocumentKind.PERMIT, "031-77")


def test_the_word_says_it_for_the_applicant_too(page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.DOCUMENT_NUMBER)
    press(Qt.Key.Key_A, CONTROL)
    fill("ықтиярхат 031-77, 10.03.2026")
    applicant = page.view.form().applicant
    assert applicant.is_permit
    assert (applicant.document_number, applicant.document_date) == ("031-77", "10.03.2026")
    assert page.view.card.box(Part.DOCUMENT_NUMBER).control.accessibleName() == "Residence permit"


def test_tab_and_space_say_that_it_is_a_permit(page: IntakePage) -> None:
    write_applicant()
    fill("Нобаева", "Күлән", "", "1951", "анасы", "031-77", "", "")
    press(Qt.Key.Key_Space)
    assert page.view.family.rows[0].person.is_permit
    enter()  # goes on, and changes nothing back
    assert page.view.family.rows[0].person.is_permit
    assert part_focused(page) == (2, Part.SURNAME)
