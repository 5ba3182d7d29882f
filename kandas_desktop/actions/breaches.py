"""A file from a breach of the rules to the decision, each step recorded on its day (r.13, r.14, r.16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peewee import fn

from kandas_desktop.actions.acts import DECIDING, Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.breaches import (
    breach_file,
    breach_number,
    breach_people,
    household_residents,
    last_proposal,
)
from kandas_desktop.models.cases import last_written_on
from kandas_desktop.models.stay_tables import Breach, BreachPerson, HouseholdContact, Stay
from kandas_desktop.rules.breaches import (
    Decision,
    Outcome,
    evicted_on,
    obstacles_to_closing,
    obstacles_to_decision,
    obstacles_to_notice,
    obstacles_to_proposal,
    obstacles_to_recording,
    obstacles_to_registering,
    possible_contacts,
)
from kandas_desktop.rules.letters import clean, clean_lines
from kandas_desktop.rules.stays import EndReason, Resident


@dataclass(frozen=True, slots=True)
class BreachRequest:
    """What happened when, and whom of a household it concerns."""

    household_id: int
    happened_on: date
    facts: str
    stay_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DecisionRequest:
    """What the local executive body decided; who must leave, and who speaks for the others then."""

    breach_id: int
    outcome: Outcome
    number: str
    decided_on: date
    leaving_stay_ids: tuple[int, ...] = ()
    contact_stay_id: int | None = None


def record_breach(desk: Desk, request: BreachRequest) -> int:
    """Write a breach down and return its id (r.13). Raises ``Refused``."""
    facts = clean_lines(request.facts)
    with desk.transaction():
        household = household_residents(request.household_id, today=desk.today)
        refuse_if(
            obstacles_to_recording(
                household,
                chosen=request.stay_ids,
                happened_on=request.happened_on,
                facts=facts,
                today=desk.today,
                last_on=last_written_on(),
            )
        )
        act = Act(desk)
        breach = act.add(
            Breach,
            household=request.household_id,
            happened_on=request.happened_on,
            facts=facts,
            recorded_on=desk.today,
            registered_number="",
            decision_number="",
        )
        for stay_id in sorted(set(request.stay_ids)):
            act.add(BreachPerson, breach=breach.id, stay=stay_id, is_to_leave=False)
        act.close("record", "breach", breach.id, people=_names(household, request.stay_ids))
    return int(breach.id)


def close_breach(desk: Desk, breach_id: int, *, reason: str) -> int:
    """Close a file without a decision, with a reason, and return the act's id; its number stays.

    Raises ``Refused``.
    """
    reason = clean(reason)
    with desk.transaction():
        breach = Breach.get_by_id(breach_id)
        refuse_if(obstacles_to_closing(breach_file(breach), reason=reason, today=desk.today))
        act = Act(desk)
        act.change(breach, closed_on=desk.today, closed_reason=reason)
        return act.close("close", "breach", breach_id, reason=reason)


def propose(desk: Desk, breach_id: int, *, proposed_on: date) -> None:
    """Give the proposal its number, without gaps within its year (r.13). Raises ``Refused``.

    A number is not taken back: a file that was a mistake is closed.
    """
    with desk.transaction():
        breach = Breach.get_by_id(breach_id)
        people = breach_people(breach_id)
        household = household_residents(breach.household_id, today=desk.today)
        concerned = [resident for resident in household if resident.stay_id in people]
        refuse_if(
            obstacles_to_proposal(
                breach_file(breach),
                concerned,
                proposed_on=proposed_on,
                today=desk.today,
                last=last_proposal(proposed_on.year),
            )
        )
        breach.year = proposed_on.year
        last = Breach.select(fn.MAX(Breach.sequence)).where(Breach.year == breach.year).scalar()
        breach.sequence = (last or 0) + 1
        breach.proposed_on = proposed_on
        breach.save(only=[Breach.year, Breach.sequence, Breach.proposed_on])
        desk.record(
            "propose", "breach", breach_id, number=breach_number(breach), proposed_on=proposed_on.isoformat()
        )


def register_proposal(desk: Desk, breach_id: int, *, registered_on: date, number: str = "") -> int:
    """Write down when the local executive body registered the proposal, and return the act's id (r.14).

    The decision is due on the next working day. Raises ``Refused``.
    """
    with desk.transaction():
        breach = Breach.get_by_id(breach_id)
        refuse_if(
            obstacles_to_registering(breach_file(breach), registered_on=registered_on, today=desk.today)
        )
        act = Act(desk)
        act.change(breach, registered_on=registered_on, registered_number=clean(number))
        act.rest_on(breach, "decided_on")
        return act.close("register proposal", "breach", breach_id, registered_on=registered_on.isoformat())


def record_decision(desk: Desk, request: DecisionRequest) -> int:
    """Record the decision and return the act's id (r.14, r.16): it ends the stays of those who must leave.

    The stays end on the day of the decision, or by their term where that was sooner; from then r.17's days
    run. Raises ``Refused``.
    """
    decision = _decision(request)
    with desk.transaction():
        breach = Breach.get_by_id(request.breach_id)
        household = household_residents(breach.household_id, today=desk.today)
        refuse_if(obstacles_to_decision(breach_file(breach), decision, household, today=desk.today))
        act = Act(desk)
        act.change(
            breach,
            outcome=decision.outcome.value,
            decision_number=decision.number,
            decided_on=decision.decided_on,
        )
        act.rest_on(breach, "notified_on")
        leaving = [resident for resident in household if resident.stay_id in decision.leaving]
        for resident in leaving:
            _put_out(act, breach, resident, decision.decided_on)
        if decision.contact is not None and possible_contacts(household, leaving=decision.leaving):
            act.add(
                HouseholdContact, household=breach.household_id, stay=decision.contact, chosen_on=desk.today
            )
        subject, verb = DECIDING
        return act.close(
            verb,
            subject,
            request.breach_id,
            outcome=decision.outcome,
            number=decision.number,
            decided_on=decision.decided_on.isoformat(),
            people=_names(household, decision.leaving),
        )


def notify(desk: Desk, breach_id: int, *, notified_on: date) -> int:
    """Record the day on which the family was told of the decision, and return the act's id (r.14).

    Raises ``Refused``.
    """
    with desk.transaction():
        breach = Breach.get_by_id(breach_id)
        refuse_if(obstacles_to_notice(breach_file(breach), notified_on=notified_on, today=desk.today))
        act = Act(desk)
        act.change(breach, notified_on=notified_on)
        return act.close("notify", "breach", breach_id, notified_on=notified_on.isoformat())


def _decision(request: DecisionRequest) -> Decision:
    may_stay = request.outcome is Outcome.KEEP
    return Decision(
        outcome=request.outcome,
        number=clean(request.number),
        decided_on=request.decided_on,
        leaving=frozenset() if may_stay else frozenset(request.leaving_stay_ids),
        contact=None if may_stay else request.contact_stay_id,
    )


def _put_out(act: Act, breach: Breach, resident: Resident, decided_on: date) -> None:
    named = BreachPerson.get_or_none(BreachPerson.breach == breach.id, BreachPerson.stay == resident.stay_id)
    if named is None:
        act.add(BreachPerson, breach=breach.id, stay=resident.stay_id, is_to_leave=True)
    else:
        act.change(named, is_to_leave=True)
    stay = Stay.get_by_id(resident.stay_id)
    act.change(
        stay,
        ended_on=evicted_on(resident, decided_on),
        ended_because=EndReason.EVICTED.value,
        breach=breach.id,
    )
    act.rest_on(stay, "left_on")


def _names(household: Sequence[Resident], stay_ids: Sequence[int] | frozenset[int]) -> list[str]:
    return [resident.name for resident in household if resident.stay_id in stay_ids]
