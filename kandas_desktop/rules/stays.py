"""Moving in, the stay and leaving: what stands in the way of each step (r.9, r.14 to r.17)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
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


class EndReason(StrEnum):
    """Why a stay ended."""

    TERM = "term"
    FREELY = "freely"
    EVICTED = "evicted"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class Comer:
    """A person named on a referral, who is to move in or did."""

    id: int
    """The person's row on the referral."""
    name: str
    has_bed: bool
    shares_bed: bool = False
    has_moved_in: bool = False
    """Whether they moved in on this referral, or live here on another."""
    status_ends_on: date | None = None
    """The last day of the status that their stay would follow (r.15); ``None`` while it is not known."""
    status_of: str = ""
    """Whose status that is: their own, or the applicant's."""

    @property
    def needs_bed(self) -> bool:
        """Whether a bed is still to be found before they can move in."""
        return not (self.has_bed or self.shares_bed)


@dataclass(frozen=True, slots=True)
class MoveInCase:
    """What moving in on a referral depends on; ``due`` is r.9's last day, once it was received."""

    is_struck_out: bool
    lapsed_on: date | None
    received_on: date | None
    due: date | None
    people: tuple[Comer, ...]
    last_on: date | None = None
    """The last day on which the journal was written."""
    joins_nobody: bool = False
    """Whether they were to join a household of which nobody lives here any more."""


@dataclass(frozen=True, slots=True)
class Resident:
    """One person's stay as leaving and its corrections depend on it."""

    stay_id: int
    name: str
    is_adult: bool
    moved_in_on: date
    ends_on: date
    """The last day of the stay: by its term (r.15), or as it was ended before."""
    ended_because: EndReason | None = None
    left_on: date | None = None
    rules_signed_on: date | None = None
    is_contact: bool = False
    bed_since: date | None = None
    """The day from which they have the bed they sleep in now."""
    put_out_on: date | None = None
    """The day of the decision that puts them out (r.14, r.16)."""
    status_ends_on: date | None = None
    """The last day of the status that the stay follows (r.15); ``None`` while it is not known."""
    heard_on: tuple[tuple[date, Milestone], ...] = ()
    """The days on which they filed petitions (r.10) or broke the rules (r.13), and which of it was when."""

    @property
    def may_speak(self) -> bool:
        """Whether they may speak for a household (r.14): an adult who lives here and need not leave."""
        is_put_out = self.put_out_on is not None or self.ended_because is EndReason.EVICTED
        return self.is_adult and self.left_on is None and not is_put_out


@dataclass(frozen=True, slots=True)
class BedTime:
    """The time that a resident slept in a bed, and others before and after; ``label`` names the bed."""

    label: str
    before: date | None = None
    """The day on which whoever slept there before left it."""
    until: date | None = None
    """The day on which the resident left it."""
    after: date | None = None
    """The day from which somebody else has it."""


def obstacles_to_moving_in(
    case: MoveInCase, *, chosen: Collection[int], moved_in_on: date, today: date
) -> list[Obstacle]:
    """Why the chosen people of a referral cannot be recorded as moved in on that day (r.3, r.9, r.15)."""
    found = list(_obstacles_in_referral(case, today=today))
    if case.joins_nobody:
        found.append(Obstacle(ObstacleKind.NOT_MOVED_IN, Clause.R3))
    coming = [person for person in case.people if person.id in chosen]
    if not coming:
        found.append(Obstacle(ObstacleKind.NOBODY_CHOSEN))
    for person in coming:
        if person.has_moved_in:
            found.append(Obstacle(ObstacleKind.MOVED_IN, Clause.R9, name=person.name))
        elif person.needs_bed or (person.shares_bed and not _is_bed_shared(case, chosen)):
            found.append(Obstacle(ObstacleKind.BED_MISSING, Clause.R10, name=person.name))
    if case.lapsed_on is None:
        found += _obstacles_in_move_in_day(
            moved_in_on, received_on=case.received_on, due=case.due, today=today
        )
    return found + _obstacles_in_status_day(coming, moved_in_on)


def may_still_come(case: MoveInCase) -> set[int]:
    """Who of a referral may move in on some day: their status lasted until it was received (r.9, r.15)."""
    first = case.received_on or date.min
    coming = (person for person in case.people if not person.has_moved_in)
    return {person.id for person in coming if not _is_status_over(person, first)}


def everybody_too_late(case: MoveInCase) -> list[Obstacle]:
    """Why nobody of a referral can move in on any day: the status was over before it was received (r.15)."""
    if case.received_on is None or may_still_come(case):
        return []
    return _obstacles_in_status_day(case.people, case.received_on)


def obstacles_to_lapse(case: MoveInCase, *, today: date) -> list[Obstacle]:
    """Why nobody can say that the term to move in was not kept (r.9): a person says it once it is over."""
    found = list(_obstacles_in_referral(case, today=today))
    if all(person.has_moved_in for person in case.people):
        found.append(Obstacle(ObstacleKind.MOVED_IN, Clause.R9))
    if case.due is not None and today <= case.due:
        found.append(
            Obstacle(ObstacleKind.MOVE_IN_TERM_RUNS, Clause.R9, last_on=case.due, since=case.received_on)
        )
    return found


def obstacles_to_signing(
    residents: Sequence[Resident], *, signed_on: date, today: date, unknown: int = 0
) -> list[Obstacle]:
    """Why the house rules cannot be recorded as signed on that day (r.10)."""
    found = list(_obstacles_in_choice(residents, unknown))
    for resident in residents:
        if resident.rules_signed_on is not None:
            found.append(_of(resident, ObstacleKind.STEP_DONE, Clause.R10, resident.rules_signed_on))
        if signed_on < resident.moved_in_on:
            found.append(_too_early(resident, Clause.R10, resident.moved_in_on, Milestone.MOVED_IN))
        if resident.left_on is not None and signed_on > resident.left_on:
            found.append(_too_late(resident, Clause.R10, resident.left_on, Milestone.LEFT))
    return found + in_future(signed_on, today)


def obstacles_to_leaving(
    leaving: Sequence[Resident],
    staying: Sequence[Resident],
    *,
    left_on: date,
    because: EndReason,
    today: date,
    contact: int | None = None,
    unknown: int = 0,
    last_on: date | None = None,
) -> list[Obstacle]:
    """Why people cannot be recorded as having left on a day, for that reason (r.14 to r.17).

    ``staying`` are those of the household who live on here, ``contact`` the stay of whoever speaks for them
    from now on, ``unknown`` how many chosen stays there are no more, ``last_on`` the last day written on.
    """
    behind = obstacle_in_clock(today=today, last_on=last_on)
    found = [behind] if behind else []
    found += _obstacles_in_choice(leaving, unknown)
    for resident in leaving:
        if resident.left_on is not None:
            found.append(_of(resident, ObstacleKind.LEFT, Clause.R17, resident.left_on))
        found += _obstacles_in_leaving_day(resident, left_on, because)
    found += in_future(left_on, today)
    return found + (obstacles_to_contact(staying, contact) if needs_contact(leaving, staying) else [])


def needs_contact(leaving: Iterable[Resident], staying: Iterable[Resident]) -> bool:
    """Whether somebody else has to speak for those who stay, and there is an adult who can (r.14)."""
    return any(resident.is_contact for resident in leaving) and bool(speakers(staying))


def speakers(staying: Iterable[Resident]) -> list[Resident]:
    """Those who may speak for a household (r.14), in the order given."""
    return [resident for resident in staying if resident.may_speak]


def obstacles_to_contact(household: Iterable[Resident], stay_id: int | None) -> list[Obstacle]:
    """Why somebody cannot speak for a household (r.14): an adult does who lives here and need not leave."""
    chosen = next((resident for resident in household if resident.stay_id == stay_id), None)
    if chosen is not None and chosen.may_speak:
        return []
    if chosen is not None and chosen.put_out_on is not None and chosen.left_on is None:
        return [_of(chosen, ObstacleKind.CONTACT_PUT_OUT, Clause.R14, chosen.put_out_on)]
    return [Obstacle(ObstacleKind.CONTACT_MISSING, Clause.R14)]


def end_of_stay(resident: Resident, *, left_on: date, because: EndReason) -> tuple[date, EndReason]:
    """When and why a stay ended of which somebody left (r.15, r.16, r.17).

    What was decided before stands, whatever is given as the reason. Who goes freely after the last day goes
    because the term is over. No stay ends before it began, where a status was over even then.
    """
    ended_on, ended_because = min(left_on, resident.ends_on), because
    if resident.put_out_on is not None and left_on >= resident.put_out_on:
        ended_on, ended_because = min(resident.put_out_on, resident.ends_on), EndReason.EVICTED
    elif resident.ended_because is not None and left_on >= resident.ends_on:
        ended_because = resident.ended_because
    elif because is EndReason.FREELY and left_on > resident.ends_on:
        ended_because = EndReason.TERM
    return max(ended_on, resident.moved_in_on), ended_because


def obstacles_to_correcting_move_in(
    resident: Resident,
    *,
    received_on: date | None,
    due: date | None,
    first_bed: BedTime | None,
    moved_in_on: date,
    today: date,
) -> list[Obstacle]:
    """Why the day on which somebody moved in cannot be corrected to another.

    ``received_on`` and ``due`` are r.9's; ``first_bed`` is the bed into which they moved. A day after the end
    of the status is refused as for moving in (r.15), unless the day that stands there is one already.
    """
    found = _obstacles_in_move_in_day(moved_in_on, received_on=received_on, due=due, today=today)
    ends_on = resident.status_ends_on
    if ends_on is not None and resident.moved_in_on <= ends_on < moved_in_on:
        found.append(_of(resident, ObstacleKind.STATUS_OVER, Clause.R15, ends_on))
    then = [
        (resident.rules_signed_on, Milestone.RULES_SIGNED),
        (first_bed.until if first_bed else None, Milestone.CHANGED_BED),
        (resident.left_on, Milestone.LEFT),
        (resident.ends_on if resident.ended_because is not None else None, Milestone.ENDED),
        *resident.heard_on,
    ]
    first = min(((day, event) for day, event in then if day is not None), key=_day, default=None)
    if first is not None and moved_in_on > first[0]:
        found.append(_too_late(resident, None, *first))
    if first_bed and first_bed.before and moved_in_on < first_bed.before:
        found.append(Obstacle(ObstacleKind.BED_NOT_FREE, name=first_bed.label, last_on=first_bed.before))
    return found


def obstacles_to_correcting_leaving(
    resident: Resident, *, last_bed: BedTime | None, left_on: date, because: EndReason, today: date
) -> list[Obstacle]:
    """Why the day or the reason of somebody's leaving cannot be corrected so."""
    if resident.left_on is None:
        return [Obstacle(ObstacleKind.NOT_LEFT, Clause.R17, name=resident.name)]
    found = list(_obstacles_in_leaving_day(resident, left_on, because))
    found += in_future(left_on, today)
    if last_bed and last_bed.after and left_on > last_bed.after:
        found.append(
            Obstacle(ObstacleKind.BED_NOT_FREE, Clause.R17, name=last_bed.label, last_on=last_bed.after)
        )
    return found


def obstacles_to_taking_back_leaving(resident: Resident, *, lives_here: bool) -> list[Obstacle]:
    """Why it cannot be recorded that somebody did not leave; ``lives_here``: on another stay since."""
    if resident.left_on is None:
        return [Obstacle(ObstacleKind.NOT_LEFT, Clause.R17, name=resident.name)]
    return [Obstacle(ObstacleKind.MOVED_IN, Clause.R12, name=resident.name)] if lives_here else []


def obstacles_to_correction(
    residents: Sequence[Resident], *, reason: str, unknown: int = 0
) -> list[Obstacle]:
    """What every correction asks for: whom it concerns, and a reason."""
    return [*_obstacles_in_choice(residents, unknown), *reason_missing(reason)]


def _obstacles_in_referral(case: MoveInCase, *, today: date) -> Iterator[Obstacle]:
    """Why nothing rests on a referral: it is not in force, or nobody received it yet (r.3, r.9)."""
    if behind := obstacle_in_clock(today=today, last_on=case.last_on):
        yield behind
    if case.is_struck_out:
        yield Obstacle(ObstacleKind.REFERRAL_STRUCK_OUT, Clause.R3)
    if case.lapsed_on is not None:
        yield Obstacle(ObstacleKind.REFERRAL_LAPSED, Clause.R9, last_on=case.lapsed_on)
    if case.received_on is None:
        yield Obstacle(ObstacleKind.REFERRAL_NOT_RECEIVED, Clause.R9)


def _is_bed_shared(case: MoveInCase, chosen: Collection[int]) -> bool:
    """Whether somebody with a bed comes along or came before; a newborn's referral names nobody with one."""
    with_beds = [person for person in case.people if not person.shares_bed]
    return not with_beds or any(person.id in chosen or person.has_moved_in for person in with_beds)


def _obstacles_in_move_in_day(
    moved_in_on: date, *, received_on: date | None, due: date | None, today: date
) -> list[Obstacle]:
    found = in_future(moved_in_on, today)
    if received_on is not None and moved_in_on < received_on:
        found.append(
            Obstacle(
                ObstacleKind.DATE_TOO_EARLY, Clause.R9, last_on=received_on, milestone=Milestone.RECEIVED
            )
        )
    if due is not None and moved_in_on > due:
        found.append(Obstacle(ObstacleKind.MOVE_IN_TERM_OVER, Clause.R9, last_on=due, since=received_on))
    return found


def _is_status_over(person: Comer, on: date) -> bool:
    """Whether the status that somebody's stay would follow is over; its last day counts whole (r.15)."""
    return person.status_ends_on is not None and person.status_ends_on < on


def _obstacles_in_status_day(coming: Iterable[Comer], on: date) -> list[Obstacle]:
    """That a stay would begin after the status (r.15), said once of a status that several people follow."""
    over = (
        Obstacle(ObstacleKind.STATUS_OVER, Clause.R15, name=person.status_of, last_on=person.status_ends_on)
        for person in coming
        if not person.has_moved_in and _is_status_over(person, on)
    )
    return list(dict.fromkeys(over))


def _obstacles_in_leaving_day(resident: Resident, left_on: date, because: EndReason) -> Iterator[Obstacle]:
    begun = (resident.moved_in_on, Milestone.MOVED_IN)
    if resident.bed_since is not None and resident.bed_since > resident.moved_in_on:
        begun = (resident.bed_since, Milestone.CHANGED_BED)
    heard = max(resident.heard_on, key=_day, default=None)
    decided_on = resident.put_out_on if because is EndReason.EVICTED else None
    if left_on < begun[0]:
        yield _too_early(resident, Clause.R17, *begun)
    elif resident.rules_signed_on is not None and left_on < resident.rules_signed_on:
        yield _too_early(resident, Clause.R10, resident.rules_signed_on, Milestone.RULES_SIGNED)
    elif heard is not None and left_on < heard[0] and (decided_on is None or left_on >= decided_on):
        yield _too_early(resident, None, *heard)
    if because is EndReason.TERM and left_on < resident.ends_on:
        yield _too_early(resident, Clause.R15, resident.ends_on, Milestone.TERM_ENDS)
    if because is EndReason.EVICTED and decided_on is None:
        yield _of(resident, ObstacleKind.DECISION_MISSING, Clause.R16)
    elif decided_on is not None and left_on < decided_on:
        yield _too_early(resident, Clause.R16, decided_on, Milestone.DECIDED)


def _obstacles_in_choice(residents: Sequence[Resident], unknown: int) -> Iterator[Obstacle]:
    if unknown:
        yield Obstacle(ObstacleKind.NOT_MOVED_IN, Clause.R9)
    elif not residents:
        yield Obstacle(ObstacleKind.NOBODY_CHOSEN)


def _of(
    resident: Resident, kind: ObstacleKind, clause: Clause | None, last_on: date | None = None
) -> Obstacle:
    return Obstacle(kind, clause, name=resident.name, last_on=last_on)


def _too_early(resident: Resident, clause: Clause | None, day: date, event: Milestone) -> Obstacle:
    early = ObstacleKind.DATE_TOO_EARLY
    return Obstacle(early, clause, name=resident.name, last_on=day, milestone=event)


def _too_late(resident: Resident, clause: Clause | None, day: date, event: Milestone) -> Obstacle:
    late = ObstacleKind.DATE_TOO_LATE
    return Obstacle(late, clause, name=resident.name, last_on=day, milestone=event)


def _day(event: tuple[date, Milestone]) -> date:
    return event[0]
