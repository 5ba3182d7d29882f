"""The questions that begin a file of a breach (r.13) or a petition (r.10)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.actions.breaches import BreachRequest
from kandas_desktop.queries.petitions import DwellerRow, last_petition
from kandas_desktop.queries.stays import household_facts
from kandas_desktop.rules.breaches import obstacles_to_recording
from kandas_desktop.rules.letters import clean_lines
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.petitions import obstacles_to_filing
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.ui.stay_questions import ABOUT_DAY, ChoosePeople, DayField, without_names
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.words import _

MOST_LETTERS = 2000


def dweller_options(dwellers: Sequence[DwellerRow], *, hidden: bool) -> list[Option]:
    """Everybody who lives here as a list finds them: by name, number and bed."""
    options = []
    for row in dwellers:
        name = Naming(row.household_number, hidden).short(row.name, row.kinship)
        parts = (name, "" if hidden else row.household_number, row.bed)
        also = " ".join(filter(None, (row.household_number, row.bed)))
        options.append(Option(str(row.stay_id), " · ".join(filter(None, parts)), also))
    return options


def dweller_field(dwellers: Sequence[DwellerRow], *, hidden: bool) -> Field[ChoiceField]:
    """Asks for somebody who lives here; while names are hidden it tells by what they are found."""
    control = ChoiceField(dweller_options(dwellers, hidden=hidden), placeholder=_("Name, number, bed"))
    remark = _("names are hidden, find by number or bed") if hidden else ""
    return Field(_("Resident"), control, second=remark)


def go_to_first(faulty: Iterable[tuple[QWidget, bool]]) -> None:
    """Put the focus on the first of these fields, in the order in which they stand, that is faulty."""
    first = next((field for field, is_faulty in faulty if is_faulty), None)
    if first is not None:
        first.setFocus()


class BreachQuestion(Question):
    """Asks what happened when, and whom of a household it concerns (r.13)."""

    def __init__(
        self,
        dwellers: Sequence[DwellerRow],
        *,
        today: date,
        stay_id: int | None = None,
        hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("A breach of the rules"), _("Write down"), parent=parent)
        self._today, self._hidden = today, hidden
        self._dwellers = {row.stay_id: row for row in dwellers}
        self.person = dweller_field(dwellers, hidden=hidden)
        self._people_place = QVBoxLayout()
        self.people: ChoosePeople | None = None
        self._household_id: int | None = None
        self.day = DayField(_("Happened on"), today, today=today)
        self.facts = Field(_("What happened"), TextAreaField(lines=5, max_length=MOST_LETTERS))
        self.fields.addWidget(self.person)
        self.fields.addLayout(self._people_place)
        self.fields.addWidget(self.day)
        self.fields.addWidget(self.facts)
        self.person.control.chosen.connect(self._choose)
        self.person.control.left.connect(self._choose)
        self.facts.control.changed.connect(self.facts.clear_message)
        self.day.control.textChanged.connect(self.day.clear_message)
        self.person.control.set_choice(str(stay_id) if stay_id in self._dwellers else None)
        self._choose()
        (self.facts if self.people else self.person).control.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        dwellers: Sequence[DwellerRow],
        *,
        today: date,
        stay_id: int | None = None,
        hidden: bool = False,
    ) -> BreachRequest | None:
        """What is to be written down; ``None`` when nothing is."""
        question = cls(dwellers, today=today, stay_id=stay_id, hidden=hidden, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> BreachRequest:
        """The breach as it stands in the fields."""
        return BreachRequest(
            household_id=self._household_id or 0,
            happened_on=self.day.control.date_value() or self._today,
            facts=clean_lines(self.facts.control.value()),
            stay_ids=self.people.chosen() if self.people else (),
        )

    def may_accept(self) -> bool:
        if self.people is None:
            self.person.set_error(_("Choose a resident from the list."))
            self.person.control.setFocus()
            self.make_room()
            return False
        found = self._obstacles()
        is_day_right = self.day.look([each for each in found if each.kind in ABOUT_DAY], today=self._today)
        lacks_facts = any(each.kind is ObstacleKind.FACTS_MISSING for each in found)
        if lacks_facts:
            self.facts.set_error(_("Write what happened: it stands in the proposal."))
        is_printable = may_be_printed(self.facts)
        others = [each for each in found if each.kind not in (*ABOUT_DAY, ObstacleKind.FACTS_MISSING)]
        are_people_right = self.people.say(others, today=self._today)
        go_to_first(
            (
                (next(iter(self.people.ticks.values())), not are_people_right),
                (self.day.control, not is_day_right),
                (self.facts.control, lacks_facts or not is_printable),
            )
        )
        self.make_room()
        return is_day_right and is_printable and not found

    def _obstacles(self) -> list[Obstacle]:
        request = self.value()
        facts = household_facts(request.household_id, self._today)
        found = obstacles_to_recording(
            [member.resident for member in facts.people],
            chosen=request.stay_ids,
            happened_on=request.happened_on,
            facts=request.facts,
            today=self._today,
        )
        return without_names(found, Naming(facts.number, self._hidden))

    def _choose(self) -> None:
        chosen = self.person.control.choice()
        row = self._dwellers.get(int(chosen)) if chosen else None
        if row is None or row.household_id == self._household_id:
            return
        self.person.clear_message()
        self._household_id = row.household_id
        naming = Naming(row.household_number, self._hidden)
        if self.people is not None:
            self._people_place.removeWidget(self.people)
            self.people.hide()
            self.people.deleteLater()
        self.people = ChoosePeople(
            _("Whom it concerns"),
            [
                (
                    member.resident.stay_id,
                    naming.short(member.name, member.kinship),
                    member.bed,
                    member.resident.stay_id == row.stay_id,
                )
                for member in household_facts(row.household_id, self._today).people
                if member.resident.left_on is None
            ],
        )
        self._people_place.addWidget(self.people)
        self.people.show()
        # They were made after what stands below them.
        below = self.day.control, self.facts.control
        for before, after in pairwise((self.person.control, *self.people.ticks.values(), *below)):
            self.setTabOrder(before, after)
        self.fit()


class PetitionQuestion(Question):
    """Asks who files which petition, and on which day it came (r.10)."""

    def __init__(
        self,
        dwellers: Sequence[DwellerRow],
        *,
        today: date,
        stay_id: int | None = None,
        hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("A petition to the Center's head"),
            _("Register it"),
            explanation=_("It gets the next number of the year, which is not taken back."),
            parent=parent,
        )
        self._today = today
        self._dwellers = {row.stay_id: row for row in dwellers}
        self.person = dweller_field(dwellers, hidden=hidden)
        self.day = DayField(_("Filed on"), today, today=today)
        self.request = Field(_("What it asks"), TextAreaField(lines=5, max_length=MOST_LETTERS))
        for field in (self.person, self.day, self.request):
            self.fields.addWidget(field)
        self.person.control.textChanged.connect(self.person.clear_message)
        self.day.control.textChanged.connect(self.day.clear_message)
        self.request.control.changed.connect(self.request.clear_message)
        known = stay_id in self._dwellers
        self.person.control.set_choice(str(stay_id) if known else None)
        (self.request if known else self.person).control.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        dwellers: Sequence[DwellerRow],
        *,
        today: date,
        stay_id: int | None = None,
        hidden: bool = False,
    ) -> tuple[int, date, str] | None:
        """Whose petition, its day and words; ``None`` when nothing is registered."""
        question = cls(dwellers, today=today, stay_id=stay_id, hidden=hidden, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> tuple[int, date, str]:
        """The petition as it stands in the fields."""
        chosen = self.person.control.choice()
        day = self.day.control.date_value() or self._today
        return int(chosen) if chosen else 0, day, clean_lines(self.request.control.value())

    def may_accept(self) -> bool:
        stay_id, day, request = self.value()
        row = self._dwellers.get(stay_id)
        if row is None:
            self.person.set_error(_("Choose a resident from the list."))
            self.person.control.setFocus()
            self.make_room()
            return False
        resident = next(
            member.resident
            for member in household_facts(row.household_id, self._today).people
            if member.resident.stay_id == stay_id
        )
        found = obstacles_to_filing(
            resident, filed_on=day, request=request, today=self._today, last=last_petition(day.year)
        )
        about_day = (*ABOUT_DAY, ObstacleKind.CLOCK_BEHIND)
        is_right = self.day.look([each for each in found if each.kind in about_day], today=self._today)
        missing = [each for each in found if each.kind is ObstacleKind.TEXT_MISSING]
        if missing:
            self.request.set_error(f"{obstacle_sentence(missing[0], self._today)}.")
        go_to_first(((self.day.control, not is_right), (self.request.control, bool(missing))))
        self.make_room()
        return is_right and not found
