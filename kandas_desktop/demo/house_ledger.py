"""Writing the demo's house and its residents into an office's file in bulk, as the ledger does."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from kandas_desktop.demo.families import DemoPerson
from kandas_desktop.demo.guests import Guests
from kandas_desktop.demo.ledger import Written
from kandas_desktop.demo.rooms import DemoRoom
from kandas_desktop.demo.story import Ending, Line
from kandas_desktop.models import engine
from kandas_desktop.rules.terms import stay_ends_on

Row = tuple[Any, ...]

_COLUMNS = {
    "room": "id, floor, name, kind",
    "bed": "id, room_id, name",
    "stay": "id, person_id, referral_person_id, household_id, moved_in_on, rules_signed_on, ended_on,"
    " ended_because, left_on, destination",
    "bed_use": "bed_id, referral_person_id, stay_id, began_on, ended_on, ready_on",
    "bedding_change": "bed_id, stay_id, changed_on",
}
_DESTINATIONS = (
    "Үлгі қаласы, жалға алған пәтер",
    "Мысал ауданы, туыстарының үйі",
    "Сынақ ауылы, сатып алған үй",
    "Нобай ауданы, жұмыс орнындағы жатақхана",
    "Үлгі қаласы, ипотекамен алған пәтер",
)
_DAY = timedelta(days=1)
_BEDDING = timedelta(days=14)
_LAST_ROUNDS = (12, 13, 1)  # days ago, on the first, second and third floor
_BEDDING_KEPT = timedelta(days=190)  # older changes nobody asks for


class HouseLedger:
    """The rows of the house and the stays; whoever lived here before the house's own time gets no bed."""

    def __init__(self, rooms: Sequence[DemoRoom], *, today: date, chance: Callable[[], float]) -> None:
        self._floors = {bed: room.floor for room in rooms for bed in room.beds}
        self._today = today
        self._chance = chance
        self._rows: dict[str, list[Row]] = {table: [] for table in _COLUMNS}
        self._stays = 0
        self._changed: set[tuple[int, date]] = set()

    def build(self, rooms: Sequence[DemoRoom]) -> None:
        """Put down the rooms and their beds."""
        for room in rooms:
            self._rows["room"].append((room.id, room.floor, room.name, room.kind))
            self._rows["bed"] += [
                (bed, room.id, str(number)) for number, bed in enumerate(room.beds, start=1)
            ]

    def lodge(self, guests: Guests, written: Written) -> None:
        """Put down which beds a household's referral held, and its stays once it moved in."""
        *mistaken, named = written.referred
        for names in mistaken:
            self._hold(guests.beds, names, guests.issued_on, guests.issued_on)
        self._hold(guests.beds, named, guests.issued_on, guests.moved_in_on or guests.lapsed_on)
        if guests.moved_in_on is None:
            return
        destination = self._one_of(_DESTINATIONS) if guests.left_on else ""
        joins = guests.line.joins
        household_id = written.application_id if joins is None else joins + 1
        for position, (person, id_) in enumerate(zip(guests.line.family, named, strict=True)):
            stay_id = self._stay(
                person,
                written,
                position,
                id_,
                (guests.moved_in_on, guests.ended_on, guests.ended_because, guests.left_on, destination),
                household_id=household_id,
            )
            if bed := guests.beds.get(position):
                self._rows["bed_use"].append(
                    (bed, id_, stay_id, guests.moved_in_on, guests.left_on, guests.ready_on)
                )
                self._make_beds(bed, stay_id, guests.moved_in_on, guests.left_on)

    def lodge_before(self, line: Line, written: Written, *, until: date) -> None:
        """Put down the stays of a line from before the house's own time, which ended ``until`` then."""
        referral = line.referrals[-1]
        if line.ending is Ending.LAPSED or referral.received_on is None:
            return
        moved_in_on = referral.received_on
        ends_on = min(until, stay_ends_on(moved_in_on))
        left_on = min(ends_on, moved_in_on + _DAY * int(14 + self._chance() * 200))
        because = "term" if left_on == stay_ends_on(moved_in_on) else "freely"
        for position, (person, id_) in enumerate(zip(line.family, written.referred[-1], strict=True)):
            told = (moved_in_on, left_on, because, left_on, _DESTINATIONS[0])
            self._stay(person, written, position, id_, told, household_id=written.application_id)

    def flush(self, database: engine.OfficeDatabase) -> None:
        """Write what was put down since the last time, each table with one statement."""
        cursor = database.connection().cursor()
        for table, rows in self._rows.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} ({_COLUMNS[table]}) VALUES ({places})", rows)
                rows.clear()

    def _hold(self, beds: dict[int, int], names: range, began_on: date, ended_on: date | None) -> None:
        self._rows["bed_use"] += [
            (bed, names[position], None, began_on, ended_on, None) for position, bed in beds.items()
        ]

    def _stay(
        self,
        person: DemoPerson,
        written: Written,
        position: int,
        named: int,
        told: Row,
        *,
        household_id: int,
    ) -> int:
        """Put a stay down with what is ``told`` of it: moved in, ended, why, left, where to."""
        self._stays += 1
        moved_in_on, *ended = told
        signed_on = moved_in_on if person.born.is_adult_on(moved_in_on) else None
        self._rows["stay"].append(
            (
                self._stays,
                written.people[position],
                named,
                household_id,
                moved_in_on,
                signed_on,
                *ended,
            )
        )
        return self._stays

    def _make_beds(self, bed: int, stay_id: int, moved_in_on: date, left_on: date | None) -> None:
        """Bedding issued on moving in, and changed on the rounds of the floor every second week."""
        last = (left_on or self._today) - _DAY
        if last < self._today - _BEDDING_KEPT:
            return
        days_ago = _LAST_ROUNDS[(self._floors[bed] - 1) % len(_LAST_ROUNDS)]
        rounds = (last - (self._today - days_ago * _DAY)) // _BEDDING
        day = self._today - days_ago * _DAY + rounds * _BEDDING
        days = [moved_in_on]
        while day > moved_in_on:
            days.append(day)
            day -= _BEDDING
        for day in sorted(days):
            if (bed, day) not in self._changed:
                self._changed.add((bed, day))
                self._rows["bedding_change"].append((bed, stay_id, day))

    def _one_of(self, texts: Iterable[str]) -> str:
        choices = tuple(texts)
        return choices[int(self._chance() * len(choices))]
