"""The whole intake form as it was typed: kept as a draft, and turned into the request to register it."""

from dataclasses import dataclass, field
from datetime import date
from json import JSONDecodeError, dumps, loads
from typing import Any, NamedTuple

from kandas_desktop.actions.intake import ApplicationRequest, household_of
from kandas_desktop.queries.application import ApplicationDetail, PersonRow, joined_contact
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.ui.intake.person_form import PersonForm

VERSION = 1


class CopiedApplication(NamedTuple):
    """An earlier application whose people apply anew; the new one refers to it."""

    id: int
    number: str
    people: tuple[PersonRow, ...]

    @classmethod
    def of(cls, detail: ApplicationDetail) -> "CopiedApplication":
        """The application that a side panel shows."""
        return cls(detail.id, detail.number, detail.people)


class JoinedHousehold(NamedTuple):
    """A household that lives here, which a newborn or a later member of the family joins."""

    id: int
    number: str
    contact: PersonRow
    """Whoever speaks for it: their countries are the new members' unless they differ."""


def joined_household(household_id: int, on: date) -> JoinedHousehold:
    """The household that is joined, by its first application."""
    contact = joined_contact(household_id, on)
    return JoinedHousehold(household_id, contact.number, contact.person)


class DraftUnreadable(ValueError):
    """A draft that this version cannot read: broken, or written by a newer one."""


@dataclass(slots=True)
class ApplicationForm:
    """The applicant, the family in their order on the form, and the application that this one follows.

    Where a household is joined, the applicant is whoever speaks for it, and only the family is taken in.
    """

    applicant: PersonForm = field(default_factory=PersonForm)
    family: list[PersonForm] = field(default_factory=list)
    previous_id: int | None = None
    previous_number: str = ""
    joins_id: int | None = None
    joins_number: str = ""

    @property
    def is_joining(self) -> bool:
        """Whether the people join a household that lives here."""
        return self.joins_id is not None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return (self.is_joining or self.applicant.is_empty) and not self.named_family

    @property
    def named_family(self) -> list[PersonForm]:
        """The family without rows in which nobody is."""
        return [person for person in self.family if not person.is_empty]

    @property
    def people(self) -> list[PersonForm]:
        """Everybody who goes onto the application, the applicant first; who joins needs none."""
        if self.is_joining:
            return self.named_family or [PersonForm()]
        return [self.applicant, *self.named_family]

    def is_judgeable(self, today: date) -> bool:
        """Whether everybody has a name and a birth date: only then r.3 can be asked of them."""
        return all(person.name.full and person.birth_date(today) is not None for person in self.people)

    def row_of(self, position: int) -> int:
        """The row in which the person at ``position`` of the request stands: 0 is the applicant's."""
        rows = [row for row, person in enumerate(self.family, 1) if not person.is_empty]
        return (rows or [1])[position] if self.is_joining else [0, *rows][position]

    def request(self, today: date, *, draft_id: int | None = None) -> ApplicationRequest:
        """What is asked of the registration journal."""
        if self.is_joining:
            people = tuple(person.entry(today, self.applicant) for person in self.people)
            return ApplicationRequest(people, draft_id=draft_id, joins_id=self.joins_id)
        family = (person.entry(today, self.applicant) for person in self.named_family)
        return ApplicationRequest(
            people=(self.applicant.entry(today), *family), previous_id=self.previous_id, draft_id=draft_id
        )

    def joined(self, today: date) -> tuple[HouseholdPerson, ...] | None:
        """Whoever speaks for the household that is joined; ``None`` where none is."""
        if not self.is_joining:
            return None
        return (HouseholdPerson(0, self.applicant.name, self.applicant.birth_date(today)),)

    def household(self, today: date) -> tuple[HouseholdPerson, ...]:
        """Everybody as the rules see them, whoever applies first and the rows that are filled after them."""
        joined = self.joined(today)
        if joined is None:
            return household_of(self.request(today))
        return (*joined, *(household_of(self.request(today)) if self.named_family else ()))

    def to_draft(self) -> str:
        """The form as text, as typed, with the version of its layout."""
        content: dict[str, Any] = {
            "version": VERSION,
            "applicant": self.applicant.kept(),
            "family": [person.kept() for person in self.named_family],
        }
        if self.previous_id is not None:
            content["previous"] = {"id": self.previous_id, "number": self.previous_number}
        if self.joins_id is not None:
            content["joins"] = {"id": self.joins_id, "number": self.joins_number}
        return dumps(content, ensure_ascii=False)

    @classmethod
    def from_draft(cls, text: str) -> "ApplicationForm":
        """The form as a draft kept it; ``DraftUnreadable`` where it cannot be read."""
        try:
            content = loads(text)
            if content["version"] > VERSION:
                raise DraftUnreadable(f"version {content['version']}")
            previous, joins = content.get("previous"), content.get("joins")
            return cls(
                applicant=PersonForm.from_kept(content["applicant"]),
                family=[PersonForm.from_kept(kept) for kept in content["family"]],
                previous_id=previous["id"] if previous else None,
                previous_number=previous["number"] if previous else "",
                joins_id=joins["id"] if joins else None,
                joins_number=joins["number"] if joins else "",
            )
        except (JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise DraftUnreadable(str(error)) from error

    @classmethod
    def copied(cls, previous: CopiedApplication) -> "ApplicationForm":
        """The people of an earlier application in a new form."""
        applicant, *family = (PersonForm.copied(row) for row in previous.people)
        return cls(applicant, family, previous.id, previous.number)

    @classmethod
    def joining(cls, household: JoinedHousehold) -> "ApplicationForm":
        """An empty form for those who join a household."""
        applicant = PersonForm.copied(household.contact)
        return cls(applicant, joins_id=household.id, joins_number=household.number)
