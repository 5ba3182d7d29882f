"""The question of who signed the house rules, and on which day (r.10)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.stays import HouseholdFacts
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.rules.stays import obstacles_to_signing
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.stay_questions import ChoosePeople, DayField, WhoAndWhenQuestion, without_names
from kandas_desktop.words import _


class SigningQuestion(WhoAndWhenQuestion):
    """Asks which adults of a household signed that they know the house rules, and when."""

    def __init__(
        self,
        facts: HouseholdFacts,
        chosen: Sequence[int],
        *,
        today: date,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("{number}: who signed the house rules?").format(number=facts.number),
            _("Record the signing"),
            parent=parent,
        )
        self._today, self._naming = today, naming
        self._members = [
            member
            for member in facts.people
            if member.resident.is_adult
            and member.resident.left_on is None
            and member.resident.rules_signed_on is None
        ]
        self.people = ChoosePeople(
            _("Who signed"),
            [
                (
                    member.resident.stay_id,
                    naming.short(member.name, member.kinship),
                    member.bed,
                    member.resident.stay_id in chosen,
                )
                for member in self._members
            ],
        )
        self.day = DayField(_("Signed on"), today, today=today)
        self.fields.addWidget(self.people)
        self.fields.addWidget(self.day)
        self.day.control.setFocus()
        self.day.control.selectAll()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        facts: HouseholdFacts,
        chosen: Sequence[int],
        *,
        today: date,
        naming: Naming,
    ) -> tuple[tuple[int, ...], date] | None:
        """The stays of those who signed, and the day; ``None`` when nothing is recorded."""
        question = cls(facts, chosen, today=today, naming=naming, parent=parent)
        return question.value() if question.was_accepted() else None

    def _obstacles(self) -> list[Obstacle]:
        chosen, day = self.value()
        residents = [member.resident for member in self._members if member.resident.stay_id in chosen]
        return without_names(obstacles_to_signing(residents, signed_on=day, today=self._today), self._naming)
