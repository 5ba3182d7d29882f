"""What the day's agenda is made from: plain facts, as the tables hold them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus


class Household(NamedTuple):
    """A household as rows name it: the first line's number and name, how many it concerns, and where."""

    id: int
    number: str
    name: PersonName
    people: int = 1
    beds: tuple[str, ...] = ()
    """The labels of their beds, «103-3»."""
    rooms: tuple[str, ...] = ()
    is_joining: bool = False
    """Whether the people counted join those who live here: the name is that of who applied for them (r.2)."""


class ToConsider(NamedTuple):
    """An application that has no outcome yet (r.6)."""

    application_id: int
    household: Household
    registered_on: date
    arrived_at: datetime
    reopened_on: date | None = None


class ReferralOut(NamedTuple):
    """A referral in force whose people have not all moved in; the household counts those who have not."""

    referral_id: int
    number: str
    household: Household
    issued_on: date
    received_on: date | None


class Resident(NamedTuple):
    """One person who lives here, or whose stay is over and who has not left yet."""

    stay_id: int
    household_id: int
    household_number: str
    referral_id: int
    name: PersonName
    born: BirthDate
    moved_in_on: date
    own_status: KandasStatus = KandasStatus()
    applicants_status: KandasStatus = KandasStatus()
    ended_on: date | None = None
    rules_signed_on: date | None = None
    speaks_for_household: bool = False
    bed: str = ""
    room: str = ""


class NoticeGiven(NamedTuple):
    """A notice of the stay's end that a household was given (r.15)."""

    household_id: int
    ends_on: date
    given_on: date


class BreachFile(NamedTuple):
    """A breach whose file goes on (r.13, r.14)."""

    breach_id: int
    household: Household
    recorded_on: date
    proposed_on: date | None = None
    number: str = ""
    registered_on: date | None = None
    decided_on: date | None = None
    """The day of the decision, whether they may stay or have to leave."""
    notified_on: date | None = None


class OpenPetition(NamedTuple):
    """A petition without an answer (r.10)."""

    petition_id: int
    number: str
    household: Household
    filed_on: date


class LinenBed(NamedTuple):
    """A bed that is slept in, with the day of its last bedding (r.11)."""

    bed_id: int
    floor: int
    last_on: date


class UnreadyBed(NamedTuple):
    """A bed that was left and is not made ready yet."""

    bed_id: int
    label: str
    floor: int
    left_on: date


class Repair(NamedTuple):
    """A bed out of service, with the estimate of when it is back."""

    bed_id: int
    label: str
    reason: str
    began_on: date
    expected_until: date | None


class Offer(NamedTuple):
    """The reserve's next, for whom nothing stands in the way of a referral (r.8)."""

    application_id: int
    household: Household
    registered_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that may be due: rows that are live, and how the office counts."""

    calendar: WorkCalendar
    moves_last_days: bool = False
    """Whether art. 175 of the Civil Code is on (r.9, r.17)."""
    bedding_days: int = 14
    set_up_on: date = date.min
    confirmed_years: frozenset[int] = field(default_factory=frozenset)
    has_beds: bool = True
    has_applications: bool = True
    to_consider: Sequence[ToConsider] = ()
    referrals: Sequence[ReferralOut] = ()
    residents: Sequence[Resident] = ()
    notices: Sequence[NoticeGiven] = ()
    breaches: Sequence[BreachFile] = ()
    petitions: Sequence[OpenPetition] = ()
    linen: Sequence[LinenBed] = ()
    unready: Sequence[UnreadyBed] = ()
    repairs: Sequence[Repair] = ()
    offers: Sequence[Offer] = ()

    @property
    def last_days(self) -> WorkCalendar | None:
        """The calendar by which last days move off days off; ``None`` where they do not."""
        return self.calendar if self.moves_last_days else None
