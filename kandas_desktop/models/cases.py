"""Rows read into the values that the rules reason about."""

from collections.abc import Iterable
from datetime import date

from kandas_desktop.models.engine import in_use
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    CalendarDay,
    Office,
    Person,
    Referral,
    ReserveEntry,
)
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument, Sex
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.standing import ReferralFacts, Standing, standing
from kandas_desktop.rules.terms import considered_on, earliest_consideration


def birth_date(person: Person) -> BirthDate:
    """The birth date of a row: exact, or its year only."""
    return BirthDate(person.birth_year, person.birth_month, person.birth_day)


def paper_birth(born: BirthDate) -> str:
    """A birth date as papers write it: «22.06.1984», or «1952 ж.» where only the year is known."""
    return born.digits if born.is_exact else f"{born.digits} ж."


def residence_document(row: ApplicationPerson) -> ResidenceDocument | None:
    """The slip or permit that a person handed in; ``None`` while nothing was."""
    if row.document_kind is None:
        return None
    return ResidenceDocument(
        kind=DocumentKind(row.document_kind),
        number=row.document_number,
        issued_on=row.document_issued_on,
        issued_by=row.document_issued_by,
    )


def household_person(row: ApplicationPerson) -> HouseholdPerson:
    """One person of an application, read together with ``row.person``."""
    person = row.person
    return HouseholdPerson(
        position=row.position,
        name=PersonName(person.surname, person.given_name, person.patronymic),
        born=birth_date(person),
        kinship=row.kinship,
        document=residence_document(row),
        iin=person.iin,
        sex=Sex(person.sex) if person.sex else None,
        needs_accessible=row.needs_accessible,
    )


def people_rows(application_ids: Iterable[int]) -> list[ApplicationPerson]:
    """The rows of everybody named on the applications, by application and position, with their person."""
    return list(
        ApplicationPerson.select(ApplicationPerson, Person)
        .join(Person)
        .where(ApplicationPerson.application.in_(list(application_ids)))
        .order_by(ApplicationPerson.application, ApplicationPerson.position)
    )


def live_referral(application_id: int) -> Referral | None:
    """The referral in force on an application; ``None`` where there is none."""
    return Referral.get_or_none(Referral.application == application_id, Referral.struck_out_on.is_null())


_LIVE_REFERRAL = """
SELECT r.lapsed_on IS NOT NULL, (
    SELECT max(CASE WHEN s.left_on IS NULL THEN 1 ELSE 0 END)
    FROM referral_person rp JOIN stay s ON s.referral_person_id = rp.id
    WHERE rp.referral_id = r.id)
FROM referral r WHERE r.application_id = ? AND r.struck_out_on IS NULL
"""


def live_referral_facts(application_id: int) -> ReferralFacts | None:
    """What became of the referral in force on an application; ``None`` where there is none."""
    row = in_use().execute_sql(_LIVE_REFERRAL, (application_id,)).fetchone()
    if row is None:
        return None
    has_lapsed, is_lived_on = row
    return ReferralFacts(
        is_lived_on=None if is_lived_on is None else bool(is_lived_on), has_lapsed=bool(has_lapsed)
    )


def application_standing(application: Application) -> Standing:
    """Where an application stands now."""
    return standing(
        is_struck_out=application.struck_out_on is not None,
        is_returned=application.returned_reason is not None,
        live_referral=live_referral_facts(application.id),
        waits_in_reserve=ReserveEntry.select()
        .where(ReserveEntry.application == application.id, ReserveEntry.left_on.is_null())
        .exists(),
    )


def last_arrived_on() -> date | None:
    """The day on which the application of the journal's last line came in that was not struck out."""
    line = (
        Application.select(Application.arrived_at)
        .where(Application.struck_out_on.is_null())
        .order_by(Application.id.desc())
        .first()
    )
    return line.arrived_at.date() if line else None


def last_written_on() -> date | None:
    """The last day on which the journal surely was written: a line, or a referral, that was not struck out.

    A referral written on a day off is dated ahead (r.6): it was written on the first of those days or later.
    """
    referral = (
        Referral.select(Referral.issued_on)
        .where(Referral.struck_out_on.is_null())
        .order_by(Referral.id.desc())
        .first()
    )
    days = [last_arrived_on()]
    if referral is not None:
        days.append(earliest_consideration(referral.issued_on, kazakhstan(calendar_overrides())))
    return max((day for day in days if day is not None), default=None)


def reserve_queue() -> list[Application]:
    """The applications waiting in the reserve, first who applied first (r.7): day, time, number."""
    return list(
        Application.select()
        .join(ReserveEntry)
        .where(ReserveEntry.left_on.is_null())
        .order_by(Application.registered_on, Application.arrived_at, Application.id)
    )


def term_calendar(office: Office) -> WorkCalendar | None:
    """The calendar by which last days move off days off; ``None`` where the office counts to the letter."""
    return kazakhstan(calendar_overrides()) if office.last_day_moves else None


def consideration_day(application: Application, today: date) -> date:
    """The day that the consideration of an application bears when the desk does it on ``today`` (r.6)."""
    return considered_on(application.registered_on, today, kazakhstan(calendar_overrides()))


def calendar_overrides() -> dict[date, bool]:
    """The days that the office knows better than the packaged calendar: working or not."""
    return {row.day: row.is_working for row in CalendarDay.select()}
