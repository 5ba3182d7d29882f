"""The whole intake form as it was typed: kept as a draft, and turned into the request to register it."""

from dataclasses import dataclass, field
from datetime import date
from json import JSONDecodeError, dumps, loads
from typing import Any, NamedTuple

from kandas_desktop.actions.intake import ApplicationRequest
from kandas_desktop.queries.application import ApplicationDetail, PersonRow
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


class DraftUnreadable(ValueError):
    """A draft that this version cannot read: broken, or written by a newer one."""


@dataclass(slots=True)
class ApplicationForm:
    """The applicant, the family in their order on the form, and the application that this one follows."""

    applicant: PersonForm = field(default_factory=PersonForm)
    family: list[PersonForm] = field(default_factory=list)
    previous_id: int | None = None
    previous_number: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self.applicant.is_empty and not self.named_family

    @property
    def named_family(self) -> list[PersonForm]:
        """The family without rows in which nobody is."""
        return [person for person in self.family if not person.is_empty]

    @property
    def people(self) -> list[PersonForm]:
        """Everybody who goes onto the application, the applicant first."""
        return [self.applicant, *self.named_family]

    def is_judgeable(self, today: date) -> bool:
        """Whether everybody has a name and a birth date: only then r.3 can be asked of them."""
        return all(person.name.full and person.birth_date(today) is not None for person in self.people)

    def row_of(self, position: int) -> int:
        """The row in which the person at ``position`` of the request stands: 0 is the applicant's."""
        return [0, *(row for row, person in enumerate(self.family, 1) if not person.is_empty)][position]

    def request(self, today: date, *, draft_id: int | None = None) -> ApplicationRequest:
        """What is asked of the registration journal."""
        family = (person.entry(today, self.applicant) for person in self.named_family)
        return ApplicationRequest(
            people=(self.applicant.entry(today), *family), previous_id=self.previous_id, draft_id=draft_id
        )

    def to_draft(self) -> str:
        """The form as text, as typed, with the version of its layout."""
        content: dict[str, Any] = {
            "version": VERSION,
            "applicant": self.applicant.kept(),
            "family": [person.kept() for person in self.named_family],
        }
        if self.previous_id is not None:
            content["previous"] = {"id": self.previous_id, "number": self.previous_number}
        return dumps(content, ensure_ascii=False)

    @classmethod
    def from_draft(cls, text: str) -> "ApplicationForm":
        """The form as a draft kept it; ``DraftUnreadable`` where it cannot be read."""
        try:
            content = loads(text)
            if content["version"] > VERSION:
                raise DraftUnreadable(f"version {content['version']}")
            previous = content.get("previous")
            return cls(
                applicant=PersonForm.from_kept(content["applicant"]),
                family=[PersonForm.from_kept(kept) for kept in content["family"]],
                previous_id=previous["id"] if previous else None,
                previous_number=previous["number"] if previous else "",
            )
        except (JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise DraftUnreadable(str(error)) from error

    @classmethod
    def copied(cls, previous: CopiedApplication) -> "ApplicationForm":
        """The people of an earlier application in a new form."""
        applicant, *family = (PersonForm.copied(row) for row in previous.people)
        return cls(applicant, family, previous.id, previous.number)
