"""What happens while a family lives in the house: a newborn, a status, a contact, the beds, a correction."""

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.bedding import change_bedding
from kandas_desktop.actions.corrections import CorrectedLeaving, correct_leaving
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.actions.rooms import put_in_service, take_out_of_service
from kandas_desktop.actions.stays import change_status, choose_contact
from kandas_desktop.models.house import house
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.queries.resident_household import MemberDetail, household_detail
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.rules.terms import months_after
from kandas_desktop.self_check.check import Check
from kandas_desktop.words import _

_REASON = "Сынақ: қате жазылды"


def while_they_live_here(check: Check, household_id: int) -> None:
    """Everything that changes nobody's bed, of those who stay after the applicant had to leave."""
    _correct_the_leaving(check, household_id)
    _give_and_end_a_status(check, household_id)
    _take_in_a_newborn(check, household_id)
    _choose_another_contact(check, household_id)
    _look_after_the_beds(check)


def stays_here(check: Check, household_id: int) -> list[int]:
    """The stays of everybody of a household who lives here, with a bed or without."""
    return [person.stay_id for person in _here(check, household_id)]


def _here(check: Check, household_id: int) -> tuple[MemberDetail, ...]:
    return household_detail(household_id, check.desk.today).here


def _correct_the_leaving(check: Check, household_id: int) -> None:
    """The applicant went elsewhere than was written down."""
    people = household_detail(household_id, check.desk.today).people
    left = next(person for person in people if not person.lives_here)
    corrected = CorrectedLeaving(
        (left.stay_id,), check.desk.today, EndReason.EVICTED, "Мысал қаласы, туыстары", _REASON
    )
    correct_leaving(check.desk, corrected)
    check.step(_("Where the applicant went was corrected with a reason; what stood there stays recorded"))


def _give_and_end_a_status(check: Check, household_id: int) -> None:
    """Given and extended once (art. 25); a stay ends with the status, and goes on once that is taken back."""
    desk, today = check.desk, check.desk.today
    wife = _here(check, household_id)[0]
    person_id, ends_on = wife.member.person_id, wife.stay_term.due
    given = KandasStatus(today)
    extended = KandasStatus(today, months_after(today, 15))
    for status in (given, extended):
        change_status(desk, person_id, status, reason="")
    check.refused(
        lambda: change_status(desk, person_id, KandasStatus(today, months_after(today, 16)), reason=_REASON),
        ObstacleKind.STATUS_EXTENDED,
    )
    name = wife.member.name.full
    check.step(_("{name}: the status was given and extended once; not a second time").format(name=name))
    ended = KandasStatus(today, extended.extended_until, today, StatusEnd.CITIZENSHIP)
    act = change_status(desk, person_id, ended, reason=_REASON)
    check.expect(_here(check, household_id)[0].stay_term.due == today, "the stay ends with the status")
    undo(desk, act)
    check.expect(_here(check, household_id)[0].stay_term.due == ends_on, "the stay goes on")
    check.step(_("When the status ended, so did the stay; that was undone, and the stay goes on"))


def _take_in_a_newborn(check: Check, household_id: int) -> None:
    """By a line and a referral of its own; where the status is over which it follows, not at all (r.15)."""
    desk, today = check.desk, check.desk.today
    baby = PersonEntry(
        PersonName("Үлгібаева", "Айсәуле", "Ержанқызы"),
        BirthDate(today.year, today.month, today.day),
        "қызы",
        Sex.FEMALE,
        "Үлгі қаласы",
        "UZ",
        "UZ",
    )
    application_id = register_application(desk, ApplicationRequest((baby,), joins_id=household_id))
    referral_id = issue_referral(desk, ReferralRequest(application_id, sharing=frozenset({0})))
    hand_over_referral(desk, referral_id, received_on=today)
    named = ReferralPerson.get(ReferralPerson.referral == referral_id)
    before = house(desk.database, today).counts()
    applicant = household_detail(household_id, today).people[0].member.person_id
    over = KandasStatus(months_after(today, -13))
    act = change_status(desk, applicant, over, reason="")
    check.refused(
        lambda: move_in(desk, referral_id, people=[named.id], moved_in_on=today), ObstacleKind.STATUS_OVER
    )
    undo(desk, act)
    check.step(_("Nobody moves in whose status is over (r.15)"))
    move_in(desk, referral_id, people=[named.id], moved_in_on=today)
    check.expect(house(desk.database, today).counts() == before, "the newborn takes nobody's bed")
    check.expect(_here(check, household_id)[-1].shares_bed, "the newborn lives here")
    check.step(_("A newborn joined the family by a referral of its own, and shares a bed"))


def _choose_another_contact(check: Check, household_id: int) -> None:
    chosen = [person for person in _here(check, household_id) if person.member.resident.is_adult][-1]
    choose_contact(check.desk, household_id, chosen.stay_id)
    contact = household_detail(household_id, check.desk.today).contact
    check.expect(contact == chosen.stay_id, "another contact")
    check.step(_("Somebody else speaks for the family now: {name}").format(name=chosen.member.name.full))


def _look_after_the_beds(check: Check) -> None:
    desk, today = check.desk, check.desk.today
    beds = house(desk.database, today).beds()
    slept_in = [bed.id for bed in beds if bed.state is BedState.OCCUPIED]
    check.refused(
        lambda: take_out_of_service(desk, slept_in[0], reason=_REASON, began_on=today),
        ObstacleKind.BED_IN_USE,
    )
    change_bedding(desk, slept_in, changed_on=today)
    free = next(bed for bed in house(desk.database, today).beds() if bed.state is BedState.FREE)
    take_out_of_service(desk, free.id, reason=_REASON, began_on=today)
    check.expect(house(desk.database, today).counts().out_of_service == 1, "out of service")
    put_in_service(desk, free.id)
    check.expect(house(desk.database, today).counts().out_of_service == 0, "in service again")
    check.step(_("Bedding was changed; an empty bed was out of service and is back"))
