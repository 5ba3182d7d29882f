"""What the residents page writes down of one person, and corrects: each asked for first, then told."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions import corrections, stays
from kandas_desktop.queries.resident_household import HouseholdDetail, MemberDetail
from kandas_desktop.ui.kit.dialog import Change
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.reasons import ReasonWords
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import digits, people_words
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class PersonActs:
    """What is written down of the person that is shown: the status, the first and last day of the stay."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        household: HouseholdDetail,
        person: MemberDetail,
        naming: Naming,
    ) -> None:
        self._workplace, self._window = workplace, window
        self._household, self._person = household, person
        self._naming = naming

    def change_status(self) -> None:
        """Ask what is known of the person's status now (art. 25)."""
        from kandas_desktop.ui.status_question import StatusQuestion

        member, desk = self._person.member, self._workplace.desk
        answer = StatusQuestion.ask(self._window, member.status, self._name(), today=desk.today)
        if answer is None or answer.status == member.status:
            return
        attempt_act(
            self._workplace,
            lambda: stays.change_status(desk, member.person_id, answer.status, reason=answer.reason),
            done=self._told(lambda name: _("The status of {name} is written down.").format(name=name)),
        )

    def correct_move_in(self) -> None:
        """Ask on which day the family moved in after all: those who came together are corrected together."""
        from kandas_desktop.ui.residents.questions import MoveInCorrection

        desk, person = self._workplace.desk, self._person
        before = person.member.resident.moved_in_on
        together = [
            each
            for each in self._household.here
            if each.referral_id == person.referral_id and each.member.resident.moved_in_on == before
        ]
        answer = MoveInCorrection.ask(self._window, together, self._naming, today=desk.today)
        if answer is None or answer.moved_in_on == before:
            return
        attempt_act(
            self._workplace,
            lambda: corrections.correct_move_in(
                desk, answer.stay_ids, moved_in_on=answer.moved_in_on, reason=answer.reason
            ),
            done=_("{number}: {people} moved in on {day}.").format(
                number=self._household.number,
                people=people_words(len(answer.stay_ids)),
                day=digits(answer.moved_in_on),
            ),
        )

    def correct_leaving(self) -> None:
        """Ask when, why and where to the person left after all."""
        from kandas_desktop.ui.residents.questions import LeavingCorrection

        desk = self._workplace.desk
        answer = LeavingCorrection.ask(self._window, self._person, self._naming, today=desk.today)
        if answer is None:
            return
        attempt_act(
            self._workplace,
            lambda: corrections.correct_leaving(desk, answer),
            done=self._told(
                lambda name: _("{name} left on {day}.").format(name=name, day=digits(answer.left_on))
            ),
        )

    def take_back_leaving(self) -> None:
        """Ask why it was recorded that the person left, who did not."""
        desk, person = self._workplace.desk, self._person
        left_on = person.member.resident.left_on
        reason = ReasonQuestion.ask(
            self._window,
            ReasonWords(
                title=_("{name} did not leave?").format(name=self._name()),
                verb=_("Take back"),
                explanation=_("The stay goes on. The bed is theirs again where nobody else was given it."),
                changes=(
                    Change(
                        _("Stay"),
                        _("left on {day}").format(day=digits(left_on) if left_on else "—"),
                        _("lives here"),
                    ),
                ),
                reasons=(_("Written down by mistake"), _("They came back the same day")),
            ),
        )
        if reason is None:
            return
        attempt_act(
            self._workplace,
            lambda: corrections.take_back_leaving(desk, [person.stay_id], reason=reason),
            done=self._told(lambda name: _("{name} lives here again.").format(name=name)),
        )

    def _name(self) -> str:
        return self._named(self._naming)

    def _named(self, naming: Naming) -> str:
        return naming.short(self._person.member.name, self._person.member.kinship)

    def _told(self, sentence: Callable[[str], str]) -> Wording:
        """A sentence about the person, by name and by number."""
        return Wording.of(lambda hidden: sentence(self._named(Naming(self._naming.number, hidden))))
