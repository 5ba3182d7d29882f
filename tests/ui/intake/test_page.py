"""The intake page at work: a family taken in with the keyboard alone, drafts, refusals."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.queries.application import ApplicationDetail, application_detail
from kandas_desktop.queries.office import drafts
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, Sex
from kandas_desktop.ui.intake.drafts import SAVE_AFTER
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.workplace import Workplace
from tests.ui.intake.keyboard import CONTROL, control_enter, enter, fill, press, tab, typed, write

TODAY = date(2026, 3, 18)
ISSUER = "Үлгі қ. ПД"

Open = Callable[[], IntakePage]


@pytest.fixture(autouse=True)
def _in_kazakh() -> Iterator[None]:
    with words.spoken_in("kk"):
        yield


@pytest.fixture
def open_page(qtbot: QtBot, workplace: Workplace) -> Open:
    def _open() -> IntakePage:
        page = IntakePage(workplace)
        qtbot.addWidget(page)
        page.resize(1162, 768)
        page.show()
        page.begin()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return _open


@pytest.fixture
def page(open_page: Open) -> IntakePage:
    return open_page()


@pytest.fixture
def notices(workplace: Workplace) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind: said.append((kind, text)))
    return said


def write_applicant() -> None:
    fill("Үлгібаев", "Ержан", "Нобайұлы", "5.3.1987", "Нөкіс қаласы", "Өзб", "")
    press(Qt.Key.Key_Right)
    enter()
    fill("ULGIBOYEV ERJAN", "", "00-1507 020226", "20-117 100326", ISSUER)


def write_minor(surname: str, given_name: str, born: str, kinship: str) -> None:
    fill(surname, given_name, "", born, kinship)


def registered(qtbot: QtBot, page: IntakePage, keys: Callable[[], None] = control_enter) -> ApplicationDetail:
    with qtbot.waitSignal(page.registered) as caught:
        keys()
    assert caught.args is not None
    return application_detail(caught.args[0], TODAY)


def part_focused(page: IntakePage) -> tuple[int, Part | None]:
    focused = QApplication.focusWidget()
    row = page.view.family.row_of(focused)
    if row is None:
        return 0, page.view.card.fields.part_of(focused)
    return list(page.view.family.rows).index(row) + 1, row.fields.part_of(focused)


def said_beside(page: IntakePage, row: int) -> list[str]:
    if row:
        return [remark.text for remark in page.view.family.rows[row - 1].remarks]
    return [box.message for box in page.view.card.grid.boxes.values() if box.message]


# --- the keyboard


def test_a_family_of_eight_is_taken_in_with_the_keyboard_alone(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    # The applicant's surname stands there already: typing replaces it, Tab takes it.
    fill("Үлгібаева", "Гүлмира", "Қиялқызы", "140989", "жұбайы", "20-118", "10.3.26", "")
    fill("Үлгібаева", "Мөлдір", "Ержанқызы", "2.11.2006", "қызы", "20-119", "10.3.26", "")
    fill("", "Алихан", "Ержанұлы", "27.05.2011", "ұлы")
    fill("Үлгібаева", "Аяулым", "Ержанқызы", "30/01/2017", "қызы")
    fill("", "Санжар", "Ержанұлы", "030322", "ұлы")
    fill("", "Нобай", "", "1949", "әкесі", "20-120", "11.3.26", "")
    fill("Нобаева", "Күлән", "", "1951", "анасы", "", "", "")
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
    for _field in range(18):
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
    tab()
    assert part_focused(page) == (2, Part.SURNAME)
    row = page.view.family.rows[0]
    assert row.line.document.words.text == "20-118, 10.03.2026"
    assert Part.DOCUMENT_NUMBER not in [row.fields.part_of(stop) for stop in row.stops()]


def test_a_minor_needs_no_slip_and_goes_on_to_the_next_row(page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    assert part_focused(page) == (2, Part.SURNAME)
    assert page.view.family.rows[0].line.document.words.text == "керек емес"


def test_a_permit_can_stand_instead_of_the_slip(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    fill("Нобаева", "Күлән", "", "1951", "анасы")
    page.view.family.rows[0].change_document_kind()
    write("031-77")
    assert page.view.family.rows[0].line.document.words.text == "ықтиярхат 031-77"
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
    assert [person.given_name for person in page.view.form().named_family] == ["Аяулым", "Алихан"]


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


def test_a_country_is_found_by_its_first_letters_in_the_language_of_the_screen(page: IntakePage) -> None:
    page.view.focus_part(0, Part.ORIGIN)
    fill("моңғ")
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


# --- what is missing and wrong


def test_nothing_is_scolded_before_anything_was_passed(page: IntakePage) -> None:
    assert said_beside(page, 0) == []
    write("Ү")
    assert said_beside(page, 0) == []


def test_what_was_passed_empty_is_said_in_amber_with_its_clause(page: IntakePage) -> None:
    tab(7)
    assert said_beside(page, 0) == [
        "Тегін немесе атын жазыңыз",
        "Туған күнін немесе жылын жазыңыз",
        "Шыққан елін таңдаңыз",
    ]


def test_control_enter_says_everything_missing_and_goes_to_the_first(
    page: IntakePage, notices: list[tuple[str, str]]
) -> None:
    write("Үлгібаев")
    control_enter()
    assert said_beside(page, 0) == ["Туған күнін немесе жылын жазыңыз", "Шыққан елін таңдаңыз"]
    assert part_focused(page) == (0, Part.BORN)
    assert notices == [("note", "Туған күнін немесе жылын жазыңыз (5-тармақ)")]
    assert page.bar.register.blocked_reason == notices[0][1]


def test_a_family_member_without_kinship_is_said_beside_the_row(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "27.05.2011", "")
    control_enter()
    assert said_beside(page, 1) == ["Туыстық дәрежесін жазыңыз"]
    assert part_focused(page) == (1, Part.KINSHIP)


def test_enter_in_the_empty_row_says_what_is_missing_before_it_goes_to_the_button(page: IntakePage) -> None:
    fill("Үлгібаев")
    page.view.focus_part(1, Part.SURNAME)
    enter()
    assert part_focused(page) == (0, Part.BORN)


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        (Part.BORN, "30.02.1987", "Ондай күн жоқ."),
        (Part.BORN, "19.03.2026", "Бұл күн әлі келген жоқ."),
        (Part.SURNAME, "Ү" * 300, "120 таңбадан ұзын."),
        (Part.GIVEN_NAME, "ەرجان", "Кирилл не латын әріптерімен жазыңыз."),
        (Part.GIVEN_NAME, "Ержан😀", "Белгілер мен эмодзи басылмайды."),
        (Part.IIN, "123", "ЖСН 12 цифрдан тұрады."),
        (Part.CERTIFICATE_NUMBER, "00-1, 32.01.2026", "Ондай күн жоқ."),
        (Part.DOCUMENT_NUMBER, "20-1, 19.03.2026", "Құжаттың күні әлі келген жоқ"),
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
    assert page.view.card.box(part).control.text() == shown == text


def test_an_impossible_birth_date_of_the_family_is_said_under_the_row(page: IntakePage) -> None:
    write_applicant()
    fill("", "Алихан", "", "31.04.2011", "ұлы")
    assert said_beside(page, 1) == ["Ондай күн жоқ."]
    assert page.view.family.rows[0].line.fields[Part.BORN].state == "error"
    control_enter()
    assert part_focused(page) == (1, Part.BORN)


def test_the_same_person_twice_is_said_beside_the_second(page: IntakePage) -> None:
    write_applicant()
    fill("Үлгібаев", "Ержан", "Нобайұлы", "05.03.1987", "ағасы")
    assert "Бұл адам өтініште бар" in said_beside(page, 1)


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
    assert said_beside(page, 1)[0].startswith("19 жаста: талонсыз")
    assert [obstacle.person.position for obstacle in page.view.slips if obstacle.person] == [1]
    assert page.bar.register.blocked_reason == ""


# --- registering


def test_control_enter_twice_registers_once(qtbot: QtBot, page: IntakePage) -> None:
    ids: list[int] = []
    page.registered.connect(lambda application_id, _print: ids.append(application_id))
    write_applicant()
    control_enter()
    control_enter()
    assert len(ids) == 1


def test_control_enter_takes_what_is_being_typed(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.ORIGIN)
    press(Qt.Key.Key_A, CONTROL)
    write("моңғ")
    detail = registered(qtbot, page, lambda: press(Qt.Key.Key_Return, CONTROL))
    assert detail.applicant.origin_country == "MN"


def test_the_other_button_asks_for_the_paper_too(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    with qtbot.waitSignal(page.registered) as caught:
        page.bar.print.click()
    assert caught.args is not None
    assert caught.args[1] is True


def test_a_full_disk_is_said_and_loses_nothing(
    qtbot: QtBot, page: IntakePage, notices: list[tuple[str, str]], workplace: Workplace
) -> None:
    write_applicant()
    workplace.desk.database.execute_sql("PRAGMA query_only = 1")
    control_enter()
    page.keeper.schedule()
    page.keeper.save_now()
    page.keeper.schedule()
    page.keeper.save_now()
    # One of registering, one of the draft: not one at every letter.
    assert [kind for kind, _text in notices] == ["fault", "fault"]
    assert page.view.form().applicant.surname == "Үлгібаев"
    workplace.desk.database.execute_sql("PRAGMA query_only = 0")
    assert registered(qtbot, page).applicant.household.name.surname == "Үлгібаев"


def test_an_earlier_application_is_taken_in_anew(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    first = registered(qtbot, page)
    page.begin_from(first.id)
    assert page.head.state == "Ө-1/26 өтінішінен көшірілді"
    again = registered(qtbot, page)
    assert again.previous_number == "Ө-1/26"
    assert [person.household.name for person in again.people] == [
        person.household.name for person in first.people
    ]
    assert again.applicant.certificate_issued_on == date(2026, 2, 2)


# --- drafts


def test_what_was_typed_is_kept_a_moment_later(qtbot: QtBot, page: IntakePage) -> None:
    with qtbot.waitSignal(page.keeper.saved, timeout=10 * SAVE_AFTER):
        write("Үлгібаев")
    assert "Үлгібаев" in drafts()[0].content
    assert page.head.state == "Қаралама сақталды · 10:42"


def test_a_draft_survives_a_page_that_never_said_goodbye(
    qtbot: QtBot, open_page: Open, workplace: Workplace
) -> None:
    page = open_page()
    write_applicant()
    with qtbot.waitSignal(page.keeper.saved, timeout=10 * SAVE_AFTER):
        fill("Нобаева", "Күлән", "", "1951", "анасы", "20-1")
    before = page.view.form().to_draft()
    page.keeper.forget()  # nothing more is written when it goes
    page.close()
    again = open_page()
    assert again.view.form().to_draft() == before
    assert again.head.state.startswith("Қаралама ашылды")
    assert again.view.family.rows[0].line.fields[Part.GIVEN_NAME].text() == "Күлән"


def test_hiding_the_page_saves_at_once(page: IntakePage) -> None:
    write("Үлгібаев")
    page.hide()
    assert len(drafts()) == 1


def test_an_empty_form_is_not_kept(page: IntakePage) -> None:
    write("Ү")
    page.keeper.save_now()
    assert len(drafts()) == 1
    press(Qt.Key.Key_Backspace)
    page.keeper.save_now()
    assert drafts() == []


def test_another_family_comes_while_the_first_fetches_its_papers(page: IntakePage) -> None:
    write("Үлгібаев")
    page.begin()
    assert page.view.form().is_empty
    write("Мысалов")
    page.keeper.save_now()
    assert len(drafts()) == 2
    assert page.head.drafts.accessibleName() == "Қараламалар"


def test_a_reopened_draft_is_what_the_first_new_application_shows(open_page: Open) -> None:
    page = open_page()
    write("Үлгібаев")
    page.close()
    again = open_page()
    assert again.view.form().applicant.surname == "Үлгібаев"
    again.begin()
    assert again.view.form().is_empty


def test_the_page_goes_back_to_the_field_in_which_the_clerk_was(page: IntakePage) -> None:
    fill("Үлгібаев", "Ержан")
    page.head.drafts.setFocus()
    page.setFocus()
    assert part_focused(page) == (0, Part.PATRONYMIC)


def test_a_draft_thrown_away_can_be_brought_back(page: IntakePage) -> None:
    from kandas_desktop.ui.intake.drafts import kept_forms

    write("Үлгібаев")
    page.keeper.save_now()
    page.shelf.throw_away(kept_forms()[0])
    assert drafts() == []
    assert page.view.form().is_empty
    page.shelf.bring_back()
    assert [kept.form.applicant.surname for kept in kept_forms()] == ["Үлгібаев"]


# --- a small window


def test_a_small_window_folds_the_finished_applicant_into_a_line(page: IntakePage) -> None:
    page.set_compact(True)
    assert page.view.applicant.line.isHidden()
    write_applicant()
    assert page.view.applicant.line.isVisible()
    assert not page.view.card.isVisible()
    assert not page.view.side.isVisible()
    press(Qt.Key.Key_Up, CONTROL)
    assert page.view.card.isVisible()
    assert part_focused(page) == (0, Part.SURNAME)


def test_f2_fetches_the_letters_in_a_small_window(page: IntakePage) -> None:
    page.set_compact(True)
    write("Ү")
    press(Qt.Key.Key_F2)
    enter()
    press(Qt.Key.Key_Escape)
    assert typed() == "Үә"


def test_f2_types_a_kazakh_letter(page: IntakePage) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Right)
    enter()
    press(Qt.Key.Key_F2)
    assert typed() == "ғ"
    assert page.view.form().applicant.surname == "ғ"
