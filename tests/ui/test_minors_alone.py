"""Every question by which a minor would be without an adult of the family says so, and refuses nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.rooms import RoomRequest
from kandas_desktop.queries.breaches import breach_detail
from kandas_desktop.queries.stays import household_facts, lapse_facts, move_in_facts
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.decisions.decision_question import DecisionQuestion
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.leaving_question import LeavingQuestion
from kandas_desktop.ui.minors_banner import MinorsBanner
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.stay_questions import LapseQuestion, MoveInQuestion
from tests.factories import TestOffice, a_person, an_office
from tests.residents import Family, a_family_with_beds, a_resident_family

WEDNESDAY = date(2026, 3, 18)
NAMING = Naming("Ө-1/26")
COMES = "A minor moves in without an adult of the family"
STAYS = "A minor is left without an adult of the family"
PUT_OUT = "A minor is put out without an adult of the family"
SON = a_person("Ерасыл", born=BirthDate(2015, 2, 1), document=None, kinship="ұлы")
WIFE = a_person("Сәуле", kinship="жұбайы")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, rooms=[RoomRequest(1, "101", RoomKind.FAMILY, beds=4)]) as made:
        yield made


def warned(question: Question) -> list[str]:
    """What the warning says; nothing where it is not there."""
    banner = question.findChild(MinorsBanner)
    assert isinstance(banner, MinorsBanner)
    labels = (label for label in banner.findChildren(QLabel) if label.text())
    return [] if banner.isHidden() else [label.text() for label in labels]


def coming(office: TestOffice, qtbot: QtBot, family: Family, *, naming: Naming = NAMING) -> MoveInQuestion:
    question = MoveInQuestion(move_in_facts(family.referral_id, WEDNESDAY), today=WEDNESDAY, naming=naming)
    qtbot.addWidget(question)
    return question


def test_a_child_who_comes_before_any_adult_is_named(office: TestOffice, qtbot: QtBot) -> None:
    family = a_family_with_beds(office.desk, a_person(), SON)
    question = coming(office, qtbot, family)
    assert warned(question) == [], "the whole family comes"
    father, _son = question.people.ticks.values()
    father.click()
    assert warned(question) == [COMES, "Мысалов Ерасыл"]
    assert question.may_accept(), "nothing is refused"
    father.click()
    assert warned(question) == []
    for tick in question.people.ticks.values():
        tick.click()
    assert warned(question) == [], "before anybody is chosen nobody is alone"


def test_a_child_who_follows_a_parent_is_not_alone(office: TestOffice, qtbot: QtBot) -> None:
    family = a_family_with_beds(office.desk, a_person(), SON)
    move_in(office.desk, family.referral_id, people=family.people[:1], moved_in_on=WEDNESDAY)
    assert warned(coming(office, qtbot, family)) == []


def test_the_warning_names_nobody_while_names_are_hidden(office: TestOffice, qtbot: QtBot) -> None:
    family = a_family_with_beds(office.desk, a_person(), SON)
    question = coming(office, qtbot, family, naming=Naming("Ө-1/26", hidden=True))
    next(iter(question.people.ticks.values())).click()
    assert warned(question) == [COMES, "Ө-1/26 · son"]


def test_whoever_comes_of_age_before_the_day_is_no_minor(office: TestOffice, qtbot: QtBot) -> None:
    born = BirthDate(2008, 3, 18)
    family = a_family_with_beds(office.desk, a_person(), a_person("Ерасыл", born=born, kinship="ұлы"))
    question = coming(office, qtbot, family)
    next(iter(question.people.ticks.values())).click()
    assert warned(question) == []


def test_the_last_adult_who_leaves_leaves_minors_alone(office: TestOffice, qtbot: QtBot) -> None:
    family = a_resident_family(office.desk, a_person(), WIFE, SON)
    facts = household_facts(family.application_id, WEDNESDAY)
    question = LeavingQuestion(facts, family.stays[:1], today=WEDNESDAY, naming=NAMING)
    qtbot.addWidget(question)
    assert warned(question) == [], "the mother stays"
    question.people.ticks[family.stays[1]].click()
    assert warned(question) == [STAYS, "Мысалов Ерасыл"]
    assert question.may_accept(), "nothing is refused"
    question.people.ticks[family.stays[2]].click()
    assert warned(question) == [], "nobody stays"
    for tick in question.people.ticks.values():
        tick.click()
    assert warned(question) == [], "nobody leaves"


def a_registered_file(office: TestOffice, family: Family) -> int:
    request = BreachRequest(family.application_id, WEDNESDAY, "Шу", family.stays)
    breach_id = record_breach(office.desk, request)
    propose(office.desk, breach_id, proposed_on=WEDNESDAY)
    register_proposal(office.desk, breach_id, registered_on=WEDNESDAY, number="К-1")
    return breach_id


def deciding(office: TestOffice, qtbot: QtBot, breach_id: int) -> DecisionQuestion:
    detail = breach_detail(breach_id, WEDNESDAY)
    assert detail is not None
    question = DecisionQuestion(detail, today=WEDNESDAY, naming=NAMING)
    qtbot.addWidget(question)
    question.outcome.set_value(Outcome.EVICT.value)
    question.outcome.chosen.emit(Outcome.EVICT.value)
    return question


def test_a_decision_that_leaves_a_minor_alone_or_puts_only_one_out_says_so(
    office: TestOffice, qtbot: QtBot
) -> None:
    family = a_resident_family(office.desk, a_person(), WIFE, SON)
    father, mother, son = family.stays
    question = deciding(office, qtbot, a_registered_file(office, family))
    assert warned(question) == [], "all have to leave together"
    question.people.ticks[son].click()
    assert warned(question) == [STAYS, "Мысалов Ерасыл"]
    for stay in (father, mother, son):
        question.people.ticks[stay].click()
    assert warned(question) == [PUT_OUT, "Мысалов Ерасыл"]
    question.outcome.set_value(Outcome.KEEP.value)
    question.outcome.chosen.emit(Outcome.KEEP.value)
    assert warned(question) == []


def test_an_adult_who_has_to_leave_already_keeps_no_minor_company(office: TestOffice, qtbot: QtBot) -> None:
    family = a_resident_family(office.desk, a_person(), WIFE, SON)
    father, mother, son = family.stays
    first = a_registered_file(office, family)
    record_decision(office.desk, DecisionRequest(first, Outcome.EVICT, "11", WEDNESDAY, (mother,)))
    question = deciding(office, qtbot, a_registered_file(office, family))
    for stay in (mother, son):
        if question.people.ticks[stay].isChecked():
            question.people.ticks[stay].click()
    assert question.people.chosen() == (father,)
    assert warned(question) == [STAYS, "Мысалов Ерасыл"]


def test_the_lapse_of_an_adults_place_leaves_a_child_who_came_alone(office: TestOffice, qtbot: QtBot) -> None:
    family = a_family_with_beds(office.desk, a_person(), SON)
    monday = date(2026, 3, 23)
    office.clock.set(monday)
    question = LapseQuestion(lapse_facts(family.referral_id, monday), naming=NAMING)
    qtbot.addWidget(question)
    assert warned(question) == [], "nobody came"
    move_in(office.desk, family.referral_id, people=family.people[1:], moved_in_on=WEDNESDAY)
    question = LapseQuestion(lapse_facts(family.referral_id, monday), naming=NAMING)
    qtbot.addWidget(question)
    assert warned(question) == [STAYS, "Мысалов Ерасыл"]
