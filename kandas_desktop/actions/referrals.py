"""A referral's life: issued, handed over, struck out (r.3, r.8, r.9)."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.consideration import leave_reserve
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.cases import birth_date, last_written_on, paper_birth, people_rows, referral_case
from kandas_desktop.models.indexing import index_application
from kandas_desktop.models.numbering import next_referral_number
from kandas_desktop.models.tables import Application, Office, Referral, ReferralPerson, ReserveEntry
from kandas_desktop.rules.household import PersonName
from kandas_desktop.rules.obstacles import (
    obstacles_to_handing_over,
    obstacles_to_referral,
    obstacles_to_striking_out_referral,
)
from kandas_desktop.rules.terms import considered_on


@dataclass(frozen=True, slots=True)
class ReferralRequest:
    """The application on which a referral is asked for."""

    application_id: int


def issue_referral(desk: Desk, request: ReferralRequest) -> int:
    """Issue the referral of an application and return its id (r.3, r.8).

    It is dated today, or with the day of registration where that is still to come (r.6). Whom it names, by
    which words, and who signs it are written down with it, so that the paper stays the same. Raises
    ``Refused`` with every obstacle.
    """
    with desk.transaction():
        application = Application.get_by_id(request.application_id)
        day = considered_on(application.registered_on, desk.today)
        refuse_if(obstacles_to_referral(referral_case(application, day, today=desk.today), on=day))
        referral = _numbered_referral(application, day)
        _name_people(referral, application)
        leave_reserve(application, on=day, because="referred")
        application.considered_on = application.considered_on or day
        application.save(only=[Application.considered_on])
        index_application(desk.database, application.id)
        desk.record("issue", "referral", referral.id, number=referral.number)
    return int(referral.id)


def _numbered_referral(application: Application, day: date) -> Referral:
    office = Office.get_by_id(1)
    sequence, number = next_referral_number(day.year)
    return Referral.create(
        application=application,
        year=day.year,
        sequence=sequence,
        number=number,
        issued_on=day,
        people=application.people,
        local_body_name=office.local_body_name,
        local_body_head=office.local_body_head,
    )


def _name_people(referral: Referral, application: Application) -> None:
    ReferralPerson.insert_many(
        [
            {
                "referral": referral.id,
                "application_person": row.id,
                "position": row.position,
                "name": PersonName(row.person.surname, row.person.given_name, row.person.patronymic).full,
                "born": paper_birth(birth_date(row.person)),
                "kinship": row.kinship,
                "shares_bed": False,
            }
            for row in people_rows([application.id])
        ]
    ).execute()


def hand_over_referral(desk: Desk, referral_id: int, *, received_on: date) -> None:
    """Record the day on which the family received the referral, from which r.9 counts. Raises ``Refused``."""
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        refuse_if(
            obstacles_to_handing_over(
                issued_on=referral.issued_on,
                received_on=received_on,
                today=desk.today,
                is_struck_out=referral.struck_out_on is not None,
                is_handed_over=referral.received_on is not None,
                last_on=last_written_on(),
            )
        )
        referral.received_on = received_on
        referral.save(only=[Referral.received_on])
        desk.record("hand over", "referral", referral.id, received_on=received_on)


def strike_out_referral(desk: Desk, referral_id: int, *, reason: str) -> None:
    """Strike a referral out with a reason; its application stands where it stood before, in its place (r.8).

    Raises ``Refused``.
    """
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        refuse_if(
            obstacles_to_striking_out_referral(
                is_struck_out=referral.struck_out_on is not None, reason=reason
            )
        )
        referral.struck_out_on = desk.today
        referral.struck_out_reason = reason.strip()
        referral.save(only=[Referral.struck_out_on, Referral.struck_out_reason])
        _reopen(referral.application, today=desk.today)
        desk.record("strike out", "referral", referral.id, reason=reason.strip())


def _reopen(application: Application, *, today: date) -> None:
    """Give an application its place in the reserve back (r.8); one that never waited is due again (r.6).

    It is due on the day on which the referral was struck out, whenever it was registered.
    """
    returned_to_reserve = (
        ReserveEntry.update(left_on=None, left_because=None)
        .where(ReserveEntry.application == application)
        .execute()
    )
    if not returned_to_reserve:
        application.considered_on = None
        application.reopened_on = considered_on(application.registered_on, today)
        application.save(only=[Application.considered_on, Application.reopened_on])
