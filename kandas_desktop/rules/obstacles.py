"""What stands in the way of a step that the order regulates: every reason at once, as data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.letters import has_letters, letter_faults
from kandas_desktop.rules.standing import Standing

if TYPE_CHECKING:
    from kandas_desktop.rules.fitting import Proposal
    from kandas_desktop.rules.milestones import Milestone


class ObstacleKind(StrEnum):
    # to registering
    NAME_MISSING = "name missing"
    NAME_UNFIT = "name with letters that papers do not print"
    BIRTH_DATE_MISSING = "birth date missing"
    KINSHIP_MISSING = "kinship missing"
    ORIGIN_MISSING = "country of origin missing"
    PERSON_TWICE = "person named twice"
    DOCUMENT_IN_FUTURE = "document dated in the future"
    CLOCK_BEHIND = "clock behind the journal"
    # to a referral
    SLIP_MISSING = "slip missing"
    SLIP_NUMBER_MISSING = "slip number missing"
    SLIP_DATE_MISSING = "slip date missing"
    SLIP_ISSUER_MISSING = "slip issuer missing"
    OTHERS_AHEAD = "others ahead in the reserve"
    BEDS_MISSING = "not enough beds"
    # to several steps, for where the application stands
    STRUCK_OUT = "application struck out"
    RETURNED = "application returned"
    REFERRAL_LIVE = "a referral is in force"
    IN_RESERVE = "already in the reserve"
    BEDS_ARE_FREE = "beds are free"
    REASON_MISSING = "reason missing"
    # to the steps after a referral
    REFERRAL_STRUCK_OUT = "referral struck out"
    HANDED_OVER = "already handed over"
    RECEIVED_BEFORE_ISSUE = "received before it was issued"
    RECEIVED_IN_FUTURE = "received in the future"
    REFERRAL_LAPSED = "referral lapsed"
    LIVES_HERE = "somebody lives here on it"
    # to rooms and beds
    ROOM_NAME_MISSING = "room without a number"
    ROOM_NAME_TAKEN = "another room has the number"
    ROOM_SIZE_UNFIT = "number of beds no room has"
    ROOM_RETIRED = "room not used any more"
    BED_RETIRED = "bed not used any more"
    BED_NAME_MISSING = "bed without a number"
    BED_NAME_TAKEN = "another bed of the room has the number"
    BED_IN_USE = "somebody has the bed"
    BED_NOT_FREE = "bed not free"
    BED_OUT_OF_SERVICE = "bed out of service"
    BED_NOT_OUT_OF_SERVICE = "bed in service"
    BED_NOT_BEING_MADE_READY = "bed not being made ready"
    BED_CHOSEN_TWICE = "one bed for two people"
    BED_MISSING = "person without a bed"
    SHARER_TOO_OLD = "too old to share a bed"
    NO_ROOM_FITS = "no room fits"
    MINORS_APART = "no free beds that keep every minor with an adult"
    ROOM_MIXED = "unrelated men and women in one room"
    ROOM_FOR_WOMEN = "women's room"
    ROOM_FOR_MEN = "men's room"
    # to moving in, the stay and leaving
    REFERRAL_NOT_RECEIVED = "referral not received yet"
    MOVED_IN = "moved in already"
    MOVE_IN_TERM_OVER = "term to move in is over"
    MOVE_IN_TERM_RUNS = "term to move in still runs"
    NOBODY_CHOSEN = "nobody chosen"
    NOT_MOVED_IN = "not moved in"
    ALREADY_HERE = "lives here already"
    LEFT = "left already"
    NOT_LEFT = "has not left"
    NO_ADULT = "no adult on the referral"
    DATE_IN_FUTURE = "date in the future"
    DATE_TOO_EARLY = "date before what it rests on"
    DATE_TOO_LATE = "date after the last day allowed"
    STATUS_UNKNOWN = "no status known"
    STATUS_OVER = "status over"
    STATUS_EXTENDED = "status extended already"
    DECISION_MISSING = "no decision of the local executive body"
    DECISION_NUMBER_MISSING = "decision without a number"
    CONTACT_MISSING = "nobody left to speak for the family"
    CONTACT_PUT_OUT = "contact put out by a decision"
    CANNOT_UNDO = "something was built on it since"
    # to the chain from breach to decision, petitions and bedding
    FACTS_MISSING = "facts missing"
    PROPOSAL_MISSING = "not proposed yet"
    NOT_REGISTERED = "proposal not registered yet"
    STEP_DONE = "step done already"
    FILE_CLOSED = "file closed"
    TEXT_MISSING = "text missing"
    ANSWERED = "answered already"
    BED_EMPTY = "nobody sleeps in the bed"
    # to passing over
    NOT_WAITING = "does not wait in the reserve"
    NOT_AHEAD = "does not wait before"
    PASSED_OVER = "passed over already"
    # to the journal's next volume
    VOLUME_EMPTY = "open volume without entries"


NOTHING_TO_PROPOSE = frozenset({ObstacleKind.NO_ROOM_FITS, ObstacleKind.MINORS_APART})
"""Why no beds are proposed though enough are free; the desk may still choose some by hand."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why a step cannot be taken, with the clause it rests on and the person it concerns."""

    kind: ObstacleKind
    clause: Clause | None = None
    person: HouseholdPerson | None = None
    needed: int = 0
    free: int = 0
    ahead: int = 0
    number: str = ""
    today: date | None = None
    last_on: date | None = None
    name: str = ""
    """The room or bed, or the person where there is no household to name them from."""
    milestone: "Milestone | None" = None
    """What happened, or happens, on ``last_on``, where another day is held against it."""
    since: date | None = None
    """The day from which a term is counted whose last day is ``last_on``."""


class ConditionKind(StrEnum):
    REGISTERED = "registered"
    SLIPS_HANDED_IN = "slips handed in"
    TURN_HAS_COME = "turn has come"
    BEDS_SUFFICE = "beds suffice"


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that the order asks before a referral and that is there."""

    kind: ConditionKind
    clause: Clause
    count: int = 0
    free: int = 0
    proposal: "Proposal | None" = None
    """Where the household fits, where beds suffice."""
    sharing: int = 0


@dataclass(frozen=True, slots=True)
class ReferralCase:
    """What a referral depends on: the application's standing, its people, the beds, the reserve before it.

    ``needed`` are the beds it needs, ``free`` those free in the whole house; ``proposal`` is ``None`` where
    there is no place for everybody. Those at the positions ``sharing`` need no bed.
    """

    standing: Standing
    people: tuple[HouseholdPerson, ...]
    needed: int
    free: int
    proposal: "Proposal | None"
    ahead: int = 0
    first_ahead: str = ""
    """The number of the application that waits first before this one."""
    first_ahead_id: int | None = None
    clock_behind: Obstacle | None = None
    sharing: frozenset[int] = frozenset()
    fits_with_sharing: bool = False
    fits_apart: bool = False
    """Whether there is a lawful bed for everybody, but not beside an adult of theirs for every minor."""
    joins_nobody: bool = False
    """Whether they were to join a household of which nobody lives here any more."""
    living: Mapping[int, str] = field(default_factory=dict)
    """Who of them lives here or is awaited already, by position, with that family's number."""


def obstacles_to_registration(
    people: Sequence[HouseholdPerson],
    *,
    origin_country: str,
    on: date,
    last_arrived_on: date | None = None,
    joined: Sequence[HouseholdPerson] | None = None,
) -> list[Obstacle]:
    """What the journal line and the application's family sheet still lack (r.4, r.5, appendices 1–3).

    ``last_arrived_on`` is the day on which the application of the journal's last line came in: no line is
    written before it, where a clock was set back. ``joined`` are the residents of the household that the
    people join by this line: then each of them has a kinship, and nobody is the applicant.
    """
    found: list[Obstacle] = []
    if behind := obstacle_in_clock(today=on, last_on=last_arrived_on):
        found.append(behind)
    for person in people:
        if not has_letters(person.name.surname + person.name.given_name):
            found.append(Obstacle(ObstacleKind.NAME_MISSING, Clause.R4, person))
        if any(letter_faults(part) for part in person.name.parts):
            found.append(Obstacle(ObstacleKind.NAME_UNFIT, Clause.R4, person))
        if person.born is None:
            found.append(Obstacle(ObstacleKind.BIRTH_DATE_MISSING, Clause.R5, person))
        is_applicant = person.is_applicant and joined is None
        if not is_applicant and not person.kinship:
            found.append(Obstacle(ObstacleKind.KINSHIP_MISSING, Clause.R4, person))
        if is_applicant and not origin_country:
            found.append(Obstacle(ObstacleKind.ORIGIN_MISSING, Clause.R5, person))
        if person.document is not None:
            found += obstacles_to_document(person.document, on=on, person=person)
    if joined is not None and not joined:
        found.append(Obstacle(ObstacleKind.NOT_MOVED_IN, Clause.R3))
    twins = [twin for twin in _named_twice([*(joined or ()), *people]) if twin in people]
    return found + [Obstacle(ObstacleKind.PERSON_TWICE, Clause.R4, twin) for twin in twins]


def obstacle_in_clock(*, today: date, last_on: date | None) -> Obstacle | None:
    """Why nothing is written today: the clock is behind the last day written, ``last_on`` (r.5)."""
    if last_on is None or today >= last_on:
        return None
    return Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=today, last_on=last_on)


def _named_twice(people: Iterable[HouseholdPerson]) -> list[HouseholdPerson]:
    seen: set[tuple[str, ...]] = set()
    twice = []
    for person in people:
        marks: set[tuple[str, ...]] = set()
        if person.name.is_given and person.born is not None:
            marks.add((person.name.full.casefold(), person.born.digits))
        if person.iin:
            marks.add((person.iin,))
        if marks & seen:
            twice.append(person)
        seen |= marks
    return twice


def obstacles_to_document(
    document: ResidenceDocument, *, on: date, person: HouseholdPerson | None = None
) -> list[Obstacle]:
    """Why a slip or a permit cannot be written down: it cannot have been issued after ``on`` (r.3)."""
    if document.issued_on is not None and document.issued_on > on:
        return [Obstacle(ObstacleKind.DOCUMENT_IN_FUTURE, Clause.R3, person)]
    return []


def obstacles_to_recording_document(
    standing: Standing, document: ResidenceDocument, *, on: date
) -> list[Obstacle]:
    """Why a slip or a permit cannot be written into an application any more, or not yet (r.3).

    A referral rests on the documents that were there when it was issued: they stay while it is in force.
    """
    closed = _obstacle_in_standing(standing)
    return ([closed] if closed else []) + obstacles_to_document(document, on=on)


def obstacle_in_document(person: HouseholdPerson, *, on: date) -> Obstacle | None:
    """What r.3 still asks of one person on the day of issue; ``None`` for a minor of the family."""
    if not person.needs_document_on(on):
        return None
    document = person.document
    if document is None:
        return Obstacle(ObstacleKind.SLIP_MISSING, Clause.R3, person)
    if document.is_complete:
        return None
    if not document.number:
        return Obstacle(ObstacleKind.SLIP_NUMBER_MISSING, Clause.R3, person)
    if document.issued_on is None:
        return Obstacle(ObstacleKind.SLIP_DATE_MISSING, Clause.R3, person)
    return Obstacle(ObstacleKind.SLIP_ISSUER_MISSING, Clause.R3, person)


def obstacles_to_referral(case: ReferralCase, *, on: date) -> list[Obstacle]:
    """Everything that stands in the way of a referral issued on ``on`` (r.3, r.6, r.7, r.8).

    An application that was struck out, returned or already has its referral answers with that alone.
    """
    standing = _obstacle_in_standing(case.standing)
    if standing:
        return [standing]
    found = [case.clock_behind] if case.clock_behind else []
    found += [Obstacle(ObstacleKind.NOT_MOVED_IN, Clause.R3)] if case.joins_nobody else []
    found += [
        Obstacle(ObstacleKind.ALREADY_HERE, Clause.R15, person, name=case.living[person.position])
        for person in case.people
        if person.position in case.living
    ]
    found += [slip for person in case.people if (slip := obstacle_in_document(person, on=on))]
    if case.ahead:
        found.append(
            Obstacle(ObstacleKind.OTHERS_AHEAD, Clause.R8, ahead=case.ahead, number=case.first_ahead)
        )
    return found + _obstacles_in_beds(case)


def _obstacles_in_beds(case: ReferralCase) -> list[Obstacle]:
    """Why there is no free bed for the household (r.7): there are too few, or none where it may sleep."""
    if case.needed > case.free:
        return [Obstacle(ObstacleKind.BEDS_MISSING, Clause.R7, needed=case.needed, free=case.free)]
    if case.proposal is None:
        kind = ObstacleKind.MINORS_APART if case.fits_apart else ObstacleKind.NO_ROOM_FITS
        return [Obstacle(kind, Clause.R7, needed=case.needed, free=case.free)]
    return []


def conditions_met(case: ReferralCase, *, on: date) -> list[Condition]:
    """What the order asks before a referral and what is there, the weightiest first (r.3, r.8, r.7, r.5)."""
    met = []
    asked = [person for person in case.people if person.needs_document_on(on)]
    if not any(obstacle_in_document(person, on=on) for person in asked):
        met.append(Condition(ConditionKind.SLIPS_HANDED_IN, Clause.R3, count=len(asked)))
    if not case.ahead:
        met.append(Condition(ConditionKind.TURN_HAS_COME, Clause.R8))
    if not _obstacles_in_beds(case):
        met.append(
            Condition(
                ConditionKind.BEDS_SUFFICE,
                Clause.R7,
                count=case.needed,
                free=case.free,
                proposal=case.proposal,
                sharing=len(case.sharing),
            )
        )
    return [*met, Condition(ConditionKind.REGISTERED, Clause.R5)]


def obstacles_to_reserve(case: ReferralCase) -> list[Obstacle]:
    """Why an application cannot go to the reserve journal: it is for those for whom no bed is free (r.7)."""
    standing = _obstacle_in_standing(case.standing)
    if standing:
        return [standing]
    if case.standing is Standing.RESERVE:
        return [Obstacle(ObstacleKind.IN_RESERVE, Clause.R7)]
    if case.clock_behind:
        return [case.clock_behind]
    if not case.ahead and not _obstacles_in_beds(case):
        return [Obstacle(ObstacleKind.BEDS_ARE_FREE, Clause.R7, needed=case.needed, free=case.free)]
    return []


def obstacles_to_return(standing: Standing, reason: str) -> list[Obstacle]:
    """Why an application cannot be returned (r.6)."""
    found = _obstacle_in_standing(standing)
    return ([found] if found else []) + reason_missing(reason)


def obstacles_to_striking_out_application(standing: Standing, reason: str) -> list[Obstacle]:
    """Why a line of the journal cannot be struck out (r.5): its referral would stand without it (r.3)."""
    found = []
    if standing is not Standing.RETURNED and (closed := _obstacle_in_standing(standing)):
        found.append(closed)
    return found + reason_missing(reason)


def obstacles_to_striking_out_referral(
    *, is_struck_out: bool, reason: str, standing: Standing = Standing.REFERRED, is_overdue: bool = False
) -> list[Obstacle]:
    """Why a referral cannot be struck out: it was, or somebody moved in on it (r.3), or it lapsed (r.9).

    ``standing`` is that of its application. What lapsed has released its beds, and its place is not given
    back: the applicant may apply anew. So it is with one that is overdue: its lapse is to be confirmed (r.9).
    """
    found = [Obstacle(ObstacleKind.REFERRAL_STRUCK_OUT, Clause.R3)] if is_struck_out else []
    if not is_struck_out and standing in (Standing.SETTLED, Standing.LEFT):
        found.append(Obstacle(ObstacleKind.LIVES_HERE, Clause.R3))
    if not is_struck_out and standing is Standing.LAPSED:
        found.append(Obstacle(ObstacleKind.REFERRAL_LAPSED, Clause.R9))
    if not is_struck_out and is_overdue:
        found.append(Obstacle(ObstacleKind.MOVE_IN_TERM_OVER, Clause.R9))
    return found + reason_missing(reason)


def _obstacle_in_standing(standing: Standing) -> Obstacle | None:
    return {
        Standing.STRUCK_OUT: Obstacle(ObstacleKind.STRUCK_OUT, Clause.R5),
        Standing.RETURNED: Obstacle(ObstacleKind.RETURNED, Clause.R6),
        Standing.REFERRED: Obstacle(ObstacleKind.REFERRAL_LIVE, Clause.R3),
        Standing.SETTLED: Obstacle(ObstacleKind.LIVES_HERE, Clause.R3),
        Standing.LEFT: Obstacle(ObstacleKind.LEFT, Clause.R3),
        Standing.LAPSED: Obstacle(ObstacleKind.REFERRAL_LAPSED, Clause.R9),
    }.get(standing)


def in_future(day: date, today: date) -> list[Obstacle]:
    """That a day has not come yet, where only days gone by are written down."""
    return [Obstacle(ObstacleKind.DATE_IN_FUTURE, last_on=day)] if day > today else []


def reason_missing(reason: str) -> list[Obstacle]:
    """That a reason was not given, where one is asked for."""
    return [] if reason.strip() else [Obstacle(ObstacleKind.REASON_MISSING)]
