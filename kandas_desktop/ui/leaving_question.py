"""The question of leaving: who, when, why and where to, and who speaks for those who stay (r.14 to r.17)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.actions.stays import LeavingRequest
from kandas_desktop.queries.stays import HouseholdFacts, MemberRow
from kandas_desktop.rules.breaches import possible_contacts, why_nobody_speaks
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.stays import EndReason, Resident, obstacles_to_leaving
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.error_line import ErrorLine
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.minors_banner import MinorsBanner
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.speakers import ABOUT_CONTACT, nobody_speaks_words
from kandas_desktop.ui.stay_questions import ABOUT_DAY, ChoosePeople, DayField, beds_change, without_names
from kandas_desktop.ui.wording import digits, obstacle_sentence, people_words
from kandas_desktop.words import _, pgettext


def end_reason_words(because: EndReason) -> str:
    """Why a stay ended."""
    return {
        EndReason.TERM: lambda: _("term over"),
        EndReason.FREELY: lambda: _("of their own will"),
        EndReason.EVICTED: lambda: _("put out by a decision"),
        EndReason.DIED: lambda: _("died"),
    }[because]()


def _reason_chip(because: EndReason) -> str:
    """The reason in a word or two: four stand in one line."""
    return {
        EndReason.TERM: lambda: pgettext("left because", "term over"),
        EndReason.FREELY: lambda: pgettext("left because", "freely"),
        EndReason.EVICTED: lambda: pgettext("left because", "by decision"),
        EndReason.DIED: lambda: pgettext("left because", "died"),
    }[because]()


class ReasonChips(QWidget):
    """Why somebody left: one of four."""

    def __init__(self, because: EndReason, *, changed: Callable[[], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(_("Why"), role="second", ink="text2"))
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        self._group = QButtonGroup(self)
        self.chips: dict[EndReason, FilterChip] = {}
        for reason in EndReason:
            chip = FilterChip(_reason_chip(reason))
            chip.setChecked(reason is because)
            chip.toggled.connect(changed)
            advance_on_enter(chip)
            self._group.addButton(chip)
            self.chips[reason] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self.remark = ErrorLine()
        column.addWidget(self.remark)

    def value(self) -> EndReason:
        return next((reason for reason, chip in self.chips.items() if chip.isChecked()), EndReason.FREELY)

    def say(self, words: str) -> None:
        """What is wrong with the reason, or nothing."""
        self.remark.say(words)


class LeavingQuestion(Question):
    """Asks who of a household left, when, why and where to, and who speaks for those who stay (r.14)."""

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
            _("Who left {number}?").format(number=facts.number), _("Record the leaving"), parent=parent
        )
        self._today, self._naming = today, naming
        self._members = [member for member in facts.people if member.resident.left_on is None]
        self.people = ChoosePeople(
            _("Who left"),
            [
                (
                    member.resident.stay_id,
                    naming.short(member.name, member.kinship),
                    ", ".join(filter(None, (member.bed, _until_words(member)))),
                    member.resident.stay_id in chosen,
                )
                for member in self._members
            ],
        )
        self.day = DayField(_("Left on"), today, today=today)
        self.reason = ReasonChips(self._usual_reason(chosen), changed=self._look)
        self.destination = Field(_("Where to"), TextField(max_length=200), second=_("if known"))
        self.contact = Field(_("Speaks for the family from now on"), ChoiceField())
        self.nobody_speaks = Label(role="second", ink="text2", wrap=True)
        self.minors = MinorsBanner()
        where = QHBoxLayout()
        where.setSpacing(12)
        where.addWidget(self.day, 2)
        where.addWidget(self.destination, 3)
        self.fields.addWidget(self.people)
        self.fields.addLayout(where)
        self.fields.addWidget(self.reason)
        self.fields.addWidget(self.contact)
        self.fields.addWidget(self.nobody_speaks)
        self.fields.addWidget(self.minors)
        for tick in self.people.ticks.values():
            tick.toggled.connect(self._look)
        self.day.control.textChanged.connect(self._look)
        self._look()
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
    ) -> LeavingRequest | None:
        """Who left when, why and where to; ``None`` when nothing is recorded."""
        question = cls(facts, chosen, today=today, naming=naming, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> LeavingRequest:
        contact = self.contact.control.choice() if self._contacts() else None
        return LeavingRequest(
            self.people.chosen(),
            self.day.control.date_value() or self._today,
            self.reason.value(),
            clean(self.destination.control.value()),
            int(contact) if contact else None,
        )

    def may_accept(self) -> bool:
        found = self._obstacles()
        day = [each for each in found if each.kind in ABOUT_DAY]
        contact = [each for each in found if each.kind in ABOUT_CONTACT]
        reason = [each for each in found if each.kind is ObstacleKind.DECISION_MISSING]
        others = [each for each in found if each not in (*day, *contact, *reason)]
        self.reason.say(self._sentences(reason))
        is_right = self.day.look(day, today=self._today)
        if contact:
            self.contact.set_error(self._sentences(contact))
        may = self.people.say(others, today=self._today) and is_right and not found
        self.make_room()
        return may

    def _sentences(self, obstacles: Sequence[Obstacle]) -> str:
        return " ".join(f"{obstacle_sentence(each, self._today)}." for each in obstacles)

    def _usual_reason(self, chosen: Sequence[int]) -> EndReason:
        """A decision puts out, an end that is reached ends by the term, else it is their own will."""
        leaving = [each.resident for each in self._members if each.resident.stay_id in chosen]
        if leaving and all(resident.put_out_on is not None for resident in leaving):
            return EndReason.EVICTED
        if leaving and all(resident.ends_on <= self._today for resident in leaving):
            return EndReason.TERM
        return EndReason.FREELY

    def _staying(self) -> list[MemberRow]:
        gone = self.people.chosen()
        return [member for member in self._members if member.resident.stay_id not in gone]

    def _leaving(self) -> list[MemberRow]:
        gone = self.people.chosen()
        return [member for member in self._members if member.resident.stay_id in gone]

    def _contacts(self) -> list[MemberRow]:
        """Who may speak for those who stay, where whoever does now leaves (r.14)."""
        possible = possible_contacts(self._residents(), leaving=self.people.chosen())
        ids = {resident.stay_id for resident in possible}
        return [member for member in self._members if member.resident.stay_id in ids]

    def _residents(self) -> list[Resident]:
        return [member.resident for member in self._members]

    def _obstacles(self) -> list[Obstacle]:
        asked = self.value()
        found = obstacles_to_leaving(
            [member.resident for member in self._leaving()],
            [member.resident for member in self._staying()],
            left_on=asked.left_on,
            because=asked.because,
            contact=asked.contact_stay_id,
            today=self._today,
        )
        return without_names(found, self._naming)

    def _state_of(self, member: MemberRow) -> BedState:
        """What the board shows of the bed that somebody leaves."""
        return BedState.VACATING if member.resident.ends_on < self._today else BedState.OCCUPIED

    def _look(self) -> None:
        leaving, staying = self._leaving(), self._staying()
        changes = []
        beds = [member.bed for member in leaving if member.bed]
        if beds:
            before = dict.fromkeys(state_words(self._state_of(member)) for member in leaving if member.bed)
            changes.append(beds_change(beds, ", ".join(before), state_words(BedState.BEING_MADE_READY)))
        if leaving:
            after = people_words(len(staying)) if staying else _("nobody")
            changes.append(Change(_("Live here"), people_words(len(self._members)), after))
        self.show_changes(changes)
        self._offer_contacts()
        self.minors.say_of_leaving(self._members, self.people.chosen(), self._naming)
        self.day.clear_message()
        self.contact.clear_message()
        self.reason.say("")
        self.people.say((), today=self._today)
        self.make_room()

    def _offer_contacts(self) -> None:
        """Offer whoever may speak for those who stay, or say why nobody does."""
        contacts, control = self._contacts(), self.contact.control
        kept = control.choice()
        options = [
            Option(str(member.resident.stay_id), self._naming.short(member.name, member.kinship))
            for member in contacts
        ]
        control.set_options(options)
        if kept not in [option.value for option in options]:
            control.set_choice(options[0].value if options else None)
        self.contact.setVisible(bool(contacts))
        why = nobody_speaks_words(why_nobody_speaks(self._residents(), leaving=self.people.chosen()))
        self.nobody_speaks.setText(why)
        self.nobody_speaks.setVisible(bool(why))


def _until_words(member: MemberRow) -> str:
    return _("until {day}").format(day=digits(member.resident.ends_on))
