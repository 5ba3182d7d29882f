"""Choosing other beds than those that are proposed, from the panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.intake import ApplicationRequest, register_application
from kandas_desktop.actions.referrals import ReferralRequest
from kandas_desktop.actions.rooms import RoomRequest, add_room
from kandas_desktop.models.tables import Application, Referral, ReferralPerson
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.placing import bed_choice
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.journal.beds_question import BedsQuestion
from kandas_desktop.ui.journal.next_step import Step, may_choose_beds, next_step
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person, a_referral, an_application, beds_by_label, leave_no_bed_free
from tests.residents import a_resident_family
from tests.ui.journal.panel.conftest import Ask, Show
from tests.ui.journal.panel.states import TODAY, blocked
from tests.ui.looking import shown_in, words_in


@pytest.fixture
def family(workplace: Workplace) -> int:
    """A couple with an infant, in a house of two rooms: 201 for families, 202 for women."""
    desk = workplace.desk
    leave_no_bed_free(desk)
    add_room(desk, RoomRequest(2, "201", RoomKind.FAMILY, 4))
    add_room(desk, RoomRequest(2, "202", RoomKind.WOMEN, 2))
    return an_application(
        desk,
        a_person("Дәурен", sex=Sex.MALE),
        a_person("Сәуле", sex=Sex.FEMALE, kinship="зайыбы"),
        a_person("Аяла", born=BirthDate(2025, 10, 30), document=None, kinship="қызы"),
    )


def bed(workplace: Workplace, label: str) -> int:
    return beds_by_label(workplace.desk)[label].id


def errors(question: BedsQuestion) -> list[str]:
    return [row.field.message for row in question.rows]


def test_the_proposal_stands_in_the_fields(workplace: Workplace, ask: Ask, family: int) -> None:
    question = ask(family)
    assert [row.field.control.value() for row in question.rows] == [
        "201-1 · Family",
        "201-2 · Family",
        "201-3 · Family",
    ]
    assert "Proposed: all in room 201" in words_in(question)
    assert [row.shares is not None for row in question.rows] == [False, False, True]
    assert question.may_accept()
    beds = {position: bed(workplace, f"201-{position + 1}") for position in range(3)}
    assert question.value() == ReferralRequest(family, beds, frozenset())


def test_an_infant_that_shares_needs_no_bed(ask: Ask, family: int) -> None:
    question = ask(family)
    shares = question.rows[2].shares
    assert shares is not None
    shares.setChecked(True)
    assert not question.rows[2].field.control.isEnabled()
    assert question.value().sharing == frozenset({2})
    assert set(question.value().beds or {}) == {0, 1}
    assert question.may_accept()
    shares.setChecked(False)
    assert question.rows[2].field.control.value() == "201-3 · Family"


def test_what_was_chosen_stays_when_the_proposal_changes(workplace: Workplace, ask: Ask, family: int) -> None:
    question = ask(family)
    question.rows[1].put(bed(workplace, "202-2"))
    shares = question.rows[2].shares
    assert shares is not None
    shares.setChecked(True)
    assert question.rows[1].field.control.value() == "202-2 · Women"


def test_what_is_against_a_bed_is_said_below_it_and_keeps_the_question_open(
    workplace: Workplace, ask: Ask, family: int
) -> None:
    question = ask(family)
    question.rows[0].put(bed(workplace, "202-1"))
    question.rows[1].field.control.set_value("ешқайда")
    question.rows[2].put(bed(workplace, "202-1"))
    assert errors(question) == [
        "The room is for women",
        "A bed is still to be chosen",
        "One bed is chosen for two people",
    ]
    question.accept_now()
    assert question.isVisible()
    question.rows[0].put(bed(workplace, "201-1"))
    assert errors(question)[0] == ""


def test_only_free_beds_are_offered(workplace: Workplace, ask: Ask, family: int) -> None:
    a_referral(workplace.desk, a_person(sex=Sex.MALE))
    control = ask(family).rows[0].field.control
    taken = next(label for label, bed in beds_by_label(workplace.desk).items() if bed.holder)
    assert not any(text.startswith(taken) for text in control.matches(""))
    assert control.matches("202") == ["202-1 · Women", "202-2 · Women"]


def test_where_nothing_fits_that_is_said_and_the_fields_are_empty(
    workplace: Workplace, ask: Ask, family: int
) -> None:
    a_referral(workplace.desk, a_person(sex=Sex.FEMALE), a_person("Бибі", sex=Sex.FEMALE))
    leave_no_bed_free(workplace.desk)
    question = ask(family)
    assert "No room fits the family" in words_in(question)
    assert [row.bed_id for row in question.rows] == [None, None, None]


def test_the_panel_issues_the_referral_with_the_beds_that_were_chosen(
    workplace: Workplace, show: Show, family: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = ReferralRequest(
        family, {0: bed(workplace, "201-4"), 1: bed(workplace, "202-1")}, frozenset({2})
    )
    monkeypatch.setattr(BedsQuestion, "ask", lambda *_arguments: request)
    panel = show(family)
    link = next(link for link in panel.findChildren(LinkButton) if link.text() == "Choose other beds…")
    link.click()
    held = {label for label, bed in beds_by_label(workplace.desk).items() if bed.holder}
    assert held == {"201-4", "202-1"}
    assert [row.shares_bed for row in ReferralPerson.select()] == [False, False, True]


def test_nothing_is_issued_when_the_question_is_closed(
    workplace: Workplace, show: Show, family: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QWidget] = []
    monkeypatch.setattr(BedsQuestion, "ask", lambda window, *_others: asked.append(window))
    panel = show(family)
    shown_in(panel, LinkButton).click()
    assert asked == [panel.window()]
    assert Referral.select().count() == 0


def test_names_are_hidden_in_the_question_too(workplace: Workplace, qtbot: QtBot, family: int) -> None:
    question = BedsQuestion(bed_choice(family, TODAY), PeopleWords("Ө-1/26", True, TODAY))
    qtbot.addWidget(question)
    question.show()
    assert not [words for words in words_in(question) if "Дәурен" in words]


def test_enter_leads_through_the_beds_to_the_button(ask: Ask, family: int, qtbot: QtBot) -> None:
    question = ask(family)
    for row in question.rows[:2]:
        qtbot.waitUntil(row.field.control.hasFocus)
        qtbot.keyClick(row.field.control, Qt.Key.Key_Return)
    assert question.rows[2].field.control.hasFocus()


def test_beds_are_chosen_where_nothing_else_is_missing(workplace: Workplace, family: int) -> None:
    def may_choose(application_id: int) -> bool:
        return may_choose_beds(application_detail(application_id, TODAY))

    desk = workplace.desk
    assert may_choose(family)
    assert not may_choose(blocked(desk))
    leave_no_bed_free(desk)
    assert may_choose(family)  # the infant may share
    assert not may_choose(an_application(desk, a_person(sex=Sex.MALE)))


def test_who_did_not_come_may_apply_anew(workplace: Workplace) -> None:
    referral_id = a_referral(workplace.desk)
    Referral.update(received_on=TODAY.replace(day=1), issued_on=TODAY.replace(day=1)).execute()
    Referral.update(lapsed_on=TODAY).execute()
    application = Application.get()
    assert Referral.get_by_id(referral_id).application_id == application.id
    assert next_step(application_detail(application.id, TODAY)) is Step.APPLY_ANEW


@pytest.fixture
def newborn(workplace: Workplace) -> int:
    """A newborn who joins a couple that lives here, whose room is full."""
    family = a_resident_family(workplace.desk, a_person(), a_person("Сәуле"))
    born = a_person("Айсұлу", born=BirthDate(2026, 3, 1), document=None, kinship="қызы")
    request = ApplicationRequest((born,), joins_id=family.application_id)
    return register_application(workplace.desk, request)


def test_a_newborn_is_to_share_a_parents_bed(workplace: Workplace, show: Show, newborn: int) -> None:
    seen = words_in(show(newborn))
    assert "In one bed with a parent: no bed of their own is needed" in seen
    assert "Nobody needs a slip" in seen


def test_the_tick_of_a_newborn_is_set(ask: Ask, newborn: int) -> None:
    question = ask(newborn)
    assert question.value() == ReferralRequest(newborn, {}, frozenset({0}))
    assert "Proposed: in one bed with a parent" in words_in(question)


def test_a_family_is_told_when_it_fits_with_a_shared_bed(workplace: Workplace, show: Show) -> None:
    leave_no_bed_free(workplace.desk)
    add_room(workplace.desk, RoomRequest(2, "201", RoomKind.FAMILY, 1))
    infant = a_person("Аяла", born=BirthDate(2025, 10, 30), document=None, kinship="қызы")
    panel = show(an_application(workplace.desk, a_person(), infant))
    assert "It fits if the infant shares a bed" in words_in(panel)
