"""What follows once a referral was handed over: the family moves in, and then lives here (r.9)."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.papers import ReferralFacts
from kandas_desktop.queries.stays import move_in_facts
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.stay_acts import move_in_family
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class Way(Enum):
    """What is offered."""

    NOTHING = auto()
    MOVE_IN = auto()
    SHOW_RESIDENT = auto()


class Onward(QWidget):
    """One button, or none; ``resident_asked(stay)`` leads to the residents."""

    resident_asked = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._referral: ReferralFacts | None = None
        self.way = Way.NOTHING
        self.button = Button("")
        self.button.clicked.connect(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def show_referral(self, referral: ReferralFacts | None) -> None:
        """Offer what follows for this referral."""
        self._referral = referral
        self.way = Way.NOTHING if referral is None else self._way_of(referral)
        moves_in = self.way is Way.MOVE_IN
        self.button.set_words(_("Move the family in") if moves_in else _("Go to the residents"))
        self.button.set_icon("log-in" if moves_in else "user")
        self.setVisible(self.way is not Way.NOTHING)

    def set_is_next(self, is_next: bool) -> None:
        """Fill the button while it is the page's next step."""
        self.button.set_role("filled" if is_next else "plain")
        self.button.set_keys("Ctrl+Enter" if is_next else "")

    def take(self) -> None:
        """Do what is offered."""
        referral = self._referral
        if referral is None:
            return
        if self.way is Way.MOVE_IN:
            hidden = self._workplace.names_hidden
            move_in_family(self._workplace, self.window(), referral.id, names_hidden=hidden)
        elif self.way is Way.SHOW_RESIDENT and referral.stay_id is not None:
            self.resident_asked.emit(referral.stay_id)

    def _way_of(self, referral: ReferralFacts) -> Way:
        if referral.received_on is None or referral.struck_out_on is not None:
            return Way.NOTHING
        today = self._workplace.desk.today
        facts = move_in_facts(referral.id, today)
        is_expected = any(not person.has_moved_in for person in facts.people)
        is_in_time = facts.term is not None and today <= facts.term.due
        if is_expected and is_in_time and not facts.obstacles:
            return Way.MOVE_IN
        return Way.SHOW_RESIDENT if referral.stay_id is not None else Way.NOTHING
