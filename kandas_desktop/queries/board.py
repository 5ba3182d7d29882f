"""The bed board on one day: every bed as its tile shows it, the counters, and who waits to move in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import house, house_on
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.applied import applied_for
from kandas_desktop.queries.due_families import (
    DueFamilies,
    days_left,
    due_families,
    is_arriving,
    is_leaving,
    is_overdue,
)
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.kinship import sex_implied_by
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import Bed, BedCounts, BedHolder, BedState, House, Room
from kandas_desktop.rules.terms import move_in_due

if TYPE_CHECKING:
    from kandas_desktop.rules.calendar import WorkCalendar


class Tile(NamedTuple):
    """One bed as the board shows it."""

    bed: Bed
    on: date
    mark: str
    """The running number of the family, where more than one of them has a bed; else empty."""
    begins_block: bool
    ends_block: bool
    """Whether the bed above, or below, is not of the same family in the same state."""

    @property
    def state(self) -> BedState:
        return self.bed.state

    @property
    def holder(self) -> BedHolder | None:
        return self.bed.holder

    @property
    def household_id(self) -> int | None:
        """The family's first application; ``None`` for a bed that nobody has."""
        return self.bed.holder.household_id if self.bed.holder else None

    @property
    def days_left(self) -> int | None:
        """Days until the last day of whichever term runs, below zero once it is over."""
        return days_left(self.bed.holder, self.on) if self.bed.holder else None

    @property
    def is_overdue(self) -> bool:
        """Whether the term to move in (r.9) or to vacate (r.17) is over."""
        return self.bed.holder is not None and is_overdue(self.bed.holder, self.on)

    @property
    def is_arriving(self) -> bool:
        """Whether somebody holds it who may come on this day (r.9)."""
        return self.bed.holder is not None and is_arriving(self.bed.holder, self.on)

    @property
    def is_leaving(self) -> bool:
        """Whether this day is the last of the stay (r.15), or the last to vacate (r.17)."""
        return self.bed.holder is not None and is_leaving(self.bed.holder, self.on)


class RoomRow(NamedTuple):
    """A room with its tiles from the top."""

    room: Room
    tiles: tuple[Tile, ...]
    free: int


class FloorRow(NamedTuple):
    """A floor with its rooms in their order."""

    floor: int
    rooms: tuple[RoomRow, ...]

    @property
    def beds(self) -> int:
        return sum(len(room.tiles) for room in self.rooms)

    @property
    def free(self) -> int:
        return sum(room.free for room in self.rooms)


class WaitingPerson(NamedTuple):
    """Somebody named on a live referral who has not moved in yet."""

    referral_person_id: int
    position: int
    name: PersonName
    kinship: str
    sex: Sex | None
    born: BirthDate
    shares_bed: bool
    bed_id: int | None


class WaitingReferral(NamedTuple):
    """A referral in force of which somebody has not moved in yet; ``due`` is r.9's last day once received."""

    id: int
    number: str
    application_id: int
    household_id: int
    household_number: str
    issued_on: date
    received_on: date | None
    due: date | None
    people: tuple[WaitingPerson, ...]
    applied: PersonName | None = None
    """Who applied for them, where they join a household that lives here (r.2)."""

    @property
    def name(self) -> PersonName:
        """Who applied for those who join a household, else who stands first of those who have not come."""
        return self.applied or self.people[0].name


@dataclass(frozen=True)
class BoardView:
    """Everything the board shows on one day; it is read once and painted from memory."""

    house: House
    floors: tuple[FloorRow, ...]
    counts: BedCounts
    waiting: tuple[WaitingReferral, ...]
    reserve: int
    """How many applications wait in the reserve (r.7)."""

    @property
    def on(self) -> date:
        return self.house.on

    @cached_property
    def tiles(self) -> dict[int, Tile]:
        """Every tile by the id of its bed, floor by floor."""
        return {tile.bed.id: tile for floor in self.floors for room in floor.rooms for tile in room.tiles}

    @property
    def arriving(self) -> int:
        """How many families may move in on this day (r.9)."""
        return len(self._due.arriving)

    @property
    def leaving(self) -> int:
        """For how many families this day is the last of the stay, or to vacate."""
        return len(self._due.leaving)

    @property
    def overdue(self) -> int:
        """How many families are past the term to move in or to vacate."""
        return len(self._due.overdue)

    @cached_property
    def _due(self) -> DueFamilies:
        return due_families(self.house)

    def household(self, household_id: int) -> list[BedHolder]:
        """Everybody of a family who has a bed, or lives here without one, by position."""
        holders = [tile.bed.holder for tile in self.tiles.values() if tile.bed.holder is not None]
        found = [
            holder for holder in (*holders, *self.house.without_bed) if holder.household_id == household_id
        ]
        return sorted(found, key=lambda holder: (holder.referral_id, holder.position))

    @cached_property
    def beds_of(self) -> dict[int, Bed]:
        """Which bed each person on a referral has."""
        beds = (tile.bed for tile in self.tiles.values())
        return {bed.holder.referral_person_id: bed for bed in beds if bed.holder is not None}


_SEQUENCES = "SELECT id, sequence FROM application WHERE id IN ({marks})"
_RESERVE = "SELECT count(*) FROM reserve_entry WHERE left_on IS NULL"
_RESERVE_ON = "SELECT count(*) FROM reserve_entry WHERE entered_on <= ? AND (left_on IS NULL OR left_on > ?)"
_UNHELD_DAYS = 60
"""A referral that holds no bed, as an infant's alone, waits on the board that long after its receipt."""

# A bed is held until its person has come: so the live holds name nearly all who wait.
_WAITING = (
    "SELECT r.id, r.number, r.application_id, root.id, root.number, r.issued_on, r.received_on,"
    " rp.id, rp.position, rp.kinship, rp.shares_bed, p.surname, p.given_name, p.patronymic, p.sex,"
    " p.birth_year, p.birth_month, p.birth_day, u.bed_id"
    " FROM referral r"
    " JOIN referral_person rp ON rp.referral_id = r.id"
    " JOIN application a ON a.id = r.application_id"
    " JOIN application root ON root.id = coalesce(a.joins_id, a.id)"
    " JOIN application_person ap ON ap.id = rp.application_person_id"
    " JOIN person p ON p.id = ap.person_id"
    " LEFT JOIN bed_use u ON u.referral_person_id = rp.id AND u.ended_on IS NULL"
    " WHERE r.id IN ("
    "SELECT held.referral_id FROM bed_use hold JOIN referral_person held"
    # The plus keeps from the index of stays, where every hold that ever was has none.
    " ON held.id = hold.referral_person_id WHERE hold.ended_on IS NULL AND +hold.stay_id IS NULL"
    " UNION ALL SELECT id FROM referral"
    " WHERE struck_out_on IS NULL AND lapsed_on IS NULL AND received_on IS NULL"
    " UNION ALL SELECT id FROM referral"
    " WHERE struck_out_on IS NULL AND lapsed_on IS NULL AND received_on >= ?)"
    " AND r.struck_out_on IS NULL AND r.lapsed_on IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.referral_person_id = rp.id)"
    " ORDER BY r.id, rp.position"
)


def board_view(database: OfficeDatabase, today: date, *, day: date | None = None) -> BoardView:
    """The board as it is now or, with ``day``, as it was at the end of that day (nobody waits there)."""
    if day is None or day == today:
        shown = house(database, today)
        waiting = _waiting(database, today)
        reserve = database.execute_sql(_RESERVE).fetchone()[0]
    else:
        shown = house_on(database, day)
        waiting = ()
        reserve = database.execute_sql(_RESERVE_ON, (day, day)).fetchone()[0]
    return BoardView(shown, _floors(shown, _marks(database, shown)), shown.counts(), waiting, reserve)


def _marks(database: OfficeDatabase, shown: House) -> dict[int, str]:
    """The running numbers of the families of which more than one has a bed."""
    seen: dict[int, int] = {}
    for bed in shown.beds():
        if bed.holder:
            seen[bed.holder.household_id] = seen.get(bed.holder.household_id, 0) + 1
    families = [household_id for household_id, count in seen.items() if count > 1]
    if not families:
        return {}
    marks = ", ".join("?" * len(families))
    rows = database.execute_sql(_SEQUENCES.format(marks=marks), families).fetchall()
    return {household_id: str(sequence) for household_id, sequence in rows}


def _floors(shown: House, marks: dict[int, str]) -> tuple[FloorRow, ...]:
    floors: dict[int, list[RoomRow]] = {}
    for room in shown.rooms:
        free = sum(bed.state is BedState.FREE for bed in room.beds)
        floors.setdefault(room.floor, []).append(RoomRow(room, _tiles(shown.on, room, marks), free))
    return tuple(FloorRow(floor, tuple(rooms)) for floor, rooms in floors.items())


def _tiles(on: date, room: Room, marks: dict[int, str]) -> tuple[Tile, ...]:
    kin = [(bed.state, bed.holder.household_id) if bed.holder else None for bed in room.beds]
    ends = [None, *kin, None]
    return tuple(
        Tile(
            bed,
            on,
            marks.get(bed.holder.household_id, "") if bed.holder else "",
            begins_block=kin[at] is None or kin[at] != ends[at],
            ends_block=kin[at] is None or kin[at] != ends[at + 2],
        )
        for at, bed in enumerate(room.beds)
    )


def _waiting(database: OfficeDatabase, today: date) -> tuple[WaitingReferral, ...]:
    """Who may still move in, the most urgent first; those to whom nothing was handed over come last."""
    calendar = term_calendar(Office.get_by_id(1))
    since = today - timedelta(days=_UNHELD_DAYS)
    rows = database.execute_sql(_WAITING, (since,)).fetchall()
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    joining = (rows[0][2] for rows in found.values() if rows[0][2] != rows[0][3])
    applied = applied_for(database, joining)
    waiting = [_waiting_referral(rows, calendar, applied) for rows in found.values()]
    return tuple(sorted(waiting, key=lambda referral: (referral.due or date.max, referral.id)))


def _waiting_referral(
    rows: list[tuple[Any, ...]], calendar: "WorkCalendar | None", applied: Mapping[int, PersonName]
) -> WaitingReferral:
    id_, number, application_id, household_id, household_number, issued_on, received_on = rows[0][:7]
    received = date.fromisoformat(received_on) if received_on else None
    return WaitingReferral(
        id=id_,
        number=number,
        application_id=application_id,
        household_id=household_id,
        household_number=household_number,
        issued_on=date.fromisoformat(issued_on),
        received_on=received,
        due=move_in_due(received, calendar) if received else None,
        people=tuple(_waiting_person(row) for row in rows),
        applied=applied.get(application_id),
    )


def _waiting_person(row: tuple[Any, ...]) -> WaitingPerson:
    id_, position, kinship, shares, surname, given_name, patronymic, sex, year, month, day, bed_id = row[7:]
    return WaitingPerson(
        referral_person_id=id_,
        position=position,
        name=PersonName(surname, given_name, patronymic),
        kinship=kinship,
        sex=Sex(sex) if sex else sex_implied_by(kinship),
        born=BirthDate(year, month, day),
        shares_bed=bool(shares),
        bed_id=bed_id,
    )
