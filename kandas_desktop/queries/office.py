"""The office as screens and papers name it."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from kandas_desktop.models.engine import in_use

# What the window names when it comes up is read without Peewee; what the tables are asked for, with it.
if TYPE_CHECKING:
    from kandas_desktop.rules.calendar import WorkCalendar
    from kandas_desktop.rules.office import OfficeEntry


class OfficeName(NamedTuple):
    """What the window calls the office."""

    kk: str
    ru: str


def office_name() -> OfficeName | None:
    """The name of the office whose file is open; ``None`` until it is set up."""
    row = in_use().execute_sql("SELECT center_name_kk, center_name_ru FROM office WHERE id = 1").fetchone()
    return OfficeName(*row) if row else None


_OFFICE = """
SELECT center_name_kk, center_name_ru, bin, address, director, local_body_name, local_body_head,
       application_pattern, referral_pattern, bedding_days, last_day_moves, applications_before,
       referrals_before
FROM office WHERE id = 1
"""


def office() -> "OfficeEntry | None":
    """The office whose file is open; ``None`` until it is set up."""
    from dataclasses import replace

    from kandas_desktop.rules.office import OfficeEntry

    row = in_use().execute_sql(_OFFICE).fetchone()
    if row is None:
        return None
    read = OfficeEntry(*row)
    return replace(read, last_day_moves=bool(read.last_day_moves))


def office_set_up_on() -> date | None:
    """The day on which the office was set up; ``None`` until it is."""
    row = in_use().execute_sql("SELECT set_up_on FROM office WHERE id = 1").fetchone()
    return date.fromisoformat(row[0]) if row else None


def work_calendar() -> "WorkCalendar":
    """Kazakhstan's calendar under the office's own edits."""
    from kandas_desktop.models.cases import calendar_overrides
    from kandas_desktop.rules.calendar import kazakhstan

    return kazakhstan(calendar_overrides())


class NumbersGiven(NamedTuple):
    """The last running numbers of a year; 0 where none was given yet."""

    applications: int
    referrals: int


def numbers_given(year: int) -> NumbersGiven:
    """How far the numbers of a year have come in this program, the paper journals before it left out."""
    row = in_use().execute_sql(
        "SELECT coalesce((SELECT max(sequence) FROM application WHERE year = :year), 0),"
        " coalesce((SELECT max(sequence) FROM referral WHERE year = :year), 0)",
        {"year": year},
    )
    return NumbersGiven(*row.fetchone())


class Outlook(NamedTuple):
    """What registering now would lead to: the beds that are free, and who waits already."""

    beds_free: int
    waiting: int


def outlook(on: date) -> Outlook:
    """Beds and reserve on a day, for the desk to say what comes after registering."""
    from kandas_desktop.models.cases import reserve_queue
    from kandas_desktop.models.house import house

    return Outlook(beds_free=house(in_use(), on).counts().free, waiting=len(reserve_queue()))


class DraftRow(NamedTuple):
    id: int
    content: str
    saved_at: datetime


def drafts() -> list[DraftRow]:
    """Every draft, last written first."""
    rows = in_use().execute_sql("SELECT id, content, saved_at FROM draft ORDER BY saved_at DESC, id DESC")
    return [DraftRow(id_, content, datetime.fromisoformat(saved)) for id_, content, saved in rows]


def slip_issuers(limit: int = 12) -> list[str]:
    """The bodies that issued the latest slips, most recent first, each once."""
    rows = in_use().execute_sql(
        "SELECT document_issued_by FROM application_person WHERE document_issued_by <> ''"
        " ORDER BY id DESC LIMIT 200"
    )
    return list(dict.fromkeys(name for (name,) in rows))[:limit]
