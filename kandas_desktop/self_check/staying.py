"""From moving in to leaving: beds, the reserve, a breach and its decision, papers of the stay."""

from datetime import date

from kandas_desktop import press
from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    notify,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.consideration import enter_reserve
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.moving_in import confirm_lapse, move_in, sign_house_rules
from kandas_desktop.actions.notices import record_term_notice
from kandas_desktop.actions.petitions import answer_petition, file_petition
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.actions.rooms import make_ready
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.house import house
from kandas_desktop.queries.application import application_detail
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import BreachPaper, Outcome
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, House
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.self_check.check import Check
from kandas_desktop.self_check.living import stays_here, while_they_live_here
from kandas_desktop.self_check.referring import slip
from kandas_desktop.words import _

_DAYS_UNTIL_A_LAPSE = 4
_DESTINATION = "Үлгі қаласы, жалға алған пәтер"


def from_moving_in_to_leaving(check: Check, application_id: int, referral_id: int) -> None:
    """Let the family of eight live in the house from the first day to the last, and others wait for it."""
    _move_in(check, application_id, referral_id)
    _give_the_mother_another_bed(check, application_id)
    waiting_id = _pass_over_and_lapse(check)
    _put_the_applicant_out(check, application_id)
    _print_what_the_stay_needs(check, application_id)
    while_they_live_here(check, application_id)
    _leave(check, application_id)
    _refer_who_waited(check, waiting_id)


def _seen(check: Check) -> House:
    return house(check.desk.database, check.desk.today)


def _holders(check: Check, application_id: int) -> list[tuple[Bed, BedHolder]]:
    """The family's beds with who has them, by position."""
    beds = [(bed, bed.holder) for bed in _seen(check).beds() if bed.holder]
    own = [(bed, holder) for bed, holder in beds if holder.household_id == application_id]
    return sorted(own, key=lambda pair: pair[1].position)


def _stays(check: Check, application_id: int) -> list[int]:
    return [holder.stay_id for _bed, holder in _holders(check, application_id) if holder.stay_id]


def _move_in(check: Check, application_id: int, referral_id: int) -> None:
    today = check.desk.today
    people = [holder.referral_person_id for _bed, holder in _holders(check, application_id)]
    check.expect(len(people) == 8, f"eight beds are held: {len(people)}")
    move_in(check.desk, referral_id, people=people, moved_in_on=today)
    beds = _holders(check, application_id)
    check.expect({bed.state for bed, _holder in beds} == {BedState.OCCUPIED}, "eight beds are slept in")
    check.step(
        _("The family moved in, from {first} to {last}").format(
            first=beds[0][0].label, last=beds[-1][0].label
        )
    )
    check.write("house-rules.pdf", press.house_rules_pdf(referral_id, today), "Үлгібаев", "Күлән")
    adults = [holder.stay_id for _bed, holder in beds if holder.stay_id and holder.born.is_adult_on(today)]
    sign_house_rules(check.desk, adults, signed_on=today)
    check.step(_("The adults signed the house rules"))


def _give_the_mother_another_bed(check: Check, application_id: int) -> None:
    left, mother = _holders(check, application_id)[-1]
    ends_on = mother.stay_ends_on
    free = next(bed for bed in _seen(check).beds() if bed.state is BedState.FREE)
    move_to_beds(check.desk, {mother.referral_person_id: free.id})
    bed, mother = _holders(check, application_id)[-1]
    check.expect((bed.id, mother.stay_ends_on) == (free.id, ends_on), "another bed, the same stay")
    check.step(
        _("{name} moved from {before} to {after}; the stay goes on").format(
            name=mother.name.full, before=left.label, after=bed.label
        )
    )
    _make_beds_ready(check)


def _make_beds_ready(check: Check) -> None:
    unready = [bed.id for bed in _seen(check).beds() if bed.state is BedState.BEING_MADE_READY]
    make_ready(check.desk, unready)
    check.expect(_seen(check).counts().being_made_ready == 0, "every bed is ready")


def _pass_over_and_lapse(check: Check) -> int:
    """Two wait; the second is preferred by a decision, does not come, and applies anew; returns the first."""
    today = check.desk.today
    first = register_application(check.desk, ApplicationRequest(_a_family(today)))
    second_request = ApplicationRequest((_a_woman("Аңызова", "Айна", today),))
    second = register_application(check.desk, second_request)
    for application_id in (first, second):
        enter_reserve(check.desk, application_id)
    check.refused(lambda: issue_referral(check.desk, ReferralRequest(second)), ObstacleKind.OTHERS_AHEAD)
    numbers = [application_detail(application_id, today).number for application_id in (first, second)]
    check.step(
        _("Two families wait in the reserve, in the order of applying: {numbers}").format(
            numbers=", ".join(numbers)
        )
    )
    pass_over(check.desk, PassingOverRequest(second, (first,), "12-ө", today, "Сынақ: бос орын біреу ғана"))
    referral_id = issue_referral(check.desk, ReferralRequest(second))
    check.step(_("By a decision the second was preferred; the first keeps its place"))
    check.write("reserve.pdf", press.reserve_pdf(today), *numbers, "12-ө")
    hand_over_referral(check.desk, referral_id, received_on=today)
    check.refused(lambda: confirm_lapse(check.desk, referral_id), ObstacleKind.MOVE_IN_TERM_RUNS)
    check.clock.go_on(_DAYS_UNTIL_A_LAPSE)
    confirm_lapse(check.desk, referral_id)
    check.expect(_seen(check).counts().held == 0, "the bed is released")
    anew = register_application(check.desk, ApplicationRequest(second_request.people, previous_id=second))
    check.step(
        _("Nobody came within three days: the beds are free again, the new application is {number}").format(
            number=application_detail(anew, check.desk.today).number
        )
    )
    return first


def _put_the_applicant_out(check: Check, application_id: int) -> None:
    desk, today = check.desk, check.desk.today
    stays = _stays(check, application_id)
    applicant, wife = stays[:2]
    leaving = LeavingRequest((applicant,), today, EndReason.EVICTED, _DESTINATION, wife)
    check.refused(lambda: record_leaving(desk, leaving), ObstacleKind.DECISION_MISSING)
    check.step(_("Nobody is put out without a decision"))
    breach_id = record_breach(
        desk, BreachRequest(application_id, today, "Сынақ: түнде шулаған", (applicant,))
    )
    check.refused(
        lambda: press.breach_pdf(desk, breach_id, BreachPaper.PROPOSAL), ObstacleKind.PROPOSAL_MISSING
    )
    propose(desk, breach_id, proposed_on=today)
    check.save("proposal.pdf", press.breach_pdf(desk, breach_id, BreachPaper.PROPOSAL), says="Үлгібаев")
    register_proposal(desk, breach_id, registered_on=today, number="03-41")
    decision = DecisionRequest(breach_id, Outcome.EVICT, "17-ө", today, (applicant,), wife)
    record_decision(desk, decision)
    check.save("decision-notice.pdf", press.breach_pdf(desk, breach_id, BreachPaper.DECISION), says="17-ө")
    notify(desk, breach_id, notified_on=today)
    record_leaving(desk, leaving)
    check.expect(_stays(check, application_id) == stays[1:], "the others stay")
    check.step(_("By the decision the applicant left; the others stay, and the wife speaks for them"))


def _print_what_the_stay_needs(check: Check, application_id: int) -> None:
    desk, today = check.desk, check.desk.today
    (_bed, wife), *_others = _holders(check, application_id)
    assert wife.stay_id is not None
    check.write("term-notice.pdf", press.term_notice_pdf(application_id, today), "Гүлмира")
    record_term_notice(desk, application_id)
    check.write("linen.pdf", press.linen_pdf(today), "101")
    petition_id = file_petition(desk, wife.stay_id, filed_on=today, request="Сынақ: шам ауыстыру")
    answer_petition(desk, petition_id, answered_on=today, answer="Ауыстырылды")
    check.step(_("A petition was filed and answered"))


def _leave(check: Check, application_id: int) -> None:
    beds = len(_stays(check, application_id))
    everybody = tuple(stays_here(check, application_id))
    record_leaving(check.desk, LeavingRequest(everybody, check.desk.today, EndReason.FREELY, _DESTINATION))
    counts = _seen(check).counts()
    check.expect(len(everybody) == beds + 1, "a newborn had no bed")
    check.expect(counts.being_made_ready == beds + 1, f"beds to be made ready: {counts}")
    check.step(_("The family left; beds being made ready: {count}").format(count=counts.being_made_ready))
    _make_beds_ready(check)


def _refer_who_waited(check: Check, waiting_id: int) -> None:
    issue_referral(check.desk, ReferralRequest(waiting_id))
    detail = application_detail(waiting_id, check.desk.today)
    assert detail.referral is not None
    check.step(
        _("Whoever waited has the referral {number}, and the beds").format(number=detail.referral.number)
    )


def _a_family(today: date) -> tuple[PersonEntry, ...]:
    """A mother with five children, for whom there are not beds enough."""
    children = [
        PersonEntry(PersonName("Мысалов", name), BirthDate(today.year - 5 - age), "ұлы", Sex.MALE)
        for age, name in enumerate(("Арман", "Бекзат", "Дәурен", "Ерасыл", "Нұрлан"))
    ]
    return (_a_woman("Мысалова", "Бибі", today), *children)


def _a_woman(surname: str, name: str, today: date) -> PersonEntry:
    return PersonEntry(
        PersonName(surname, name),
        BirthDate(today.year - 35),
        sex=Sex.FEMALE,
        birth_place="Нөкіс қаласы",
        origin_country="UZ",
        document=slip("20-121", today),
    )
