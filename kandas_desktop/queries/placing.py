"""The free beds among which those of one referral are chosen, with the rules that judge the choice."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from kandas_desktop.models.cases import consideration_day, household_person, people_rows
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.house import house
from kandas_desktop.models.referring import household_id_of, lives_here
from kandas_desktop.models.reserve import passed_over_for, waiting, waiting_queue
from kandas_desktop.models.tables import Application
from kandas_desktop.rules.beds import may_share_bed, obstacles_to_sharing, seekers_among
from kandas_desktop.rules.cautions import Caution, cautions_about
from kandas_desktop.rules.fitting import Proposal, fits_apart, obstacles_to_beds, propose
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.rules.reserve import ahead_of
from kandas_desktop.rules.rooms import BedState, House, Room
from kandas_desktop.rules.sharing import usually_sharing


class BedChoice(NamedTuple):
    """The house as it is, and the household that is to get beds in it."""

    application_id: int
    number: str
    house: House
    household_id: int
    people: tuple[HouseholdPerson, ...]
    ahead: int = 0
    """How many wait for beds before it (r.8)."""

    @property
    def rooms(self) -> list[Room]:
        """The rooms with a free bed, in the order of the house."""
        return [room for room in self.house.rooms if any(bed.state is BedState.FREE for bed in room.beds)]

    def may_share(self, person: HouseholdPerson) -> bool:
        """Whether somebody is so small that they may share a bed."""
        return person.born is not None and may_share_bed(person.born, on=self.house.on)

    @property
    def sharing(self) -> frozenset[int]:
        """The positions of the infants who share a bed unless the desk chooses otherwise."""
        return usually_sharing(self.house, self.people, household_id=self.household_id)

    def proposal(self, sharing: Collection[int] = ()) -> Proposal | None:
        """Where the household fits best, those at the positions ``sharing`` left out."""
        seekers = seekers_among(self.people, sharing=sharing)
        return propose(self.house, seekers, household_id=self.household_id)

    def fits_apart(self, sharing: Collection[int] = ()) -> bool:
        """Whether there are lawful beds for all, be it with a minor apart from every adult of theirs."""
        seekers = seekers_among(self.people, sharing=sharing)
        return fits_apart(self.house, seekers, household_id=self.household_id)

    def cautions(self, beds: Mapping[int, int], sharing: Collection[int] = ()) -> dict[int, Caution]:
        """What is to be looked at again in these beds, by position."""
        seekers = seekers_among(self.people, sharing=sharing)
        return cautions_about(self.house, seekers, beds, household_id=self.household_id)

    def obstacles(self, beds: Mapping[int, int], sharing: Collection[int] = ()) -> list[Obstacle]:
        """Why these beds, by position, cannot be had, each with the person it concerns."""
        seekers = seekers_among(self.people, sharing=sharing)
        at_home = lives_here(self.house, self.household_id)
        return [
            *obstacles_to_sharing(self.people, sharing=sharing, lives_here=at_home, on=self.house.on),
            *obstacles_to_beds(self.house, seekers, beds, household_id=self.household_id),
        ]


def bed_choice(application_id: int, on: date) -> BedChoice:
    """What the beds of an application's referral can be chosen from on a day."""
    application = Application.get_by_id(application_id)
    return BedChoice(
        application_id=application.id,
        number=application.number,
        house=house(in_use(), consideration_day(application, on)),
        household_id=household_id_of(application),
        people=tuple(household_person(row) for row in people_rows([application_id])),
        ahead=len(ahead_of(waiting(application), waiting_queue(), passed_over_for(application_id))),
    )
