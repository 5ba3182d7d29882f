"""The order's three forms as values: exactly what is printed, and nothing that draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kandas_desktop.reports import wording


@dataclass(frozen=True, slots=True)
class FormPerson:
    """A person as a form names them; ``born`` is written out, since some know only the year."""

    name: str
    born: str
    kinship: str = ""

    @property
    def line(self) -> str:
        """Name, birth date and kinship on one line, leaving out what is not known."""
        parts = (part.strip() for part in (self.name, self.born, self.kinship))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ReferralForm:
    """The referral (appendix 1, r.3) as its issuing body signs it."""

    number: str
    applicant: FormPerson
    family: tuple[FormPerson, ...]
    head_name: str
    issued_on: date
    struck_out: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationForm:
    """The application (appendix 2, r.4); the family's names go with it on sheets of their own (r.3)."""

    local_body: str
    applicant: FormPerson
    family: tuple[FormPerson, ...]
    filed_on: date | None
    struck_out: bool = False


@dataclass(frozen=True, slots=True)
class JournalReferral:
    """A referral as its column names it: number and day; a struck-out one stays, with a line through it."""

    text: str
    struck_out: bool = False


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One application's line of the journal, with its family as unnumbered lines beneath (r.5).

    ``referrals`` are all that were issued on it, oldest first. ``notes`` say why it was returned or struck
    out; they stand below the applicant's name, and nothing goes through them.
    """

    number: str
    applicant: str
    birth: str
    country: str
    registered: str
    referrals: tuple[JournalReferral, ...] = ()
    struck_out: bool = False
    family: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalForm:
    """A volume of the registration journal (appendix 3, r.5); an open volume has not ended."""

    begun_on: date
    ended_on: date | None
    lines: Sequence[JournalLine]


def long_date(day: date) -> str:
    """The day as Kazakh papers write it: «2021 жылғы 16 наурыз»."""
    return wording.DATE.format(year=day.year, day=day.day, month=wording.MONTHS[day.month - 1])
