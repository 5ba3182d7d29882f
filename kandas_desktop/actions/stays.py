"""A stay from the first day to the last: its status, its contact, its leaving (r.14 to r.17)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kandas_desktop.actions.acts import KNOWING, Act
from kandas_desktop.actions.desk import Desk, found_in, refuse_if
from kandas_desktop.models.cases import last_written_on
from kandas_desktop.models.referring import clock_behind
from kandas_desktop.models.stay_tables import HouseholdContact, Stay
from kandas_desktop.models.stays import (
    eviction_of,
    household_rows,
    kandas_status,
    live_use,
    person_name,
    residents,
    stay_rows,
)
from kandas_desktop.models.tables import Person
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.status_changes import obstacles_to_status
from kandas_desktop.rules.stays import (
    EndReason,
    Resident,
    end_of_stay,
    needs_contact,
    obstacles_to_contact,
    obstacles_to_leaving,
)


@dataclass(frozen=True, slots=True)
class LeavingRequest:
    """Who left when, why and where to; who speaks for those who stay, where the contact leaves (r.14)."""

    stay_ids: tuple[int, ...]
    left_on: date
    because: EndReason
    destination: str = ""
    contact_stay_id: int | None = None


def record_leaving(desk: Desk, request: LeavingRequest) -> int:
    """Record that residents are really out, and return the act's id (r.16, r.17); their beds are made ready.

    Whoever leaves after the stay was over leaves a stay that ended on its last day. Raises ``Refused``.
    """
    with desk.transaction():
        rows = stay_rows(request.stay_ids)
        leaving, staying = residents(rows, today=desk.today), _staying(rows, today=desk.today)
        refuse_if(
            obstacles_to_leaving(
                leaving,
                staying,
                left_on=request.left_on,
                because=request.because,
                contact=request.contact_stay_id,
                today=desk.today,
                unknown=len(set(request.stay_ids)) - len(rows),
                last_on=last_written_on(),
            )
        )
        act = Act(desk)
        for row, resident in zip(rows, leaving, strict=True):
            _let_go(act, row, resident, request)
        if request.contact_stay_id is not None and needs_contact(leaving, staying):
            _add_contact(act, rows[0].household_id, request.contact_stay_id)
        return act.close(
            "leave",
            "application",
            rows[0].household_id,
            stays=[row.id for row in rows],
            people=[resident.name for resident in leaving],
            left_on=request.left_on,
            because=request.because,
            destination=clean(request.destination),
        )


def _staying(leaving: Sequence[Stay], *, today: date) -> list[Resident]:
    gone = {row.id for row in leaving}
    households = {row.household_id for row in leaving}
    rows = [row for household in sorted(households) for row in household_rows(household)]
    return residents([row for row in rows if row.id not in gone and row.left_on is None], today=today)


def _let_go(act: Act, row: Stay, resident: Resident, request: LeavingRequest) -> None:
    ended_on, because = end_of_stay(resident, left_on=request.left_on, because=request.because)
    decision = eviction_of(row.id) if because is EndReason.EVICTED else None
    act.change(
        row,
        ended_on=ended_on,
        ended_because=because.value,
        breach=decision.id if decision else None,
        left_on=request.left_on,
        destination=clean(request.destination),
    )
    use = live_use(row.referral_person_id)
    if use is not None:
        act.change(use, ended_on=request.left_on)


def change_status(desk: Desk, person_id: int, status: KandasStatus, *, reason: str) -> int:
    """Write down what is known of a person's status now, and return the act's id (r.15; art. 25).

    Why it ended is written with the day on which it did. Raises ``Refused``.
    """
    if status.ended_on is None:
        status = replace(status, ended_because=None)
    with desk.transaction():
        person = Person.get_by_id(person_id)
        before = kandas_status(person)
        refuse_if(obstacles_to_status(before, status, reason=reason, today=desk.today))
        act = Act(desk)
        act.change(
            person,
            status_given_on=status.given_on,
            status_extended_until=status.extended_until,
            status_ended_on=status.ended_on,
            status_ended_because=status.ended_because.value if status.ended_because else None,
        )
        subject, verb = KNOWING
        return act.close(
            verb,
            subject,
            person_id,
            name=person_name(person).full,
            before=_told(before),
            after=_told(status),
            reason=clean(reason),
        )


def _told(status: KandasStatus) -> dict[str, str]:
    """What is known of a status, as the audit keeps it."""
    facts = {
        "given_on": status.given_on,
        "extended_until": status.extended_until,
        "ended_on": status.ended_on,
        "ended_because": status.ended_because,
    }
    return {name: str(value) for name, value in facts.items() if value is not None}


def choose_contact(desk: Desk, household_id: int, stay_id: int) -> int:
    """Record who speaks for a household from now on (r.14), and return the act's id. Raises ``Refused``."""
    with desk.transaction():
        rows = household_rows(household_id)
        unfit = obstacles_to_contact(residents(rows, today=desk.today), stay_id)
        refuse_if(found_in(clock_behind(today=desk.today)) + unfit)
        act = Act(desk)
        _add_contact(act, household_id, stay_id)
        chosen = next(row for row in rows if row.id == stay_id)
        name = person_name(chosen.person).full
        return act.close("choose contact", "application", household_id, stays=[stay_id], people=[name])


def _add_contact(act: Act, household_id: int, stay_id: int) -> None:
    act.add(HouseholdContact, household=household_id, stay=stay_id, chosen_on=act.desk.today)
