"""Families with beds, handed their referral and moved in, for tests of the stay."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.models.stay_tables import Bed, BedUse, Breach, BreachPerson, Room, Stay
from kandas_desktop.models.tables import Referral, ReferralPerson
from tests.factories import an_application


@dataclass(frozen=True, slots=True)
class Family:
    """A household on its referral: rows of the referral and their beds, in the order of the people."""

    application_id: int
    referral_id: int
    people: tuple[int, ...]
    beds: tuple[int, ...]

    @property
    def stays(self) -> tuple[int, ...]:
        """The stays of those who moved in, in the order of the people."""
        found = {
            row.referral_person_id: row.id
            for row in Stay.select().where(Stay.referral_person.in_(list(self.people)))
        }
        return tuple(found[person] for person in self.people if person in found)


def a_room(name: str = "101", *, beds: int = 4, kind: str = "family", floor: int = 1) -> list[int]:
    """The ids of the beds of a new room, «1» to as many as it has."""
    room = Room.create(floor=floor, name=name, kind=kind)
    return [Bed.create(room=room, name=str(number)).id for number in range(1, beds + 1)]


def a_family_with_beds(
    desk: Desk, *people: PersonEntry, size: int = 1, received_on: date | None = None
) -> Family:
    """A family whose referral was issued now, and received now or on the day given; each has a bed."""
    application_id = an_application(desk, *people, size=size)
    referral_id = issue_referral(desk, ReferralRequest(application_id))
    hand_over_referral(desk, referral_id, received_on=received_on or desk.today)
    return with_beds(application_id, referral_id)


def with_beds(application_id: int, referral_id: int) -> Family:
    """The family on a referral; whoever has no bed yet holds one in a new room."""
    issued_on = Referral.get_by_id(referral_id).issued_on
    people = [
        row.id
        for row in ReferralPerson.select()
        .where(ReferralPerson.referral == referral_id)
        .order_by(ReferralPerson.position)
    ]
    held = {row.referral_person_id: row.bed_id for row in BedUse.select().where(BedUse.ended_on.is_null())}
    lacking = [person for person in people if person not in held]
    for person, bed in zip(lacking, a_room(f"{900 + referral_id}", beds=len(lacking)), strict=True):
        BedUse.create(bed=bed, referral_person=person, began_on=issued_on)
        held[person] = bed
    return Family(application_id, referral_id, tuple(people), tuple(held[person] for person in people))


def a_resident_family(desk: Desk, *people: PersonEntry, size: int = 1) -> Family:
    """A family that received its referral and moved in today."""
    family = a_family_with_beds(desk, *people, size=size)
    move_in(desk, family.referral_id, people=family.people, moved_in_on=desk.today)
    return family


def a_decision(desk: Desk, household_id: int, stay_ids: tuple[int, ...], *, decided_on: date) -> int:
    """The id of a file on which the local executive body decided that these residents leave."""
    breach = Breach.create(
        household=household_id,
        happened_on=decided_on,
        facts="Ішкі тәртіпті бұзды",
        recorded_on=max(decided_on, desk.today),
        year=decided_on.year,
        sequence=1,
        proposed_on=decided_on,
        registered_on=decided_on,
        registered_number="К-1",
        outcome="evict",
        decision_number="Ш-1",
        decided_on=decided_on,
    )
    for stay_id in stay_ids:
        BreachPerson.create(breach=breach, stay=stay_id, is_to_leave=True)
    return int(breach.id)
