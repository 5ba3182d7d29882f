"""The register of petitions with their answers (r.10), and the residents who may file one."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from kandas_desktop.models import breaches
from kandas_desktop.models.breaches import numbered
from kandas_desktop.models.engine import in_use
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.registers import LastEntry


class PetitionRow(NamedTuple):
    """A petition; without an answer while it waits."""

    id: int
    number: str
    stay_id: int
    household_id: int
    household_number: str
    name: PersonName
    filed_on: date
    request: str
    answered_on: date | None
    answer: str


class DwellerRow(NamedTuple):
    """Somebody who lives here, with their household and bed, to be found by any of them."""

    stay_id: int
    household_id: int
    household_number: str
    name: PersonName
    kinship: str
    bed: str
    moved_in_on: date


_PETITIONS = """
SELECT t.id, t.year, t.sequence, t.stay_id, s.household_id, a.number, p.surname, p.given_name, p.patronymic,
       t.filed_on, t.request, t.answered_on, coalesce(t.answer, '')
FROM petition t
JOIN stay s ON s.id = t.stay_id
JOIN person p ON p.id = s.person_id
JOIN application a ON a.id = s.household_id
"""
_DWELLERS = """
SELECT s.id, s.household_id, a.number, p.surname, p.given_name, p.patronymic, rp.kinship,
       coalesce(room.name || '-' || bed.name, ''), s.moved_in_on
FROM stay s
JOIN person p ON p.id = s.person_id
JOIN application a ON a.id = s.household_id
JOIN referral_person rp ON rp.id = s.referral_person_id
LEFT JOIN bed_use u ON u.stay_id = s.id AND u.ended_on IS NULL
LEFT JOIN bed ON bed.id = u.bed_id
LEFT JOIN room ON room.id = bed.room_id
WHERE s.left_on IS NULL
ORDER BY p.sort_key, s.household_id, s.id
"""


def petition_rows() -> list[PetitionRow]:
    """Every petition, the last one first."""
    return _petitions("ORDER BY t.year DESC, t.sequence DESC", ())


def petition_row(petition_id: int) -> PetitionRow | None:
    """One petition; ``None`` where there is none of that id."""
    rows = _petitions("WHERE t.id = ?", (petition_id,))
    return rows[0] if rows else None


def last_petition(year: int) -> LastEntry | None:
    """The petition of a year with the last number, before which none is dated (r.10)."""
    return breaches.last_petition(year)


def dwellers() -> list[DwellerRow]:
    """Everybody who lives here, by name."""
    rows: Iterable[tuple[Any, ...]] = in_use().execute_sql(_DWELLERS)
    return [
        DwellerRow(
            stay_id=stay_id,
            household_id=household_id,
            household_number=number,
            name=PersonName(surname, given_name, patronymic),
            kinship=kinship,
            bed=bed,
            moved_in_on=date.fromisoformat(moved_in_on),
        )
        for stay_id, household_id, number, surname, given_name, patronymic, kinship, bed, moved_in_on in rows
    ]


def _petitions(which: str, values: tuple[int, ...]) -> list[PetitionRow]:
    rows: Iterable[tuple[Any, ...]] = in_use().execute_sql(_PETITIONS + which, values)
    return [
        PetitionRow(
            id=id_,
            number=numbered(sequence, year),
            stay_id=stay_id,
            household_id=household_id,
            household_number=number,
            name=PersonName(*name),
            filed_on=date.fromisoformat(filed_on),
            request=request,
            answered_on=date.fromisoformat(answered_on) if answered_on else None,
            answer=answer,
        )
        for (
            id_,
            year,
            sequence,
            stay_id,
            household_id,
            number,
            *name,
            filed_on,
            request,
            answered_on,
            answer,
        ) in rows
    ]
