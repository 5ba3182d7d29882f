"""The questions of several pages: why something is returned or struck out, and what somebody handed in."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.obstacles import obstacles_to_document
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.kit.toggles import FilterChip, Segmented
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.ui.reasons import ReasonWords
from kandas_desktop.ui.wording import date_fault_words, obstacle_title, person_words
from kandas_desktop.words import _

_REASON_LENGTH = 300


class ReasonQuestion(Question):
    """Asks for a reason: the ready ones fill the field, any other words may be written into it."""

    def __init__(self, words: ReasonWords, parent: QWidget | None = None) -> None:
        super().__init__(
            words.title, words.verb, explanation=words.explanation, changes=words.changes, parent=parent
        )
        self.reason = Field(_("Reason"), TextAreaField(lines=2, max_length=_REASON_LENGTH))
        self.reason.control.changed.connect(self._look)
        self.ready = {text: FilterChip(text) for text in words.reasons}
        self.fields.addWidget(self.reason)
        self.fields.addWidget(self._ready_reasons())
        self.reason.control.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, words: ReasonWords) -> str | None:
        """The reason; ``None`` when nothing is to be done after all."""
        question = cls(words, parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> str:
        """The reason on one line."""
        return clean(self.reason.control.value())

    def may_accept(self) -> bool:
        if not self.value():
            self.reason.set_error(_("Write why: the reason stays in the journal."))
            self.reason.control.setFocus()
            return False
        is_printable = may_be_printed(self.reason)
        self.make_room()
        return is_printable

    def _ready_reasons(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_("Frequent reasons"), role="second", ink="text2"))
        for text, chip in self.ready.items():
            chip.clicked.connect(self._taking(text))
            advance_on_enter(chip)
            column.addWidget(chip)
        return box

    def _taking(self, text: str) -> Callable[[], None]:
        def take() -> None:
            control = self.reason.control
            control.set_value(text)
            control.setFocus()
            self._look()

        return take

    def _look(self) -> None:
        """Mark the ready reason that stands in the field, and forget an error once there are words."""
        for text, chip in self.ready.items():
            chip.setChecked(text == self.value())
        if self.value():
            self.reason.clear_message()


class DocumentQuestion(Question):
    """Asks for the slip or the permit of one adult, and says beside each field what r.3 still wants."""

    def __init__(
        self,
        person: HouseholdPerson,
        *,
        today: date,
        issuers: Sequence[str],
        whom: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Slip or residence permit"),
            _("Save"),
            explanation=whom or person_words(person, today),
            parent=parent,
        )
        self._today = today
        known = person.document or ResidenceDocument(DocumentKind.SLIP, "")
        self.kind = Segmented(
            [(DocumentKind.SLIP.value, _("Slip")), (DocumentKind.PERMIT.value, _("Residence permit"))],
            name=_("What was handed in"),
            value=known.kind.value,
            field=True,
        )
        self.number = Field(_("Number"), TextField(max_length=60))
        self.issued_on = Field(_("Issued on"), DateField(today=lambda: today))
        bodies = [Option(name, name) for name in issuers]
        self.issued_by = Field(_("Issued by"), ChoiceField(bodies, free=True))
        # As on the intake page, where the slip of one family after another comes from the same body.
        self._proposed = issuers[0] if issuers and person.document is None else ""
        self._put(known)
        self._lay_out()
        self._watch()
        self._look()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        person: HouseholdPerson,
        *,
        today: date,
        issuers: Sequence[str],
        whom: str = "",
    ) -> ResidenceDocument | None:
        """What the person handed in; ``None`` when it is not written down. ``whom`` names a hidden person."""
        question = cls(person, today=today, issuers=issuers, whom=whom, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> ResidenceDocument:
        """The document as it stands in the fields."""
        return ResidenceDocument(
            kind=DocumentKind(self.kind.value() or DocumentKind.SLIP),
            number=clean(self.number.control.value()),
            issued_on=self.issued_on.control.date_value(),
            issued_by=clean(self.issued_by.control.value()),
        )

    def may_accept(self) -> bool:
        document = self.value()
        if self._wrong_date():
            self._say_wrong_date()
            self.issued_on.control.setFocus()
        elif not (document.number or document.issued_on or document.issued_by not in ("", self._proposed)):
            self.number.set_error(_("Write at least the number."))
            self.number.control.setFocus()
        else:
            is_printable = may_be_printed(self.number, self.issued_by)
            self.make_room()
            return is_printable
        return False

    def _put(self, known: ResidenceDocument) -> None:
        self.number.control.set_value(known.number)
        self.issued_on.control.set_date(known.issued_on)
        self.issued_by.control.set_choice(known.issued_by or self._proposed or None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.number, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.issued_on, 2, Qt.AlignmentFlag.AlignTop)
        self.fields.addWidget(self.kind)
        self.fields.addLayout(row)
        self.fields.addWidget(self.issued_by)
        advance_on_enter(self.kind)
        empty = [field for field in (self.number, self.issued_on, self.issued_by) if not field.control.text()]
        (empty[0] if empty else self.number).control.setFocus()

    def _watch(self) -> None:
        self.kind.chosen.connect(self._propose)
        for changed in (
            self.kind.chosen,
            self.number.control.textChanged,
            self.issued_by.control.textChanged,
        ):
            changed.connect(self._look)
            changed.connect(self._look_at_date)
        self.issued_on.control.textChanged.connect(self._look)
        self.issued_on.control.left.connect(self._look_at_date)

    def _propose(self) -> None:
        """A permit comes from another body than a slip; what was written by hand stays."""
        control, is_slip = self.issued_by.control, self.kind.value() == DocumentKind.SLIP.value
        if self._proposed and control.value() == ("" if is_slip else self._proposed):
            control.set_choice(self._proposed if is_slip else None)

    def _look(self) -> None:
        """Say what r.3 still wants: a slip has number, date and body, a permit its number."""
        document = self.value()
        is_slip = document.kind is DocumentKind.SLIP
        wanted = (
            (self.number, bool(document.number), True, _("The number is still to be written.")),
            (self.issued_on, document.issued_on is not None, is_slip, _("The date is still to be written.")),
            (self.issued_by, bool(document.issued_by), is_slip, _("The body is still to be written.")),
        )
        clause: Clause | None = Clause.R3
        for field, is_there, is_wanted, words in wanted:
            if is_wanted and not is_there:
                field.set_missing(words, clause)
                clause = None  # once is enough
            else:
                field.clear_message()
        if self._is_to_come():
            self._say_wrong_date()

    def _look_at_date(self) -> None:
        """Say what is wrong with the date once it was typed to its end."""
        if self._wrong_date():
            self._say_wrong_date()

    def _say_wrong_date(self) -> None:
        self.issued_on.set_error(self._wrong_date())
        self.make_room()

    def _is_to_come(self) -> bool:
        return bool(obstacles_to_document(self.value(), on=self._today))

    def _wrong_date(self) -> str:
        fault = self.issued_on.control.fault()
        if fault:
            return date_fault_words(fault)
        obstacles = obstacles_to_document(self.value(), on=self._today)
        return obstacle_title(obstacles[0]) if obstacles else ""
