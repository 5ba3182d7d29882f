"""Houses for tests of the rules: each call says only who is where."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.fitting import Proposal
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.lodging import BedSeeker
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, House, Room, RoomKind

ON = date(2026, 3, 18)
WOMAN, MAN = Sex.FEMALE, Sex.MALE


def a_holder(sex: Sex | None = MAN, *, age: int = 40, household_id: int = 900) -> BedHolder:
    """Somebody of household 900 who lives in the house."""
    return BedHolder(
        referral_person_id=1,
        referral_id=1,
        household_id=household_id,
        household_number="Ө-1/26",
        name=PersonName("Үлгібаев"),
        sex=sex,
        born=BirthDate(ON.year - age, 1, 1),
        position=0,
        since=ON,
        due=None,
        stay_id=1,
    )


def a_house(*rooms: tuple[str, RoomKind, Iterable[object]], on: date = ON) -> House:
    """A house of rooms by name, the floor its first digit; each bed is a state, or who lives in it."""
    numbers = count(1)
    built = []
    for room_id, (name, kind, contents) in enumerate(rooms, start=1):
        beds = []
        for place, content in enumerate(contents, start=1):
            beds.append(
                Bed(
                    id=next(numbers),
                    name=str(place),
                    label=f"{name}-{place}",
                    room_id=room_id,
                    state=content if isinstance(content, BedState) else BedState.OCCUPIED,
                    holder=content if isinstance(content, BedHolder) else None,
                )
            )
        built.append(Room(room_id, int(name[0]), name, kind, tuple(beds)))
    return House(on, tuple(built))


def seekers(*people: tuple[Sex | None, int]) -> list[BedSeeker]:
    """People who seek beds, by sex and age, the applicant first."""
    return [
        BedSeeker(position, sex, BirthDate(ON.year - age, 1, 1)) for position, (sex, age) in enumerate(people)
    ]


def in_need(people: tuple[tuple[Sex, int], ...], *positions: int) -> list[BedSeeker]:
    """People by sex and age, of whom those at the positions need an accessible room."""
    return [replace(one, needs_accessible=one.position in positions) for one in seekers(*people)]


def rooms_of(proposal: Proposal | None) -> list[str]:
    assert proposal is not None
    return [room.name for room in proposal.rooms]


def labels(house: House, proposal: Proposal | None) -> list[str]:
    assert proposal is not None
    beds = [house.bed(proposal.beds[position]) for position in sorted(proposal.beds)]
    return [bed.label for bed in beds if bed]
