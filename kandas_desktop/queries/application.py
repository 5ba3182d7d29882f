"""One application as the journal's side panel shows it: its people, and what may be done with it."""

from datetime import date, datetime
from typing import NamedTuple

from kandas_desktop.models.cases import (
    consideration_day,
    household_person,
    live_referral,
    people_rows,
    reserve_queue,
    term_calendar,
)
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.numbering import next_referral_number
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.referring import OPEN, referral_case
from kandas_desktop.models.stays import applicant_row, spokesperson
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    Office,
    Referral,
    ReferralPerson,
    ReserveEntry,
)
from kandas_desktop.queries.concerns import concerns_of
from kandas_desktop.rules.concerns import ABOUT_STATUS, Concern
from kandas_desktop.rules.fitting import Proposal
from kandas_desktop.rules.household import HouseholdPerson, Sex
from kandas_desktop.rules.obstacles import (
    Condition,
    Obstacle,
    ReferralCase,
    conditions_met,
    obstacle_in_document,
    obstacles_to_referral,
    obstacles_to_reserve,
)
from kandas_desktop.rules.standing import Standing
from kandas_desktop.rules.terms import Term, explain_move_in_due


class PersonRow(NamedTuple):
    """One person of an application, with everything the desk wrote down and what r.3 still asks of them."""

    id: int
    household: HouseholdPerson
    sex: Sex | None
    birth_place: str
    origin_country: str
    citizenship: str
    latin_name: str
    native_name: str
    certificate_number: str
    certificate_issued_on: date | None
    needs_document: bool
    obstacle: Obstacle | None


class ReferralRow(NamedTuple):
    """A referral of an application; ``move_in`` is r.9's term once it was received."""

    id: int
    number: str
    issued_on: date
    people: int
    received_on: date | None
    struck_out_on: date | None
    struck_out_reason: str
    times_printed: int
    move_in: Term | None
    lapsed_on: date | None = None
    moved_in: int = 0
    """How many of the people ever moved in on it."""
    living: int = 0
    """How many of them live here now."""
    stay_id: int | None = None
    """The stay of the first of those who live here now."""
    moved_in_on: date | None = None
    left_on: date | None = None
    """The day on which the last of those left who have left."""
    beds: tuple[str, ...] = ()
    """The beds that it holds, or that they sleep in, as signs name them: «103-2»."""

    @property
    def awaited(self) -> int:
        """How many of the people are still to move in: those for whom it holds its beds (r.9)."""
        return 0 if self.lapsed_on or self.struck_out_on else self.people - self.moved_in


class ApplicationLink(NamedTuple):
    """Another application that this one leads to."""

    id: int
    number: str


class JoinedFamily(NamedTuple):
    """The household that the people of an application join, and the beds in which it sleeps now."""

    application: ApplicationLink
    beds: tuple[str, ...]
    is_sharing: bool
    """Whether somebody who joins sleeps in one of those beds, or is to: an infant with a parent."""


class ApplicationDetail(NamedTuple):
    """An application with its people, its standing on a day, and what the order says of the next step."""

    on: date
    id: int
    number: str
    sequence: int
    arrived_at: datetime
    registered_on: date
    considered_on: date | None
    reopened_on: date | None
    standing: Standing
    reserve_entered_on: date | None
    reserve_place: int
    people: tuple[PersonRow, ...]
    speaker: PersonRow | None
    """Who applied for those who join a household (r.5)."""
    proposal: Proposal | None
    fits_with_sharing: bool
    """Whether beds are missing only until the infants share one."""
    obstacles: tuple[Obstacle, ...]
    conditions: tuple[Condition, ...]
    obstacles_to_reserve: tuple[Obstacle, ...]
    first_ahead: ApplicationLink | None
    referral: ReferralRow | None
    struck_out_referrals: tuple[ReferralRow, ...]
    next_referral_number: str
    next_referral_on: date
    returned_on: date | None
    returned_reason: str
    struck_out_on: date | None
    struck_out_reason: str
    previous: ApplicationLink | None
    followed_by: ApplicationLink | None
    joins: JoinedFamily | None = None
    concerns: tuple[Concern, ...] = ()
    """What is to be weighed though it refuses nothing: before a referral, and of statuses until they come."""

    @property
    def due_on(self) -> date:
        """The day of consideration (r.6): that of registration, or on which its referral was struck out."""
        return self.reopened_on or self.registered_on

    @property
    def applicant(self) -> PersonRow:
        """Who applied: the first of the people, or whoever spoke for the household that they join."""
        return self.speaker or self.people[0]

    @property
    def is_move_in_overdue(self) -> bool:
        """Whether the three days of r.9 are over, nobody came, and the lapse is still to be confirmed."""
        term = self.referral.move_in if self.referral else None
        return self.standing is Standing.REFERRED and term is not None and self.on > term.due

    @property
    def previous_number(self) -> str:
        """The number of the application before this one; empty where it is the family's first."""
        return self.previous.number if self.previous else ""


def application_detail(application_id: int, on: date) -> ApplicationDetail:
    """Everything the side panel shows of an application on a day."""
    application = Application.get_by_id(application_id)
    day = consideration_day(application, on)
    case = referral_case(application, day, today=on)
    entry = ReserveEntry.get_or_none(ReserveEntry.application == application_id)
    queue = reserve_queue() if case.standing in OPEN else []
    places = {waiting.id: place for place, waiting in enumerate(queue, start=1)}
    referral = live_referral(application_id)
    return ApplicationDetail(
        on=on,
        id=application.id,
        number=application.number,
        sequence=application.sequence,
        arrived_at=application.arrived_at,
        registered_on=application.registered_on,
        considered_on=application.considered_on,
        reopened_on=application.reopened_on,
        standing=case.standing,
        reserve_entered_on=entry.entered_on if entry else None,
        reserve_place=places.get(application.id, 0),
        people=_people(application_id, day),
        speaker=_speaker(application, day),
        proposal=case.proposal,
        fits_with_sharing=case.fits_with_sharing,
        obstacles=tuple(obstacles_to_referral(case, on=day)),
        conditions=tuple(conditions_met(case, on=day)),
        obstacles_to_reserve=tuple(obstacles_to_reserve(case)),
        first_ahead=_first_ahead(case),
        referral=_referral_row(referral) if referral else None,
        struck_out_referrals=_struck_out_referrals(application_id),
        next_referral_number=next_referral_number(day.year).number,
        next_referral_on=day,
        returned_on=application.returned_on,
        returned_reason=application.returned_reason or "",
        struck_out_on=application.struck_out_on,
        struck_out_reason=application.struck_out_reason or "",
        previous=_link(application.previous),
        followed_by=_link(Application.get_or_none(Application.previous == application_id)),
        joins=_joined_family(application, referral, case),
        concerns=_concerns(application, case.standing, day),
    )


def _concerns(application: Application, standing: Standing, on: date) -> tuple[Concern, ...]:
    if standing is Standing.REFERRED:
        found = concerns_of(application, on)
        return tuple(concern for concern in found if concern.kind in ABOUT_STATUS)
    return concerns_of(application, on) if standing in OPEN else ()


_FAMILY_BEDS = """
SELECT rm.name, b.name FROM stay s JOIN bed_use u ON u.stay_id = s.id AND u.ended_on IS NULL
JOIN bed b ON b.id = u.bed_id JOIN room rm ON rm.id = b.room_id
JOIN referral_person rp ON rp.id = s.referral_person_id JOIN referral r ON r.id = rp.referral_id
WHERE s.household_id = ? AND r.application_id <> ? ORDER BY s.id
"""


def _joined_family(
    application: Application, referral: Referral | None, case: ReferralCase
) -> JoinedFamily | None:
    """Whom the people join, and whether one of them shares a bed there: by the referral once there is one."""
    joined = _link(application.joins)
    if joined is None:
        return None
    beds = in_use().execute_sql(_FAMILY_BEDS, (joined.id, application.id)).fetchall()
    is_sharing = bool(case.sharing)
    if referral is not None:
        shared = (ReferralPerson.referral == referral.id) & (ReferralPerson.shares_bed == 1)
        is_sharing = ReferralPerson.select().where(shared).exists()
    return JoinedFamily(joined, tuple(f"{room}-{bed}" for room, bed in beds), is_sharing)


class JoinedContact(NamedTuple):
    """Whoever speaks for a household that lives here, with the number of its first application."""

    number: str
    person: PersonRow


def joined_contact(household_id: int, on: date) -> JoinedContact:
    """Whoever speaks for a household, as their line of the journal has them."""
    return JoinedContact(
        Application.get_by_id(household_id).number, _person_row(spokesperson(household_id), on)
    )


def move_in_term(received_on: date) -> Term:
    """Until when the family moves in if it receives the referral on that day, and why (r.9)."""
    return explain_move_in_due(received_on, term_calendar(Office.get_by_id(1)))


def _speaker(application: Application, on: date) -> PersonRow | None:
    row = applicant_row(application)
    return _person_row(row, on) if row else None


def _people(application_id: int, on: date) -> tuple[PersonRow, ...]:
    return tuple(_person_row(row, on) for row in people_rows([application_id]))


def _person_row(row: ApplicationPerson, on: date) -> PersonRow:
    person = row.person
    household = household_person(row)
    return PersonRow(
        id=row.id,
        household=household,
        sex=Sex(person.sex) if person.sex else None,
        birth_place=person.birth_place,
        origin_country=person.origin_country,
        citizenship=person.citizenship,
        latin_name=person.latin_name,
        native_name=person.native_name,
        certificate_number=person.certificate_number,
        certificate_issued_on=person.certificate_issued_on,
        needs_document=household.needs_document_on(on),
        obstacle=obstacle_in_document(household, on=on),
    )


def _struck_out_referrals(application_id: int) -> tuple[ReferralRow, ...]:
    rows = Referral.select().where(
        Referral.application == application_id, Referral.struck_out_on.is_null(False)
    )
    return tuple(_referral_row(row) for row in rows.order_by(Referral.id))


_STAYS = (
    "SELECT count(*), count(*) - count(s.left_on), min(s.moved_in_on), max(s.left_on),"
    " min(CASE WHEN s.left_on IS NULL THEN s.id END)"
    " FROM referral_person rp JOIN stay s ON s.referral_person_id = rp.id WHERE rp.referral_id = ?"
)
_BEDS = (
    "SELECT rm.name, b.name FROM referral_person rp JOIN bed_use u ON u.referral_person_id = rp.id"
    " JOIN bed b ON b.id = u.bed_id JOIN room rm ON rm.id = b.room_id"
    " WHERE rp.referral_id = ? AND u.ended_on IS NULL ORDER BY rp.position"
)


def _referral_row(row: Referral) -> ReferralRow:
    moved_in, living, moved_in_on, left_on, stay_id = in_use().execute_sql(_STAYS, (row.id,)).fetchone()
    beds = in_use().execute_sql(_BEDS, (row.id,)).fetchall()
    printed = PaperIssue.select().join(Paper).where(Paper.referral == row.id).count()
    return ReferralRow(
        id=row.id,
        number=row.number,
        issued_on=row.issued_on,
        people=row.people,
        received_on=row.received_on,
        struck_out_on=row.struck_out_on,
        struck_out_reason=row.struck_out_reason or "",
        times_printed=printed,
        move_in=move_in_term(row.received_on) if row.received_on else None,
        lapsed_on=row.lapsed_on,
        moved_in=moved_in,
        living=living,
        stay_id=stay_id,
        moved_in_on=date.fromisoformat(moved_in_on) if moved_in_on else None,
        left_on=date.fromisoformat(left_on) if left_on else None,
        beds=tuple(f"{room}-{bed}" for room, bed in beds),
    )


def _first_ahead(case: ReferralCase) -> ApplicationLink | None:
    if case.first_ahead_id is None:
        return None
    return ApplicationLink(case.first_ahead_id, case.first_ahead)


def _link(application: Application | None) -> ApplicationLink | None:
    return ApplicationLink(application.id, application.number) if application else None
