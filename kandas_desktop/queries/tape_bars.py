"""What stands on the tape chart in one bed or one room: bars from day to day that never lie on each other."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, Outage
from kandas_desktop.rules.terms import vacate_due

_DAY = timedelta(days=1)


class BarKind(StrEnum):
    """What a bed is, was, or is expected to be from one day to another."""

    HELD = "held"
    OCCUPIED = "occupied"
    VACATING = "vacating"
    OVERDUE = "overdue"
    BEING_MADE_READY = "being made ready"
    OUT_OF_SERVICE = "out of service"
    FREE = "free"
    EXPECTED_VACATING = "expected vacating"
    EXPECTED_RESERVE = "expected reserve"


class TapeBar(NamedTuple):
    """A stretch of days; both its days count whole."""

    kind: BarKind
    first: date
    last: date | None
    """``None`` where no end is in sight."""
    household_id: int = 0
    number: str = ""
    """The number of the family's first application, «Ө-144/26»."""
    name: PersonName = PersonName()
    people: int = 1
    referral_person_id: int | None = None
    until: date | None = None
    """The day written at its end: the last of the stay, to move in, or to vacate; the day of leaving."""
    reason: str = ""
    is_past: bool = False
    families: int = 1
    """How many families it stands for where the beds of a room are folded into one line."""

    def reaches(self, day: date) -> bool:
        """Whether it stands there on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


def present_bars(bed: Bed, on: date, calendar: WorkCalendar | None) -> tuple[TapeBar, ...]:
    """What a bed is now, and what is expected of it; the estimates say so by their kind."""
    if bed.state is BedState.OUT_OF_SERVICE and bed.outage is not None:
        return (_outage(bed.outage, on),)
    if bed.holder is not None:
        bars = _stay(bed.holder, on, calendar) if bed.holder.stay_id else _hold(bed.holder, on)
        return apart(bars)
    if bed.unready_since is not None:
        # The day of leaving is still that of whoever left; but today it is what it is now.
        first = min(bed.unready_since + _DAY, on)
        return (TapeBar(BarKind.BEING_MADE_READY, first, on, until=bed.unready_since),)
    return (TapeBar(BarKind.FREE, on, None),)


def apart(bars: Iterable[TapeBar]) -> tuple[TapeBar, ...]:
    """The bars in their order, each ending before the next begins; what has no day left is left out."""
    found: list[TapeBar] = []
    for bar in sorted(bars, key=lambda bar: bar.first):
        if bar.last is not None and bar.last < bar.first:
            continue
        while found and (found[-1].last is None or found[-1].last >= bar.first):
            before = found.pop()
            if before.first < bar.first:
                found.append(before._replace(last=bar.first - _DAY))
        found.append(bar)
    return tuple(found)


def folded(beds: Sequence[Sequence[TapeBar]]) -> tuple[TapeBar, ...]:
    """The one line of a room that one family has taken whole; empty where the beds do not agree."""
    now = [[bar for bar in bars if not bar.is_past] for bars in beds]
    first = now[0]
    if len(beds) < 2 or not first or not first[0].household_id:
        return ()
    if any(_shape(each) != _shape(first) for each in now[1:]):
        return ()
    whole = [bar._replace(people=len(beds)) for bar in first]
    whole[0] = whole[0]._replace(first=min(each[0].first for each in now))
    past = (bar for bars in beds for bar in bars if bar.is_past)
    return apart([*_joined(past), *whole])


def with_reserve(bars: Sequence[TapeBar], head: TapeBar) -> tuple[TapeBar, ...]:
    """The bars of a bed in which the reserve's next is expected: not before it is empty."""
    ends = [bar.last for bar in bars if bar.kind is not BarKind.FREE and bar.last is not None]
    return apart([*bars, head._replace(first=max([head.first, *(last + _DAY for last in ends)]))])


def _outage(outage: Outage, on: date) -> TapeBar:
    until = outage.expected_until
    last = None if until is None else max(until, on)
    return TapeBar(BarKind.OUT_OF_SERVICE, outage.began_on, last, until=until, reason=outage.reason)


def _hold(holder: BedHolder, on: date) -> list[TapeBar]:
    if holder.due is None:
        return [_of(holder, BarKind.HELD, min(holder.since, on), on)]
    bars = [_of(holder, BarKind.HELD, holder.since, holder.due, until=holder.due)]
    if holder.due < on:
        bars.append(_of(holder, BarKind.OVERDUE, max(holder.due + _DAY, holder.since), on, until=holder.due))
    return bars


def _stay(holder: BedHolder, on: date, calendar: WorkCalendar | None) -> list[TapeBar]:
    end = holder.stay_ends_on
    assert end is not None, "a stay has an end (r.15)"
    due = vacate_due(end, calendar)
    bars = [_of(holder, BarKind.OCCUPIED, holder.since, end, until=end)]
    after = max(end + _DAY, holder.since)
    if end < on:
        bars.append(_of(holder, BarKind.VACATING, after, min(due, on), until=due))
    if due < on:
        bars.append(_of(holder, BarKind.OVERDUE, max(due + _DAY, holder.since), on, until=due))
    else:
        bars.append(_of(holder, BarKind.EXPECTED_VACATING, max(after, on + _DAY), due, until=end))
    return bars


def _of(
    holder: BedHolder, kind: BarKind, first: date, last: date | None, *, until: date | None = None
) -> TapeBar:
    return TapeBar(
        kind,
        first,
        last,
        household_id=holder.household_id,
        number=holder.household_number,
        name=holder.name,
        referral_person_id=holder.referral_person_id,
        until=until,
    )


def _shape(bars: Sequence[TapeBar]) -> list[tuple[BarKind, date | None, int]]:
    return [(bar.kind, bar.last, bar.household_id) for bar in bars]


def _joined(bars: Iterable[TapeBar]) -> list[TapeBar]:
    """What was in the beds of a room before, in one line; several families at once are one bar."""
    found: list[TapeBar] = []
    inside: list[set[tuple[int, int | None]]] = []
    for bar in sorted(bars, key=lambda bar: (bar.first, bar.kind)):
        who = (bar.household_id, bar.referral_person_id)
        before = found[-1] if found else None
        if before is None or before.last is None or bar.kind is not before.kind or bar.first > before.last:
            found.append(bar)
            inside.append({who})
            continue
        inside[-1].add(who)
        families = len({household_id for household_id, _person in inside[-1]})
        last = None if bar.last is None else max(before.last, bar.last)
        later = bar if last == bar.last else before
        found[-1] = before._replace(last=last, until=later.until, people=len(inside[-1]), families=families)
    return found
