"""An application's referrals in the side panel: the one in force, handing it over, and those struck out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.application import ReferralRow, move_in_term
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.rules.receipts import obstacles_to_handing_over
from kandas_desktop.rules.terms import Term
from kandas_desktop.ui.journal.panel_words import referral_title
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.panel_rows import FactRow, SectionTitle
from kandas_desktop.ui.terms import term_reason
from kandas_desktop.ui.wording import date_fault_words, digits, obstacle_sentence, people_words
from kandas_desktop.words import _, ngettext


class HandOver(Card):
    """The day on which the family received the referral, and until when it moves in by it (r.9)."""

    asked = Signal(date)

    def __init__(self, referral: ReferralRow, *, today: Callable[[], date], is_next: bool) -> None:
        super().__init__(padding=12)
        self._referral = referral
        self._today = today
        self.column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Label(_("Not handed over yet"), bold=True, wrap=True), 1)
        head.addWidget(ClauseChip(Clause.R9))
        self.column.addLayout(head)
        self._field = Field(_("Received on"), DateField(today=today))
        self._field.control.set_date(today())
        self._offered = self._field.control.text()
        self._field.control.textChanged.connect(self._look)
        self.button = Button(_("Handed over"), role="filled" if is_next else "plain")
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(20)
        column.addWidget(self.button)
        column.addStretch(1)
        row.addLayout(column)
        self.column.addLayout(row)
        self._words = Label(role="second", ink="text2", wrap=True)
        self.column.addWidget(self._words)
        self._look()

    @property
    def typed(self) -> str:
        """What somebody wrote into the field; empty while the day that was offered stands in it."""
        text = self._field.control.text()
        return "" if text == self._offered else text

    def set_typed(self, text: str) -> None:
        """Put back what was typed before the panel was drawn anew."""
        self._field.control.setText(text)

    def _obstacles(self, received_on: date) -> list[Obstacle]:
        return obstacles_to_handing_over(
            issued_on=self._referral.issued_on,
            received_on=received_on,
            today=self._today(),
            is_struck_out=False,
            is_handed_over=False,
        )

    def _look(self) -> None:
        """Say until when the family moves in, or what is wrong with the day."""
        control = self._field.control
        fault, day = control.fault(), control.date_value()
        obstacles = self._obstacles(day) if day else []
        if fault:
            self._words.setText(date_fault_words(fault))
        elif day is None:
            self._words.setText(_("Write the day on which the family received it."))
        elif obstacles:
            self._words.setText(obstacle_sentence(obstacles[0], self._today()))
        else:
            due = digits(move_in_term(day).due)
            self._words.setText(_("The family moves in by {day}, that day included.").format(day=due))
        wrong = bool(fault or obstacles)
        self._words.set_ink("overdue" if wrong else "text2")
        control.set_state("error" if wrong else "plain")

    def _ask(self) -> None:
        day = self._field.control.date_value()
        if day is None or self._obstacles(day):
            self._field.control.setFocus()
        else:
            self.asked.emit(day)


class ReferralSection(QWidget):
    """The referral in force: number and date, handed over or not, the term to move in."""

    handed_over = Signal(date)

    def __init__(self, referral: ReferralRow, *, today: Callable[[], date], is_next: bool) -> None:
        super().__init__()
        self.filled: Button | None = None
        self.hand_over: HandOver | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        named = _("referral for {people}").format(people=people_words(referral.people))
        column.addWidget(
            FactRow(referral_title(referral), named, icon="file-text", family="free", clause=Clause.R3)
        )
        if referral.issued_on > today():
            day = _("Handed over from {day} on").format(day=digits(referral.issued_on))
            words = _("The referral is dated and signed on that day")
            column.addWidget(FactRow(day, words, icon="clock", clause=Clause.R9))
        elif referral.move_in is None:
            self.hand_over = HandOver(referral, today=today, is_next=is_next)
            self.hand_over.asked.connect(self.handed_over)
            column.addWidget(self.hand_over)
            self.filled = self.hand_over.button if is_next else None
        else:
            for row in _what_became_of(referral, referral.move_in, today()):
                column.addWidget(row)
        if referral.beds:
            words = _("beds that they have") if referral.living else _("beds that it holds")
            if referral.living and referral.awaited:
                words = _("beds that they have, and that wait for the others")
            column.addWidget(FactRow(", ".join(referral.beds), words, icon="bed"))


def _what_became_of(referral: ReferralRow, move_in: Term, today: date) -> Iterator[FactRow]:
    """Who moved in, who left, who did not come, and until when the others are awaited (r.9)."""
    if referral.living and referral.moved_in_on:
        title = _("Moved in on {day}").format(day=digits(referral.moved_in_on))
        living = ngettext("{count} person lives here", "{count} people live here", referral.living)
        yield FactRow(title, living, icon="user", family="occupied", clause=Clause.R9)
    elif referral.moved_in and referral.left_on:
        title = _("Left on {day}").format(day=digits(referral.left_on))
        stayed = _("Moved in on {day}").format(day=digits(referral.moved_in_on or referral.left_on))
        yield FactRow(title, stayed, icon="log-out")
    if referral.lapsed_on:
        title = _("Did not move in by {day}").format(day=digits(move_in.due))
        confirmed = _("Confirmed on {day}: the beds are free again").format(day=digits(referral.lapsed_on))
        yield FactRow(title, confirmed, icon="clock", clause=Clause.R9)
    elif referral.moved_in < referral.people:
        over = move_in.due < today
        words = _("Move-in term ended {day}") if over else _("Move in by {day}")
        awaited = ngettext("{count} person is awaited", "{count} people are awaited", referral.awaited)
        yield FactRow(
            words.format(day=digits(move_in.due)),
            f"{awaited} · {term_reason(move_in)}" if referral.moved_in else term_reason(move_in),
            icon="calendar",
            family="overdue" if over else "held",
            clause=Clause.R9,
        )


class StruckOutReferrals(QWidget):
    """The referrals that were struck out, each with its reason; their papers can still be opened."""

    opened = Signal(int)

    def __init__(self, referrals: Sequence[ReferralRow]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionTitle(_("Struck-out referrals")))
        for referral in referrals:
            column.addWidget(self._row(referral))

    def _row(self, referral: ReferralRow) -> FactRow:
        struck_out_on = digits(referral.struck_out_on) if referral.struck_out_on else ""
        row = FactRow(
            referral_title(referral),
            _("Struck out on {day}: {reason}").format(day=struck_out_on, reason=referral.struck_out_reason),
            icon="ban",
        )
        number = referral.id
        button = IconButton("eye", _("Open {number}").format(number=referral.number), size=28)
        button.clicked.connect(lambda: self.opened.emit(number))
        row.add(button)
        return row
