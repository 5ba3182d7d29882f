"""The rows of the first page: everything that is painted of an item, ready as words."""

from typing import NamedTuple

from kandas_desktop.queries.today import TodayView
from kandas_desktop.rules.agenda_items import AgendaItem, Group
from kandas_desktop.ui.kit.chips import clause_words
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.today.days import distance, short_day
from kandas_desktop.ui.today.why import why
from kandas_desktop.ui.today.words import (
    Sight,
    button_of,
    group_title,
    icon_of,
    reason_of,
    subjects_of,
    title_of,
)


class AgendaRow(NamedTuple):
    """One item as words."""

    item: AgendaItem
    day: str
    distance: str
    icon: IconName
    title: str
    subjects: tuple[str, ...]
    """Whom or what it concerns, the fullest words first."""
    clause: str
    reason: str
    button: str
    why: tuple[str, ...]

    @property
    def subject(self) -> str:
        """Whom or what it concerns, in full."""
        return self.subjects[0]

    @property
    def is_overdue(self) -> bool:
        return self.item.group is Group.OVERDUE

    @property
    def key(self) -> tuple[object, ...]:
        """By which the row is found again when the page is read anew."""
        item = self.item
        return item.kind, item.subject_id, item.base, item.floor, item.ids[:1]

    @property
    def spoken(self) -> str:
        """The whole row in one sentence, for a screen reader."""
        return "; ".join(
            filter(
                None,
                (self.day, self.distance, self.title, self.subject, self.clause, self.reason, self.button),
            )
        )


class AgendaGroup(NamedTuple):
    """A group with its rows."""

    group: Group
    title: str
    rows: tuple[AgendaRow, ...]


def groups_of(view: TodayView, sight: Sight) -> list[AgendaGroup]:
    """The groups that have rows, the most pressing first."""
    found = []
    for group in Group:
        rows = tuple(_row(item, view, sight) for item in view.of(group))
        if rows:
            found.append(AgendaGroup(group, group_title(group), rows))
    return found


def _row(item: AgendaItem, view: TodayView, sight: Sight) -> AgendaRow:
    return AgendaRow(
        item=item,
        day=short_day(item.day, sight.on),
        distance=distance(item, sight.on),
        icon=icon_of(item),
        title=title_of(item),
        subjects=subjects_of(item, sight),
        clause=clause_words(item.clause) if item.clause else "",
        reason=reason_of(item, sight),
        button=button_of(item, sight.on),
        why=tuple(why(item, view.calendar, moves_last_days=view.moves_last_days)),
    )
