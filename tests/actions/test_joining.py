"""A newborn, or a later member of the family, joins a household that lives here by a line of their own."""

from dataclasses import replace

import pytest

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Application, ApplicationPerson, ReferralPerson
from kandas_desktop.queries.papers import application_form, referral_form
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, a_person, a_waiting_application
from tests.residents import Family, a_resident_family

BORN = BirthDate(2026, 3, 16)
TWIN = PersonName("Мысалова", "Аяла")


def register_joining(desk: Desk, household_id: int, people: tuple[PersonEntry, ...]) -> int:
    return register_application(desk, ApplicationRequest(people, joins_id=household_id))


def a_newborn(**entry: object) -> PersonEntry:
    born = a_person("Айсұлу", surname="Мысалова", born=BORN, document=None, kinship="қызы")
    return replace(born, **entry)  # type: ignore[arg-type]


def referred(office: TestOffice, application_id: int, *sharing: int) -> int:
    """The id of a referral that was received today."""
    request = ReferralRequest(application_id, sharing=frozenset(sharing) or None)
    referral_id = issue_referral(office.desk, request)
    hand_over_referral(office.desk, referral_id, received_on=office.desk.today)
    return referral_id


def all_of(referral_id: int) -> list[int]:
    return [row.id for row in ReferralPerson.select().where(ReferralPerson.referral == referral_id)]


@pytest.fixture
def family(office: TestOffice) -> Family:
    return a_resident_family(office.desk, a_person(), a_person("Сәуле"))


def test_a_newborn_has_a_line_of_its_own_and_needs_no_slip(office: TestOffice, family: Family) -> None:
    application_id = register_joining(office.desk, family.application_id, (a_newborn(),))
    line = Application.get_by_id(application_id)
    assert (line.number, line.joins_id, line.people) == ("Ө-2/26", family.application_id, 1)
    named = ApplicationPerson.get(ApplicationPerson.application == application_id)
    assert (named.position, named.kinship, named.person.origin_country) == (0, "қызы", "MN")
    referral_id = referred(office, application_id)
    move_in(office.desk, referral_id, people=all_of(referral_id), moved_in_on=office.desk.today)
    assert {row.household_id for row in Stay.select()} == {family.application_id}


def test_an_infant_who_shares_a_bed_waits_for_nobody(office: TestOffice, family: Family) -> None:
    a_waiting_application(office.desk, size=8)
    application_id = register_joining(office.desk, family.application_id, (a_newborn(),))
    own_bed = ReferralRequest(application_id, sharing=frozenset())
    with refused_with(office, ObstacleKind.OTHERS_AHEAD, ObstacleKind.MINORS_APART):
        issue_referral(office.desk, own_bed)
    referral_id = referred(office, application_id)
    move_in(office.desk, referral_id, people=all_of(referral_id), moved_in_on=office.desk.today)
    assert house(office.desk.database, office.desk.today).without_bed == ()


def test_a_newborn_is_given_a_parents_bed_unless_another_is_chosen(
    office: TestOffice, family: Family
) -> None:
    application_id = register_joining(office.desk, family.application_id, (a_newborn(),))
    referral_id = issue_referral(office.desk, ReferralRequest(application_id))
    assert ReferralPerson.get(ReferralPerson.referral == referral_id).shares_bed
    strike_out_referral(office.desk, referral_id, reason="Қате")
    seen = house(office.desk.database, office.desk.today)
    free = next(bed for bed in seen.beds() if bed.state is BedState.FREE)
    referral_id = issue_referral(office.desk, ReferralRequest(application_id, beds={0: free.id}))
    assert not ReferralPerson.get(ReferralPerson.referral == referral_id).shares_bed


def test_an_adult_who_comes_later_needs_a_slip(office: TestOffice, family: Family) -> None:
    later = a_person("Бекзат", surname="Мысалов", kinship="інісі", document=None)
    application_id = register_joining(office.desk, family.application_id, (later,))
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        referred(office, application_id)


def test_who_joins_is_kin_and_is_not_here_yet(office: TestOffice, family: Family) -> None:
    with refused_with(office, ObstacleKind.KINSHIP_MISSING):
        register_joining(office.desk, family.application_id, (a_newborn(kinship=""),))
    with refused_with(office, ObstacleKind.PERSON_TWICE):
        register_joining(office.desk, family.application_id, (a_person("Сәуле", kinship="жұбайы"),))


def test_nobody_joins_a_household_that_does_not_live_here(office: TestOffice, family: Family) -> None:
    record_leaving(office.desk, LeavingRequest(family.stays, office.desk.today, EndReason.FREELY))
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        register_joining(office.desk, family.application_id, (a_newborn(),))


def test_on_the_papers_whoever_speaks_for_the_family_applies(office: TestOffice, family: Family) -> None:
    application_id = register_joining(office.desk, family.application_id, (a_newborn(),))
    referral_id = referred(office, application_id)
    for form in (application_form(application_id), referral_form(referral_id)):
        assert (form.applicant.name, form.applicant.kinship) == ("Мысалов Дәурен", "")
        assert [(person.name, person.kinship) for person in form.family] == [("Мысалова Айсұлу", "қызы")]


def test_when_the_applicant_has_left_the_contact_applies(office: TestOffice, family: Family) -> None:
    applicant, wife = family.stays
    record_leaving(office.desk, LeavingRequest((applicant,), office.desk.today, EndReason.FREELY, "", wife))
    application_id = register_joining(office.desk, family.application_id, (a_newborn(),))
    assert application_form(application_id).applicant.name == "Мысалов Сәуле"
    record_leaving(office.desk, LeavingRequest((wife,), office.desk.today, EndReason.FREELY))
    assert application_form(application_id).applicant.name == "Мысалов Дәурен"


def test_a_newborn_does_not_come_alone_once_the_household_has_left(
    office: TestOffice, family: Family
) -> None:
    application_id = register_joining(office.desk, family.application_id, (a_newborn(),))
    referral_id = referred(office, application_id, 0)
    other_id = register_joining(office.desk, family.application_id, (a_newborn(name=TWIN),))
    record_leaving(office.desk, LeavingRequest(family.stays, office.desk.today, EndReason.FREELY))
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        move_in(office.desk, referral_id, people=all_of(referral_id), moved_in_on=office.desk.today)
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        issue_referral(office.desk, ReferralRequest(other_id))
