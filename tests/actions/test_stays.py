"""Leaving, the status and who speaks for a household (r.14 to r.17; art. 25)."""

from datetime import date, timedelta

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.stays import LeavingRequest, change_status, choose_contact, record_leaving
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse, HouseholdContact, Stay
from kandas_desktop.models.stays import contact_of, kandas_status
from kandas_desktop.models.tables import Person
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.actions.test_moving_in import but_the_audit, states
from tests.factories import WEDNESDAY, TestOffice, a_person
from tests.residents import Family, a_decision, a_resident_family, a_room

LAST_DAY = date(2026, 9, 18)
"""Six months after the Wednesday on which the families of these tests move in."""


def leave(
    office: TestOffice,
    stay_ids: tuple[int, ...],
    because: EndReason = EndReason.FREELY,
    *,
    left_on: date | None = None,
    contact: int | None = None,
) -> int:
    request = LeavingRequest(stay_ids, left_on or office.desk.today, because, " Үлгі қаласы ", contact)
    return record_leaving(office.desk, request)


def ended(family: Family) -> list[tuple[date | None, str | None, date | None]]:
    rows = [Stay.get_by_id(stay_id) for stay_id in family.stays]
    return [(row.ended_on, row.ended_because, row.left_on) for row in rows]


def test_a_family_leaves_and_its_beds_are_made_ready(office: TestOffice) -> None:
    family = a_resident_family(office.desk, size=2)
    before = but_the_audit(office)
    office.clock.go_on(days=20)
    act = leave(office, family.stays)
    today = office.desk.today
    assert ended(family) == [(today, "freely", today)] * 2
    assert Stay.get().destination == "Үлгі қаласы"
    assert states(office, family) == [BedState.BEING_MADE_READY] * 2
    with refused_with(office, ObstacleKind.LEFT, ObstacleKind.LEFT):
        leave(office, family.stays)
    undo(office.desk, act)
    assert but_the_audit(office) == before


def test_an_infant_who_shares_a_bed_leaves_none_behind(office: TestOffice) -> None:
    family = a_resident_family(office.desk, size=1)
    BedUse.delete().where(BedUse.stay == family.stays[0]).execute()
    leave(office, family.stays)
    assert ended(family) == [(WEDNESDAY, "freely", WEDNESDAY)]


def test_a_stay_that_is_over_ended_on_its_last_day(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    office.clock.set(LAST_DAY + timedelta(days=2))
    now = house(office.desk.database, office.desk.today)
    assert [bed.state for bed in now.beds() if bed.holder] == [BedState.VACATING]
    leave(office, family.stays, EndReason.FREELY)
    assert ended(family) == [(LAST_DAY, "term", LAST_DAY + timedelta(days=2))]


def test_nobody_leaves_by_the_term_before_its_last_day(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    office.clock.set(LAST_DAY - timedelta(days=1))
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        leave(office, family.stays, EndReason.TERM)
    office.clock.set(LAST_DAY)
    leave(office, family.stays, EndReason.TERM)
    assert ended(family) == [(LAST_DAY, "term", LAST_DAY)]


def test_nobody_is_put_out_without_a_decision_that_names_them(office: TestOffice) -> None:
    family = a_resident_family(office.desk, size=2)
    with refused_with(office, ObstacleKind.DECISION_MISSING, ObstacleKind.DECISION_MISSING):
        leave(office, family.stays, EndReason.EVICTED)
    office.clock.go_on(days=10)
    a_decision(office.desk, family.application_id, family.stays[1:], decided_on=office.desk.today)
    with refused_with(office, ObstacleKind.DECISION_MISSING):
        leave(office, family.stays, EndReason.EVICTED)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        leave(
            office,
            family.stays[1:],
            EndReason.EVICTED,
            left_on=office.desk.today - timedelta(days=1),
        )
    decided_on = office.desk.today
    office.clock.go_on(days=3)
    leave(office, family.stays[1:], EndReason.EVICTED)
    assert ended(family)[1] == (decided_on, "evicted", office.desk.today)


def test_when_the_applicant_alone_leaves_an_adult_who_stays_speaks_for_the_family(
    office: TestOffice,
) -> None:
    family = a_resident_family(office.desk, size=3)
    applicant, *others = family.stays
    with refused_with(office, ObstacleKind.CONTACT_MISSING):
        leave(office, (applicant,))
    act = leave(office, (applicant,), contact=others[1])
    assert contact_of(family.application_id) == others[1]
    undo(office.desk, act)
    assert contact_of(family.application_id) == applicant
    assert HouseholdContact.select().count() == 0


def test_where_only_children_stay_nobody_can_be_chosen(office: TestOffice) -> None:
    a_room("201")
    son = a_person("Ерасыл", born=BirthDate(2015, 3, 25), document=None)
    family = a_resident_family(office.desk, a_person(), son)
    leave(office, family.stays[:1], EndReason.DIED)
    assert contact_of(family.application_id) is None


def test_nobody_leaves_before_moving_in_or_tomorrow(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        leave(office, family.stays, left_on=WEDNESDAY - timedelta(days=1))
    with refused_with(office, ObstacleKind.DATE_IN_FUTURE):
        leave(office, family.stays, left_on=WEDNESDAY + timedelta(days=1))


def test_nobody_leaves_who_is_not_there(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        leave(office, (*family.stays, 999))
    with refused_with(office, ObstacleKind.NOBODY_CHOSEN):
        leave(office, ())


# --- status


def status_of(family: Family) -> KandasStatus:
    return kandas_status(Stay.get_by_id(family.stays[0]).person)


def test_a_status_is_given_extended_and_ended(office: TestOffice) -> None:
    family = a_resident_family(office.desk)
    person_id = Stay.get().person_id
    given = KandasStatus(date(2026, 1, 10))
    change_status(office.desk, person_id, given, reason="")
    extended = KandasStatus(date(2026, 1, 10), date(2027, 7, 10))
    change_status(office.desk, person_id, extended, reason="")
    over = KandasStatus(date(2026, 1, 10), date(2027, 7, 10), WEDNESDAY, StatusEnd.CITIZENSHIP)
    act = change_status(office.desk, person_id, over, reason="")
    assert status_of(family) == over
    undo(office.desk, act)
    assert status_of(family) == extended


def test_what_was_known_of_a_status_is_changed_with_a_reason(office: TestOffice) -> None:
    a_resident_family(office.desk)
    person_id = Stay.get().person_id
    change_status(office.desk, person_id, KandasStatus(date(2026, 1, 10)), reason="")
    with refused_with(office, ObstacleKind.REASON_MISSING):
        change_status(office.desk, person_id, KandasStatus(date(2026, 1, 11)), reason=" ")
    change_status(office.desk, person_id, KandasStatus(date(2026, 1, 11)), reason="Жаңылыс")
    assert Person.get_by_id(person_id).status_given_on == date(2026, 1, 11)


# --- contact


def test_an_adult_who_lives_here_is_chosen_to_speak_for_the_family(office: TestOffice) -> None:
    family = a_resident_family(office.desk, size=2)
    act = choose_contact(office.desk, family.application_id, family.stays[1])
    assert contact_of(family.application_id) == family.stays[1]
    undo(office.desk, act)
    assert contact_of(family.application_id) == family.stays[0]


@pytest.mark.parametrize("position", [0, 1])
def test_nobody_else_is_chosen(office: TestOffice, position: int) -> None:
    a_room("201")
    child = a_person("Ерасыл", born=BirthDate(2015, 3, 25), document=None)
    family = a_resident_family(office.desk, a_person(), child, a_person("Сәуле"))
    leave(office, family.stays[:1], contact=family.stays[2])
    with refused_with(office, ObstacleKind.CONTACT_MISSING):
        choose_contact(office.desk, family.application_id, family.stays[position])
