"""Bedding: when it is due, and why a change is refused."""

from datetime import date

import pytest

from kandas_desktop.rules.bedding import BedLinen, linen_due, obstacles_to_changing
from kandas_desktop.rules.obstacles import ObstacleKind

TODAY = date(2026, 3, 18)
LINEN = BedLinen("103-2", date(2026, 3, 2), date(2026, 3, 6))


def test_bedding_is_due_after_the_offices_interval() -> None:
    assert linen_due(date(2026, 3, 6), 14) == date(2026, 3, 20)


def test_bedding_was_issued_with_the_bed() -> None:
    assert BedLinen("103-2", date(2026, 3, 2)).last_on == date(2026, 3, 2)
    assert BedLinen("103-2", None).last_on is None


@pytest.mark.parametrize("day", [date(2026, 3, 7), TODAY])
def test_bedding_is_changed_any_day_after_the_last_change(day: date) -> None:
    assert obstacles_to_changing(LINEN, changed_on=day, today=TODAY) == []


@pytest.mark.parametrize(
    ("linen", "day", "kind"),
    [
        (BedLinen("103-2", None), TODAY, ObstacleKind.BED_EMPTY),
        (LINEN, date(2026, 3, 19), ObstacleKind.DATE_IN_FUTURE),
        (LINEN, date(2026, 3, 6), ObstacleKind.STEP_DONE),
        (LINEN, date(2026, 3, 5), ObstacleKind.DATE_TOO_EARLY),
    ],
)
def test_a_change_is_refused_with_the_bed_named(linen: BedLinen, day: date, kind: ObstacleKind) -> None:
    (obstacle,) = obstacles_to_changing(linen, changed_on=day, today=TODAY)
    assert (obstacle.kind, obstacle.name) == (kind, "103-2")
