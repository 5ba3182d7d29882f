"""What the side panel does with an application: ask where a question is needed, act, say what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions.consideration import enter_reserve, return_application, strike_out_application
from kandas_desktop.actions.documents import record_document
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.queries.application import ApplicationDetail, application_detail
from kandas_desktop.queries.office import slip_issuers
from kandas_desktop.queries.placing import bed_choice
from kandas_desktop.rules.concerns import Concern
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.ui.attempt import attempt
from kandas_desktop.ui.journal.beds_question import BedsQuestion
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.needs_question import PersonInNeed, ask_for_needs
from kandas_desktop.ui.questions import DocumentQuestion, ReasonQuestion
from kandas_desktop.ui.reasons import returning, striking_out, striking_out_referral
from kandas_desktop.ui.stay_acts import move_in_family
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class PanelActs:
    """The steps on one application as it was shown."""

    def __init__(
        self, workplace: Workplace, window: QWidget, detail: ApplicationDetail, people: PeopleWords
    ) -> None:
        self._workplace = workplace
        self._window = window
        self._detail = detail
        self._people = people

    def issue(self) -> None:
        """Issue the referral (r.3)."""
        desk, request = self._workplace.desk, ReferralRequest(self._detail.id)
        self._try(lambda: issue_referral(desk, request), self._issued)

    def choose_beds(self) -> None:
        """Ask which free beds the referral is to hold, and issue it (r.3)."""
        desk = self._workplace.desk
        choice = bed_choice(self._detail.id, desk.today)
        request = BedsQuestion.ask(self._window, choice, self._people)
        if request is not None:
            self._try(lambda: issue_referral(desk, request), self._issued)

    def move_in(self) -> None:
        """Ask who of the family came, and record it (r.9)."""
        if self._detail.referral is not None:
            referral_id = self._detail.referral.id
            move_in_family(self._workplace, self._window, referral_id, names_hidden=self._people.hidden)

    def enter_reserve(self) -> None:
        """Put the application in the reserve journal (r.7)."""
        desk, number = self._workplace.desk, self._detail.number
        self._try(
            lambda: enter_reserve(desk, self._detail.id),
            lambda: _("{number} is in the reserve.").format(number=number),
        )

    def record_document(self, position: int) -> None:
        """Ask what a person handed in, and write it down (r.3)."""
        desk, person = self._workplace.desk, self._detail.people[position]
        answer = DocumentQuestion.ask(
            self._window,
            person.household,
            today=desk.today,
            issuers=slip_issuers(),
            whom=self._people.with_age(person.household),
        )
        if answer is None:
            return

        def done(hidden: bool) -> str:
            name = replace(self._people, hidden=hidden).short(person.household)
            return _("The document of {name} is written down.").format(name=name)

        self._try(lambda: record_document(desk, person.id, answer), lambda: Wording.of(done))

    def record_needs(self) -> None:
        """Ask who of the application needs an accessible room, and write it down."""
        people = [
            PersonInNeed(row.id, self._people.with_age(row.household), row.household.needs_accessible)
            for row in self._detail.people
        ]
        ask_for_needs(self._workplace, self._window, people)

    def change_status(self, concern: Concern) -> None:
        """Ask what is known of the status on which a stay depends, and write it down (r.15, art. 25)."""
        from kandas_desktop.actions.stays import change_status
        from kandas_desktop.ui.journal.panel_concerns import holder_words
        from kandas_desktop.ui.status_question import StatusQuestion

        desk, known = self._workplace.desk, concern.status
        assert known is not None
        before = known.status if known.is_written_down else KandasStatus()
        answer = StatusQuestion.ask(self._window, before, holder_words(known, self._people), today=desk.today)
        if answer is None or answer.status == before:
            return

        def done(hidden: bool) -> str:
            name = holder_words(known, replace(self._people, hidden=hidden))
            return _("The status of {name} is written down.").format(name=name)

        attempt_act(
            self._workplace,
            lambda: change_status(desk, known.person_id, answer.status, reason=answer.reason),
            done=Wording.of(done),
        )

    def hand_over(self, received_on: date) -> None:
        """Record that the family received the referral (r.9)."""
        desk, referral = self._workplace.desk, self._detail.referral
        assert referral is not None
        self._try(
            lambda: hand_over_referral(desk, referral.id, received_on=received_on),
            lambda: _("Referral {number} handed over on {day}.").format(
                number=referral.number, day=digits(received_on)
            ),
        )

    def correct_receipt(self) -> None:
        """Ask on which day the family received the referral after all (r.9), and why it is corrected."""
        from kandas_desktop.actions.receipts import correct_receipt
        from kandas_desktop.ui.journal.receipt_question import ReceiptQuestion

        desk, referral = self._workplace.desk, self._detail.referral
        assert referral is not None
        answer = ReceiptQuestion.ask(self._window, referral, today=desk.today)
        if answer is None:
            return
        attempt_act(
            self._workplace,
            lambda: correct_receipt(desk, referral.id, received_on=answer.received_on, reason=answer.reason),
            done=_("Referral {number}: received on {day}.").format(
                number=referral.number, day=digits(answer.received_on)
            ),
        )

    def return_application(self) -> None:
        """Ask why, and return the application (r.6)."""
        desk, detail = self._workplace.desk, self._detail
        reason = ReasonQuestion.ask(self._window, returning(detail))
        if reason is None:
            return
        self._try(
            lambda: return_application(desk, detail.id, reason=reason),
            lambda: _("{number} returned.").format(number=detail.number),
        )

    def strike_out(self) -> None:
        """Ask why, and strike the journal's line out (r.5)."""
        desk, detail = self._workplace.desk, self._detail
        reason = ReasonQuestion.ask(self._window, striking_out(detail))
        if reason is None:
            return
        self._try(
            lambda: strike_out_application(desk, detail.id, reason=reason),
            lambda: _("{number} struck out; the line and its number stay.").format(number=detail.number),
        )

    def strike_out_referral(self) -> None:
        """Ask why, and strike the referral out; the application gets its place back (r.8)."""
        desk, referral = self._workplace.desk, self._detail.referral
        assert referral is not None
        reason = ReasonQuestion.ask(self._window, striking_out_referral(self._detail, referral))
        if reason is None:
            return
        self._try(
            lambda: strike_out_referral(desk, referral.id, reason=reason),
            lambda: _("Referral {number} struck out.").format(number=referral.number),
        )

    def _issued(self) -> str:
        referral = application_detail(self._detail.id, self._workplace.desk.today).referral
        assert referral is not None
        return _("Referral {number} issued.").format(number=referral.number)

    def _try(self, act: Callable[[], object], done: Callable[[], str | Wording]) -> None:
        named, unnamed = (replace(self._people, hidden=hidden).sentence for hidden in (False, True))
        attempt(self._workplace, act, done=done, sentence=named, unnamed=unnamed)
