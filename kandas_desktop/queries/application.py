"""One application as the journal's side panel shows it: its people, and what may be done with it."""

from datetime import date, datetime
from typing import NamedTuple

from kandas_desktop.models.cases import (
    household_person,
    live_referral,
    people_rows,
    referral_case,
    reserve_queue,
)
from kandas_desktop.models.numbering import next_referral_number
from kandas_desktop.models.tables import Application, ApplicationPerson, Referral
from kandas_desktop.rules.beds import Beds
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.obstacles import (
    Condition,
    Obstacle,
    conditions_met,
    obstacles_to_referral,
    obstacles_to_reserve,
)
from kandas_desktop.rules.standing import Standing


class PersonRow(NamedTuple):
    """One person of an application, with everything the desk wrote down."""

    id: int
    household: HouseholdPerson
    sex: str | None
    birth_place: str
    origin_country: str
    citizenship: str
    latin_name: str
    native_name: str
    certificate_number: str
    certificate_issued_on: date | None


class ReferralRow(NamedTuple):
    """A referral of an application."""

    id: int
    number: str
    issued_on: date
    people: int
    received_on: date | None
    struck_out_on: date | None
    struck_out_reason: str


class ApplicationDetail(NamedTuple):
    """An application with its people, its standing on a day, and what the order says of the next step."""

    id: int
    number: str
    sequence: int
    arrived_at: datetime
    registered_on: date
    standing: Standing
    reserve_place: int
    people: tuple[PersonRow, ...]
    beds: Beds
    obstacles: tuple[Obstacle, ...]
    conditions: tuple[Condition, ...]
    obstacles_to_reserve: tuple[Obstacle, ...]
    referral: ReferralRow | None
    struck_out_referrals: tuple[ReferralRow, ...]
    next_referral_number: str
    returned_reason: str
    struck_out_on: date | None
    struck_out_reason: str
    previous_number: str

    @property
    def applicant(self) -> PersonRow:
        return self.people[0]


def application_detail(application_id: int, on: date) -> ApplicationDetail:
    """Everything the side panel shows of an application on a day."""
    application = Application.get_by_id(application_id)
    case = referral_case(application, on)
    waiting = [waiter.id for waiter in reserve_queue()]
    referral = live_referral(application_id)
    struck_out = Referral.select().where(
        Referral.application == application_id, Referral.struck_out_on.is_null(False)
    )
    return ApplicationDetail(
        id=application.id,
        number=application.number,
        sequence=application.sequence,
        arrived_at=application.arrived_at,
        registered_on=application.registered_on,
        standing=case.standing,
        reserve_place=waiting.index(application.id) + 1 if application.id in waiting else 0,
        people=tuple(_person_row(row) for row in people_rows([application_id])),
        beds=case.beds,
        obstacles=tuple(obstacles_to_referral(case, on=on)),
        conditions=tuple(conditions_met(case, on=on)),
        obstacles_to_reserve=tuple(obstacles_to_reserve(case)),
        referral=_referral_row(referral) if referral else None,
        struck_out_referrals=tuple(_referral_row(row) for row in struck_out.order_by(Referral.id)),
        next_referral_number=next_referral_number(on.year).number,
        returned_reason=application.returned_reason or "",
        struck_out_on=application.struck_out_on,
        struck_out_reason=application.struck_out_reason or "",
        previous_number=application.previous.number if application.previous else "",
    )


def _person_row(row: ApplicationPerson) -> PersonRow:
    person = row.person
    return PersonRow(
        id=row.id,
        household=household_person(row),
        sex=person.sex,
        birth_place=person.birth_place,
        origin_country=person.origin_country,
        citizenship=person.citizenship,
        latin_name=person.latin_name,
        native_name=person.native_name,
        certificate_number=person.certificate_number,
        certificate_issued_on=person.certificate_issued_on,
    )


def _referral_row(row: Referral) -> ReferralRow:
    return ReferralRow(
        id=row.id,
        number=row.number,
        issued_on=row.issued_on,
        people=row.people,
        received_on=row.received_on,
        struck_out_on=row.struck_out_on,
        struck_out_reason=row.struck_out_reason or "",
    )
