"""Taking an act back: every row as it was, the audit whole, and never what was built on."""

import json

import pytest

from kandas_desktop.actions.acts import Act, undo
from kandas_desktop.actions.office import change_office
from kandas_desktop.actions.rooms import rename_bed, take_out_of_service
from kandas_desktop.models.stay_tables import Bed, Outage, Room
from kandas_desktop.models.tables import AuditLine
from kandas_desktop.queries.office import office as office_entry
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import everything_in, refused_with
from tests.factories import WEDNESDAY, TestOffice


def test_an_act_that_was_taken_back_stays_in_the_audit_with_its_undoing(office: TestOffice) -> None:
    act = rename_bed(office.desk, 1, name="5")
    office.told.clear()
    undo(office.desk, act)
    assert len(office.told) == 1
    done, undone = AuditLine.get_by_id(act), AuditLine.get(AuditLine.undoes == act)
    assert (done.verb, json.loads(done.detail)) == ("rename", {"before": "101-1", "name": "5"})
    assert (undone.verb, undone.subject, undone.subject_id) == ("undo", "bed", 1)
    assert json.loads(undone.detail) == {"verb": "rename"}


def test_an_act_is_taken_back_once(office: TestOffice) -> None:
    act = rename_bed(office.desk, 1, name="5")
    undo(office.desk, act)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_taking_back_is_not_taken_back(office: TestOffice) -> None:
    undo(office.desk, rename_bed(office.desk, 1, name="5"))
    undoing = AuditLine.get(AuditLine.verb == "undo")
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, undoing.id)


def test_what_is_no_act_is_not_taken_back(office: TestOffice) -> None:
    entry = office_entry()
    assert entry is not None
    change_office(office.desk, entry)
    line = AuditLine.select().order_by(AuditLine.id.desc()).first()
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, line.id)


def test_acts_are_taken_back_one_after_the_other_and_never_past_a_later_one(office: TestOffice) -> None:
    first = rename_bed(office.desk, 1, name="5")
    second = rename_bed(office.desk, 1, name="6")
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, first)
    undo(office.desk, second)
    undo(office.desk, first)
    assert Bed.get_by_id(1).name == "1"


def test_of_two_acts_on_different_parts_of_a_row_either_is_taken_back(office: TestOffice) -> None:
    with office.desk.transaction():
        act = Act(office.desk)
        act.change(Room.get_by_id(1), floor=7)
        first = act.close("move", "room", 1)
    with office.desk.transaction():
        act = Act(office.desk)
        act.change(Room.get_by_id(1), name="701")
        act.change(Room.get_by_id(1), name="702")
        act.close("rename", "room", 1)
    undo(office.desk, first)
    room = Room.get_by_id(1)
    assert (room.floor, room.name) == (1, "702")


def test_a_row_that_an_act_added_and_somebody_removed_is_not_taken_back_again(office: TestOffice) -> None:
    act = take_out_of_service(office.desk, 1, reason="Сынды", began_on=WEDNESDAY)
    Outage.delete().execute()
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_what_the_database_keeps_is_not_taken_back(office: TestOffice) -> None:
    with office.desk.transaction():
        act = Act(office.desk)
        act.add(Room, floor=1, name="900", kind="family")
        act_id = act.close("add", "room", 8)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act_id)


def test_an_act_that_changed_nothing_is_taken_back_as_nothing(office: TestOffice) -> None:
    act = rename_bed(office.desk, 1, name="1")
    before = everything_in(office.desk.database)
    undo(office.desk, act)
    after = everything_in(office.desk.database)
    assert {table for table in after if after[table] != before[table]} == {"audit_line"}


def test_what_goes_along_with_taking_back_is_done_in_the_same_transaction(office: TestOffice) -> None:
    act = rename_bed(office.desk, 1, name="5")

    def fail() -> None:
        assert Bed.get_by_id(1).name == "1"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        undo(office.desk, act, also=fail)
    assert Bed.get_by_id(1).name == "5"


def test_an_act_rests_on_what_must_not_change_before_it_is_taken_back(office: TestOffice) -> None:
    with office.desk.transaction():
        act = Act(office.desk)
        act.rest_on(Room.get_by_id(2), "floor")
        act.change(Room.get_by_id(1), floor=7)
        act_id = act.close("move", "room", 1)
    Room.update(floor=9).where(Room.id == 2).execute()
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act_id)
    Room.update(floor=1).where(Room.id == 2).execute()
    undo(office.desk, act_id)
    assert Room.get_by_id(1).floor == 1
