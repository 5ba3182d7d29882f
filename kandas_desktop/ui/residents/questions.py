"""What the residents page asks: what is corrected with a reason, and who speaks for a family."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.actions.corrections import CorrectedLeaving
from kandas_desktop.queries.corrections import obstacles_to_first_day, obstacles_to_last_day
from kandas_desktop.queries.resident_household import MemberDetail
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.leaving_question import ReasonChips, end_reason_words
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.reason_field import ReasonField
from kandas_desktop.ui.stay_questions import ChoosePeople, DayField, say_beside, without_names
from kandas_desktop.ui.wording import digits, obstacle_sentence
from kandas_desktop.words import _


class CorrectedMoveIn(NamedTuple):
    """Who moved in on which day after all, and why it is corrected."""

    stay_ids: tuple[int, ...]
    moved_in_on: date
    reason: str


class MoveInCorrection(Question):
    """Asks on which day somebody moved in after all."""

    def __init__(
        self, people: Sequence[MemberDetail], naming: Naming, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Correct the day of moving in"),
            _("Correct"),
            explanation=_("What stood there before stays in the history."),
            parent=parent,
        )
        self._today, self._naming = today, naming
        self._before = people[0].member.resident.moved_in_on
        self.day = DayField(_("Moved in on"), self._before, today=today)
        self.people = ChoosePeople(
            _("Who came"),
            [
                (each.stay_id, naming.short(each.member.name, each.member.kinship), each.member.bed, True)
                for each in people
            ],
        )
        self.reason = ReasonField()
        self.fields.addWidget(self.people)
        self.fields.addWidget(self.day)
        self.fields.addWidget(self.reason)
        self.day.control.textChanged.connect(self._look)
        self.day.control.setFocus()
        self.day.control.selectAll()

    @classmethod
    def ask(
        cls, parent: QWidget | None, people: Sequence[MemberDetail], naming: Naming, *, today: date
    ) -> CorrectedMoveIn | None:
        """The right day with its reason; ``None`` when nothing is corrected."""
        question = cls(people, naming, today=today, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> CorrectedMoveIn:
        day = self.day.control.date_value() or self._before
        return CorrectedMoveIn(self.people.chosen(), day, self.reason.value())

    def may_accept(self) -> bool:
        chosen, day, _reason = self.value()
        found = without_names(obstacles_to_first_day(chosen, day, today=self._today), self._naming)
        nobody = [] if chosen else [Obstacle(ObstacleKind.NOBODY_CHOSEN)]
        may = say_beside([*nobody, *found], people=self.people, day=self.day, today=self._today)
        may = self.reason.look() and may
        self.make_room()
        return may

    def _look(self) -> None:
        self.day.clear_message()
        day = self.day.control.date_value()
        changes = []
        if day is not None and day != self._before:
            changes.append(Change(_("Moved in"), digits(self._before), digits(day)))
        self.show_changes(changes)
        self.make_room()


class LeavingCorrection(Question):
    """Asks when, why and where to somebody left after all."""

    def __init__(
        self, person: MemberDetail, naming: Naming, *, today: date, parent: QWidget | None = None
    ) -> None:
        member = person.member
        resident = member.resident
        super().__init__(
            _("Correct the leaving"),
            _("Correct"),
            explanation=_("{names}. What stood there before stays in the history.").format(
                names=naming.short(member.name, member.kinship)
            ),
            parent=parent,
        )
        self._today, self._stay_id, self._naming = today, resident.stay_id, naming
        self._before = (resident.left_on or today, resident.ended_because or EndReason.FREELY)
        self.day = DayField(_("Left on"), self._before[0], today=today)
        self.destination = Field(_("Where to"), TextField(max_length=200), second=_("if known"))
        self.destination.control.set_value(member.destination)
        self.because = ReasonChips(self._before[1], changed=self._look)
        self.reason = ReasonField()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.day, 2)
        row.addWidget(self.destination, 3)
        self.fields.addLayout(row)
        self.fields.addWidget(self.because)
        self.fields.addWidget(self.reason)
        self.day.control.textChanged.connect(self._look)
        self.day.control.setFocus()
        self.day.control.selectAll()

    @classmethod
    def ask(
        cls, parent: QWidget | None, person: MemberDetail, naming: Naming, *, today: date
    ) -> CorrectedLeaving | None:
        """What is right, with its reason; ``None`` when nothing is corrected."""
        question = cls(person, naming, today=today, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> CorrectedLeaving:
        return CorrectedLeaving(
            (self._stay_id,),
            self.day.control.date_value() or self._before[0],
            self.because.value(),
            clean(self.destination.control.value()),
            self.reason.value(),
        )

    def may_accept(self) -> bool:
        asked = self.value()
        found = without_names(
            obstacles_to_last_day(asked.stay_ids, asked.left_on, asked.because, today=self._today),
            self._naming,
        )
        reason = [each for each in found if each.kind is ObstacleKind.DECISION_MISSING]
        self.because.say(" ".join(f"{obstacle_sentence(each, self._today)}." for each in reason))
        may = self.day.look([each for each in found if each not in reason], today=self._today) and not reason
        may = self.reason.look() and may
        self.make_room()
        return may

    def _look(self) -> None:
        self.day.clear_message()
        day, because = self.day.control.date_value(), self.because.value()
        changes = []
        if day is not None and day != self._before[0]:
            changes.append(Change(_("Left"), digits(self._before[0]), digits(day)))
        if because is not self._before[1]:
            before = end_reason_words(self._before[1])
            changes.append(Change(_("Why"), before, end_reason_words(because)))
        self.show_changes(changes)
        self.make_room()


class ContactQuestion(Question):
    """Asks who speaks for a family from now on (r.14)."""

    def __init__(
        self,
        people: Sequence[MemberDetail],
        contact: int | None,
        naming: Naming,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Who speaks for {number}?").format(number=naming.number), _("Choose"), parent=parent
        )
        self.contact = Field(
            _("Speaks for the family from now on"),
            ChoiceField(
                [
                    Option(str(each.stay_id), naming.short(each.member.name, each.member.kinship))
                    for each in people
                ]
            ),
        )
        known = contact in [each.stay_id for each in people]
        self.contact.control.set_choice(str(contact) if known else None)
        self.fields.addWidget(self.contact)
        self.contact.control.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, people: Sequence[MemberDetail], contact: int | None, naming: Naming
    ) -> int | None:
        """The stay of whoever was chosen; ``None`` when nobody was."""
        question = cls(people, contact, naming, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> int | None:
        chosen = self.contact.control.choice()
        return int(chosen) if chosen else None

    def may_accept(self) -> bool:
        if self.value() is None:
            self.contact.set_error(_("Choose who speaks for the family."))
            self.make_room()
        return self.value() is not None
