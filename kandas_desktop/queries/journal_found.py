"""By whom the search found a line: what stands on the line itself, or somebody of the family beneath."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.search import asked_words, stands_in
from kandas_desktop.queries.applied import applied_for
from kandas_desktop.rules.birth import BirthDate


class FoundFamily(NamedTuple):
    """A family by which a line was found: its size, and the ids of the family rows that were meant."""

    size: int
    members: frozenset[int]


_PEOPLE = """
SELECT ap.application_id, ap.id, ap.position > 0 OR ap.kinship <> '',
       p.surname || ' ' || p.given_name || ' ' || p.patronymic || ' ' || p.latin_name || ' ' || p.native_name,
       p.birth_year, p.birth_month, p.birth_day
FROM application_person ap JOIN person p ON p.id = ap.person_id
WHERE ap.application_id IN ({places})
ORDER BY ap.application_id, ap.position
"""
_NUMBERS = """
SELECT a.id, a.number, a.registered_on FROM application a WHERE a.id IN ({places})
UNION ALL
SELECT r.application_id, r.number, r.issued_on FROM referral r WHERE r.application_id IN ({places})
"""


def found_families(
    database: OfficeDatabase, application_ids: Sequence[int], typed: str
) -> dict[int, FoundFamily]:
    """The families without which these lines would not have been found by ``typed``, by application.

    A line that answers every word by its applicant, numbers and days is not among them: a family shares its
    surname, and would be shown for nothing.
    """
    asked = asked_words(typed)
    if not asked:
        return {}
    places = ",".join("?" * len(application_ids))
    lines: defaultdict[int, str] = defaultdict(str)
    families: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for id_, person_id, is_family, names, *born in database.execute_sql(
        _PEOPLE.format(places=places), list(application_ids)
    ):
        text = f"{names} {BirthDate(*born).digits}"
        if is_family:
            families[id_][person_id] = text
        else:
            lines[id_] = text
    if not families:
        return {}
    # Of those who join a household all stand beneath whoever applied for them (r.2).
    for id_, applied in applied_for(database, [id_ for id_ in families if id_ not in lines]).items():
        lines[id_] = applied.full
    for id_, number, day in database.execute_sql(_NUMBERS.format(places=places), [*application_ids] * 2):
        lines[id_] += f" {number} {day[8:]}.{day[5:7]}.{day[:4]}"
    found = {}
    for id_, family in families.items():
        others = [word for word in asked if not stands_in(word, lines[id_])]
        members = frozenset(
            person_id for person_id, text in family.items() if any(stands_in(word, text) for word in others)
        )
        if members:
            found[id_] = FoundFamily(len(family), members)
    return found
