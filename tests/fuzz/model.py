"""The order in small, written apart from the program: what may be done, and what is so after it was done."""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

FREE, HELD, OCCUPIED, VACATING = "free", "held", "occupied", "vacating"
UNREADY, OUT = "being made ready", "out of service"


class Human(NamedTuple):
    """One person of an application."""

    born: date
    is_woman: bool

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
    is_closed: bool = False


Row = Any
Doing = Callable[[], object]
Change = tuple[str, Any, Row | None, Row | None]


class Model:
    """What is known of the office; every change is written down, so that it can be taken back."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[Any, Row]] = {
            name: {}
            for name in ("app", "ref", "named", "use", "stay", "bed", "outage", "breach", "passed", "contact")
        }
        self.log: list[Change] = []

    def put(self, table: str, key: Any, row: Row | None) -> None:
        """Write a row, or take it out with ``None``."""
        self.log.append((table, key, self.tables[table].get(key), row))
        if row is None:
            del self.tables[table][key]
        else:
            self.tables[table][key] = row

    def change(self, table: str, key: Any, **values: Any) -> None:
        self.put(table, key, self.tables[table][key]._replace(**values))

    def taken_log(self) -> list[Change]:
        """The changes since the last time."""
        log, self.log = self.log, []
        return log

    def take_back(self, log: list[Change]) -> None:
        """Undo an act: what it added goes, what it changed is as before, where nobody changed it since."""
        for table, key, before, after in reversed(log):
            now = self.tables[table].get(key)
            assert now is not None, f"undone although {table} {key} was there no more"
            if before is None:
                del self.tables[table][key]
                continue
            changed = {
                name: value for name, value in before._asdict().items() if value != getattr(after, name)
            }
            for name in changed:
                assert getattr(now, name) == getattr(after, name), f"undone although {table} {key} went on"
            self.tables[table][key] = now._replace(**changed)

    # --- reading

    def rows(self, table: str) -> Iterator[tuple[Any, Row]]:
        return iter(list(self.tables[table].items()))

    def live_use_of_bed(self, bed: int) -> tuple[int, Use] | None:
        return next(
            ((key, use) for key, use in self.rows("use") if use.bed == bed and not use.ended_on), None
        )

    def live_use_of(self, named: int) -> tuple[int, Use] | None:
        found = ((key, use) for key, use in self.rows("use") if use.named == named and not use.ended_on)
        return next(found, None)

    def live_ref(self, app: int) -> tuple[int, Ref] | None:
        refs = ((key, ref) for key, ref in self.rows("ref") if ref.app == app and not ref.is_struck_out)
        return next(refs, None)

    def stay_of(self, named: int) -> tuple[int, Stay] | None:
        return next(((key, stay) for key, stay in self.rows("stay") if stay.named == named), None)

    def ends_on(self, stay: Stay) -> date:
        """The last day of a stay (r.15): six months, or when it was ended before."""
        return stay.ended_on or six_months_after(stay.moved_in_on)

    def is_out(self, bed: int) -> bool:
        return any(outage.bed == bed and not outage.ended_on for _key, outage in self.rows("outage"))

    def is_unready(self, bed: int) -> bool:
        uses = (use for _key, use in self.rows("use") if use.bed == bed)
        return any(use.stay and use.ended_on and not use.ready_on for use in uses)

    def bed_states(self, today: date) -> dict[int, tuple[str, int | None]]:
        """What every bed is that is not retired, and who has it."""
        live = {use.bed: use for _key, use in self.rows("use") if not use.ended_on}
        unready = {
            use.bed for _key, use in self.rows("use") if use.stay and use.ended_on and not use.ready_on
        }
        out = {outage.bed for _key, outage in self.rows("outage") if not outage.ended_on}
        found: dict[int, tuple[str, int | None]] = {}
        for key, bed in self.rows("bed"):
            if bed.is_retired:
                continue
            use = live.get(key)
            if key in out:
                state = OUT
            elif use and use.stay:
                stay = self.tables["stay"][use.stay]
                state = VACATING if self.ends_on(stay) < today else OCCUPIED
            elif use:
                state = HELD
            else:
                state = UNREADY if key in unready else FREE
            found[key] = (state, use.named if use else None)
        return found

    def bedless(self) -> set[int]:
        """The people who live here without a bed and share none."""
        return {
            stay.named
            for _key, stay in self.rows("stay")
            if not stay.left_on
            and not self.tables["named"][stay.named].shares
            and self.live_use_of(stay.named) is None
        }

    def standing(self, app_id: int) -> str:
        app = self.tables["app"][app_id]
        if app.is_struck_out:
            return "struck out"
        if app.is_returned:
            return "returned"
        live = self.live_ref(app_id)
        if live is None:
            return "reserve" if app.is_waiting else "due"
        _key, ref = live
        stays = [stay for named in ref.named if (stay := self.stay_of(named))]
        if stays:
            return "settled" if any(not stay.left_on for _key, stay in stays) else "left"
        return "lapsed" if ref.lapsed_on else "referred"

    def queue(self) -> list[int]:
        """Who waits, in the order of applying (r.7)."""
        waiting = [app for _key, app in self.rows("app") if app.is_waiting]
        return [app.id for app in sorted(waiting, key=lambda app: app.order)]

    def ahead_of(self, app_id: int) -> list[int]:
        """Who waits before somebody and was not passed over by a decision (r.8)."""
        mine = self.tables["app"][app_id].order
        passed = {one for preferred, one in self.tables["passed"] if preferred == app_id}
        return [
            other for other in self.queue() if self.tables["app"][other].order < mine and other not in passed
        ]

    # --- beds

    def admits(
        self, bed: int, human: Human, household: int, day: date, moves: Mapping[int, int] | None = None
    ) -> bool:
        """Whether somebody may sleep in the room of a bed beside those of other households there.

        ``moves`` are the beds to which others move at the same time.
        """
        room, kind = self.tables["bed"][bed].room, self.tables["bed"][bed].kind
        if human.age_on(day) < 7:
            return True
        if kind == ("men" if human.is_woman else "women"):
            return False
        moves = moves or {}
        lie = [(use.named, use.bed) for _key, use in self.rows("use") if not use.ended_on]
        for named, in_bed in [pair for pair in lie if pair[0] not in moves] + list(moves.items()):
            if self.tables["bed"][in_bed].room != room:
                continue
            other = self.tables["named"][named]
            if self.tables["ref"][other.ref].app == household or other.human.age_on(day) < 7:
                continue
            if other.human.is_woman is not human.is_woman:
                return False
        return True

    def fits(self, app_id: int, sharing: Collection[int], day: date, today: date) -> bool:
        """Whether there is any way at all to give everybody of an application a free bed."""
        states = self.bed_states(today)
        free = [bed for bed, (state, _who) in states.items() if state == FREE]
        people = self.tables["app"][app_id].people
        seekers = [position for position in range(len(people)) if position not in sharing]
        wanted = {
            position: [bed for bed in free if self.admits(bed, people[position], app_id, day)]
            for position in seekers
        }
        given: dict[int, int] = {}

        def seat(position: int, tried: set[int]) -> bool:
            for bed in wanted[position]:
                if bed not in tried:
                    tried.add(bed)
                    if bed not in given or seat(given[bed], tried):
                        given[bed] = position
                        return True
            return False

        return all(seat(position, set()) for position in seekers)

    def may_have(self, app_id: int, beds: Mapping[int, int], day: date, today: date) -> bool:
        """Whether the people of an application may have just these beds."""
        states = self.bed_states(today)
        people = self.tables["app"][app_id].people
        if len(set(beds.values())) < len(beds):
            return False
        return all(
            bed in states and states[bed][0] == FREE and self.admits(bed, people[position], app_id, day)
            for position, bed in beds.items()
        )

    def used_until(self, bed: int) -> date | None:
        ends = [use.ended_on for _key, use in self.rows("use") if use.bed == bed and use.ended_on]
        ends += [
            outage.ended_on for _key, outage in self.rows("outage") if outage.bed == bed and outage.ended_on
        ]
        return max(ends, default=None)

    # --- households

    def residents(self, household: int) -> list[int]:
        """The stays of those of a household who live here."""
        return [key for key, stay in self.rows("stay") if stay.household == household and not stay.left_on]

    def is_adult(self, stay_id: int, today: date) -> bool:
        human: Human = self.tables["named"][self.tables["stay"][stay_id].named].human
        return human.age_on(today) >= 18

    def contact(self, household: int) -> int | None:
        """Who speaks for a household: the last one chosen who lives here, else the applicant."""
        living = self.residents(household)
        for _key, (of, stay) in sorted(self.tables["contact"].items(), reverse=True):
            if of == household and stay in living:
                return int(stay)
        return next(
            (key for key in living if self.tables["named"][self.tables["stay"][key].named].position == 0),
            None,
        )

    def needs_contact(self, household: int, leaving: Collection[int], today: date) -> list[int]:
        """Those who could speak for a household whose contact goes; empty where nobody has to."""
        if self.contact(household) not in leaving:
            return []
        return [
            stay for stay in self.residents(household) if stay not in leaving and self.is_adult(stay, today)
        ]

    def put_out_on(self, stay: int) -> date | None:
        """The day of the last decision that puts somebody out (r.14)."""
        days = [
            breach.decided_on
            for _key, breach in self.rows("breach")
            if breach.outcome == "evict" and stay in breach.to_leave
        ]
        return max(days, default=None)

    def counts(self, today: date) -> Counter[str]:
        return Counter(state for state, _who in self.bed_states(today).values())


def six_months_after(day: date) -> date:
    """The same number of the month, or its last day."""
    month = day.month - 1 + 6
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
