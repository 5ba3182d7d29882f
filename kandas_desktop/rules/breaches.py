"""From a breach of the rules to the decision and what follows: each step and what stands in its way."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import (
    Obstacle,
    ObstacleKind,
    in_future,
    obstacle_in_clock,
    reason_missing,
)
from kandas_desktop.rules.registers import LastEntry, obstacles_to_next_number
from kandas_desktop.rules.stays import EndReason, Resident, obstacles_to_contact, speakers


class Outcome(StrEnum):
    """What the local executive body decided (r.14)."""

    KEEP = "keep"
    EVICT = "evict"


class Stage(StrEnum):
    """How far the file of a breach has come."""

    RECORDED = "recorded"
    PROPOSED = "proposed"
    REGISTERED = "registered"
    DECIDED_KEEP = "decided to keep"
    DECIDED_EVICT = "decided to evict"
    NOTIFIED = "notified"
    OUT = "out"
    CLOSED = "closed"


class BreachPaper(StrEnum):
    """The papers of a breach that are kept as they left."""

    PROPOSAL = "proposal"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class BreachFile:
    """The days of a breach's file; what has not happened is ``None``."""

    happened_on: date
    proposed_on: date | None = None
    registered_on: date | None = None
    outcome: Outcome | None = None
    decided_on: date | None = None
    notified_on: date | None = None
    closed_on: date | None = None
    left_on: tuple[date | None, ...] = ()
    """For everybody whom the decision puts out, the day on which they really left."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the local executive body as it is to be recorded (r.14, r.16)."""

    outcome: Outcome
    number: str
    decided_on: date
    leaving: frozenset[int] = frozenset()
    """The stays that it ends; of nobody where all may stay."""
    contact: int | None = None
    """The stay of whoever speaks for the others from now on, where the contact has to leave."""


def stage(file: BreachFile) -> Stage:
    """How far a file has come; that all are out weighs more than that nobody gave them the notice."""
    if file.closed_on is not None:
        return Stage.CLOSED
    if file.left_on and None not in file.left_on:
        return Stage.OUT
    if file.notified_on is not None:
        return Stage.NOTIFIED
    if file.outcome is not None:
        return Stage.DECIDED_KEEP if file.outcome is Outcome.KEEP else Stage.DECIDED_EVICT
    if file.registered_on is not None:
        return Stage.REGISTERED
    return Stage.RECORDED if file.proposed_on is None else Stage.PROPOSED


def is_finished(file: BreachFile) -> bool:
    """Whether nothing is left to do: closed, everybody out, or all told that they may stay."""
    reached = stage(file)
    may_stay = file.outcome is Outcome.KEEP
    return reached in (Stage.CLOSED, Stage.OUT) or (reached is Stage.NOTIFIED and may_stay)


def obstacles_to_recording(
    household: Sequence[Resident],
    *,
    chosen: Collection[int],
    happened_on: date,
    facts: str,
    today: date,
    last_on: date | None = None,
) -> list[Obstacle]:
    """Why a breach cannot be written down (r.13): who broke the rules must have lived here then.

    ``last_on`` is the last day on which something was written, where a clock was set back.
    """
    concerned = [resident for resident in household if resident.stay_id in chosen]
    behind = obstacle_in_clock(today=today, last_on=last_on)
    found = ([behind] if behind else []) + _obstacles_in_choice(concerned, chosen, Clause.R13)
    for resident in concerned:
        if resident.left_on is not None:
            found.append(Obstacle(ObstacleKind.LEFT, Clause.R13, name=resident.name))
        elif happened_on < resident.moved_in_on:
            found.append(_too_early(resident.moved_in_on, Clause.R13, Milestone.MOVED_IN, name=resident.name))
    if not facts.strip():
        found.append(Obstacle(ObstacleKind.FACTS_MISSING, Clause.R13))
    return found + in_future(happened_on, today)


def obstacles_to_closing(file: BreachFile, *, reason: str, today: date) -> list[Obstacle]:
    """Why a file cannot be closed without a decision; once there is one, it runs to its end (r.14)."""
    if file.closed_on is not None:
        return [Obstacle(ObstacleKind.FILE_CLOSED)]
    last_on = file.registered_on or file.proposed_on or file.happened_on
    behind = obstacle_in_clock(today=today, last_on=last_on)
    found = [behind] if behind else []
    if file.outcome is not None:
        found.append(Obstacle(ObstacleKind.STEP_DONE, Clause.R14))
    return found + reason_missing(reason)


def obstacles_to_proposal(
    file: BreachFile,
    concerned: Sequence[Resident],
    *,
    proposed_on: date,
    today: date,
    last: LastEntry | None = None,
) -> list[Obstacle]:
    """Why nothing can be proposed to the local executive body (r.13): somebody must still be there to go.

    ``last`` is the proposal of that year with the last number, before which none is dated.
    """
    if file.closed_on is not None:
        return [Obstacle(ObstacleKind.FILE_CLOSED)]
    if file.proposed_on is not None:
        return [Obstacle(ObstacleKind.STEP_DONE, Clause.R13)]
    found = []
    if all(resident.left_on is not None for resident in concerned):
        names = ", ".join(resident.name for resident in concerned)
        found.append(Obstacle(ObstacleKind.LEFT, Clause.R13, name=names))
    if proposed_on < file.happened_on:
        found.append(_too_early(file.happened_on, Clause.R13, Milestone.BREACH_HAPPENED))
    found += obstacles_to_next_number(last, on=proposed_on, today=today, clause=Clause.R13)
    return found + in_future(proposed_on, today)


def obstacles_to_registering(file: BreachFile, *, registered_on: date, today: date) -> list[Obstacle]:
    """Why it cannot be written down that the local executive body registered the proposal (r.14)."""
    if file.closed_on is not None:
        return [Obstacle(ObstacleKind.FILE_CLOSED)]
    if file.proposed_on is None:
        return [Obstacle(ObstacleKind.PROPOSAL_MISSING, Clause.R13)]
    if file.registered_on is not None:
        return [Obstacle(ObstacleKind.STEP_DONE, Clause.R14)]
    return _obstacles_in_day(registered_on, not_before=file.proposed_on, today=today, clause=Clause.R14)


def obstacles_to_decision(
    file: BreachFile, decision: Decision, household: Sequence[Resident], *, today: date
) -> list[Obstacle]:
    """Why a decision cannot be recorded (r.14, r.16): for the family, or for single members of it."""
    before = obstacles_before_decision(file)
    if before or file.registered_on is None:
        return before
    found = []
    if not decision.number.strip():
        found.append(Obstacle(ObstacleKind.DECISION_NUMBER_MISSING, Clause.R16))
    found += _obstacles_in_day(
        decision.decided_on, not_before=file.registered_on, today=today, clause=Clause.R14
    )
    if decision.outcome is Outcome.KEEP:
        return found
    return found + _obstacles_in_eviction(decision, household)


def obstacles_before_decision(file: BreachFile) -> list[Obstacle]:
    """What has to come before a decision can be recorded, or that there is one already (r.13, r.14)."""
    if file.closed_on is not None:
        return [Obstacle(ObstacleKind.FILE_CLOSED)]
    if file.proposed_on is None:
        return [Obstacle(ObstacleKind.PROPOSAL_MISSING, Clause.R13)]
    if file.registered_on is None:
        return [Obstacle(ObstacleKind.NOT_REGISTERED, Clause.R14)]
    return [] if file.outcome is None else [Obstacle(ObstacleKind.STEP_DONE, Clause.R14)]


def obstacles_to_notice(file: BreachFile, *, notified_on: date, today: date) -> list[Obstacle]:
    """Why it cannot be recorded that the family was told of the decision (r.14, r.17)."""
    if file.decided_on is None:
        return obstacles_to_notice_paper(file)
    if file.notified_on is not None:
        return [Obstacle(ObstacleKind.STEP_DONE, Clause.R14)]
    return _obstacles_in_day(notified_on, not_before=file.decided_on, today=today, clause=Clause.R14)


def obstacles_to_proposal_paper(file: BreachFile) -> list[Obstacle]:
    """Why the proposal cannot be printed: it has no day and number before it is made (r.13)."""
    return [Obstacle(ObstacleKind.PROPOSAL_MISSING, Clause.R13)] if file.proposed_on is None else []


def obstacles_to_notice_paper(file: BreachFile) -> list[Obstacle]:
    """Why the notice of the decision cannot be printed: nobody is told what was not decided (r.14, r.16)."""
    if file.decided_on is not None:
        return []
    closed = [Obstacle(ObstacleKind.FILE_CLOSED)] if file.closed_on is not None else []
    return [*closed, Obstacle(ObstacleKind.DECISION_MISSING, Clause.R16)]


class NobodySpeaks(StrEnum):
    """Why nobody is left who could speak for those who stay (r.14)."""

    ONLY_MINORS = "only minors stay"
    ALL_PUT_OUT = "every adult has to leave"


def possible_contacts(household: Sequence[Resident], *, leaving: Collection[int]) -> list[Resident]:
    """Who may speak for those who stay where the contact has to leave (r.14); empty where nobody has to."""
    return speakers(_staying(household, leaving)) if _is_contact_leaving(household, leaving) else []


def why_nobody_speaks(household: Sequence[Resident], *, leaving: Collection[int]) -> NobodySpeaks | None:
    """Why nobody is asked for where the contact leaves and others stay; ``None`` where somebody is (r.14)."""
    staying = _staying(household, leaving)
    if not staying or not _is_contact_leaving(household, leaving) or speakers(staying):
        return None
    are_minors = not any(resident.is_adult for resident in staying)
    return NobodySpeaks.ONLY_MINORS if are_minors else NobodySpeaks.ALL_PUT_OUT


def _staying(household: Sequence[Resident], leaving: Collection[int]) -> list[Resident]:
    return [one for one in household if one.left_on is None and one.stay_id not in leaving]


def _is_contact_leaving(household: Sequence[Resident], leaving: Collection[int]) -> bool:
    return any(resident.is_contact and resident.stay_id in leaving for resident in household)


def evicted_on(resident: Resident, decided_on: date) -> date:
    """The last day of a stay that a decision ends, from which r.17's days run; never after its term's.

    Nor before the stay began, where a status was over even then.
    """
    return max(min(decided_on, resident.ends_on), resident.moved_in_on)


def _obstacles_in_eviction(decision: Decision, household: Sequence[Resident]) -> list[Obstacle]:
    leaving = [resident for resident in household if resident.stay_id in decision.leaving]
    found = _obstacles_in_choice(leaving, decision.leaving, Clause.R14)
    for resident in leaving:
        if resident.left_on is not None:
            found.append(Obstacle(ObstacleKind.LEFT, Clause.R14, name=resident.name))
        elif resident.ended_because is EndReason.EVICTED:
            found.append(Obstacle(ObstacleKind.STEP_DONE, Clause.R14, name=resident.name))
        elif decision.decided_on < resident.moved_in_on:
            found.append(_too_early(resident.moved_in_on, Clause.R14, Milestone.MOVED_IN, name=resident.name))
    if possible_contacts(household, leaving=decision.leaving):
        found += obstacles_to_contact(_staying(household, decision.leaving), decision.contact)
    return found


def _obstacles_in_choice(
    found: Sequence[Resident], chosen: Collection[int], clause: Clause
) -> list[Obstacle]:
    if not chosen:
        return [Obstacle(ObstacleKind.NOBODY_CHOSEN, clause)]
    return [] if len(found) == len(set(chosen)) else [Obstacle(ObstacleKind.NOT_MOVED_IN, clause)]


def _obstacles_in_day(day: date, *, not_before: date, today: date, clause: Clause) -> list[Obstacle]:
    early = [_too_early(not_before, clause, Milestone.STEP_BEFORE)] if day < not_before else []
    return early + in_future(day, today)


def _too_early(earliest: date, clause: Clause, event: Milestone, *, name: str = "") -> Obstacle:
    return Obstacle(ObstacleKind.DATE_TOO_EARLY, clause, last_on=earliest, name=name, milestone=event)
