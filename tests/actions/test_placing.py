"""Moving to other beds: what is written, what is refused, what is taken back."""

from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.moving_in import confirm_lapse
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.actions.rooms import RoomRequest
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState, RoomKind
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import everything_in, refused_with
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

TODAY, NEXT_DAY = date(2026, 3, 18), date(2026, 3, 19)


def states(office: TestOffice, *labels: str) -> list[BedState]:
    beds = beds_by_label(office.desk)
    return [beds[label].state for label in labels]


def holders(office: TestOffice) -> dict[str, int]:
    beds = beds_by_label(office.desk).items()
    return {label: bed.holder.referral_person_id for label, bed in beds if bed.holder}


def test_who_is_awaited_holds_another_bed_and_the_first_is_free_at_once(office: TestOffice) -> None:
    (row,) = named_on(a_referral(office.desk))
    office.told.clear()
    move_to_beds(office.desk, {row: 2})
    assert states(office, "101-1", "102-1") == [BedState.FREE, BedState.HELD]
    assert holders(office) == {"102-1": row}
    assert len(office.told) == 1


def test_a_resident_sleeps_elsewhere_from_today_and_the_bed_is_made_ready(office: TestOffice) -> None:
    (row,) = named_on(a_referral_moved_in(office.desk))
    before = Stay.get()
    office.clock.set(NEXT_DAY)
    move_to_beds(office.desk, {row: 2})
    assert states(office, "101-1", "102-1") == [BedState.BEING_MADE_READY, BedState.OCCUPIED]
    slept = BedUse.get(BedUse.bed == 2)
    assert (slept.began_on, slept.stay_id) == (NEXT_DAY, before.id)
    assert Stay.get().moved_in_on == TODAY  # the six months go on (r.15)


def test_two_swap_and_no_bed_needs_making_ready(office: TestOffice) -> None:
    (one,) = named_on(a_referral_moved_in(office.desk))
    (two,) = named_on(a_referral_moved_in(office.desk))
    act = move_to_beds(office.desk, {one: 2, two: 1})
    assert holders(office) == {"101-1": two, "102-1": one}
    assert states(office, "101-1", "102-1") == [BedState.OCCUPIED] * 2
    undo(office.desk, act)
    assert holders(office) == {"101-1": one, "102-1": two}


def test_three_go_round_with_one_of_them_awaited(office: TestOffice) -> None:
    (one,) = named_on(a_referral_moved_in(office.desk))
    (two,) = named_on(a_referral(office.desk))
    (three,) = named_on(a_referral_moved_in(office.desk))
    before = everything_in(office.desk.database)
    act = move_to_beds(office.desk, {one: 2, two: 3, three: 1})
    assert holders(office) == {"101-1": three, "102-1": one, "103-1": two}
    assert states(office, "101-1", "102-1", "103-1") == [
        BedState.OCCUPIED,
        BedState.OCCUPIED,
        BedState.HELD,
    ]
    undo(office.desk, act)
    after = everything_in(office.desk.database)
    assert {table for table in after if after[table] != before[table]} == {"audit_line"}


def test_a_family_moves_together(tmp_path: Path) -> None:
    rooms = [RoomRequest(1, name, RoomKind.FAMILY, 3) for name in ("101", "102")]
    with an_office(tmp_path, rooms=rooms) as office:
        rows = named_on(a_referral_moved_in(office.desk, size=3))
        move_to_beds(office.desk, dict(zip(rows, (4, 5, 6), strict=True)))
        assert holders(office) == dict(zip(("102-1", "102-2", "102-3"), rows, strict=True))


def test_nothing_is_written_where_all_stay_in_their_beds(office: TestOffice) -> None:
    (row,) = named_on(a_referral(office.desk))
    before = everything_in(office.desk.database)
    assert move_to_beds(office.desk, {row: 1}) == 0
    assert everything_in(office.desk.database) == before


def test_nobody_is_no_move(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.NOBODY_CHOSEN):
        move_to_beds(office.desk, {})


def test_beds_that_others_have_or_that_are_not_ready_are_refused(office: TestOffice) -> None:
    (one,) = named_on(a_referral(office.desk))
    (two,) = named_on(a_referral_moved_in(office.desk))
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        move_to_beds(office.desk, {one: 2})
    move_to_beds(office.desk, {two: 3})
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        move_to_beds(office.desk, {one: 2})
    with refused_with(office, ObstacleKind.BED_CHOSEN_TWICE, ObstacleKind.BED_CHOSEN_TWICE):
        move_to_beds(office.desk, {one: 4, two: 4})


def test_unrelated_men_and_women_are_not_moved_together(tmp_path: Path) -> None:
    rooms = [RoomRequest(1, "101", RoomKind.FAMILY, 2), RoomRequest(1, "102", RoomKind.FAMILY, 1)]
    with an_office(tmp_path, rooms=rooms) as office:
        (man,) = named_on(a_referral(office.desk, a_person(sex=Sex.MALE)))
        (woman,) = named_on(a_referral(office.desk, a_person("Сәуле", sex=Sex.FEMALE)))
        assert holders(office) == {"102-1": man, "101-1": woman}
        with refused_with(office, ObstacleKind.ROOM_MIXED):
            move_to_beds(office.desk, {man: 2})
        move_to_beds(office.desk, {man: 1, woman: 3})
        assert holders(office) == {"101-1": man, "102-1": woman}


def test_whose_sex_the_kinship_tells_is_lodged_by_it_like_on_the_referral(tmp_path: Path) -> None:
    rooms = [RoomRequest(1, "101", RoomKind.WOMEN, 2), RoomRequest(1, "102", RoomKind.WOMEN, 2)]
    with an_office(tmp_path, rooms=rooms) as office:
        mother, daughter = a_person("Бибі", sex=Sex.FEMALE), a_person("Сәуле", kinship="қызы")
        application_id = an_application(office.desk, mother, daughter)
        named = named_on(issue_referral(office.desk, ReferralRequest(application_id, beds={0: 1, 1: 3})))
        (other,) = named_on(a_referral(office.desk, a_person("Аяла", sex=Sex.FEMALE)))
        move_to_beds(office.desk, {other: 4})
        move_to_beds(office.desk, {named[1]: 2})
        assert holders(office) == {"101-1": named[0], "101-2": named[1], "102-2": other}


def test_who_has_left_or_never_came_is_given_no_bed(office: TestOffice) -> None:
    (gone,) = named_on(a_referral_moved_in(office.desk))
    stay = Stay.get()
    record_leaving(office.desk, LeavingRequest((stay.id,), TODAY, EndReason.FREELY))
    struck_out = a_referral(office.desk)
    lapsed = a_referral(office.desk)
    hand_over_referral(office.desk, lapsed, received_on=TODAY)
    strike_out_referral(office.desk, struck_out, reason="Қате")
    office.clock.set(date(2026, 3, 22))
    confirm_lapse(office.desk, lapsed)
    for row, kind in (
        (gone, ObstacleKind.LEFT),
        (named_on(struck_out)[0], ObstacleKind.REFERRAL_STRUCK_OUT),
        (named_on(lapsed)[0], ObstacleKind.REFERRAL_LAPSED),
    ):
        with refused_with(office, kind):
            move_to_beds(office.desk, {row: 7})


def test_an_infant_who_shared_a_bed_is_given_one(office: TestOffice) -> None:
    mother = a_person("Сәуле", sex=Sex.FEMALE)
    baby = a_person("Аяла", born=BirthDate(2025, 10, 30), document=None, kinship="қызы")
    application_id = an_application(office.desk, mother, baby)
    referral_id = issue_referral(office.desk, ReferralRequest(application_id, sharing=frozenset({1})))
    _mother_row, baby_row = named_on(referral_id)
    act = move_to_beds(office.desk, {baby_row: 2})
    assert holders(office)["102-1"] == baby_row
    assert ReferralPerson.get_by_id(baby_row).shares_bed is False
    undo(office.desk, act)
    assert ReferralPerson.get_by_id(baby_row).shares_bed is True


def test_a_resident_without_a_bed_is_given_one(office: TestOffice) -> None:
    (row,) = named_on(a_referral_moved_in(office.desk))
    BedUse.update(ended_on=TODAY).where(BedUse.ended_on.is_null()).execute()
    assert len(house(office.desk.database, TODAY).without_bed) == 1
    move_to_beds(office.desk, {row: 2})
    assert house(office.desk.database, TODAY).without_bed == ()
    assert states(office, "102-1") == [BedState.OCCUPIED]


def test_nobody_is_moved_by_a_clock_that_was_set_back(office: TestOffice) -> None:
    (row,) = named_on(a_referral_moved_in(office.desk))
    office.clock.set(date(2025, 3, 18))
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        move_to_beds(office.desk, {row: 2})


def test_a_move_is_not_taken_back_once_somebody_has_the_old_bed(office: TestOffice) -> None:
    (one,) = named_on(a_referral(office.desk))
    act = move_to_beds(office.desk, {one: 2})
    (two,) = named_on(a_referral(office.desk))
    assert holders(office) == {"101-1": two, "102-1": one}
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


@pytest.mark.parametrize("days", [0, 1])
def test_a_bed_can_be_moved_to_and_back_again(office: TestOffice, days: int) -> None:
    (row,) = named_on(a_referral(office.desk))
    for bed in (2, 1, 2):
        office.clock.go_on(days=days)
        move_to_beds(office.desk, {row: bed})
    assert holders(office) == {"102-1": row}
