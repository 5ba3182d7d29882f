"""Rooms and beds added, changed, repaired, retired; and each of it taken back."""

from collections.abc import Callable
from datetime import date

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.rooms import (
    RoomRequest,
    add_bed,
    add_room,
    change_room,
    make_ready,
    put_in_service,
    rename_bed,
    retire_bed,
    retire_room,
    take_out_of_service,
)
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.house import house, house_on
from kandas_desktop.models.stay_tables import Bed, Outage, Room, Stay
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState, RoomKind
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import everything_in, refused_with
from tests.factories import (
    TestOffice,
    a_person,
    a_referral,
    a_referral_moved_in,
    add_beds,
    beds_by_label,
    leave_no_bed_free,
)

TODAY, NEXT_DAY = date(2026, 3, 18), date(2026, 3, 19)
FAMILY = RoomKind.FAMILY


def request(name: str = "201", *, beds: int = 2, kind: RoomKind = FAMILY) -> RoomRequest:
    return RoomRequest(floor=2, name=name, kind=kind, beds=beds)


def labels(office: TestOffice) -> list[str]:
    return list(beds_by_label(office.desk))


def left_bed(office: TestOffice) -> int:
    """The bed 101-1, left today by somebody who moved in today."""
    a_referral_moved_in(office.desk)
    stay = Stay.get()
    record_leaving(office.desk, LeavingRequest((stay.id,), TODAY, EndReason.FREELY))
    return int(Bed.get().id)


def test_a_room_is_added_with_its_beds_in_the_order_of_the_house(office: TestOffice) -> None:
    add_room(office.desk, request(" 201 "))
    add_room(office.desk, RoomRequest(floor=1, name="99", kind=RoomKind.MEN, beds=1))
    assert labels(office)[0] == "99-1"
    assert labels(office)[-2:] == ["201-1", "201-2"]
    assert len(office.told) == 2


def test_a_room_that_cannot_be_is_refused_for_every_reason(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.ROOM_NAME_TAKEN, ObstacleKind.ROOM_SIZE_UNFIT):
        add_room(office.desk, request("101", beds=0))
    with refused_with(office, ObstacleKind.ROOM_NAME_MISSING):
        add_room(office.desk, request(" "))


def test_a_room_is_moved_and_renamed_but_not_to_a_number_that_is_there(office: TestOffice) -> None:
    change_room(office.desk, 1, floor=3, name="301", kind=RoomKind.WOMEN)
    change_room(office.desk, 1, floor=3, name="301", kind=RoomKind.MEN)
    room = Room.get_by_id(1)
    assert (room.floor, room.name, room.kind) == (3, "301", "men")
    with refused_with(office, ObstacleKind.ROOM_NAME_TAKEN):
        change_room(office.desk, 1, floor=3, name="102", kind=FAMILY)


def test_a_room_is_not_given_to_women_while_a_man_is_held_a_bed_in_it(office: TestOffice) -> None:
    a_referral(office.desk)  # nobody wrote down the applicant's sex
    with refused_with(office, ObstacleKind.ROOM_FOR_WOMEN):
        change_room(office.desk, 1, floor=1, name="101", kind=RoomKind.WOMEN)


def test_beds_are_added_with_the_next_number_or_their_own(office: TestOffice) -> None:
    add_bed(office.desk, 1)
    add_bed(office.desk, 1, name="балалар")
    assert labels(office)[:3] == ["101-балалар", "101-1", "101-2"]
    with refused_with(office, ObstacleKind.BED_NAME_TAKEN):
        add_bed(office.desk, 1, name="2")
    with refused_with(office, ObstacleKind.BED_NAME_MISSING):
        add_bed(office.desk, 1, name=" ")


def test_a_bed_is_renamed_but_not_to_a_number_of_its_room(office: TestOffice) -> None:
    add_bed(office.desk, 1)
    act = rename_bed(office.desk, 1, name="7")
    assert labels(office)[:2] == ["101-2", "101-7"]
    with refused_with(office, ObstacleKind.BED_NAME_TAKEN):
        rename_bed(office.desk, 1, name="2")
    undo(office.desk, act)
    assert labels(office)[:2] == ["101-1", "101-2"]


def test_a_retired_bed_is_gone_from_today_and_stays_in_the_past(office: TestOffice) -> None:
    office.clock.set(NEXT_DAY)
    retire_bed(office.desk, 1)
    assert "101-1" not in labels(office)
    assert house_on(office.desk.database, TODAY).bed(1) is not None
    assert house_on(office.desk.database, NEXT_DAY).bed(1) is None


def test_a_retired_room_leaves_its_number_to_another(office: TestOffice) -> None:
    act = retire_room(office.desk, 1)
    assert add_room(office.desk, request("101")) > 1
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_what_somebody_has_is_not_retired(office: TestOffice) -> None:
    a_referral(office.desk)
    with refused_with(office, ObstacleKind.BED_IN_USE):
        retire_bed(office.desk, 1)
    with refused_with(office, ObstacleKind.BED_IN_USE):
        retire_room(office.desk, 1)
    with refused_with(office, ObstacleKind.BED_IN_USE):
        take_out_of_service(office.desk, 1, reason="Сынды", began_on=TODAY)


def test_a_bed_is_out_of_service_until_somebody_says_it_is_back(office: TestOffice) -> None:
    take_out_of_service(
        office.desk, 1, reason=" Тақтайы сынды ", began_on=TODAY, expected_until=date(2026, 4, 1)
    )
    bed = beds_by_label(office.desk)["101-1"]
    assert bed.outage is not None
    assert (bed.state, bed.outage.reason) == (BedState.OUT_OF_SERVICE, "Тақтайы сынды")
    office.clock.set(date(2026, 4, 20))
    assert beds_by_label(office.desk)["101-1"].state is BedState.OUT_OF_SERVICE
    put_in_service(office.desk, 1)
    assert beds_by_label(office.desk)["101-1"].state is BedState.FREE
    assert Outage.get().ended_on == date(2026, 4, 20)
    with refused_with(office, ObstacleKind.BED_NOT_OUT_OF_SERVICE):
        put_in_service(office.desk, 1)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        take_out_of_service(office.desk, 1, reason="Сынды", began_on=date(2026, 4, 19))


def test_nothing_is_out_of_service_while_somebody_still_slept_there(office: TestOffice) -> None:
    bed_id = left_bed(office)
    with refused_with(office, ObstacleKind.REASON_MISSING, ObstacleKind.DATE_TOO_EARLY):
        take_out_of_service(office.desk, bed_id, reason="", began_on=date(2026, 3, 17))


def test_a_bed_that_is_retired_under_repair_needs_none_any_more(office: TestOffice) -> None:
    take_out_of_service(office.desk, 1, reason="Сынды", began_on=TODAY)
    act = retire_bed(office.desk, 1)
    assert Outage.get().ended_on == TODAY
    undo(office.desk, act)
    assert Outage.get().ended_on is None
    assert beds_by_label(office.desk)["101-1"].state is BedState.OUT_OF_SERVICE


def test_a_bed_that_was_left_is_free_once_it_is_made_ready(office: TestOffice) -> None:
    bed_id = left_bed(office)
    assert beds_by_label(office.desk)["101-1"].state is BedState.BEING_MADE_READY
    act = make_ready(office.desk, [bed_id, bed_id])
    assert beds_by_label(office.desk)["101-1"].state is BedState.FREE
    undo(office.desk, act)
    assert beds_by_label(office.desk)["101-1"].state is BedState.BEING_MADE_READY
    with refused_with(office, ObstacleKind.BED_NOT_BEING_MADE_READY):
        make_ready(office.desk, [bed_id, 2])
    with refused_with(office, ObstacleKind.BED_NOT_BEING_MADE_READY):
        make_ready(office.desk, [])


def test_by_a_clock_that_was_set_back_a_bed_is_ready_on_the_day_it_was_left(office: TestOffice) -> None:
    bed_id = left_bed(office)
    office.clock.set(date(2025, 3, 18))
    make_ready(office.desk, [bed_id])
    assert house(office.desk.database, TODAY).counts().free == 7


@pytest.mark.parametrize("held", [True, False])
def test_ready_is_not_taken_back_once_somebody_has_had_the_bed(office: TestOffice, held: bool) -> None:
    bed_id = left_bed(office)
    act = make_ready(office.desk, [bed_id])
    if held:
        a_referral(office.desk)
    else:
        office.clock.set(NEXT_DAY)
        a_referral_moved_in(office.desk)
        office.clock.set(date(2026, 3, 20))
        stay = Stay.get_by_id(2)
        record_leaving(office.desk, LeavingRequest((stay.id,), date(2026, 3, 20), EndReason.FREELY))
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_an_outage_is_taken_back_and_so_is_its_end(office: TestOffice) -> None:
    began = take_out_of_service(office.desk, 1, reason="Сынды", began_on=TODAY)
    ended = put_in_service(office.desk, 1)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, began)
    undo(office.desk, ended)
    undo(office.desk, began)
    assert beds_by_label(office.desk)["101-1"].state is BedState.FREE
    assert Outage.select().count() == 0


def test_the_end_of_an_outage_is_not_taken_back_once_somebody_has_the_bed(office: TestOffice) -> None:
    take_out_of_service(office.desk, 1, reason="Сынды", began_on=TODAY)
    ended = put_in_service(office.desk, 1)
    a_referral(office.desk)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, ended)


@pytest.mark.parametrize(
    "change",
    [
        lambda desk: rename_bed(desk, 1, name="5"),
        lambda desk: retire_bed(desk, 1),
        lambda desk: take_out_of_service(desk, 1, reason="Сынды", began_on=TODAY),
        lambda desk: put_in_service(desk, 1),
        lambda desk: make_ready(desk, [1]),
    ],
)
def test_a_retired_bed_is_left_alone(office: TestOffice, change: Callable[[object], object]) -> None:
    leave_no_bed_free(office.desk)
    with refused_with(office, ObstacleKind.BED_RETIRED):
        change(office.desk)


@pytest.mark.parametrize(
    "change",
    [
        lambda desk: change_room(desk, 1, floor=1, name="9", kind=FAMILY),
        lambda desk: add_bed(desk, 1),
        lambda desk: retire_room(desk, 1),
    ],
)
def test_a_retired_room_is_left_alone(office: TestOffice, change: Callable[[object], object]) -> None:
    retire_room(office.desk, 1)
    with refused_with(office, ObstacleKind.ROOM_RETIRED):
        change(office.desk)


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: change_room(desk, 1, floor=2, name="9", kind=RoomKind.MEN),
        lambda desk: rename_bed(desk, 1, name="5"),
        lambda desk: retire_bed(desk, 1),
        lambda desk: retire_room(desk, 1),
        lambda desk: take_out_of_service(desk, 1, reason="Сынды", began_on=TODAY),
    ],
)
def test_every_change_is_taken_back_whole(office: TestOffice, act: Callable[[object], int]) -> None:
    before = everything_in(office.desk.database)
    act_id = act(office.desk)
    undo(office.desk, act_id)
    after = everything_in(office.desk.database)
    changed = {table for table in after if after[table] != before.get(table)}
    assert changed <= {"audit_line", "sqlite_sequence"}


def test_an_office_without_any_bed_can_be(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    assert house(office.desk.database, TODAY).counts().in_all == 0
    add_beds(office.desk, 1)
    a_referral(office.desk, a_person())
    assert house(office.desk.database, TODAY).counts().held == 1
