import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kandas_desktop.actions.office import (
    OfficeFault,
    OfficeFaultKind,
    change_faults,
    change_office,
    office_faults,
    set_up_office,
)
from kandas_desktop.models.tables import AuditLine, Office
from kandas_desktop.rules.numbers import PatternFault
from kandas_desktop.rules.office import OfficeEntry
from tests.factories import TestOffice, a_referral, an_application, an_office

ENTRY = OfficeEntry(
    center_name_kk="Үлгі орталығы",
    center_name_ru="Образцовый центр",
    business_number="000000000000",
    address="Үлгі қаласы, Мысал көшесі, 1",
    director="Үлгібаев Ү.",
    local_body_name="«Үлгі облысының көші-қон басқармасы» ММ",
    local_body_head="Мысалов М.",
    application_pattern="Ө-{n}/{yy}",
    referral_pattern="Ж-{n}/{yy}",
)


def test_an_office_is_set_up_once_with_its_day(tmp_path: Path) -> None:
    with an_office(tmp_path, on=date(2026, 3, 18)):
        assert Office.get_by_id(1).set_up_on == date(2026, 3, 18)


def test_a_full_entry_has_no_fault() -> None:
    assert office_faults(ENTRY) == []


def test_bin_address_and_director_may_be_left_out() -> None:
    assert office_faults(replace(ENTRY, business_number="", address="", director="")) == []


@pytest.mark.parametrize("part", ["center_name_kk", "center_name_ru", "local_body_name", "local_body_head"])
@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "\u202e \ufeff"])
def test_what_screens_and_papers_need_must_be_written(part: str, nothing: str) -> None:
    assert office_faults(replace(ENTRY, **dict[str, Any]({part: nothing}))) == [
        OfficeFault(part, OfficeFaultKind.MISSING)
    ]


def test_bedding_is_changed_at_least_once_a_day() -> None:
    assert office_faults(replace(ENTRY, bedding_days=0)) == [
        OfficeFault("bedding_days", OfficeFaultKind.MISSING)
    ]


def test_no_number_was_given_fewer_than_zero_times() -> None:
    assert office_faults(replace(ENTRY, applications_before=-1, referrals_before=0)) == [
        OfficeFault("applications_before", OfficeFaultKind.MISSING)
    ]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", PatternFault.EMPTY),
        ("Ө/{yy}", PatternFault.NO_NUMBER),
        ("Ө-{n}/{month}", PatternFault.UNKNOWN_FIELD),
        ("Ө" * 40 + "{n}", PatternFault.TOO_LONG),
    ],
)
def test_a_pattern_must_give_numbers(pattern: str, fault: PatternFault) -> None:
    faults = office_faults(replace(ENTRY, application_pattern=pattern))
    assert faults == [OfficeFault("application_pattern", OfficeFaultKind.PATTERN, fault)]


@pytest.mark.parametrize("letters", ["Басқарма 😀", "شكوا"])
@pytest.mark.parametrize(
    "part", ["center_name_kk", "business_number", "address", "director", "local_body_name", "local_body_head"]
)
def test_what_is_printed_must_be_printable(part: str, letters: str) -> None:
    changed: dict[str, Any] = {part: letters}
    faults = office_faults(replace(ENTRY, **changed))
    assert faults == [OfficeFault(part, OfficeFaultKind.UNPRINTABLE)]


def test_the_name_that_only_the_screen_shows_may_be_of_any_letters() -> None:
    assert office_faults(replace(ENTRY, center_name_ru="Центр 😀")) == []


def test_every_fault_is_said_at_once_in_the_order_of_the_form() -> None:
    faults = office_faults(replace(ENTRY, center_name_kk="", referral_pattern="Ж", bedding_days=0))
    assert [fault.part for fault in faults] == ["center_name_kk", "referral_pattern", "bedding_days"]


def test_an_entry_with_faults_is_not_written_down(office: TestOffice) -> None:
    with pytest.raises(ValueError, match="local_body_head missing"):
        change_office(office.desk, replace(ENTRY, local_body_head=""))
    with pytest.raises(ValueError, match="application_pattern pattern"):
        set_up_office(office.desk, replace(ENTRY, application_pattern="Ө"))
    assert Office.get_by_id(1).local_body_head == "Мысалов М."


@pytest.mark.parametrize("part", ["application_pattern", "referral_pattern"])
def test_a_changed_pattern_gives_no_number_of_the_year_again(office: TestOffice, part: str) -> None:
    entry = replace(ENTRY, **dict[str, Any]({part: "{n}"}))
    change_office(office.desk, entry)
    a_referral(office.desk)
    change_office(office.desk, replace(entry, **dict[str, Any]({part: "1{n}"})))
    a_referral(office.desk)  # by this pattern the second paper is «12»
    assert change_faults(entry, on=office.desk.today) == [
        OfficeFault(part, OfficeFaultKind.PATTERN, PatternFault.REPEATS)
    ]
    with pytest.raises(ValueError, match=f"{part} pattern"):
        change_office(office.desk, entry)
    assert getattr(Office.get_by_id(1), part) == "1{n}"
    assert change_faults(entry, on=date(2027, 1, 5)) == []


def test_a_pattern_gives_no_number_of_the_coming_year_again_either(tmp_path: Path) -> None:
    with an_office(tmp_path, on=date(2028, 12, 31), application_pattern="1{n}") as office:
        an_application(office.desk)  # on a Sunday: registered in the new year, as «11»
        faults = change_faults(replace(ENTRY, application_pattern="{n}"), on=office.desk.today)
        assert [fault.pattern for fault in faults] == [PatternFault.REPEATS]


def test_the_pattern_that_is_in_use_is_not_asked(office: TestOffice) -> None:
    a_referral(office.desk)
    assert change_faults(ENTRY, on=office.desk.today) == []


def test_a_change_is_written_down_with_what_changed(office: TestOffice) -> None:
    change_office(office.desk, ENTRY)
    change_office(office.desk, replace(ENTRY, local_body_head="Болжамов Б.", last_day_moves=True))
    row = Office.get_by_id(1)
    assert (row.local_body_head, row.last_day_moves) == ("Болжамов Б.", True)
    line = AuditLine.select().where(AuditLine.verb == "change").order_by(AuditLine.id.desc()).get()
    assert json.loads(line.detail) == {"local_body_head": "Болжамов Б.", "last_day_moves": True}


def test_nothing_changed_leaves_no_line_behind(office: TestOffice) -> None:
    change_office(office.desk, ENTRY)
    before = AuditLine.select().count()
    change_office(office.desk, ENTRY)
    assert AuditLine.select().count() == before


def test_typed_blanks_and_line_breaks_are_not_kept(office: TestOffice) -> None:
    change_office(office.desk, replace(ENTRY, address="  Үлгі қаласы,\nМысал  көшесі "))
    assert Office.get_by_id(1).address == "Үлгі қаласы, Мысал көшесі"


def test_a_referral_keeps_the_signer_it_was_issued_with(office: TestOffice) -> None:
    from kandas_desktop.queries.papers import referral_form

    referral_id = a_referral(office.desk)
    change_office(office.desk, replace(ENTRY, local_body_head="Болжамов Б."))
    assert referral_form(referral_id).head_name == "Мысалов М."
