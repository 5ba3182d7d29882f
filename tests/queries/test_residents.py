"""The residents page's rows: who lives here, whose stay ends soon, who left, found by any spelling."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.moving_in import move_in, sign_house_rules
from kandas_desktop.actions.rooms import RoomRequest
from kandas_desktop.actions.stays import LeavingRequest, change_status, record_leaving
from kandas_desktop.models.stay_tables import BedUse, Breach, Stay
from kandas_desktop.queries.resident_household import household_detail, household_history
from kandas_desktop.queries.residents import ResidentRow, Residents, resident_list
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.stays import EndReason
from tests.factories import WEDNESDAY, TestOffice, a_person, an_office
from tests.residents import Family, a_decision, a_family_with_beds, a_resident_family

ENDS = date(2026, 9, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    rooms = [RoomRequest(1, str(name), RoomKind.FAMILY, beds=4) for name in range(101, 111)]
    with an_office(tmp_path, rooms=rooms) as made:
        yield made


def names(office: TestOffice, which: Residents = Residents.NOW, typed: str = "", **page: int) -> list[str]:
    found = resident_list(office.desk.database, which, office.desk.today, typed=typed, **page)
    return [row.name.given_name for row in found.rows]


def the_family(office: TestOffice) -> Family:
    return a_resident_family(
        office.desk,
        a_person("Дәурен", surname="Қасымов", latin_name="KASSYMOV DAUREN"),
        a_person("Ерасыл", surname="Қасымов", born=BirthDate(2015, 3, 25), document=None),
    )


def the_row(office: TestOffice, stay_id: int) -> ResidentRow:
    """The line of somebody who lives here."""
    found = resident_list(office.desk.database, Residents.NOW, office.desk.today)
    return next(row for row in found.rows if row.stay_id == stay_id)


def leave(office: TestOffice, stay_ids: tuple[int, ...], because: EndReason = EndReason.FREELY) -> int:
    return record_leaving(office.desk, LeavingRequest(stay_ids, office.desk.today, because, "Үлгі қаласы"))


def test_everybody_who_lives_here_stands_there_by_name(office: TestOffice) -> None:
    family = the_family(office)
    a_resident_family(office.desk, a_person("Сәуле", surname="Әділова"))
    assert names(office) == ["Сәуле", "Дәурен", "Ерасыл"]
    row = the_row(office, family.stays[1])
    assert (row.number, row.kinship, row.ends_on) == ("Ө-1/26", "жұбайы", ENDS)
    assert row.bed
    assert not row.needs_signature()


def test_whoever_has_no_bed_has_none_in_the_row(office: TestOffice) -> None:
    family = the_family(office)
    BedUse.delete().where(BedUse.stay == family.stays[0]).execute()
    row = the_row(office, family.stays[0])
    assert row.bed == ""


@pytest.mark.parametrize("typed", ["касымов", "Қасымов Дәу", "kassymov dauren", "22.6.1984", "қас 1/26"])
def test_somebody_is_found_in_any_spelling(office: TestOffice, typed: str) -> None:
    the_family(office)
    a_resident_family(office.desk, a_person("Сәуле", surname="Әділова", born=BirthDate(1990)))
    assert "Дәурен" in names(office, typed=typed)
    assert "Сәуле" not in names(office, typed=typed)


def test_the_filters_tell_what_is_due(office: TestOffice) -> None:
    family = the_family(office)
    office.clock.go_on(days=100)
    second = a_resident_family(office.desk, a_person("Сәуле", surname="Әділова"))
    change_status(
        office.desk, Stay.get_by_id(second.stays[0]).person_id, KandasStatus(date(2025, 8, 10)), reason=""
    )
    sign_house_rules(office.desk, second.stays, signed_on=office.desk.today)
    assert names(office, Residents.UNSIGNED) == ["Дәурен"]
    assert names(office, Residents.ENDING) == names(office, Residents.STATUS_ENDING) == []
    office.clock.set(ENDS - timedelta(days=30))
    assert names(office, Residents.ENDING) == ["Сәуле", "Дәурен", "Ерасыл"]
    assert names(office, Residents.STATUS_ENDING) == ["Сәуле"]
    found = resident_list(office.desk.database, Residents.NOW, office.desk.today)
    assert found.counts == (3, 3, 1, 1, 0)
    assert family.stays


def test_a_stay_that_is_over_is_to_be_vacated(office: TestOffice) -> None:
    family = the_family(office)
    office.clock.set(ENDS + timedelta(days=1))
    row = the_row(office, family.stays[0])
    assert row.is_over(office.desk.today)
    assert row.vacate_on == ENDS + timedelta(days=3)


def test_those_who_left_come_page_by_page_the_last_first(office: TestOffice) -> None:
    first, second = the_family(office), a_resident_family(office.desk, a_person("Сәуле", surname="Әділова"))
    leave(office, first.stays)
    office.clock.go_on(days=1)
    leave(office, second.stays)
    assert names(office) == []
    assert names(office, Residents.LEFT) == ["Сәуле", "Ерасыл", "Дәурен"]
    assert names(office, Residents.LEFT, limit=1) == ["Сәуле"]
    found = resident_list(office.desk.database, Residents.LEFT, office.desk.today, limit=1)
    assert found.has_more
    assert found.counts.left == 3
    assert names(office, Residents.LEFT, typed="әділ") == ["Сәуле"]
    (row,) = resident_list(office.desk.database, Residents.LEFT, office.desk.today, typed="әділ").rows
    assert row.bed
    assert row.left_on == office.desk.today


# --- one household


def test_a_household_tells_why_each_stay_ends(office: TestOffice) -> None:
    family = the_family(office)
    person_id = Stay.get_by_id(family.stays[0]).person_id
    change_status(office.desk, person_id, KandasStatus(date(2025, 7, 20)), reason="")
    detail = household_detail(family.application_id, office.desk.today)
    applicant, son = detail.people
    assert (applicant.stay_term.due, applicant.stay_term.ended_by_status) == (date(2026, 7, 20), True)
    assert (son.stay_term.due, son.follows_applicant) == (date(2026, 7, 20), True)
    assert not applicant.follows_applicant
    assert detail.contact == family.stays[0]
    assert applicant.lacks_signature
    assert not son.lacks_signature
    assert applicant.vacating is None


def test_a_household_tells_until_when_it_is_to_leave(office: TestOffice) -> None:
    family = the_family(office)
    office.clock.set(ENDS + timedelta(days=1))
    leave(office, family.stays[1:])
    detail = household_detail(family.application_id, office.desk.today)
    applicant, son = detail.people
    assert applicant.vacating is not None
    assert (applicant.vacating.due, applicant.vacating.clause) == (ENDS + timedelta(days=3), Clause.R17)
    assert son.vacating is None
    assert [person.stay_id for person in detail.here] == [family.stays[0]]


def test_an_open_file_is_named(office: TestOffice) -> None:
    family = the_family(office)
    assert household_detail(family.application_id, WEDNESDAY).breach_id is None
    a_decision(office.desk, family.application_id, family.stays, decided_on=WEDNESDAY)
    assert household_detail(family.application_id, WEDNESDAY).breach_id is None
    still_open = Breach.create(
        household=family.application_id,
        happened_on=WEDNESDAY,
        facts="Шулады",
        recorded_on=WEDNESDAY,
        registered_number="",
        decision_number="",
    )
    assert household_detail(family.application_id, WEDNESDAY).breach_id == still_open.id


def test_the_history_tells_everything_the_last_first_and_what_was_undone(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, a_person(), a_person("Сәуле"))
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=office.desk.today)
    act = leave(office, family.stays)
    undo(office.desk, act)
    person_id = Stay.get_by_id(family.stays[0]).person_id
    change_status(office.desk, person_id, KandasStatus(WEDNESDAY), reason="")
    lines = household_history(office.desk.database, family.application_id)
    assert [(line.verb, line.is_undone) for line in lines] == [
        ("change status", False),
        ("leave", True),
        ("move in", False),
        ("hand over", False),
        ("issue", False),
        ("register", False),
    ]
    assert lines[0].detail["after"] == {"given_on": "2026-03-18"}
    assert household_history(office.desk.database, 999) == []
