"""When a person's kandas status ends (Law on migration, art. 25), which ends the stay as well (r.15)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kandas_desktop.rules.terms import months_after

STATUS_MONTHS = 12
EXTENSION_MONTHS = 6
"""The status is given for a year and can be extended once, by up to six months."""


class StatusEnd(StrEnum):
    """Why a status ended before its time."""

    CITIZENSHIP = "citizenship"
    PERMIT_REFUSED = "permit refused"
    PERMIT_WITHDRAWN = "permit withdrawn"


@dataclass(frozen=True, slots=True)
class KandasStatus:
    """What is known of one person's status; ``given_on`` is ``None`` for a family member without one."""

    given_on: date | None = None
    extended_until: date | None = None
    ended_on: date | None = None
    ended_because: StatusEnd | None = None


def status_ends_on(status: KandasStatus) -> date | None:
    """Return the last day of the status; ``None`` where the person has none of their own."""
    if status.given_on is None:
        return None
    term_ends_on = status.extended_until or months_after(status.given_on, STATUS_MONTHS)
    return min(term_ends_on, status.ended_on) if status.ended_on else term_ends_on


def latest_extension(given_on: date) -> date:
    """Return the last day until which a status given on `given_on` can be extended."""
    return months_after(months_after(given_on, STATUS_MONTHS), EXTENSION_MONTHS)


def stay_follows(own: KandasStatus, applicants: KandasStatus) -> date | None:
    """Return the day on which the status ends that a person's stay follows (r.15).

    A family member without a status of their own follows the applicant's; ``None`` where nobody's is known.
    """
    return status_ends_on(own if own.given_on else applicants)
