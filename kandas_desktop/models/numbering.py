"""The next numbers of a year: without gaps, and never one that was given before."""

from typing import NamedTuple

from peewee import fn

from kandas_desktop.models.tables import Application, Office, Referral
from kandas_desktop.rules.numbers import NumberPattern


class NextNumber(NamedTuple):
    """The running number within its year, and how the office writes it."""

    sequence: int
    number: str


def next_application_number(year: int) -> NextNumber:
    """The number that the next application of ``year`` gets (r.5)."""
    office = Office.get_by_id(1)
    return _next(Application, year, office, office.applications_before, office.application_pattern)


def next_referral_number(year: int) -> NextNumber:
    """The number that the next referral of ``year`` gets (appendix 3, last column)."""
    office = Office.get_by_id(1)
    return _next(Referral, year, office, office.referrals_before, office.referral_pattern)


def numbers_of(table: type[Application] | type[Referral], year: int) -> list[str]:
    """Every number that a paper of ``year`` bears in this program."""
    return list(table.select(table.number).where(table.year == year).scalars())


def _next(
    table: type[Application] | type[Referral], year: int, office: Office, before: int, pattern: str
) -> NextNumber:
    last = table.select(fn.MAX(table.sequence)).where(table.year == year).scalar()
    if last is None:
        # In the year of the set-up the program goes on where the paper journal stopped.
        last = before if year == office.set_up_on.year else 0
    return NextNumber(last + 1, NumberPattern(pattern).number(last + 1, year))
