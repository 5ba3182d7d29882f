from collections.abc import Callable, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_referral_paper
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.errors import Trouble
from kandas_desktop.models.tables import Application, ApplicationPerson, Office, Referral
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import HouseholdPerson, ResidenceDocument
from kandas_desktop.ui.journal import panel_acts
from kandas_desktop.ui.journal.panel import ApplicationPanel
from kandas_desktop.ui.journal.panel_foot import PanelFoot
from kandas_desktop.ui.journal.panel_people import PeopleSection
from kandas_desktop.ui.journal.panel_referral import HandOver
from kandas_desktop.ui.journal.questions import DocumentQuestion, ReasonQuestion
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.theme import Density, theme
from kandas_desktop.ui.workplace import Workplace
from tests.factories import (
    Clock,
    TestOffice,
    a_family,
    a_person,
    a_referral,
    a_slip,
    a_waiting_application,
    an_application,
)
from tests.ui.journal.looking import button_in, filled_buttons_in, hints_in, shown_in, words_in

TODAY = date(2026, 3, 18)

Show = Callable[[int], ApplicationPanel]
State = Callable[[Desk], int]


@pytest.fixture
def clock(office: TestOffice) -> Clock:
    return office.clock


@pytest.fixture
def workplace(at_desk: Workplace) -> Workplace:
    return at_desk


@pytest.fixture
def said(workplace: Workplace) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind: heard.append((kind, text)))
    return heard


@pytest.fixture
def show(workplace: Workplace, qtbot: QtBot) -> Callable[[int], ApplicationPanel]:
    def shown(application_id: int) -> ApplicationPanel:
        panel = ApplicationPanel(workplace)
        qtbot.addWidget(panel)
        panel.show_application(application_id)
        panel.resize(panel.width(), 736)
        panel.show()
        return panel

    return shown


def family_of_three() -> tuple[PersonEntry, ...]:
    """A father with his slip, a son who came of age yesterday, a mother whose slip has no date."""
    return a_family(
        a_person("Дәурен", patronymic="Аңызұлы"),
        a_person("Ерасыл", born=BirthDate(2008, 3, 17), document=None, kinship="ұлы"),
        a_person(
            "Бибі", surname="Мысалова", born=BirthDate(1952), document=a_slip(issued_on=None), kinship="анасы"
        ),
    )


def menu_of(panel: ApplicationPanel) -> QMenu:
    return shown_in(panel, PanelFoot).menu()


def no_beds() -> None:
    Office.update(beds_in_all=0).execute()


# --- the states of an application, each reached by the actions


def due(desk: Desk) -> int:
    return an_application(desk, size=2)


def blocked(desk: Desk) -> int:
    return an_application(desk, *family_of_three())


def without_beds(desk: Desk) -> int:
    no_beds()
    return an_application(desk, *family_of_three())


def waiting(desk: Desk) -> int:
    a_waiting_application(desk, size=8)
    return a_waiting_application(desk, size=1)


def waiting_for_beds(desk: Desk) -> int:
    return a_waiting_application(desk, size=8)


def issued(desk: Desk) -> int:
    return Referral.get_by_id(a_referral(desk, size=2)).application.id


def printed(desk: Desk) -> int:
    application_id = issued(desk)
    paper_id = keep_referral_paper(desk, 1, b"%PDF")
    issue_papers(desk, [paper_id], left_by=LeftBy.PRINTER)
    return application_id


def handed_over(desk: Desk) -> int:
    application_id = issued(desk)
    hand_over_referral(desk, 1, received_on=TODAY)
    return application_id


def returned(desk: Desk) -> int:
    application_id = due(desk)
    return_application(desk, application_id, reason="Нысан толық толтырылмаған")
    return application_id


def struck_out(desk: Desk) -> int:
    application_id = due(desk)
    strike_out_application(desk, application_id, reason="Екі рет тіркелген")
    return application_id


def again(desk: Desk) -> int:
    application_id = issued(desk)
    strike_out_referral(desk, 1, reason="Жолдамада қате кетті")
    return application_id


STATES = (
    due,
    blocked,
    without_beds,
    waiting,
    waiting_for_beds,
    issued,
    printed,
    handed_over,
    returned,
    struck_out,
    again,
)


# --- what is shown


def test_the_head_says_number_outcome_name_and_where_from(workplace: Workplace, show: Show) -> None:
    seen = words_in(show(blocked(workplace.desk)))
    for text in ("Ө-1/26", "To consider today", "Мысалов Дәурен Аңызұлы"):
        assert text in seen
    assert "3 people · Mongolia · registered on 18.03.2026" in seen


def test_every_obstacle_is_shown_with_its_person_reason_and_clause(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    clock.set(date(2026, 3, 16))
    application_id = blocked(workplace.desk)
    clock.set(TODAY)
    seen = words_in(show(application_id))
    assert "Slip not handed in" in seen
    assert "Мысалов Ерасыл, 18 years old" in seen
    assert "Came of age on 17.03.2026" in seen
    assert "Slip date not written" in seen
    assert "Мысалова Бибі, born in 1952" in seen
    assert seen.count("clause 3") == 2


def test_who_was_of_age_already_when_applying_needs_no_word_about_it(
    workplace: Workplace, show: Show
) -> None:
    seen = words_in(show(blocked(workplace.desk)))
    assert not [text for text in seen if text.startswith("Came of age")]


def test_what_is_met_is_told_with_its_clause_and_what_will_be_issued(
    workplace: Workplace, show: Show
) -> None:
    seen = words_in(show(due(workplace.desk)))
    assert "Nothing stands in the way of the referral" in seen
    assert "The slips of 2 people are there" in seen
    assert "Beds suffice: 2 needed, 7 free" in seen
    assert "Ж-1/26, 18.03.2026" in seen
    assert {"clause 3", "clause 5", "clause 6", "clause 7", "clause 8"} <= set(seen)


@pytest.mark.parametrize(
    ("arrives", "looks", "title"),
    [
        (TODAY, TODAY, "To be considered today"),
        (date(2026, 3, 17), TODAY, "Its day of consideration has passed"),
        (date(2026, 3, 14), date(2026, 3, 14), "To be considered on 16.03.2026"),
    ],
)
def test_when_an_application_is_considered_is_said_with_clause_6(
    workplace: Workplace, clock: Clock, show: Show, arrives: date, looks: date, title: str
) -> None:
    clock.set(arrives)
    application_id = due(workplace.desk)
    clock.set(looks)
    seen = words_in(show(application_id))
    assert title in seen
    assert "clause 6" in seen


def test_the_first_of_the_reserve_is_told_that_its_turn_has_come(workplace: Workplace, show: Show) -> None:
    assert "Its turn has come: first in the reserve" in words_in(show(waiting_for_beds(workplace.desk)))


def test_who_waits_sees_who_is_first_and_can_go_there(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(waiting(workplace.desk))
    assert "In reserve · place 2" in words_in(panel)
    with qtbot.waitSignal(panel.application_shown) as shown:
        button_in(panel, "Show Ө-1/26").click()
    assert shown.args == [1]
    assert panel.application_id == 1


def test_several_households_ahead_are_counted(workplace: Workplace, show: Show) -> None:
    a_waiting_application(workplace.desk, size=8)
    a_waiting_application(workplace.desk, size=8)
    seen = words_in(show(due(workplace.desk)))
    assert "2 households wait first, the first is Ө-1/26" in seen


def test_why_a_line_was_struck_out_or_returned_is_shown(workplace: Workplace, show: Show) -> None:
    assert "Struck out on 18.03.2026" in words_in(show(struck_out(workplace.desk)))
    assert "Екі рет тіркелген. The line and its number stay." in words_in(show(1))
    seen = words_in(show(returned(workplace.desk)))
    assert "Returned on 18.03.2026" in seen
    assert "Нысан толық толтырылмаған" in seen


def test_a_struck_out_referral_is_listed_with_its_reason_and_opens(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(again(workplace.desk))
    seen = words_in(panel)
    assert "Struck out on 18.03.2026: Жолдамада қате кетті" in seen
    assert "To be considered again" in seen
    (eye,) = [button for button in panel.findChildren(IconButton) if button.accessibleName() == "Open Ж-1/26"]
    with qtbot.waitSignal(panel.referral_opened) as opened:
        eye.click()
    assert opened.args == [1]


def test_the_application_before_and_the_one_filed_anew_are_linked(workplace: Workplace, show: Show) -> None:
    first = due(workplace.desk)
    an_application(workplace.desk, previous_id=first)
    panel = show(first)
    assert "Applied anew:" in words_in(panel)
    next(link for link in panel.findChildren(LinkButton) if link.words == "Ө-2/26").click()
    assert "Applied before:" in words_in(panel)
    assert panel.application_id == 2


def test_the_term_to_move_in_is_shown_with_its_reason(workplace: Workplace, clock: Clock, show: Show) -> None:
    application_id = handed_over(workplace.desk)
    seen = words_in(show(application_id))
    assert "Move in by 21.03.2026" in seen
    assert "Received on 18.03.2026, and three calendar days from it" in seen
    assert "clause 9" in seen
    clock.set(date(2026, 3, 22))
    assert "Move-in term ended 21.03.2026" in words_in(show(application_id))


def test_days_off_that_move_the_term_are_named(workplace: Workplace, show: Show) -> None:
    Office.update(last_day_moves=True).execute()
    seen = words_in(show(handed_over(workplace.desk)))
    assert any("days off skipped: 21.03, 22.03, 23.03, 24.03, 25.03" in text for text in seen)


def test_everybody_is_listed_with_what_they_handed_in(workplace: Workplace, show: Show) -> None:
    seen = words_in(shown_in(show(blocked(workplace.desk)), PeopleSection))
    assert "Мысалов Дәурен Аңызұлы" in seen
    assert "22.06.1984 · applicant" in seen
    assert "slip 20-117, 10.03.2026" in seen
    assert "year 1952 · анасы" in seen
    assert "slip not handed in" in seen


def test_a_minor_is_listed_as_needing_no_slip(workplace: Workplace, show: Show) -> None:
    child = a_person("Аяла", born=BirthDate(2014, 10, 30), document=None)
    seen = words_in(show(an_application(workplace.desk, a_person(), child)))
    assert "a minor: no slip needed" in seen


def test_an_applicant_who_is_a_minor_is_asked_for_the_slip(workplace: Workplace, show: Show) -> None:
    orphan = a_person("Аяла", born=BirthDate(2009, 10, 30), document=None)
    panel = show(an_application(workplace.desk, orphan))
    assert "slip not handed in" in words_in(panel)
    assert filled_buttons_in(panel) == ["Enter the slip"]


# --- one filled button: the next lawful step


@pytest.mark.parametrize(
    ("state", "filled"),
    [
        (due, ["Issue the referral"]),
        (blocked, ["Enter the slip"]),
        (without_beds, ["Enter in the reserve"]),
        (waiting, []),
        (waiting_for_beds, []),
        (issued, ["Print the referral"]),
        (printed, ["Handed over"]),
        (handed_over, []),
        (returned, ["Apply anew"]),
        (struck_out, ["Apply anew"]),
        (again, ["Issue the referral"]),
    ],
)
def test_the_next_lawful_step_is_the_only_filled_button(
    workplace: Workplace, show: Show, state: State, filled: list[str]
) -> None:
    panel = show(state(workplace.desk))
    assert filled_buttons_in(panel) == filled
    assert [panel.filled_button.words] if panel.filled_button else filled == []


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (blocked, "First deal with 2 obstacles"),
        (without_beds, "Not enough beds: first enter it in the reserve"),
        (waiting, "Waits for its turn in the reserve"),
        (waiting_for_beds, "Waits for beds to become free"),
    ],
)
def test_a_blocked_referral_says_why_under_its_button(
    workplace: Workplace, show: Show, state: State, reason: str
) -> None:
    panel = show(state(workplace.desk))
    button = button_in(panel, "Issue the referral")
    assert not button.isEnabled()
    assert button.blocked_reason == reason
    assert reason in words_in(panel)


def test_who_comes_after_others_is_told_to_wait_in_the_reserve(workplace: Workplace, show: Show) -> None:
    a_waiting_application(workplace.desk, size=8)
    panel = show(due(workplace.desk))
    reason = button_in(panel, "Issue the referral").blocked_reason
    assert reason == "Others are ahead: first enter it in the reserve"


def test_the_key_of_a_step_that_cannot_be_taken_says_why(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    show(waiting(workplace.desk)).take_main_action()
    assert said == [("note", "Waits for its turn in the reserve")]


# --- acting


def test_the_referral_is_issued_and_said(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], qtbot: QtBot
) -> None:
    panel = show(due(workplace.desk))
    with qtbot.waitSignal(panel.changed):
        panel.take_main_action()
    assert Referral.get().number == "Ж-1/26"
    assert said == [("done", "Referral Ж-1/26 issued.")]
    assert "Referral issued" in words_in(panel)
    assert filled_buttons_in(panel) == ["Print the referral"]


def test_a_double_click_issues_once_and_does_nothing_else(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], qtbot: QtBot
) -> None:
    panel = show(due(workplace.desk))
    opened: list[int] = []
    panel.referral_opened.connect(opened.append)
    button = button_in(panel, "Issue the referral")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert Referral.select().count() == 1
    assert said == [("done", "Referral Ж-1/26 issued.")]
    assert opened == []


def test_a_step_is_not_taken_while_another_is(
    workplace: Workplace, show: Show, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))

    def issue_and_press_again(desk: Desk, request: ReferralRequest) -> int:
        panel.take_main_action()
        button_in(panel, "Issue the referral").click()
        return issue_referral(desk, request)

    monkeypatch.setattr(panel_acts, "issue_referral", issue_and_press_again)
    panel.take_main_action()
    assert Referral.select().count() == 1
    assert said == [("done", "Referral Ж-1/26 issued.")]


def test_a_refusal_is_said_in_the_foot_strip_and_the_panel_shows_the_reason(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))
    no_beds()
    panel.take_main_action()
    assert said == [("note", "Not enough free beds: 2 needed, 0 free (r.7).")]
    assert Referral.select().count() == 0
    assert "Not enough free beds" in words_in(panel)
    assert filled_buttons_in(panel) == ["Enter in the reserve"]


def test_a_second_referral_is_refused_in_words(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))
    issue_referral(workplace.desk, ReferralRequest(1))
    panel.take_main_action()
    assert said == [("note", "A referral is in force (r.3).")]
    assert filled_buttons_in(panel) == ["Print the referral"]


def test_a_fault_of_the_world_is_said_and_the_panel_stays(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(due(workplace.desk))

    def fail(*_arguments: object) -> int:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(panel_acts, "issue_referral", fail)
    panel.take_main_action()
    assert said == [("fault", "The disk is full.")]
    assert filled_buttons_in(panel) == ["Issue the referral"]


def test_the_application_enters_the_reserve(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    no_beds()
    panel = show(due(workplace.desk))
    panel.take_main_action()
    assert said == [("done", "Ө-1/26 is in the reserve.")]
    assert "In reserve · place 1" in words_in(panel)


def test_the_missing_slip_is_asked_for_and_written_down(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(blocked(workplace.desk))
    asked = []

    def answer(
        _parent: object, person: HouseholdPerson, *, today: date, issuers: Sequence[str], whom: str
    ) -> ResidenceDocument:
        asked.append((person.name.given_name, today, list(issuers), whom))
        return a_slip("20-118")

    monkeypatch.setattr(DocumentQuestion, "ask", answer)
    panel.take_main_action()
    assert asked == [("Ерасыл", TODAY, ["Мысал қаласының ПБ"], "Мысалов Ерасыл, 18 years old")]
    assert ApplicationPerson.get_by_id(2).document_number == "20-118"
    assert said == [("done", "The document of Мысалов Ерасыл is written down.")]
    assert filled_buttons_in(panel) == ["Enter the date"]
    panel.take_main_action()
    assert filled_buttons_in(panel) == ["Issue the referral"]


@pytest.mark.parametrize(
    ("document", "button"),
    [
        (None, "Enter the slip"),
        (a_slip(number=""), "Enter the number"),
        (a_slip(issued_on=None), "Enter the date"),
        (a_slip(issued_by=""), "Enter the body"),
    ],
)
def test_the_button_of_an_obstacle_says_what_is_to_be_entered(
    workplace: Workplace, show: Show, document: ResidenceDocument | None, button: str
) -> None:
    panel = show(an_application(workplace.desk, a_person(document=document)))
    assert filled_buttons_in(panel) == [button]


def test_a_referral_dated_on_a_coming_working_day_is_printed_now_and_handed_over_then(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    clock.set(date(2026, 3, 14))  # a Saturday
    application_id = issued(workplace.desk)
    panel = show(application_id)
    assert "Handed over from 16.03.2026 on" in words_in(panel)
    assert filled_buttons_in(panel) == ["Print the referral"]
    paper_id = keep_referral_paper(workplace.desk, 1, b"%PDF")
    issue_papers(workplace.desk, [paper_id], left_by=LeftBy.PRINTER)
    panel.reload()
    assert filled_buttons_in(panel) == []
    clock.set(date(2026, 3, 16))
    panel.reload()
    assert filled_buttons_in(panel) == ["Handed over"]


def test_a_written_document_can_be_corrected_with_the_pencil(
    workplace: Workplace, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(due(workplace.desk))
    monkeypatch.setattr(DocumentQuestion, "ask", lambda *_arguments, **_named: a_slip("20-999"))
    pencils = [button for button in panel.findChildren(IconButton) if "handed in" in button.accessibleName()]
    pencils[1].click()
    assert ApplicationPerson.get_by_id(2).document_number == "20-999"


def test_a_referred_familys_documents_have_no_pencil(workplace: Workplace, show: Show) -> None:
    panel = show(issued(workplace.desk))
    assert not [button for button in panel.findChildren(IconButton) if "handed in" in button.accessibleName()]


def test_the_referral_is_handed_over_on_the_day_written(
    workplace: Workplace, clock: Clock, show: Show, said: list[tuple[str, str]]
) -> None:
    application_id = printed(workplace.desk)
    clock.set(date(2026, 3, 20))
    panel = show(application_id)
    field = shown_in(panel, DateField)
    assert field.text() == "20.03.2026"
    assert "The family moves in by 23.03.2026, that day included." in words_in(panel)
    field.setText("19.3.26")
    assert "The family moves in by 22.03.2026, that day included." in words_in(panel)
    panel.take_main_action()
    assert Referral.get().received_on == date(2026, 3, 19)
    assert said == [("done", "Referral Ж-1/26 handed over on 19.03.2026.")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("17.03.2026", "Received before it was issued"),
        ("19.03.2026", "The day of receipt is in the future"),
        ("30.02.2026", "There is no such day"),
        ("кеше", "This cannot be read as a date"),
        ("", "Write the day on which the family received it."),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_the_field_and_not_taken(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], typed: str, words: str
) -> None:
    panel = show(printed(workplace.desk))
    shown_in(panel, DateField).setText(typed)
    assert words in words_in(shown_in(panel, HandOver))
    panel.take_main_action()
    assert Referral.get().received_on is None
    assert said == []


@pytest.mark.parametrize(
    ("press", "state", "told"),
    [
        ("return", due, "Ө-1/26 returned."),
        ("strike", due, "Ө-1/26 struck out; the line and its number stay."),
        ("strike referral", issued, "Referral Ж-1/26 struck out."),
    ],
)
def test_what_needs_a_reason_asks_for_it_and_is_done(
    workplace: Workplace,
    show: Show,
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    press: str,
    state: State,
    told: str,
) -> None:
    panel = show(state(workplace.desk))
    monkeypatch.setattr(ReasonQuestion, "ask", lambda _parent, _words: "Себебі осы")
    _press(panel, press)
    assert said == [("done", told)]
    row = Application.get()
    reasons = (row.returned_reason, row.struck_out_reason, *[r.struck_out_reason for r in Referral.select()])
    assert "Себебі осы" in reasons


@pytest.mark.parametrize(("press", "state"), [("return", due), ("strike", due), ("strike referral", issued)])
def test_nothing_is_done_when_no_reason_is_given(
    workplace: Workplace,
    show: Show,
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    press: str,
    state: State,
) -> None:
    panel = show(state(workplace.desk))
    monkeypatch.setattr(ReasonQuestion, "ask", lambda _parent, _words: None)
    with qtbot.assertNotEmitted(panel.changed):
        _press(panel, press)
    assert said == []


def test_nothing_is_written_when_no_document_is_given(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(blocked(workplace.desk))
    monkeypatch.setattr(DocumentQuestion, "ask", lambda *_arguments, **_named: None)
    panel.take_main_action()
    assert said == []
    assert filled_buttons_in(panel) == ["Enter the slip"]


def _press(panel: ApplicationPanel, what: str) -> None:
    if what == "return":
        button_in(panel, "Return…").click()
        return
    starts = "Strike out the referral" if what == "strike referral" else "Strike out the line"
    menu = menu_of(panel)
    next(action for action in menu.actions() if action.text().startswith(starts)).trigger()


# --- what else may be done


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (due, [("New application of this family", True), ("Strike out the line…", True)]),
        (
            issued,
            [
                ("New application of this family", True),
                ("Open the referral", True),
                ("Strike out the referral Ж-1/26…", True),
                ("Strike out the line…", False),
            ],
        ),
        (returned, [("Strike out the line…", True)]),
        (struck_out, [("Strike out the line…", False)]),
    ],
)
def test_the_menu_holds_what_else_may_be_done(
    workplace: Workplace, show: Show, state: State, expected: list[tuple[str, bool]]
) -> None:
    menu = menu_of(show(state(workplace.desk)))
    entries = [(action.text(), action.isEnabled()) for action in menu.actions() if action.text()]
    assert entries == expected


def test_an_entry_that_cannot_be_chosen_says_why(workplace: Workplace, show: Show) -> None:
    menu = menu_of(show(issued(workplace.desk)))
    assert menu.actions()[-1].toolTip() == "A referral is in force"


def test_the_menu_opens_at_its_button(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    opened = []

    def look_and_close() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        opened.append(type(menu))
        menu.close()

    QTimer.singleShot(0, look_and_close)
    qtbot.mouseClick(shown_in(panel, PanelFoot).more_button, Qt.MouseButton.LeftButton)
    assert opened == [QMenu]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (issued, "A referral is in force"),
        (returned, "The application was returned"),
        (struck_out, "The application is struck out"),
    ],
)
def test_what_cannot_be_returned_says_why(
    workplace: Workplace, show: Show, state: State, reason: str
) -> None:
    button = button_in(show(state(workplace.desk)), "Return…")
    assert not button.isEnabled()
    assert button.toolTip() == reason


def test_papers_and_new_applications_are_asked_for_by_signals(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(issued(workplace.desk))
    with qtbot.waitSignal(panel.application_paper_asked) as paper:
        button_in(panel, "Print the application").click()
    with qtbot.waitSignal(panel.referral_opened) as referral:
        panel.take_main_action()
    with qtbot.waitSignal(panel.intake_asked_from) as anew:
        menu_of(panel).actions()[0].trigger()
    assert [paper.args, referral.args, anew.args] == [[1], [1], [1]]


def test_after_a_closed_application_the_family_applies_anew(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(struck_out(workplace.desk))
    with qtbot.waitSignal(panel.intake_asked_from) as anew:
        panel.take_main_action()
    assert anew.args == [1]


def test_a_referral_already_handed_over_opens_by_the_main_key(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(handed_over(workplace.desk))
    with qtbot.waitSignal(panel.referral_opened):
        panel.take_main_action()


def test_the_cross_asks_to_be_closed(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    cross = next(button for button in panel.findChildren(IconButton) if button.accessibleName() == "Close")
    with qtbot.waitSignal(panel.closed):
        cross.click()


# --- staying right


def test_a_reload_shows_what_another_desk_wrote(workplace: Workplace, show: Show) -> None:
    panel = show(due(workplace.desk))
    issue_referral(workplace.desk, ReferralRequest(1))
    panel.reload()
    assert "Referral issued" in words_in(panel)


def test_a_panel_that_shows_nothing_yet_has_nothing_to_do(workplace: Workplace, qtbot: QtBot) -> None:
    panel = ApplicationPanel(workplace)
    qtbot.addWidget(panel)
    panel.reload()
    panel.set_names_hidden(True)
    panel.take_main_action()
    assert panel.application_id is None


def test_a_reload_keeps_the_place_in_the_middle(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    people = [a_person(name, document=None) for name in ("Дәурен", "Сәуле", "Бибі", "Арман", "Әмина")]
    panel = show(an_application(workplace.desk, *people))
    bar = shown_in(panel, QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    panel.reload()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    assert bar.value() == 100


def test_the_day_that_was_typed_stays_when_the_panel_is_drawn_anew(workplace: Workplace, show: Show) -> None:
    panel = show(issued(workplace.desk))
    shown_in(panel, DateField).setText("1")
    panel.set_names_hidden(True)
    panel.reload()
    assert shown_in(panel, HandOver).typed == "1"


def test_the_day_that_is_offered_follows_the_clock(workplace: Workplace, clock: Clock, show: Show) -> None:
    panel = show(issued(workplace.desk))
    clock.set(date(2026, 3, 19))
    panel.reload()
    assert shown_in(panel, DateField).text() == "19.03.2026"


def test_after_a_step_the_keyboard_stands_on_the_next(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    panel.activateWindow()
    button = button_in(panel, "Issue the referral")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert panel.filled_button is not None
    assert panel.filled_button.hasFocus()


# --- names hidden (F9)


@pytest.mark.parametrize("state", STATES)
def test_no_name_and_no_birth_date_is_left_while_names_are_hidden(
    workplace: Workplace, show: Show, state: State
) -> None:
    panel = show(state(workplace.desk))
    panel.set_names_hidden(True)
    panel.repaint()
    read = " ".join(words_in(panel) + hints_in(panel))
    for secret in (
        "Мысалов",
        "Дәурен",
        "Ерасыл",
        "Бибі",
        "Үлгібаев",
        "Аңызұлы",
        "1984",
        "2008",
        "1952",
        "20-117",
    ):
        assert secret not in read
    assert "Ө-" in read
    panel.set_names_hidden(False)
    assert any(name in " ".join(words_in(panel)) for name in ("Мысалов", "Үлгібаев"))


def test_a_refusal_names_nobody_while_names_are_hidden(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))
    panel.set_names_hidden(True)
    ApplicationPerson.update(document_kind=None, document_number="").where(
        ApplicationPerson.id == 2
    ).execute()
    ApplicationPerson.update(document_number="").where(ApplicationPerson.id == 1).execute()
    panel.take_main_action()
    assert said == [
        ("note", "Slip number not written: Ө-1/26 (r.3). Slip not handed in: Ө-1/26 · жұбайы (r.3).")
    ]


# --- every language and both densities


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("density", ["normal", "compact"])
@pytest.mark.parametrize("state", STATES)
def test_the_words_of_every_state_fit_the_panel(
    workplace: Workplace, show: Show, language: str, density: Density, state: State
) -> None:
    words.use_language(language)
    theme().set_density(density)
    try:
        panel = show(state(workplace.desk))
        assert panel.width() == (304 if density == "compact" else 336)
        panel.grab()
        for button in panel.findChildren(Button):
            if button.isVisibleTo(panel):
                needed = button.sizeHint().width() - theme().sizes.button_padding - 2
                assert button.width() >= needed, button.words
                right = button.mapTo(panel, QPoint(button.width(), 0)).x()
                assert right <= panel.width() - 12, button.words
    finally:
        theme().set_density("normal")
