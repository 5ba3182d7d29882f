"""A line of those who join a household names whoever applied for them, and them beneath."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import enter_reserve, return_application
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.tables import Application, ApplicationPerson
from kandas_desktop.queries.application import ApplicationLink, JoinedFamily, application_detail
from kandas_desktop.queries.board import board_view
from kandas_desktop.queries.journal import family_rows, journal_rows
from kandas_desktop.queries.journal_found import found_families
from kandas_desktop.queries.journal_lines import JournalChoice, Order, first_lines
from kandas_desktop.queries.papers import application_facts, application_form, journal_form, referral_form
from kandas_desktop.queries.reserve import Joiner, reserve_view
from kandas_desktop.queries.reserve_history import left_reserve
from kandas_desktop.queries.reserve_paper import reserve_journal_form
from kandas_desktop.queries.today import today_view
from kandas_desktop.rules.agenda_facts import Household
from kandas_desktop.rules.agenda_items import ItemKind
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.stays import EndReason
from tests.factories import (
    TestOffice,
    a_person,
    a_waiting_application,
    an_application,
    an_office,
    leave_no_bed_free,
)
from tests.residents import Family, a_resident_family

WEDNESDAY = date(2026, 3, 18)
NEWBORN = "Мысалова Айсұлу, 16.03.2026, қызы"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def family(office: TestOffice) -> Family:
    """Мысалов Дәурен, who applied, his wife Сәуле and his brother; they live here."""
    applicant = replace(a_person(), birth_place="Баян-Өлгий")
    wife, brother = a_person("Сәуле", kinship="жұбайы"), a_person("Аңыз", kinship="інісі")
    return a_resident_family(office.desk, applicant, wife, brother)


def a_newborn() -> PersonEntry:
    return a_person("Айсұлу", surname="Мысалова", born=BirthDate(2026, 3, 16), document=None, kinship="қызы")


def joining(office: TestOffice, family: Family, *people: PersonEntry) -> int:
    request = ApplicationRequest(people or (a_newborn(),), joins_id=family.application_id)
    return register_application(office.desk, request)


def test_the_journals_line_names_who_applied_and_those_who_join_beneath(
    office: TestOffice, family: Family
) -> None:
    line = joining(office, family)
    database = office.desk.database
    row = journal_rows(database, [family.application_id, line])[line]
    assert (row.name.full, row.birth_place, row.born.digits) == ("Мысалов Дәурен", "Баян-Өлгий", "22.06.1984")
    assert (row.origin_country, row.people, row.family_size, row.is_joining) == ("MN", 1, 1, True)
    [member] = family_rows(database, [line], WEDNESDAY)[line]
    assert (member.name.full, member.kinship, member.obstacle) == ("Мысалова Айсұлу", "қызы", None)
    ordinary = journal_rows(database, [family.application_id])[family.application_id]
    assert (ordinary.name.full, ordinary.family_size, ordinary.is_joining) == ("Мысалов Дәурен", 2, False)


def test_the_journal_knows_how_many_lines_stand_beneath(office: TestOffice, family: Family) -> None:
    line = joining(office, family, a_newborn(), replace(a_newborn(), name=a_person("Аяулым").name))
    shown = first_lines(office.desk.database, JournalChoice(order=Order.OLDEST), 10, with_families=True)
    assert shown is not None
    assert list(shown.ids) == [family.application_id, line]
    assert list(shown.families or ()) == [2, 2]


def test_who_joins_is_sorted_beside_whoever_applied_and_found_by_their_own_name(
    office: TestOffice, family: Family
) -> None:
    line = joining(office, family)
    assert Application.get_by_id(line).sort_key == Application.get_by_id(family.application_id).sort_key
    database = office.desk.database
    shown = first_lines(database, JournalChoice(typed="айсұлу"), 10)
    assert shown is not None
    assert list(shown.ids) == [line]
    shown = first_lines(database, JournalChoice(typed="дәурен", order=Order.OLDEST), 10)
    assert shown is not None
    assert list(shown.ids) == [family.application_id, line], "by the name that stands on the line"
    assert line not in found_families(database, [line], "дәурен"), "its own name, nobody's beneath"
    found = found_families(database, [line], "айсұлу")[line]
    named = ApplicationPerson.get(ApplicationPerson.application == line)
    assert (found.size, found.members) == (1, frozenset({named.id}))


def test_the_printed_journal_names_those_who_join_whether_or_not_it_names_families(
    office: TestOffice, family: Family
) -> None:
    joining(office, family)
    for with_families, of_the_first in ((False, 0), (True, 2)):
        first, second = journal_form(office.desk.database, 1, with_families=with_families).lines
        assert (second.applicant, second.family) == ("Мысалов Дәурен", (NEWBORN,))
        assert second.birth == "Баян-Өлгий, 22.06.1984"
        assert len(first.family) == of_the_first


def test_the_side_panel_and_the_papers_name_the_same_applicant(office: TestOffice, family: Family) -> None:
    line = joining(office, family)
    detail = application_detail(line, WEDNESDAY)
    assert detail.applicant.household.name.full == "Мысалов Дәурен"
    assert [person.household.name.full for person in detail.people] == ["Мысалова Айсұлу"]
    assert application_facts(line).applicant.full == "Мысалов Дәурен"
    assert application_form(line).applicant.name == "Мысалов Дәурен"
    ordinary = application_detail(family.application_id, WEDNESDAY)
    assert ordinary.applicant is ordinary.people[0]


def test_whoever_spoke_on_the_day_they_came_stays_the_applicant(office: TestOffice, family: Family) -> None:
    before = joining(office, family)
    office.clock.go_on(days=1)
    applicant, wife, _brother = family.stays
    record_leaving(
        office.desk,
        LeavingRequest((applicant,), date(2026, 3, 19), EndReason.FREELY, contact_stay_id=wife),
    )
    office.clock.go_on(days=7)
    after = joining(office, family, replace(a_newborn(), name=a_person("Аяулым").name))
    rows = journal_rows(office.desk.database, [before, after])
    assert [rows[line].name.full for line in (before, after)] == ["Мысалов Дәурен", "Мысалов Сәуле"]
    referral_id = issue_referral(office.desk, ReferralRequest(before))
    assert referral_form(referral_id).applicant.name == "Мысалов Дәурен"


def test_the_reserve_names_who_applied_and_those_who_wait_to_join(office: TestOffice, family: Family) -> None:
    a_waiting_application(office.desk, size=5)
    later = a_person("Бекзат", surname="Мысалов", kinship="інісі")
    line = joining(office, family, later)
    enter_reserve(office.desk, line)
    waiting = reserve_view(WEDNESDAY).rows[-1]
    assert waiting.applicant.full == "Мысалов Дәурен"
    assert waiting.names == ("Мысалов Дәурен", "Мысалов Бекзат")
    first, second = reserve_journal_form(WEDNESDAY).lines
    assert (second.applicant, second.family) == ("Мысалов Дәурен", ("Мысалов Бекзат, 22.06.1984, інісі",))
    assert first.family == ()


def test_those_who_left_the_reserve_are_named_beneath_whoever_applied(
    office: TestOffice, family: Family
) -> None:
    line = joining(office, family, a_person("Бекзат", surname="Мысалов", kinship="інісі"))
    leave_no_bed_free(office.desk)
    enter_reserve(office.desk, line)
    return_application(office.desk, line, reason="Бас тартты")
    [left] = left_reserve()
    assert left.applicant.full == "Мысалов Дәурен"
    assert left.joining == (Joiner(PersonName("Мысалов", "Бекзат"), "інісі"),)
    assert left.names == ("Мысалов Дәурен", "Мысалов Бекзат")


def test_the_day_names_whoever_applied_for_those_who_join(office: TestOffice, family: Family) -> None:
    line = joining(office, family)
    item = item_of(ItemKind.CONSIDER)
    assert (item.name.full, item.people, item.is_joining) == ("Мысалов Дәурен", 1, True)
    issue_referral(office.desk, ReferralRequest(line))
    item = item_of(ItemKind.HAND_OVER)
    assert (item.name.full, item.people, item.is_joining) == ("Мысалов Дәурен", 1, True)


def test_the_day_names_an_ordinary_applicant_as_one(office: TestOffice) -> None:
    an_application(office.desk, a_person("Сәуле"))
    item = item_of(ItemKind.CONSIDER)
    assert (item.name.full, item.is_joining) == ("Мысалов Сәуле", False)


def test_the_board_names_whoever_applied_for_those_awaited(office: TestOffice, family: Family) -> None:
    issue_referral(office.desk, ReferralRequest(joining(office, family)))
    issue_referral(office.desk, ReferralRequest(an_application(office.desk, a_person("Нұрлан"))))
    joins, ordinary = board_view(office.desk.database, WEDNESDAY).waiting
    assert (joins.name.full, joins.people[0].name.full) == ("Мысалов Дәурен", "Мысалова Айсұлу")
    assert (ordinary.name.full, ordinary.applied) == ("Мысалов Нұрлан", None)


def test_the_side_panel_knows_which_household_they_join_and_where_it_sleeps(
    office: TestOffice, family: Family
) -> None:
    line = joining(office, family)
    number = Application.get_by_id(family.application_id).number
    expected = JoinedFamily(ApplicationLink(family.application_id, number), ("101-1", "102-1", "103-1"), True)
    assert application_detail(line, WEDNESDAY).joins == expected
    issue_referral(office.desk, ReferralRequest(line))
    assert application_detail(line, WEDNESDAY).joins == expected
    assert application_detail(family.application_id, WEDNESDAY).joins is None


def test_somebody_with_a_bed_of_their_own_shares_none_of_the_households(
    office: TestOffice, family: Family
) -> None:
    line = joining(office, family, a_person("Бекзат", surname="Мысалов", kinship="інісі"))
    issue_referral(office.desk, ReferralRequest(line))
    joined = application_detail(line, WEDNESDAY).joins
    assert joined is not None
    assert (joined.is_sharing, joined.beds) == (False, ("101-1", "102-1", "103-1"))


def item_of(kind: ItemKind) -> Household:
    [household] = [item.household for item in today_view(WEDNESDAY).items if item.kind is kind]
    assert household is not None
    return household
