"""By whom a line was found: only families without which it would not have been found are named."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.queries.journal_found import found_families
from kandas_desktop.rules.birth import BirthDate
from tests.factories import TestOffice, a_person, add_family_room, an_application, an_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def family(office: TestOffice) -> int:
    """Мысалов Дәурен, his wife Сәуле and his daughter Аяла, whose native name is known."""
    daughter = a_person("Аяла", surname="Мысалова", born=BirthDate(2014, 10, 30), document=None)
    application_id = an_application(
        office.desk,
        a_person("Дәурен", surname="Мысалов"),
        a_person("Сәуле", surname="Мысалова"),
        replace(daughter, native_name="阿雅拉"),
    )
    add_family_room(office.desk, beds=3)
    issue_referral(office.desk, ReferralRequest(application_id))
    return application_id


def members_found(office: TestOffice, application_id: int, typed: str) -> list[int]:
    """The positions of those in the family by whom a line was found."""
    found = found_families(office.desk.database, [application_id], typed)
    if application_id not in found:
        return []
    assert found[application_id].size == 2
    rows = ApplicationPerson.select().where(ApplicationPerson.id.in_(found[application_id].members))
    return sorted(row.position for row in rows)


@pytest.mark.parametrize(
    ("typed", "positions"),
    [
        ("сәуле", [1]),
        ("Saule", [1]),
        ("ая", [2]),
        ("30.10.2014", [2]),
        ("阿雅拉", [2]),
        ("мысалов сәуле", [1]),
        ("сәуле аяла", [1, 2]),
        ("Ө-1/26 аяла", [2]),
    ],
)
def test_those_of_the_family_are_named_who_answer_what_the_line_does_not(
    office: TestOffice, family: int, typed: str, positions: list[int]
) -> None:
    assert members_found(office, family, typed) == positions


@pytest.mark.parametrize("typed", ["мысалов", "дәурен", "ө-1", "ж-1/26", "18.03.2026", "1", "", "-"])
def test_a_line_that_answers_by_itself_names_nobody(office: TestOffice, family: int, typed: str) -> None:
    assert members_found(office, family, typed) == []


def test_somebody_alone_is_found_without_a_family(office: TestOffice) -> None:
    alone = an_application(office.desk, a_person("Бибі"))
    assert found_families(office.desk.database, [alone], "бибі") == {}


def test_each_of_several_lines_has_its_own_family(office: TestOffice, family: int) -> None:
    other = an_application(office.desk, a_person("Бекзат"), a_person("Сәуле"))
    found = found_families(office.desk.database, [family, other], "сәуле")
    assert {id_: one.size for id_, one in found.items()} == {family: 2, other: 1}
    assert not found[family].members & found[other].members
