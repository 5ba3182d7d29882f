"""Whom the Center's own papers name: who signs, to whom a notice goes, and why there is nothing to print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.queries.stay_papers import house_rules_form, why_no_house_rules
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from tests.factories import TestOffice, a_person, an_application, an_office
from tests.stays import a_family_living_here, a_referral_row, left

WEDNESDAY = date(2026, 3, 18)


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
