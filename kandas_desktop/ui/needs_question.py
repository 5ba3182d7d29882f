"""Asks who of a family needs an accessible room, where it was not said when they applied, or wrongly."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions.needs import record_needs
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.fields import advance_on_enter
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class PersonInNeed(NamedTuple):
    """Somebody of the family, as the page names them, and whether they need an accessible room."""

    named_id: int
    words: str
    is_in_need: bool


class NeedsQuestion(Question):
    """A tick for each of the family."""

    def __init__(self, people: Sequence[PersonInNeed], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Who needs an accessible room"),
            _("Save"),
            explanation=_("Whoever is ticked is proposed a bed in such a room first. Beds held stay theirs."),
            parent=parent,
        )
        self.ticks = {person.named_id: TickBox(person.words) for person in people}
        for person in people:
            tick = self.ticks[person.named_id]
            tick.setChecked(person.is_in_need)
            advance_on_enter(tick)
            self.fields.addWidget(tick)
        next(iter(self.ticks.values())).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, people: Sequence[PersonInNeed]) -> Mapping[int, bool] | None:
        """Who needs one, by the rows that name them; ``None`` when nothing is to change."""
        question = cls(people, parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> Mapping[int, bool]:
        """The ticks as they stand."""
        return {named_id: tick.isChecked() for named_id, tick in self.ticks.items()}


def ask_for_needs(workplace: Workplace, window: QWidget, people: Sequence[PersonInNeed]) -> None:
    """Ask who needs an accessible room, and write it down."""
    answer = NeedsQuestion.ask(window, people)
    if answer is not None:
        attempt_act(
            workplace,
            lambda: record_needs(workplace.desk, answer),
            done=_("It is written down who needs an accessible room."),
        )
