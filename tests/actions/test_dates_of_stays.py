"""Days of a stay that cannot be: before what was signed, on nights of an outage, beside the decision."""

from datetime import date, timedelta

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.corrections import (
    CorrectedLeaving,
    correct_leaving,
    correct_move_in,
    take_back_leaving,
)
from kandas_desktop.actions.moving_in import move_in, sign_house_rules
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.rooms import make_ready, put_in_service, take_out_of_service
from kandas_desktop.actions.stays import change_status
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse, HouseholdContact, Stay
from kandas_desktop.models.stays import kandas_status
from kandas_desktop.models.tables import Person, ReferralPerson
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.actions.test_stays import ended, leave
from tests.factories import WEDNESDAY, TestOffice
from tests.residents import Family, a_decision, a_family_with_beds, a_resident_family

DAY = timedelta(days=1)


def test_nobody_left_before_they_signed_the_house_rules(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    office.clock.go_on(days=2)
    sign_house_rules(office.desk, family.stays, signed_on=WEDNESDAY + DAY)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        leave(office, family.stays, left_on=WEDNESDAY)


def test_whoever_is_named_needlessly_does_not_speak_for_the_family(office: TestOffice) -> None:
    family, other = a_resident_family(office.desk, size=3), a_resident_family(office.desk)
    leave(office, family.stays[2:], contact=other.stays[0])
    assert HouseholdContact.select().count() == 0


def _left_and_repaired(office: TestOffice) -> Family:
    """It left on Wednesday; the bed was out of service from Friday to Saturday; today is Monday."""
    family = a_resident_family(office.desk)
    leave(office, family.stays)
    make_ready(office.desk, family.beds)
    office.clock.go_on(days=2)
    take_out_of_service(office.desk, family.beds[0], reason="Сынды", began_on=office.desk.today)
    office.clock.go_on(days=1)
    put_in_service(office.desk, family.beds[0])
    office.clock.go_on(days=2)
    return family


def test_nobody_slept_in_a_bed_after_it_broke(office: TestOffice) -> None:
    family = _left_and_repaired(office)
    corrected = CorrectedLeaving(family.stays, WEDNESDAY + 3 * DAY, EndReason.FREELY, "", "Қате жазылды")
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        correct_leaving(office.desk, corrected)


def test_who_did_not_leave_has_no_bed_that_was_broken_meanwhile(office: TestOffice) -> None:
    family = _left_and_repaired(office)
    take_back_leaving(office.desk, family.stays, reason="Қате жазылды")
    without = house(office.desk.database, office.desk.today).without_bed
    assert [holder.stay_id for holder in without] == list(family.stays)


def test_nobody_slept_in_a_bed_before_it_was_repaired(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    ReferralPerson.update(shares_bed=True).execute()
    BedUse.delete().execute()
    take_out_of_service(office.desk, 7, reason="Сынды", began_on=WEDNESDAY)
    ReferralPerson.update(shares_bed=False).execute()
    office.clock.go_on(days=2)
    put_in_service(office.desk, 7)
    Stay.create(
        person=ReferralPerson.get_by_id(family.people[0]).application_person.person_id,
        referral_person=family.people[0],
        household=family.application_id,
        moved_in_on=office.desk.today,
        destination="",
    )
    move_to_beds(office.desk, {family.people[0]: 7})
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        correct_move_in(office.desk, family.stays, moved_in_on=WEDNESDAY, reason="Қате жазылды")


def test_the_end_of_one_who_was_put_out_after_the_term_moves_with_the_first_day(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    office.clock.go_on(days=1)
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=office.desk.today)
    office.clock.set(date(2026, 9, 21))
    breach_id = a_decision(office.desk, family.application_id, family.stays, decided_on=date(2026, 9, 21))
    Stay.update(ended_on=date(2026, 9, 19), ended_because="evicted", breach=breach_id).execute()
    act = correct_move_in(office.desk, family.stays, moved_in_on=WEDNESDAY, reason="Қате жазылды")
    assert ended(family) == [(date(2026, 9, 18), "evicted", None)]
    undo(office.desk, act)
    assert ended(family) == [(date(2026, 9, 19), "evicted", None)]


def test_a_status_that_has_not_ended_ended_for_nothing(office: TestOffice) -> None:
    a_resident_family(office.desk)
    change_status(
        office.desk, 1, KandasStatus(WEDNESDAY, ended_because=StatusEnd.CITIZENSHIP), reason="Қате жазылды"
    )
    assert kandas_status(Person.get_by_id(1)) == KandasStatus(WEDNESDAY)
