"""The office's own days: written down, changed, taken back, and all of it in the audit."""

from datetime import date

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.work_calendar import DayEntry, confirm_year, mark_day, unmark_day
from kandas_desktop.models.stay_tables import CalendarYear
from kandas_desktop.models.tables import AuditLine, CalendarDay
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import everything_in, refused_with
from tests.factories import WEDNESDAY, TestOffice

DAY = date(2026, 5, 27)
ENTRY = DayEntry(DAY, is_working=False, source=" ҚМДБ  хабарландыруы ")


def days() -> list[tuple[date, bool, str]]:
    return [(row.day, row.is_working, row.source) for row in CalendarDay.select()]


def audit() -> list[str]:
    return [row.verb for row in AuditLine.select().where(AuditLine.subject.startswith("calendar"))]


def test_a_day_is_written_down_with_its_source(office: TestOffice) -> None:
    mark_day(office.desk, ENTRY)
    assert days() == [(DAY, False, "ҚМДБ хабарландыруы")]
    assert audit() == ["mark"]


def test_a_day_without_source_is_refused(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.TEXT_MISSING):
        mark_day(office.desk, DayEntry(DAY, is_working=False, source="  "))


def test_a_day_is_changed_and_the_audit_has_what_it_was(office: TestOffice) -> None:
    mark_day(office.desk, ENTRY)
    mark_day(office.desk, DayEntry(DAY, is_working=True, source="№ 12 бұйрық"))
    assert days() == [(DAY, True, "№ 12 бұйрық")]
    assert audit() == ["mark", "change"]
    line = AuditLine.select().where(AuditLine.verb == "change", AuditLine.subject == "calendar day").get()
    assert "ҚМДБ хабарландыруы" in line.detail


def test_written_down_once_more_the_same_day_leaves_no_trace(office: TestOffice) -> None:
    mark_day(office.desk, ENTRY)
    before = everything_in(office.desk.database)
    mark_day(office.desk, ENTRY)
    assert everything_in(office.desk.database) == before


def test_a_day_taken_back_is_again_as_the_package_has_it(office: TestOffice) -> None:
    mark_day(office.desk, ENTRY)
    unmark_day(office.desk, DAY)
    unmark_day(office.desk, DAY)
    assert days() == []
    assert audit() == ["mark", "unmark"]


def test_a_day_written_down_changed_or_taken_away_is_undone(office: TestOffice) -> None:
    marked = mark_day(office.desk, ENTRY)
    changed = mark_day(office.desk, DayEntry(DAY, is_working=True, source="№ 12 бұйрық"))
    removed = unmark_day(office.desk, DAY)
    undo(office.desk, removed)
    assert days() == [(DAY, True, "№ 12 бұйрық")]
    undo(office.desk, changed)
    assert days() == [(DAY, False, "ҚМДБ хабарландыруы")]
    undo(office.desk, marked)
    assert days() == []


def test_a_day_is_not_given_back_once_it_was_written_down_anew(office: TestOffice) -> None:
    mark_day(office.desk, ENTRY)
    removed = unmark_day(office.desk, DAY)
    mark_day(office.desk, ENTRY)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, removed)


def test_what_changed_nothing_is_no_act(office: TestOffice) -> None:
    assert unmark_day(office.desk, DAY) == 0
    mark_day(office.desk, ENTRY)
    assert mark_day(office.desk, ENTRY) == 0


def test_a_confirmation_is_undone(office: TestOffice) -> None:
    first = confirm_year(office.desk, 2026, source="№ 1 қаулы")
    second = confirm_year(office.desk, 2026, source="№ 2 қаулы")
    undo(office.desk, second)
    assert CalendarYear.get().source == "№ 1 қаулы"
    undo(office.desk, first)
    assert CalendarYear.select().count() == 0


def test_a_year_is_confirmed_and_may_be_confirmed_anew(office: TestOffice) -> None:
    confirm_year(office.desk, 2026, source="№ 1 қаулы")
    confirm_year(office.desk, 2026, source="№ 2 қаулы")
    (row,) = CalendarYear.select()
    assert (row.year, row.confirmed_on, row.source) == (2026, WEDNESDAY, "№ 2 қаулы")
    assert audit() == ["confirm", "confirm"]


def test_a_year_is_not_confirmed_without_source(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.TEXT_MISSING):
        confirm_year(office.desk, 2026, source="")
