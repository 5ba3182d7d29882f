"""Who left the reserve when and why: on screen, too, the proof that its order was kept (r.7, r.8)."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.models.engine import in_use
from kandas_desktop.queries.reserve import Joiner, Preferred, household_names, preferred_by_decision
from kandas_desktop.rules.names import PersonName

MOST_SHOWN = 50
_LEFT = """
SELECT a.id, a.number, a.people, a.registered_on, a.arrived_at, e.entered_on, e.left_on, e.left_because,
       coalesce(a.returned_reason, ''), coalesce(a.struck_out_reason, ''),
       coalesce((SELECT r.number FROM referral r WHERE r.application_id = a.id
                 ORDER BY r.struck_out_on IS NOT NULL, r.id DESC LIMIT 1), '')
FROM (SELECT * FROM reserve_entry WHERE left_on IS NOT NULL ORDER BY left_on DESC, id DESC LIMIT ?) e
JOIN application a ON a.id = e.application_id
ORDER BY e.left_on DESC, e.id DESC
"""


class LeftBecause(StrEnum):
    """How somebody left the reserve."""

    REFERRED = "referred"
    RETURNED = "returned"
    STRUCK_OUT = "struck out"


class LeftRow(NamedTuple):
    """One who waited and left the reserve; ``words`` are the referral's number, or the reason."""

    application_id: int
    number: str
    applicant: PersonName
    names: tuple[str, ...]
    people: int
    registered_on: date
    arrived_at: datetime
    entered_on: date
    left_on: date
    because: LeftBecause
    words: str
    preferred: tuple[Preferred, ...]
    """The decisions by which others were passed over in favour of it."""
    joining: tuple[Joiner, ...] = ()
    """Those for whom another applied, who were to join a household that lives here (r.2)."""


def left_reserve(most: int = MOST_SHOWN) -> tuple[LeftRow, ...]:
    """The last who left the reserve, the latest first."""
    found = in_use().execute_sql(_LEFT, (most,)).fetchall()
    names = household_names(row[0] for row in found)
    preferred = preferred_by_decision(row[0] for row in found)
    rows = []
    for application_id, number, people, registered, arrived, entered, left, because, *words in found:
        why = LeftBecause(because)
        returned, struck_out, referral = words
        rows.append(
            LeftRow(
                application_id=application_id,
                number=number,
                applicant=names[application_id].applicant,
                names=names[application_id].everybody,
                people=people,
                registered_on=date.fromisoformat(registered),
                arrived_at=datetime.fromisoformat(arrived),
                entered_on=date.fromisoformat(entered),
                left_on=date.fromisoformat(left),
                because=why,
                words={
                    LeftBecause.REFERRED: referral,
                    LeftBecause.RETURNED: returned,
                    LeftBecause.STRUCK_OUT: struck_out,
                }[why],
                preferred=tuple(preferred[application_id]),
                joining=names[application_id].joining,
            )
        )
    return tuple(rows)
