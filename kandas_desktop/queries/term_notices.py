"""Whether a family is still to be given notice that its stay ends (r.15)."""

from datetime import date, timedelta

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.rules.agenda import WARNING_DAYS

_GIVEN = "SELECT max(given_on) FROM term_notice WHERE household_id = ? AND ends_on = ?"


def is_notice_due(database: OfficeDatabase, household_id: int, on: date, *, stay_ends_on: date) -> bool:
    """Whether a warning's days have come since which no notice of this end was given (r.15)."""
    left = (stay_ends_on - on).days
    warning = min((days for days in WARNING_DAYS if 0 <= left <= days), default=None)
    if warning is None:
        return False
    (given_on,) = database.execute_sql(_GIVEN, (household_id, stay_ends_on)).fetchone()
    return given_on is None or date.fromisoformat(given_on) < stay_ends_on - timedelta(days=warning)
