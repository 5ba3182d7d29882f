"""Setting the office up, and changing what it is called and how it numbers."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.numbering import next_application_number, next_referral_number, numbers_of
from kandas_desktop.models.tables import Application, Office, Referral
from kandas_desktop.reports.paper import can_show, printable
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.numbers import PatternFault, pattern_faults, repetition_faults
from kandas_desktop.rules.office import OfficeEntry


class OfficeFaultKind(StrEnum):
    """Why a part of an entry cannot stay as it is."""

    MISSING = "missing"
    UNPRINTABLE = "unprintable"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class OfficeFault:
    """One thing wrong with an entry: its part by name, and for a number pattern what it lacks."""

    part: str
    kind: OfficeFaultKind
    pattern: PatternFault | None = None


_REQUIRED = ("center_name_kk", "center_name_ru", "local_body_name", "local_body_head")
_PRINTED = (
    "center_name_kk", "business_number", "address", "director", "local_body_name", "local_body_head",
    "application_pattern", "referral_pattern",
)  # fmt: skip
_PATTERNS = ("application_pattern", "referral_pattern")
_COUNTS = ("bedding_days", "applications_before", "referrals_before")


def office_faults(entry: OfficeEntry) -> list[OfficeFault]:
    """Everything that keeps an entry from being written down, in the order of its parts."""
    return [fault for part in asdict(entry) for fault in _faults_of(entry, part)]


def change_faults(entry: OfficeEntry, *, on: date) -> list[OfficeFault]:
    """Everything that keeps a change from being written down on a day, in the order of the entry's parts.

    A changed pattern must not give a number again that a paper of the year bears (r.5).
    """
    return [
        fault
        for part in asdict(entry)
        for fault in (*_faults_of(entry, part), *_repetitions(part, clean(str(getattr(entry, part))), on))
    ]


def _repetitions(part: str, pattern: str, on: date) -> Iterator[OfficeFault]:
    if part not in _PATTERNS or pattern_faults(pattern) or pattern == getattr(Office.get_by_id(1), part):
        return
    table, following = (
        (Application, next_application_number)
        if part == "application_pattern"
        else (Referral, next_referral_number)
    )
    # What comes in on the year's last day off is registered in the next year (r.6).
    for year in (on.year, on.year + 1):
        faults = repetition_faults(
            pattern, numbers_of(table, year), following=following(year).sequence, year=year
        )
        if faults:
            yield OfficeFault(part, OfficeFaultKind.PATTERN, faults[0])
            return


def _faults_of(entry: OfficeEntry, part: str) -> Iterator[OfficeFault]:
    value = getattr(entry, part)
    if isinstance(value, str):
        value = clean(value)
    if part in _REQUIRED and not value:
        yield OfficeFault(part, OfficeFaultKind.MISSING)
    if part in _PATTERNS:
        for fault in pattern_faults(value):
            yield OfficeFault(part, OfficeFaultKind.PATTERN, fault)
    if part in _PRINTED and not all(map(can_show, printable(value))):
        yield OfficeFault(part, OfficeFaultKind.UNPRINTABLE)
    if part in _COUNTS and value < (1 if part == "bedding_days" else 0):
        yield OfficeFault(part, OfficeFaultKind.MISSING)


def set_up_office(desk: Desk, entry: OfficeEntry) -> None:
    """Write the office down for the first time. ``ValueError`` for an entry with faults."""
    values = _faultless(entry, office_faults(entry))
    with desk.transaction():
        Office.create(id=1, set_up_on=desk.today, **values)
        desk.record("set up", "office", 1)


def change_office(desk: Desk, entry: OfficeEntry) -> None:
    """Change the office; papers already issued keep the words they were issued with.

    ``ValueError`` for an entry with faults.
    """
    with desk.transaction():
        values = _faultless(entry, change_faults(entry, on=desk.today))
        before = Office.get_by_id(1)
        changed = {part: value for part, value in values.items() if getattr(before, part) != value}
        if changed:
            Office.update(**changed).where(Office.id == 1).execute()
            desk.record("change", "office", 1, **changed)


def _faultless(entry: OfficeEntry, faults: list[OfficeFault]) -> dict[str, str | int | bool]:
    if faults:
        raise ValueError(f"not an office: {', '.join(f'{fault.part} {fault.kind}' for fault in faults)}")
    return {part: clean(value) if isinstance(value, str) else value for part, value in asdict(entry).items()}
