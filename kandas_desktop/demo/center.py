"""The demo's house over the years: who got which beds, who waited for them, who moved in and left when."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from kandas_desktop.demo.bed_times import SHORTEST, Beds, BedTimes
from kandas_desktop.demo.guests import Guests, seekers
from kandas_desktop.demo.plan import Plan
from kandas_desktop.demo.queue_turns import Turn, turns_in_queue
from kandas_desktop.demo.rooms import DemoRoom
from kandas_desktop.demo.story import HOUSED_ELSEWHERE, MISTAKE, WITHDRAWN, DemoReferral, Ending, Line
from kandas_desktop.rules.calendar import WorkCalendar

_DAY = timedelta(days=1)
_LEAST_STAY = timedelta(days=3)
_LAPSES_AFTER = timedelta(days=4)
_DAYS_BETWEEN_FULL_HOUSES = 50
_FULL_DAYS = 6
_LONGEST_WAIT = timedelta(days=14)
_SHORT_WAIT = timedelta(days=2)
_QUIET_DAYS = timedelta(days=25)
"""Before the last days nobody waits: whoever does not fit then goes to another Center."""


class Center:
    """The house and the queue before it; beds are given in the order of applying, and to nobody twice."""

    def __init__(
        self,
        rooms: Sequence[DemoRoom],
        plan: Plan,
        days: Sequence[date],
        *,
        today: date,
        calendar: WorkCalendar,
        chance: Callable[[], float],
    ) -> None:
        self._today = today
        self._calendar = calendar
        self._chance = chance
        self._plan = plan
        self._day = days[0]
        self._full_days = _full_days(days)
        self._queue: deque[Line] = deque()
        self._turns: dict[int, Turn] = {}
        self._beds = BedTimes(rooms)
        self.guests: list[Guests] = []
        """Everybody who ever had a bed, in the order of their referrals."""

    def live(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Let the lines' people come and go; the lines come back as they ended, in the order of referral."""
        for line in lines:
            for bed in self._plan.kept.get(line.place, ()):
                self._beds.keep(bed, line.day)
        for bed in self._plan.closed:
            self._beds.keep(bed, self._today - _QUIET_DAYS)
        self._turns = turns_in_queue(lines, self._plan, before=self._today - _QUIET_DAYS)
        for line in lines:
            yield from self._until(line.day)
            yield from self._considered(line)
        for line in self._queue:
            yield line._replace(is_in_reserve=True)

    def was_given(self, bed: int) -> bool:
        """Whether anybody ever had the bed."""
        return self._beds.last(bed) is not None

    def _until(self, day: date) -> Iterator[Line]:
        """Whoever waits gets the beds that free before ``day``."""
        while self._day < day:
            self._day += _DAY
            if self._calendar.is_working(self._day):
                yield from self._served()

    def _served(self) -> Iterator[Line]:
        """Whoever waits gets beds, in the order of applying; who would wait for too long goes elsewhere."""
        while self._queue:
            head = self._queue[0]
            if turn := self._turns.get(head.place):
                told = self._told(head, turn)
            elif beds := self._beds_for(head):
                told = self._referred(self._queue.popleft()._replace(waited_until=self._day), beds)
            elif head.day < self._day - _LONGEST_WAIT:
                told = _housed_elsewhere(self._queue.popleft(), self._day)
            else:
                return
            if told is None:
                return
            yield told

    def _told(self, head: Line, turn: Turn) -> Line | None:
        """Who leaves the queue by a story that is told of its head; ``None`` while it goes on waiting."""
        if turn is Turn.PASSED_OVER:
            return self._preferred()
        if head.day > self._day - _SHORT_WAIT:
            return None
        self._queue.popleft()
        if turn is Turn.HOUSED_ELSEWHERE:
            return _housed_elsewhere(head, self._day)
        return head._replace(ending=Ending.STRUCK_OUT, reason=WITHDRAWN, waited_until=self._day)

    def _preferred(self) -> Line | None:
        """The first who fits is preferred by a decision to those before, who keep their places (r.8)."""
        for number, line in enumerate(self._queue):
            beds = self._beds_for(line) if number else None
            if beds:
                passed = tuple(other.place for other in islice(self._queue, number))
                del self._queue[number], self._turns[self._queue[0].place]
                return self._referred(line._replace(waited_until=self._day, passed=passed), beds)
        return None

    def _considered(self, line: Line) -> Iterator[Line]:
        if line.joins is not None:
            yield self._joined(line)
        elif line.referrals:
            self._held(line)
            yield line
        elif line.is_in_reserve or line.ending not in (Ending.REFERRED, Ending.REISSUED, Ending.LAPSED):
            yield line
        elif not self._queue and line.place not in self._turns and (beds := self._beds_for(line)):
            yield self._referred(line, beds)
        elif line.day >= self._today - _QUIET_DAYS:
            yield _housed_elsewhere(line, None)
        else:
            self._queue.append(line)

    # --- beds

    def _beds_for(self, line: Line) -> Beds | None:
        kept = self._plan.kept.get(line.place)
        if kept:
            return kept
        found = self._beds.open_for(line, self._day)
        if found is None and self._day not in self._full_days:
            self._make_room(line)
            found = self._beds.open_for(line, self._day)
        return found

    def _make_room(self, line: Line) -> None:
        """Let some leave yesterday who have been here for a while and are not to stay."""
        for beds in self._beds.places_for(line):
            if all(self._beds.is_open(bed, self._day) or self._can_be_left(bed) for bed in beds):
                for bed in beds:
                    guests = self._beds.last(bed)
                    if guests is not None and not self._beds.is_open(bed, self._day):
                        last = min(guests.left_on or self._day, self._day - _DAY)
                        self._leave(guests, last, ready_on=self._day)
                return

    def _can_be_left(self, bed: int) -> bool:
        guests = self._beds.last(bed)
        return (
            guests is not None
            and guests.place not in self._plan.kept
            and guests.has_been_here_for(_LEAST_STAY, self._day)
            and self._beds.kept_from(bed) - self._day >= SHORTEST
        )

    # --- comings and goings

    def _referred(self, line: Line, beds: Beds) -> Line:
        day = self._day
        guests = Guests(line, day, beds=dict(zip(seekers(line), beds, strict=False)))
        is_late = self._today - day < SHORTEST
        guests.received_on = day if is_late else day + _DAY * int(self._chance() * 2)
        referral = DemoReferral(day, guests.received_on)
        if line.ending is Ending.LAPSED:
            guests.lapsed_on = guests.received_on + _LAPSES_AFTER
            referral = referral._replace(lapsed_on=guests.lapsed_on)
            self._beds.settle(guests, ready_on=guests.lapsed_on)
        else:
            guests.moved_in_on = guests.received_on + (
                _DAY * int(self._chance() * 3) if not is_late else 0 * _DAY
            )
            self._plan_leaving(guests)
        mistaken = DemoReferral(day, None, day, MISTAKE)
        is_reissued = line.ending is Ending.REISSUED
        guests.line = line._replace(referrals=(mistaken, referral) if is_reissued else (referral,))
        self.guests.append(guests)
        return guests.line

    def _held(self, line: Line) -> None:
        """Those of the last days, whose beds are held."""
        referral = line.referrals[-1]
        beds = dict(zip(seekers(line), self._plan.kept.get(line.place, ()), strict=False))
        guests = Guests(line, referral.issued_on, referral.received_on, beds=beds)
        self._beds.settle(guests, ready_on=date.max)
        self.guests.append(guests)

    def _joined(self, line: Line) -> Line:
        """An infant of a family that lives here, who takes nobody's bed and so waits for nobody (r.3)."""
        day = line.day
        line = line._replace(referrals=(DemoReferral(day, day),))
        self.guests.append(Guests(line, day, received_on=day, moved_in_on=day))
        return line

    def _plan_leaving(self, guests: Guests) -> None:
        assert guests.moved_in_on is not None
        if guests.place in self._plan.leaves_yesterday:
            self._leave(guests, self._today - _DAY, ready_on=self._today)
            return
        if guests.place in self._plan.kept:
            self._beds.settle(guests, ready_on=date.max)
            return
        beds = guests.beds.values()
        kept_from = min(map(self._beds.kept_from, beds))
        last = min(self._today, kept_from) - 2 * _DAY
        wanted = guests.moved_in_on + _DAY * _days_of_stay(self._chance)
        leaves = max(
            guests.moved_in_on, min(last, wanted, guests.all_end_on() + _DAY * int(self._chance() * 4))
        )
        self._leave(guests, leaves, ready_on=leaves + _DAY * int(1 + self._chance() * 2))
        self._beds.hand_on(beds)
        guests.ready_on = min(guests.ready_on or date.max, kept_from)

    def _leave(self, guests: Guests, day: date, *, ready_on: date) -> None:
        ends_on = guests.all_end_on()
        guests.left_on = day
        guests.ended_on = min(day, ends_on)
        guests.ended_because = "term" if day >= ends_on else "freely"
        guests.ready_on = ready_on
        self._beds.settle(guests, ready_on=ready_on)


def _days_of_stay(chance: Callable[[], float]) -> int:
    drawn = chance()
    if drawn < 0.15:
        return 4 + int(drawn * 60)
    return 14 + int(chance() * 50) if drawn < 0.55 else 190


def _housed_elsewhere(line: Line, waited_until: date | None) -> Line:
    return line._replace(ending=Ending.RETURNED, reason=HOUSED_ELSEWHERE, waited_until=waited_until)


def _full_days(days: Sequence[date]) -> set[date]:
    """The days on which nobody leaves to make room: the house is full then, and those who come wait."""
    distinct = list(dict.fromkeys(days))
    full: set[date] = set()
    for start in range(_DAYS_BETWEEN_FULL_HOUSES, len(distinct) - _FULL_DAYS, _DAYS_BETWEEN_FULL_HOUSES):
        first, last = distinct[start], distinct[start + _FULL_DAYS]
        if last < distinct[-1] - _QUIET_DAYS:
            full |= {first + _DAY * number for number in range((last - first).days)}
    return full
