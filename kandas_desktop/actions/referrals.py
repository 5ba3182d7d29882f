"""A referral's life: issued, handed over, struck out (r.3, r.8, r.9)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.consideration import leave_reserve
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.cases import (
    application_standing,
    birth_date,
    consideration_day,
    last_written_on,
    paper_birth,
    people_rows,
    term_calendar,
)
from kandas_desktop.models.house import house
from kandas_desktop.models.indexing import index_application
from kandas_desktop.models.numbering import next_referral_number
from kandas_desktop.models.referring import OPEN, clock_behind, household_id_of, lives_here, referral_case
from kandas_desktop.models.stay_tables import BedUse
from kandas_desktop.models.tables import Application, Office, Referral, ReferralPerson, ReserveEntry
from kandas_desktop.rules.beds import obstacles_to_sharing, seekers_among
from kandas_desktop.rules.fitting import obstacles_to_beds
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import (
    NOTHING_TO_PROPOSE,
    Obstacle,
    ReferralCase,
    obstacles_to_referral,
    obstacles_to_striking_out_referral,
)
from kandas_desktop.rules.receipts import is_move_in_overdue, obstacles_to_handing_over


@dataclass(frozen=True, slots=True)
class ReferralRequest:
    """The application on which a referral is asked for, and the beds that it is to hold.

    ``beds`` are by position; ``None`` stands for those that are proposed. Infants at the positions
    ``sharing`` share the bed of somebody of the household; ``None`` stands for those who usually do, or for
    nobody where beds were chosen.
    """

    application_id: int
    beds: Mapping[int, int] | None = None
    sharing: frozenset[int] | None = None


def issue_referral(desk: Desk, request: ReferralRequest) -> int:
    """Issue the referral of an application, which holds its beds, and return its id (r.3, r.8).

    It is dated today, or with the day of registration where that is still to come (r.6). Whom it names, by
    which words, and who signs it are written down with it, so that the paper stays the same. Raises
    ``Refused`` with every obstacle.
    """
    with desk.transaction():
        application = Application.get_by_id(request.application_id)
        day = consideration_day(application, desk.today)
        chosen = frozenset[int]() if request.beds is not None else None
        sharing = chosen if request.sharing is None else request.sharing
        case = referral_case(application, day, today=desk.today, sharing=sharing)
        refuse_if(_obstacles_to_request(desk, application, request, case, day))
        referral = _numbered_referral(application, day)
        _name_people(referral, application, case.sharing)
        held = _hold_beds(desk, referral, request, case)
        leave_reserve(application, on=day, because="referred")
        application.considered_on = application.considered_on or day
        application.save(only=[Application.considered_on])
        index_application(desk.database, application.id)
        desk.record("issue", "referral", referral.id, number=referral.number, beds=held)
    return int(referral.id)


def _obstacles_to_request(
    desk: Desk, application: Application, request: ReferralRequest, case: ReferralCase, day: date
) -> list[Obstacle]:
    found = obstacles_to_referral(case, on=day)
    if case.standing not in OPEN or (request.beds is None and not case.sharing):
        return found
    seen, household_id = house(desk.database, day), household_id_of(application)
    found += obstacles_to_sharing(
        case.people, sharing=case.sharing, lives_here=lives_here(seen, household_id), on=day
    )
    if request.beds is not None:
        # Where nothing can be proposed, beds may be chosen by hand: they are judged one by one.
        found = [obstacle for obstacle in found if obstacle.kind not in NOTHING_TO_PROPOSE]
        if not case.clock_behind and (behind := clock_behind(request.beds.values(), today=desk.today)):
            found.append(behind)
        seekers = seekers_among(case.people, sharing=case.sharing)
        found += obstacles_to_beds(seen, seekers, request.beds, household_id=household_id)
    return found


def _hold_beds(desk: Desk, referral: Referral, request: ReferralRequest, case: ReferralCase) -> list[str]:
    """Hold a bed for everybody who needs one, from now on; returns what the beds are called."""
    chosen = request.beds
    if chosen is None:
        chosen = case.proposal.beds if case.proposal else {}
    rows = ReferralPerson.select().where(ReferralPerson.referral == referral, ReferralPerson.shares_bed == 0)
    held = [
        BedUse.create(bed=chosen[row.position], referral_person=row, began_on=desk.today)
        for row in rows.order_by(ReferralPerson.position)
    ]
    return [f"{use.bed.room.name}-{use.bed.name}" for use in held]


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


def _name_people(referral: Referral, application: Application, sharing: Collection[int]) -> None:
    ReferralPerson.insert_many(
        [
            {
                "referral": referral.id,
                "application_person": row.id,
                "position": row.position,
                "name": PersonName(row.person.surname, row.person.given_name, row.person.patronymic).full,
                "born": paper_birth(birth_date(row.person)),
                "kinship": row.kinship,
                "shares_bed": row.position in sharing,
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

    The beds that it held are free again. Raises ``Refused``.
    """
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        standing = application_standing(referral.application)
        calendar = term_calendar(Office.get_by_id(1))
        refuse_if(
            obstacles_to_striking_out_referral(
                is_struck_out=referral.struck_out_on is not None,
                reason=reason,
                standing=standing,
                is_overdue=is_move_in_overdue(
                    referral.received_on, standing=standing, today=desk.today, calendar=calendar
                ),
            )
        )
        _release_beds(referral, today=desk.today)
        referral.struck_out_on = desk.today
        referral.struck_out_reason = reason.strip()
        referral.save(only=[Referral.struck_out_on, Referral.struck_out_reason])
        _reopen(referral.application, today=desk.today)
        desk.record("strike out", "referral", referral.id, reason=reason.strip())


def _release_beds(referral: Referral, *, today: date) -> None:
    named = ReferralPerson.select(ReferralPerson.id).where(ReferralPerson.referral == referral)
    for hold in BedUse.select().where(BedUse.referral_person.in_(named), BedUse.ended_on.is_null()):
        hold.ended_on = max(today, hold.began_on)
        hold.save(only=[BedUse.ended_on])


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
        application.reopened_on = consideration_day(application, today)
        application.save(only=[Application.considered_on, Application.reopened_on])
