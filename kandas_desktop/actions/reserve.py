"""Passing over one who waits in the reserve, by the local executive body's written decision (r.8)."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, found_in, refuse_if
from kandas_desktop.models.referring import clock_behind
from kandas_desktop.models.reserve import passed_over_for, waiting_queue
from kandas_desktop.models.stay_tables import PassingOver
from kandas_desktop.models.tables import ReserveEntry
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.reserve import obstacles_to_passing_over


@dataclass(frozen=True, slots=True)
class PassingOverRequest:
    """A decision by which those who wait before are passed over in favour of one application."""

    preferred_id: int
    passed_ids: tuple[int, ...]
    number: str
    decided_on: date
    reason: str


def pass_over(desk: Desk, request: PassingOverRequest) -> int:
    """Record the decision and return the act's id; whoever is passed over keeps the place (r.8).

    Raises ``Refused`` with everything that the decision lacks.
    """
    number, reason = clean(request.number), clean(request.reason)
    passed_ids = tuple(dict.fromkeys(request.passed_ids))
    with desk.transaction():
        queue = {one.application_id: one for one in waiting_queue()}
        refuse_if(
            found_in(clock_behind(today=desk.today))
            + obstacles_to_passing_over(
                queue.get(request.preferred_id),
                [queue.get(passed_id) for passed_id in passed_ids],
                already_passed=passed_over_for(request.preferred_id),
                number=number,
                decided_on=request.decided_on,
                reason=reason,
                today=desk.today,
            )
        )
        act = Act(desk)
        for passed_id in passed_ids:
            act.add(
                PassingOver,
                passed=passed_id,
                preferred=request.preferred_id,
                number=number,
                decided_on=request.decided_on,
                reason=reason,
                recorded_on=desk.today,
            )
        # Once the preferred one had the referral, the decision is what proves the order.
        place = ReserveEntry.get(ReserveEntry.application == request.preferred_id)
        act.rest_on(place, "left_on")
        return act.close(
            "pass over",
            "application",
            request.preferred_id,
            number=number,
            decided_on=request.decided_on,
            reason=reason,
            passed=passed_ids,
        )
