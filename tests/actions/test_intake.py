import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from kandas_desktop.actions.consideration import strike_out_application
from kandas_desktop.actions.intake import (
    ApplicationRequest,
    PersonEntry,
    household_of,
    register_application,
    save_draft,
    throw_draft_away,
)
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    AuditLine,
    CalendarDay,
    Draft,
    Person,
    Volume,
)
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, a_family, a_person, a_slip, an_application, an_office
from tests.finding import found

SATURDAY = date(2026, 3, 14)

CRASHING = """
import os, sys
from datetime import date
from pathlib import Path
from typing import Any
from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.database import open_database
from tests.factories import Clock, an_application
Desk.record = lambda *arguments, **detail: os._exit(9)  # everything but the audit line is written
an_application(Desk(open_database(Path(sys.argv[1])), "", Clock(date(2026, 3, 18)), lambda: None))
"""


def numbers() -> list[str]:
    return [row.number for row in Application.select().order_by(Application.id)]


# --- what is written


def test_an_application_is_one_numbered_line_with_everybody_by_name(office: TestOffice) -> None:
    application_id = an_application(
        office.desk,
        a_person("Дәурен", patronymic="Аңызұлы", sex=Sex.MALE, origin_country="MN", birth_place="Баян-Өлгий"),
        a_person("Бибі", born=BirthDate(1952), kinship="анасы", document=None),
    )
    line = Application.get_by_id(application_id)
    assert (line.number, line.sequence, line.year, line.people) == ("Ө-1/26", 1, 2026, 2)
    assert (line.registered_on, line.arrived_at) == (date(2026, 3, 18), datetime(2026, 3, 18, 10, 42))
    assert (line.considered_on, line.returned_reason, line.struck_out_on) == (None, None, None)
    named = list(ApplicationPerson.select().order_by(ApplicationPerson.position))
    assert [(row.person.given_name, row.kinship) for row in named] == [("Дәурен", ""), ("Бибі", "анасы")]
    assert (named[0].document_kind, named[0].document_number) == ("slip", "20-117")
    assert (named[1].document_kind, named[1].document_number) == (None, "")


def test_who_needs_an_accessible_room_is_written_down_with_the_application(office: TestOffice) -> None:
    mother = a_person("Бибі", born=BirthDate(1952), kinship="анасы", needs_accessible=True)
    an_application(office.desk, a_person("Дәурен"), mother)
    named = ApplicationPerson.select().order_by(ApplicationPerson.position)
    assert [row.needs_accessible for row in named] == [False, True]
    asked = household_of(ApplicationRequest((a_person("Дәурен"), mother)))
    assert [person.needs_accessible for person in asked] == [False, True]
    mother = named[1].person
    assert (mother.birth_year, mother.birth_month, mother.birth_day) == (1952, None, None)


def test_the_household_of_a_request_is_what_the_rules_see() -> None:
    people = a_family(a_person(iin="840622300019"), a_person("Сәуле"))
    household = household_of(ApplicationRequest(people))
    assert [(person.position, person.name, person.kinship) for person in household] == [
        (0, people[0].name, ""),
        (1, people[1].name, "жұбайы"),
    ]
    assert household[0].iin == "840622300019"
    assert household[0].document == a_slip()


def test_pasted_line_breaks_and_invisible_marks_are_not_kept(office: TestOffice) -> None:
    an_application(
        office.desk,
        a_person(
            "Дәу\u200bрен",
            surname=" Мысалов\r\n",
            birth_place="Баян-Өлгий\naймағы",
            document=a_slip(" 20-\n117 "),
        ),
    )
    person = Person.get()
    assert (person.surname, person.given_name, person.birth_place) == (
        "Мысалов",
        "Дәурен",
        "Баян-Өлгий aймағы",
    )
    assert ApplicationPerson.get().document_number == "20- 117"


def test_a_registered_family_is_found_at_once_by_any_of_its_names(office: TestOffice) -> None:
    an_application(office.desk, a_person("Дәурен"), a_person("Бибі", surname="Нобаева"))
    assert found(office.desk.database, "нобаева") == [1]


def test_registering_is_told_once_and_leaves_its_audit_line(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    assert len(office.told) == 1
    line = AuditLine.get(AuditLine.verb == "register")
    assert (line.subject, line.subject_id, line.detail) == (
        "application", application_id, '{"number": "Ө-1/26"}',
    )  # fmt: skip


def test_an_application_can_follow_an_earlier_one(office: TestOffice) -> None:
    first = an_application(office.desk)
    second = an_application(office.desk, previous_id=first)
    assert Application.get_by_id(second).previous.id == first


def test_what_the_line_lacks_is_refused_and_nothing_is_written(office: TestOffice) -> None:
    people = (PersonEntry(PersonName()), PersonEntry(PersonName("Мысалова"), BirthDate(1986), "жұбайы"))
    with refused_with(
        office, ObstacleKind.NAME_MISSING, ObstacleKind.BIRTH_DATE_MISSING, ObstacleKind.ORIGIN_MISSING
    ):
        register_application(office.desk, ApplicationRequest(people))


def test_a_name_that_only_looks_like_one_is_refused(office: TestOffice) -> None:
    blank = replace(a_person(origin_country="MN"), name=PersonName("\u200b \n"))
    with refused_with(office, ObstacleKind.NAME_MISSING):
        register_application(office.desk, ApplicationRequest((blank,)))


# --- numbers (r.5)


def test_numbers_are_given_in_order_without_gaps(office: TestOffice) -> None:
    for _ in range(3):
        an_application(office.desk)
    assert numbers() == ["Ө-1/26", "Ө-2/26", "Ө-3/26"]


def test_a_refused_application_leaves_no_gap(office: TestOffice) -> None:
    an_application(office.desk)
    with refused_with(office, ObstacleKind.BIRTH_DATE_MISSING):
        an_application(office.desk, a_person(born=None))
    an_application(office.desk)
    assert numbers() == ["Ө-1/26", "Ө-2/26"]


def test_a_struck_out_number_is_never_given_again(office: TestOffice) -> None:
    strike_out_application(office.desk, an_application(office.desk), reason="Екі рет тіркелген")
    an_application(office.desk)
    assert numbers() == ["Ө-1/26", "Ө-2/26"]


def test_a_crash_in_the_middle_of_registering_leaves_no_gap(office: TestOffice) -> None:
    an_application(office.desk)
    crashed = subprocess.run(
        [sys.executable, "-c", CRASHING, str(office.path)], cwd=Path(__file__).parents[2], check=False
    )
    assert crashed.returncode == 9
    assert numbers() == ["Ө-1/26"]
    an_application(office.desk)
    assert numbers() == ["Ө-1/26", "Ө-2/26"]


def test_numbers_begin_anew_each_year(office: TestOffice) -> None:
    office.clock.set(date(2026, 12, 31))
    an_application(office.desk)
    office.clock.set(date(2027, 1, 6))
    an_application(office.desk)
    assert numbers() == ["Ө-1/26", "Ө-1/27"]


def test_numbers_go_on_where_the_paper_journal_stopped(tmp_path: Path) -> None:
    with an_office(tmp_path, applications_before=87) as office:
        an_application(office.desk)
        an_application(office.desk)
        assert numbers() == ["Ө-88/26", "Ө-89/26"]
        office.clock.set(date(2027, 1, 6))
        an_application(office.desk)
        assert numbers()[-1] == "Ө-1/27"


# --- days off (r.6)


def test_what_arrives_on_a_day_off_is_registered_on_the_next_working_day(office: TestOffice) -> None:
    office.clock.set(SATURDAY, time(18, 5))
    an_application(office.desk)
    line = Application.get()
    assert (line.arrived_at, line.registered_on) == (datetime(2026, 3, 14, 18, 5), date(2026, 3, 16))


def test_the_office_knows_better_which_days_it_works(office: TestOffice) -> None:
    CalendarDay.create(day=SATURDAY, is_working=True, source="бұйрық")
    CalendarDay.create(day=date(2026, 3, 18), is_working=False, source="бұйрық")
    office.clock.set(SATURDAY)
    an_application(office.desk)
    office.clock.set(date(2026, 3, 18))
    an_application(office.desk)
    assert [row.registered_on for row in Application.select()] == [SATURDAY, date(2026, 3, 19)]


def test_what_arrives_after_the_last_working_day_of_a_year_is_numbered_in_the_next(
    office: TestOffice,
) -> None:
    office.clock.set(date(2026, 12, 31))
    an_application(office.desk)
    CalendarDay.create(day=date(2027, 1, 4), is_working=False, source="бұйрық")
    office.clock.set(date(2027, 1, 2))
    an_application(office.desk)
    line = Application.get_by_id(2)
    assert (line.number, line.registered_on) == ("Ө-1/27", date(2027, 1, 5))
    volumes = [(volume.year, volume.begun_on, volume.ended_on) for volume in Volume.select()]
    assert volumes == [
        (2026, date(2026, 12, 31), date(2026, 12, 31)),
        (2027, date(2027, 1, 5), None),
    ]


def test_nothing_is_registered_by_a_clock_that_is_behind_the_journals_last_line(office: TestOffice) -> None:
    an_application(office.desk)
    office.clock.set(date(2026, 3, 17))
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        an_application(office.desk)
    strike_out_application(office.desk, 1, reason="Қате")
    assert an_application(office.desk) == 2


def test_the_clock_is_held_against_the_day_of_arrival_not_of_registration(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 21))  # Nauryz: registered on the 26th
    an_application(office.desk)
    office.clock.set(date(2026, 3, 22))
    assert an_application(office.desk) == 2


# --- drafts


def test_a_draft_is_kept_and_overwritten_without_telling_anybody(office: TestOffice) -> None:
    draft_id = save_draft(office.desk, None, "бір")
    office.clock.go_on(minutes=5)
    assert save_draft(office.desk, draft_id, "екі") == draft_id
    draft = Draft.get()
    assert (draft.content, draft.begun_at, draft.saved_at) == (
        "екі", datetime(2026, 3, 18, 10, 42), datetime(2026, 3, 18, 10, 47),
    )  # fmt: skip
    assert office.told == []


def test_a_draft_that_was_thrown_away_meanwhile_is_begun_anew(office: TestOffice) -> None:
    draft_id = save_draft(office.desk, None, "бір")
    throw_draft_away(office.desk, draft_id)
    assert Draft.select().count() == 0
    save_draft(office.desk, draft_id, "екі")
    assert [draft.content for draft in Draft.select()] == ["екі"]


def test_registering_ends_the_draft_it_came_from_and_no_other(office: TestOffice) -> None:
    draft_id, other_id = save_draft(office.desk, None, "бір"), save_draft(office.desk, None, "екі")
    register_application(office.desk, ApplicationRequest(a_family(), draft_id=draft_id))
    assert [draft.id for draft in Draft.select()] == [other_id]


def test_a_refused_application_keeps_its_draft(office: TestOffice) -> None:
    draft_id = save_draft(office.desk, None, "бір")
    with refused_with(office, ObstacleKind.BIRTH_DATE_MISSING):
        people = a_family(a_person(born=None))
        register_application(office.desk, ApplicationRequest(people, draft_id=draft_id))
    assert Draft.get().id == draft_id


@pytest.mark.parametrize("field", ["latin_name", "native_name", "iin", "certificate_number", "citizenship"])
def test_everything_else_that_was_written_down_is_kept(office: TestOffice, field: str) -> None:
    written: dict[str, Any] = {field: "AB 12"}
    an_application(office.desk, a_person(**written))
    assert getattr(Person.get(), field) == "AB 12"
