"""Who applied for those who join a household (r.3, r.5): whoever spoke for it on the day they came."""

from collections.abc import Iterable

from kandas_desktop.models.engine import OfficeDatabase

# The last contact chosen by then who lived here, else the one on whose application the household came.
# A day stands before every hour of it, as text and as a time.
_SPEAKERS = """
SELECT a.id, coalesce(
    (SELECT rp.application_person_id
     FROM household_contact c JOIN stay s ON s.id = c.stay_id
     JOIN referral_person rp ON rp.id = s.referral_person_id
     WHERE c.household_id = a.joins_id AND c.chosen_on <= a.arrived_at
         AND (s.left_on IS NULL OR s.left_on > a.arrived_at)
     ORDER BY c.id DESC LIMIT 1),
    (SELECT ap.id FROM application_person ap WHERE ap.application_id = a.joins_id AND ap.position = 0))
FROM application a WHERE a.id IN ({places}) AND a.joins_id IS NOT NULL
"""


def speakers(database: OfficeDatabase, application_ids: Iterable[int]) -> dict[int, int]:
    """The application's row of who applied, by application, for those of them that join a household."""
    ids = list(application_ids)
    if not ids:
        return {}
    rows = database.execute_sql(_SPEAKERS.format(places=",".join("?" * len(ids))), ids)
    return dict(rows)
