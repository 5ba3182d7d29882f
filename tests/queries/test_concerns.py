"""What the file tells that is to be weighed before a referral: statuses, and stays that are over (r.15)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.actions.stays import LeavingRequest, change_status, record_leaving
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.queries.application import application_detail
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.concerns import Concern, ConcernKind, EarlierStay
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.stays import EndReason
from tests.factories import (
    TestOffice,
    a_person,
    a_slip,
    a_waiting_application,
    an_application,
    an_office,
    leave_no_bed_free,
    named_on,
)
from tests.joining import a_joining_line
from tests.residents import Family, a_resident_family

WEDNESDAY = date(2026, 3, 18)
SEPTEMBER = date(2026, 9, 18)
IIN = "840622300017"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


def concerns(office: TestOffice, *people: PersonEntry) -> tuple[Concern, ...]:
    line = an_application(office.desk, *people)
    return application_detail(line, office.desk.today).concerns


def person_id(application_id: int, position: int = 0) -> int:
    named = (ApplicationPerson.application == application_id) & (ApplicationPerson.position == position)
    return int(ApplicationPerson.get(named).person_id)


def leave(office: TestOffice, family: Family, because: EndReason, *, on: date) -> None:
    office.clock.set(on)
    record_leaving(office.desk, LeavingRequest(family.stays, on, because))


def test_a_family_of_which_nothing_is_known_gives_nothing_to_weigh(office: TestOffice) -> None:
    assert concerns(office, a_person(), replace(a_person("Сәуле"), document=a_slip("20-118"))) == ()


def test_a_status_that_is_over_is_said_already_as_the_application_is_considered(office: TestOffice) -> None:
    line = an_application(office.desk, a_person(), replace(a_person("Сәуле"), document=a_slip("20-118")))
    change_status(office.desk, person_id(line), KandasStatus(date(2024, 1, 10)), reason="")
    [concern] = application_detail(line, WEDNESDAY).concerns
    assert (concern.kind, concern.status_ended_on) == (ConcernKind.STATUS_OVER, date(2025, 1, 10))
    assert [person.name.given_name for person in concern.people] == ["Дәурен", "Сәуле"]
    assert concern.status is not None
    assert (concern.status.person_id, concern.status.name.full) == (person_id(line), "Мысалов Дәурен")
    extended = KandasStatus(date(2025, 1, 10), extended_until=date(2026, 7, 10))
    change_status(office.desk, person_id(line), extended, reason="Жаңылыс")
    assert application_detail(line, WEDNESDAY).concerns == ()


def test_a_status_of_ones_own_goes_before_the_applicants(office: TestOffice) -> None:
    line = an_application(office.desk, a_person(), replace(a_person("Сәуле"), document=a_slip("20-118")))
    change_status(office.desk, person_id(line), KandasStatus(date(2024, 1, 10)), reason="")
    change_status(office.desk, person_id(line, 1), KandasStatus(WEDNESDAY), reason="")
    [concern] = application_detail(line, WEDNESDAY).concerns
    assert [person.name.given_name for person in concern.people] == ["Дәурен"]


def test_a_status_is_weighed_until_somebody_moves_in_on_the_referral(office: TestOffice) -> None:
    line = an_application(office.desk, a_person())
    change_status(office.desk, person_id(line), KandasStatus(date(2025, 3, 18)), reason="")
    referral_id = issue_referral(office.desk, ReferralRequest(line))
    hand_over_referral(office.desk, referral_id, received_on=WEDNESDAY)
    assert application_detail(line, WEDNESDAY).concerns == ()
    thursday = date(2026, 3, 19)
    [concern] = application_detail(line, thursday).concerns
    assert concern.kind is ConcernKind.STATUS_OVER
    move_in(office.desk, referral_id, people=named_on(referral_id), moved_in_on=WEDNESDAY)
    assert application_detail(line, thursday).concerns == ()


def test_an_old_certificate_is_a_doubt_until_the_status_is_written_down(office: TestOffice) -> None:
    line = an_application(office.desk, replace(a_person(), certificate_issued_on=date(2024, 1, 10)))
    [concern] = application_detail(line, WEDNESDAY).concerns
    assert (concern.kind, concern.status_ended_on) == (ConcernKind.STATUS_DOUBTED, date(2025, 1, 10))
    change_status(office.desk, person_id(line), KandasStatus(WEDNESDAY), reason="")
    assert application_detail(line, WEDNESDAY).concerns == ()


def test_who_joins_follows_the_applicant_of_the_household(office: TestOffice) -> None:
    family = a_resident_family(office.desk, a_person())
    line = a_joining_line(office.desk, family.application_id)
    change_status(office.desk, person_id(family.application_id), KandasStatus(date(2024, 1, 10)), reason="")
    [concern] = application_detail(line, WEDNESDAY).concerns
    assert concern.status is not None
    assert concern.status.name.full == "Мысалов Дәурен"
    assert [person.name.given_name for person in concern.people] == ["Айсұлу"]


def test_six_months_that_were_used_up_are_told_by_the_iin_with_their_days(office: TestOffice) -> None:
    family = a_resident_family(office.desk, replace(a_person(), iin=IIN))
    leave(office, family, EndReason.TERM, on=SEPTEMBER)
    [concern] = concerns(office, replace(a_person("Даурен"), iin=IIN))
    assert concern.kind is ConcernKind.TERM_USED
    assert concern.earlier == (EarlierStay(WEDNESDAY, SEPTEMBER, "Ө-1/26"),)
    line = an_application(office.desk, replace(a_person(), iin=IIN))
    issue_referral(office.desk, ReferralRequest(line))
    assert application_detail(line, SEPTEMBER).concerns == (), "once it is issued nothing is weighed any more"


def test_a_shorter_stay_is_told_as_one(office: TestOffice) -> None:
    family = a_resident_family(office.desk, replace(a_person(), iin=IIN, born=BirthDate(1984)))
    leave(office, family, EndReason.FREELY, on=date(2026, 4, 18))
    [concern] = concerns(office, replace(a_person(), iin=IIN, born=BirthDate(1984)))
    assert concern.kind is ConcernKind.STAYED_BEFORE
    assert concern.earlier[0].ended_on == date(2026, 4, 18)


def test_nobody_is_taken_for_another(office: TestOffice) -> None:
    family = a_resident_family(office.desk, replace(a_person(), iin=IIN))
    leave(office, family, EndReason.TERM, on=SEPTEMBER)
    assert concerns(office, a_person("Сәуле")) == (), "without an IIN"
    assert concerns(office, replace(a_person(), iin="840622300027")) == ()


def test_whoever_still_lives_here_has_no_stay_that_is_over(office: TestOffice) -> None:
    a_resident_family(office.desk, replace(a_person(), iin=IIN))
    assert concerns(office, replace(a_person(), iin=IIN)) == ()


def test_a_status_known_from_an_earlier_stay_is_a_doubt(office: TestOffice) -> None:
    family = a_resident_family(office.desk, replace(a_person(), iin=IIN))
    change_status(office.desk, person_id(family.application_id), KandasStatus(date(2025, 6, 1)), reason="")
    leave(office, family, EndReason.FREELY, on=date(2026, 4, 18))
    office.clock.set(SEPTEMBER)
    doubt, stayed = concerns(office, replace(a_person(), iin=IIN))
    assert (doubt.kind, doubt.status_ended_on) == (ConcernKind.STATUS_DOUBTED, date(2026, 6, 1))
    assert stayed.kind is ConcernKind.STAYED_BEFORE


def numbers(found: tuple[Concern, ...]) -> list[tuple[ConcernKind, str]]:
    return [(concern.kind, concern.number) for concern in found]


def test_whoever_lives_here_or_is_awaited_is_known_again_by_name_and_birth_date(office: TestOffice) -> None:
    a_resident_family(office.desk, a_person())
    awaited = an_application(office.desk, a_person("Сәуле"))
    issue_referral(office.desk, ReferralRequest(awaited))
    found = concerns(office, a_person(), replace(a_person("Сәуле"), document=a_slip("20-118")))
    assert numbers(found) == [(ConcernKind.PERHAPS_HERE, "Ө-1/26"), (ConcernKind.PERHAPS_HERE, "Ө-2/26")]


def test_who_joined_a_household_is_named_by_the_number_of_that_household(office: TestOffice) -> None:
    family = a_resident_family(office.desk, a_person())
    line = a_joining_line(office.desk, family.application_id, a_person("Бекзат", kinship="інісі"))
    issue_referral(office.desk, ReferralRequest(line))
    assert numbers(concerns(office, a_person("Бекзат"))) == [(ConcernKind.PERHAPS_HERE, "Ө-1/26")]


def test_two_open_applications_of_one_person_tell_of_each_other(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    waiting = a_waiting_application(office.desk, a_person())
    due = an_application(office.desk, a_person())
    assert numbers(application_detail(due, WEDNESDAY).concerns) == [(ConcernKind.APPLIED_TWICE, "Ө-1/26")]
    assert numbers(application_detail(waiting, WEDNESDAY).concerns) == [(ConcernKind.APPLIED_TWICE, "Ө-2/26")]
    strike_out_application(office.desk, due, reason="Екі рет тіркелген")
    assert application_detail(waiting, WEDNESDAY).concerns == ()


def test_what_was_returned_or_left_is_no_open_application(office: TestOffice) -> None:
    returned = an_application(office.desk, a_person())
    return_application(office.desk, returned, reason="Толық емес")
    family = a_resident_family(office.desk, a_person("Сәуле"))
    leave(office, family, EndReason.FREELY, on=date(2026, 4, 18))
    slip = a_slip("20-118")
    assert concerns(office, a_person(), replace(a_person("Сәуле"), document=slip)) == ()


def test_a_year_alone_tells_nobody_from_another(office: TestOffice) -> None:
    a_resident_family(office.desk, a_person(born=BirthDate(1984)))
    assert concerns(office, a_person(born=BirthDate(1984))) == ()
