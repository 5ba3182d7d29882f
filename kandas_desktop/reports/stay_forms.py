"""The Center's own papers as values: exactly what is printed, and nothing that draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kandas_desktop.reports import stay_wording
from kandas_desktop.reports.forms import FormPerson


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The Center as its letters name it; the director signs them."""

    center: str
    address: str
    business_number: str
    director: str


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """A resident in a table: name, birth date, and the day of moving in."""

    name: str
    born: str
    moved_in_on: date


class ReferralLine(NamedTuple):
    """A referral on which residents moved in (r.3)."""

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """The proposal to the local executive body that somebody's stay be ended (r.13).

    ``referrals`` are those on which the people moved in: their body is the one that decides. ``is_term_over``
    says that the six months, or the status, of all of them had ended before: nothing ends early then (r.15).
    """

    letterhead: Letterhead
    local_body: str
    number: str
    proposed_on: date
    happened_on: date
    facts: str
    people: tuple[ResidentLine, ...]
    referrals: tuple[ReferralLine, ...]
    is_term_over: bool = False


@dataclass(frozen=True, slots=True)
class LeaverLine:
    """Somebody whose stay a decision ended, and the last day to vacate the room (r.17)."""

    name: str
    born: str
    ended_on: date
    vacate_by: date
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class DecisionNoticeForm:
    """What a family is told of the decision (r.14, r.16, r.17), which was made on the proposal (r.13).

    ``leaving`` is empty where all may stay; ``contact`` is named where somebody else speaks for the family.
    """

    letterhead: Letterhead
    to: str
    on: date
    local_body: str
    number: str
    decided_on: date
    proposal: str
    proposed_on: date
    leaving: tuple[LeaverLine, ...]
    staying: tuple[ResidentLine, ...]
    contact: str = ""


@dataclass(frozen=True, slots=True)
class TermLine:
    """When and why a person's stay ends (r.15), and the last day to vacate the room (r.17)."""

    name: str
    moved_in_on: date
    ends_on: date
    why: str
    vacate_by: date


@dataclass(frozen=True, slots=True)
class TermNoticeForm:
    """The notice to a family that its stay ends (r.15)."""

    letterhead: Letterhead
    to: str
    on: date
    people: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class HouseRulesLine:
    """An adult who learns the house rules; signed already or not."""

    person: FormPerson
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class HouseRulesForm:
    """The acknowledgement of the house rules by everybody of age who moved in on a referral (r.10)."""

    letterhead: Letterhead
    referral_number: str
    people: tuple[HouseRulesLine, ...]


@dataclass(frozen=True, slots=True)
class ReserveLine:
    """An entry of the reserve journal, with everything that proves its order (r.7, r.8).

    ``standing`` is its place in the queue, or when and why it left the reserve. ``family`` are those who
    wait to join a household that lives here, below whoever applied for them.
    """

    number: int
    registered: str
    applicant: str
    people: int
    entered: str
    standing: str = ""
    passed_over: tuple[str, ...] = ()
    family: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReserveJournalForm:
    """The reserve journal of a year, as it stands on a day; the local executive body keeps it (r.7)."""

    year: int
    on: date
    local_body: str
    lines: Sequence[ReserveLine]


@dataclass(frozen=True, slots=True)
class LinenLine:
    """A bed on the linen round; ``is_due`` says that it is to be changed by the day of the list."""

    floor: int
    room: str
    bed: str
    last_on: date
    due_on: date
    is_due: bool


@dataclass(frozen=True, slots=True)
class LinenForm:
    """The list for the linen round (r.11), by floor and room; the round is the Center's own duty."""

    center: str
    on: date
    rows: Sequence[LinenLine]


def day_in(day: date) -> str:
    """«2026 жылғы 13 наурызда»."""
    return _inflected(day, stay_wording.MONTHS_IN)


def day_of(day: date) -> str:
    """«2026 жылғы 18 наурыздағы»."""
    return _inflected(day, stay_wording.MONTHS_OF)


def day_from(day: date) -> str:
    """«2026 жылғы 21 наурыздан»."""
    return _inflected(day, stay_wording.MONTHS_FROM)


def _inflected(day: date, months: Sequence[str]) -> str:
    return stay_wording.DATE.format(year=day.year, day=day.day, month=months[day.month - 1])


def digits(day: date) -> str:
    """A day in a table: «16.03.2026»."""
    return f"{day:%d.%m.%Y}"
