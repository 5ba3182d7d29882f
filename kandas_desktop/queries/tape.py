"""The tape chart: floors, rooms and beds with their bars, from a day gone by to what is expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from kandas_desktop.models.cases import calendar_overrides, household_person, people_rows, term_calendar
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.reserve import waiting_queue
from kandas_desktop.models.stays import applicant_row
from kandas_desktop.models.tables import Application, Office
from kandas_desktop.queries.board import BoardView
from kandas_desktop.queries.tape_bars import BarKind, TapeBar, apart, folded, present_bars, with_reserve
from kandas_desktop.rules.beds import seekers_among
from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan
from kandas_desktop.rules.fitting import propose
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.reserve import forecasts, freeing_beds
from kandas_desktop.rules.rooms import Bed, BedState, House, Room

_DAY = timedelta(days=1)
_USES = (
    "SELECT u.bed_id, u.began_on, u.ended_on, u.stay_id, u.referral_person_id, root.id, root.number,"
    " p.surname, p.given_name, p.patronymic,"
    " EXISTS (SELECT 1 FROM bed_use n WHERE n.referral_person_id = u.referral_person_id"
    " AND n.began_on = u.ended_on AND n.id <> u.id)"
    " FROM bed_use u JOIN referral_person rp ON rp.id = u.referral_person_id"
    " JOIN referral r ON r.id = rp.referral_id"
    " JOIN application a ON a.id = r.application_id"
    " JOIN application root ON root.id = coalesce(a.joins_id, a.id)"
    " JOIN application_person ap ON ap.id = rp.application_person_id"
    " JOIN person p ON p.id = ap.person_id"
    " WHERE u.ended_on >= ? AND u.ended_on < ?"
)
_OUTAGES = "SELECT bed_id, began_on, ended_on, reason FROM outage WHERE ended_on >= ? AND ended_on < ?"


class TapeBed(NamedTuple):
    """A bed with its bars in their order."""

    bed: Bed
    bars: tuple[TapeBar, ...]


class TapeRoom(NamedTuple):
    """A room with its beds; ``whole`` is its one line where one family has taken it, else empty."""

    room: Room
    beds: tuple[TapeBed, ...]
    whole: tuple[TapeBar, ...]


class TapeFloor(NamedTuple):
    """A floor with its rooms in their order."""

    floor: int
    rooms: tuple[TapeRoom, ...]


@dataclass(frozen=True, slots=True)
class Tape:
    """The chart on a day: nothing that ended before ``since`` was read."""

    on: date
    since: date
    floors: tuple[TapeFloor, ...]
    work_days: WorkCalendar
    """Which days are days off, with the office's own edits."""
    vacating: WorkCalendar | None
    """The calendar that moves last days; ``None`` where the office counts to the letter."""
    present: Mapping[int, TapeBed]
    """What each bed is now and what is expected of it, without its past and without the reserve."""


def read_tape(database: OfficeDatabase, board: BoardView, *, since: date, before: Tape | None = None) -> Tape:
    """The chart of the house as the board read it, with what ended from ``since`` on.

    Beds that are as they were in the chart ``before`` are not worked out again.
    """
    on, house = board.on, board.house
    calendar = term_calendar(Office.get_by_id(1))
    head = _reserve_head(house, calendar)
    present = _present(house, calendar, before)
    past = _past_bars(database, since, on + _DAY, on)
    rooms: dict[int, list[TapeRoom]] = {}
    for room in house.rooms:
        beds = []
        for bed in room.beds:
            bars = present[bed.id].bars
            if bed.id in head:
                bars = with_reserve(bars, head[bed.id])
            beds.append(TapeBed(bed, apart([*past.get(bed.id, ()), *bars])))
        rooms.setdefault(room.floor, []).append(_room(room, beds))
    floors = tuple(TapeFloor(floor, tuple(found)) for floor, found in rooms.items())
    return Tape(on, since, floors, kazakhstan(calendar_overrides()), calendar, present)


def read_further(database: OfficeDatabase, tape: Tape, *, since: date) -> Tape:
    """The same chart with what ended from an earlier day on; each bed use is read once only."""
    past = _past_bars(database, since, tape.since, tape.on)
    floors = tuple(
        TapeFloor(floor.floor, tuple(_with_past(room, past) for room in floor.rooms)) for floor in tape.floors
    )
    return replace(tape, since=since, floors=floors)


def _present(house: House, calendar: WorkCalendar | None, before: Tape | None) -> dict[int, TapeBed]:
    """Each bed with what it is now; nearly all are those of the reading before."""
    is_alike = before is not None and (before.on, before.vacating) == (house.on, calendar)
    known = before.present if before is not None and is_alike else {}
    found = {}
    for bed in house.beds():
        was = known.get(bed.id)
        if was is None or was.bed is not bed:
            was = TapeBed(bed, present_bars(bed, house.on, calendar))
        found[bed.id] = was
    return found


def _room(room: Room, beds: Sequence[TapeBed]) -> TapeRoom:
    return TapeRoom(room, tuple(beds), folded([bed.bars for bed in beds]) if beds else ())


def _with_past(room: TapeRoom, past: Mapping[int, Sequence[TapeBar]]) -> TapeRoom:
    if not any(bed.bed.id in past for bed in room.beds):
        return room
    beds = [TapeBed(bed.bed, apart([*past.get(bed.bed.id, ()), *bed.bars])) for bed in room.beds]
    return _room(room.room, beds)


def _past_bars(database: OfficeDatabase, since: date, before: date, on: date) -> dict[int, list[TapeBar]]:
    """What ended from one day to another, bed by bed."""
    found: dict[int, list[TapeBar]] = {}
    for row in database.execute_sql(_USES, (since, before)).fetchall():
        found.setdefault(row[0], []).append(_use(row, on))
    for bed_id, began_on, ended_on, reason in database.execute_sql(_OUTAGES, (since, before)).fetchall():
        ended = date.fromisoformat(ended_on)
        first = date.fromisoformat(began_on)
        bar = TapeBar(BarKind.OUT_OF_SERVICE, first, ended - _DAY, until=ended, reason=reason, is_past=True)
        found.setdefault(bed_id, []).append(bar)
    return found


def _use(row: tuple[Any, ...], on: date) -> TapeBar:
    _bed, began_on, ended_on, stay_id, person_id, household_id, number, *name, goes_on = row
    ended = date.fromisoformat(ended_on)
    # The night of the day of leaving is nobody's, but the day is that of whoever left; not so where the
    # person has another bed from that day on, and of a bed that was only held.
    counts_whole = stay_id is not None and not goes_on and ended < on
    return TapeBar(
        BarKind.HELD if stay_id is None else BarKind.OCCUPIED,
        date.fromisoformat(began_on),
        ended if counts_whole else ended - _DAY,
        household_id=household_id,
        number=number,
        name=PersonName(*name),
        referral_person_id=person_id,
        until=ended,
        is_past=True,
    )


def _reserve_head(house: House, calendar: WorkCalendar | None) -> dict[int, TapeBar]:
    """In which beds the first who waits (r.7) is expected, and from when on: an estimate, no promise."""
    queue = waiting_queue()
    if not queue:
        return {}
    first = queue[0]
    rows = people_rows([first.application_id])
    seekers = seekers_among([household_person(row) for row in rows])
    free = house.counts().free
    freeing = freeing_beds(house, calendar) if free < first.needed else []
    forecast = forecasts([first], free=free, freeing=freeing, on=house.on)[0]
    if forecast.on is None or not seekers:
        return {}
    application: Application = Application.get_by_id(first.application_id)
    household_id = application.joins_id or application.id
    freed = {bed.bed_id for bed in forecast.waits_for}
    proposal = propose(_emptied(house, freed), seekers, household_id=household_id)
    if proposal is None:
        return {}
    applicant = (applicant_row(application) or rows[0]).person
    begins = forecast.on + _DAY if freed else house.on
    head = TapeBar(
        BarKind.EXPECTED_RESERVE,
        begins,
        None,
        household_id=household_id,
        number=first.number,
        name=PersonName(applicant.surname, applicant.given_name, applicant.patronymic),
        people=application.people,
    )
    return dict.fromkeys(proposal.beds.values(), head)


def _emptied(house: House, freed: set[int]) -> House:
    """The house in which some beds are free that are not yet."""
    if not freed:
        return house
    rooms = tuple(
        replace(
            room,
            beds=tuple(
                replace(bed, state=BedState.FREE, holder=None, outage=None, unready_since=None)
                if bed.id in freed
                else bed
                for bed in room.beds
            ),
        )
        for room in house.rooms
    )
    return replace(house, rooms=rooms)
