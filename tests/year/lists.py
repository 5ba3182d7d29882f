"""Whether every list of the office agrees with every other, asked from outside."""

from datetime import date, timedelta

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import house
from kandas_desktop.queries.bedding import linen_rows
from kandas_desktop.queries.board import BoardView, board_view
from kandas_desktop.queries.journal import due_count, journal_counts, journal_rows
from kandas_desktop.queries.reserve import reserve_view, waiting_count
from kandas_desktop.queries.residents import ResidentRow, residents_now
from kandas_desktop.queries.tape import read_tape
from kandas_desktop.queries.today import TodayView, overdue_count, today_view
from kandas_desktop.rules.agenda_items import Group, ItemKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.standing import Standing

_SLEPT_IN = (BedState.OCCUPIED, BedState.VACATING)


def look_at_every_list(database: OfficeDatabase, on: date) -> None:
    """Read the board, the tape, the residents, the reserve, the journal, the linen and Today; they agree."""
    board = board_view(database, on)
    today = today_view(on)
    residents = residents_now(database, on)
    assert board.counts == today.beds == house(database, on).counts()
    assert board.counts.in_all == len(board.tiles)
    _beds_and_residents(board, residents)
    _day_and_house(board, today, residents)
    _reserve_and_journal(database, board, today, on)
    _tape_and_board(database, board)
    slept_in = {tile.bed.id for tile in board.tiles.values() if tile.state in _SLEPT_IN}
    assert {row.bed_id for row in linen_rows(on)} == slept_in
    assert overdue_count(on) == len(today.of(Group.OVERDUE))


def _beds_and_residents(board: BoardView, residents: list[ResidentRow]) -> None:
    """Whoever lives here is in one bed of the board, or shares one, or is told to have none."""
    in_bed = {
        tile.holder.stay_id: tile.bed.label
        for tile in board.tiles.values()
        if tile.holder and tile.holder.stay_id
    }
    assert len(in_bed) == board.counts.occupied + board.counts.vacating
    assert {row.stay_id: row.bed for row in residents if row.bed} == in_bed
    bedless = {row.stay_id for row in residents if not row.bed and not row.shares_bed}
    assert bedless == {holder.stay_id for holder in board.house.without_bed}


def _day_and_house(board: BoardView, today: TodayView, residents: list[ResidentRow]) -> None:
    """What Today asks for is what the board and the residents show."""
    on = today.on

    def ids(*kinds: ItemKind) -> set[int]:
        return {id_ for item in today.items if item.kind in kinds for id_ in item.ids}

    def subjects(*kinds: ItemKind) -> set[int]:
        return {item.subject_id for item in today.items if item.kind in kinds}

    assert ids(ItemKind.VACATE) == {row.stay_id for row in residents if row.is_over(on)}
    within = on + timedelta(days=3)
    assert {row.stay_id for row in residents if on <= row.ends_on <= within} <= ids(ItemKind.STAY_ENDS)
    unready = {tile.bed.id for tile in board.tiles.values() if tile.state is BedState.BEING_MADE_READY}
    assert ids(ItemKind.MAKE_READY) == unready
    held = {
        tile.holder.referral_id
        for tile in board.tiles.values()
        if tile.state is BedState.HELD and tile.holder
    }
    awaited = subjects(ItemKind.MOVE_IN, ItemKind.LAPSE, ItemKind.HAND_OVER)
    assert held <= awaited
    assert held <= {referral.id for referral in board.waiting} <= awaited
    overdue = [tile for tile in board.tiles.values() if tile.is_overdue]
    assert today.families_overdue == board.overdue
    late = {tile.holder.referral_id for tile in overdue if tile.state is BedState.HELD and tile.holder}
    assert late <= subjects(ItemKind.LAPSE)
    unsigned = {row.stay_id for row in residents if row.needs_signature() and row.ended_because is None}
    assert ids(ItemKind.SIGN_RULES) == unsigned
    due = {row.bed_id for row in linen_rows(on) if row.is_due}
    listed = {
        id_
        for item in today.items
        if item.kind is ItemKind.LINEN and item.due is not None and item.due <= on
        for id_ in item.ids
    }
    assert listed == due


def _reserve_and_journal(database: OfficeDatabase, board: BoardView, today: TodayView, on: date) -> None:
    """The reserve is the journal's lines that wait, in their order; every standing is counted once."""
    rows = reserve_view(on).rows
    waiting = [row.application_id for row in rows]
    assert [row.application_id for row in today.reserve] == waiting
    assert [row.place for row in rows] == list(range(1, len(rows) + 1))
    assert waiting == [
        row.application_id
        for row in sorted(rows, key=lambda row: (row.registered_on, row.arrived_at, row.application_id))
    ]
    assert board.reserve == waiting_count() == len(waiting)
    ids = [id_ for (id_,) in database.execute_sql("SELECT id FROM application ORDER BY id").fetchall()]
    lines = journal_rows(database, ids)
    standings: dict[Standing, set[int]] = {standing: set() for standing in Standing}
    for id_, line in lines.items():
        standings[line.standing].add(id_)
    assert standings[Standing.RESERVE] == set(waiting)
    counts = journal_counts(database)
    assert counts.due == due_count(database) == len(standings[Standing.DUE])
    considered = {item.subject_id for item in today.items if item.kind is ItemKind.CONSIDER}
    assert considered == standings[Standing.DUE]
    for standing in Standing:
        field = {Standing.STRUCK_OUT: "struck_out"}.get(standing, standing.value)
        assert getattr(counts, field) == len(standings[standing]), standing
    holders = [tile.holder for tile in board.tiles.values() if tile.holder and tile.holder.stay_id]
    assert {holder.household_id for holder in holders} <= standings[Standing.SETTLED]
    for table in ("application", "referral", "breach", "petition"):
        for _year, count, last in database.execute_sql(
            f"SELECT year, count(*), max(sequence) FROM {table} WHERE year IS NOT NULL GROUP BY year"
        ).fetchall():
            assert count == last, f"a number of {table} is missing"


def _tape_and_board(database: OfficeDatabase, board: BoardView) -> None:
    """Today's column of the tape chart is the board."""
    on = board.on
    tape = read_tape(database, board, since=on - timedelta(days=14))
    beds = {bed.bed.id: bed for floor in tape.floors for room in floor.rooms for bed in room.beds}
    assert set(beds) == set(board.tiles)
    for bed_id, tile in board.tiles.items():
        now = {
            bar.referral_person_id for bar in beds[bed_id].bars if not bar.is_past and bar.referral_person_id
        }
        if tile.holder:
            assert tile.holder.referral_person_id in now, tile.bed.label
