"""The people named on an application, as the rules see them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.names import PersonName

APPLICANT_POSITION = 0


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class DocumentKind(StrEnum):
    """What is handed in before a referral (r.3): the slip of the application for a permit, or the permit."""

    SLIP = "slip"
    PERMIT = "permit"


class ResidenceDocument(NamedTuple):
    """A slip or a permit as it was handed in; what is not known yet is empty."""

    kind: DocumentKind
    number: str
    issued_on: date | None = None
    issued_by: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether r.3 is satisfied: a slip needs number, date and issuing body; a permit its number."""
        if self.kind is DocumentKind.PERMIT:
            return bool(self.number)
        return bool(self.number and self.issued_on and self.issued_by)


@dataclass(frozen=True, slots=True)
class HouseholdPerson:
    """One person of a household; position 0 is the applicant, the family follows from 1."""

    position: int
    name: PersonName
    born: BirthDate | None = None
    kinship: str = ""
    document: ResidenceDocument | None = None
    iin: str = ""
    sex: Sex | None = None
    needs_accessible: bool = False
    """Whether they asked for a room that is made for people who cannot live in every other."""
    is_joining: bool = False
    """Whether they are to join a household for which somebody else applied."""

    @property
    def is_applicant(self) -> bool:
        """Whether this is who applies; the first of a line that joins a household has a kinship in it."""
        return self.position == APPLICANT_POSITION and not self.kinship and not self.is_joining

    def needs_document_on(self, day: date) -> bool:
        """Whether a referral issued on ``day`` asks for this person's slip (r.3).

        The applicant's it asks for whatever the age, a family member's from the eighteenth birthday on. Who
        has no birth date yet is asked for that first.
        """
        return self.born is not None and (self.is_applicant or self.born.is_adult_on(day))
