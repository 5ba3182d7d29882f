"""The order in small, written apart from the program: what may be done, and what is so after it was done."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from tests.fuzz.rows import (
    FREE,
    HELD,
    OCCUPIED,
    OUT,
    UNREADY,
    VACATING,
    Human,
    Ref,
    Status,
    Stay,
    Use,
    months_after,
)
from tests.fuzz.seating import can_be_seated

Row = Any
Change = tuple[str, Any, Row | None, Row | None]
_TABLES = (
    *("app", "ref", "named", "use", "stay", "bed", "outage", "breach", "passed", "contact"),
    *("status", "linen", "petition"),
)


class Model:
    """What is known of the office; every change is written down, so that it can be taken back."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[Any, Row]] = {name: {} for name in _TABLES}
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
        """The last day of a stay (r.15): when it was ended, or else when its term is over."""
        return stay.ended_on or self.term_ends_on(stay)

    def term_ends_on(self, stay: Stay) -> date:
        """Six months, or until the status ends: one's own, or the applicant's where one has none (r.15)."""
        term = months_after(stay.moved_in_on, 6)
        return min(term, self.status_ends_on(stay.named) or term)

    def status_ends_on(self, named: int) -> date | None:
        """The last day of the status that somebody's stay follows; ``None`` where none is known."""
        row = self.tables["named"][named]
        app = self.tables["ref"][row.ref].app
        own = self.status(app, row.position)
        return own.ends_on if own.given_on else self.status(app, 0).ends_on

    def status(self, app: int, position: int) -> Status:
        """What is known of the status of somebody on an application."""
        known: Status = self.tables["status"].get((app, position), Status())
        return known

    def ended(self, key: int, left_on: date, because: str, *, anew: bool = False) -> dict[str, Any]:
        """When and why a stay ended of which somebody left; ``anew``: as if nothing had ended it before."""
        stay: Stay = self.tables["stay"][key]
        last = self.term_ends_on(stay) if anew else self.ends_on(stay)
        out = self.put_out_on(key)
        ended_on = min(left_on, last)
        if out and left_on >= out:
            ended_on, because = min(out, last), "evicted"
        elif stay.because and not anew and left_on >= last:
            because = stay.because
        elif because == "freely" and left_on > last:
            because = "term"
        return {"ended_on": max(ended_on, stay.moved_in_on), "because": because}

    def nights(self, stay: int) -> list[tuple[int, Use]]:
        """The beds in which somebody slept during a stay, in their order."""
        found = [(key, use) for key, use in self.rows("use") if use.stay == stay]
        return sorted(found, key=lambda pair: (pair[1].began_on, pair[0]))

    def is_taken(self, use: Use, since: date, until: date) -> bool:
        """Whether somebody else had a bed between two days, or nobody could because it was out of service."""
        others = [
            (other.began_on, other.ended_on)
            for _key, other in self.rows("use")
            if other.bed == use.bed and other.named != use.named and other.ended_on != other.began_on
        ]
        others += [(one.began_on, one.ended_on) for _key, one in self.rows("outage") if one.bed == use.bed]
        return any(began < until and (ended or date.max) > since for began, ended in others)

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

    def fits(
        self,
        app_id: int,
        sharing: Collection[int],
        day: date,
        today: date,
        *,
        keeps_need: bool = False,
    ) -> bool:
        """Whether everybody of an application can have a free bed, every minor beside an adult of it.

        ``keeps_need``: and whoever needs an accessible room one in such a room.
        """
        states = self.bed_states(today)
        beds = {bed: self.tables["bed"][bed].room for bed, (state, _who) in states.items() if state == FREE}
        people = self.tables["app"][app_id].people

        def may(human: Human, bed: int) -> bool:
            is_in_vain = keeps_need and human.needs_accessible and not self.is_accessible(bed)
            return not is_in_vain and self.admits(bed, human, app_id, day)

        seekers = [human for position, human in enumerate(people) if position not in sharing]
        return can_be_seated(seekers, beds, may, day=day)

    def is_accessible(self, bed: int) -> bool:
        return bool(self.tables["bed"][bed].kind == "accessible")

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

    def was_given_since(self, use: Use) -> bool:
        """Whether a bed was given to anybody after a use of it, or was out of service."""
        assert use.ended_on is not None
        others = [other for _key, other in self.rows("use") if other.bed == use.bed and other != use]
        others += [outage for _key, outage in self.rows("outage") if outage.bed == use.bed]
        return any((other.ended_on or date.max) > use.ended_on for other in others)

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
            stay for stay in self.residents(household) if stay not in leaving and self.may_speak(stay, today)
        ]

    def may_speak(self, stay: int, today: date) -> bool:
        """Whether somebody may speak for a household (r.14): an adult who lives here and need not leave."""
        lives_here = self.tables["stay"][stay].left_on is None
        return lives_here and self.is_adult(stay, today) and not self.is_put_out(stay)

    def heard_on(self, stay: int) -> list[date]:
        """The days on which somebody filed a petition or broke the rules, and so lived here."""
        files = [
            file.happened_on
            for _key, file in self.rows("breach")
            if stay in (*file.concerned, *file.to_leave)
            and not file.closed_on
            and file.happened_on >= self.tables["stay"][stay].moved_in_on
        ]
        return files + [one.filed_on for _key, one in self.rows("petition") if one.stay == stay]

    def is_put_out(self, stay: int) -> bool:
        """Whether a decision ended somebody's stay (r.14)."""
        return self.tables["stay"][stay].because == "evicted" or self.put_out_on(stay) is not None

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
