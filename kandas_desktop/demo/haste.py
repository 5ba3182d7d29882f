"""Writing in haste: what a file that can be thrown away does without while it is filled."""

from collections.abc import Iterator
from contextlib import contextmanager

from kandas_desktop.models.engine import OfficeDatabase

_PRAGMAS = (
    "PRAGMA foreign_keys = OFF",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA cache_size = -256000",
)

# Of the search index: how much it gathers before it writes, and how eagerly it merges what it wrote. In an
# index that grew line by line, old lines have climbed to levels that are hardly ever merged again. Here the
# first lines climb there, and all the others join them in the end: were they left on a low level, one of the
# next registrations would have to merge the whole index.
_SEARCH_CLIMBS = {"automerge": 0, "crisismerge": 2}
_SEARCH_GATHERS = {"hashsize": 4 * 1024 * 1024, "automerge": 0, "crisismerge": 2000}
_SEARCH_AT_REST = {"hashsize": 1024 * 1024, "automerge": 4, "crisismerge": 16}

CLIMBING_LINES = 50_000
"""So many lines are to be written before ``gather`` is called."""


@contextmanager
def in_haste(database: OfficeDatabase) -> Iterator[None]:
    """Fill the file inside the block; a power cut would spoil it. The connection is to be closed after it."""
    for pragma in _PRAGMAS:
        database.execute_sql(pragma)
    # Of the beds' uses they stay: with each new one the database asks who had the bed.
    indexes = database.execute_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'"
        " AND tbl_name <> 'bed_use'"
    ).fetchall()
    with database.transaction():
        for name, _sql in indexes:
            database.execute_sql(f"DROP INDEX {name}")
        _tune_search(database, _SEARCH_CLIMBS)
        yield
    with database.transaction():
        # Sorting a whole column is quicker than finding the place of each of its values.
        for _name, sql in indexes:
            database.execute_sql(sql)
        database.execute_sql("INSERT INTO journal_search (journal_search) VALUES ('optimize')")
        _tune_search(database, _SEARCH_AT_REST)
    database.execute_sql("PRAGMA journal_mode = WAL")


def gather(database: OfficeDatabase) -> None:
    """Let the search index gather many lines before it writes them."""
    _tune_search(database, _SEARCH_GATHERS)


def _tune_search(database: OfficeDatabase, settings: dict[str, int]) -> None:
    for name, value in settings.items():
        database.execute_sql("INSERT INTO journal_search (journal_search, rank) VALUES (?, ?)", (name, value))
