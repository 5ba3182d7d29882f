"""From a breach to the decision: every step on its day, in its order, undone while nothing rests on it."""

from datetime import date

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    close_breach,
    notify,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.actions.stays import LeavingRequest, choose_contact, record_leaving
from kandas_desktop.models.breaches import breach_number
from kandas_desktop.models.engine import IntegrityError
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.stay_tables import Breach, BreachPerson, HouseholdContact, Stay
from kandas_desktop.models.stays import contact_of
from kandas_desktop.models.tables import AuditLine
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.factories import TestOffice
from tests.stays import Family, a_family_living_here, left

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
WEDNESDAY = date(2026, 3, 18)
THURSDAY = date(2026, 3, 19)


@pytest.fixture
def family(office: TestOffice) -> Family:
    return a_family_living_here(office.desk, size=3)


def a_breach(office: TestOffice, family: Family, *places: int, facts: str = "Төбелес болды") -> int:
    stays = tuple(family.stay_ids[place] for place in places or (0,))
    return record_breach(office.desk, BreachRequest(family.household_id, FRIDAY, facts, stays))


def a_registered_breach(office: TestOffice, family: Family, *places: int) -> int:
    breach_id = a_breach(office, family, *places)
    propose(office.desk, breach_id, proposed_on=MONDAY)
    register_proposal(office.desk, breach_id, registered_on=MONDAY, number="К-17")
    return breach_id


def evict(
    office: TestOffice, breach_id: int, *stay_ids: int, contact: int | None = None, number: str = "12"
) -> int:
    return record_decision(
        office.desk,
        DecisionRequest(breach_id, Outcome.EVICT, number, WEDNESDAY, stay_ids, contact),
    )


def last_act(verb: str) -> int:
    return int(AuditLine.select().where(AuditLine.verb == verb).order_by(AuditLine.id.desc()).get().id)


def test_a_breach_is_written_down_with_whom_it_concerns(office: TestOffice, family: Family) -> None:
    breach = Breach.get_by_id(a_breach(office, family, 0, 1, facts=" Түнде  шу\n\nшығарды\u200b "))
    assert (breach.facts, breach.happened_on, breach.recorded_on) == ("Түнде шу\nшығарды", FRIDAY, WEDNESDAY)
    named = BreachPerson.select().where(BreachPerson.breach == breach)
    assert [(row.stay_id, row.is_to_leave) for row in named] == [
        (family.stay_ids[0], False),
        (family.stay_ids[1], False),
    ]
    assert not breach_number(breach)


def test_a_breach_that_says_nothing_is_refused(office: TestOffice, family: Family) -> None:
    with refused_with(office, ObstacleKind.NOBODY_CHOSEN, ObstacleKind.FACTS_MISSING):
        record_breach(office.desk, BreachRequest(family.household_id, FRIDAY, "\u200b", ()))


def test_a_breach_written_by_mistake_is_taken_back(office: TestOffice, family: Family) -> None:
    a_breach(office, family, 0, 1)
    undo(office.desk, last_act("record"))
    assert Breach.select().count() == BreachPerson.select().count() == 0


def test_proposals_are_numbered_without_gaps_within_their_year(office: TestOffice, family: Family) -> None:
    first, second, third = (a_breach(office, family, place) for place in range(3))
    for breach_id in (second, first):
        propose(office.desk, breach_id, proposed_on=MONDAY)
    office.clock.set(date(2027, 1, 4))
    propose(office.desk, third, proposed_on=date(2027, 1, 4))
    assert [breach_number(Breach.get_by_id(id_)) for id_ in (first, second, third)] == [
        "2/26",
        "1/26",
        "1/27",
    ]


def test_a_number_is_not_taken_back_with_the_breach(office: TestOffice, family: Family) -> None:
    breach_id = a_breach(office, family)
    act = last_act("record")
    propose(office.desk, breach_id, proposed_on=MONDAY)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    for change in ({"sequence": None}, {"year": 2025}):
        with pytest.raises(IntegrityError, match="never changed"):
            Breach.update(change).execute()
    BreachPerson.delete().execute()
    with pytest.raises(IntegrityError, match="a numbered file stays"):
        Breach.delete().execute()


def test_nothing_is_proposed_twice_or_before_it_happened(office: TestOffice, family: Family) -> None:
    breach_id = a_breach(office, family)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        propose(office.desk, breach_id, proposed_on=date(2026, 3, 12))
    propose(office.desk, breach_id, proposed_on=MONDAY)
    with refused_with(office, ObstacleKind.STEP_DONE):
        propose(office.desk, breach_id, proposed_on=MONDAY)


def test_no_proposal_is_dated_before_the_one_with_the_number_before(
    office: TestOffice, family: Family
) -> None:
    first, second, third = (a_breach(office, family, place) for place in range(3))
    propose(office.desk, first, proposed_on=WEDNESDAY)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        propose(office.desk, second, proposed_on=MONDAY)
    propose(office.desk, second, proposed_on=WEDNESDAY)
    for mistaken in (first, second):
        close_breach(office.desk, mistaken, reason="Қате жазылды")
    propose(office.desk, third, proposed_on=MONDAY)
    assert breach_number(Breach.get_by_id(third)) == "3/26"


def test_a_file_that_was_a_mistake_is_closed_and_keeps_its_number(office: TestOffice, family: Family) -> None:
    breach_id = a_breach(office, family)
    propose(office.desk, breach_id, proposed_on=MONDAY)
    with refused_with(office, ObstacleKind.REASON_MISSING):
        close_breach(office.desk, breach_id, reason=" ")
    act = close_breach(office.desk, breach_id, reason="Қате  жазылды")
    breach = Breach.get_by_id(breach_id)
    assert (breach.closed_on, breach.closed_reason) == (WEDNESDAY, "Қате жазылды")
    assert breach_number(breach) == "1/26"
    with refused_with(office, ObstacleKind.FILE_CLOSED):
        register_proposal(office.desk, breach_id, registered_on=MONDAY)
    undo(office.desk, act)
    assert Breach.get_by_id(breach_id).closed_on is None


def test_a_registration_is_taken_back_until_a_decision_rests_on_it(
    office: TestOffice, family: Family
) -> None:
    breach_id = a_breach(office, family)
    with refused_with(office, ObstacleKind.PROPOSAL_MISSING):
        register_proposal(office.desk, breach_id, registered_on=MONDAY)
    propose(office.desk, breach_id, proposed_on=MONDAY)
    undo(office.desk, register_proposal(office.desk, breach_id, registered_on=MONDAY, number="К-17"))
    assert Breach.get_by_id(breach_id).registered_number == ""
    act = register_proposal(office.desk, breach_id, registered_on=MONDAY, number=" К-17 ")
    assert Breach.get_by_id(breach_id).registered_number == "К-17"
    record_decision(office.desk, DecisionRequest(breach_id, Outcome.KEEP, "12", WEDNESDAY))
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_a_decision_to_keep_ends_nobodys_stay(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    request = DecisionRequest(breach_id, Outcome.KEEP, "12", WEDNESDAY, family.stay_ids, family.stay_ids[1])
    record_decision(office.desk, request)
    assert [stay.ended_on for stay in Stay.select()] == [None, None, None]
    assert HouseholdContact.select().count() == 0
    assert Breach.get_by_id(breach_id).outcome == "keep"


def test_a_decision_to_evict_ends_the_stays_of_those_it_names_on_its_day(
    office: TestOffice, family: Family
) -> None:
    breach_id = a_registered_breach(office, family, 0)
    evict(office, breach_id, *family.stay_ids)
    assert [(stay.ended_on, stay.ended_because, stay.breach_id) for stay in Stay.select()] == [
        (WEDNESDAY, "evicted", breach_id)
    ] * 3
    assert [row.is_to_leave for row in BreachPerson.select()] == [True] * 3
    assert HouseholdContact.select().count() == 0


def test_a_stay_that_was_over_already_gets_no_new_days(office: TestOffice) -> None:
    family = a_family_living_here(office.desk, size=1, moved_in_on=date(2025, 9, 15))
    breach_id = a_registered_breach(office, family)
    evict(office, breach_id, *family.stay_ids)
    assert Stay.get_by_id(family.stay_ids[0]).ended_on == date(2026, 3, 15)


def test_where_the_applicant_alone_must_leave_somebody_else_speaks_for_the_others(
    office: TestOffice, family: Family
) -> None:
    breach_id = a_registered_breach(office, family)
    applicant, wife, _son = family.stay_ids
    with refused_with(office, ObstacleKind.CONTACT_MISSING):
        evict(office, breach_id, applicant)
    evict(office, breach_id, applicant, contact=wife)
    assert contact_of(family.household_id) == wife
    assert [Stay.get_by_id(id_).ended_on for id_ in family.stay_ids] == [WEDNESDAY, None, None]


def test_who_has_to_leave_does_not_speak_for_those_who_stay(office: TestOffice, family: Family) -> None:
    applicant, mother, uncle = family.stay_ids
    evict(office, a_registered_breach(office, family), mother)
    for contact, refused in ((mother, ObstacleKind.CONTACT_PUT_OUT), (None, ObstacleKind.CONTACT_MISSING)):
        with refused_with(office, refused):
            record_leaving(
                office.desk,
                LeavingRequest((applicant,), WEDNESDAY, EndReason.FREELY, contact_stay_id=contact),
            )
    with refused_with(office, ObstacleKind.CONTACT_PUT_OUT):
        choose_contact(office.desk, family.household_id, mother)
    record_leaving(
        office.desk, LeavingRequest((applicant,), WEDNESDAY, EndReason.FREELY, contact_stay_id=uncle)
    )
    assert contact_of(family.household_id) == uncle


def test_nobody_left_before_they_broke_the_rules_unless_that_was_a_mistake(
    office: TestOffice, family: Family
) -> None:
    breach_id = a_breach(office, family)
    request = LeavingRequest(family.stay_ids[:1], date(2026, 3, 12), EndReason.FREELY, "", family.stay_ids[1])
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        record_leaving(office.desk, request)
    close_breach(office.desk, breach_id, reason="Қате жазылды")
    record_leaving(office.desk, request)


def test_nobody_left_before_they_filed_a_petition(office: TestOffice, family: Family) -> None:
    file_petition(office.desk, family.stay_ids[1], filed_on=MONDAY, request="Бөлме")
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        record_leaving(office.desk, LeavingRequest(family.stay_ids[1:2], FRIDAY, EndReason.FREELY))
    record_leaving(office.desk, LeavingRequest(family.stay_ids[1:2], MONDAY, EndReason.FREELY))


def test_a_contact_who_stays_is_not_replaced(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family, 1)
    evict(office, breach_id, family.stay_ids[1], contact=family.stay_ids[2])
    assert contact_of(family.household_id) == family.stay_ids[0]


def test_a_decision_needs_its_number_and_the_steps_before_it(office: TestOffice, family: Family) -> None:
    breach_id = a_breach(office, family)
    with refused_with(office, ObstacleKind.PROPOSAL_MISSING):
        evict(office, breach_id, family.stay_ids[1])
    propose(office.desk, breach_id, proposed_on=MONDAY)
    with refused_with(office, ObstacleKind.NOT_REGISTERED):
        evict(office, breach_id, family.stay_ids[1])
    register_proposal(office.desk, breach_id, registered_on=MONDAY)
    with refused_with(office, ObstacleKind.DECISION_NUMBER_MISSING):
        evict(office, breach_id, family.stay_ids[1], number=" ")


def test_a_decision_is_taken_back_with_everything_it_did(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    act = evict(office, breach_id, family.stay_ids[0], family.stay_ids[2], contact=family.stay_ids[1])
    undo(office.desk, act)
    assert [(stay.ended_on, stay.breach_id) for stay in Stay.select()] == [(None, None)] * 3
    assert [(row.stay_id, row.is_to_leave) for row in BreachPerson.select()] == [(family.stay_ids[0], False)]
    assert contact_of(family.household_id) == family.stay_ids[0]
    assert Breach.get_by_id(breach_id).decision_number == ""
    evict(office, breach_id, family.stay_ids[1])


def test_a_decision_stays_once_the_family_was_told_or_somebody_left(
    office: TestOffice, family: Family
) -> None:
    breach_id = a_registered_breach(office, family)
    act = evict(office, breach_id, *family.stay_ids)
    told = notify(office.desk, breach_id, notified_on=WEDNESDAY)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    undo(office.desk, told)
    left(family.stay_ids[1], WEDNESDAY)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)


def test_a_decision_stays_once_its_notice_has_left(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    act = evict(office, breach_id, *family.stay_ids)
    paper = Paper.create(breach=breach_id, kind="decision", content=b"%PDF", made_at=office.clock())
    Paper.update(content=b"%PDF anew").where(Paper.id == paper.id).execute()
    PaperIssue.create(paper=paper, copy_number=0, left_by="file", left_at=office.clock())
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, act)
    with pytest.raises(IntegrityError, match="the same"):
        Paper.update(content=b"%PDF").execute()


def test_the_family_is_told_once_after_the_decision(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    with refused_with(office, ObstacleKind.DECISION_MISSING):
        notify(office.desk, breach_id, notified_on=WEDNESDAY)
    evict(office, breach_id, *family.stay_ids)
    with refused_with(office, ObstacleKind.DATE_IN_FUTURE):
        notify(office.desk, breach_id, notified_on=THURSDAY)
    notify(office.desk, breach_id, notified_on=WEDNESDAY)
    with refused_with(office, ObstacleKind.STEP_DONE):
        notify(office.desk, breach_id, notified_on=WEDNESDAY)


def test_nobody_is_put_out_twice(office: TestOffice, family: Family) -> None:
    evict(office, a_registered_breach(office, family, 1), family.stay_ids[1])
    second = a_registered_breach(office, family, 2)
    with refused_with(office, ObstacleKind.STEP_DONE):
        evict(office, second, family.stay_ids[1])
    evict(office, second, family.stay_ids[2])
