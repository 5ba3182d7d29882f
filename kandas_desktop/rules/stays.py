"""Moving in, the stay and leaving: what stands in the way of each step (r.9, r.14 to r.17)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import (
    Obstacle,
    ObstacleKind,
    in_future,
    obstacle_in_clock,
    reason_missing,
)
from kandas_desktop.rules.status import STATUS_MONTHS, KandasStatus, latest_extension
from kandas_desktop.rules.terms import months_after


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
    """Why the chosen people of a referral cannot be recorded as moved in on that day (r.3, r.9)."""
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
    return found


def obstacles_to_lapse(case: MoveInCase, *, today: date) -> list[Obstacle]:
    """Why nobody can say that the term to move in was not kept (r.9): a person says it once it is over."""
    found = list(_obstacles_in_referral(case, today=today))
    if all(person.has_moved_in for person in case.people):
        found.append(Obstacle(ObstacleKind.MOVED_IN, Clause.R9))
    if case.due is not None and today <= case.due:
        found.append(Obstacle(ObstacleKind.MOVE_IN_TERM_RUNS, Clause.R9, last_on=case.due))
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
            found.append(_of(resident, ObstacleKind.DATE_TOO_EARLY, Clause.R10, resident.moved_in_on))
        if resident.left_on is not None and signed_on > resident.left_on:
            found.append(_of(resident, ObstacleKind.DATE_TOO_LATE, Clause.R10, resident.left_on))
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
    if needs_contact(leaving, staying) and contact not in _adults(staying):
        found.append(Obstacle(ObstacleKind.CONTACT_MISSING, Clause.R14))
    return found


def needs_contact(leaving: Iterable[Resident], staying: Iterable[Resident]) -> bool:
    """Whether somebody else has to speak for those who stay, and there is an adult who can (r.14)."""
    return any(resident.is_contact for resident in leaving) and bool(_adults(staying))


def _adults(staying: Iterable[Resident]) -> set[int]:
    return {resident.stay_id for resident in staying if resident.is_adult and resident.left_on is None}


def obstacles_to_contact(residents: Iterable[Resident], stay_id: int) -> list[Obstacle]:
    """Why somebody cannot speak for a household (r.14): an adult does who lives here."""
    return [] if stay_id in _adults(residents) else [Obstacle(ObstacleKind.CONTACT_MISSING, Clause.R14)]


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


def obstacles_to_status(
    before: KandasStatus, after: KandasStatus, *, reason: str, today: date
) -> list[Obstacle]:
    """Why a status cannot be written so (Law on migration, art. 25): extended once, by up to six months.

    What was known before is changed with a reason only; what is added needs none.
    """
    found = list(_obstacles_in_status(before, after))
    for day in (after.given_on, after.ended_on):
        if day is not None:
            found += in_future(day, today)
    is_changed = any(
        known is not None and known != now
        for known, now in (
            (before.given_on, after.given_on),
            (before.extended_until, after.extended_until),
            (before.ended_on, after.ended_on),
            (before.ended_because, after.ended_because),
        )
    )
    is_ended_for_nothing = after.ended_on is not None and after.ended_because is None
    if is_ended_for_nothing or (is_changed and not reason.strip()):
        found.append(Obstacle(ObstacleKind.REASON_MISSING))
    return found


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

    ``received_on`` and ``due`` are r.9's; ``first_bed`` is the bed into which they moved.
    """
    found = _obstacles_in_move_in_day(moved_in_on, received_on=received_on, due=due, today=today)
    then = [resident.rules_signed_on, resident.left_on, first_bed.until if first_bed else None]
    if resident.ended_because is not None:
        then.append(resident.ends_on)
    latest = min((day for day in then if day is not None), default=None)
    if latest is not None and moved_in_on > latest:
        found.append(_of(resident, ObstacleKind.DATE_TOO_LATE, None, latest))
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
        found.append(Obstacle(ObstacleKind.DATE_TOO_EARLY, Clause.R9, last_on=received_on))
    if due is not None and moved_in_on > due:
        found.append(Obstacle(ObstacleKind.MOVE_IN_TERM_OVER, Clause.R9, last_on=due))
    return found


def _obstacles_in_leaving_day(resident: Resident, left_on: date, because: EndReason) -> Iterator[Obstacle]:
    earliest = max(resident.moved_in_on, resident.bed_since or resident.moved_in_on)
    if left_on < earliest:
        yield _of(resident, ObstacleKind.DATE_TOO_EARLY, Clause.R17, earliest)
    elif resident.rules_signed_on is not None and left_on < resident.rules_signed_on:
        yield _of(resident, ObstacleKind.DATE_TOO_EARLY, Clause.R10, resident.rules_signed_on)
    if because is EndReason.TERM and left_on < resident.ends_on:
        yield _of(resident, ObstacleKind.DATE_TOO_EARLY, Clause.R15, resident.ends_on)
    if because is EndReason.EVICTED:
        if resident.put_out_on is None:
            yield _of(resident, ObstacleKind.DECISION_MISSING, Clause.R16)
        elif left_on < resident.put_out_on:
            yield _of(resident, ObstacleKind.DATE_TOO_EARLY, Clause.R16, resident.put_out_on)


def _obstacles_in_status(before: KandasStatus, after: KandasStatus) -> Iterator[Obstacle]:
    given_on, extended_until, ended_on = after.given_on, after.extended_until, after.ended_on
    if given_on is None:
        if extended_until or ended_on:
            yield Obstacle(ObstacleKind.STATUS_UNKNOWN, Clause.R15)
        return
    year_ends_on = months_after(given_on, STATUS_MONTHS)
    if extended_until is not None:
        if before.extended_until is not None and extended_until > before.extended_until:
            yield Obstacle(ObstacleKind.STATUS_EXTENDED, Clause.R15, last_on=before.extended_until)
        if extended_until <= year_ends_on:
            yield Obstacle(ObstacleKind.DATE_TOO_EARLY, Clause.R15, last_on=year_ends_on)
        if extended_until > latest_extension(given_on):
            yield Obstacle(ObstacleKind.DATE_TOO_LATE, Clause.R15, last_on=latest_extension(given_on))
    if ended_on is not None:
        if ended_on < given_on:
            yield Obstacle(ObstacleKind.DATE_TOO_EARLY, Clause.R15, last_on=given_on)
        if ended_on > (extended_until or year_ends_on):
            yield Obstacle(ObstacleKind.DATE_TOO_LATE, Clause.R15, last_on=extended_until or year_ends_on)


def _obstacles_in_choice(residents: Sequence[Resident], unknown: int) -> Iterator[Obstacle]:
    if unknown:
        yield Obstacle(ObstacleKind.NOT_MOVED_IN, Clause.R9)
    elif not residents:
        yield Obstacle(ObstacleKind.NOBODY_CHOSEN)


def _of(
    resident: Resident, kind: ObstacleKind, clause: Clause | None, last_on: date | None = None
) -> Obstacle:
    return Obstacle(kind, clause, name=resident.name, last_on=last_on)
