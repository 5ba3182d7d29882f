"""Who is offered to speak for a family, and what is said where nobody is (r.14)."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.stays import contact_of
from kandas_desktop.queries.stays import household_facts
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.leaving_question import LeavingQuestion
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.residents.page import ResidentsPage
from tests.factories import WEDNESDAY, a_person
from tests.stays import Family, a_family_living_here
from tests.ui.residents.conftest import AnswerWhenOpen, Desk


@pytest.fixture
def family(desk: Desk) -> Family:
    """An applicant, his wife, his brother, and a minor."""
    people = a_person(), a_person("Сәуле", kinship="жұбайы"), a_person("Арман", kinship="інісі")
    son = a_person("Ерасыл", born=BirthDate(2015, 2, 1), document=None, kinship="ұлы")
    return a_family_living_here(desk.office.desk, *people, son)


def put_out(desk: Desk, family: Family, *places: int) -> None:
    stays = tuple(family.stay_ids[place] for place in places)
    breach_id = record_breach(desk.office.desk, BreachRequest(family.household_id, WEDNESDAY, "Шу", stays))
    propose(desk.office.desk, breach_id, proposed_on=WEDNESDAY)
    register_proposal(desk.office.desk, breach_id, registered_on=WEDNESDAY)
    request = DecisionRequest(breach_id, Outcome.EVICT, "12", WEDNESDAY, stays)
    record_decision(desk.office.desk, request)


def leaving(desk: Desk, family: Family, qtbot: QtBot, *places: int) -> LeavingQuestion:
    facts = household_facts(family.household_id, WEDNESDAY)
    chosen = [family.stay_ids[place] for place in places]
    question = LeavingQuestion(facts, chosen, today=WEDNESDAY, naming=Naming(facts.number))
    qtbot.addWidget(question)
    return question


def offered(question: LeavingQuestion) -> list[str | None]:
    return [option.value for option in question.contact.control._options]


def test_who_leaves_or_has_to_leave_is_not_offered_to_speak_for_the_family(
    desk: Desk, family: Family, qtbot: QtBot
) -> None:
    put_out(desk, family, 1)
    question = leaving(desk, family, qtbot, 0)
    assert question.value().contact_stay_id == family.stay_ids[2]
    assert offered(question) == [str(family.stay_ids[2])]
    assert question.nobody_speaks.isHidden()
    question.people.ticks[family.stay_ids[2]].setChecked(True)
    assert question.contact.isHidden()
    assert question.value().contact_stay_id is None
    assert question.nobody_speaks.text().startswith("Nobody is left to speak for the family")
    assert question.may_accept()


def test_where_only_minors_stay_it_is_said_that_nobody_speaks_for_them(
    desk: Desk, family: Family, qtbot: QtBot
) -> None:
    question = leaving(desk, family, qtbot, 0, 1, 2)
    assert question.nobody_speaks.text() == "Nobody of age stays who could speak for the family (r.14)."
    question.people.ticks[family.stay_ids[0]].setChecked(False)
    assert question.nobody_speaks.isHidden()


def test_a_decision_made_while_the_question_was_open_is_said_in_the_foot_strip(
    desk: Desk, family: Family, answer_when_open: AnswerWhenOpen
) -> None:
    def answer(question: Any) -> None:
        question.contact.control.set_choice(str(family.stay_ids[1]))
        put_out(desk, family, 1)
        question.accept_now()

    answer_when_open(answer)
    stay_acts.record_leaving(desk.workplace, None, family.stay_ids[:1])
    assert desk.said[-1].startswith("Whoever has to leave cannot speak for the family: ")
    assert Stay.get_by_id(family.stay_ids[0]).left_on is None


def entry_of(page: ResidentsPage, text: str) -> Any:
    (action,) = [each for each in page.panel.steps.menu().actions() if each.text().startswith(text)]
    return action


def test_the_contact_is_chosen_among_those_who_may_stay(
    desk: Desk,
    family: Family,
    page_of: Callable[[Desk], ResidentsPage],
    answer_when_open: AnswerWhenOpen,
) -> None:
    put_out(desk, family, 1)
    page = page_of(desk)
    page.show_stay(family.stay_ids[0])

    def answer(question: Any) -> None:
        values = [option.value for option in question.contact.control._options]
        assert values == [str(family.stay_ids[0]), str(family.stay_ids[2])]
        question.contact.control.set_choice(values[1])
        question.accept_now()

    answer_when_open(answer)
    entry_of(page, "Choose the contact…").trigger()
    assert contact_of(family.household_id) == family.stay_ids[2]


@pytest.mark.parametrize(
    ("put_out_places", "why"),
    [
        ((1, 2), "Every other adult has to leave by a decision"),
        ((0, 1, 2), "Every adult has to leave by a decision"),
    ],
)
def test_why_no_contact_can_be_chosen_is_said(
    desk: Desk,
    family: Family,
    page_of: Callable[[Desk], ResidentsPage],
    put_out_places: tuple[int, ...],
    why: str,
) -> None:
    put_out(desk, family, *put_out_places)
    page = page_of(desk)
    page.show_stay(family.stay_ids[0])
    action = entry_of(page, "Choose the contact…")
    assert not action.isEnabled()
    assert action.toolTip() == why
