"""The house itself: rooms and beds added, renamed, out of service, ready again, retired (never deleted)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, Refused, found_in, refuse_if
from kandas_desktop.models.house import house
from kandas_desktop.models.referring import clock_behind
from kandas_desktop.models.stay_tables import Bed, BedUse, Outage, Room
from kandas_desktop.rules import rooms as seen
from kandas_desktop.rules.house_changes import (
    next_bed_name,
    obstacles_to_bed_name,
    obstacles_to_making_ready,
    obstacles_to_outage,
    obstacles_to_retiring,
    obstacles_to_room_kind,
    obstacles_to_room_name,
    obstacles_to_room_size,
    obstacles_to_service,
    tidy,
)
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import RoomKind


@dataclass(frozen=True, slots=True)
class RoomRequest:
    """A room that is to be added, with beds numbered from 1."""

    floor: int
    name: str
    kind: RoomKind
    beds: int


def add_room(desk: Desk, request: RoomRequest) -> int:
    """Add a room with its beds and return its id. Raises ``Refused``."""
    return add_rooms(desk, [request])[0]


def add_rooms(desk: Desk, requests: Sequence[RoomRequest]) -> list[int]:
    """Add rooms with their beds, all or none of them, and return their ids. Raises ``Refused``."""
    with desk.transaction():
        names = _room_names()
        found: list[Obstacle] = []
        for request in requests:
            found += obstacles_to_room_name(request.name, others=names)
            found += obstacles_to_room_size(request.beds)
            names.append(tidy(request.name))
        refuse_if(found)
        return [_added(desk, request) for request in requests]


def _added(desk: Desk, request: RoomRequest) -> int:
    room = Room.create(floor=request.floor, name=tidy(request.name), kind=request.kind.value)
    for number in range(1, request.beds + 1):
        Bed.create(room=room, name=str(number))
    desk.record("add", "room", room.id, name=room.name, floor=room.floor, beds=request.beds)
    return int(room.id)


def change_room(desk: Desk, room_id: int, *, floor: int, name: str, kind: RoomKind) -> int:
    """Write down where a room is, how it is called and for whom it is; the act's id. Raises ``Refused``."""
    with desk.transaction():
        found = _room(desk, room_id)
        others = _room_names(but=room_id)
        refuse_if(
            [
                *obstacles_to_room_name(name, others=others),
                *obstacles_to_room_kind(found, kind, on=desk.today),
            ]
        )
        act = Act(desk)
        act.change(Room.get_by_id(room_id), floor=floor, name=tidy(name), kind=kind.value)
        return act.close("change", "room", room_id, before=found.name, name=tidy(name), kind=kind.value)


def add_bed(desk: Desk, room_id: int, *, name: str = "") -> int:
    """Add a bed to a room and return its id; without a name it has the next number. Raises ``Refused``."""
    with desk.transaction():
        others = [bed.name for bed in _room(desk, room_id).beds]
        called = name or next_bed_name(others)
        refuse_if(obstacles_to_bed_name(called, others=others))
        bed = Bed.create(room=room_id, name=tidy(called))
        desk.record("add", "bed", bed.id, name=bed.name, room=room_id)
    return int(bed.id)


def rename_bed(desk: Desk, bed_id: int, *, name: str) -> int:
    """Give a bed another number within its room; the act's id. Raises ``Refused``."""
    with desk.transaction():
        bed = _bed(desk, bed_id)
        others = [other.name for other in _room(desk, bed.room_id).beds if other.id != bed_id]
        refuse_if(obstacles_to_bed_name(name, others=others))
        act = Act(desk)
        act.change(Bed.get_by_id(bed_id), name=tidy(name))
        return act.close("rename", "bed", bed_id, before=bed.label, name=tidy(name))


def retire_bed(desk: Desk, bed_id: int) -> int:
    """Take a bed out of the house for good; what happened in it stays. The act's id; raises ``Refused``."""
    with desk.transaction():
        bed = _bed(desk, bed_id)
        behind = clock_behind([bed_id], today=desk.today)
        refuse_if(found_in(behind) + obstacles_to_retiring([bed]))
        act = Act(desk)
        _retire(act, bed, desk.today)
        return act.close("retire", "bed", bed_id, name=bed.label)


def retire_room(desk: Desk, room_id: int) -> int:
    """Take a room with all its beds out of the house for good; the act's id. Raises ``Refused``."""
    with desk.transaction():
        room = _room(desk, room_id)
        behind = clock_behind([bed.id for bed in room.beds], today=desk.today)
        refuse_if(found_in(behind) + obstacles_to_retiring(room.beds))
        act = Act(desk)
        for bed in room.beds:
            _retire(act, bed, desk.today)
        act.change(Room.get_by_id(room_id), retired_on=desk.today)
        return act.close("retire", "room", room_id, name=room.name)


def take_out_of_service(
    desk: Desk, bed_id: int, *, reason: str, began_on: date, expected_until: date | None = None
) -> int:
    """Record that nobody can sleep in a bed from a day on, and why; the act's id. Raises ``Refused``."""
    with desk.transaction():
        bed = _bed(desk, bed_id)
        refuse_if(
            found_in(clock_behind(today=desk.today))
            + obstacles_to_outage(
                bed,
                reason=reason,
                began_on=began_on,
                expected_until=expected_until,
                today=desk.today,
                used_until=_used_until(bed_id),
            )
        )
        act = Act(desk)
        act.add(Outage, bed=bed_id, began_on=began_on, expected_until=expected_until, reason=reason.strip())
        return act.close(
            "take out of service",
            "bed",
            bed_id,
            name=bed.label,
            reason=reason.strip(),
            began_on=began_on,
            expected_until=expected_until,
        )


def put_in_service(desk: Desk, bed_id: int) -> int:
    """Record that a bed can be slept in again from today on; the act's id. Raises ``Refused``."""
    with desk.transaction():
        bed = _bed(desk, bed_id)
        refuse_if(obstacles_to_service(bed))
        act = Act(desk)
        _end_outage(act, bed, desk.today)
        return act.close("put in service", "bed", bed_id, name=bed.label)


def make_ready(desk: Desk, bed_ids: Collection[int]) -> int:
    """Record that beds which were left are ready for the next (r.17); the act's id. Raises ``Refused``."""
    with desk.transaction():
        beds = [_bed(desk, bed_id) for bed_id in sorted(set(bed_ids))]
        refuse_if(obstacles_to_making_ready(beds))
        act = Act(desk)
        left = BedUse.select().where(
            BedUse.bed.in_([bed.id for bed in beds]),
            BedUse.stay.is_null(False),
            BedUse.ended_on.is_null(False),
            BedUse.ready_on.is_null(),
        )
        for use in left.order_by(BedUse.id):
            act.change(use, ready_on=max(day for day in (desk.today, use.ended_on) if day))
        return act.close("make ready", "bed", beds[0].id, names=[bed.label for bed in beds])


def _retire(act: Act, bed: seen.Bed, today: date) -> None:
    if bed.outage is not None:
        _end_outage(act, bed, today)
    act.change(Bed.get_by_id(bed.id), retired_on=today)


def _end_outage(act: Act, bed: seen.Bed, today: date) -> None:
    outage = Outage.get(Outage.bed == bed.id, Outage.ended_on.is_null())
    act.change(outage, ended_on=max(today, outage.began_on))


def _used_until(bed_id: int) -> date | None:
    """The last day on which somebody left the bed, or it was repaired; ``None`` where neither ever was."""
    uses = BedUse.select(BedUse.ended_on).where(BedUse.bed == bed_id, BedUse.ended_on.is_null(False))
    outages = Outage.select(Outage.ended_on).where(Outage.bed == bed_id, Outage.ended_on.is_null(False))
    ends = [end for row in (*uses, *outages) if (end := row.ended_on)]
    return max(ends) if ends else None


def _room_names(*, but: int = 0) -> list[str]:
    rooms = Room.select(Room.name).where(Room.retired_on.is_null(), Room.id != but)
    return [room.name for room in rooms]


def _room(desk: Desk, room_id: int) -> seen.Room:
    """A room as it is now. Raises ``Refused`` where it was retired."""
    room = next((room for room in house(desk.database, desk.today).rooms if room.id == room_id), None)
    if room is None:
        raise Refused([Obstacle(ObstacleKind.ROOM_RETIRED)])
    return room


def _bed(desk: Desk, bed_id: int) -> seen.Bed:
    """A bed as it is now. Raises ``Refused`` where it was retired."""
    bed = house(desk.database, desk.today).bed(bed_id)
    if bed is None:
        raise Refused([Obstacle(ObstacleKind.BED_RETIRED)])
    return bed
