"""Which lines of the journal are shown, and in which order: their ids, however many there are."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from itertools import chain, repeat
from typing import NamedTuple

from kandas_desktop.models.engine import OfficeDatabase, Stopped, stopped_when


class Show(StrEnum):
    """Which lines of the journal are shown."""

    ALL = "all"
    DUE = "due"
    RESERVE = "reserve"
    REFERRED = "referred"
    SETTLED = "settled"
    LEFT = "left"
    LAPSED = "lapsed"
    RETURNED = "returned"
    STRUCK_OUT = "struck out"


class Order(StrEnum):
    """In which order the lines are shown."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


class JournalChoice(NamedTuple):
    """What the desk asked to see; empty text, ``None`` and ``ALL`` leave everything in."""

    show: Show = Show.ALL
    typed: str = ""
    year: int | None = None
    country: str = ""
    order: Order = Order.NEWEST

    @property
    def is_everything(self) -> bool:
        """Whether no line is left out."""
        return self.show is Show.ALL and not (self.country or self.year) and _expression(self.typed) is None


def _expression(typed: str) -> str | None:
    if not typed:
        return None
    # Imported with the first letter typed: the journal comes up without the search.
    from kandas_desktop.models.search import matching

    return matching(typed)


class LineIds(NamedTuple):
    """Lines in order: the ids of their applications, and the size of each family where that was asked."""

    ids: Sequence[int]
    families: Sequence[int] | None = None


# Whose referral is in force, by what became of it (rules/standing.py). Of the many that ever were, nearly all
# have left; so the others are found from the beds and stays of today, by indexes over those alone: the plus
# and CROSS keep SQLite from beginning with all the beds that were ever held.
_STAYED = (
    "SELECT 1 FROM referral_person rp2 JOIN stay s ON s.referral_person_id = rp2.id"
    " WHERE rp2.referral_id = r.id"
)
_HOLDING = (
    "SELECT rp.referral_id FROM bed_use u CROSS JOIN referral_person rp WHERE rp.id = u.referral_person_id"
    " AND u.ended_on IS NULL AND +u.stay_id IS NULL"
)
# Only who joins a household that lives here can share a bed without anybody on the referral having one.
_NEEDING_NO_BED = (
    "SELECT r2.id FROM application a2 CROSS JOIN referral r2 WHERE r2.application_id = a2.id"
    " AND a2.joins_id IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM referral_person rp3 WHERE rp3.referral_id = r2.id AND rp3.shares_bed = 0)"
)
REFERRED = (
    "SELECT r.application_id FROM referral r WHERE r.struck_out_on IS NULL AND r.lapsed_on IS NULL"
    f" AND r.id IN ({_HOLDING} UNION {_NEEDING_NO_BED}) AND NOT EXISTS ({_STAYED})"
)
SETTLED = (
    "SELECT DISTINCT r.application_id FROM stay s JOIN referral_person rp ON rp.id = s.referral_person_id"
    " JOIN referral r ON r.id = rp.referral_id WHERE s.left_on IS NULL"
)
LAPSED = (
    "SELECT r.application_id FROM referral r WHERE r.lapsed_on IS NOT NULL AND r.struck_out_on IS NULL"
    f" AND NOT EXISTS ({_STAYED})"
)

# Where few lines are left, the search asks about each of them; else each line that was found is looked at.
_FEW = {
    Show.DUE: "SELECT id FROM application WHERE considered_on IS NULL AND struck_out_on IS NULL",
    Show.RESERVE: "SELECT application_id FROM reserve_entry WHERE left_on IS NULL",
    Show.REFERRED: REFERRED,
    Show.SETTLED: SETTLED,
    Show.LAPSED: LAPSED,
}
_MANY = {
    Show.LEFT: f"EXISTS (SELECT 1 FROM referral r WHERE r.application_id = a.id AND r.struck_out_on IS NULL"
    f" AND EXISTS ({_STAYED}) AND NOT EXISTS ({_STAYED} AND s.left_on IS NULL))",
    Show.RETURNED: "a.returned_reason IS NOT NULL AND a.struck_out_on IS NULL",
    Show.STRUCK_OUT: "a.struck_out_on IS NOT NULL",
}
_FOUND = "s.journal_search MATCH ?"
_FOUND_AMONG_FEW = f"EXISTS (SELECT 1 FROM journal_search s WHERE {_FOUND} AND s.rowid = a.id)"
_IN_YEAR = "SELECT id FROM application WHERE year = ? ORDER BY sequence"
_FROM_COUNTRY = (
    "EXISTS (SELECT 1 FROM application_person ap JOIN person p ON p.id = ap.person_id"
    " WHERE ap.application_id = a.id AND ap.position = 0 AND p.origin_country = ?)"
)
# Who joins a household stands beneath whoever speaks for it.
_FAMILY_SIZE = "CASE WHEN a.joins_id IS NULL THEN a.people - 1 ELSE a.people END"
_FIRST_CHUNK, _LARGEST_CHUNK = 500, 20_000


def _never() -> bool:
    return False


class _Selection:
    """SQL for the lines of a choice."""

    def __init__(self, choice: JournalChoice) -> None:
        self._conditions: list[str] = []
        self.values: list[object] = []
        self._order = choice.order
        expression = _expression(choice.typed)
        # Found lines come in the order of their ids, so that the first of them are there at once.
        self._is_search = expression is not None and choice.show not in _FEW
        self._id = "s.rowid" if self._is_search else "a.id"
        if expression is not None:
            self._only(_FOUND if self._is_search else _FOUND_AMONG_FEW, expression)
        if choice.show in _FEW:
            self._only(f"a.id IN ({_FEW[choice.show]})")
        elif choice.show in _MANY:
            self._only(_MANY[choice.show])
        if choice.year is not None:
            # A year's lines follow each other; the plus keeps them in the order of their ids.
            ends = f"({_IN_YEAR} LIMIT 1) AND ({_IN_YEAR} DESC LIMIT 1)"
            self._only(f"{self._id} BETWEEN {ends} AND +a.year = ?", *repeat(choice.year, 3))
        if choice.country:
            self._only(_FROM_COUNTRY, choice.country)

    def sql(self, *, with_families: bool) -> str:
        """The statement that reads the ids, and beside them the family sizes."""
        where = f" WHERE {' AND '.join(self._conditions)}" if self._conditions else ""
        columns = f"{self._id}, {_FAMILY_SIZE}" if with_families else self._id
        order = {
            Order.NEWEST: f"{self._id} DESC",
            Order.OLDEST: self._id,
            Order.NAME: f"a.sort_key, {self._id}",
        }[self._order]
        return f"SELECT {columns} FROM {self._source(with_families)}{where} ORDER BY {order}"

    def _source(self, with_families: bool) -> str:
        if not self._is_search:
            return "application a"
        looks_at_lines = with_families or len(self._conditions) > 1 or self._order is Order.NAME
        lines = " CROSS JOIN application a ON a.id = s.rowid" if looks_at_lines else ""
        return f"journal_search s{lines}"

    def _only(self, condition: str, *values: object) -> None:
        self._conditions.append(condition)
        self.values += values


def unbroken_ids(database: OfficeDatabase, order: Order) -> range | None:
    """The ids of the whole journal by age without reading its lines; ``None`` where that cannot be done.

    Numbers have no gaps and no line is ever deleted (r.5), so the numbers tell how many lines there are. When
    that is as many as there are ids, every id between the first and the last is a line's.
    """
    first, last = database.execute_sql(
        "SELECT (SELECT min(id) FROM application), (SELECT max(id) FROM application)"
    ).fetchone()
    if first is None:
        return range(0)
    if order is Order.NAME or last - first + 1 != line_count(database):
        return None
    return range(first, last + 1) if order is Order.OLDEST else range(last, first - 1, -1)


def line_count(database: OfficeDatabase) -> int:
    """How many lines the journal has; told by the numbers of each year, which have no gaps (r.5)."""
    (count,) = database.execute_sql(
        "WITH RECURSIVE years (year) AS (SELECT min(year) FROM application UNION ALL"
        " SELECT (SELECT min(year) FROM application WHERE year > years.year) FROM years"
        " WHERE year IS NOT NULL)"
        " SELECT coalesce(sum((SELECT max(sequence) FROM application a WHERE a.year = years.year)"
        " - (SELECT min(sequence) FROM application a WHERE a.year = years.year) + 1), 0) FROM years"
    ).fetchone()
    return int(count)


def first_lines(
    database: OfficeDatabase,
    choice: JournalChoice,
    limit: int,
    *,
    with_families: bool = False,
    is_unwanted: Callable[[], bool] = _never,
) -> LineIds | None:
    """The first ``limit`` lines of a choice: enough for a screen, at once. ``None`` once it is unwanted."""
    selection = _Selection(choice)
    sql = f"{selection.sql(with_families=with_families)} LIMIT {int(limit)}"
    try:
        with stopped_when(database, is_unwanted):
            rows = database.execute_sql(sql, selection.values).fetchall()
    except Stopped:
        return None
    return _line_ids(rows, with_families=with_families)


def all_lines(
    database: OfficeDatabase,
    choice: JournalChoice,
    *,
    with_families: bool = False,
    is_unwanted: Callable[[], bool] = _never,
) -> Iterator[LineIds]:
    """All lines of a choice in order, in growing pieces: a long read, for a thread of its own.

    There is at least one piece, empty where nothing fits the choice; none follows once they are unwanted.
    """
    selection = _Selection(choice)
    sql = selection.sql(with_families=with_families)
    with suppress(Stopped), stopped_when(database, is_unwanted):
        cursor = database.execute_sql(sql, selection.values)
        for number, size in enumerate(chain((_FIRST_CHUNK,), repeat(_LARGEST_CHUNK))):
            rows = cursor.fetchmany(size)
            if is_unwanted() or (number and not rows):
                return
            yield _line_ids(rows, with_families=with_families)


def _line_ids(rows: list[tuple[int, ...]], *, with_families: bool) -> LineIds:
    families = array("H", (row[1] for row in rows)) if with_families else None
    return LineIds(array("q", (row[0] for row in rows)), families)
