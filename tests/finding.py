"""Looking into the search index as the journal does, without the journal around it."""

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.search import matching


def found(database: OfficeDatabase, typed: str) -> list[int]:
    """The applications that match what was typed, the newest first; none where nothing is asked."""
    expression = matching(typed)
    if expression is None:
        return []
    rows = database.execute_sql(
        "SELECT rowid FROM journal_search WHERE journal_search MATCH ? ORDER BY rowid DESC", (expression,)
    )
    return [row[0] for row in rows]
