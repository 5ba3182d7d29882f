"""The end of stays on the day's agenda: notices, the status, and the room to be vacated (r.15, r.17)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kandas_desktop.rules.agenda import departures
from kandas_desktop.rules.agenda_facts import NoticeGiven
from kandas_desktop.rules.agenda_items import Group, ItemKind
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.status import KandasStatus
from tests.rules.agendas import FACTS, KIND, a_resident, due, only


def test_a_stay_is_announced_30_14_and_3_days_before_its_end() -> None:
    end = date(2021, 9, 16)
    living = [a_resident()]
    assert due(end - timedelta(days=31), residents=living) == []
    for days in (30, 14, 3):
        item = only(end - timedelta(days=days), residents=living)
        assert (item.kind, item.group, item.due, item.notice_due) == (KIND.STAY_ENDS, Group.SOON, end, True)


def test_a_notice_that_was_given_is_asked_for_no_more_until_the_next_one() -> None:
    end = date(2021, 9, 16)
    given = [NoticeGiven(7, end, end - timedelta(days=27)), NoticeGiven(7, end, end - timedelta(days=30))]
    facts = {"residents": [a_resident()], "notices": given}
    assert due(end - timedelta(days=20), **facts) == []
    assert only(end - timedelta(days=13), **facts).notice_due


def test_a_notice_missed_while_the_pc_was_off_is_still_asked_for() -> None:
    end = date(2021, 9, 16)
    assert only(end - timedelta(days=22), residents=[a_resident()]).notice_due


def test_in_its_last_days_a_stay_is_shown_though_notice_was_given() -> None:
    end = date(2021, 9, 16)
    given = [NoticeGiven(7, end, end - timedelta(days=3))]
    item = only(end - timedelta(days=2), residents=[a_resident()], notices=given)
    assert not item.notice_due
    last = only(end, residents=[a_resident()], notices=given)
    assert (last.group, last.clause) == (Group.TODAY, Clause.R15)
    assert last.vacate is not None
    assert last.vacate.due == date(2021, 9, 19)


def test_a_room_is_to_be_vacated_three_days_after_the_stay() -> None:
    item = only(date(2021, 9, 19), residents=[a_resident()])
    assert (item.kind, item.group, item.due, item.clause) == (
        KIND.VACATE,
        Group.TODAY,
        date(2021, 9, 19),
        Clause.R17,
    )
    moved = only(date(2021, 9, 20), residents=[a_resident()], moves_last_days=True)
    assert moved.due == date(2021, 9, 20)
    assert only(date(2021, 9, 20), residents=[a_resident()]).group is Group.OVERDUE


def test_a_family_is_one_item_named_by_who_speaks_for_it() -> None:
    family = [
        a_resident(1, speaks_for_household=False),
        a_resident(2, speaks_for_household=True, name=PersonName("Мысалова", "Сәуле"), room="104"),
        a_resident(3, speaks_for_household=False, bed="", room=""),
    ]
    item = only(date(2021, 9, 16), residents=family)
    assert item.household is not None
    assert (item.household.name.given_name, item.household.people) == ("Сәуле", 3)
    assert item.household.rooms == ("104", "103")
    assert item.household.beds == ("103-2", "103-1")
    assert item.ids == (2, 1, 3)


def test_a_member_who_came_later_is_an_item_of_their_own() -> None:
    family = [a_resident(1), a_resident(2, moved_in_on=date(2021, 4, 20))]
    assert [item.ids for item in due(date(2021, 9, 16), residents=family)] == [(1,)]


def test_a_stay_that_was_ended_is_vacated_from_that_day_on() -> None:
    item = only(date(2021, 5, 12), residents=[a_resident(ended_on=date(2021, 5, 10))])
    assert (item.kind, item.due, item.base) == (KIND.VACATE, date(2021, 5, 13), date(2021, 5, 10))


def test_a_decision_ends_a_stay_by_its_own_clause_on_its_day_and_the_room_is_vacated_by_another() -> None:
    put_out = [a_resident(ended_on=date(2021, 5, 10))]
    clauses = [only(date(2021, 5, day), residents=put_out).clause for day in (10, 11)]
    assert clauses == [Clause.R14, Clause.R17]
    assert only(date(2021, 9, 16), residents=[a_resident()]).clause is Clause.R15


def test_departures_are_those_of_a_week_whether_or_not_notice_was_given() -> None:
    end = date(2021, 9, 16)
    given = (NoticeGiven(7, end, end - timedelta(days=14)),)
    facts = replace(FACTS, residents=[a_resident()], notices=given)
    assert [item.due for item in departures(facts, end - timedelta(days=7))] == [end]
    assert departures(facts, end - timedelta(days=8)) == []


# --- the status


def test_a_status_that_ends_the_stay_is_shown_a_month_before_once_notice_was_given() -> None:
    status = KandasStatus(date(2020, 12, 10))
    end = date(2021, 12, 10)
    living = [
        a_resident(1, moved_in_on=date(2021, 8, 20), own_status=status, applicants_status=status),
        a_resident(2, moved_in_on=date(2021, 8, 20), applicants_status=status),
    ]
    given = [NoticeGiven(7, end, date(2021, 11, 10))]
    item = only(date(2021, 11, 10), residents=living, notices=given)
    assert (item.kind, item.subject_id, item.due, item.base, item.ids) == (
        KIND.STATUS,
        1,
        end,
        date(2020, 12, 10),
        (1, 2),
    )
    assert item.status == status
    assert due(date(2021, 11, 9), residents=living, notices=given) == []


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (date(2021, 11, 10), KIND.STAY_ENDS),
        (date(2021, 12, 10), KIND.STAY_ENDS),
        (date(2021, 12, 11), KIND.VACATE),
    ],
)
def test_a_status_is_one_thing_with_the_end_of_the_stay_that_is_shown(on: date, kind: ItemKind) -> None:
    living = [a_resident(moved_in_on=date(2021, 8, 20), own_status=KandasStatus(date(2020, 12, 10)))]
    assert [item.kind for item in due(on, residents=living)] == [kind]


def test_a_status_that_outlasts_the_stay_is_not_shown() -> None:
    living = [a_resident(own_status=KandasStatus(date(2021, 3, 1)))]
    assert [item.kind for item in due(date(2021, 9, 10), residents=living)] == [KIND.STAY_ENDS]
