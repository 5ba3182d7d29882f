"""What is not taken back because something else was built on it, though no row of the act changed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.breaches import BreachRequest, close_breach, record_breach
from kandas_desktop.actions.consideration import strike_out_application
from kandas_desktop.actions.corrections import correct_move_in, take_back_leaving
from kandas_desktop.actions.moving_in import confirm_lapse, move_in
from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.receipts import correct_receipt
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.actions.rooms import RoomRequest, change_room, put_in_service, take_out_of_service
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse, Breach, Stay
from kandas_desktop.models.tables import Referral
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState, RoomKind
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.factories import (
    TestOffice,
    a_person,
    a_referral,
    a_referral_moved_in,
    an_application,
    an_office,
    beds_by_label,
    named_on,
)
from tests.residents import a_family_with_beds, a_resident_family

TODAY = date(2026, 3, 18)
MAN, WOMAN = a_person(sex=Sex.MALE), a_person("Сәуле", sex=Sex.FEMALE)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """Two family rooms with two beds each: 1 and 2 in 101, 3 and 4 in 102."""
    rooms = [RoomRequest(1, "101", RoomKind.FAMILY, 2), RoomRequest(1, "102", RoomKind.FAMILY, 2)]
    with an_office(tmp_path, rooms=rooms) as made:
        yield made


def test_nobody_comes_back_by_an_undoing_among_unrelated_people_of_the_other_sex(office: TestOffice) -> None:
    (woman,) = named_on(a_referral(office.desk, WOMAN))
    act = move_to_beds(office.desk, {woman: 3})
    (man,) = named_on(a_referral(office.desk, MAN))
    move_to_beds(office.desk, {man: 2})
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_a_room_is_not_for_women_again_while_a_man_has_a_bed_in_it(office: TestOffice) -> None:
    change_room(office.desk, 1, floor=1, name="101", kind=RoomKind.WOMEN)
    act = change_room(office.desk, 1, floor=1, name="101", kind=RoomKind.FAMILY)
    (man,) = named_on(a_referral(office.desk, MAN))
    move_to_beds(office.desk, {man: 1})
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    move_to_beds(office.desk, {man: 3})
    undo(office.desk, act)


def test_the_last_act_is_taken_back_whoever_grew_up_in_the_room_meanwhile(office: TestOffice) -> None:
    boy = a_person("Ерасыл", born=BirthDate(2019, 3, 20), document=None, kinship="ұлы", sex=Sex.MALE)
    named = named_on(a_referral(office.desk, MAN, boy))
    move_to_beds(office.desk, dict(zip(named, (3, 1), strict=True)))
    (woman,) = named_on(a_referral(office.desk, WOMAN))
    move_to_beds(office.desk, {woman: 2})
    office.clock.set(date(2026, 3, 20))
    act = move_to_beds(office.desk, {named[1]: 4})
    undo(office.desk, act)
    assert beds_by_label(office.desk)["101-1"].state is BedState.HELD


def test_who_did_not_leave_has_no_bed_among_unrelated_people_of_the_other_sex(office: TestOffice) -> None:
    (woman,) = named_on(a_referral_moved_in(office.desk, WOMAN))
    move_to_beds(office.desk, {woman: 1})
    record_leaving(office.desk, LeavingRequest((Stay.get().id,), TODAY, EndReason.FREELY))
    (man,) = named_on(a_referral(office.desk, MAN))
    move_to_beds(office.desk, {man: 2})
    take_back_leaving(office.desk, [Stay.get().id], reason="Қате жазылды")
    seen = house(office.desk.database, TODAY)
    assert [holder.referral_person_id for holder in seen.without_bed] == [woman]


def test_a_lapse_is_not_taken_back_once_the_family_applied_anew(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    office.clock.set(date(2026, 3, 22))
    act = confirm_lapse(office.desk, family.referral_id)
    anew = an_application(office.desk, previous_id=family.application_id)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    strike_out_application(office.desk, anew, reason="Қате")
    undo(office.desk, act)
    assert Referral.get_by_id(family.referral_id).lapsed_on is None


def test_a_day_of_receipt_is_not_taken_back_once_somebody_came_within_its_term(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    office.clock.set(date(2026, 3, 20))
    act = correct_receipt(office.desk, family.referral_id, received_on=date(2026, 3, 20), reason="Қате")
    office.clock.set(date(2026, 3, 23))
    moved = move_in(office.desk, family.referral_id, people=family.people, moved_in_on=date(2026, 3, 23))
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    undo(office.desk, moved)
    undo(office.desk, act)
    assert Referral.get_by_id(family.referral_id).received_on == TODAY


def test_an_earlier_day_of_moving_in_is_not_taken_back_once_a_petition_rests_on_it(
    office: TestOffice,
) -> None:
    family = a_family_with_beds(office.desk)
    office.clock.set(date(2026, 3, 20))
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=date(2026, 3, 20))
    act = correct_move_in(office.desk, family.stays, moved_in_on=TODAY, reason="Қате")
    file_petition(office.desk, family.stays[0], filed_on=date(2026, 3, 19), request="Бөлме")
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_a_file_is_not_opened_again_for_a_day_after_they_left(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    office.clock.set(date(2026, 3, 20))
    request = BreachRequest(family.application_id, date(2026, 3, 20), "Шу", family.stays)
    breach_id = record_breach(office.desk, request)
    act = close_breach(office.desk, breach_id, reason="Қате")
    left = record_leaving(office.desk, LeavingRequest(family.stays, date(2026, 3, 19), EndReason.FREELY))
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    undo(office.desk, left)
    undo(office.desk, act)
    assert Breach.get().closed_on is None


def test_a_day_of_moving_in_is_not_taken_back_once_the_receipt_was_corrected(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    office.clock.set(date(2026, 3, 23))
    correct_receipt(office.desk, family.referral_id, received_on=date(2026, 3, 20), reason="Қате")
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=date(2026, 3, 23))
    act = correct_move_in(office.desk, family.stays, moved_in_on=date(2026, 3, 21), reason="Қате")
    correct_receipt(office.desk, family.referral_id, received_on=TODAY, reason="Қате")
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_a_bed_is_not_out_of_service_again_for_days_on_which_somebody_slept_in_it(office: TestOffice) -> None:
    desk = office.desk
    take_out_of_service(desk, 1, reason="Радиатор", began_on=TODAY)
    act = put_in_service(desk, 1)
    referral_id = issue_referral(desk, ReferralRequest(an_application(desk, MAN), {0: 1}))
    hand_over_referral(desk, referral_id, received_on=TODAY)
    move_in(desk, referral_id, people=named_on(referral_id), moved_in_on=TODAY)
    stay = Stay.get()
    office.clock.go_on(days=1)
    record_leaving(desk, LeavingRequest((stay.id,), desk.today, EndReason.FREELY))
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(desk, act)


def test_a_leaving_is_not_taken_back_once_the_bed_was_out_of_service(office: TestOffice) -> None:
    desk = office.desk
    a_referral_moved_in(desk, MAN)
    stay = Stay.get()
    act = record_leaving(desk, LeavingRequest((stay.id,), TODAY, EndReason.FREELY))
    (bed,) = (use.bed_id for use in BedUse.select().where(BedUse.stay == stay))
    take_out_of_service(desk, bed, reason="Радиатор", began_on=TODAY)
    office.clock.go_on(days=1)
    put_in_service(desk, bed)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(desk, act)
