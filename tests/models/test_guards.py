"""What must never be, the database itself forbids: each guard, tried."""

from datetime import date, datetime

import pytest
from peewee import Model

from kandas_desktop.models.engine import IntegrityError, OfficeDatabase
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.stay_tables import Breach
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    AuditLine,
    CalendarDay,
    Office,
    Referral,
    Volume,
)
from tests.models.rows import (
    DAY,
    MOMENT,
    a_named_person,
    a_paper,
    a_person,
    a_person_referred,
    a_referral,
    a_reserve_entry,
    a_volume,
    an_application,
)

pytestmark = pytest.mark.usefixtures("office")


def an_audit_line() -> AuditLine:
    return AuditLine.create(
        at=MOMENT,
        operator="Сәуле",
        verb="register",
        subject="application",
        subject_id=1,
        detail="{}",
        changes="",
    )


def test_numbers_follow_one_another() -> None:
    assert [an_application(1).sequence, an_application(2).sequence] == [1, 2]


@pytest.mark.parametrize("sequence", [1, 2, 4, 5])
def test_a_number_may_neither_be_skipped_nor_given_twice(sequence: int) -> None:
    for given in (1, 2):
        an_application(given)
    with pytest.raises(IntegrityError, match="no gaps"):
        an_application(sequence, number="Ө-other/26")


def test_the_first_number_of_a_year_is_free_for_what_stands_on_paper_before_it() -> None:
    an_application(117)
    assert an_application(118).sequence == 118


def test_each_year_has_numbers_of_its_own() -> None:
    an_application(1, year=2025)
    an_application(1, year=2026)
    with pytest.raises(IntegrityError, match="no gaps"):
        an_application(3, year=2025)


def test_two_lines_of_a_year_cannot_be_written_alike() -> None:
    an_application(1, number="Ө-1/26")
    with pytest.raises(IntegrityError, match="UNIQUE"):
        an_application(2, number="Ө-1/26")


def test_referrals_have_no_gaps_either() -> None:
    a_referral(an_application(1), 1)
    with pytest.raises(IntegrityError, match="no gaps"):
        a_referral(an_application(2), 3)


def test_nothing_in_the_books_is_deleted() -> None:
    application = an_application()
    named = a_named_person(application)
    referral = a_referral(application)
    paper = a_paper(application)
    kept: list[Model] = [
        a_person_referred(referral, named),
        PaperIssue.create(paper=paper, copy_number=0, left_by="file", left_at=MOMENT),
        paper,
        a_reserve_entry(application),
        referral,
        named,
        application,
        Volume.get(),
        an_audit_line(),
    ]
    for row in kept:
        with pytest.raises(IntegrityError, match="never deleted"):
            row.delete_instance()


@pytest.mark.parametrize(
    ("column", "value"), [("id", 77), ("year", 2025), ("sequence", 2), ("number", "Ө-2/26")]
)
@pytest.mark.parametrize("table", [Application, Referral])
def test_a_line_is_never_renumbered(table: type[Model], column: str, value: object) -> None:
    a_referral(an_application())
    with pytest.raises(IntegrityError, match="never changed"):
        table.update({column: value}).execute()


def test_what_was_struck_out_stays_so() -> None:
    application = an_application(struck_out_on=DAY, struck_out_reason="Екі рет тіркелген")
    referral = a_referral(an_application(2), struck_out_on=DAY, struck_out_reason="Қате")
    for table, row in ((Application, application), (Referral, referral)):
        with pytest.raises(IntegrityError, match="stays so"):
            table.update(struck_out_on=None, struck_out_reason=None).where(table.id == row.id).execute()


def test_the_order_of_applying_stays() -> None:
    an_application()
    for change in ({"registered_on": date(2026, 3, 1)}, {"arrived_at": datetime(2026, 3, 1, 8)}):
        with pytest.raises(IntegrityError, match="order of applying"):
            Application.update(change).execute()


def test_what_was_recorded_stays() -> None:
    an_audit_line()
    with pytest.raises(IntegrityError, match="recorded stays"):
        AuditLine.update(operator="Басқа").execute()


def test_a_paper_stays_as_it_was_made() -> None:
    a_paper(an_application())
    with pytest.raises(IntegrityError, match="the same"):
        Paper.update(content=b"%PDF other").execute()


def test_an_application_has_one_live_referral() -> None:
    application = an_application()
    a_referral(application, 1)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_referral(application, 2)


def test_a_referral_that_was_struck_out_makes_room_for_another() -> None:
    application = an_application()
    a_referral(application, 1, struck_out_on=DAY, struck_out_reason="Қате")
    assert a_referral(application, 2).sequence == 2


def test_one_volume_is_open() -> None:
    a_volume(number=1)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_volume(number=2)


def test_ended_volumes_are_as_many_as_were_filled() -> None:
    a_volume(number=1, ended_on=DAY)
    a_volume(number=2, ended_on=DAY)
    assert a_volume(number=3).ended_on is None


def test_a_person_stands_once_on_an_application() -> None:
    application, person = an_application(), a_person()
    a_named_person(application, person=person)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_named_person(application, person=person, position=1)


def test_a_place_on_an_application_has_one_person() -> None:
    application = an_application()
    a_named_person(application, position=1)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_named_person(application, position=1)


def test_an_application_waits_in_the_reserve_once() -> None:
    application = an_application()
    a_reserve_entry(application)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_reserve_entry(application)


def test_a_person_who_is_named_somewhere_is_not_deleted() -> None:
    named = a_named_person(an_application())
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        named.person.delete_instance()


@pytest.mark.parametrize("table", [Application, ApplicationPerson, Referral, Paper])
def test_a_row_points_at_what_there_is(office: OfficeDatabase, table: type[Model]) -> None:
    application = an_application()
    a_named_person(application)
    a_referral(application)
    a_paper(application)
    column = "volume" if table is Application else "application"
    # A paper is not changed at all, so another guard speaks first.
    with pytest.raises(IntegrityError, match=r"FOREIGN KEY|the same"):
        table.update({column: 999}).execute()


@pytest.mark.parametrize(
    "columns",
    [
        {"people": 0},
        {"sequence": 0},
        {"struck_out_on": DAY},
        {"struck_out_reason": "Себебі"},
        {"struck_out_on": DAY, "struck_out_reason": ""},
        {"returned_reason": "Себебі", "returned_on": DAY},
        {"considered_on": DAY, "returned_reason": "", "returned_on": DAY},
        {"considered_on": DAY, "returned_reason": "Себебі"},
        {"considered_on": DAY, "returned_on": DAY},
        {"reopened_on": date(2026, 3, 15)},
        {"considered_on": DAY, "returned_reason": "Себебі", "returned_on": date(2026, 3, 15)},
    ],
)
def test_an_application_that_makes_no_sense_is_refused(columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        an_application(**columns)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "columns",
    [
        {"surname": "", "given_name": ""},
        {"birth_month": 6},
        {"birth_month": 13, "birth_day": 1},
        {"birth_month": 1, "birth_day": 32},
        {"birth_year": 84},
        {"sex": "other"},
    ],
)
def test_a_person_that_cannot_be_is_refused(columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        a_person(**columns)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [{"surname": ""}, {"given_name": ""}])
def test_one_of_surname_and_given_name_is_enough(name: dict[str, str]) -> None:
    assert a_person(**name).id


@pytest.mark.parametrize(
    "columns",
    [
        {"people": 0},
        {"received_on": date(2026, 3, 15)},
        {"struck_out_on": DAY},
        {"struck_out_on": DAY, "struck_out_reason": ""},
    ],
)
def test_a_referral_that_makes_no_sense_is_refused(columns: dict[str, object]) -> None:
    application = an_application()
    with pytest.raises(IntegrityError, match="CHECK"):
        a_referral(application, **columns)  # type: ignore[arg-type]


def test_only_the_applicant_has_no_kinship() -> None:
    named = a_named_person(an_application(), position=1)
    with pytest.raises(IntegrityError, match="CHECK"):
        ApplicationPerson.update(kinship="").where(ApplicationPerson.id == named.id).execute()


def test_a_paper_belongs_to_an_application_or_to_a_referral() -> None:
    application = an_application()
    referral = a_referral(application)
    for owners in ({}, {"application": application, "referral": referral}):
        with pytest.raises(IntegrityError, match="CHECK"):
            Paper.create(content=b"%PDF", made_at=MOMENT, **owners)


def test_there_is_one_office_and_one_word_on_each_day() -> None:
    CalendarDay.create(day=DAY, is_working=False, source="")
    with pytest.raises(IntegrityError, match="UNIQUE"):
        CalendarDay.create(day=DAY, is_working=True, source="")
    texts = {name: "" for name, field in Office._meta.fields.items() if field.field_type == "TEXT"}
    numbers = {
        "bedding_days": 1,
        "last_day_moves": False,
        "applications_before": 0,
        "referrals_before": 0,
    }
    with pytest.raises(IntegrityError, match="CHECK"):
        Office.insert(id=2, set_up_on=DAY, **texts, **numbers).execute()


def test_a_paper_is_one_kind_of_one_breach() -> None:
    breach = Breach.create(
        household=an_application(),
        happened_on=DAY,
        facts="Төбелес",
        recorded_on=DAY,
        registered_number="",
        decision_number="",
    )
    kept = Paper.create(breach=breach, kind="proposal", content=b"%PDF", made_at=MOMENT)
    for columns in ({"kind": None}, {"kind": "other"}, {"application": an_application(2)}):
        with pytest.raises(IntegrityError, match=r"CHECK|UNIQUE"):
            Paper.create(
                **{"breach": breach, "kind": "decision", "content": b"%PDF", "made_at": MOMENT} | columns
            )
    with pytest.raises(IntegrityError, match="UNIQUE"):
        Paper.create(breach=breach, kind="proposal", content=b"%PDF", made_at=MOMENT)
    with pytest.raises(IntegrityError, match="the same"):
        Paper.update(kind="decision").execute()
    Paper.update(content=b"%PDF anew").execute()
    PaperIssue.create(paper=kept, copy_number=0, left_by="file", left_at=MOMENT)
    with pytest.raises(IntegrityError, match="the same"):
        Paper.update(content=b"%PDF").execute()
