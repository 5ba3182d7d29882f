"""What a move on the board would do: who gets which bed, who gives way, and why it may not be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kandas_desktop.queries.board import BoardView, WaitingReferral
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.moving import obstacles_to_moving
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, Room


class Scope(StrEnum):
    """Who of a family is moved."""

    FAMILY = "family"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Party:
    """Who is being moved: the one who was taken hold of first, then the others of the family."""

    movers: tuple[BedHolder, ...]

    @property
    def first(self) -> BedHolder:
        return self.movers[0]

    def of(self, scope: Scope) -> tuple[BedHolder, ...]:
        """The whole family, or the one person only."""
        return self.movers if scope is Scope.FAMILY else self.movers[:1]


@dataclass(frozen=True, slots=True)
class Step:
    """One person's way from bed to bed; an empty ``before`` is no bed yet."""

    mover: BedHolder
    before: str
    after: str
    before_id: int | None


@dataclass(frozen=True, slots=True)
class MovePlan:
    """Everything that one drop does; with obstacles it must not be done."""

    bed_id: int
    scope: Scope
    beds: Mapping[int, int]
    """The bed of each person, by their row on the referral."""
    steps: tuple[Step, ...]
    obstacles: tuple[Obstacle, ...]
    is_swap: bool


def party_of_holder(view: BoardView, holder: BedHolder) -> Party:
    """Whoever has a bed, or lives here without one, with the family: each of them can be moved."""
    family = view.household(holder.household_id)
    family.sort(key=lambda other: other.referral_person_id != holder.referral_person_id)
    return Party(tuple(family))


def party_of_referral(view: BoardView, referral: WaitingReferral) -> Party:
    """Those of a referral who have not moved in yet, except infants who share a bed."""
    return Party(
        tuple(
            BedHolder(
                referral_person_id=person.referral_person_id,
                referral_id=referral.id,
                household_id=referral.household_id,
                household_number=referral.household_number,
                name=person.name,
                sex=person.sex,
                born=person.born,
                position=person.position,
                since=view.on,
                due=referral.due,
            )
            for person in referral.people
            if not person.shares_bed
        )
    )


def plan_move(view: BoardView, party: Party, bed_id: int, scope: Scope) -> MovePlan | None:
    """What moving a party to a bed would do; ``None`` where everybody would stay where they are.

    A family takes the bed and, after it, the others of that room that are free, its own, or those of the
    family that gives way. Whoever gives way gets the beds that are left.
    """
    movers = party.of(scope)
    room = view.house.room_of(bed_id)
    if room is None or not movers:
        return None
    target = view.tiles[bed_id].bed
    has = {mover.referral_person_id: _bed_id(view, mover) for mover in movers}
    giving_way = _giving_way(target, room, has, scope)
    taken = _taken(room, target, has, [_bed_id(view, other) for other in giving_way])
    beds = {person: bed.id for person, bed in zip(has, taken, strict=False)}
    displaced = [other for other in giving_way if _bed_id(view, other) in beds.values()]
    left = [own for own in has.values() if own is not None and own not in beds.values()]
    back = {other.referral_person_id: bed for other, bed in zip(displaced, left, strict=False)}
    everybody = [*movers, *displaced]
    targets = beds | back
    moving = [
        mover for mover in everybody if targets.get(mover.referral_person_id, 0) != _bed_id(view, mover)
    ]
    if not moving:
        return None
    missing = _missing(room, len(movers), len(beds))
    moves = {mover.referral_person_id: targets.get(mover.referral_person_id, 0) for mover in moving}
    return MovePlan(
        bed_id=bed_id,
        scope=scope,
        beds=moves,
        steps=tuple(_step(view, mover, moves[mover.referral_person_id]) for mover in moving),
        obstacles=tuple(missing or dict.fromkeys(obstacles_to_moving(view.house, moving, moves))),
        is_swap=bool(back),
    )


def _bed_id(view: BoardView, mover: BedHolder) -> int | None:
    bed = view.beds_of.get(mover.referral_person_id)
    return bed.id if bed else None


def _giving_way(target: Bed, room: Room, movers: Mapping[int, int | None], scope: Scope) -> list[BedHolder]:
    """Those who may have to give way: whoever has the bed, or that family in the room."""
    holder = target.holder
    if holder is None or holder.referral_person_id in movers or target.state is BedState.OUT_OF_SERVICE:
        return []
    if scope is Scope.PERSON:
        return [holder]
    holders = (bed.holder for bed in room.beds if bed.holder is not None)
    return [other for other in holders if other.household_id == holder.household_id]


def _taken(
    room: Room, target: Bed, movers: Mapping[int, int | None], giving_way: Sequence[int | None]
) -> list[Bed]:
    """The beds that the movers take, in their order: the one that was meant, then those after it."""
    if len(movers) == 1:
        return [target]
    allowed = {*movers.values(), *giving_way}
    at = room.beds.index(target)
    order = (*room.beds[at:], *room.beds[:at])
    return [bed for bed in order if bed.id == target.id or bed.state is BedState.FREE or bed.id in allowed]


def _missing(room: Room, needed: int, found: int) -> list[Obstacle]:
    if found >= needed:
        return []
    return [Obstacle(ObstacleKind.BEDS_MISSING, Clause.R7, needed=needed, free=found, name=room.name)]


def _step(view: BoardView, mover: BedHolder, bed_id: int) -> Step:
    before = view.beds_of.get(mover.referral_person_id)
    after = view.tiles.get(bed_id)
    return Step(
        mover,
        before=before.label if before else "",
        after=after.bed.label if after else "",
        before_id=before.id if before else None,
    )
