"""Who applied for those who join a household, by name alone, for lists (r.2, r.5)."""

from collections.abc import Iterable

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.speakers import speakers
from kandas_desktop.rules.names import PersonName

_NAMES = """
SELECT ap.id, p.surname, p.given_name, p.patronymic
FROM application_person ap JOIN person p ON p.id = ap.person_id WHERE ap.id IN ({places})
"""


def applied_for(database: OfficeDatabase, joining_ids: Iterable[int]) -> dict[int, PersonName]:
    """Who applied, by application, of those applications that join a household; nothing is read for none."""
    ids = list(joining_ids)
    speaking = speakers(database, ids) if ids else {}
    if not speaking:
        return {}
    sql = _NAMES.format(places=",".join("?" * len(speaking)))
    names = {row[0]: PersonName(*row[1:]) for row in database.execute_sql(sql, list(speaking.values()))}
    return {application_id: names[row_id] for application_id, row_id in speaking.items()}
