"""Asks which free beds a referral is to hold, and which infants share one; the proposal stands in it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kandas_desktop.actions.referrals import ReferralRequest
from kandas_desktop.queries.placing import BedChoice
from kandas_desktop.rules.cautions import Caution
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.fitting import Proposal
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.rooms import BedState, Room
from kandas_desktop.ui.bed_looks import kind_words
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.need_line import NeedLine
from kandas_desktop.ui.wording import clause_words, fit_words, obstacle_title
from kandas_desktop.words import _

_COLUMNS = 2


class PersonBed(QWidget):
    """One person's bed: a field with the free beds, and under an infant's the tick to share one."""

    def __init__(
        self, person: HouseholdPerson, words: str, beds: list[Option], *, may_share: bool, says_need: bool
    ) -> None:
        super().__init__()
        self.person = person
        self.field = Field(words, ChoiceField(beds))
        self.shares = TickBox(_("Shares a bed")) if may_share else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        if says_need:
            column.addWidget(NeedLine())
        if self.shares is not None:
            column.addWidget(self.shares)
        column.addStretch(1)

    @property
    def is_sharing(self) -> bool:
        """Whether the person is to share a bed and needs none."""
        return self.shares is not None and self.shares.isChecked()

    @property
    def bed_id(self) -> int | None:
        """The bed that was chosen; ``None`` where what stands in the field is none."""
        choice = self.field.control.choice()
        return int(choice) if choice else None

    def put(self, bed_id: int | None) -> None:
        """Show a bed, or none."""
        self.field.control.set_choice(str(bed_id) if bed_id else None)


class BedsQuestion(Question):
    """Which free beds the referral holds; every reason against the choice stands below its field."""

    def __init__(self, choice: BedChoice, people: PeopleWords, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Beds for {number}").format(number=choice.number),
            _("Issue the referral"),
            parent=parent,
        )
        self._choice = choice
        self._proposed: Mapping[int, int] = {}
        self._where = Label(ink="text2", wrap=True)
        self._why = Label(role="second", ink="text2", wrap=True)
        beds = [option for room in choice.rooms for option in _options(room)]
        self.rows = [
            PersonBed(
                person,
                people.with_age(person),
                beds,
                may_share=choice.may_share(person),
                says_need=person.needs_accessible and not people.hidden,
            )
            for person in choice.people
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, row in enumerate(self.rows):
            grid.addWidget(row, place // _COLUMNS, place % _COLUMNS, Qt.AlignmentFlag.AlignTop)
            row.field.control.textChanged.connect(self._look)
            if row.shares is not None:
                row.shares.setChecked(row.person.position in choice.sharing)
                row.shares.toggled.connect(self._propose)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.fields.addWidget(self._where)
        self.fields.addWidget(self._why)
        self.fields.addLayout(grid)
        self._propose()
        self.rows[0].field.control.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, choice: BedChoice, people: PeopleWords) -> ReferralRequest | None:
        """The referral with its beds; ``None`` when none is to be issued after all."""
        question = cls(choice, people, parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> ReferralRequest:
        """The beds as they stand in the fields."""
        beds = {row.person.position: row.bed_id for row in self.rows if not row.is_sharing}
        return ReferralRequest(
            self._choice.application_id,
            beds={position: bed_id for position, bed_id in beds.items() if bed_id is not None},
            sharing=self._sharing(),
        )

    def _sharing(self) -> frozenset[int]:
        return frozenset(row.person.position for row in self.rows if row.is_sharing)

    def may_accept(self) -> bool:
        obstacles = self._look()
        for row in self.rows:
            if row.person.position in obstacles:
                row.field.control.setFocus()
                break
        return not obstacles

    def _propose(self) -> None:
        """Put the proposal into the fields that nobody has chosen otherwise in."""
        sharing = self._sharing()
        proposal = self._choice.proposal(sharing)
        before, self._proposed = self._proposed, proposal.beds if proposal else {}
        for row in self.rows:
            position = row.person.position
            row.field.control.setEnabled(not row.is_sharing)
            if row.is_sharing or row.bed_id in (None, before.get(position)):
                row.put(None if row.is_sharing else self._proposed.get(position))
        self._where.setText(self._proposal_words(proposal, sharing))
        self._why.setText(self._sharing_words(sharing))
        self._why.setVisible(bool(self._why.text()))
        self._look()

    def _proposal_words(self, proposal: Proposal | None, sharing: frozenset[int]) -> str:
        """What is proposed and how, or why nothing is."""
        if proposal is not None:
            return _("Proposed: {where}").format(where=fit_words(proposal))
        if self._choice.fits_apart(sharing):
            return _("No free beds that keep every minor with an adult of the family. Choose by hand.")
        return _("No room fits the family")

    def _sharing_words(self, sharing: frozenset[int]) -> str:
        """Why a newborn's tick is set, and that a bed of its own is waited for; empty for other families."""
        usual = self._choice.sharing
        if usual and usual <= sharing:
            words, clause = _("An infant in a parent's bed takes none from those who wait"), Clause.R7
        elif usual and self._choice.ahead:
            words, clause = _("A bed of its own is waited for: others are ahead in the reserve"), Clause.R8
        else:
            return ""
        return f"{words} ({clause_words(clause)})."

    def _look(self) -> dict[int, str]:
        """Say below each field what is against its bed; returns it by position."""
        request = self.value()
        found: dict[int, str] = {}
        for obstacle in self._choice.obstacles(request.beds or {}, self._sharing()):
            if obstacle.person is not None:
                found.setdefault(obstacle.person.position, obstacle_title(obstacle))
        cautions = self._choice.cautions(request.beds or {}, self._sharing())
        for row in self.rows:
            position = row.person.position
            if position in found:
                row.field.set_error(found[position])
            elif position in cautions:
                row.field.set_missing(_CAUTIONS[cautions[position]]())
            else:
                row.field.clear_message()
        if self.isVisible():
            self.make_room()
        return found


_CAUTIONS = {
    Caution.MINOR_ALONE: lambda: _("Without an adult of the family in the room"),
    Caution.NOT_ACCESSIBLE: lambda: _("Not an accessible room"),
}


def _options(room: Room) -> list[Option]:
    return [
        Option(str(bed.id), f"{bed.label} · {kind_words(room.kind)}")
        for bed in room.beds
        if bed.state is BedState.FREE
    ]
