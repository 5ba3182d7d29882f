from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral, strike_out_referral
from kandas_desktop.actions.volumes import begin_next_volume
from kandas_desktop.queries.journal import (
    JournalCounts,
    JournalRow,
    due_count,
    family_rows,
    highest_number,
    journal_counts,
    journal_rows,
    journal_years,
    open_volume,
    volumes,
)
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.standing import Standing
from tests.factories import (
    TestOffice,
    a_permit,
    a_person,
    a_referral,
    a_slip,
    a_waiting_application,
    an_application,
    an_office,
    leave_no_bed_free,
)

TODAY = date(2026, 3, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


def row(office: TestOffice, application_id: int) -> JournalRow:
    return journal_rows(office.desk.database, [application_id])[application_id]


def test_a_line_holds_the_six_columns_of_the_order(office: TestOffice) -> None:
    person = a_person(
        patronymic="Аңызұлы",
        birth_place="Баян-Өлгий аймағы",
        born=BirthDate(1984, 6, 22),
        origin_country="MN",
    )
    line = row(office, an_application(office.desk, person, a_person("Сәуле")))
    assert (line.sequence, line.number, line.registered_on) == (1, "Ө-1/26", TODAY)
    assert line.name == PersonName("Мысалов", "Дәурен", "Аңызұлы")
    assert (line.birth_place, line.born, line.origin_country) == (
        "Баян-Өлгий аймағы",
        BirthDate(1984, 6, 22),
        "MN",
    )
    assert (line.people, line.family_size) == (2, 1)
    assert (line.referral_number, line.referral_issued_on) == ("", None)
    assert (line.standing, line.reserve_place) == (Standing.DUE, 0)


def test_the_referrals_columns_are_filled_on_the_same_line(office: TestOffice) -> None:
    application = an_application(office.desk)
    issue_referral(office.desk, ReferralRequest(application))
    line = row(office, application)
    assert (line.referral_number, line.referral_issued_on, line.standing) == (
        "Ж-1/26",
        TODAY,
        Standing.REFERRED,
    )
    assert not line.referral_is_struck_out


def test_a_struck_out_referral_gives_way_to_the_next(office: TestOffice) -> None:
    application = an_application(office.desk)
    strike_out_referral(office.desk, issue_referral(office.desk, ReferralRequest(application)), reason="Үлгі")
    line = row(office, application)
    assert (line.referral_number, line.referral_is_struck_out, line.standing) == (
        "Ж-1/26",
        True,
        Standing.DUE,
    )
    issue_referral(office.desk, ReferralRequest(application))
    line = row(office, application)
    assert (line.referral_number, line.referral_is_struck_out) == ("Ж-2/26", False)


def test_a_line_to_consider_again_knows_since_when(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    assert row(office, 1).reopened_on is None
    office.clock.set(date(2026, 3, 19))
    strike_out_referral(office.desk, referral_id, reason="Қате кетті")
    assert row(office, 1).reopened_on == date(2026, 3, 19)


def test_the_outcome_of_a_line_is_told(office: TestOffice) -> None:
    returned, struck_out = an_application(office.desk), an_application(office.desk)
    return_application(office.desk, returned, reason="Үлгі")
    strike_out_application(office.desk, struck_out, reason="Үлгі")
    assert row(office, returned).standing is Standing.RETURNED
    assert row(office, struck_out).standing is Standing.STRUCK_OUT


def test_those_who_wait_know_their_place_in_the_order_of_applying(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    waiting = []
    for _ in range(3):
        waiting.append(a_waiting_application(office.desk))
        office.clock.go_on(minutes=5)
    return_application(office.desk, waiting[0], reason="Үлгі")
    rows = journal_rows(office.desk.database, waiting)
    assert [rows[id_].reserve_place for id_ in waiting] == [0, 1, 2]


def test_no_line_is_read_for_no_id(office: TestOffice) -> None:
    assert journal_rows(office.desk.database, []) == {}
    assert family_rows(office.desk.database, [], TODAY) == {}


def test_family_lines_say_what_r_3_still_asks_of_each(office: TestOffice) -> None:
    application = an_application(
        office.desk,
        a_person(),
        a_person("Сәуле"),
        a_person("Ерасыл", born=BirthDate(2008, 3, 17), document=None),
        a_person("Аяла", born=BirthDate(2014, 10, 30), document=None),
        a_person("Бибі", born=BirthDate(1952), document=a_slip(issued_on=None)),
        a_person("Арман", document=a_permit()),
    )
    family = family_rows(office.desk.database, [application], TODAY)[application]
    assert [member.name.given_name for member in family] == ["Сәуле", "Ерасыл", "Аяла", "Бибі", "Арман"]
    assert [member.kinship for member in family] == ["жұбайы", "ұлы", "қызы", "анасы", "әкесі"]
    assert [member.obstacle.kind if member.obstacle else None for member in family] == [
        None,
        ObstacleKind.SLIP_MISSING,
        None,
        ObstacleKind.SLIP_DATE_MISSING,
        None,
    ]
    assert [member.document_kind for member in family] == [
        DocumentKind.SLIP,
        None,
        None,
        DocumentKind.SLIP,
        DocumentKind.PERMIT,
    ]
    assert [member.is_adult for member in family] == [True, True, False, True, True]
    assert family[1].turned_adult_on == date(2026, 3, 17)


def test_a_member_comes_of_age_on_the_day_and_not_before(office: TestOffice) -> None:
    child = a_person("Аяла", born=BirthDate(2008, 3, 19), document=None)
    application = an_application(office.desk, a_person(), child)
    for day, is_adult in ((TODAY, False), (TODAY + timedelta(days=1), True)):
        (member,) = family_rows(office.desk.database, [application], day)[application]
        assert member.is_adult is is_adult
        assert (member.obstacle is not None) is is_adult


def test_somebody_alone_has_no_family_lines(office: TestOffice) -> None:
    application = an_application(office.desk)
    assert family_rows(office.desk.database, [application], TODAY) == {application: []}


def test_counts_tell_the_lines_of_each_outcome(office: TestOffice) -> None:
    assert journal_counts(office.desk.database) == JournalCounts(0, 0, 0, 0, 0, 0, 0, 0, 0)
    desk = office.desk
    issue_referral(desk, ReferralRequest(an_application(desk)))
    strike_out_referral(desk, issue_referral(desk, ReferralRequest(an_application(desk))), reason="Үлгі")
    return_application(desk, an_application(desk), reason="Үлгі")
    strike_out_application(desk, an_application(desk), reason="Үлгі")
    leave_no_bed_free(desk)
    a_waiting_application(desk)
    assert journal_counts(desk.database) == JournalCounts(
        all=5, due=1, reserve=1, referred=1, settled=0, left=0, lapsed=0, returned=1, struck_out=1
    )
    assert due_count(desk.database) == 1


def test_a_line_that_was_returned_and_then_struck_out_counts_once(office: TestOffice) -> None:
    application = an_application(office.desk)
    return_application(office.desk, application, reason="Үлгі")
    strike_out_application(office.desk, application, reason="Үлгі")
    counts = journal_counts(office.desk.database)
    assert (counts.returned, counts.struck_out) == (0, 1)


def test_the_highest_number_is_that_of_any_year(office: TestOffice) -> None:
    assert highest_number(office.desk.database) == 0
    office.clock.set(date(2025, 3, 18))
    for _ in range(3):
        an_application(office.desk, a_person(document=a_permit()))
    office.clock.set(TODAY)
    an_application(office.desk)
    assert highest_number(office.desk.database) == 3
    assert journal_years(office.desk.database) == [2026, 2025]


def test_volumes_are_told_newest_first_with_their_lines(office: TestOffice) -> None:
    assert open_volume() is None
    an_application(office.desk)
    an_application(office.desk)
    begin_next_volume(office.desk)
    an_application(office.desk)
    second, first = volumes()
    assert (first.year, first.number, first.begun_on, first.ended_on, first.entries) == (
        2026,
        1,
        TODAY,
        TODAY,
        2,
    )
    assert (second.number, second.ended_on, second.entries) == (2, None, 1)
    assert open_volume() == second
