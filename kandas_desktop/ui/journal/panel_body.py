"""The middle of the side panel: what is due and why, what is missing, what is there, what will come."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.application import ApplicationDetail, ApplicationLink
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.next_step import Step, may_choose_beds, next_step
from kandas_desktop.ui.journal.panel_concerns import ConcernSection
from kandas_desktop.ui.journal.panel_family import JoinedFamilyRow
from kandas_desktop.ui.journal.panel_obstacles import ObstacleSection
from kandas_desktop.ui.journal.panel_people import PeopleSection
from kandas_desktop.ui.journal.panel_referral import HandOver, ReferralSection, StruckOutReferrals
from kandas_desktop.ui.journal.panel_words import PeopleWords, condition_line
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import Banner, Rule
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.panel_rows import ConditionRow, FactRow, SectionTitle
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class PanelBody(QWidget):
    """Everything between the head and the foot, built for one application as it stands now."""

    document_asked = Signal(int)
    reserve_asked = Signal()
    status_asked = Signal(object)
    beds_asked = Signal()
    handed_over = Signal(date)
    referral_opened = Signal(int)
    application_asked = Signal(int)

    def __init__(self, detail: ApplicationDetail, people: PeopleWords, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._detail = detail
        self._people = people
        self._today = today
        self.filled: Button | None = None
        self.hand_over: HandOver | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8 if theme().is_compact else 12)
        self._add_due()
        self._add_closed()
        self._add_joined()
        self._add_concerns()
        self._add_referral()
        self._add_way_to_referral()
        self._add_struck_out()
        self._add_links()
        self._add_people()

    def take_over_from(self, other: "PanelBody") -> None:
        """Keep the day that was typed while the same referral is drawn anew."""
        typed = other.hand_over.typed if other.hand_over else ""
        if typed and self.hand_over and other._detail.referral == self._detail.referral:
            self.hand_over.set_typed(typed)

    def _add_due(self) -> None:
        if self._detail.standing is not Standing.DUE:
            return
        day, today = self._detail.due_on, self._today()
        if day < today:
            title = _("Its day of consideration has passed")
        elif self._detail.reopened_on is not None:
            title = _("To be considered again")
        elif day == today:
            title = _("To be considered today")
        else:
            title = _("To be considered on {day}").format(day=digits(day))
        self._column.addWidget(
            FactRow(
                title,
                self._why_due(),
                icon="alert-circle" if day < today else "clock",
                family="overdue" if day < today else "accent",
                clause=Clause.R6,
            )
        )

    def _why_due(self) -> str:
        detail = self._detail
        if detail.reopened_on is not None:
            words = _("Since {day}: the referral {number} was struck out")
            number = detail.struck_out_referrals[-1].number
            return words.format(day=digits(detail.reopened_on), number=number)
        if detail.registered_on > self._today():
            return _("It came on a day off: registered on the next working day")
        return _("Registered on {day}, considered the same day").format(day=digits(detail.registered_on))

    def _add_closed(self) -> None:
        detail = self._detail
        if detail.standing is Standing.STRUCK_OUT and detail.struck_out_on:
            title = _("Struck out on {day}").format(day=digits(detail.struck_out_on))
            words = _("{reason}. The line and its number stay.").format(
                reason=detail.struck_out_reason.rstrip(".")
            )
            self._column.addWidget(Banner(title, words, family="grey", icon="ban", clause=Clause.R5))
        elif detail.standing is Standing.RETURNED and detail.returned_on:
            title = _("Returned on {day}").format(day=digits(detail.returned_on))
            banner = Banner(title, detail.returned_reason, family="grey", icon="undo", clause=Clause.R6)
            self._column.addWidget(banner)

    def _add_joined(self) -> None:
        if self._detail.joins is not None:
            row = JoinedFamilyRow(self._detail.joins)
            row.opened.connect(self.application_asked)
            self._column.addWidget(row)

    def _add_concerns(self) -> None:
        detail = self._detail
        if detail.concerns:
            is_referred = detail.referral is not None
            section = ConcernSection(detail.concerns, self._people, is_referred=is_referred)
            section.status_asked.connect(self.status_asked)
            self._column.addWidget(section)

    def _add_referral(self) -> None:
        if self._detail.referral is None:
            return
        is_next = next_step(self._detail) is Step.HAND_OVER
        section = ReferralSection(self._detail.referral, today=self._today, is_next=is_next)
        section.handed_over.connect(self.handed_over)
        self._column.addWidget(section)
        self.hand_over = section.hand_over
        self.filled = section.filled

    def _add_way_to_referral(self) -> None:
        """What is missing before a referral, what is there, and what will be issued."""
        detail = self._detail
        if detail.standing not in (Standing.DUE, Standing.RESERVE):
            return
        if detail.obstacles:
            section = ObstacleSection(detail, self._people)
            section.document_asked.connect(self.document_asked)
            section.reserve_asked.connect(self.reserve_asked)
            section.application_asked.connect(self.application_asked)
            self.filled = section.filled
            self._column.addWidget(section)
        else:
            self._column.addWidget(
                Banner(
                    _("Nothing stands in the way of the referral"),
                    _("Every condition is met"),
                    family="free",
                    icon="check-circle",
                )
            )
        self._add_conditions()
        if not detail.obstacles:
            self._column.addWidget(Rule())
            title = f"{detail.next_referral_number}, {digits(detail.next_referral_on)}"
            self._column.addWidget(
                FactRow(title, _("number and date of the referral to be issued"), icon="file-text")
            )

    def _add_conditions(self) -> None:
        conditions = QWidget()
        column = QVBoxLayout(conditions)
        column.setContentsMargins(0, 0 if theme().is_compact else 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionTitle(_("Conditions met")))
        column.addSpacing(4)
        for condition in self._detail.conditions:
            column.addWidget(ConditionRow(condition_line(condition, self._detail), condition.clause))
        if may_choose_beds(self._detail):
            column.addSpacing(4)
            column.addLayout(self._other_beds())
        self._column.addWidget(conditions)

    def _other_beds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addSpacing(14 if theme().is_compact else 16)  # its words stand below those of the conditions
        button = LinkButton(_("Choose other beds…"))
        button.clicked.connect(self.beds_asked)
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_struck_out(self) -> None:
        if self._detail.struck_out_referrals:
            self._column.addWidget(Rule())
            section = StruckOutReferrals(self._detail.struck_out_referrals)
            section.opened.connect(self.referral_opened)
            self._column.addWidget(section)

    def _add_links(self) -> None:
        links = (
            (self._detail.previous, _("Applied before:")),
            (self._detail.followed_by, _("Applied anew:")),
        )
        for link, words in links:
            if link is not None:
                self._column.addLayout(self._link(link, words))

    def _link(self, link: ApplicationLink, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(Label(words, role="second", ink="text2"))
        button = LinkButton(link.number)
        button.clicked.connect(lambda: self.application_asked.emit(link.id))
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_people(self) -> None:
        self._column.addWidget(Rule())
        section = PeopleSection(self._detail, self._people)
        section.document_asked.connect(self.document_asked)
        self._column.addWidget(section)
