"""Minors who would live here without any adult of their household: no step is refused for it, all say it."""

from collections.abc import Iterable
from typing import NamedTuple

from kandas_desktop.rules.names import PersonName


class Housemate(NamedTuple):
    """One of a household who lives here, or would by the step that is asked about."""

    name: PersonName
    kinship: str
    is_adult: bool


def minors_alone(together: Iterable[Housemate]) -> tuple[Housemate, ...]:
    """The minors among those of one household who would be here together, where no adult of it is with them.

    The order says nothing of it (r.14 and r.15 know families and their members): a person decides.
    """
    people = tuple(together)
    return () if any(person.is_adult for person in people) else people
