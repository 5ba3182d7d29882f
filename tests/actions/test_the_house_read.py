"""The house is read anew after everything that was written, and only then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import house
from kandas_desktop.rules.rooms import BedState, House
from tests.factories import TestOffice, a_referral, an_office, named_on

CLOSE_A_BED = "INSERT INTO outage (bed_id, reason, began_on) VALUES (?, 'radiator', '2026-03-18')"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=3) as made:
        yield made


def read(office: TestOffice) -> House:
    return house(office.desk.database, office.desk.today)


def state(read: House, bed_id: int) -> BedState:
    bed = read.bed(bed_id)
    assert bed is not None
    return bed.state


def test_a_house_in_which_nothing_was_written_is_not_read_again(office: TestOffice) -> None:
    assert read(office) is read(office)


def test_of_another_day_it_is_another_house(office: TestOffice) -> None:
    today = read(office)
    assert house(office.desk.database, today.on.replace(day=27)).on.day == 27


def test_what_this_desk_wrote_is_seen(office: TestOffice) -> None:
    (row,) = named_on(a_referral(office.desk))
    assert state(read(office), 2) is BedState.FREE
    move_to_beds(office.desk, {row: 2})
    assert state(read(office), 2) is BedState.HELD


def test_what_another_desk_wrote_is_seen(office: TestOffice) -> None:
    assert state(read(office), 1) is BedState.FREE
    other = OfficeDatabase(office.desk.database.path)
    other.execute_sql(CLOSE_A_BED, (1,))
    other.close()
    assert state(read(office), 1) is BedState.OUT_OF_SERVICE


def test_what_was_taken_back_was_never_there(office: TestOffice) -> None:
    database = office.desk.database
    database.execute_sql("BEGIN IMMEDIATE")
    database.execute_sql(CLOSE_A_BED, (1,))
    assert state(read(office), 1) is BedState.OUT_OF_SERVICE
    database.execute_sql("ROLLBACK")
    assert state(read(office), 1) is BedState.FREE


def test_rooms_in_which_nothing_changed_are_the_rooms_read_before(office: TestOffice) -> None:
    before = read(office)
    office.desk.database.execute_sql(CLOSE_A_BED, (1,))
    after = read(office)
    changed = {room.id for room, other in zip(before.rooms, after.rooms, strict=True) if room is not other}
    closed = after.room_of(1)
    assert closed is not None
    assert changed == {closed.id}
    assert len(after.rooms) > 1


def test_an_office_that_counts_otherwise_has_other_last_days(office: TestOffice) -> None:
    a_referral(office.desk)
    before = read(office)
    office.desk.database.execute_sql("UPDATE office SET last_day_moves = NOT last_day_moves")
    after = read(office)
    assert after.rooms[0] is not before.rooms[0]
