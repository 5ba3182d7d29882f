"""Families that live in the Center, made as rows: each call says only what the test is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.models.cases import people_rows
from kandas_desktop.models.stay_tables import Bed, BedUse, Room, Stay
from kandas_desktop.models.tables import Application, Referral, ReferralPerson
from tests.factories import an_application

MOVED_IN = date(2026, 1, 12)


@dataclass(frozen=True)
class Family:
    """A household that lives here: its application, its referral, and its stays in their order."""

    household_id: int
    referral_id: int
    stay_ids: tuple[int, ...]


def a_referral_row(application_id: int, *, issued_on: date, received_on: date | None = None) -> Referral:
    """A referral of an application, with everybody named on it."""
    application = Application.get_by_id(application_id)
    sequence = Referral.select().where(Referral.year == issued_on.year).count() + 1
    referral = Referral.create(
        application=application,
        year=issued_on.year,
        sequence=sequence,
        number=f"Ж-{sequence}/{issued_on.year % 100}",
        issued_on=issued_on,
        people=application.people,
        local_body_name="Үлгі облысының көші-қон басқармасы",
        local_body_head="Мысалов М.",
        received_on=received_on,
    )
    for row in people_rows([application_id]):
        ReferralPerson.create(
            referral=referral,
            application_person=row,
            position=row.position,
            name=row.person.surname,
            born=str(row.person.birth_year),
            kinship=row.kinship,
            shares_bed=False,
        )
    return referral


def a_family_living_here(
    desk: Desk,
    *people: PersonEntry,
    size: int = 1,
    moved_in_on: date = MOVED_IN,
    beds: Sequence[str] = (),
) -> Family:
    """A family registered now that moved in on a day, into the beds «101-1», «101-2» where given."""
    household_id = an_application(desk, *people, size=size)
    referral = a_referral_row(household_id, issued_on=moved_in_on, received_on=moved_in_on)
    stays = []
    rows = (
        ReferralPerson.select().where(ReferralPerson.referral == referral).order_by(ReferralPerson.position)
    )
    for place, row in enumerate(rows):
        stay = Stay.create(
            person=row.application_person.person_id,
            referral_person=row,
            household=household_id,
            moved_in_on=moved_in_on,
            destination="",
        )
        if place < len(beds):
            BedUse.create(bed=a_bed(beds[place]), referral_person=row, stay=stay, began_on=moved_in_on)
        stays.append(stay.id)
    return Family(household_id, referral.id, tuple(stays))


def a_bed(label: str, *, floor: int = 1, kind: str = "family") -> Bed:
    """The bed of that label, its room made with it where there is none yet."""
    room_name, name = label.rsplit("-", 1)
    room = Room.get_or_none(Room.name == room_name) or Room.create(floor=floor, name=room_name, kind=kind)
    return Bed.get_or_none(Bed.room == room, Bed.name == name) or Bed.create(room=room, name=name)


def left(stay_id: int, on: date, *, because: str = "freely") -> None:
    """Let somebody have left on a day."""
    stay = Stay.get_by_id(stay_id)
    ended_on = stay.ended_on or on
    Stay.update(left_on=on, ended_on=ended_on, ended_because=stay.ended_because or because).where(
        Stay.id == stay_id
    ).execute()
    BedUse.update(ended_on=on).where(BedUse.stay == stay_id, BedUse.ended_on.is_null()).execute()
