"""Lines of those who join a household that lives here, for tests of what is said of them."""

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.rules.birth import BirthDate
from tests.factories import a_person


def a_newborn(given_name: str = "Айсұлу") -> PersonEntry:
    """A daughter two days old on Wednesday 18.03.2026."""
    born = BirthDate(2026, 3, 16)
    return a_person(given_name, surname="Мысалова", born=born, document=None, kinship="қызы")


def a_brother() -> PersonEntry:
    """A grown brother with a slip, who needs a bed."""
    return a_person("Бекзат", surname="Мысалов", kinship="інісі")


def a_joining_line(desk: Desk, household_id: int, *people: PersonEntry) -> int:
    """The id of an application by which people join a household: a newborn, unless others are named."""
    return register_application(desk, ApplicationRequest(people or (a_newborn(),), joins_id=household_id))
