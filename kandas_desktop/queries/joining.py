"""How papers name those who join a household (r.3, r.5): below whoever applied for them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kandas_desktop.models.cases import birth_date, household_person, paper_birth, people_rows
from kandas_desktop.models.stays import applicant_rows, person_name
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.reports.forms import FormPerson


class JoiningLine(NamedTuple):
    """Whoever applied, and those who join as unnumbered lines beneath, with their kinship."""

    applicant: str
    family: tuple[str, ...]


def form_person(row: ApplicationPerson) -> FormPerson:
    """A person as papers name them."""
    person = row.person
    return FormPerson(person_name(person).full, paper_birth(birth_date(person)), row.kinship)


def family_lines(application_ids: Iterable[int]) -> dict[int, list[str]]:
    """The family lines of applications, by application: of those who join a household that is everybody."""
    families: dict[int, list[str]] = defaultdict(list)
    ids = list(application_ids)
    for row in people_rows(ids) if ids else ():
        if not household_person(row).is_applicant:
            families[row.application_id].append(form_person(row).line)
    return families


def joining_lines(application_ids: Iterable[int]) -> dict[int, JoiningLine]:
    """The lines of those applications that join a household."""
    applicants = applicant_rows(application_ids)
    families = family_lines(applicants)
    return {
        application_id: JoiningLine(person_name(row.person).full, tuple(families[application_id]))
        for application_id, row in applicants.items()
    }
