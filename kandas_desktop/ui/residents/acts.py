"""What the residents page does with a household: ask where a question is needed, act, lead elsewhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions import corrections, stays
from kandas_desktop.queries.resident_household import HouseholdDetail, MemberDetail
from kandas_desktop.rules.stays import speakers
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.kit.dialog import Change
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.needs_question import PersonInNeed, ask_for_needs
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.reasons import ReasonWords
from kandas_desktop.ui.residents.next_step import Step, next_step
from kandas_desktop.ui.residents.panel_foot import Entry
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import digits, people_words
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class HouseholdActs:
    """The steps with one household and the person of it that is shown."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        household: HouseholdDetail,
        person: MemberDetail,
        naming: Naming,
        lead: Callable[[str, int], None],
    ) -> None:
        self._workplace, self._window = workplace, window
        self._household, self._person = household, person
        self._naming, self._lead = naming, lead

    def take_next_step(self) -> None:
        """What the main button does."""
        {
            Step.RECORD_LEAVING: self.record_leaving,
            Step.GIVE_BED: self.move,
            Step.SIGN_RULES: self.sign_rules,
            Step.PRINT_NOTICE: self.print_notice,
            Step.NOTHING: self.record_leaving,
        }[next_step(self._household)]()

    def entries(self) -> list[Entry]:
        """Everything that may be done, for a menu."""
        here = self._person.lives_here
        family = bool(self._household.here)
        found = []
        if here:
            found += [
                Entry(_("Move to another bed…"), self.move),
                Entry(_("Kandas status…"), self.change_status),
                Entry(_("Record the leaving…"), self.record_leaving),
                Entry(),
            ]
        if family:
            found += [
                Entry(_("Add a family member…"), self.add_member),
                Entry(_("Choose the contact…"), self.choose_contact, self._why_no_contact()),
                Entry(_("Who needs an accessible room…"), self.record_needs),
                Entry(_("Record a breach…"), self.open_breach),
                Entry(_("New petition…"), self.begin_petition),
                Entry(),
                Entry(_("Print the house rules"), self.print_rules),
                Entry(_("Print the notice of the stay's end"), self.print_notice),
                Entry(),
            ]
        if here:
            return [*found, Entry(_("Correct the day of moving in…"), self.correct_move_in)]
        return [
            *found,
            Entry(_("Correct the leaving…"), self.correct_leaving),
            Entry(_("They did not leave…"), self.take_back_leaving),
        ]

    def record_leaving(self) -> None:
        """Ask who left, and record it; whose stay is over is chosen, else the person that is shown."""
        here = self._household.here
        leaving = [each.stay_id for each in here if each.vacating is not None]
        if not leaving:
            leaving = [self._person.stay_id] if self._person.lives_here else [each.stay_id for each in here]
        stay_acts.record_leaving(self._workplace, self._window, leaving, names_hidden=self._naming.hidden)

    def sign_rules(self) -> None:
        """Ask who of the family signed the house rules; whoever has still to is ticked (r.10)."""
        lacking = [each.stay_id for each in self._household.here if each.lacks_signature]
        stay_acts.sign_rules(self._workplace, self._window, lacking, names_hidden=self._naming.hidden)

    def move(self) -> None:
        """Seek another bed on the board, where beds are given."""
        self._lead(Place.MOVE, self._person.stay_id)

    def add_member(self) -> None:
        """A newborn or a later member of the family applies by a line of their own."""
        self._lead(Place.INTAKE_JOINING, self._household.id)

    def record_needs(self) -> None:
        """Ask who of those who live here needs an accessible room, and write it down."""
        people = [
            PersonInNeed(
                member.named_id, self._naming.short(member.name, member.kinship), member.needs_accessible
            )
            for member in (each.member for each in self._household.here)
        ]
        ask_for_needs(self._workplace, self._window, people)

    def open_breach(self) -> None:
        """Go to the file that is open, or to where one is begun."""
        if self._household.breach_id:
            self._lead(Place.BREACH, self._household.breach_id)
        else:
            self._lead(Place.NEW_BREACH, _speaker(self._household, self._person))

    def begin_petition(self) -> None:
        """Write down what is asked of the Center's head (r.10)."""
        self._lead(Place.NEW_PETITION, _speaker(self._household, self._person))

    def print_notice(self) -> None:
        """The notice of the stay's end, for the whole family."""
        self._lead(Place.TERM_NOTICE_PAPER, self._household.id)

    def print_rules(self) -> None:
        """The house rules, to be signed by the adults of the referral."""
        self._lead(Place.HOUSE_RULES_PAPER, self._person.referral_id)

    def change_status(self) -> None:
        """Ask what is known of the person's status now (art. 25)."""
        from kandas_desktop.ui.residents.status_question import StatusQuestion

        member, desk = self._person.member, self._workplace.desk
        answer = StatusQuestion.ask(self._window, member.status, self._name(), today=desk.today)
        if answer is None or answer.status == member.status:
            return
        attempt_act(
            self._workplace,
            lambda: stays.change_status(desk, member.person_id, answer.status, reason=answer.reason),
            done=self._told(lambda name: _("The status of {name} is written down.").format(name=name)),
        )

    def choose_contact(self) -> None:
        """Ask who speaks for the family from now on (r.14)."""
        from kandas_desktop.ui.residents.questions import ContactQuestion

        chosen = ContactQuestion.ask(self._window, self._speakers(), self._household.contact, self._naming)
        if chosen is None or chosen == self._household.contact:
            return
        desk, household = self._workplace.desk, self._household
        attempt_act(
            self._workplace,
            lambda: stays.choose_contact(desk, household.id, chosen),
            done=_("{number}: the contact is chosen.").format(number=household.number),
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

    def _speakers(self) -> list[MemberDetail]:
        """Those who may speak for the family (r.14)."""
        return [each for each in self._household.here if each.member.resident.may_speak]

    def _why_no_contact(self) -> str:
        here = [each.member.resident for each in self._household.here]
        adults = [resident for resident in here if resident.is_adult]
        if not adults:
            return _("No adult lives here")
        if not speakers(adults):
            return _("Every adult has to leave by a decision")
        has_other = any(one.stay_id != self._household.contact for one in speakers(adults))
        if not has_other and len(adults) > 1:
            return _("Every other adult has to leave by a decision")
        return "" if has_other else _("Only one adult lives here")

    def _name(self) -> str:
        return self._named(self._naming)

    def _named(self, naming: Naming) -> str:
        return naming.short(self._person.member.name, self._person.member.kinship)

    def _told(self, sentence: Callable[[str], str]) -> Wording:
        """A sentence about the person, by name and by number."""
        return Wording.of(lambda hidden: sentence(self._named(Naming(self._naming.number, hidden))))


def _speaker(household: HouseholdDetail, person: MemberDetail) -> int:
    """The stay of the person that is shown; for one who left, that of the first who lives here."""
    return person.stay_id if person.lives_here else household.here[0].stay_id
