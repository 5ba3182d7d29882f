"""What the residents page does with a household: ask where a question is needed, act, lead elsewhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions import stays
from kandas_desktop.queries.resident_household import HouseholdDetail, MemberDetail
from kandas_desktop.rules.stays import speakers
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.needs_question import PersonInNeed, ask_for_needs
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.residents.next_step import Step, next_step
from kandas_desktop.ui.residents.panel_foot import Entry
from kandas_desktop.ui.residents.person_acts import PersonActs
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class HouseholdActs(PersonActs):
    """The steps with one household and the person of it that is shown; ``lead`` shows a place and an id."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        household: HouseholdDetail,
        person: MemberDetail,
        naming: Naming,
        lead: Callable[[str, int], None],
    ) -> None:
        super().__init__(workplace, window, household, person, naming)
        self._lead = lead

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


def _speaker(household: HouseholdDetail, person: MemberDetail) -> int:
    """The stay of the person that is shown; for one who left, that of the first who lives here."""
    return person.stay_id if person.lives_here else household.here[0].stay_id
