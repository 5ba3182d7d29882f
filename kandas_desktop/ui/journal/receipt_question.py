"""The question on which day a family received its referral after all (r.9)."""

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.application import ReferralRow
from kandas_desktop.queries.corrections import obstacles_to_receipt
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.reason_field import ReasonField
from kandas_desktop.ui.stay_questions import DayField
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class CorrectedReceipt(NamedTuple):
    """The right day, and why it is corrected."""

    received_on: date
    reason: str


class ReceiptQuestion(Question):
    """Asks for the right day of receipt and a reason; what is wrong with either stands beside it."""

    def __init__(self, referral: ReferralRow, *, today: date, parent: QWidget | None = None) -> None:
        assert referral.received_on is not None
        super().__init__(
            _("Correct the day of receipt"),
            _("Correct"),
            explanation=_("The three days to move in are counted from it. The day before stays recorded."),
            parent=parent,
        )
        self._today, self._referral_id, self._before = today, referral.id, referral.received_on
        self.day = DayField(_("Received on"), self._before, today=today)
        self.reason = ReasonField()
        self.fields.addWidget(self.day)
        self.fields.addWidget(self.reason)
        self.day.control.textChanged.connect(self._look)
        self.day.control.setFocus()
        self.day.control.selectAll()

    @classmethod
    def ask(cls, parent: QWidget | None, referral: ReferralRow, *, today: date) -> CorrectedReceipt | None:
        """The right day with its reason; ``None`` when nothing is corrected."""
        question = cls(referral, today=today, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> CorrectedReceipt:
        """What stands in the fields."""
        day = self.day.control.date_value() or self._before
        return CorrectedReceipt(day, self.reason.value())

    def may_accept(self) -> bool:
        answer = self.value()
        found = obstacles_to_receipt(
            self._referral_id, received_on=answer.received_on, reason=answer.reason, today=self._today
        )
        may = self.day.look(
            [each for each in found if each.kind is not ObstacleKind.REASON_MISSING], today=self._today
        )
        may = self.reason.look() and may
        self.make_room()
        return may

    def _look(self) -> None:
        self.day.clear_message()
        day = self.day.control.date_value()
        is_other = day is not None and day != self._before
        self.show_changes(
            [Change(_("Received"), digits(self._before), digits(day))] if day and is_other else []
        )
        self.make_room()
