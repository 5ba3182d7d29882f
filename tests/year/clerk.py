"""A clerk who does what Today asks for, takes families in, and now and then has a breach to write down."""

from collections.abc import Callable
from datetime import date, time, timedelta
from random import Random

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.bedding import change_bedding
from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    notify,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.consideration import enter_reserve, return_application
from kandas_desktop.actions.desk import Desk, Refused
from kandas_desktop.actions.documents import record_document
from kandas_desktop.actions.moving_in import confirm_lapse, move_in, sign_house_rules
from kandas_desktop.actions.petitions import answer_petition, file_petition
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.actions.rooms import make_ready, put_in_service, take_out_of_service
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.actions.work_calendar import confirm_year
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BreachPerson
from kandas_desktop.models.tables import ApplicationPerson, Referral, ReferralPerson
from kandas_desktop.queries.stays import household_facts
from kandas_desktop.queries.today import today_view
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.rooms import BedHolder, BedState
from kandas_desktop.rules.stays import EndReason
from tests.factories import Clock, a_person, a_slip, an_application

_NAMES = ("Дәурен", "Сәуле", "Ерасыл", "Аяла", "Бибі", "Бекзат")
_MORNING = time(9)


class Clerk:
    """One desk through a year."""

    def __init__(self, desk: Desk, clock: Clock, chance: Random) -> None:
        self.desk = desk
        self.clock = clock
        self.chance = chance
        self.done: dict[str, int] = {}
        self._doings: dict[ItemKind, Callable[[AgendaItem], None]] = {
            ItemKind.LAPSE: self._confirm_lapse,
            ItemKind.VACATE: self._see_off,
            ItemKind.STAY_ENDS: self._see_off,
            ItemKind.DECISION: self._decide,
            ItemKind.CONSIDER: self._consider,
            ItemKind.MOVE_IN: self._welcome,
            ItemKind.HAND_OVER: self._hand_over,
            ItemKind.SIGN_RULES: self._let_sign,
            ItemKind.NOTIFY: self._notify,
            ItemKind.REGISTER: self._register_proposal,
            ItemKind.PROPOSE: self._propose,
            ItemKind.LINEN: self._change_bedding,
            ItemKind.PETITION: self._answer,
            ItemKind.MAKE_READY: self._make_ready,
            ItemKind.REPAIR: self._repaired,
            ItemKind.CALENDAR: self._confirm_year,
        }

    @property
    def today(self) -> date:
        return self.desk.today

    def go_to(self, day: date) -> None:
        """The next morning at the desk."""
        self.clock.set(day, _MORNING)

    def work(self) -> None:
        """A day: what Today asks for, the reserve's next, new families, a move, at times something more."""
        for item in today_view(self.today).items:
            if (item.kind in self._doings and item.group is not Group.SOON) or item.kind is ItemKind.MOVE_IN:
                self._doings[item.kind](item)
        self._serve_the_reserve()
        for _family in range(self.chance.choice((0, 1, 1, 2))):
            self._take_in()
        self._move_somebody()
        if self.chance.random() < 0.15:
            self._write_a_breach_down()
        if self.chance.random() < 0.15:
            self._take_a_petition()
        if self.chance.random() < 0.2:
            self._let_somebody_go()
        if self.chance.random() < 0.1:
            self._break_a_bed()

    def _did(self, what: str) -> None:
        self.done[what] = self.done.get(what, 0) + 1

    # --- families

    def _take_in(self) -> None:
        size = self.chance.choice((1, 1, 1, 2, 3, 4, 5))
        sexes = (Sex.MALE, Sex.FEMALE)
        people = [
            a_person(
                _NAMES[position],
                born=BirthDate(self.today.year - (30 if position < 2 else 4 + 3 * position), 2, 1),
                document=a_slip() if position < 2 else None,
                sex=self.chance.choice(sexes),
                origin_country="UZ",
            )
            for position in range(size)
        ]
        self._refer_or_wait(an_application(self.desk, *people))
        self._did("registered")

    def _consider(self, item: AgendaItem) -> None:
        self._hand_slips_in(item.subject_id)
        self._refer_or_wait(item.subject_id)

    def _refer_or_wait(self, application_id: int) -> None:
        try:
            issue_referral(self.desk, ReferralRequest(application_id))
            self._did("referred")
        except Refused:
            if self.chance.random() < 0.1:
                return_application(self.desk, application_id, reason="Құжаттар жетіспейді")
                return
            enter_reserve(self.desk, application_id)
            self._did("waits")

    def _hand_slips_in(self, application_id: int) -> None:
        for row in ApplicationPerson.select().where(ApplicationPerson.application == application_id):
            if row.document_kind is None or row.document_issued_on is None:
                record_document(self.desk, row.id, a_slip())

    def _serve_the_reserve(self) -> None:
        while waiting := today_view(self.today).reserve:
            self._hand_slips_in(waiting[0].application_id)
            try:
                issue_referral(self.desk, ReferralRequest(waiting[0].application_id))
            except Refused:
                return
            self._did("referred from the reserve")

    def _hand_over(self, item: AgendaItem) -> None:
        referral = Referral.get_by_id(item.subject_id)
        hand_over_referral(self.desk, item.subject_id, received_on=max(self.today, referral.issued_on))

    def _welcome(self, item: AgendaItem) -> None:
        if self.chance.random() < 0.25:
            return  # not today; some never come
        named = ReferralPerson.select(ReferralPerson.id).where(ReferralPerson.referral == item.subject_id)
        people = [row.id for row in named]
        move_in(self.desk, item.subject_id, people=people, moved_in_on=self.today)
        self._did("moved in")

    def _confirm_lapse(self, item: AgendaItem) -> None:
        confirm_lapse(self.desk, item.subject_id)
        self._did("lapsed")

    def _let_sign(self, item: AgendaItem) -> None:
        sign_house_rules(self.desk, item.ids, signed_on=self.today)

    # --- leaving

    def _see_off(self, item: AgendaItem) -> None:
        if item.kind is ItemKind.STAY_ENDS and self.chance.random() < 0.5:
            return
        facts = household_facts(item.subject_id, self.today)
        living = [person for person in facts.people if person.resident.left_on is None]
        leaving = [person for person in living if person.resident.stay_id in item.ids]
        because = EndReason.TERM
        if all(person.resident.put_out_on for person in leaving):
            because = EndReason.EVICTED
        self._leave(item.subject_id, [person.resident.stay_id for person in leaving], because)

    def _leave(self, household_id: int, stay_ids: list[int], because: EndReason) -> None:
        facts = household_facts(household_id, self.today)
        staying = [
            person.resident.stay_id
            for person in facts.people
            if person.resident.left_on is None
            and person.resident.is_adult
            and person.resident.stay_id not in stay_ids
        ]
        request = LeavingRequest(
            tuple(stay_ids), self.today, because, "Үлгі қаласы", staying[0] if staying else None
        )
        record_leaving(self.desk, request)
        self._did(f"left: {because}")

    def _let_somebody_go(self) -> None:
        holders = self._residents()
        if holders:
            one = self.chance.choice(holders)
            family = [
                each.stay_id for each in holders if each.household_id == one.household_id and each.stay_id
            ]
            self._leave(one.household_id, family, EndReason.FREELY)

    # --- files

    def _write_a_breach_down(self) -> None:
        holders = self._residents()
        if holders:
            one = self.chance.choice(holders)
            assert one.stay_id is not None
            record_breach(self.desk, BreachRequest(one.household_id, self.today, "Шулаған", (one.stay_id,)))

    def _propose(self, item: AgendaItem) -> None:
        try:
            propose(self.desk, item.subject_id, proposed_on=self.today)
        except Refused:
            self._did("proposed too late")  # whoever broke the rules has left

    def _register_proposal(self, item: AgendaItem) -> None:
        register_proposal(self.desk, item.subject_id, registered_on=self.today, number="03-1")

    def _decide(self, item: AgendaItem) -> None:
        people = BreachPerson.select(BreachPerson.stay).where(BreachPerson.breach == item.subject_id)
        stays = tuple(row.stay_id for row in people)
        outcome = self.chance.choice((Outcome.KEEP, Outcome.EVICT))
        holders = {holder.stay_id: holder for holder in self._residents()}
        contact = None
        if stays[0] in holders:
            family = [
                each.stay_id
                for each in holders.values()
                if each.household_id == holders[stays[0]].household_id
                and each.stay_id not in stays
                and each.born.is_adult_on(self.today)
            ]
            contact = family[0] if family else None
        else:
            outcome = Outcome.KEEP
        try:
            record_decision(
                self.desk, DecisionRequest(item.subject_id, outcome, "17-ө", self.today, stays, contact)
            )
        except Refused:
            record_decision(self.desk, DecisionRequest(item.subject_id, Outcome.KEEP, "17-ө", self.today))
        self._did(f"decided: {outcome}")

    def _notify(self, item: AgendaItem) -> None:
        notify(self.desk, item.subject_id, notified_on=self.today)

    def _take_a_petition(self) -> None:
        holders = self._residents()
        if holders:
            stay_id = self.chance.choice(holders).stay_id
            assert stay_id is not None
            file_petition(self.desk, stay_id, filed_on=self.today, request="Шам ауыстыруды сұраймын")

    def _answer(self, item: AgendaItem) -> None:
        answer_petition(self.desk, item.subject_id, answered_on=self.today, answer="Ауыстырылды")
        self._did("answered")

    # --- beds

    def _residents(self) -> list[BedHolder]:
        beds = house(self.desk.database, self.today).beds()
        return [bed.holder for bed in beds if bed.holder is not None and bed.holder.stay_id is not None]

    def _move_somebody(self) -> None:
        """Move somebody to a free bed, and take half of the moves back."""
        seen = house(self.desk.database, self.today)
        free = [bed.id for bed in seen.beds() if bed.state is BedState.FREE]
        movers = self._residents()
        for bed_id in self.chance.sample(free, min(2, len(free))):
            mover = self.chance.choice(movers)
            try:
                act = move_to_beds(self.desk, {mover.referral_person_id: bed_id})
            except Refused:
                continue
            self._did("moved")
            if self.chance.random() < 0.5:
                undo(self.desk, act)
                self._did("undone")
            return

    def _break_a_bed(self) -> None:
        beds = house(self.desk.database, self.today).beds()
        bed = next((bed for bed in beds if bed.state is BedState.FREE), None)
        if bed is not None:
            until = self.today + timedelta(days=5)
            take_out_of_service(
                self.desk, bed.id, reason="Радиатор", began_on=self.today, expected_until=until
            )
            self._did("out of service")

    def _repaired(self, item: AgendaItem) -> None:
        put_in_service(self.desk, item.ids[0])

    def _make_ready(self, item: AgendaItem) -> None:
        make_ready(self.desk, item.ids)

    def _change_bedding(self, item: AgendaItem) -> None:
        slept_in = [
            bed.id
            for bed in house(self.desk.database, self.today).beds()
            if bed.id in item.ids and bed.state in (BedState.OCCUPIED, BedState.VACATING)
        ]
        if slept_in:
            change_bedding(self.desk, slept_in, changed_on=self.today)

    def _confirm_year(self, item: AgendaItem) -> None:
        confirm_year(self.desk, item.subject_id, source="Сынақ")
