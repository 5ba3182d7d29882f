"""Whom the Center's own papers name: who signs, to whom a notice goes, and why there is nothing to print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.queries.stay_papers import (
    decision_notice_form,
    house_rules_form,
    proposal_form,
    term_notice_form,
    why_no_house_rules,
)
from kandas_desktop.reports import stay_wording
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from tests.factories import TestOffice, a_person, an_application, an_office
from tests.stays import Family, a_family_living_here, a_referral_row, left

MONDAY, WEDNESDAY = date(2026, 3, 16), date(2026, 3, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path / "data") as made:
        yield made


def a_child(given_name: str = "Аяла") -> PersonEntry:
    return a_person(given_name, surname="Үлгібаева", born=BirthDate(2018, 5, 1), document=None)


def why_nobody_signs(referral_id: int) -> ObstacleKind:
    assert house_rules_form(referral_id, WEDNESDAY) is None
    obstacle = why_no_house_rules(referral_id, WEDNESDAY)
    assert obstacle == Obstacle(obstacle.kind, Clause.R10)
    return obstacle.kind


def test_nobody_signs_the_house_rules_of_a_referral_without_an_adult(office: TestOffice) -> None:
    seventeen = a_person("Дәурен", surname="Үлгібаев", born=BirthDate(2008, 3, 19))
    not_come = a_referral_row(an_application(office.desk, seventeen), issued_on=WEDNESDAY)
    assert why_nobody_signs(not_come.id) is ObstacleKind.NO_ADULT
    alone = a_family_living_here(office.desk, seventeen, a_child())
    assert why_nobody_signs(alone.referral_id) is ObstacleKind.NO_ADULT
    assert house_rules_form(alone.referral_id, date(2026, 3, 19)) is not None


def test_children_who_stay_do_not_sign_for_an_adult_who_left_or_has_not_come(office: TestOffice) -> None:
    family = a_family_living_here(office.desk, a_person(surname="Үлгібаев"), a_child())
    left(family.stay_ids[0], WEDNESDAY)
    assert why_nobody_signs(family.referral_id) is ObstacleKind.LEFT
    awaited = a_family_living_here(office.desk, a_child("Ерасыл"))
    father = an_application(office.desk, a_person(surname="Үлгібаев"))
    named = a_referral_row(father, issued_on=WEDNESDAY)
    ReferralPerson.update(referral=awaited.referral_id, position=1).where(
        ReferralPerson.referral == named.id
    ).execute()
    assert why_nobody_signs(awaited.referral_id) is ObstacleKind.NOT_MOVED_IN


def put_out(office: TestOffice, family: Family, *leaving: int) -> int:
    """The file of a decision of Wednesday by which these must leave; nobody where all may stay."""
    desk = office.desk
    concerned = leaving or family.stay_ids[:1]
    breach_id = record_breach(desk, BreachRequest(family.household_id, MONDAY, "Түнде төбелесті", concerned))
    propose(desk, breach_id, proposed_on=MONDAY)
    register_proposal(desk, breach_id, registered_on=MONDAY)
    outcome = Outcome.EVICT if leaving else Outcome.KEEP
    record_decision(desk, DecisionRequest(breach_id, outcome, "12", WEDNESDAY, leaving))
    return breach_id


def test_the_notice_of_a_minors_eviction_goes_to_whoever_speaks_for_the_family(office: TestOffice) -> None:
    mother = a_person("Сәуле", surname="Үлгібаева", kinship="анасы")
    family = a_family_living_here(office.desk, a_person(surname="Үлгібаев"), a_child(), mother)
    notice = decision_notice_form(put_out(office, family, family.stay_ids[1]), WEDNESDAY)
    assert notice.to == "Үлгібаев Дәурен"
    assert [line.name for line in notice.leaving] == ["Үлгібаева Аяла"]


def test_no_notice_is_addressed_to_a_minor(office: TestOffice) -> None:
    seventeen = a_person("Ерасыл", surname="Үлгібаев", born=BirthDate(2008, 3, 19))
    aunt = a_person("Сәуле", surname="Үлгібаева", kinship="әпкесі")
    family = a_family_living_here(office.desk, seventeen, a_child(), aunt)
    of_term = term_notice_form(family.household_id, WEDNESDAY)
    kept = decision_notice_form(put_out(office, family), WEDNESDAY)
    assert of_term is not None
    assert (of_term.to, kept.to) == ("Үлгібаева Сәуле", "Үлгібаева Сәуле")
    assert [line.name for line in kept.staying] == ["Үлгібаев Ерасыл"]
    left(family.stay_ids[2], WEDNESDAY)
    alone = term_notice_form(family.household_id, WEDNESDAY)
    assert alone is not None
    assert alone.to == ""
    of_age = term_notice_form(family.household_id, date(2026, 3, 19))
    assert of_age is not None
    assert of_age.to == "Үлгібаев Ерасыл"


def test_a_decision_after_the_term_is_not_its_ground(office: TestOffice) -> None:
    family = a_family_living_here(office.desk, a_person(surname="Үлгібаев"), a_person("Сәуле"))
    applicant, wife = family.stay_ids
    Stay.update(moved_in_on=date(2025, 9, 14)).where(Stay.id == applicant).execute()
    breach_id = put_out(office, family, applicant, wife)
    of_term = term_notice_form(family.household_id, WEDNESDAY)
    assert of_term is not None
    assert [(line.ends_on, line.why) for line in of_term.people] == [
        (date(2026, 3, 14), stay_wording.WHY_SIX_MONTHS),
        (WEDNESDAY, stay_wording.WHY_DECISION),
    ]
    notice = decision_notice_form(breach_id, WEDNESDAY)
    assert [(line.ended_on, line.has_left) for line in notice.leaving] == [
        (date(2026, 3, 14), False),
        (WEDNESDAY, False),
    ]
    assert not proposal_form(breach_id).is_term_over
    left(wife, WEDNESDAY)
    notice = decision_notice_form(breach_id, WEDNESDAY)
    assert [line.has_left for line in notice.leaving] == [False, True]


def test_a_proposal_about_somebody_whose_term_is_over_says_so(office: TestOffice) -> None:
    family = a_family_living_here(office.desk, a_person(surname="Үлгібаев"), a_person("Сәуле"))
    Stay.update(moved_in_on=date(2025, 9, 15)).where(Stay.id == family.stay_ids[0]).execute()
    assert proposal_form(put_out(office, family)).is_term_over
