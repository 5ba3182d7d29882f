"""What the intake page says beside its fields, and when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.intake.remark_line import RemarkLine
from kandas_desktop.ui.kit.inputs import TextField
from tests.ui.intake.clerk import ISSUER, part_focused, registered, said_beside, write_applicant
from tests.ui.intake.keyboard import CONTROL, control_enter, enter, fill, press, tab, typed, write
from tests.ui.looking import words_in


def test_nothing_is_scolded_before_anything_was_passed(page: IntakePage) -> None:
    assert said_beside(page, 0) == []
    write("Ү")
    assert said_beside(page, 0) == []


def test_what_was_passed_empty_is_said_in_amber_with_its_clause(page: IntakePage) -> None:
    tab(7)
    assert said_beside(page, 0) == [
        "Write a surname or a given name",
        "Write the birth date, or its year",
        "Choose the country of origin",
    ]


def test_control_enter_says_everything_missing_and_goes_to_the_first(
    page: IntakePage, notices: list[tuple[str, str]]
) -> None:
    write("Үлгібаев")
    control_enter()
    assert said_beside(page, 0) == ["Write the birth date, or its year", "Choose the country of origin"]
    assert part_focused(page) == (0, Part.BORN)
    assert notices == [("note", "Write the birth date, or its year (r.5)")]
    assert page.bar.register.blocked_reason == notices[0][1]


def test_a_family_member_without_kinship_is_said_beside_the_row(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "27.05.2011", "")
    control_enter()
    assert said_beside(page, 1) == ["Write the kinship"]
    assert part_focused(page) == (1, Part.KINSHIP)


def test_enter_in_the_empty_row_says_what_is_missing_before_it_goes_to_the_button(page: IntakePage) -> None:
    fill("Үлгібаев")
    page.view.focus_part(1, Part.SURNAME)
    enter()
    enter()
    assert part_focused(page) == (0, Part.BORN)


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        (Part.BORN, "30.02.1987", "There is no such day."),
        (Part.BORN, "19.03.2026", "This day has not come yet."),
        (Part.SURNAME, "Ү" * 300, "Longer than 120 characters."),
        (Part.GIVEN_NAME, "ەرجان", "Write it in Cyrillic or Latin letters."),
        (Part.GIVEN_NAME, "Ержан😀", "Symbols and emoji cannot be printed."),
        (Part.IIN, "123", "An IIN has 12 digits."),
        (Part.CERTIFICATE_NUMBER, "00-1, 32.01.2026", "There is no such day."),
        (Part.DOCUMENT_NUMBER, "20-1, 19.03.2026", "The document's date is in the future"),
    ],
)
def test_bad_input_is_said_under_its_field_and_stays_there(
    page: IntakePage, part: Part, text: str, sentence: str
) -> None:
    write_applicant()
    page.view.focus_part(0, part)
    press(Qt.Key.Key_A, CONTROL)
    write(text)
    shown = typed()
    tab()
    assert said_beside(page, 0) == [sentence]
    control = page.view.card.box(part).control
    assert isinstance(control, TextField)
    assert control.text() == shown == text


def test_an_impossible_birth_date_of_the_family_is_said_under_the_row(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "31.04.2011", "ұлы")
    assert said_beside(page, 1) == ["There is no such day."]
    assert page.view.family.rows[0].line.fields[Part.BORN].state == "error"
    control_enter()
    assert part_focused(page) == (1, Part.BORN)


def test_the_same_person_twice_is_said_beside_the_second(page: IntakePage) -> None:
    write_applicant()
    fill("Үлгібаев", "Ержан", "Нобайұлы", "05.03.1987", "ағасы")
    assert "This person is already on the application" in said_beside(page, 1)


def test_an_odd_iin_stops_nobody(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.IIN)
    fill("123")
    assert registered(qtbot, page).applicant.household.iin == "123"


def test_pasted_line_breaks_do_not_reach_the_journal(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.PATRONYMIC)
    QApplication.clipboard().setText("Нобай\nұлы\t")
    press(Qt.Key.Key_V, CONTROL)
    assert registered(qtbot, page).applicant.household.name.patronymic == "Нобай ұлы"


def test_the_native_script_takes_any_letters(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    page.view.card.grid.write_in_own_script()
    write("اولگبايەۆ")
    assert registered(qtbot, page).applicant.native_name == "اولگبايەۆ"


def test_a_year_alone_is_a_birth_date(page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.BORN)
    press(Qt.Key.Key_A, CONTROL)
    fill("1951")
    assert said_beside(page, 0) == []
    assert page.bar.register.blocked_reason == ""


def test_a_missing_slip_stops_no_registering_but_stands_in_the_way(page: IntakePage) -> None:
    write_applicant()
    fill("", "Мөлдір", "", "2.11.2006", "қызы")
    assert said_beside(page, 1)[0].startswith("19 years old: without a slip")
    assert [obstacle.person.position for obstacle in page.view.slips if obstacle.person] == [1]
    assert page.bar.register.blocked_reason == ""


@pytest.mark.parametrize("born", ["", "31.04.1987"])
def test_nothing_is_promised_before_everybody_can_be_judged(page: IntakePage, born: str) -> None:
    write_applicant()
    assert page.view.side.outlook.banner.text == "A referral follows"
    fill("", "Алихан", "", born, "ұлы")
    assert page.view.side.outlook.banner.text == "Not known yet"
    assert "Nothing stands in the way" not in words_in(page.view.side.obstacles)


def test_the_reason_stands_beside_the_locked_button_at_once(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "27.05.2011")
    assert "Family, row 1: Write the kinship (r.4)" in words_in(page.bar)
    fill("ұлы")
    assert not any("kinship" in words for words in words_in(page.bar))


def test_an_iin_of_the_other_sex_is_said_though_its_last_digit_is_wrong_too(page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.IIN)
    fill("870305400121")
    assert said_beside(page, 0) == [
        "The last digit does not fit: look again. It does not agree with the sex."
    ]


def test_the_applicants_missing_slip_is_one_line_across_the_card(page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.DOCUMENT_NUMBER)
    press(Qt.Key.Key_A, CONTROL)
    write("20-117")
    page.view.focus_part(1, Part.SURNAME)
    (line,) = page.view.card.findChildren(RemarkLine)
    assert "date" in line.remark.text
    assert line.width() > page.view.card.width() // 2
    assert line.height() < 30
    assert said_beside(page, 0) == []


def test_who_issued_the_applicants_slip_can_be_read_once_it_is_folded_up(page: IntakePage) -> None:
    write_applicant()
    tab()
    slip = page.view.card.box(Part.DOCUMENT_NUMBER).control
    assert slip.toolTip() == f"20-117, 10.03.2026, {ISSUER}"


def test_an_issuing_body_stays_as_it_was_typed(page: IntakePage) -> None:
    write_applicant()
    page.view.issuers._known = ["ҚР ІІМ"]
    page.view.refresh()
    page.view.focus_part(0, Part.DOCUMENT_ISSUER)
    press(Qt.Key.Key_A, CONTROL)
    fill("ІІМ")
    assert page.view.form().applicant.document_issuer == "ІІМ"


@pytest.mark.parametrize(("part", "text"), [(Part.DOCUMENT_ISSUER, "ІІМ"), (Part.ORIGIN, "моңғ")])
def test_control_enter_registers_while_a_list_is_open(
    qtbot: QtBot, page: IntakePage, part: Part, text: str
) -> None:
    write_applicant()
    page.view.issuers._known = ["ҚР ІІМ"]
    page.view.refresh()
    page.view.focus_part(0, part)
    press(Qt.Key.Key_A, CONTROL)
    write(text)
    assert QApplication.activePopupWidget() is not None
    applicant = registered(qtbot, page, lambda: press(Qt.Key.Key_Return, CONTROL)).applicant
    document = applicant.household.document
    assert document is not None
    assert text in (document.issued_by, "моңғ")
