"""The first page agrees with the others: what is due there is due here, and the other way round."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.tables import CalendarDay, Office
from kandas_desktop.options import DEMO_SIZE
from kandas_desktop.queries.bedding import linen_rows
from kandas_desktop.queries.board import board_view
from kandas_desktop.queries.breaches import breach_rows
from kandas_desktop.queries.journal import due_count
from kandas_desktop.queries.petitions import petition_rows
from kandas_desktop.queries.reserve import reserve_view
from kandas_desktop.queries.residents import residents_now
from kandas_desktop.queries.today import TodayView, overdue_count, today_view
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind
from kandas_desktop.rules.breaches import Stage
from tests.demo.conftest import TODAY

Kind = ItemKind
AWAITED = (Kind.LAPSE, Kind.MOVE_IN, Kind.HAND_OVER)
STEPS = {
    Stage.RECORDED: Kind.PROPOSE,
    Stage.PROPOSED: Kind.REGISTER,
    Stage.REGISTERED: Kind.DECISION,
    Stage.DECIDED_KEEP: Kind.NOTIFY,
    Stage.DECIDED_EVICT: Kind.NOTIFY,
}
DAYS = [TODAY + timedelta(days=days) for days in (0, 1, 3, 10, 30)]
"""21.03.2026 is Nauryz; by 17.04.2026 much is overdue."""


@pytest.fixture(params=[False, True], ids=["to the letter", "last days move"])
def database(
    demo_file: Callable[[int], Path], tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[OfficeDatabase]:
    """The demo office, by whose calendar a Saturday is worked for a Wednesday."""
    copyfile(demo_file(DEMO_SIZE), tmp_path / FILE_NAME)
    opened = open_database(tmp_path / FILE_NAME)
    CalendarDay.create(day=date(2026, 3, 28), is_working=True, source="№ 1 қаулы")
    CalendarDay.create(day=date(2026, 3, 18) + timedelta(days=14), is_working=False, source="№ 1 қаулы")
    Office.update(last_day_moves=request.param).execute()
    yield opened
    opened.close()


def items(view: TodayView, *kinds: ItemKind) -> list[AgendaItem]:
    return [item for item in view.items if item.kind in kinds]


def ids(found: list[AgendaItem]) -> set[int]:
    """The stays or beds of some items."""
    return {id_ for item in found for id_ in item.ids}


@pytest.fixture(params=DAYS, ids=str)
def on(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def view(database: OfficeDatabase, on: date) -> TodayView:
    return today_view(on)


def test_the_red_number_is_what_is_overdue(view: TodayView, on: date) -> None:
    assert overdue_count(on) == len(view.of(Group.OVERDUE))


def test_the_beds_are_the_boards(view: TodayView, database: OfficeDatabase, on: date) -> None:
    board = board_view(database, on)
    assert view.beds == board.counts
    assert view.families_overdue == board.overdue
    assert len(view.reserve) == board.reserve


def test_those_who_are_awaited_are_the_boards(view: TodayView, database: OfficeDatabase, on: date) -> None:
    awaited = {item.subject_id: (item.due, item.number) for item in items(view, *AWAITED)}
    board = board_view(database, on)
    assert awaited == {each.id: (each.due, each.number) for each in board.waiting}
    assert {item.subject_id for item in items(view, Kind.LAPSE)} == {
        each.id for each in board.waiting if each.due is not None and each.due < on
    }
    people = {item.subject_id: item.household.people for item in items(view, *AWAITED) if item.household}
    assert people == {each.id: len(each.people) for each in board.waiting}


def test_families_come_go_and_are_late_on_the_board_as_well(
    view: TodayView, database: OfficeDatabase, on: date
) -> None:
    board = board_view(database, on)

    def households(found: list[AgendaItem]) -> set[int]:
        return {item.household.id for item in found if item.household and item.household.beds}

    coming = households(items(view, Kind.MOVE_IN))
    late = households([item for item in items(view, Kind.LAPSE, Kind.VACATE) if item.group is Group.OVERDUE])
    going = households([item for item in view.departures if item.day == on])
    assert (len(coming), len(going), len(late)) == (board.arriving, board.leaving, board.overdue)


def test_who_goes_and_who_has_to_go_are_residents_with_the_same_days(
    view: TodayView, database: OfficeDatabase, on: date
) -> None:
    residents = residents_now(database, on)
    over = [row for row in residents if row.is_over(on)]
    assert ids(items(view, Kind.VACATE)) == {row.stay_id for row in over}
    due = {row.stay_id: row.vacate_on for row in residents}
    for item in items(view, Kind.VACATE, Kind.STAY_ENDS):
        assert {due[stay_id] for stay_id in item.ids} == {item.due}
    within = on + timedelta(days=7)
    assert ids(list(view.departures)) == {row.stay_id for row in residents if row.vacate_on <= within}
    last_days = {row.stay_id for row in residents if on <= row.ends_on <= on + timedelta(days=3)}
    assert last_days <= ids(items(view, Kind.STAY_ENDS))


def test_a_status_that_ends_is_the_residents(view: TodayView, database: OfficeDatabase, on: date) -> None:
    ends = {row.stay_id: row.status_ends_on for row in residents_now(database, on)}
    for item in items(view, Kind.STATUS):
        assert {ends[stay_id] for stay_id in item.ids} == {item.due}


def test_who_has_to_sign_is_among_the_residents(view: TodayView, database: OfficeDatabase, on: date) -> None:
    unsigned = {
        row.stay_id
        for row in residents_now(database, on)
        if row.needs_signature() and row.ended_because is None
    }
    assert ids(items(view, Kind.SIGN_RULES)) == unsigned


def test_the_reserve_is_the_reserve_journals(view: TodayView, on: date) -> None:
    waiting = reserve_view(on).rows
    assert view.reserve == waiting
    assert {item.subject_id for item in items(view, Kind.OFFER)} == {
        row.application_id for row in waiting if row.is_next and not row.obstacles
    }


def test_files_of_breaches_and_petitions_are_those_of_the_decisions(view: TodayView) -> None:
    open_files = {row.id: row for row in breach_rows() if row.stage in STEPS}
    found = {item.subject_id: item for item in items(view, *STEPS.values())}
    assert {id_: item.kind for id_, item in found.items()} == {
        id_: STEPS[row.stage] for id_, row in open_files.items()
    }
    assert {id_: item.due for id_, item in found.items()} == {
        id_: row.decision_due for id_, row in open_files.items()
    }
    unanswered = {row.id for row in petition_rows() if row.answered_on is None}
    assert {item.subject_id for item in items(view, Kind.PETITION)} == unanswered


def test_what_is_to_be_considered_is_the_journals(view: TodayView, database: OfficeDatabase) -> None:
    assert len(items(view, Kind.CONSIDER)) == due_count(database)


def test_bedding_is_due_on_the_linen_round_as_well(view: TodayView, on: date) -> None:
    due = [item for item in items(view, Kind.LINEN) if item.due is not None and item.due <= on]
    rows = linen_rows(on)
    assert ids(due) == {row.bed_id for row in rows if row.is_due}
    days = {row.bed_id: row.due_on for row in rows}
    for item in items(view, Kind.LINEN):
        assert {days[bed_id] for bed_id in item.ids} == {item.due}
