"""The registration journal as a page shows it: rows for what is painted, counts, and its books."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kandas_desktop.models.engine import OfficeDatabase, in_use
from kandas_desktop.queries.journal_lines import LAPSED, REFERRED, SETTLED, line_count
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.standing import ReferralFacts, Standing, standing

if TYPE_CHECKING:
    from kandas_desktop.rules.household import DocumentKind
    from kandas_desktop.rules.obstacles import Obstacle


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
    reopened_on: date | None = None
    move_in_due: date | None = None
    """The last day to move in (r.9), while a family that received its referral is awaited."""
    is_joining: bool = False
    """Whether they join a household: who speaks for it applied, and all of them stand beneath (r.5)."""

    @property
    def family_size(self) -> int:
        """How many family members stand beneath the line."""
        return self.people if self.is_joining else self.people - 1


class FamilyRow(NamedTuple):
    """One unnumbered line beneath: a family member, with what r.3 asks of them on the day asked about."""

    id: int
    name: PersonName
    born: BirthDate
    kinship: str
    is_adult: bool
    turned_adult_on: date
    document_kind: "DocumentKind | None"
    obstacle: "Obstacle | None"


class JournalCounts(NamedTuple):
    """How many lines each choice of the filter row holds."""

    all: int
    due: int
    reserve: int
    referred: int
    settled: int
    left: int
    lapsed: int
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


_ROWS = """
SELECT a.id, a.sequence, a.number, a.registered_on, p.surname, p.given_name, p.patronymic, p.birth_place,
       p.birth_year, p.birth_month, p.birth_day, p.origin_country, a.people,
       r.number, r.issued_on, r.struck_out_on, a.struck_out_on, a.returned_reason, a.reopened_on,
       r.received_on, r.lapsed_on, (
           SELECT max(CASE WHEN s.left_on IS NULL THEN 1 ELSE 0 END)
           FROM referral_person rp JOIN stay s ON s.referral_person_id = rp.id
           WHERE rp.referral_id = r.id),
       a.joins_id, e.id
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
    rows = database.execute_sql(sql, list(ids)).fetchall()
    # The reserve is read only where somebody waits in it.
    places = _reserve_places(database) if any(row[-1] is not None for row in rows) else {}
    read = {row[0]: _journal_row(row, places) for row in rows}
    joining = [row[0] for row in rows if row[-2] is not None]
    if joining:
        read |= _applied_for(database, {id_: read[id_] for id_ in joining})
    received = {row[0]: row[19] for row in rows if row[19] and read[row[0]].standing is Standing.REFERRED}
    if not received:
        return read
    dues = _move_in_dues(database, received)
    return {id_: row._replace(move_in_due=dues.get(id_)) for id_, row in read.items()}


_APPLICANTS = """
SELECT ap.id, p.surname, p.given_name, p.patronymic, p.birth_place, p.birth_year, p.birth_month, p.birth_day,
       p.origin_country
FROM application_person ap JOIN person p ON p.id = ap.person_id WHERE ap.id IN ({places})
"""


def _applied_for(database: OfficeDatabase, rows: Mapping[int, JournalRow]) -> dict[int, JournalRow]:
    """The lines of those who join a household, with whoever spoke for it as applicant (r.5)."""
    # Imported with the first of them: the journal comes up without it.
    from kandas_desktop.models.speakers import speakers

    speaking = speakers(database, rows)
    sql = _APPLICANTS.format(places=",".join("?" * len(speaking)))
    people = {row[0]: row[1:] for row in database.execute_sql(sql, list(speaking.values()))}
    applied = {}
    for id_, row in rows.items():
        surname, given, patronymic, place, year, month, day, country = people[speaking[id_]]
        applied[id_] = row._replace(
            name=PersonName(surname, given, patronymic),
            birth_place=place,
            born=BirthDate(year, month, day),
            origin_country=country,
            is_joining=True,
        )
    return applied


def _move_in_dues(database: OfficeDatabase, received: Mapping[int, str]) -> dict[int, date]:
    """The last day to move in by application (r.9), from the days of receipt."""
    # Imported with the first family that is awaited: the journal comes up without it.
    from kandas_desktop.rules.calendar import kazakhstan
    from kandas_desktop.rules.terms import move_in_due

    calendar = None
    if database.execute_sql("SELECT last_day_moves FROM office WHERE id = 1").fetchone() == (1,):
        days = database.execute_sql("SELECT day, is_working FROM calendar_day").fetchall()
        calendar = kazakhstan({date.fromisoformat(day): bool(is_working) for day, is_working in days})
    return {id_: move_in_due(date.fromisoformat(day), calendar) for id_, day in received.items()}


def _reserve_places(database: OfficeDatabase) -> dict[int, int]:
    """The place of each waiting application in the reserve, by its id (r.7): day, time, number."""
    rows = database.execute_sql(
        "SELECT a.id FROM reserve_entry e JOIN application a ON a.id = e.application_id"
        " WHERE e.left_on IS NULL ORDER BY a.registered_on, a.arrived_at, a.id"
    )
    return {row[0]: place for place, row in enumerate(rows, start=1)}


def _journal_row(row: tuple[Any, ...], places: dict[int, int]) -> JournalRow:
    (id_, sequence, number, registered, surname, given, patronymic, place, year, month, day, country, people,
     referral, issued, referral_struck, struck, returned, reopened, _received, lapsed, lived_on,
     _joins, reserve) = row  # fmt: skip
    is_live = referral is not None and referral_struck is None
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
            live_referral=_referral_facts(lapsed, lived_on) if is_live else None,
            waits_in_reserve=reserve is not None,
        ),
        reserve_place=places.get(id_, 0),
        reopened_on=date.fromisoformat(reopened) if reopened else None,
    )


def _referral_facts(lapsed: str | None, lived_on: int | None) -> ReferralFacts:
    return ReferralFacts(
        is_lived_on=None if lived_on is None else bool(lived_on), has_lapsed=lapsed is not None
    )


_FAMILIES = """
SELECT ap.application_id, ap.id, ap.position, p.surname, p.given_name, p.patronymic,
       p.birth_year, p.birth_month, p.birth_day, ap.kinship,
       ap.document_kind, ap.document_number, ap.document_issued_on, ap.document_issued_by
FROM application_person ap JOIN person p ON p.id = ap.person_id
WHERE ap.application_id IN ({places}) AND (ap.position > 0 OR ap.kinship <> '')
ORDER BY ap.application_id, ap.position
"""


def family_rows(
    database: OfficeDatabase, application_ids: Sequence[int], on: date
) -> dict[int, list[FamilyRow]]:
    """The family lines of these applications by application, as r.3 sees them on a day.

    Of those who join a household that is everybody: the first of them has a kinship as well.
    """
    sql = _FAMILIES.format(places=",".join("?" * len(application_ids)))
    families: dict[int, list[FamilyRow]] = {id_: [] for id_ in application_ids}
    for row in database.execute_sql(sql, list(application_ids)):
        families[row[0]].append(_family_row(row, on))
    return families


def _family_row(row: tuple[Any, ...], on: date) -> FamilyRow:
    # Imported with the first family: the journal comes up without them.
    from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
    from kandas_desktop.rules.obstacles import obstacle_in_document

    (_application, id_, position, surname, given, patronymic, year, month, day, kinship,
     kind, document_number, issued, issued_by) = row  # fmt: skip
    name, born = PersonName(surname, given, patronymic), BirthDate(year, month, day)
    document = None
    if kind is not None:
        issued_on = date.fromisoformat(issued) if issued else None
        document = ResidenceDocument(DocumentKind(kind), document_number, issued_on, issued_by)
    person = HouseholdPerson(position, name, born, kinship, document)
    return FamilyRow(
        id=id_,
        name=name,
        born=born,
        kinship=kinship,
        is_adult=born.is_adult_on(on),
        turned_adult_on=born.turns_adult_on(),
        document_kind=document.kind if document else None,
        obstacle=obstacle_in_document(person, on=on),
    )


def journal_counts(database: OfficeDatabase) -> JournalCounts:
    """How many lines there are in all and by outcome; a long read when there are a million."""

    def count(sql: str) -> int:
        return int(database.execute_sql(sql).fetchone()[0])

    in_force = count("SELECT count(*) FROM referral WHERE struck_out_on IS NULL")
    referred, settled, lapsed = (
        count(f"SELECT count(*) FROM ({sql})") for sql in (REFERRED, SETTLED, LAPSED)
    )
    return JournalCounts(
        all=line_count(database),
        due=count("SELECT count(*) FROM application WHERE considered_on IS NULL AND struck_out_on IS NULL"),
        reserve=count("SELECT count(*) FROM reserve_entry WHERE left_on IS NULL"),
        referred=referred,
        settled=settled,
        # All who were ever referred are one or another of these; those who left are by far the most.
        left=in_force - referred - settled - lapsed,
        lapsed=lapsed,
        returned=count(
            "SELECT count(*) FROM application WHERE returned_reason IS NOT NULL AND struck_out_on IS NULL"
        ),
        struck_out=count("SELECT count(*) FROM application WHERE struck_out_on IS NOT NULL"),
    )


def highest_number(database: OfficeDatabase) -> int:
    """The highest number that a line of any year bears; 0 in an empty journal."""
    (highest,) = database.execute_sql(
        "SELECT max((SELECT max(sequence) FROM application a WHERE a.year = v.year))"
        " FROM (SELECT DISTINCT year FROM volume) v"
    ).fetchone()
    return int(highest or 0)


def due_count(database: OfficeDatabase) -> int:
    """How many applications wait to be considered (r.6)."""
    sql = "SELECT count(*) FROM application WHERE considered_on IS NULL AND struck_out_on IS NULL"
    return int(database.execute_sql(sql).fetchone()[0])


def journal_years(database: OfficeDatabase) -> list[int]:
    """The years that have lines, newest first."""
    rows = database.execute_sql("SELECT DISTINCT year FROM volume ORDER BY year DESC")
    return [int(row[0]) for row in rows]


_VOLUMES = """
SELECT v.id, v.year, v.number, v.begun_on, v.ended_on,
       (SELECT count(*) FROM application a WHERE a.volume_id = v.id)
FROM volume v
"""


def volumes() -> list[VolumeRow]:
    """The books of the journal, newest first, with the number of their lines."""
    rows = in_use().execute_sql(f"{_VOLUMES} ORDER BY v.year DESC, v.number DESC")
    return [_volume_row(row) for row in rows]


def open_volume() -> VolumeRow | None:
    """The book that is being written; ``None`` before the first line."""
    row = in_use().execute_sql(f"{_VOLUMES} WHERE v.ended_on IS NULL").fetchone()
    return _volume_row(row) if row else None


def _volume_row(row: tuple[Any, ...]) -> VolumeRow:
    id_, year, number, begun, ended, entries = row
    return VolumeRow(
        id_, year, number, date.fromisoformat(begun), date.fromisoformat(ended) if ended else None, entries
    )
