"""One person as they stand in the intake form: what was typed, letter for letter, and what it amounts to."""

import re
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.queries.application import PersonRow
from kandas_desktop.rules.birth import BirthDate, DateFault, read_birth_date, read_date
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument, Sex
from kandas_desktop.rules.kinship import sex_implied_by
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.names import PersonName

SPOUSE = "жұбайы"

_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
_LAST_WORD = re.compile(r"^(?P<number>.*?)(?:\s*,\s*|\s+)(?P<day>[0-9][0-9./\-]{4,9})$", re.DOTALL)
# At least one digit must follow: until then somebody is still typing the word.
_KIND = re.compile(
    r"(?:(?P<slip>талон\w*|slip)|(?:ықтиярхат\w*|вид на жительство|внж|permit))[\s:№]+(?P<number>\S*\d.*)",
    re.IGNORECASE | re.DOTALL,
)


class Part(StrEnum):
    """One thing that is written down about a person; the value names the attribute of ``PersonForm``."""

    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    BORN = "born"
    KINSHIP = "kinship"
    SEX = "sex"
    BIRTH_PLACE = "birth_place"
    ORIGIN = "origin_country"
    CITIZENSHIP = "citizenship"
    LATIN_NAME = "latin_name"
    NATIVE_NAME = "native_name"
    IIN = "iin"
    CERTIFICATE_NUMBER = "certificate_number"
    CERTIFICATE_DATE = "certificate_date"
    DOCUMENT_KIND = "document_kind"
    DOCUMENT_NUMBER = "document_number"
    DOCUMENT_DATE = "document_date"
    DOCUMENT_ISSUER = "document_issuer"
    NEEDS_ACCESSIBLE = "needs_accessible"


# What the form proposes by itself, and a tick alone, say nothing of who somebody is.
_SAY_NOBODY = frozenset({Part.DOCUMENT_KIND, Part.DOCUMENT_ISSUER, Part.NEEDS_ACCESSIBLE})
_TICKED = "yes"


def split_number_and_date(typed: str) -> tuple[str, str]:
    """«20-117, 10.03.2026» or «20-117 100326» as its number and its date, both as typed.

    What follows a comma is the date, readable or not; after a blank only what looks like one.
    """
    number, comma, rest = typed.rpartition(",")
    if comma and rest.strip():
        return number.strip(), rest.strip()
    found = _LAST_WORD.match(typed.strip())
    if found and found["number"] and _is_date(found["day"]):
        return found["number"].strip(" ,"), found["day"]
    return typed.strip(" ,"), ""


def told_kind(number: str) -> tuple[DocumentKind | None, str]:
    """The kind of document that stands in words before its number, and the number without them.

    «ықтиярхат 031-77» is a permit, «талон 20-117» a slip, in the words of any of the screen's languages.
    """
    found = _KIND.match(number.strip())
    if not found:
        return None, number
    kind = DocumentKind.SLIP if found["slip"] else DocumentKind.PERMIT
    return kind, found["number"]


def join_number_and_date(number: str, day: str) -> str:
    """The two halves as one field shows them."""
    return ", ".join(half for half in (number, day) if half)


def _is_date(typed: str) -> bool:
    try:
        read_date(typed, today=date(2000, 1, 1))
    except DateFault:
        return False
    return True


@dataclass(slots=True)
class PersonForm:
    """Every part as it was typed; countries are their two letters, or the typed words that name none."""

    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    born: str = ""
    kinship: str = ""
    sex: str = ""
    birth_place: str = ""
    origin_country: str = ""
    citizenship: str = ""
    latin_name: str = ""
    native_name: str = ""
    iin: str = ""
    certificate_number: str = ""
    certificate_date: str = ""
    document_kind: str = ""
    document_number: str = ""
    document_date: str = ""
    document_issuer: str = ""
    needs_accessible: str = ""

    def get(self, part: Part) -> str:
        """What was typed for a part; empty while nothing was."""
        return str(getattr(self, part))

    def put(self, part: Part, typed: str) -> None:
        """Take what was typed for a part."""
        setattr(self, part, typed)

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote anything; what the form itself proposes does not count."""
        return not any(self.get(part).strip() for part in Part if part not in _SAY_NOBODY)

    @property
    def name(self) -> PersonName:
        return PersonName(clean(self.surname), clean(self.given_name), clean(self.patronymic))

    def birth_date(self, today: date) -> BirthDate | None:
        """The birth date; ``None`` while it is missing or cannot be read."""
        try:
            return read_birth_date(self.born, today=today)
        except DateFault:
            return None

    def is_adult(self, today: date) -> bool:
        """Whether the person is known to be an adult, who needs a slip in the family too (r.3)."""
        born = self.birth_date(today)
        return born is not None and born.is_adult_on(today)

    @property
    def is_in_need(self) -> bool:
        """Whether an accessible room is asked for."""
        return self.needs_accessible == _TICKED

    def set_in_need(self, is_in_need: bool) -> None:
        """Ask for an accessible room, or not any more."""
        self.needs_accessible = _TICKED if is_in_need else ""

    @property
    def is_permit(self) -> bool:
        return self.document_kind == DocumentKind.PERMIT

    def document(self, today: date) -> ResidenceDocument | None:
        """The slip or permit; ``None`` while neither its number nor its date is written."""
        if not (self.document_number.strip() or self.document_date.strip()):
            return None
        return ResidenceDocument(
            kind=DocumentKind.PERMIT if self.is_permit else DocumentKind.SLIP,
            number=clean(self.document_number),
            issued_on=_day(self.document_date, today),
            issued_by=clean(self.document_issuer),
        )

    def sex_known(self, applicant: "PersonForm | None" = None) -> Sex | None:
        """The sex as chosen, else as the kinship implies it; a spouse's is the other one."""
        if self.sex:
            return Sex(self.sex)
        if applicant is not None and applicant.sex and clean(self.kinship).lower() == SPOUSE:
            return Sex.FEMALE if applicant.sex == Sex.MALE else Sex.MALE
        return sex_implied_by(clean(self.kinship)) if applicant is not None else None

    def entry(self, today: date, applicant: "PersonForm | None" = None) -> PersonEntry:
        """What goes into the journal; a family member's countries are the applicant's unless they differ."""
        origin, citizenship = country_code(self.origin_country), country_code(self.citizenship)
        if applicant is not None:
            citizenship = citizenship or origin or country_code(applicant.citizenship)
            origin = origin or country_code(applicant.origin_country)
        return PersonEntry(
            name=self.name,
            born=self.birth_date(today),
            kinship=clean(self.kinship),
            sex=self.sex_known(applicant),
            birth_place=clean(self.birth_place),
            origin_country=origin,
            citizenship=citizenship,
            latin_name=clean(self.latin_name),
            native_name=clean(self.native_name),
            iin=clean(self.iin).replace(" ", ""),
            certificate_number=clean(self.certificate_number),
            certificate_issued_on=_day(self.certificate_date, today),
            document=self.document(today),
            needs_accessible=self.is_in_need,
        )

    def kept(self) -> dict[str, str]:
        """What a draft keeps of the person."""
        return {part.value: self.get(part) for part in Part if self.get(part)}

    @classmethod
    def from_kept(cls, kept: dict[str, str]) -> "PersonForm":
        """The person as a draft kept them; parts that this version does not know are left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: text for name, text in kept.items() if name in known})

    @classmethod
    def copied(cls, row: PersonRow) -> "PersonForm":
        """A person of an earlier application, to be taken in anew."""
        household = row.household
        document = household.document
        return cls(
            surname=household.name.surname,
            given_name=household.name.given_name,
            patronymic=household.name.patronymic,
            born=household.born.digits if household.born else "",
            kinship=household.kinship,
            sex=row.sex or "",
            birth_place=row.birth_place,
            origin_country=row.origin_country,
            citizenship=row.citizenship,
            latin_name=row.latin_name,
            native_name=row.native_name,
            iin=household.iin,
            certificate_number=row.certificate_number,
            certificate_date=_written(row.certificate_issued_on),
            document_kind=document.kind if document else "",
            document_number=document.number if document else "",
            document_date=_written(document.issued_on) if document else "",
            document_issuer=document.issued_by if document else "",
            needs_accessible=_TICKED if household.needs_accessible else "",
        )


def country_code(typed: str) -> str:
    """The two letters of a country; empty for words that name none."""
    return typed if _COUNTRY_CODE.fullmatch(typed) else ""


def _day(typed: str, today: date) -> date | None:
    try:
        return read_date(typed, today=today) if typed.strip() else None
    except DateFault:
        return None


def _written(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
