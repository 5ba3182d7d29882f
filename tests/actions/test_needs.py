"""Who needs an accessible room can be said at any time; what stood there before stays in the history."""

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.intake import ApplicationRequest, register_application
from kandas_desktop.actions.needs import record_needs
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.actions.rooms import RoomRequest, add_room
from kandas_desktop.models.stays import live_use
from kandas_desktop.models.tables import ApplicationPerson, ReferralPerson
from kandas_desktop.queries.resident_household import household_history
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import RoomKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, a_person, an_application
from tests.residents import Family, a_resident_family


@pytest.fixture
def family(office: TestOffice) -> Family:
    return a_resident_family(office.desk, a_person(), a_person("Сәуле"))


def rows() -> list[ApplicationPerson]:
    return list(ApplicationPerson.select().order_by(ApplicationPerson.id))


def in_need() -> list[bool]:
    return [row.needs_accessible for row in rows()]


def test_it_is_written_down_of_whoever_is_named(office: TestOffice, family: Family) -> None:
    applicant, wife = (row.id for row in rows())
    assert record_needs(office.desk, {applicant: False, wife: True})
    assert in_need() == [False, True]
    assert len(office.told) > 0


def test_the_history_tells_before_and_after_and_it_can_be_undone(office: TestOffice, family: Family) -> None:
    wife = rows()[1].id
    act_id = record_needs(office.desk, {wife: True})
    line = household_history(office.desk.database, family.application_id)[0]
    assert (line.verb, line.detail) == ("record needs", {"before": [], "after": ["Мысалов Сәуле"]})
    undo(office.desk, act_id)
    assert in_need() == [False, False]
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act_id)


def test_of_those_who_join_it_stands_in_the_history_of_their_household(
    office: TestOffice, family: Family
) -> None:
    later = a_person("Бекзат", surname="Мысалов", kinship="інісі")
    register_application(office.desk, ApplicationRequest((later,), joins_id=family.application_id))
    record_needs(office.desk, {rows()[-1].id: True})
    assert household_history(office.desk.database, family.application_id)[0].verb == "record needs"


def test_nothing_is_written_where_all_is_so_already(office: TestOffice, family: Family) -> None:
    assert record_needs(office.desk, {row.id: False for row in rows()}) == 0


def test_the_next_proposal_goes_by_it(office: TestOffice) -> None:
    add_room(office.desk, RoomRequest(2, "201", RoomKind.ACCESSIBLE, 1))
    application_id = an_application(office.desk, a_person())
    record_needs(office.desk, {rows()[0].id: True})
    referral_id = issue_referral(office.desk, ReferralRequest(application_id))
    use = live_use(ReferralPerson.get(ReferralPerson.referral == referral_id).id)
    assert use is not None
    assert use.bed.room.name == "201"
