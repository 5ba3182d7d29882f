"""The acts that were recorded about a subject, by which the last one can be taken back."""

from datetime import datetime
from typing import NamedTuple

from kandas_desktop.models.engine import in_use


class ActRow(NamedTuple):
    """An act that wrote rows, and was not undone."""

    id: int
    verb: str
    at: datetime


_LAST = """
SELECT line.id, line.verb, line.at FROM audit_line line
WHERE line.subject = ? AND line.subject_id = ? AND line.changes <> ''
  AND NOT EXISTS (SELECT 1 FROM audit_line undoing WHERE undoing.undoes_id = line.id)
ORDER BY line.id DESC LIMIT 1
"""


def last_act(subject: str, subject_id: int) -> ActRow | None:
    """The last act about a subject that still stands; ``None`` where there is none to take back."""
    row = in_use().execute_sql(_LAST, (subject, subject_id)).fetchone()
    return ActRow(row[0], row[1], datetime.fromisoformat(row[2])) if row else None
