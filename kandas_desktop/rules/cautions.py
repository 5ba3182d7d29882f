"""What the desk is to look at again in beds that it chose by hand: none of it keeps it from them (r.7)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from kandas_desktop.rules.lodging import BedSeeker, is_accessible
from kandas_desktop.rules.rooms import House


class Caution(StrEnum):
    """Why somebody had better have another bed."""

    MINOR_ALONE = "a minor without an adult of the family in the room"
    NOT_ACCESSIBLE = "no accessible room for somebody who needs one"


def cautions_about(
    house: House,
    seekers: Sequence[BedSeeker],
    beds: Mapping[int, int],
    *,
    household_id: int | None = None,
) -> dict[int, Caution]:
    """Return what is to be looked at again in the ``beds`` that were chosen, by position.

    A minor is alone only where there is an adult of the family to be with: one who gets a bed, or lives here.
    """
    rooms = {one.position: house.room_of(beds[one.position]) for one in seekers if one.position in beds}
    holders = [bed.holder for bed in house.beds() if bed.holder and bed.holder.household_id == household_id]
    adults_live = {
        bed.room_id
        for bed in house.beds()
        if bed.holder in holders and bed.holder is not None and bed.holder.born.is_adult_on(house.on)
    }
    grown = [one for one in seekers if one.born.is_adult_on(house.on)]
    guarded = adults_live | {room.id for one in grown if (room := rooms.get(one.position))}
    found = {}
    for one in seekers:
        room = rooms.get(one.position)
        if room is None:
            continue
        if (grown or adults_live) and room.id not in guarded:
            found[one.position] = Caution.MINOR_ALONE
        elif one.needs_accessible and not is_accessible(room):
            found[one.position] = Caution.NOT_ACCESSIBLE
    return found
