"""The registration journal as a page shows it: ids in order, then rows for what is painted."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.models.cases import people_rows, reserve_queue
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.search import matching
from kandas_desktop.models.tables import Application, Volume
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import PersonName
from kandas_desktop.rules.obstacles import Obstacle, obstacle_in_document
from kandas_desktop.rules.standing import Standing, standing


class Show(StrEnum):
    """Which lines of the journal are shown."""

    ALL = "all"
    DUE = "due"
    RESERVE = "reserve"
    REFERRED = "referred"
    RETURNED = "returned"
    STRUCK_OUT = "struck out"


class Order(StrEnum):
    """In which order the lines are shown."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class JournalChoice:
    """What the desk asked to see; empty text, ``None`` and ``ALL`` leave everything in."""

    show: Show = Show.ALL
    typed: str = ""
    year: int | None = None
    country: str = ""
    order: Order = Order.NEWEST


class JournalRow(NamedTuple):
    """One numbered line of the journal."""

    id: int
    sequence: int
    number: str
    registered_on: date
    name: PersonName
    birth_place: str
    born: BirthDate
    origin_country: str
    people: int
    referral_number: str
    referral_issued_on: date | None
    referral_is_struck_out: bool
    standing: Standing
    reserve_place: int

    @property
    def family_size(self) -> int:
        """How many family members stand beneath the line."""
        return self.people - 1


class FamilyRow(NamedTuple):
    """One unnumbered line beneath: a family member, with what r.3 still asks of them today."""

    id: int
    name: PersonName
    born: BirthDate
    kinship: str
    is_adult: bool
    turned_adult_on: date
    obstacle: Obstacle | None


class JournalCounts(NamedTuple):
    """How many lines each choice of the filter row holds."""

    all: int
    due: int
    reserve: int
    referred: int
    returned: int
    struck_out: int


class VolumeRow(NamedTuple):
    """A book of the journal; ``ended_on`` is ``None`` while it is open."""

    id: int
    year: int
    number: int
    begun_on: date
    ended_on: date | None
    entries: int


_SHOWN = {
    Show.DUE: "a.considered_on IS NULL AND a.struck_out_on IS NULL",
    Show.RESERVE: "a.id IN (SELECT application_id FROM reserve_entry WHERE left_on IS NULL)",
    Show.REFERRED: "EXISTS (SELECT 1 FROM referral r WHERE r.application_id = a.id AND r.struck_out_on IS NULL)",
    Show.RETURNED: "a.returned_reason IS NOT NULL AND a.struck_out_on IS NULL",
    Show.STRUCK_OUT: "a.struck_out_on IS NOT NULL",
}
_ORDERED = {Order.NEWEST: "a.id DESC", Order.OLDEST: "a.id", Order.NAME: "a.sort_key, a.id DESC"}


def _selected(choice: JournalChoice) -> tuple[str, list[object]]:
    """SQL for the ids of a choice, in order, and its parameters."""
    source, conditions, values = "application a", [], []
    expression = matching(choice.typed)
    if expression is not None:
        source = "journal_search s JOIN application a ON a.id = s.rowid"
        conditions.append("s.words MATCH ?")
        values.append(expression)
    if choice.show is not Show.ALL:
        conditions.append(_SHOWN[choice.show])
    if choice.year is not None:
        conditions.append("a.year = ?")
        values.append(choice.year)
    if choice.country:
        conditions.append(
            "EXISTS (SELECT 1 FROM application_person ap JOIN person p ON p.id = ap.person_id"
            " WHERE ap.application_id = a.id AND ap.position = 0 AND p.origin_country = ?)"
        )
        values.append(choice.country)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"SELECT a.id FROM {source}{where} ORDER BY {_ORDERED[choice.order]}", values


def first_ids(database: OfficeDatabase, choice: JournalChoice, limit: int) -> "array[int]":
    """The ids of the first ``limit`` lines of a choice: enough for a screen, at once."""
    sql, values = _selected(choice)
    rows = database.execute_sql(f"{sql} LIMIT {int(limit)}", values)
    return array("q", (row[0] for row in rows))


def all_ids(database: OfficeDatabase, choice: JournalChoice, chunk: int = 20_000) -> "Iterator[array[int]]":
    """The ids of all lines of a choice, in order, in arrays of ``chunk``: a long read for a thread of its own."""
    sql, values = _selected(choice)
    cursor = database.execute_sql(sql, values)
    while rows := cursor.fetchmany(chunk):
        yield array("q", (row[0] for row in rows))


_ROWS = """
SELECT a.id, a.sequence, a.number, a.registered_on, p.surname, p.given_name, p.patronymic, p.birth_place,
       p.birth_year, p.birth_month, p.birth_day, p.origin_country, a.people,
       r.number, r.issued_on, r.struck_out_on, a.struck_out_on, a.returned_reason, e.id
FROM application a
JOIN application_person ap ON ap.application_id = a.id AND ap.position = 0
JOIN person p ON p.id = ap.person_id
LEFT JOIN referral r ON r.id = (
    SELECT r2.id FROM referral r2 WHERE r2.application_id = a.id
    ORDER BY r2.struck_out_on IS NOT NULL, r2.id DESC LIMIT 1)
LEFT JOIN reserve_entry e ON e.application_id = a.id AND e.left_on IS NULL
WHERE a.id IN ({places})
"""


def journal_rows(database: OfficeDatabase, ids: Sequence[int]) -> dict[int, JournalRow]:
    """The lines with these ids, by id."""
    sql = _ROWS.format(places=",".join("?" * len(ids)))
    places = {application.id: place for place, application in enumerate(reserve_queue(), start=1)}
    return {row[0]: _journal_row(row, places) for row in database.execute_sql(sql, list(ids))}


def _journal_row(row: tuple[object, ...], places: dict[int, int]) -> JournalRow:
    (id_, sequence, number, registered, surname, given, patronymic, place, year, month, day, country, people,
     referral, issued, referral_struck, struck, returned, reserve) = row  # fmt: skip
    return JournalRow(
        id=id_,
        sequence=sequence,
        number=number,
        registered_on=date.fromisoformat(registered),
        name=PersonName(surname, given, patronymic),
        birth_place=place,
        born=BirthDate(year, month, day),
        origin_country=country,
        people=people,
        referral_number=referral or "",
        referral_issued_on=date.fromisoformat(issued) if issued else None,
        referral_is_struck_out=referral_struck is not None,
        standing=standing(
            is_struck_out=struck is not None,
            is_returned=returned is not None,
            has_live_referral=referral is not None and referral_struck is None,
            waits_in_reserve=reserve is not None,
        ),
        reserve_place=places.get(id_, 0),
    )


def family_rows(application_ids: Iterable[int], on: date) -> dict[int, list[FamilyRow]]:
    """The family lines of these applications by application, as r.3 sees them on a day."""
    from kandas_desktop.models.cases import household_person

    families: dict[int, list[FamilyRow]] = {}
    for row in people_rows(application_ids):
        if not row.position:
            continue
        person = household_person(row)
        families.setdefault(row.application_id, []).append(
            FamilyRow(
                id=row.id,
                name=person.name,
                born=person.born,
                kinship=person.kinship,
                is_adult=person.born.is_adult_on(on),
                turned_adult_on=person.born.turns_adult_on(),
                obstacle=obstacle_in_document(person, on=on),
            )
        )
    return families


def journal_counts(database: OfficeDatabase) -> JournalCounts:
    """How many lines there are in all and by outcome; a long read when there are a million."""
    queries = (
        "SELECT count(*) FROM application",
        "SELECT count(*) FROM application WHERE considered_on IS NULL AND struck_out_on IS NULL",
        "SELECT count(*) FROM reserve_entry WHERE left_on IS NULL",
        "SELECT count(*) FROM referral WHERE struck_out_on IS NULL",
        "SELECT count(*) FROM application WHERE returned_reason IS NOT NULL AND struck_out_on IS NULL",
        "SELECT count(*) FROM application WHERE struck_out_on IS NOT NULL",
    )
    return JournalCounts(*(database.execute_sql(sql).fetchone()[0] for sql in queries))


def due_count(database: OfficeDatabase) -> int:
    """How many applications wait to be considered (r.6)."""
    sql = "SELECT count(*) FROM application WHERE considered_on IS NULL AND struck_out_on IS NULL"
    return int(database.execute_sql(sql).fetchone()[0])


def journal_years(database: OfficeDatabase) -> list[int]:
    """The years that have lines, newest first."""
    return [row[0] for row in database.execute_sql("SELECT DISTINCT year FROM volume ORDER BY year DESC")]


def volumes() -> list[VolumeRow]:
    """The books of the journal, newest first, with the number of their lines."""
    return [
        _volume_row(volume) for volume in Volume.select().order_by(Volume.year.desc(), Volume.number.desc())
    ]


def open_volume() -> VolumeRow | None:
    """The book that is being written; ``None`` before the first line."""
    volume = Volume.get_or_none(Volume.ended_on.is_null())
    return _volume_row(volume) if volume else None


def _volume_row(volume: Volume) -> VolumeRow:
    entries = Application.select().where(Application.volume == volume).count()
    return VolumeRow(volume.id, volume.year, volume.number, volume.begun_on, volume.ended_on, entries)
