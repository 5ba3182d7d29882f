from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_referral_paper
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.application import ApplicationDetail, application_detail, move_in_term
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.standing import Standing
from kandas_desktop.rules.terms import Term
from tests.factories import (
    TestOffice,
    a_person,
    a_referral,
    a_slip,
    a_waiting_application,
    add_family_room,
    an_application,
    an_office,
    leave_no_bed_free,
)

TODAY = date(2026, 3, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


def detail(application_id: int) -> ApplicationDetail:
    return application_detail(application_id, TODAY)


def test_the_first_who_waits_before_is_none_whom_a_decision_passed_over(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    passed, first, preferred = (a_waiting_application(office.desk) for _ in range(3))
    for passed_id in (passed, first):
        pass_over(office.desk, PassingOverRequest(preferred, (passed_id,), "Ш-1", TODAY, "Ауыр науқас"))
        expected = (first, "Ө-2/26") if passed_id == passed else None
        assert detail(preferred).first_ahead == expected


def test_a_registered_application_is_due_with_its_people_and_what_comes_next(office: TestOffice) -> None:
    found = detail(an_application(office.desk, size=3))
    assert (found.number, found.standing, found.registered_on) == ("Ө-1/26", Standing.DUE, TODAY)
    assert (found.considered_on, found.reserve_entered_on, found.reserve_place) == (None, None, 0)
    assert [person.household.position for person in found.people] == [0, 1, 2]
    assert (found.obstacles, found.referral, found.struck_out_referrals) == ((), None, ())
    assert found.next_referral_number == "Ж-1/26"
    assert [obstacle.kind for obstacle in found.obstacles_to_reserve] == [ObstacleKind.BEDS_ARE_FREE]
    assert [condition.clause for condition in found.conditions] == [
        Clause.R3,
        Clause.R8,
        Clause.R7,
        Clause.R5,
    ]


def test_a_person_is_told_with_everything_that_was_written_down(office: TestOffice) -> None:
    person = a_person(
        patronymic="Аңызұлы",
        sex=Sex.MALE,
        birth_place="Баян-Өлгий",
        citizenship="MN",
        latin_name="MYSALOV DAUREN",
        native_name="Мысал",
        certificate_number="00-1507",
        certificate_issued_on=date(2026, 2, 2),
        iin="840622300019",
    )
    row = detail(an_application(office.desk, person)).applicant
    assert row.household.name.full == "Мысалов Дәурен Аңызұлы"
    assert (row.household.document, row.household.iin) == (a_slip(), "840622300019")
    assert (row.sex, row.birth_place, row.origin_country, row.citizenship) == (
        Sex.MALE, "Баян-Өлгий", "MN", "MN",
    )  # fmt: skip
    assert (row.latin_name, row.native_name) == ("MYSALOV DAUREN", "Мысал")
    assert (row.certificate_number, row.certificate_issued_on) == ("00-1507", date(2026, 2, 2))
    assert (row.needs_document, row.obstacle) == (True, None)


def test_what_the_order_still_asks_of_each_person_is_told_on_the_day(office: TestOffice) -> None:
    add_family_room(office.desk, beds=2)
    application_id = an_application(
        office.desk,
        a_person(document=None),
        a_person("Ерасыл", born=BirthDate(2008, 3, 19), document=None),
    )
    today, tomorrow = detail(application_id), application_detail(application_id, date(2026, 3, 19))
    assert [person.needs_document for person in today.people] == [True, False]
    assert [person.needs_document for person in tomorrow.people] == [True, True]
    assert [obstacle.kind for obstacle in today.obstacles] == [ObstacleKind.SLIP_MISSING]
    assert [person.obstacle for person in tomorrow.people] == list(tomorrow.obstacles)


def test_a_waiting_application_knows_its_place_and_who_is_first(office: TestOffice) -> None:
    first = a_waiting_application(office.desk, size=8)
    second = a_waiting_application(office.desk, size=2)
    assert (detail(first).reserve_place, detail(first).first_ahead) == (1, None)
    waiting = detail(second)
    assert (waiting.standing, waiting.reserve_place, waiting.reserve_entered_on) == (
        Standing.RESERVE, 2, TODAY,
    )  # fmt: skip
    assert waiting.first_ahead == (first, "Ө-1/26")


def test_a_referral_in_force_is_told_with_its_term_once_received(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, size=2)
    issued = detail(1).referral
    assert issued is not None
    assert (issued.id, issued.number, issued.people, issued.received_on, issued.move_in) == (
        referral_id, "Ж-1/26", 2, None, None,
    )  # fmt: skip
    hand_over_referral(office.desk, referral_id, received_on=TODAY)
    handed_over = detail(1).referral
    assert handed_over is not None
    assert handed_over.move_in == Term(base=TODAY, due=date(2026, 3, 21), clause=Clause.R9)
    assert detail(1).standing is Standing.REFERRED


def test_how_often_a_referral_left_the_program_is_told(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    paper_id = keep_referral_paper(office.desk, referral_id, b"%PDF")
    issue_papers(office.desk, [paper_id, paper_id], left_by=LeftBy.PRINTER)
    referral = detail(1).referral
    assert referral is not None
    assert referral.times_printed == 2


def test_struck_out_referrals_are_told_with_their_reasons_in_order(office: TestOffice) -> None:
    strike_out_referral(office.desk, a_referral(office.desk), reason="Қате кетті")
    strike_out_referral(office.desk, issue_referral(office.desk, ReferralRequest(1)), reason="Бас тартты")
    found = detail(1)
    assert (found.standing, found.referral) == (Standing.DUE, None)
    assert [(row.number, row.struck_out_on, row.struck_out_reason) for row in found.struck_out_referrals] == [
        ("Ж-1/26", TODAY, "Қате кетті"),
        ("Ж-2/26", TODAY, "Бас тартты"),
    ]


def test_why_an_application_was_returned_or_struck_out_is_told(office: TestOffice) -> None:
    returned, struck_out = an_application(office.desk), an_application(office.desk)
    return_application(office.desk, returned, reason="Бас тартты")
    strike_out_application(office.desk, struck_out, reason="Екі рет тіркелген")
    assert (detail(returned).standing, detail(returned).returned_reason) == (Standing.RETURNED, "Бас тартты")
    assert (detail(returned).considered_on, detail(returned).returned_on) == (TODAY, TODAY)
    assert detail(struck_out).standing is Standing.STRUCK_OUT
    assert (detail(struck_out).struck_out_on, detail(struck_out).struck_out_reason) == (
        TODAY, "Екі рет тіркелген",
    )  # fmt: skip


def test_an_application_and_the_one_filed_anew_lead_to_each_other(office: TestOffice) -> None:
    first = an_application(office.desk)
    second = an_application(office.desk, previous_id=first)
    assert (detail(first).previous, detail(first).followed_by) == (None, (second, "Ө-2/26"))
    assert (detail(second).previous, detail(second).followed_by) == ((first, "Ө-1/26"), None)
    assert (detail(first).previous_number, detail(second).previous_number) == ("", "Ө-1/26")


@pytest.mark.parametrize(
    ("last_day_moves", "due", "skipped"),
    [
        (False, date(2026, 3, 21), ()),
        # Nauryz: 21 to 23 March, and the days off moved for it.
        (True, date(2026, 3, 26), tuple(date(2026, 3, day) for day in range(21, 26))),
    ],
)
def test_the_office_chooses_whether_a_last_day_off_moves(
    office: TestOffice, last_day_moves: bool, due: date, skipped: tuple[date, ...]
) -> None:
    Office.update(last_day_moves=last_day_moves).execute()
    assert move_in_term(TODAY) == Term(base=TODAY, due=due, clause=Clause.R9, skipped=skipped)
