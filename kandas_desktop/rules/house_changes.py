"""What stands in the way of a change to the rooms and beds themselves: every reason at once."""

from collections.abc import Collection
from datetime import date

from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.lodging import Lodger, lodger_of
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedState, Room, RoomKind

MOST_BEDS_OF_A_ROOM = 40
"""No room has more: a slip of the finger would have to be taken back bed by bed."""

_TAKEN = (BedState.HELD, BedState.OCCUPIED, BedState.VACATING)


def tidy(name: str) -> str:
    """Return a room's or bed's number as it is kept: without stray spaces, by which two would look alike."""
    return clean(name)


def obstacles_to_room_name(name: str, *, others: Collection[str]) -> list[Obstacle]:
    """Return why a room cannot have a number; ``others`` are those of the rooms in use beside it."""
    if not tidy(name):
        return [Obstacle(ObstacleKind.ROOM_NAME_MISSING)]
    if _is_among(name, others):
        return [Obstacle(ObstacleKind.ROOM_NAME_TAKEN, name=tidy(name))]
    return []


def obstacles_to_room_size(beds: int) -> list[Obstacle]:
    """Return why a new room cannot have so many beds."""
    return [] if 1 <= beds <= MOST_BEDS_OF_A_ROOM else [Obstacle(ObstacleKind.ROOM_SIZE_UNFIT)]


def obstacles_to_room_kind(room: Room, kind: RoomKind, *, on: date) -> list[Obstacle]:
    """Return who keeps a room from becoming one for women or for men: somebody else has a bed in it."""
    own = {RoomKind.WOMEN: Lodger.WOMAN, RoomKind.MEN: Lodger.MAN}.get(kind)
    if own is None:
        return []
    told = ObstacleKind.ROOM_FOR_WOMEN if own is Lodger.WOMAN else ObstacleKind.ROOM_FOR_MEN
    return [
        Obstacle(told, name=bed.label)
        for bed in room.beds
        if bed.holder and lodger_of(bed.holder.sex, bed.holder.born, on=on) not in (own, Lodger.SMALL_CHILD)
    ]


def obstacles_to_bed_name(name: str, *, others: Collection[str]) -> list[Obstacle]:
    """Return why a bed cannot have a number; ``others`` are those beside it in its room."""
    if not tidy(name):
        return [Obstacle(ObstacleKind.BED_NAME_MISSING)]
    if _is_among(name, others):
        return [Obstacle(ObstacleKind.BED_NAME_TAKEN, name=tidy(name))]
    return []


def next_bed_name(others: Collection[str]) -> str:
    """Return the number of a room's next bed: one more than its highest."""
    return str(1 + max((int(name) for name in others if name.isdecimal()), default=0))


def obstacles_to_retiring(beds: Collection[Bed]) -> list[Obstacle]:
    """Return why beds cannot be retired: somebody has them."""
    return [Obstacle(ObstacleKind.BED_IN_USE, name=bed.label) for bed in beds if bed.state in _TAKEN]


def obstacles_to_outage(
    bed: Bed,
    *,
    reason: str,
    began_on: date,
    expected_until: date | None,
    today: date,
    used_until: date | None = None,
) -> list[Obstacle]:
    """Return why a bed cannot be taken out of service: somebody has it, or a part of the entry is wrong.

    It is out from today or from a day before, but from none on which somebody still had it: ``used_until`` is
    the day of the last one's leaving. Until when is only an estimate.
    """
    found = obstacles_to_retiring([bed])
    if bed.state is BedState.OUT_OF_SERVICE:
        found.append(Obstacle(ObstacleKind.BED_OUT_OF_SERVICE, name=bed.label))
    if not reason.strip():
        found.append(Obstacle(ObstacleKind.REASON_MISSING))
    if began_on > today:
        found.append(Obstacle(ObstacleKind.DATE_IN_FUTURE))
    if used_until is not None and began_on < used_until:
        early, event = ObstacleKind.DATE_TOO_EARLY, Milestone.LEFT
        found.append(Obstacle(early, name=bed.label, last_on=used_until, milestone=event))
    if expected_until is not None and expected_until < max(began_on, today):
        found.append(Obstacle(ObstacleKind.DATE_TOO_EARLY, last_on=max(began_on, today)))
    return found


def obstacles_to_service(bed: Bed) -> list[Obstacle]:
    """Return why a bed cannot be put back into service: it is not out of it."""
    if bed.state is BedState.OUT_OF_SERVICE:
        return []
    return [Obstacle(ObstacleKind.BED_NOT_OUT_OF_SERVICE, name=bed.label)]


def obstacles_to_making_ready(beds: Collection[Bed]) -> list[Obstacle]:
    """Return why beds cannot be called ready: they are not being made ready."""
    if not beds:
        return [Obstacle(ObstacleKind.BED_NOT_BEING_MADE_READY)]
    return [
        Obstacle(ObstacleKind.BED_NOT_BEING_MADE_READY, name=bed.label)
        for bed in beds
        if bed.unready_since is None or bed.state in _TAKEN
    ]


def _is_among(name: str, others: Collection[str]) -> bool:
    return tidy(name).casefold() in {other.casefold() for other in others}
