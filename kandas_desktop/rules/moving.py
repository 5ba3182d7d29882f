"""People moved to other beds, several at once and into each other's: what stands in the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kandas_desktop.rules.fitting import obstacles_to_beds
from kandas_desktop.rules.lodging import BedSeeker
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, House


def beds_of(house: House, movers: Iterable[BedHolder]) -> dict[int, Bed]:
    """Return the beds that people have now, by their row on the referral."""
    ids = {mover.referral_person_id for mover in movers}
    return {
        bed.holder.referral_person_id: bed
        for bed in house.beds()
        if bed.holder is not None and bed.holder.referral_person_id in ids
    }


def obstacles_to_moving(
    house: House, movers: Sequence[BedHolder], targets: Mapping[int, int]
) -> list[Obstacle]:
    """Return why people cannot move to the beds ``targets``, by their row on the referral.

    A bed that one of them leaves is free for another: so they swap. Each household is looked at with the
    others where they will be.
    """
    if not movers:
        return [Obstacle(ObstacleKind.NOBODY_CHOSEN)]
    empty = house_with(house, {bed.id: None for bed in beds_of(house, movers).values()})
    found = []
    for household_id in dict.fromkeys(mover.household_id for mover in movers):
        own = [mover for mover in movers if mover.household_id == household_id]
        others = {
            targets[mover.referral_person_id]: mover for mover in movers if mover.household_id != household_id
        }
        found += obstacles_to_beds(
            house_with(empty, others), [_seeker(mover) for mover in own], targets, household_id=household_id
        )
    return [replace(obstacle, kind=_kind(house, obstacle, targets)) for obstacle in found]


def house_with(house: House, holders: Mapping[int, BedHolder | None]) -> House:
    """Return the house with other people, or nobody, in some of its beds."""
    if not holders:
        return house
    return replace(
        house,
        rooms=tuple(
            replace(room, beds=tuple(_bed_with(bed, holders) for bed in room.beds))
            if any(bed.id in holders for bed in room.beds)
            else room
            for room in house.rooms
        ),
    )


def _bed_with(bed: Bed, holders: Mapping[int, BedHolder | None]) -> Bed:
    if bed.id not in holders or bed.state is BedState.OUT_OF_SERVICE:
        return bed
    holder = holders[bed.id]
    if holder is None:
        return replace(bed, holder=None, state=BedState.FREE)
    return replace(bed, holder=holder, state=BedState.OCCUPIED if holder.stay_id else BedState.HELD)


def _seeker(mover: BedHolder) -> BedSeeker:
    return BedSeeker(mover.referral_person_id, mover.sex, mover.born)


def _kind(house: House, obstacle: Obstacle, targets: Mapping[int, int]) -> ObstacleKind:
    """Tell a bed that two of the movers want from one that somebody else has."""
    if obstacle.kind is not ObstacleKind.BED_NOT_FREE:
        return obstacle.kind
    wanted = [bed.label for bed_id in targets.values() if (bed := house.bed(bed_id))]
    return ObstacleKind.BED_CHOSEN_TWICE if wanted.count(obstacle.name) > 1 else obstacle.kind
