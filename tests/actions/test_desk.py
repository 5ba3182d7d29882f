from datetime import date, time

import pytest
from sqlcipher3.dbapi2 import (
    DataError,
    IntegrityError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)

from kandas_desktop.actions.desk import Desk, Refused, refuse_if
from kandas_desktop.actions.intake import save_draft
from kandas_desktop.errors import Trouble
from kandas_desktop.models import engine
from kandas_desktop.models.tables import AuditLine, CalendarDay, Draft
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from tests.actions.refusals import everything_in, fill_the_disk
from tests.factories import TestOffice, an_application

A_DAY = {"day": date(2026, 3, 20), "is_working": False, "source": "сынақ"}


def test_what_a_transaction_wrote_stays_and_is_told_once(office: TestOffice) -> None:
    with office.desk.transaction():
        CalendarDay.create(**A_DAY)
        AuditLine.create(
            at=office.clock(), operator="", verb="", subject="", subject_id=1, detail="{}", changes=""
        )
        assert office.told == []
    assert CalendarDay.select().count() == 1
    assert len(office.told) == 1


def test_it_is_told_after_the_commit(office: TestOffice) -> None:
    seen = []
    desk = office.desk.__class__(
        office.desk.database, "", office.clock, lambda: seen.append(office.desk.database.in_transaction())
    )
    an_application(desk)
    assert seen == [False]


def test_what_nobody_sees_is_not_told(office: TestOffice) -> None:
    with office.desk.transaction(is_told=False):
        CalendarDay.create(**A_DAY)
    assert CalendarDay.select().count() == 1
    assert office.told == []


def test_nothing_of_a_failed_transaction_stays_and_nobody_is_told(office: TestOffice) -> None:
    before = everything_in(office.desk.database)
    with pytest.raises(ZeroDivisionError):
        _fail_in_the_middle(office.desk)
    assert everything_in(office.desk.database) == before
    assert office.told == []


def _fail_in_the_middle(desk: Desk) -> None:
    with desk.transaction():
        CalendarDay.create(**A_DAY)
        desk.record("try", "day", 1)
        raise ZeroDivisionError


def test_the_write_lock_is_taken_before_anything_is_read(office: TestOffice) -> None:
    other = engine.connect(office.path)
    other.execute_sql("PRAGMA busy_timeout = 0")
    try:
        with office.desk.transaction(), pytest.raises(OperationalError, match="locked"):
            other.execute_sql("BEGIN IMMEDIATE")
    finally:
        other.close()


def test_a_full_disk_is_trouble_in_words_and_nothing_is_written(office: TestOffice) -> None:
    before = everything_in(office.desk.database)
    fill_the_disk(office.desk.database)
    with pytest.raises(Trouble, match="disk is full"):
        save_draft(office.desk, None, "x" * 100_000)
    assert everything_in(office.desk.database) == before
    assert office.told == []


def test_after_a_full_disk_the_desk_works_on(office: TestOffice) -> None:
    fill_the_disk(office.desk.database)
    with pytest.raises(Trouble):
        save_draft(office.desk, None, "x" * 100_000)
    office.desk.database.execute_sql("PRAGMA max_page_count = 1000000")
    assert save_draft(office.desk, None, "x" * 100_000) == 1


def test_a_file_held_by_another_program_is_trouble_in_words(office: TestOffice) -> None:
    office.desk.database.execute_sql("PRAGMA busy_timeout = 0")
    other = engine.connect(office.path)
    try:
        with other.transaction(), pytest.raises(Trouble, match="Another program holds the file"):
            save_draft(office.desk, None, "{}")
    finally:
        other.close()
    assert Draft.select().count() == 0


@pytest.mark.parametrize("bug", [ProgrammingError, DataError, NotSupportedError])
def test_what_the_database_does_not_understand_is_a_bug_of_ours(
    office: TestOffice, bug: type[Exception]
) -> None:
    with pytest.raises(bug), office.desk.transaction():
        raise bug("no such column")
    assert office.told == []


def test_what_the_database_forbids_is_a_bug_of_ours_and_no_trouble(office: TestOffice) -> None:
    with office.desk.transaction():
        CalendarDay.create(**A_DAY)
    with pytest.raises(IntegrityError), office.desk.transaction():
        CalendarDay.create(**A_DAY)
    assert CalendarDay.select().count() == 1
    assert len(office.told) == 1


def test_today_is_the_day_of_the_clock(office: TestOffice) -> None:
    office.clock.set(date(2026, 12, 31), time(23, 59))
    assert office.desk.today == date(2026, 12, 31)
    office.clock.go_on(minutes=1)
    assert office.desk.today == date(2027, 1, 1)


def test_the_audit_line_says_who_did_what_and_when(office: TestOffice) -> None:
    with office.desk.transaction():
        office.desk.record("hand over", "referral", 5, received_on=date(2026, 3, 18), note="Ұлы ғой")
    line = AuditLine.select().order_by(AuditLine.id.desc()).get()
    assert (line.operator, line.verb, line.subject, line.subject_id) == (
        "Сынақбаева С.", "hand over", "referral", 5,
    )  # fmt: skip
    assert line.at == office.clock()
    assert line.detail == '{"received_on": "2026-03-18", "note": "Ұлы ғой"}'


def test_a_refusal_carries_every_reason() -> None:
    obstacles = [Obstacle(ObstacleKind.STRUCK_OUT), Obstacle(ObstacleKind.REASON_MISSING)]
    with pytest.raises(Refused, match="application struck out, reason missing") as refusal:
        refuse_if(obstacles)
    assert refusal.value.obstacles == obstacles


def test_nothing_in_the_way_is_no_refusal() -> None:
    refuse_if([])
