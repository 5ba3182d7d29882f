"""Which infants share a bed unless the desk says otherwise, and whether a family fits once they do (r.7)."""

from collections.abc import Sequence

from kandas_desktop.rules.beds import may_share_bed, seekers_among
from kandas_desktop.rules.fitting import propose
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.lodging import places_of
from kandas_desktop.rules.rooms import House


def usually_sharing(
    house: House, people: Sequence[HouseholdPerson], *, household_id: int | None
) -> frozenset[int]:
    """Return the positions of the infants who share a bed where nobody chose (r.7).

    That is every infant who joins a household of which an adult lives here: who waits in the reserve waits
    for a bed, and an infant beside its mother takes none. A bed of its own is sought where the desk says so.
    """
    joins_adults = any(place.has_adult for floor in places_of(house, household_id) for place in floor)
    return frozenset(_infants(house, people)) if joins_adults else frozenset()


def fits_with_sharing(house: House, people: Sequence[HouseholdPerson], *, household_id: int | None) -> bool:
    """Return whether a household for which there is no room fits once its infants share a bed."""
    infants = _infants(house, people)
    seekers = seekers_among(people, sharing=infants)
    return bool(infants and seekers) and propose(house, seekers, household_id=household_id) is not None


def _infants(house: House, people: Sequence[HouseholdPerson]) -> list[int]:
    """The positions of those who may share a bed, the youngest first."""
    born = {
        person.position: person.born.latest
        for person in people
        if person.born is not None and may_share_bed(person.born, on=house.on)
    }
    return sorted(born, key=lambda position: born[position], reverse=True)
