"""A house with rooms and residents made of rows, for what reads them: each call says only what matters."""

from collections.abc import Sequence
from datetime import date

from kandas_desktop.models.stay_tables import Bed, BedUse, Room, Stay
from kandas_desktop.models.tables import Application, ApplicationPerson, Person, Referral, ReferralPerson
from tests.models import rows

_GIVEN_NAMES = ("Дәурен", "Сәуле", "Ерасыл", "Аяла", "Бибі", "Бекзат", "Мөлдір", "Арман")


def a_room(name: str = "101", *, floor: int = 1, beds: int = 4, kind: str = "family") -> list[Bed]:
    """The beds of a new room, in their order."""
    room = Room.create(floor=floor, name=name, kind=kind)
    return [Bed.create(room=room, name=str(number)) for number in range(1, beds + 1)]


def a_household(
    surname: str = "Мысалов",
    *,
    size: int = 1,
    children: int = 0,
    registered_on: date = rows.DAY,
    status_given_on: date | None = None,
) -> Application:
    """A registered application of so many people, who was considered; the last ones are children."""
    year = registered_on.year
    taken = Application.select().where(Application.year == year).count()
    application = rows.an_application(
        taken + 1, year=year, registered_on=registered_on, people=size, considered_on=registered_on
    )
    for position in range(size):
        person = rows.a_person(
            surname,
            _GIVEN_NAMES[position],
            birth_year=2020 if position >= size - children else 1984,
            status_given_on=None if position else status_given_on,
        )
        rows.a_named_person(application, position=position, person=person)
    return application


def a_referral(
    application: Application,
    beds: Sequence[Bed] = (),
    *,
    issued_on: date | None = None,
    received_on: date | None = None,
) -> Referral:
    """A referral of everybody on an application, which holds the beds in their order."""
    issued_on = issued_on or min(rows.DAY, received_on or rows.DAY)
    taken = Referral.select().where(Referral.year == issued_on.year).count()
    referral = rows.a_referral(
        application, taken + 1, year=issued_on.year, issued_on=issued_on, received_on=received_on
    )
    named = ApplicationPerson.select().where(ApplicationPerson.application == application)
    for place, row in enumerate(named.order_by(ApplicationPerson.position)):
        referred = rows.a_person_referred(referral, row, position=row.position)
        if place < len(beds):
            BedUse.create(bed=beds[place], referral_person=referred, began_on=issued_on)
    return referral


def moved_in(referral: Referral, on: date, *, signed: bool = True) -> list[Stay]:
    """The stays of everybody on a referral, who sleep from that day on in the beds that were held."""
    application = referral.application
    stays = []
    for row in referral_people(referral):
        person: Person = row.application_person.person
        stay = Stay.create(
            person=person,
            referral_person=row,
            household=application.joins_id or application.id,
            moved_in_on=on,
            rules_signed_on=on if signed else None,
            destination="",
        )
        hold = BedUse.get_or_none(BedUse.referral_person == row, BedUse.ended_on.is_null())
        if hold is not None:
            BedUse.update(ended_on=on).where(BedUse.id == hold.id).execute()
            BedUse.create(bed=hold.bed_id, referral_person=row, stay=stay, began_on=on)
        stays.append(stay)
    return stays


def a_family_living(
    surname: str,
    beds: Sequence[Bed],
    *,
    since: date,
    signed: bool = True,
    children: int = 0,
    status_given_on: date | None = None,
) -> list[Stay]:
    """The stays of a family that moved into the beds on a day, one person in each."""
    application = a_household(
        surname, size=len(beds), children=children, registered_on=since, status_given_on=status_given_on
    )
    return moved_in(a_referral(application, beds, issued_on=since, received_on=since), since, signed=signed)


def referral_people(referral: Referral) -> list[ReferralPerson]:
    """Everybody named on a referral, in their order."""
    named = ReferralPerson.select().where(ReferralPerson.referral == referral)
    return list(named.order_by(ReferralPerson.position))
