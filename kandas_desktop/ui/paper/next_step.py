"""The step after the paper: the referral is handed over, and its three days begin (r.9)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.referrals import hand_over_referral
from kandas_desktop.errors import Trouble
from kandas_desktop.queries.papers import ReferralFacts
from kandas_desktop.rules.birth import DateFaultKind
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.receipts import obstacles_to_handing_over
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.paper.onward import Onward, Way
from kandas_desktop.ui.paper.receipt_term import ReceiptTerm
from kandas_desktop.ui.wording import date_fault_words, digits, obstacle_sentence
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class NextStep(Surface):
    """Asks for the day of receipt, says by when the family must move in, and then offers that."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__("sunken", lines="top", parent=parent)
        self._workplace = workplace
        self._referral: ReferralFacts | None = None
        self.is_next = False
        self._title = Label(bold=True)
        self._received = Field(_("Day of receipt"), DateField(today=lambda: workplace.desk.today))
        self._received.control.set_adornment(icon="calendar")
        self._received.control.textChanged.connect(self._look)
        self._received.control.left.connect(self._look_at_what_was_typed)
        self._button = Button(_("Handed over"))
        self._button.clicked.connect(self.hand_over)
        self._button.refused.connect(workplace.notices.note)
        self._term = ReceiptTerm()
        self.onward = Onward(workplace)
        self._lay_out()

    def _lay_out(self) -> None:
        inset = theme().sizes.panel_padding
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, 14, inset, 16)
        column.setSpacing(theme().sizes.field_gap)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(ClauseChip(Clause.R9))
        column.addLayout(head)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._received, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, theme().line("second") + theme().sizes.label_gap, 0, 0)
        beside.addWidget(self._button)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        column.addWidget(self._row)
        column.addWidget(self._term)
        column.addWidget(self.onward)
        column.addStretch(1)

    @property
    def received_field(self) -> Field[DateField]:
        return self._received

    @property
    def button(self) -> Button:
        return self._button

    @property
    def term_words(self) -> str:
        """What is said of the term, or why there is none; empty where nothing is."""
        return self._term.words

    def show_referral(self, referral: ReferralFacts | None) -> None:
        """Show the step of a referral; ``None`` where a paper has none."""
        is_other = referral is None or self._referral is None or self._referral.id != referral.id
        self._referral = referral
        self.onward.show_referral(referral)
        self.setVisible(referral is not None)
        if referral is None:
            return
        is_open = referral.is_to_be_handed_over
        waits = self._waiting_words(referral)
        if waits:
            self._received.control.set_date(None)
        elif is_open and (is_other or self._button.blocked_reason):
            self._received.control.set_date(self._workplace.desk.today)
        self._received.setEnabled(not waits)
        self._button.set_blocked(waits)
        if is_other:
            self._received.clear_message()
        self._row.setVisible(is_open)
        self._title.setText(self._title_words(referral))
        self._show_term()

    def _waiting_words(self, referral: ReferralFacts) -> str:
        """From when on it may be handed over, where its day is still to come; empty where it has come."""
        if not referral.is_to_be_handed_over or referral.issued_on <= self._workplace.desk.today:
            return ""
        return _("Handed over from {day} on").format(day=digits(referral.issued_on))

    def _title_words(self, referral: ReferralFacts) -> str:
        if referral.struck_out_on is not None:
            return _("Not to be handed over")
        if referral.received_on is not None:
            return _("Handed over on {day}").format(day=digits(referral.received_on))
        return _("Next step: handing over")

    @property
    def comes_after_printing(self) -> bool:
        """Whether the paper must have left before this step; moving in is next whatever was printed."""
        return self.onward.way is not Way.MOVE_IN

    @property
    def is_open(self) -> bool:
        """Whether there is a step: handing over, or moving in."""
        is_to_hand_over = self._referral is not None and self._referral.is_to_be_handed_over
        return is_to_hand_over or self.onward.way is Way.MOVE_IN

    def set_is_next(self, is_next: bool) -> None:
        """Fill the button when nothing is left to print before it."""
        self.is_next = is_next
        self._button.set_role("filled" if is_next else "plain")
        self.onward.set_is_next(is_next)

    def take(self) -> None:
        """Hand the referral over, or what follows once it was."""
        if self._row.isHidden():
            self.onward.take()
        else:
            self.hand_over()

    def _look(self) -> None:
        """Say the term that the typed day leads to, or at once why it cannot be the day."""
        fault, wrong = self._received.control.fault(), self._wrong_day()
        # What is only begun cannot be read yet: that is said when the field is left.
        if wrong and fault is not DateFaultKind.UNREADABLE:
            self._received.set_error(wrong)
        else:
            self._received.clear_message()
        self._show_term()

    def _look_at_what_was_typed(self) -> None:
        if wrong := self._wrong_day():
            self._received.set_error(wrong)

    def _wrong_day(self) -> str:
        """Why the typed day cannot be the day of receipt; empty where it can, or none is typed."""
        fault, day = self._received.control.fault(), self._received.control.date_value()
        if fault:
            return date_fault_words(fault)
        if day is None or self._referral is None:
            return ""
        obstacles = obstacles_to_handing_over(
            issued_on=self._referral.issued_on,
            received_on=day,
            today=self._workplace.desk.today,
            is_struck_out=False,
            is_handed_over=False,
        )
        today = self._workplace.desk.today
        return "\n".join(obstacle_sentence(obstacle, today) for obstacle in obstacles)

    def _show_term(self) -> None:
        referral = self._referral
        if referral is None:
            return
        waits, today = self._waiting_words(referral), self._workplace.desk.today
        typed = None if self._wrong_day() else self._received.control.date_value()
        self._term.show_of(referral, typed=typed, waits=waits, today=today)

    def hand_over(self) -> None:
        """Record the day of receipt, or say beside the field why it cannot be."""
        field, referral = self._received, self._referral
        if referral is None or self._row.isHidden():
            return
        if self._button.blocked_reason:
            self._button.trigger()
            return
        day, fault = field.control.date_value(), field.control.fault()
        if day is None:
            field.set_error(date_fault_words(fault) if fault else _("Write the day of receipt"))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            hand_over_referral(self._workplace.desk, referral.id, received_on=day)
        except Refused as refused:
            today = self._workplace.desk.today
            field.set_error("\n".join(obstacle_sentence(each, today) for each in refused.obstacles))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        except Trouble as trouble:
            self._workplace.notices.fault(trouble.text)
            return
        field.clear_message()
        self._workplace.notices.done(
            _("Referral {number} was handed over on {day}").format(number=referral.number, day=digits(day))
        )
