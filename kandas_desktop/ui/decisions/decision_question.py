"""The question of the decision (r.14, r.16): keep or evict, whom, and what changes by it."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.actions.breaches import DecisionRequest
from kandas_desktop.queries.breaches import BreachDetail, vacate_by
from kandas_desktop.queries.stays import MemberRow
from kandas_desktop.rules.breaches import (
    Decision,
    Outcome,
    evicted_on,
    obstacles_to_decision,
    possible_contacts,
    why_nobody_speaks,
)
from kandas_desktop.rules.letters import clean_number
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.ui.decisions.questions import go_to_first
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.toggles import Segmented
from kandas_desktop.ui.minors_banner import MinorsBanner
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.ui.speakers import ABOUT_CONTACT, nobody_speaks_words
from kandas_desktop.ui.stay_questions import ABOUT_DAY, ChoosePeople, DayField, without_names
from kandas_desktop.ui.wording import digits, obstacle_sentence, people_words
from kandas_desktop.words import _, pgettext


class DecisionQuestion(Question):
    """Asks for the decision as the body has written it, and shows what it changes before it is recorded."""

    def __init__(
        self, detail: BreachDetail, *, today: date, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("What was decided on proposal {number}?").format(number=detail.row.number),
            _("Record the decision"),
            parent=parent,
        )
        self._detail, self._today, self._naming = detail, today, naming
        concerned = {person.stay_id for person in detail.row.people}
        self.outcome = Segmented(
            [
                (Outcome.KEEP.value, pgettext("decision", "Keep")),
                (Outcome.EVICT.value, pgettext("decision", "Evict")),
            ],
            name=_("Decision"),
            field=True,
        )
        self.remark = Label(_("Choose what was decided."), role="second", ink="text2", wrap=True)
        self.number = Field(_("Decision's number"), TextField(max_length=60))
        self.day = DayField(_("Decided on"), today, today=today)
        self.people = ChoosePeople(
            _("Who must leave"),
            [
                (
                    member.resident.stay_id,
                    naming.short(member.name, member.kinship),
                    member.bed,
                    member.resident.stay_id in concerned,
                )
                for member in detail.residents
            ],
        )
        self.contact = Field(_("Speaks for the family from now on"), ChoiceField())
        self.nobody_speaks = Label(role="second", ink="text2", wrap=True)
        self.minors = MinorsBanner()
        self._lay_out()
        self._look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.number, 3)
        row.addWidget(self.day, 2)
        self.fields.addWidget(self.outcome)
        self.fields.addWidget(self.remark)
        self.fields.addLayout(row)
        self.fields.addWidget(self.people)
        self.fields.addWidget(self.contact)
        self.fields.addWidget(self.nobody_speaks)
        self.fields.addWidget(self.minors)
        self.outcome.chosen.connect(self._look)
        self.number.control.textChanged.connect(self.number.clear_message)
        self.day.control.textChanged.connect(self._look)
        self.contact.control.textChanged.connect(self._show_changes)
        for tick in self.people.ticks.values():
            tick.toggled.connect(self._look)
        self.outcome.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, detail: BreachDetail, *, today: date, naming: Naming
    ) -> DecisionRequest | None:
        """The decision; ``None`` when nothing is recorded."""
        question = cls(detail, today=today, naming=naming, parent=parent)
        return question.value() if question.was_accepted() else None

    @property
    def _is_eviction(self) -> bool:
        return self.outcome.value() == Outcome.EVICT.value

    def value(self) -> DecisionRequest:
        """The decision as it stands in the fields."""
        contact = self.contact.control.choice() if self._is_eviction else None
        return DecisionRequest(
            breach_id=self._detail.row.id,
            outcome=Outcome.EVICT if self._is_eviction else Outcome.KEEP,
            number=clean_number(self.number.control.value()),
            decided_on=self.day.control.date_value() or self._today,
            leaving_stay_ids=self.people.chosen() if self._is_eviction else (),
            contact_stay_id=int(contact) if contact and self._contacts() else None,
        )

    def may_accept(self) -> bool:
        if self.outcome.value() is None:
            self.verb_button.setToolTip(_("Choose what was decided."))
            self.outcome.setFocus()
            return False
        found = self._obstacles()
        is_day_right = self.day.look([each for each in found if each.kind in ABOUT_DAY], today=self._today)
        for kind, field in (
            (ObstacleKind.CONTACT_MISSING, self.contact),
            (ObstacleKind.CONTACT_PUT_OUT, self.contact),
            (ObstacleKind.DECISION_NUMBER_MISSING, self.number),
        ):
            for each in found:
                if each.kind is kind:
                    field.set_error(f"{obstacle_sentence(each, self._today)}.")
        said = (*ABOUT_DAY, *ABOUT_CONTACT, ObstacleKind.DECISION_NUMBER_MISSING)
        others = [each for each in found if each.kind not in said]
        are_people_right = self.people.say(others, today=self._today)
        is_printable = may_be_printed(self.number)
        go_to_first(
            (
                (self.number.control, bool(self.number.message)),
                (self.day.control, not is_day_right),
                (next(iter(self.people.ticks.values())), not are_people_right and self._is_eviction),
                (self.contact.control, bool(self.contact.message)),
            )
        )
        self.make_room()
        return is_day_right and is_printable and not found

    def _obstacles(self) -> list[Obstacle]:
        asked = self.value()
        decision = Decision(
            asked.outcome,
            asked.number,
            asked.decided_on,
            frozenset(asked.leaving_stay_ids),
            asked.contact_stay_id,
        )
        household = [member.resident for member in self._detail.household.people]
        found = obstacles_to_decision(self._detail.row.file, decision, household, today=self._today)
        return without_names(found, self._naming)

    def _contacts(self) -> list[MemberRow]:
        """Who may speak for the others, where whoever does now has to leave."""
        if not self._is_eviction:
            return []
        leaving = self.people.chosen()
        possible = possible_contacts([member.resident for member in self._detail.residents], leaving=leaving)
        ids = {resident.stay_id for resident in possible}
        return [member for member in self._detail.residents if member.resident.stay_id in ids]

    def _why_nobody_speaks(self) -> str:
        if not self._is_eviction:
            return ""
        household = [member.resident for member in self._detail.residents]
        return nobody_speaks_words(why_nobody_speaks(household, leaving=self.people.chosen()))

    def _look(self) -> None:
        self.day.clear_message()
        self.people.say((), today=self._today)
        self.people.setVisible(self._is_eviction)
        contacts = self._contacts()
        self.contact.setVisible(bool(contacts))
        self.contact.clear_message()
        kept = self.contact.control.choice()
        options = [
            Option(str(member.resident.stay_id), self._naming.short(member.name, member.kinship))
            for member in contacts
        ]
        self.contact.control.set_options(options)
        if kept not in [option.value for option in options]:
            self.contact.control.set_choice(options[0].value if options else None)
        why = self._why_nobody_speaks()
        self.nobody_speaks.setText(why)
        self.nobody_speaks.setVisible(bool(why))
        leaving = self.people.chosen() if self._is_eviction else ()
        self.minors.say_of_decision(self._detail.residents, leaving, self._naming)
        self._show_changes()
        self.remark.setVisible(self.outcome.value() is None)
        self.verb_button.set_blocked("" if self.outcome.value() else _("Choose what was decided."))

    def _show_changes(self) -> None:
        self.show_changes(self._decided_changes())
        self.fit()

    def _decided_changes(self) -> list[Change]:
        if self.outcome.value() is None:
            return []
        if not self._is_eviction:
            count = people_words(len(self._detail.row.people))
            return [Change(count, _("proposed to leave"), _("may stay"))]
        day = self.day.control.date_value() or self._today
        leaving = self.people.chosen()
        changes = []
        for member in self._detail.residents:
            if member.resident.stay_id in leaving:
                ends_on = evicted_on(member.resident, day)
                after = _("{end} (out by {day})").format(
                    end=digits(ends_on), day=f"{vacate_by(ends_on):%d.%m}"
                )
                name = self._naming.short(member.name, member.kinship)
                changes.append(Change(name, digits(member.resident.ends_on), after))
        return changes + self._contact_change()

    def _contact_change(self) -> list[Change]:
        chosen = self.contact.control.choice()
        contact = self._detail.contact
        new = next((each for each in self._contacts() if str(each.resident.stay_id) == chosen), None)
        if new is None or contact is None:
            return []
        before = self._naming.short(contact.name, contact.kinship)
        return [Change(_("Speaks for the family"), before, self._naming.short(new.name, new.kinship))]
