"""An office, its clock, its model and a source of chance: what everything that is played at random shares."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from random import Random
from typing import Any

from kandas_desktop.actions.desk import Refused
from kandas_desktop.rules.calendar import kazakhstan
from tests.factories import TestOffice
from tests.fuzz.model import Change, Model
from tests.fuzz.rows import Bed, Linen, Use

Plays = Sequence[tuple[int, Callable[[], None]]]
"""What can be played, and how often against the others."""
Doing = Callable[[], Any]
Then = Callable[[Any], None]

_OPENS, _CLOSES = time(9), time(18)


class Game:
    """One office in which is played; every assertion names what was tried."""

    def __init__(self, office: TestOffice, chance: Random) -> None:
        self.office = office
        self.desk = office.desk
        self.chance = chance
        self.model = Model()
        self.tally: Counter[str] = Counter()
        self.calendar = kazakhstan()
        self.acts: list[tuple[int, list[Change]]] = []
        self.fresh: int | None = None
        """The act that was the last thing done, which can be taken back for certain."""
        for bed, room, kind in self.sql(
            "SELECT b.id, r.id, r.kind FROM bed b JOIN room r ON r.id = b.room_id"
        ):
            self.model.put("bed", bed, Bed(room, kind))
        self.model.taken_log()

    @property
    def today(self) -> date:
        return self.office.clock().date()

    def let_time_pass(self) -> None:
        """Some minutes, until the next day, or over days and weeks in which the office was closed."""
        drawn = self.chance.random()
        if drawn < 0.002:
            self.go_to(self.today + timedelta(days=self.chance.randint(30, 75)))
        elif drawn < 0.02:
            self.go_to(self.today + timedelta(days=10))
        elif drawn < 0.27:
            self.go_to(self.today + timedelta(days=1))
        else:
            later = self.office.clock() + timedelta(minutes=self.chance.randint(1, 20))
            if later.time() > _CLOSES:
                self.go_to(self.today + timedelta(days=1))
            else:
                self.office.clock.set(later.date(), later.time())

    def go_to(self, day: date) -> None:
        """Set the clock to the morning of a day."""
        self.office.clock.set(day, _OPENS)

    def attempt(
        self,
        name: str,
        is_allowed: bool | None,
        do: Doing,
        then: Then = lambda result: None,
        *,
        is_act: bool = False,
    ) -> None:
        """Do something that the model allows or not; the program must say the same, where the model knows."""
        audited = self.audited()
        result = refusal_or(do)
        if isinstance(result, Refused):
            assert is_allowed is not True, f"{name} was refused: {result}"
            assert result.obstacles, f"{name} was refused without a reason"
            assert self.audited() == audited, f"{name} was refused and wrote"
            self.tally[f"{name}, refused"] += 1
            return
        assert is_allowed is not False, f"{name} was not refused"
        self.tally[name] += 1
        then(result)
        log = self.model.taken_log()
        self.fresh = None
        if is_act:
            self.fresh = int(result)
            self.acts.append((int(result), log))

    def audited(self) -> int:
        """How many lines the audit has."""
        return int(self.sql("SELECT count(*) FROM audit_line")[0][0])

    def sql(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a statement finds in the office's file."""
        found: list[tuple[Any, ...]] = self.desk.database.execute_sql(sql, values).fetchall()
        return found

    def some(self, table: str, is_likely: Callable[[Any], bool] = lambda row: True) -> Any | None:
        """A key of a table: mostly of one whose row is ``is_likely``, the newer the likelier."""
        keys = list(self.model.tables[table])
        if not keys:
            return None
        likely = [key for key in keys if is_likely(self.model.tables[table][key])]
        if likely and self.chance.random() < 0.85:
            return self.chance.choice(likely)
        return self.chance.choice(keys[-30:] if self.chance.random() < 0.9 else keys)

    def a_day(self, expected: date, *, rarely: bool = True) -> date:
        """The day that is right, or now and then (``rarely``) one beside it."""
        return expected + timedelta(days=self.chance.choice((*[0] * (14 if rarely else 1), -1, 1, -5, 5)))

    def a_reason(self) -> str:
        """Some words, or now and then nothing."""
        return "" if self.chance.random() < 0.05 else "Сынақ үшін"

    def row(self, table: str, key: Any) -> Any:
        """A row of the model."""
        return self.model.tables[table][key]

    def use(self, bed: int, named: int, stay: int | None, began_on: date) -> None:
        """Give somebody a bed in the model, under the id that the program gave it."""
        ((key,),) = self.sql(
            "SELECT id FROM bed_use WHERE referral_person_id = ? AND ended_on IS NULL", named
        )
        self.model.put("use", key, Use(bed, named, stay, began_on))

    def make_bed(self, bed: int, stay: int, day: date) -> None:
        """Write bedding down in the model, where it was not written down for that day already (r.11)."""
        found = self.sql(
            "SELECT id, stay_id FROM bedding_change WHERE bed_id = ? AND changed_on = ?", bed, day
        )
        assert len(found) == 1, "no bedding was written down"
        ((key, of),) = found
        if key not in self.model.tables["linen"]:
            assert of == stay
            self.model.put("linen", key, Linen(bed, stay, day))


def refusal_or(do: Doing) -> Any:
    """What ``do`` returns, or why it was refused; anything else that is raised is a fault."""
    try:
        return do()
    except Refused as refused:
        return refused
