"""The beds that referrals take."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kandas_desktop.models.cases import beds
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.tables import CalendarDay, Office
from tests.models.rows import a_referral, an_application, an_office

MARCH_16 = date(2026, 3, 16)


def taken(on: date) -> int:
    return beds(on).taken


@pytest.mark.parametrize(("on", "count"), [(MARCH_16, 3), (date(2026, 9, 22), 3), (date(2026, 9, 23), 0)])
def test_a_referral_that_was_received_takes_beds_until_the_last_day_to_vacate(
    office: OfficeDatabase, on: date, count: int
) -> None:
    an_office()
    a_referral(an_application(), people=3, received_on=MARCH_16)
    assert taken(on) == count


def test_a_referral_that_nobody_received_takes_beds_until_it_is_struck_out(office: OfficeDatabase) -> None:
    an_office()
    a_referral(an_application(1), 1, people=3)
    a_referral(an_application(2), 2, people=2, struck_out_on=MARCH_16, struck_out_reason="Қате")
    assert taken(date(2031, 1, 1)) == 3


def test_an_office_that_moves_last_days_holds_beds_longer(office: OfficeDatabase) -> None:
    an_office()
    a_referral(an_application(), people=3, received_on=MARCH_16)
    CalendarDay.create(day=date(2026, 9, 22), is_working=False, source="")
    assert taken(date(2026, 9, 23)) == 0
    Office.update(last_day_moves=True).execute()
    assert taken(date(2026, 9, 23)) == 3
    assert taken(date(2026, 9, 24)) == 0


def test_counting_beds_reads_an_index_and_no_referral(
    office: OfficeDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_office()
    sums: list[tuple[str, Sequence[object] | None]] = []
    execute = office.execute_sql

    def listen(sql: str, values: Sequence[object] | None = None) -> Any:
        if '"referral"' in sql:
            sums.append((sql, values))
        return execute(sql, values)

    monkeypatch.setattr(office, "execute_sql", listen)
    taken(MARCH_16)
    monkeypatch.undo()
    plans = [office.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values).fetchall() for sql, values in sums]
    assert [len(plan) for plan in plans] == [1, 1]
    for ((*_ids, step),) in plans:
        assert "SEARCH" in step
        assert "USING COVERING INDEX referral_taking_beds" in step
