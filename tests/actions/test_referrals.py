from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.documents import record_document
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.errors import Trouble
from kandas_desktop.models.engine import IntegrityError
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    AuditLine,
    Office,
    Referral,
    ReferralPerson,
    ReserveEntry,
)
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import everything_in, fill_the_disk, refused_with
from tests.factories import (
    WEDNESDAY,
    TestOffice,
    a_permit,
    a_person,
    a_referral,
    a_slip,
    a_waiting_application,
    add_beds,
    add_family_room,
    an_application,
    an_office,
    free_beds,
    named_on,
)
from tests.finding import found

TODAY = date(2026, 3, 18)
NEXT_DAY = date(2026, 3, 19)


def issue(office: TestOffice, application_id: int) -> int:
    return issue_referral(office.desk, ReferralRequest(application_id))


def numbers() -> list[str]:
    return [row.number for row in Referral.select().order_by(Referral.id)]


# --- issuing (r.3)


def test_a_referral_names_everybody_with_the_words_of_its_day(office: TestOffice) -> None:
    application_id = an_application(
        office.desk,
        a_person("Дәурен", patronymic="Аңызұлы"),
        a_person("Бибі", surname="Мысалова", born=BirthDate(1952), kinship="анасы"),
    )
    referral = Referral.get_by_id(issue(office, application_id))
    assert (referral.number, referral.issued_on, referral.people) == ("Ж-1/26", TODAY, 2)
    assert referral.application.id == application_id
    assert (referral.local_body_head, referral.received_on) == ("Мысалов М.", None)
    named = ReferralPerson.select().order_by(ReferralPerson.position)
    assert [(row.name, row.born, row.kinship) for row in named] == [
        ("Мысалов Дәурен Аңызұлы", "22.06.1984", ""),
        ("Мысалова Бибі", "1952 ж.", "анасы"),
    ]


def test_who_signs_stays_as_it_was_when_the_office_changes(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    Office.update(local_body_head="Нобаев Н.").execute()
    assert Referral.get_by_id(referral_id).local_body_head == "Мысалов М."


def test_issuing_is_told_once_and_leaves_its_audit_line(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    office.told.clear()
    referral_id = issue(office, application_id)
    assert len(office.told) == 1
    line = AuditLine.get(AuditLine.verb == "issue")
    assert (line.subject, line.subject_id) == ("referral", referral_id)
    assert line.detail == '{"number": "Ж-1/26", "beds": ["101-1"]}'


def test_an_application_is_considered_when_its_referral_is_issued(office: TestOffice) -> None:
    issue(office, an_application(office.desk))
    assert Application.get().considered_on == TODAY


def test_who_waited_leaves_the_reserve_with_the_referral(office: TestOffice) -> None:
    application_id = a_waiting_application(office.desk, size=8)
    add_beds(office.desk, 1)
    office.clock.set(NEXT_DAY)
    issue(office, application_id)
    entry = ReserveEntry.get()
    assert (entry.left_on, entry.left_because) == (NEXT_DAY, "referred")
    assert Application.get().considered_on == TODAY


def test_a_referral_is_found_by_its_number_at_once(office: TestOffice) -> None:
    a_referral(office.desk)
    assert found(office.desk.database, "Ж-1/26") == [1]


# --- refusing (r.3, r.7, r.8)


def test_every_adult_without_a_whole_slip_stands_in_the_way(office: TestOffice) -> None:
    application_id = an_application(
        office.desk,
        a_person("Дәурен", document=None),
        a_person("Сәуле", document=a_slip(issued_on=None)),
        a_person("Бибі", document=a_slip(number="")),
        a_person("Бекзат", document=a_slip(issued_by="")),
        a_person("Арман", document=a_permit()),
        a_person("Аяла", born=BirthDate(2014, 10, 30), document=None),
    )
    add_family_room(office.desk, beds=6)
    with refused_with(
        office,
        ObstacleKind.SLIP_MISSING,
        ObstacleKind.SLIP_DATE_MISSING,
        ObstacleKind.SLIP_NUMBER_MISSING,
        ObstacleKind.SLIP_ISSUER_MISSING,
    ):
        issue(office, application_id)


def test_the_missing_slip_handed_in_the_referral_is_issued(office: TestOffice) -> None:
    application_id = an_application(office.desk, a_person(document=None))
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        issue(office, application_id)
    record_document(office.desk, ApplicationPerson.get().id, a_slip())
    assert issue(office, application_id) == 1


def test_the_applicant_needs_a_slip_even_as_a_minor(office: TestOffice) -> None:
    application_id = an_application(office.desk, a_person(born=BirthDate(2009, 1, 1), document=None))
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        issue(office, application_id)


@pytest.mark.parametrize("born", [BirthDate(2008, 3, 18), BirthDate(2008, 3, 17)])
def test_who_is_eighteen_on_the_day_of_issue_needs_a_slip(office: TestOffice, born: BirthDate) -> None:
    application_id = an_application(office.desk, a_person(), a_person("Ерасыл", born=born, document=None))
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        issue(office, application_id)


def test_who_is_eighteen_the_day_after_needs_none_today_and_one_tomorrow(office: TestOffice) -> None:
    son = a_person("Ерасыл", born=BirthDate(2008, 3, 19), document=None)
    application_id = an_application(office.desk, a_person(), son)
    add_family_room(office.desk, beds=2)
    office.clock.set(NEXT_DAY)
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        issue(office, application_id)
    office.clock.set(TODAY)
    assert issue(office, application_id) == 1


def test_whoever_turns_eighteen_in_the_reserve_needs_a_slip_from_then_on(office: TestOffice) -> None:
    son = a_person("Ерасыл", born=BirthDate(2008, 3, 19), document=None)
    application_id = a_waiting_application(office.desk, *[a_person(name) for name in "абвгғдеж"], son)
    add_beds(office.desk, 2)
    office.clock.set(NEXT_DAY)
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        issue(office, application_id)


def test_a_referral_needs_a_bed_for_everybody(office: TestOffice) -> None:
    a_referral(office.desk, size=4)
    application_id = an_application(office.desk, size=4)
    with refused_with(office, ObstacleKind.BEDS_MISSING):
        issue(office, application_id)
    assert issue(office, an_application(office.desk, size=3)) == 2
    assert free_beds(office.desk) == 0


def test_who_waits_first_goes_first_even_when_beds_are_free_for_others(office: TestOffice) -> None:
    first = a_waiting_application(office.desk, size=8)
    single = an_application(office.desk, size=1)
    with refused_with(office, ObstacleKind.OTHERS_AHEAD):
        issue(office, single)
    add_beds(office.desk, 2)
    issue(office, first)
    issue(office, single)
    assert numbers() == ["Ж-1/26", "Ж-2/26"]


def test_an_application_has_one_referral_in_force(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    issue(office, application_id)
    with refused_with(office, ObstacleKind.REFERRAL_LIVE):
        issue(office, application_id)


def test_the_database_itself_forbids_a_second_referral_in_force(office: TestOffice) -> None:
    a_referral(office.desk)
    first: dict[str, object] = dict(Referral.select().dicts().get())  # type: ignore[call-overload]
    del first["id"]
    with pytest.raises(IntegrityError), office.desk.transaction():
        Referral.create(**(first | {"sequence": 2, "number": "Ж-2/26"}))
    assert numbers() == ["Ж-1/26"]


def test_a_full_disk_issues_nothing(tmp_path: Path) -> None:
    with an_office(tmp_path, beds=20) as office:
        long_names = [a_person("Ә" * 110, surname="Ү" * 100 + letter) for letter in "абвгдежзиклмноп"]
        application_id = an_application(
            office.desk, *(replace(person, kinship="ұлы") for person in long_names)
        )
        before, told = everything_in(office.desk.database), list(office.told)
        fill_the_disk(office.desk.database)
        with pytest.raises(Trouble, match="disk is full"):
            issue(office, application_id)
        assert everything_in(office.desk.database) == before
        assert office.told == told


# --- numbers (r.5, appendix 3)


def test_referrals_are_numbered_without_gaps_and_apart_from_applications(office: TestOffice) -> None:
    an_application(office.desk)
    a_referral(office.desk)
    a_referral(office.desk)
    assert numbers() == ["Ж-1/26", "Ж-2/26"]


def test_a_struck_out_referrals_number_is_never_given_again(office: TestOffice) -> None:
    strike_out_referral(office.desk, a_referral(office.desk), reason="Қате кетті")
    issue(office, 1)
    assert numbers() == ["Ж-1/26", "Ж-2/26"]


def test_referrals_written_on_a_day_off_are_all_dated_with_the_next_working_day(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 20))  # Friday; Nauryz and its Saturday follow
    friday = an_application(office.desk)
    office.clock.set(date(2026, 3, 21))
    saturday = an_application(office.desk)
    for application_id in (friday, saturday):
        issue(office, application_id)
    days = [(row.registered_on, row.considered_on) for row in Application.select().order_by(Application.id)]
    assert [row.issued_on for row in Referral.select().order_by(Referral.id)] == [
        date(2026, 3, 26),
        date(2026, 3, 26),
    ]
    assert days == [
        (date(2026, 3, 20), date(2026, 3, 26)),
        (date(2026, 3, 26), date(2026, 3, 26)),
    ]


def test_a_referral_dated_ahead_keeps_nobody_elses_back(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 20))
    friday = an_application(office.desk)
    office.clock.set(date(2026, 3, 21))
    saturday = an_application(office.desk)
    issue(office, saturday)
    issue(office, friday)
    assert numbers() == ["Ж-1/26", "Ж-2/26"]


# --- a clock that was set back


def test_no_referral_is_issued_by_a_clock_behind_the_last_line(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    office.clock.go_on(days=-1)
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        issue(office, application_id)


def test_no_referral_is_issued_by_a_clock_behind_the_last_referral(office: TestOffice) -> None:
    first, second = an_application(office.desk), an_application(office.desk)
    office.clock.go_on(days=2)
    issue(office, first)
    office.clock.go_on(days=-1)
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        issue(office, second)
    office.clock.go_on(days=1)
    issue(office, second)


def test_what_was_struck_out_of_a_clock_that_went_ahead_does_not_count(office: TestOffice) -> None:
    first, second = an_application(office.desk), an_application(office.desk)
    office.clock.go_on(days=30)
    strike_out_referral(office.desk, issue(office, first), reason="Сағат қате болды")
    office.clock.go_on(days=-30)
    issue(office, second)
    assert numbers() == ["Ж-1/26", "Ж-2/26"]


def test_nothing_is_handed_over_by_a_clock_that_was_set_back(office: TestOffice) -> None:
    first = a_referral(office.desk)
    office.clock.go_on(days=2)
    a_referral(office.desk)
    office.clock.go_on(days=-1)
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        hand_over_referral(office.desk, first, received_on=office.desk.today)


def test_who_turns_eighteen_before_the_day_the_referral_bears_needs_a_slip(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 21))
    son = a_person("Ерасыл", born=BirthDate(2008, 3, 25), document=None)
    application_id = an_application(office.desk, a_person("Дәурен"), son)
    with refused_with(office, ObstacleKind.SLIP_MISSING):
        issue(office, application_id)


def test_numbers_of_referrals_begin_anew_each_year(office: TestOffice) -> None:
    office.clock.set(date(2026, 12, 31))
    a_referral(office.desk)
    late = an_application(office.desk)
    office.clock.set(date(2027, 1, 6))
    issue(office, late)
    assert numbers() == ["Ж-1/26", "Ж-1/27"]


def test_numbers_of_referrals_go_on_where_the_paper_journal_stopped(tmp_path: Path) -> None:
    with an_office(tmp_path, referrals_before=98) as office:
        a_referral(office.desk)
        assert numbers() == ["Ж-99/26"]


# --- nobody twice (r.15)


def test_whoever_is_awaited_or_lives_here_gets_no_second_referral(office: TestOffice) -> None:
    family = [a_person(iin="840622300017"), a_person("Сәуле")]
    first = a_referral(office.desk, *family)
    again = an_application(office.desk, *family)
    with pytest.raises(Refused) as refusal:
        issue(office, again)
    (obstacle,) = refusal.value.obstacles
    assert obstacle.kind is ObstacleKind.ALREADY_HERE
    assert obstacle.person is not None
    assert (obstacle.person.position, obstacle.name) == (0, "Ө-1/26")
    hand_over_referral(office.desk, first, received_on=WEDNESDAY)
    move_in(office.desk, first, people=named_on(first), moved_in_on=WEDNESDAY)
    with refused_with(office, ObstacleKind.ALREADY_HERE):
        issue(office, again)


def test_whoever_is_not_awaited_any_more_may_get_a_referral_again(office: TestOffice) -> None:
    person = a_person(iin="840622300017")
    strike_out_referral(office.desk, a_referral(office.desk, person), reason="Қате кетті")
    issue(office, an_application(office.desk, person))
    assert numbers() == ["Ж-1/26", "Ж-2/26"]
