"""Changes of the work calendar: what they have to say, and which open terms they move."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kandas_desktop.rules.agenda_items import AgendaItem
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind


@dataclass(frozen=True, slots=True)
class MovedTerm:
    """A term that is open now and ends on another day once the calendar is changed."""

    item: AgendaItem
    """As it stands now."""
    due: date
    """The day on which it would end."""


def obstacles_to_marking(source: str) -> list[Obstacle]:
    """Return why a day or a year cannot be written down: it must say from which order it is known."""
    return [] if source else [Obstacle(ObstacleKind.TEXT_MISSING)]


def moved_terms(before: Iterable[AgendaItem], after: Iterable[AgendaItem]) -> list[MovedTerm]:
    """Return which of the terms on the agenda end on another day after a change of the calendar."""
    due_after = {_key(item): item.due for item in after if item.term is not None}
    found = []
    for item in before:
        due = due_after.get(_key(item))
        if item.term is not None and due is not None and due != item.due:
            found.append(MovedTerm(item, due))
    return found


def _key(item: AgendaItem) -> tuple[object, ...]:
    # Its kind may change with its day: a term that was over runs again.
    return item.clause, item.subject_id, item.base, item.ids
