"""The day of receipt (r.9): when it may be corrected, and when nobody came in time."""

from datetime import date

import pytest

from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.receipts import (
    is_move_in_overdue,
    obstacles_to_correcting_receipt,
    obstacles_to_handing_over,
)
from kandas_desktop.rules.standing import Standing

DAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("received_on", "standing", "today", "overdue"),
    [
        (DAY, Standing.REFERRED, date(2026, 3, 21), False),
        (DAY, Standing.REFERRED, date(2026, 3, 22), True),
        (DAY, Standing.SETTLED, date(2026, 3, 22), False),
        (DAY, Standing.LAPSED, date(2026, 3, 22), False),
        (None, Standing.REFERRED, date(2026, 3, 22), False),
    ],
)
def test_a_referral_is_overdue_after_three_days_in_which_nobody_came(
    received_on: date | None, standing: Standing, today: date, overdue: bool
) -> None:
    assert is_move_in_overdue(received_on, standing=standing, today=today) is overdue


def test_art_175_moves_the_last_of_the_three_days() -> None:
    by_art_175 = kazakhstan()
    assert not is_move_in_overdue(
        DAY, standing=Standing.REFERRED, today=date(2026, 3, 26), calendar=by_art_175
    )
    assert is_move_in_overdue(DAY, standing=Standing.REFERRED, today=date(2026, 3, 27), calendar=by_art_175)


def kinds(**changed: object) -> list[ObstacleKind]:
    return [obstacle.kind for obstacle in correcting(**changed)]


def correcting(**changed: object) -> list[Obstacle]:
    asked: dict[str, object] = {
        "issued_on": date(2026, 3, 16),
        "before": DAY,
        "received_on": date(2026, 3, 17),
        "moved_in": [],
        "is_struck_out": False,
        "is_lapsed": False,
        "reason": "Күні қате жазылған",
        "today": date(2026, 3, 20),
    } | changed
    return obstacles_to_correcting_receipt(**asked)  # type: ignore[arg-type]


def test_a_day_wrongly_written_is_corrected() -> None:
    assert kinds() == []


@pytest.mark.parametrize("received_on", [date(2026, 3, 17), date(2026, 3, 18)])
def test_it_stays_so_that_those_who_came_came_in_time(received_on: date) -> None:
    assert kinds(received_on=received_on, moved_in=[date(2026, 3, 18), date(2026, 3, 20)]) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"is_struck_out": True}, ObstacleKind.REFERRAL_STRUCK_OUT),
        ({"is_lapsed": True}, ObstacleKind.REFERRAL_LAPSED),
        ({"before": None}, ObstacleKind.REFERRAL_NOT_RECEIVED),
        ({"received_on": date(2026, 3, 15)}, ObstacleKind.RECEIVED_BEFORE_ISSUE),
        ({"received_on": date(2026, 3, 21)}, ObstacleKind.RECEIVED_IN_FUTURE),
        ({"received_on": date(2026, 3, 19), "moved_in": [DAY]}, ObstacleKind.DATE_TOO_LATE),
        ({"received_on": date(2026, 3, 16), "moved_in": [date(2026, 3, 20)]}, ObstacleKind.DATE_TOO_EARLY),
        ({"reason": " "}, ObstacleKind.REASON_MISSING),
    ],
)
def test_what_keeps_it_from_being_corrected_is_said(changed: dict[str, object], kind: ObstacleKind) -> None:
    assert kinds(**changed) == [kind]


@pytest.mark.parametrize(
    ("changed", "day", "event"),
    [
        ({"received_on": date(2026, 3, 15)}, date(2026, 3, 16), Milestone.ISSUED),
        ({"received_on": date(2026, 3, 19), "moved_in": [DAY]}, DAY, Milestone.CAME),
        (
            {"received_on": date(2026, 3, 16), "moved_in": [date(2026, 3, 20)]},
            date(2026, 3, 20),
            Milestone.CAME_AFTER_TERM,
        ),
    ],
)
def test_which_day_it_is_that_the_receipt_may_not_pass_is_said(
    changed: dict[str, object], day: date, event: Milestone
) -> None:
    (found,) = correcting(**changed)
    assert (found.last_on, found.milestone) == (day, event)


# --- handing over

TODAY = date(2026, 3, 18)
BEHIND = Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=TODAY, last_on=date(2026, 3, 19))


@pytest.mark.parametrize(
    ("received_on", "found"),
    [
        (date(2026, 3, 15), [ObstacleKind.RECEIVED_BEFORE_ISSUE]),
        (date(2026, 3, 16), []),
        (date(2026, 3, 18), []),
        (date(2026, 3, 19), [ObstacleKind.RECEIVED_IN_FUTURE]),
    ],
)
def test_a_referral_is_received_between_its_issue_and_today(
    received_on: date, found: list[ObstacleKind]
) -> None:
    obstacles = obstacles_to_handing_over(
        issued_on=date(2026, 3, 16),
        received_on=received_on,
        today=TODAY,
        is_struck_out=False,
        is_handed_over=False,
    )
    assert [obstacle.kind for obstacle in obstacles] == found


def test_a_referral_is_handed_over_once_and_only_while_it_is_in_force() -> None:
    obstacles = obstacles_to_handing_over(
        issued_on=TODAY, received_on=TODAY, today=TODAY, is_struck_out=True, is_handed_over=True
    )
    assert obstacles == [
        Obstacle(ObstacleKind.REFERRAL_STRUCK_OUT, Clause.R3),
        Obstacle(ObstacleKind.HANDED_OVER, Clause.R9),
    ]


@pytest.mark.parametrize(("last_on", "found"), [(TODAY, []), (date(2026, 3, 19), [BEHIND])])
def test_by_a_clock_that_is_behind_nothing_is_handed_over(last_on: date, found: list[Obstacle]) -> None:
    assert (
        obstacles_to_handing_over(
            issued_on=TODAY,
            received_on=TODAY,
            today=TODAY,
            is_struck_out=False,
            is_handed_over=False,
            last_on=last_on,
        )
        == found
    )
