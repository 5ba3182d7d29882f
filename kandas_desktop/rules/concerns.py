"""What the desk is told before a referral though nothing refuses it: the local executive body weighs it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.editions import edition_on
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus, status_ends_on
from kandas_desktop.rules.terms import months_after


class ConcernKind(StrEnum):
    STATUS_OVER = "status over"
    STATUS_DOUBTED = "status over by an earlier paper"
    TERM_USED = "the whole term was used"
    STAYED_BEFORE = "stayed here before"
    SLIP_TWICE = "one slip for two people"
    PERHAPS_HERE = "perhaps lives here already"
    APPLIED_TWICE = "another application is open"


ABOUT_STATUS = frozenset({ConcernKind.STATUS_OVER, ConcernKind.STATUS_DOUBTED})
"""What is still weighed once the referral is issued, until somebody moves in on it (r.15)."""


class EarlierStay(NamedTuple):
    """A stay here that is over: from when, until when, and in which family."""

    moved_in_on: date
    ended_on: date
    number: str

    @property
    def is_whole_term(self) -> bool:
        """Whether it lasted as long as the order lets a stay last (r.15)."""
        return self.ended_on >= months_after(self.moved_in_on, edition_on(self.moved_in_on).stay_months)


class StatusKnown(NamedTuple):
    """The status that a stay would follow (r.15): whose it is, and by what it is known."""

    person_id: int
    name: PersonName
    status: KandasStatus
    is_written_down: bool = True
    """Whether it was written down as such; else it is told by a certificate or an earlier stay."""


class Elsewhere(NamedTuple):
    """Somebody of another application: who lives here or is awaited on it, or whose application is open."""

    person: HouseholdPerson
    number: str
    lives_here: bool


class Considered(NamedTuple):
    """One person of an application as it is considered."""

    person: HouseholdPerson
    status: StatusKnown | None = None
    earlier: tuple[EarlierStay, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to be weighed, with its clause and the people whom it concerns."""

    kind: ConcernKind
    clause: Clause
    people: tuple[HouseholdPerson, ...] = ()
    status: StatusKnown | None = None
    status_ended_on: date | None = None
    earlier: tuple[EarlierStay, ...] = ()
    number: str = ""
    """Of the slip, or of the other family or application."""


def concerns_about(people: Sequence[Considered], *, on: date) -> list[Concern]:
    """What is to be weighed before a referral issued on ``on`` (r.3, r.15); nothing of it refuses one.

    Of a status that several people follow it is said once. Its last day counts whole.
    """
    found = [*_concerns_about_others(people), *_concerns_about_status(people, on)]
    for considered in people:
        if considered.earlier:
            is_used = any(stay.is_whole_term for stay in considered.earlier)
            kind = ConcernKind.TERM_USED if is_used else ConcernKind.STAYED_BEFORE
            found.append(Concern(kind, Clause.R15, (considered.person,), earlier=considered.earlier))
    return found + slips_twice(considered.person for considered in people)


def is_same_person(one: HouseholdPerson, other: HouseholdPerson) -> bool:
    """Whether two are one by the IIN or, where one of them has none, by whole name and whole birth date."""
    if one.iin and other.iin:
        return one.iin == other.iin
    is_dated = one.born is not None and one.born.is_exact and one.born == other.born
    return is_dated and one.name.full.casefold() == other.name.full.casefold()


def _concerns_about_others(people: Iterable[Considered]) -> Iterable[Concern]:
    """Who lives here perhaps, or applied twice; of whom the IIN tells that they live here, it is refused."""
    for considered in people:
        person = considered.person
        for other in considered.elsewhere:
            is_refused = other.lives_here and person.iin and person.iin == other.person.iin
            if is_same_person(person, other.person) and not is_refused:
                if other.lives_here:
                    yield Concern(ConcernKind.PERHAPS_HERE, Clause.R15, (person,), number=other.number)
                else:
                    yield Concern(ConcernKind.APPLIED_TWICE, Clause.R7, (person,), number=other.number)


def _concerns_about_status(people: Sequence[Considered], on: date) -> Iterable[Concern]:
    for status in dict.fromkeys(considered.status for considered in people):
        ended_on = status_ends_on(status.status) if status else None
        if status is None or ended_on is None or ended_on >= on:
            continue
        kind = ConcernKind.STATUS_OVER if status.is_written_down else ConcernKind.STATUS_DOUBTED
        follow = tuple(considered.person for considered in people if considered.status == status)
        yield Concern(kind, Clause.R15, follow, status=status, status_ended_on=ended_on)


def slips_twice(people: Iterable[HouseholdPerson]) -> list[Concern]:
    """The slips whose number stands with more than one person: each adult hands in their own (r.3)."""
    holders: defaultdict[str, list[HouseholdPerson]] = defaultdict(list)
    for person in people:
        slip = person.document
        if slip is not None and slip.kind is DocumentKind.SLIP and slip.number:
            holders[slip.number.casefold()].append(person)
    return [
        Concern(ConcernKind.SLIP_TWICE, Clause.R3, tuple(named), number=named[0].document.number)
        for named in holders.values()
        if len(named) > 1 and named[0].document is not None
    ]
