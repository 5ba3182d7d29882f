"""What the small model of the order knows: people, papers, beds, stays, and the terms between their days."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

FREE, HELD, OCCUPIED, VACATING = "free", "held", "occupied", "vacating"
UNREADY, OUT = "being made ready", "out of service"


class Human(NamedTuple):
    """One person of an application."""

    born: date
    is_woman: bool
    needs_accessible: bool = False

    def age_on(self, day: date) -> int:
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


class App(NamedTuple):
    """An application; ``order`` is what the reserve goes by."""

    people: tuple[Human, ...]
    registered_on: date
    arrived_at: datetime
    id: int
    is_waiting: bool = False
    has_waited: bool = False
    is_returned: bool = False
    is_struck_out: bool = False

    @property
    def order(self) -> tuple[date, datetime, int]:
        return self.registered_on, self.arrived_at, self.id


class Ref(NamedTuple):
    """A referral with the people it names, by position."""

    app: int
    issued_on: date
    named: tuple[int, ...]
    received_on: date | None = None
    lapsed_on: date | None = None
    is_struck_out: bool = False


class Named(NamedTuple):
    """A person on a referral."""

    ref: int
    human: Human
    shares: bool
    position: int


class Use(NamedTuple):
    """A bed held (no stay) or slept in, by a person on a referral."""

    bed: int
    named: int
    stay: int | None
    began_on: date
    ended_on: date | None = None
    ready_on: date | None = None


class Stay(NamedTuple):
    """A person's stay; ``household`` is the application."""

    named: int
    household: int
    moved_in_on: date
    ended_on: date | None = None
    because: str | None = None
    left_on: date | None = None
    signed_on: date | None = None


class Bed(NamedTuple):
    """A bed of a room; ``kind`` is the room's."""

    room: int
    kind: str
    is_retired: bool = False


class Outage(NamedTuple):
    """A time out of service."""

    bed: int
    began_on: date
    ended_on: date | None = None


class Breach(NamedTuple):
    """A file from the breach to the decision."""

    household: int
    concerned: tuple[int, ...]
    happened_on: date
    proposed_on: date | None = None
    registered_on: date | None = None
    outcome: str | None = None
    decided_on: date | None = None
    to_leave: tuple[int, ...] = ()
    notified_on: date | None = None
    closed_on: date | None = None


class Status(NamedTuple):
    """What is known of somebody's kandas status (art. 25)."""

    given_on: date | None = None
    extended_until: date | None = None
    ended_on: date | None = None
    because: str | None = None

    @property
    def ends_on(self) -> date | None:
        """Its last day: a year after it was given, or until when it was extended, or as it was ended."""
        if self.given_on is None:
            return None
        last = self.extended_until or months_after(self.given_on, 12)
        return min(last, self.ended_on or last)


class Linen(NamedTuple):
    """Bedding issued or changed."""

    bed: int
    stay: int
    changed_on: date


class Petition(NamedTuple):
    """What a resident asked for, and when it was answered."""

    stay: int
    filed_on: date
    answered_on: date | None = None


def months_after(day: date, months: int) -> date:
    """The same number of a later month, or its last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def move_in_due(received_on: date) -> date:
    """Three calendar days after the receipt (r.9)."""
    return received_on + timedelta(days=3)


def overlaps(uses: Iterable[tuple[int, Use]], key: str) -> list[tuple[int, int]]:
    """Two uses at once of one ``bed``, or by one person ``named``; what ended on its first day is none."""
    of: dict[int, list[tuple[date, date, int]]] = {}
    for number, use in uses:
        if use.ended_on != use.began_on:
            of.setdefault(getattr(use, key), []).append((use.began_on, use.ended_on or date.max, number))
    found = []
    for times in of.values():
        times.sort()
        found += [(one[2], other[2]) for one, other in pairwise(times) if other[0] < one[1]]
    return found


def nights_out(uses: Iterable[tuple[int, Use]], outages: Iterable[Outage]) -> list[tuple[Use, Outage]]:
    """The nights for which somebody had a bed that was out of service."""
    had = [use for _key, use in uses if use.ended_on != use.began_on]
    return [
        (use, outage)
        for outage in outages
        for use in had
        if use.bed == outage.bed
        and use.began_on < (outage.ended_on or date.max)
        and (use.ended_on or date.max) > outage.began_on
    ]
