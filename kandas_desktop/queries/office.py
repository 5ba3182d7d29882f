"""The office as screens and papers name it."""

from datetime import date, datetime
from typing import NamedTuple

from peewee import fn

from kandas_desktop.models.cases import beds, calendar_overrides, reserve_queue
from kandas_desktop.models.tables import Application, ApplicationPerson, Draft, Office, Referral
from kandas_desktop.rules.beds import Beds
from kandas_desktop.rules.calendar import WorkCalendar, kazakhstan


class OfficeRow(NamedTuple):
    """The office; the numbers given before are those of its paper journals in the year of its set-up."""

    center_name_kk: str
    center_name_ru: str
    business_number: str
    address: str
    director: str
    local_body_name: str
    local_body_head: str
    application_pattern: str
    referral_pattern: str
    beds_in_all: int
    last_day_moves: bool
    applications_before: int
    referrals_before: int
    set_up_on: date


def office() -> OfficeRow | None:
    """The office whose file is open; ``None`` until it is set up."""
    row = Office.get_or_none(Office.id == 1)
    if row is None:
        return None
    return OfficeRow(*(getattr(row, name) for name in OfficeRow._fields))


def work_calendar() -> WorkCalendar:
    """Kazakhstan's calendar under the office's own edits."""
    return kazakhstan(calendar_overrides())


class NumbersGiven(NamedTuple):
    """The last running numbers of a year; 0 where none was given yet."""

    applications: int
    referrals: int


def numbers_given(year: int) -> NumbersGiven:
    """How far the numbers of a year have come in this program, the paper journals before it left out."""
    return NumbersGiven(*(_last_number(table, year) for table in (Application, Referral)))


def _last_number(table: type[Application] | type[Referral], year: int) -> int:
    return table.select(fn.MAX(table.sequence)).where(table.year == year).scalar() or 0


class Outlook(NamedTuple):
    """What registering now would lead to: the beds there are, and who waits already."""

    beds: Beds
    waiting: int


def outlook(on: date) -> Outlook:
    """Beds and reserve on a day, for the desk to say what comes after registering."""
    return Outlook(beds=beds(on), waiting=len(reserve_queue()))


class DraftRow(NamedTuple):
    id: int
    content: str
    saved_at: datetime


def drafts() -> list[DraftRow]:
    """Every draft, last written first."""
    rows = Draft.select().order_by(Draft.saved_at.desc(), Draft.id.desc())
    return [DraftRow(row.id, row.content, row.saved_at) for row in rows]


def slip_issuers(limit: int = 12) -> list[str]:
    """The bodies that issued the latest slips, most recent first, each once."""
    rows = (
        ApplicationPerson.select(ApplicationPerson.document_issued_by)
        .where(ApplicationPerson.document_issued_by != "")
        .order_by(ApplicationPerson.id.desc())
        .limit(200)
    )
    return list(dict.fromkeys(row.document_issued_by for row in rows))[:limit]
