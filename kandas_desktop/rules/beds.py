"""Who needs a bed of their own, and whose bed a referral may share (r.7)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.kinship import sex_implied_by
from kandas_desktop.rules.lodging import BedSeeker
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind

SHARING_UNDER = 3
"""The age below which a child may share the bed of its mother or father."""


def may_share_bed(born: BirthDate, *, on: date) -> bool:
    """Return whether somebody is so small on a day that no bed of their own is needed."""
    return born.age_on(on) < SHARING_UNDER


def seekers_among(people: Iterable[HouseholdPerson], *, sharing: Collection[int] = ()) -> list[BedSeeker]:
    """Return who of a household needs a bed; those at the positions ``sharing`` need none.

    Where a person's sex was not written down, the word of their kinship may tell it.
    """
    return [
        BedSeeker(
            person.position,
            person.sex or sex_implied_by(person.kinship),
            person.born,
            person,
            needs_accessible=person.needs_accessible,
        )
        for person in people
        if person.position not in sharing and person.born is not None
    ]


def obstacles_to_sharing(
    people: Sequence[HouseholdPerson], *, sharing: Collection[int], lives_here: bool, on: date
) -> list[Obstacle]:
    """Return who may not share a bed: an infant only, and with somebody of the household who has one."""
    found = [
        Obstacle(ObstacleKind.SHARER_TOO_OLD, person=person)
        for person in people
        if person.position in sharing and not (person.born and may_share_bed(person.born, on=on))
    ]
    if people and not lives_here and all(person.position in sharing for person in people):
        found.append(Obstacle(ObstacleKind.BED_MISSING, person=people[0]))
    return found
