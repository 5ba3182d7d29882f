from datetime import date, timedelta

import pytest

from kandas_desktop.rules import editions, terms
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.clauses import Clause

NAURYZ_2021 = tuple(date(2021, 3, day) for day in (21, 22, 23, 24))


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        (date(2021, 3, 16), date(2021, 3, 19)),
        (date(2021, 3, 18), date(2021, 3, 21)),
        (date(2021, 12, 30), date(2022, 1, 2)),
        (date(2021, 2, 26), date(2021, 3, 1)),
        (date(2020, 2, 26), date(2020, 2, 29)),
    ],
)
def test_three_calendar_days_to_move_in(received_on: date, due: date) -> None:
    assert terms.move_in_due(received_on) == due


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        (date(2021, 3, 16), date(2021, 3, 19)),
        (date(2021, 3, 17), date(2021, 3, 25)),
        (date(2021, 3, 18), date(2021, 3, 25)),
        (date(2021, 3, 21), date(2021, 3, 25)),
        (date(2021, 3, 22), date(2021, 3, 25)),
        (date(2021, 3, 23), date(2021, 3, 26)),
        (date(2024, 5, 1), date(2024, 5, 4)),
    ],
)
def test_a_last_day_to_move_in_that_is_a_day_off_moves_by_article_175(received_on: date, due: date) -> None:
    assert terms.move_in_due(received_on, kazakhstan()) == due


@pytest.mark.parametrize(
    ("registered_on", "due"),
    [
        (date(2021, 3, 18), date(2021, 3, 19)),
        (date(2021, 3, 19), date(2021, 3, 25)),
        (date(2024, 5, 3), date(2024, 5, 4)),
        (date(2024, 5, 4), date(2024, 5, 6)),
        (date(2024, 5, 6), date(2024, 5, 10)),
        (date(2021, 12, 31), date(2022, 1, 5)),
    ],
)
def test_one_working_day_to_decide(registered_on: date, due: date) -> None:
    assert terms.decision_due(registered_on, kazakhstan()) == due


@pytest.mark.parametrize(
    ("arrived_on", "registered_on"),
    [
        (date(2021, 3, 19), date(2021, 3, 19)),
        (date(2021, 3, 20), date(2021, 3, 25)),
        (date(2021, 3, 24), date(2021, 3, 25)),
        (date(2021, 3, 25), date(2021, 3, 25)),
        (date(2024, 5, 4), date(2024, 5, 4)),
    ],
)
def test_an_application_is_registered_the_same_day_or_the_next_working_one(
    arrived_on: date, registered_on: date
) -> None:
    assert terms.registered_on(arrived_on, kazakhstan()) == registered_on


@pytest.mark.parametrize(
    ("moved_in_on", "ends_on"),
    [
        (date(2021, 3, 16), date(2021, 9, 16)),
        (date(2020, 8, 28), date(2021, 2, 28)),
        (date(2020, 8, 29), date(2021, 2, 28)),
        (date(2020, 8, 30), date(2021, 2, 28)),
        (date(2020, 8, 31), date(2021, 2, 28)),
        (date(2020, 9, 1), date(2021, 3, 1)),
        (date(2023, 8, 28), date(2024, 2, 28)),
        (date(2023, 8, 29), date(2024, 2, 29)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2022, 2, 28), date(2022, 8, 28)),
        (date(2024, 2, 29), date(2024, 8, 29)),
        (date(2021, 3, 31), date(2021, 9, 30)),
        (date(2021, 6, 30), date(2021, 12, 30)),
        (date(2021, 7, 1), date(2022, 1, 1)),
        (date(2021, 12, 31), date(2022, 6, 30)),
    ],
)
def test_six_months_end_on_the_same_number_or_on_the_last_of_the_month(
    moved_in_on: date, ends_on: date
) -> None:
    assert terms.stay_ends_on(moved_in_on) == ends_on


@pytest.mark.parametrize(
    ("status_ends_on", "ends_on", "by_status"),
    [
        (date(2021, 12, 10), date(2021, 12, 10), True),
        (date(2022, 2, 19), date(2022, 2, 19), True),
        (date(2022, 2, 20), date(2022, 2, 20), False),
        (date(2022, 2, 21), date(2022, 2, 20), False),
        (None, date(2022, 2, 20), False),
    ],
)
def test_the_stay_ends_with_the_status_but_never_after_six_months(
    status_ends_on: date | None, ends_on: date, by_status: bool
) -> None:
    moved_in_on = date(2021, 8, 20)
    assert terms.stay_ends_on(moved_in_on, status_ends_on) == ends_on
    assert terms.explain_stay_ends_on(moved_in_on, status_ends_on) == terms.Term(
        base=moved_in_on, due=ends_on, clause=Clause.R15, ended_by_status=by_status
    )


@pytest.mark.parametrize(
    ("ended_on", "literal", "by_article_175"),
    [
        (date(2021, 9, 16), date(2021, 9, 19), date(2021, 9, 20)),
        (date(2021, 9, 14), date(2021, 9, 17), date(2021, 9, 17)),
        (date(2021, 9, 15), date(2021, 9, 18), date(2021, 9, 20)),
        (date(2021, 9, 17), date(2021, 9, 20), date(2021, 9, 20)),
        (date(2021, 2, 27), date(2021, 3, 2), date(2021, 3, 2)),
        (date(2020, 2, 27), date(2020, 3, 1), date(2020, 3, 2)),
    ],
)
def test_three_calendar_days_to_vacate(ended_on: date, literal: date, by_article_175: date) -> None:
    assert terms.vacate_due(ended_on) == literal
    assert terms.vacate_due(ended_on, kazakhstan()) == by_article_175


def test_the_office_calendar_decides_what_a_day_off_is() -> None:
    worked_sunday = kazakhstan({date(2021, 9, 19): True})
    assert terms.vacate_due(date(2021, 9, 16), worked_sunday) == date(2021, 9, 19)
    free_friday = kazakhstan({date(2021, 3, 19): False})
    assert terms.decision_due(date(2021, 3, 18), free_friday) == date(2021, 3, 25)


def test_a_term_says_from_where_by_which_clause_and_over_which_days_off() -> None:
    calendar = kazakhstan()
    saturday = date(2021, 3, 20)
    assert terms.explain_move_in_due(date(2021, 3, 18), calendar) == terms.Term(
        base=date(2021, 3, 18), due=date(2021, 3, 25), clause=Clause.R9, skipped=NAURYZ_2021
    )
    assert terms.explain_decision_due(date(2021, 3, 19), calendar) == terms.Term(
        base=date(2021, 3, 19), due=date(2021, 3, 25), clause=Clause.R14, skipped=(saturday, *NAURYZ_2021)
    )
    assert terms.explain_registered_on(saturday, calendar) == terms.Term(
        base=saturday, due=date(2021, 3, 25), clause=Clause.R6, skipped=(saturday, *NAURYZ_2021)
    )
    assert terms.explain_vacate_due(date(2021, 9, 16), calendar) == terms.Term(
        base=date(2021, 9, 16), due=date(2021, 9, 20), clause=Clause.R17, skipped=(date(2021, 9, 19),)
    )


def test_a_term_that_no_day_off_touches_skips_none() -> None:
    assert terms.explain_move_in_due(date(2021, 3, 18)).skipped == ()
    assert terms.explain_move_in_due(date(2021, 3, 16), kazakhstan()).skipped == ()
    assert terms.explain_decision_due(date(2024, 5, 3), kazakhstan()).skipped == ()


def test_a_term_is_counted_by_the_edition_of_its_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    first = editions.EDITIONS[0]
    changed_on = date(2025, 9, 1)
    later = first._replace(
        in_force_from=changed_on,
        move_in_days=5,
        decision_working_days=3,
        stay_months=12,
        vacate_days=10,
    )
    monkeypatch.setattr(editions, "EDITIONS", (first, later))
    last_old_day = changed_on - timedelta(days=1)
    assert terms.move_in_due(last_old_day) == date(2025, 9, 3)
    assert terms.move_in_due(changed_on) == date(2025, 9, 6)
    assert terms.stay_ends_on(last_old_day) == date(2026, 2, 28)
    assert terms.stay_ends_on(changed_on) == date(2026, 9, 1)
    assert terms.vacate_due(changed_on) == date(2025, 9, 11)
    three_working_days = terms.explain_decision_due(date(2025, 9, 4), kazakhstan())
    assert three_working_days.due == date(2025, 9, 9)
    assert three_working_days.skipped == (date(2025, 9, 6), date(2025, 9, 7))


@pytest.mark.parametrize(
    ("registered", "today", "considered"),
    [
        (date(2026, 3, 18), date(2026, 3, 18), date(2026, 3, 18)),
        (date(2026, 3, 18), date(2026, 3, 19), date(2026, 3, 19)),
        (date(2026, 3, 18), date(2026, 3, 21), date(2026, 3, 26)),
        (date(2026, 3, 26), date(2026, 3, 21), date(2026, 3, 26)),
    ],
)
def test_nothing_is_considered_before_it_is_registered_nor_on_a_day_off(
    registered: date, today: date, considered: date
) -> None:
    assert terms.considered_on(registered, today, kazakhstan()) == considered


@pytest.mark.parametrize(
    ("considered", "earliest"),
    [
        (date(2026, 3, 19), date(2026, 3, 19)),
        (date(2026, 3, 26), date(2026, 3, 21)),
        (date(2026, 3, 30), date(2026, 3, 28)),
    ],
)
def test_what_bears_a_day_may_have_been_written_on_the_days_off_before_it(
    considered: date, earliest: date
) -> None:
    assert terms.earliest_consideration(considered, kazakhstan()) == earliest


def test_a_day_off_that_the_office_works_is_considered_on() -> None:
    worked = kazakhstan({date(2026, 3, 21): True})
    assert terms.considered_on(date(2026, 3, 18), date(2026, 3, 21), worked) == date(2026, 3, 21)
