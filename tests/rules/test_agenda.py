"""The day's agenda, by the order's own examples: nothing is missed, and each thing has its day and clause."""

from datetime import date, datetime

import pytest

from kandas_desktop.rules.agenda_facts import (
    BreachFile,
    LinenBed,
    Offer,
    OpenPetition,
    Repair,
    ToConsider,
    UnreadyBed,
)
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from tests.rules.agendas import FAMILY, KIND, a_referral, a_resident, due, only


def test_nothing_is_due_where_nothing_is_open() -> None:
    assert due(date(2021, 3, 16)) == []


# --- r.6


def test_an_application_is_considered_on_the_day_it_is_registered() -> None:
    one = ToConsider(3, FAMILY, date(2021, 3, 16), datetime(2021, 3, 16, 9, 12))
    item = only(date(2021, 3, 16), to_consider=[one])
    assert (item.kind, item.group, item.due, item.clause) == (
        KIND.CONSIDER,
        Group.TODAY,
        date(2021, 3, 16),
        Clause.R6,
    )
    assert item.subject_id == 3
    assert item.arrived_at == datetime(2021, 3, 16, 9, 12)


def test_an_application_that_came_on_a_day_off_is_soon_and_names_the_days_between() -> None:
    one = ToConsider(3, FAMILY, date(2021, 3, 26), datetime(2021, 3, 20, 11, 0))
    item = only(date(2021, 3, 20), to_consider=[one])
    assert (item.group, item.due) == (Group.SOON, date(2021, 3, 26))
    assert item.term is not None
    assert item.term.skipped[0] == date(2021, 3, 20)


def test_an_application_whose_referral_was_struck_out_is_due_from_that_day() -> None:
    one = ToConsider(3, FAMILY, date(2021, 3, 1), datetime(2021, 3, 1, 9, 0), date(2021, 3, 16))
    item = only(date(2021, 3, 17), to_consider=[one])
    assert (item.group, item.due, item.term) == (Group.OVERDUE, date(2021, 3, 16), None)


# --- r.9


@pytest.mark.parametrize(
    ("on", "kind", "group"),
    [
        (date(2021, 3, 18), KIND.MOVE_IN, Group.SOON),
        (date(2021, 3, 19), KIND.MOVE_IN, Group.TODAY),
        (date(2021, 3, 20), KIND.LAPSE, Group.OVERDUE),
    ],
)
def test_moving_in_is_due_three_days_after_receipt(on: date, kind: ItemKind, group: Group) -> None:
    item = only(on, referrals=[a_referral(date(2021, 3, 16))])
    assert (item.kind, item.group, item.due, item.clause) == (kind, group, date(2021, 3, 19), Clause.R9)


def test_across_nauryz_moving_in_is_due_on_sunday_or_with_article_175_after_the_holidays() -> None:
    referrals = [a_referral(date(2021, 3, 18))]
    assert only(date(2021, 3, 22), referrals=referrals).due == date(2021, 3, 21)
    moved = only(date(2021, 3, 22), referrals=referrals, moves_last_days=True)
    assert (moved.kind, moved.due) == (KIND.MOVE_IN, date(2021, 3, 25))
    assert moved.term is not None
    assert moved.term.skipped == tuple(date(2021, 3, day) for day in (21, 22, 23, 24))


def test_a_referral_that_nobody_fetched_is_open_without_a_term() -> None:
    item = only(date(2021, 3, 25), referrals=[a_referral(None)])
    assert (item.kind, item.group, item.due, item.since) == (
        KIND.HAND_OVER,
        Group.TODAY,
        None,
        date(2021, 3, 15),
    )


def test_a_referral_dated_ahead_is_soon() -> None:
    item = only(date(2021, 3, 13), referrals=[a_referral(None)])
    assert item.group is Group.SOON


# --- r.13, r.14


def test_a_decision_is_due_on_the_next_working_day_after_nauryz() -> None:
    file = BreachFile(
        4, FAMILY, date(2021, 3, 18), date(2021, 3, 18), number="7", registered_on=date(2021, 3, 19)
    )
    item = only(date(2021, 3, 19), breaches=[file])
    assert (item.kind, item.due, item.clause) == (KIND.DECISION, date(2021, 3, 25), Clause.R14)
    assert only(date(2021, 3, 26), breaches=[file]).group is Group.OVERDUE


def test_a_decision_is_due_on_a_saturday_that_is_worked() -> None:
    file = BreachFile(4, FAMILY, date(2024, 5, 2), date(2024, 5, 2), registered_on=date(2024, 5, 3))
    item = only(date(2024, 5, 4), breaches=[file])
    assert (item.group, item.due) == (Group.TODAY, date(2024, 5, 4))


def test_a_breach_asks_for_its_next_step() -> None:
    breach = BreachFile(4, FAMILY, date(2021, 3, 10))
    proposed = breach._replace(proposed_on=date(2021, 3, 11), number="7")
    decided = proposed._replace(registered_on=date(2021, 3, 12), decided_on=date(2021, 3, 15))
    told = decided._replace(notified_on=date(2021, 3, 15))
    found = [due(date(2021, 3, 16), breaches=[each]) for each in (breach, proposed, decided, told)]
    assert [[(item.kind, item.clause, item.since) for item in items] for items in found] == [
        [(KIND.PROPOSE, Clause.R13, date(2021, 3, 10))],
        [(KIND.REGISTER, Clause.R13, date(2021, 3, 11))],
        [(KIND.NOTIFY, Clause.R14, date(2021, 3, 15))],
        [],
    ]


# --- r.10, r.11, beds


def test_every_adult_signs_the_house_rules() -> None:
    family = [
        a_resident(1, rules_signed_on=None),
        a_resident(2, rules_signed_on=None),
        a_resident(3, rules_signed_on=None, born=BirthDate(2015, 1, 1)),
        a_resident(4),
        a_resident(5, rules_signed_on=None, ended_on=date(2021, 3, 20)),
    ]
    found = [item for item in due(date(2021, 3, 17), residents=family) if item.kind is KIND.SIGN_RULES]
    assert [(item.ids, item.since, item.clause, item.subject_id) for item in found] == [
        ((1, 2), date(2021, 3, 16), Clause.R10, 5)
    ]


def test_a_petition_stays_open_and_is_never_overdue() -> None:
    item = only(date(2021, 5, 1), petitions=[OpenPetition(9, "4", FAMILY, date(2021, 3, 1))])
    assert (item.kind, item.group, item.since, item.due) == (
        KIND.PETITION,
        Group.TODAY,
        date(2021, 3, 1),
        None,
    )


def test_bedding_is_grouped_by_day_and_floor() -> None:
    linen = [
        LinenBed(1, 1, date(2021, 3, 2)),
        LinenBed(2, 1, date(2021, 3, 2)),
        LinenBed(3, 2, date(2021, 3, 2)),
        LinenBed(4, 1, date(2021, 3, 5)),
        LinenBed(5, 1, date(2021, 3, 6)),
    ]
    found = due(date(2021, 3, 16), linen=linen)
    assert [(item.due, item.floor, item.ids, item.group) for item in found] == [
        (date(2021, 3, 16), 1, (1, 2), Group.TODAY),
        (date(2021, 3, 16), 2, (3,), Group.TODAY),
        (date(2021, 3, 19), 1, (4,), Group.SOON),
    ]
    assert due(date(2021, 3, 17), linen=linen[:1])[0].group is Group.OVERDUE


def test_beds_that_were_left_are_made_ready_floor_by_floor() -> None:
    unready = [UnreadyBed(1, "101-1", 1, date(2021, 3, 15)), UnreadyBed(2, "101-2", 1, date(2021, 3, 12))]
    item = only(date(2021, 3, 16), unready=unready)
    assert (item.kind, item.ids, item.labels, item.since, item.clause) == (
        KIND.MAKE_READY,
        (1, 2),
        ("101-1", "101-2"),
        date(2021, 3, 12),
        None,
    )


def test_a_repair_is_an_estimate_that_is_never_overdue() -> None:
    repair = Repair(1, "101-1", "Кереует сынған", date(2021, 3, 1), date(2021, 3, 19))
    assert due(date(2021, 3, 15), repairs=[repair, repair._replace(expected_until=None)]) == []
    soon = only(date(2021, 3, 16), repairs=[repair])
    assert (soon.group, soon.due) == (Group.SOON, date(2021, 3, 19))
    late = only(date(2021, 3, 25), repairs=[repair])
    assert (late.group, late.due, late.since) == (Group.TODAY, None, date(2021, 3, 19))


def test_the_reserves_next_is_offered_a_place_today() -> None:
    item = only(date(2021, 3, 16), offers=[Offer(3, FAMILY, date(2021, 3, 1))])
    assert (item.kind, item.due, item.clause, item.base) == (
        KIND.OFFER,
        date(2021, 3, 16),
        Clause.R8,
        date(2021, 3, 1),
    )


# --- the calendar


def test_the_next_years_calendar_is_asked_for_in_november() -> None:
    confirmed = frozenset({2026})
    assert due(date(2026, 10, 31), confirmed_years=confirmed) == []
    item = only(date(2026, 11, 1), confirmed_years=confirmed)
    assert (item.kind, item.subject_id, item.due) == (KIND.CALENDAR, 2027, date(2026, 12, 31))
    assert due(date(2026, 11, 1), confirmed_years=frozenset({2026, 2027})) == []


def test_a_year_that_began_unconfirmed_is_asked_for_still() -> None:
    item = only(date(2027, 2, 1), confirmed_years=frozenset({2026}))
    assert (item.subject_id, item.since, item.group) == (2027, date(2027, 1, 1), Group.TODAY)
    begun = only(date(2027, 2, 1), confirmed_years=frozenset(), set_up_on=date(2027, 1, 20))
    assert begun.since == date(2027, 1, 20)


# --- all of it


def test_a_new_office_is_asked_for_beds_since_it_was_set_up_and_for_an_application_every_day() -> None:
    facts = {"has_beds": False, "has_applications": False, "set_up_on": date(2021, 3, 12)}
    assert [(item.kind, item.since) for item in due(date(2021, 3, 16), **facts)] == [
        (ItemKind.ROOMS, date(2021, 3, 12)),
        (ItemKind.FIRST, date(2021, 3, 16)),
    ]
    assert [item.group for item in due(date(2021, 3, 10), **facts)] == [Group.TODAY] * 2
    assert [item.since for item in due(date(2021, 3, 10), **facts)] == [date(2021, 3, 10)] * 2


def test_after_ten_days_without_the_pc_nothing_is_missing_and_all_is_listed_by_date() -> None:
    facts: dict[str, object] = {
        "to_consider": [ToConsider(3, FAMILY, date(2021, 3, 16), datetime(2021, 3, 16, 9, 12))],
        "referrals": [a_referral(date(2021, 3, 16))],
        "residents": [a_resident(moved_in_on=date(2020, 9, 17))],
        "breaches": [
            BreachFile(4, FAMILY, date(2021, 3, 18), date(2021, 3, 18), registered_on=date(2021, 3, 19))
        ],
        "linen": [LinenBed(1, 1, date(2021, 3, 4))],
    }
    before = {item.kind for item in due(date(2021, 3, 16), **facts)}
    after = due(date(2021, 3, 26), **facts)
    assert before == {KIND.CONSIDER, KIND.MOVE_IN, KIND.STAY_ENDS, KIND.DECISION, KIND.LINEN}
    assert [(item.kind, item.due) for item in after if item.group is Group.OVERDUE] == [
        (KIND.CONSIDER, date(2021, 3, 16)),
        (KIND.LINEN, date(2021, 3, 18)),
        (KIND.LAPSE, date(2021, 3, 19)),
        (KIND.VACATE, date(2021, 3, 20)),
        (KIND.DECISION, date(2021, 3, 25)),
    ]
    assert len(after) == 5


def test_groups_come_in_order_and_what_has_no_term_after_what_has() -> None:
    found = due(
        date(2021, 3, 19),
        referrals=[a_referral(date(2021, 3, 16)), a_referral(None)],
        petitions=[OpenPetition(9, "4", FAMILY, date(2021, 3, 1))],
        linen=[LinenBed(1, 1, date(2021, 3, 4)), LinenBed(2, 1, date(2021, 3, 6))],
    )
    assert [item.kind for item in found] == [
        KIND.LINEN,
        KIND.MOVE_IN,
        KIND.PETITION,
        KIND.HAND_OVER,
        KIND.LINEN,
    ]


def test_an_item_without_any_day_is_listed_last() -> None:
    assert AgendaItem(kind=KIND.OFFER, group=Group.TODAY).day == date.max
