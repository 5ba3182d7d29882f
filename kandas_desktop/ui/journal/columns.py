"""The journal's columns: the six of appendix 3 in the order's words, and the office's own."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kandas_desktop.queries.countries import country_name
from kandas_desktop.queries.journal import FamilyRow, JournalRow
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.outcomes import outcome
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.wording import born_words, coming_words, digits
from kandas_desktop.words import _, language

if TYPE_CHECKING:
    from kandas_desktop.rules.obstacles import ObstacleKind

NOTHING_YET = "—"
HIDDEN_DATE = "••.••.••••"


class Sight(NamedTuple):
    """How the lines are looked at: on which day, with names hidden (F9), in how little room."""

    today: date
    names_hidden: bool = False
    is_compact: bool = False


class Cell(NamedTuple):
    """The main fact of a cell, and the second one under it."""

    main: str
    second: str = ""

    @property
    def text(self) -> str:
        """Both facts in one line, for tooltips and screen readers."""
        return f"{self.main} {self.second}".strip()


class Column(NamedTuple):
    """A column: its title, its cell, and how wide it is in a normal and in a small window."""

    name: str
    title: Callable[[], str]
    cell: Callable[[JournalRow, Sight], Cell]
    width: int
    compact_width: int
    stretch: int = 0
    is_own: bool = False


def _number(row: JournalRow, sight: Sight) -> Cell:
    return Cell(str(row.sequence))


def _name(row: JournalRow, sight: Sight) -> Cell:
    if sight.names_hidden:
        return Cell(row.number, _joining(row))
    second = " · ".join(filter(None, (row.name.patronymic, _joining(row))))
    if not row.name.surname or not row.name.given_name:
        return Cell(row.name.surname or row.name.given_name, second)
    return Cell(f"{row.name.surname} {row.name.given_name}", second)


def _joining(row: JournalRow) -> str:
    """How many join the applicant's household by this line (r.2); empty for an application of its own."""
    return coming_words(row.people, is_joining=True) if row.is_joining else ""


def _birth(row: JournalRow, sight: Sight) -> Cell:
    place = _short_place(row.birth_place) if sight.is_compact else row.birth_place
    return Cell(place or NOTHING_YET, born_text(row.born, sight))


def _country(row: JournalRow, sight: Sight) -> Cell:
    return Cell(country_name(row.origin_country, language()))


def _registered(row: JournalRow, sight: Sight) -> Cell:
    return Cell(digits(row.registered_on), row.number)


def _referral(row: JournalRow, sight: Sight) -> Cell:
    if row.referral_issued_on is None:
        return Cell(NOTHING_YET)
    return Cell(row.referral_number, digits(row.referral_issued_on))


def _people(row: JournalRow, sight: Sight) -> Cell:
    return Cell(str(row.people))


def _outcome(row: JournalRow, sight: Sight) -> Cell:
    return Cell(outcome(row, sight.today).text)


COLUMNS = (
    Column("number", lambda: _("No."), _number, 78, 56),
    Column(
        "name",
        lambda: _("Surname, given name and patronymic (if any) of the applicant"),
        _name, 184, 156, stretch=3,
    ),
    Column("birth", lambda: _("Place and date of birth"), _birth, 136, 104, stretch=2),
    Column("country", lambda: _("Country of origin"), _country, 94, 98, stretch=2),
    Column("registered", lambda: _("Date and number of registration"), _registered, 88, 80, stretch=1),
    Column("referral", lambda: _("Number and date of issue of the referral"), _referral, 88, 82, stretch=1),
    Column("people", lambda: _("People"), _people, 64, 52, is_own=True),
    Column("outcome", lambda: _("Outcome"), _outcome, 158, 157, stretch=1, is_own=True),
)  # fmt: skip


def born_text(born: BirthDate, sight: Sight) -> str:
    """A birth date or its year; dots while names are hidden."""
    return HIDDEN_DATE if sight.names_hidden else born_words(born)


def _short_place(place: str) -> str:
    """A place name without the word for what it is, where that stands last: «Алтай аймағы» is «Алтай»."""
    name, _space, kind = place.rpartition(" ")
    return name if name and kind in ("аймағы", "қаласы", "облысы", "ауданы", "ауылы") else place


class FamilyStatus(NamedTuple):
    """What r.3 asks of a family member, in a few words."""

    text: str
    is_missing: bool = False
    is_there: bool = False


def family_name(member: FamilyRow, row: JournalRow, sight: Sight) -> str:
    """The name of a family member; the journal's number while names are hidden."""
    return row.number if sight.names_hidden else member.name.full


def family_status(member: FamilyRow, row: JournalRow, sight: Sight) -> FamilyStatus:
    """The slip of a family member: there, missing, or not needed; nothing is missing once all is decided."""
    if member.obstacle is not None and row.standing in (Standing.DUE, Standing.RESERVE):
        return FamilyStatus(_missing(member.obstacle.kind, member, row, sight), is_missing=True)
    if member.document_kind is not None:
        words = _("slip handed in") if member.document_kind == "slip" else _("permit handed in")
        return FamilyStatus(words, is_there=member.obstacle is None)
    decided_on = row.referral_issued_on or row.registered_on
    if not member.is_adult or not member.born.is_adult_on(decided_on):
        return FamilyStatus(_("minor"))
    return FamilyStatus(NOTHING_YET)


def _missing(kind: "ObstacleKind", member: FamilyRow, row: JournalRow, sight: Sight) -> str:
    # Imported with the first obstacle: the journal comes up without these rules.
    from kandas_desktop.rules.obstacles import ObstacleKind

    if kind is ObstacleKind.SLIP_NUMBER_MISSING:
        return _("slip number not written")
    if kind is ObstacleKind.SLIP_DATE_MISSING:
        return _("slip date not written")
    if kind is ObstacleKind.SLIP_ISSUER_MISSING:
        return _("slip's issuing body not written")
    if row.registered_on < member.turned_adult_on <= sight.today:
        day = HIDDEN_DATE if sight.names_hidden else digits(member.turned_adult_on)
        return _("no slip, turned 18 on {day}").format(day=day)
    return _("no slip")


def family_text(member: FamilyRow, row: JournalRow, sight: Sight) -> str:
    """A family line in one sentence, for screen readers."""
    parts = (
        family_name(member, row, sight),
        born_text(member.born, sight),
        kinship_words(member.kinship),
        family_status(member, row, sight).text,
    )
    return ", ".join(part for part in parts if part)
