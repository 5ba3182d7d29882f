"""Stays and referrals read into the values that the rules of moving in and leaving reason about."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from kandas_desktop.models.cases import (
    birth_date,
    household_person,
    last_written_on,
    people_rows,
    term_calendar,
)
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.speakers import speakers
from kandas_desktop.models.stay_tables import (
    Bed,
    BedUse,
    Breach,
    BreachPerson,
    HouseholdContact,
    Outage,
    Room,
    Stay,
)
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    Office,
    Person,
    Referral,
    ReferralPerson,
)
from kandas_desktop.rules.household import APPLICANT_POSITION, HouseholdPerson
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus, StatusEnd, stay_follows
from kandas_desktop.rules.stays import BedTime, Comer, EndReason, MoveInCase, Resident
from kandas_desktop.rules.terms import move_in_due, stay_ends_on

_EVICT = "evict"


def kandas_status(person: Person) -> KandasStatus:
    """What is known of a person's status."""
    because = person.status_ended_because
    return KandasStatus(
        person.status_given_on,
        person.status_extended_until,
        person.status_ended_on,
        StatusEnd(because) if because else None,
    )


def person_name(person: Person) -> PersonName:
    return PersonName(person.surname, person.given_name, person.patronymic)


def household_of(referral: Referral) -> int:
    """The family's first application (r.5): that which a later line joins, or the referral's own."""
    return int(referral.application.joins_id or referral.application_id)


def referral_people(referral_id: int) -> list[ReferralPerson]:
    """Everybody named on a referral, in their order, with their person."""
    return list(
        ReferralPerson.select(ReferralPerson, ApplicationPerson, Person)
        .join(ApplicationPerson)
        .join(Person)
        .where(ReferralPerson.referral == referral_id)
        .order_by(ReferralPerson.position)
    )


def live_use(referral_person_id: int) -> BedUse | None:
    """The bed that somebody on a referral holds or sleeps in; ``None`` where they have none."""
    return BedUse.get_or_none(BedUse.referral_person == referral_person_id, BedUse.ended_on.is_null())


def move_in_case(referral: Referral) -> MoveInCase:
    """What moving in on a referral depends on (r.3, r.9, r.15)."""
    received_on = referral.received_on
    applicant = applicant_of(household_of(referral))
    calendar = term_calendar(Office.get_by_id(1)) if received_on else None
    return MoveInCase(
        is_struck_out=referral.struck_out_on is not None,
        lapsed_on=referral.lapsed_on,
        received_on=received_on,
        due=move_in_due(received_on, calendar) if received_on else None,
        people=tuple(_comer(row, applicant) for row in referral_people(referral.id)),
        last_on=last_written_on(),
        joins_nobody=joins_nobody(referral.application),
    )


def _comer(row: ReferralPerson, applicant: Person) -> Comer:
    person = row.application_person.person
    own = kandas_status(person)
    stays = Stay.select().where(
        (Stay.referral_person == row.id) | ((Stay.person == person.id) & Stay.left_on.is_null())
    )
    return Comer(
        id=row.id,
        name=person_name(person).full,
        has_bed=live_use(row.id) is not None,
        shares_bed=row.shares_bed,
        has_moved_in=stays.exists(),
        status_ends_on=stay_follows(own, kandas_status(applicant)),
        status_of=person_name(person if own.given_on else applicant).full,
    )


def stay_rows(stay_ids: Collection[int]) -> list[Stay]:
    """The stays of these ids that there are, with their person, in the order in which they began."""
    return list(Stay.select(Stay, Person).join(Person).where(Stay.id.in_(list(stay_ids))).order_by(Stay.id))


def household_rows(household_id: int) -> list[Stay]:
    """Every stay of a household, those who left included, with their person."""
    return list(
        Stay.select(Stay, Person).join(Person).where(Stay.household == household_id).order_by(Stay.id)
    )


def residents(rows: Sequence[Stay], *, today: date) -> list[Resident]:
    """The stays as the rules see them, in the order of the rows."""
    contacts = {household: contact_of(household) for household in {row.household_id for row in rows}}
    applicants = {household: applicant_of(household) for household in contacts}
    return [
        _resident(row, applicants[row.household_id], contacts[row.household_id], today=today) for row in rows
    ]


def _resident(row: Stay, applicant: Person, contact: int | None, *, today: date) -> Resident:
    use = live_use(row.referral_person_id)
    decision = eviction_of(row.id)
    because = row.ended_because
    return Resident(
        stay_id=row.id,
        name=person_name(row.person).full,
        is_adult=birth_date(row.person).is_adult_on(today),
        moved_in_on=row.moved_in_on,
        ends_on=row.ended_on or term_ends_on(row, applicant),
        ended_because=EndReason(because) if because else None,
        left_on=row.left_on,
        rules_signed_on=row.rules_signed_on,
        is_contact=row.id == contact,
        bed_since=use.began_on if use else None,
        put_out_on=decision.decided_on if decision else None,
        status_ends_on=_status_ends_on(row, applicant),
        heard_on=heard_on(row.id),
    )


_HEARD = """
SELECT 'petition', filed_on FROM petition WHERE stay_id = :stay
UNION ALL
SELECT 'breach', b.happened_on FROM breach_person bp JOIN breach b ON b.id = bp.breach_id
JOIN stay s ON s.id = bp.stay_id
WHERE bp.stay_id = :stay AND b.closed_on IS NULL AND b.happened_on >= s.moved_in_on
"""


def heard_on(stay_id: int) -> tuple[tuple[date, Milestone], ...]:
    """When somebody filed petitions (r.10) or broke the rules (r.13); what was a mistake is not counted.

    Nor what happened before they came, where a decision put them out with the rest of their family.
    """
    events = {"petition": Milestone.PETITION_FILED, "breach": Milestone.BREACH_HAPPENED}
    rows = in_use().execute_sql(_HEARD, {"stay": stay_id})
    return tuple((date.fromisoformat(day), events[what]) for what, day in rows)


def term_ends_on(row: Stay, applicant: Person) -> date:
    """The last day of a stay by its term (r.15), whatever ended it before."""
    return stay_ends_on(row.moved_in_on, _status_ends_on(row, applicant))


def stays_following(person: Person) -> list[Stay]:
    """The stays that end with a person's status (r.15): their own, and those that follow an applicant."""
    applied = ApplicationPerson.select(ApplicationPerson.application).where(
        ApplicationPerson.person == person.id, ApplicationPerson.position == APPLICANT_POSITION
    )
    follows = (Stay.person == person.id) | (Stay.household.in_(applied) & Person.status_given_on.is_null())
    return list(Stay.select(Stay, Person).join(Person).where(follows).order_by(Stay.id))


def status_of_stay(row: Stay, *, instead: Person | None = None) -> date | None:
    """The last day of the status that a stay follows; ``instead`` is a person as they might be known."""
    person, applicant = row.person, applicant_of(row.household_id)
    if instead is not None:
        person = instead if instead.id == person.id else person
        applicant = instead if instead.id == applicant.id else applicant
    return stay_follows(kandas_status(person), kandas_status(applicant))


def _status_ends_on(row: Stay, applicant: Person) -> date | None:
    return stay_follows(kandas_status(row.person), kandas_status(applicant))


def applicant_of(household_id: int) -> Person:
    """The person on whose application the household came: its status the others' stays follow (r.15)."""
    row = (
        ApplicationPerson.select(ApplicationPerson, Person)
        .join(Person)
        .where(
            ApplicationPerson.application == household_id, ApplicationPerson.position == APPLICANT_POSITION
        )
        .get()
    )
    person: Person = row.person
    return person


def contact_of(household_id: int) -> int | None:
    """The stay of whoever speaks for a household: the last one chosen, else the applicant's."""
    chosen = (
        HouseholdContact.select(HouseholdContact.stay)
        .join(Stay)
        .where(HouseholdContact.household == household_id, Stay.left_on.is_null())
        .order_by(HouseholdContact.id.desc())
        .first()
    )
    if chosen is not None:
        return int(chosen.stay_id)
    applicant = (
        Stay.select(Stay.id)
        .where(
            Stay.household == household_id,
            Stay.person == applicant_of(household_id).id,
            Stay.left_on.is_null(),
        )
        .first()
    )
    return int(applicant.id) if applicant else None


def eviction_of(stay_id: int) -> Breach | None:
    """The last decision of the local executive body that puts this person out (r.14, r.16)."""
    decision: Breach | None = (
        Breach.select()
        .join(BreachPerson)
        .where(
            BreachPerson.stay == stay_id,
            BreachPerson.is_to_leave == 1,
            Breach.outcome == _EVICT,
            Breach.decided_on.is_null(False),
        )
        .order_by(Breach.decided_on.desc())
        .first()
    )
    return decision


def people_living_here(household_id: int) -> list[HouseholdPerson]:
    """Those of a household who live here; nobody where all have left, or none moved in."""
    rows = (
        ApplicationPerson.select(ApplicationPerson, Person)
        .join(Person)
        .switch(ApplicationPerson)
        .join(ReferralPerson)
        .join(Stay)
        .where(Stay.household == household_id, Stay.left_on.is_null())
        .order_by(Stay.id)
    )
    return [household_person(row) for row in rows]


def joins_nobody(application: Application) -> bool:
    """Whether a line joins a household of which nobody lives here any more: then they come alone (r.3)."""
    if application.joins_id is None:
        return False
    living = Stay.select().where(Stay.household == application.joins_id, Stay.left_on.is_null())
    return not living.exists()


def spokesperson(household_id: int) -> ApplicationPerson:
    """Whoever speaks for a household, as their line names them: its contact, else the applicant."""
    contact = contact_of(household_id)
    if contact is not None:
        stay = Stay.get_by_id(contact)
        named: ApplicationPerson = stay.referral_person.application_person
        return named
    return people_rows([household_id])[0]


def applicant_row(application: Application) -> ApplicationPerson | None:
    """Who applied for those who join a household, as their own line names them; ``None`` for another line."""
    return None if application.joins_id is None else applicant_rows([application.id])[application.id]


def applicant_rows(application_ids: Iterable[int]) -> dict[int, ApplicationPerson]:
    """Who applied, by application, for those of the applications that join a household."""
    speaking = speakers(in_use(), application_ids)
    if not speaking:
        return {}
    rows = ApplicationPerson.select(ApplicationPerson, Person).join(Person)
    named = {row.id: row for row in rows.where(ApplicationPerson.id.in_(list(speaking.values())))}
    return {application_id: named[row_id] for application_id, row_id in speaking.items()}


def has_another_live_stay(person_id: int, stay_id: int) -> bool:
    """Whether a person lives here on another stay than this one."""
    others = Stay.select().where(Stay.person == person_id, Stay.id != stay_id, Stay.left_on.is_null())
    return bool(others.exists())


def is_bed_open(bed_id: int, *, since: BedUse) -> bool:
    """Whether nobody was given a bed after that use of it, nor was it out of service, and it still stands."""
    later = BedUse.select().where(
        BedUse.bed == bed_id,
        BedUse.id != since.id,
        BedUse.ended_on.is_null() | (BedUse.ended_on > since.ended_on),
    )
    out = Outage.select().where(
        Outage.bed == bed_id, Outage.ended_on.is_null() | (Outage.ended_on > since.ended_on)
    )
    retired = Bed.select().where(Bed.id == bed_id, Bed.retired_on.is_null(False))
    return not (later.exists() or out.exists() or retired.exists())


def uses_of(stay_id: int) -> list[BedUse]:
    """The beds in which somebody slept during a stay, in their order."""
    return list(BedUse.select().where(BedUse.stay == stay_id).order_by(BedUse.began_on, BedUse.id))


def hold_before(use: BedUse) -> BedUse | None:
    """The hold that became the use of the same bed, when its person moved in."""
    hold: BedUse | None = (
        BedUse.select()
        .where(
            BedUse.referral_person == use.referral_person_id,
            BedUse.bed == use.bed_id,
            BedUse.stay.is_null(),
            BedUse.ended_on == use.began_on,
        )
        .order_by(BedUse.id.desc())
        .first()
    )
    return hold


def bed_time(use: BedUse) -> BedTime:
    """When somebody had a bed, and what was before and after: others in it, or its being out of service."""
    others = BedUse.select().where(BedUse.bed == use.bed_id, BedUse.referral_person != use.referral_person_id)
    # A hold that ended on the day it began took nothing from anybody.
    before = others.where(
        BedUse.ended_on > BedUse.began_on, BedUse.began_on <= use.began_on, BedUse.id != use.id
    )
    last = before.order_by(BedUse.ended_on.desc()).first()
    after = others.where(
        BedUse.began_on >= (use.ended_on or use.began_on),
        BedUse.ended_on.is_null() | (BedUse.ended_on > BedUse.began_on),
    )
    following = after.order_by(BedUse.began_on).first()
    repaired_on, broken_on = _outages_around(use)
    before_it = [last.ended_on if last else None, repaired_on]
    after_it = [following.began_on if following else None, broken_on]
    return BedTime(
        label=bed_label(use.bed_id),
        before=max((day for day in before_it if day), default=None),
        until=use.ended_on,
        after=min((day for day in after_it if day), default=None) if use.ended_on else None,
    )


def _outages_around(use: BedUse) -> tuple[date | None, date | None]:
    """When a bed was in service again before somebody had it, and when it was out of it after them."""
    outages = Outage.select().where(Outage.bed == use.bed_id)
    last = outages.where(Outage.ended_on <= use.began_on).order_by(Outage.ended_on.desc()).first()
    following = outages.where(Outage.began_on >= (use.ended_on or use.began_on)).order_by(Outage.began_on)
    broken = following.first()
    return (last.ended_on if last else None), (broken.began_on if broken else None)


def bed_label(bed_id: int) -> str:
    """Room and bed as signs name them: «103-2»."""
    bed = Bed.select(Bed, Room).join(Room).where(Bed.id == bed_id).get()
    return f"{bed.room.name}-{bed.name}"
