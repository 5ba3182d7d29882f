"""The questions: what they ask, what they say is missing, what they show before a decision is recorded."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.breaches import BreachRequest, DecisionRequest, record_decision
from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.models.stay_tables import Petition
from kandas_desktop.queries.breaches import breach_detail
from kandas_desktop.queries.petitions import dwellers
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.ui.decisions.decision_question import DecisionQuestion
from kandas_desktop.ui.decisions.questions import BreachQuestion, PetitionQuestion
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person
from tests.stays import Family, a_family_living_here
from tests.ui.decisions.files import FRIDAY, MONDAY, WEDNESDAY, a_registered_file
from tests.ui.looking import words_in


def a_breach_question(qtbot: QtBot, stay_id: int | None = None, *, hidden: bool = False) -> BreachQuestion:
    question = BreachQuestion(dwellers(), today=WEDNESDAY, stay_id=stay_id, hidden=hidden)
    qtbot.addWidget(question)
    return question


def test_a_resident_brings_the_household(qtbot: QtBot, family: Family) -> None:
    question = a_breach_question(qtbot, family.stay_ids[1])
    assert question.person.control.value() == "Үлгібаева Сәуле · Ө-1/26 · 101-2"
    assert question.people is not None
    assert question.people.chosen() == family.stay_ids[1:]
    question.facts.control.set_value("Түнде төбелесті")
    question.day.control.setText("13.03.2026")
    assert question.may_accept()
    assert question.value() == BreachRequest(
        family.household_id, FRIDAY, "Түнде төбелесті", family.stay_ids[1:]
    )


def test_another_resident_brings_another_household(
    qtbot: QtBot, workplace: Workplace, family: Family
) -> None:
    other = a_family_living_here(workplace.desk, a_person("Марат", surname="Болжамов"), beds=("102-1",))
    question = a_breach_question(qtbot, family.stay_ids[0])
    question.person.control.set_choice(str(other.stay_ids[0]))
    question.person.control.chosen.emit(str(other.stay_ids[0]))
    assert question.value().household_id == other.household_id
    assert question.value().stay_ids == other.stay_ids
    assert "102-1" in question.person.control.matches("102")[0]


def test_everything_that_a_file_lacks_is_said(qtbot: QtBot, family: Family) -> None:
    question = a_breach_question(qtbot)
    assert not question.may_accept()
    assert question.person.message == "Choose a resident from the list."
    question = a_breach_question(qtbot, family.stay_ids[0])
    assert question.people is not None
    question.people.ticks[family.stay_ids[0]].setChecked(False)
    question.day.control.setText("19.03.2026")
    assert not question.may_accept()
    assert question.day.message == "This day is still to come: 19.03.2026."
    assert question.facts.message == "Write what happened: it stands in the proposal."
    assert "Choose at least one person (r.13)." in words_in(question)


def test_tab_leads_from_the_resident_down_to_the_button(qtbot: QtBot, family: Family) -> None:
    question = a_breach_question(qtbot)
    question.person.control.set_choice(str(family.stay_ids[0]))
    question.person.control.chosen.emit(str(family.stay_ids[0]))
    assert question.people is not None
    question.person.control.setFocus()
    order = []
    for _step in range(5):
        question.focusNextChild()
        order.append(question.focusWidget())
    ticks = question.people.ticks.values()
    facts = question.facts.control.focusProxy()
    assert order == [*ticks, question.day.control, facts, question.verb_button]


def test_what_is_faulty_first_gets_the_focus(qtbot: QtBot, family: Family) -> None:
    question = a_breach_question(qtbot, family.stay_ids[0])
    question.day.control.setText("31.02.2026")
    question.facts.control.setFocus()
    assert not question.may_accept()
    assert question.focusWidget() is question.day.control
    assert question.people is not None
    tick = question.people.ticks[family.stay_ids[0]]
    tick.setChecked(False)
    assert not question.may_accept()
    assert question.focusWidget() is next(iter(question.people.ticks.values()))


def test_hidden_names_stay_hidden_in_the_question(qtbot: QtBot, family: Family) -> None:
    question = a_breach_question(qtbot, family.stay_ids[0], hidden=True)
    question.day.control.setText("01.01.2026")
    question.facts.control.set_value("Төбелес")
    assert not question.may_accept()
    assert "Үлгібаев" not in " ".join((*words_in(question), question.person.control.value()))


def test_while_names_are_hidden_it_is_told_by_what_a_resident_is_found(qtbot: QtBot, family: Family) -> None:
    hint = "Resident · names are hidden, find by number or bed"
    question = a_breach_question(qtbot, hidden=True)
    assert hint in words_in(question)
    assert question.person.control.matches("Үлгібаев") == []
    assert len(question.person.control.matches("Ө-1/26")) == 2
    assert len(question.person.control.matches("101-2")) == 1
    assert hint not in words_in(a_breach_question(qtbot))


def test_a_petition_names_who_asks_what(qtbot: QtBot, family: Family) -> None:
    question = PetitionQuestion(dwellers(), today=WEDNESDAY, stay_id=family.stay_ids[0])
    qtbot.addWidget(question)
    assert not question.may_accept()
    assert question.request.message == "Write the text (r.10)."
    question.request.control.set_value(" Бөлме \n\n ауыстыру")
    question.day.control.setText("01.01.2026")
    assert not question.may_accept()
    assert question.day.message.startswith("Not before 12.01.2026: ")
    question.day.control.setText("16.03.2026")
    assert question.may_accept()
    assert question.value() == (family.stay_ids[0], MONDAY, "Бөлме\nауыстыру")


def test_a_petition_before_the_one_with_the_number_before_is_told_beside_its_day(
    qtbot: QtBot, workplace: Workplace, family: Family
) -> None:
    file_petition(workplace.desk, family.stay_ids[0], filed_on=date(2026, 3, 17), request="Бөлме")
    question = PetitionQuestion(dwellers(), today=WEDNESDAY, stay_id=family.stay_ids[1])
    qtbot.addWidget(question)
    question.request.control.set_value("Төсек")
    question.day.control.setText("16.03.2026")
    assert not question.may_accept()
    assert question.day.message == "Not before 17.03.2026: the day of entry 1/26 (r.10)."
    question.day.control.setText("17.03.2026")
    assert question.may_accept()
    Petition.update(filed_on=date(2026, 3, 19)).execute()
    assert not question.may_accept()
    assert question.day.message.startswith("The computer's clock shows 18.03.2026")


def test_a_petition_of_nobody_is_not_taken(qtbot: QtBot, family: Family) -> None:
    question = PetitionQuestion(dwellers(), today=WEDNESDAY)
    qtbot.addWidget(question)
    assert not question.may_accept()
    assert question.person.message == "Choose a resident from the list."


@pytest.fixture
def question(qtbot: QtBot, workplace: Workplace, family: Family) -> DecisionQuestion:
    detail = breach_detail(a_registered_file(workplace, family), WEDNESDAY)
    assert detail is not None
    made = DecisionQuestion(detail, today=WEDNESDAY, naming=Naming("Ө-1/26"))
    qtbot.addWidget(made)
    return made


def choose(question: DecisionQuestion, outcome: Outcome) -> None:
    question.outcome.set_value(outcome.value)
    question.outcome.chosen.emit(outcome.value)


def test_nothing_is_decided_until_it_is_chosen(question: DecisionQuestion) -> None:
    assert question.verb_button.blocked_reason == "Choose what was decided."
    assert not question.remark.isHidden()
    assert question.remark.text() == "Choose what was decided."
    assert not question.may_accept()


def test_keeping_shows_that_all_may_stay(question: DecisionQuestion) -> None:
    choose(question, Outcome.KEEP)
    assert question.remark.isHidden()
    assert not question.may_accept()
    assert question.number.message == "Write the decision's number (r.16)."
    question.number.control.set_value("12-ш")
    assert question.may_accept()
    assert question.value() == DecisionRequest(question.value().breach_id, Outcome.KEEP, "12-ш", WEDNESDAY)
    assert "may stay" in words_in(question)


def test_evicting_shows_for_whom_the_stay_ends_and_who_speaks_for_the_others(
    question: DecisionQuestion, family: Family
) -> None:
    choose(question, Outcome.EVICT)
    question.number.control.set_value("12-ш")
    shown = words_in(question)
    for wanted in ("12.07.2026", "18.03.2026 (out by 21.03)", "Speaks for the family", "Үлгібаева Сәуле"):
        assert wanted in shown
    assert question.may_accept()
    applicant, wife = family.stay_ids
    assert question.value().leaving_stay_ids == (applicant,)
    assert question.value().contact_stay_id == wife
    question.people.ticks[wife].setChecked(True)
    assert question.contact.isHidden()
    assert question.value().contact_stay_id is None
    assert question.may_accept()


def test_where_the_other_adult_has_to_leave_as_well_it_is_said_that_nobody_speaks(
    qtbot: QtBot, workplace: Workplace
) -> None:
    son = a_person("Ерасыл", born=BirthDate(2015, 2, 1), document=None, kinship="ұлы")
    family = a_family_living_here(workplace.desk, a_person(), a_person("Сәуле", kinship="жұбайы"), son)
    wife = family.stay_ids[1]
    first = a_registered_file(workplace, family)
    record_decision(workplace.desk, DecisionRequest(first, Outcome.EVICT, "11", WEDNESDAY, (wife,)))
    detail = breach_detail(a_registered_file(workplace, family), WEDNESDAY)
    assert detail is not None
    question = DecisionQuestion(detail, today=WEDNESDAY, naming=Naming("Ө-1/26"))
    qtbot.addWidget(question)
    choose(question, Outcome.EVICT)
    assert question.contact.isHidden()
    assert question.nobody_speaks.text() == (
        "Nobody is left to speak for the family: every adult who stays has to leave by a decision (r.14)."
    )
    choose(question, Outcome.KEEP)
    assert question.nobody_speaks.isHidden()


def test_a_decision_without_a_contact_or_people_or_by_a_wrong_day_is_not_taken(
    question: DecisionQuestion, family: Family
) -> None:
    choose(question, Outcome.EVICT)
    question.number.control.set_value("12-ш")
    question.contact.control.set_choice(None)
    assert not question.may_accept()
    assert question.contact.message == "Choose who speaks for the family from now on (r.14)."
    question.people.ticks[family.stay_ids[0]].setChecked(False)
    question.day.control.setText("13.03.2026")
    assert not question.may_accept()
    assert question.day.message == "Not before 16.03.2026: the step before (r.14)."
    assert "Choose at least one person (r.14)." in words_in(question)
    assert question.value().decided_on == date(2026, 3, 13)


def test_the_sign_before_a_number_is_no_number(question: DecisionQuestion) -> None:
    choose(question, Outcome.KEEP)
    question.number.control.setText("№ ")
    assert not question.may_accept()
    assert question.number.message


# --- what no paper can show


def test_facts_that_no_proposal_can_show_are_told_before_it_has_a_number(
    qtbot: QtBot, family: Family
) -> None:
    question = a_breach_question(qtbot, family.stay_ids[0])
    question.facts.control.set_value("Шулаған 😀\nمرحبا")
    assert not question.may_accept()
    assert "«😀»" in question.facts.message
    assert "«م»" in question.facts.message
    question.facts.control.set_value("№ 5 бөлмеде шулаған – «түнде»")
    assert question.facts.message == ""
    assert question.may_accept()


def test_a_number_that_no_notice_can_show_is_told_beside_it(question: DecisionQuestion) -> None:
    choose(question, Outcome.KEEP)
    question.number.control.setText("😀-17")
    assert not question.may_accept()
    assert "«😀»" in question.number.message
    question.number.control.setText("№ 17-ө/26")
    assert question.may_accept()
    assert question.value().number == "17-ө/26"
