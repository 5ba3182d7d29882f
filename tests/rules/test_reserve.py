"""Who is before whom in the reserve (r.7, r.8), who may be passed over, and when beds should be free."""

from datetime import date, datetime, time

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.reserve import (
    Forecast,
    FreeingBed,
    Waiting,
    ahead_of,
    forecasts,
    freeing_beds,
    obstacles_to_passing_over,
)
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState, House, Outage, Room, RoomKind

TODAY = date(2026, 3, 18)


def waits(application_id: int, *, needed: int = 1, on: date = TODAY, at: time = time(9)) -> Waiting:
    return Waiting(application_id, f"Ө-{application_id}/26", on, datetime.combine(on, at), needed)


FIRST = waits(7, needed=6, on=date(2026, 3, 10))
SECOND = waits(5, needed=2, on=date(2026, 3, 11), at=time(9))
THIRD = waits(6, needed=1, on=date(2026, 3, 11), at=time(10))


def test_who_applied_on_an_earlier_day_is_before_a_smaller_number() -> None:
    assert ahead_of(SECOND, [THIRD, SECOND, FIRST]) == [FIRST]


def test_on_one_day_the_time_counts_and_at_one_time_the_line() -> None:
    twin = waits(8, on=date(2026, 3, 11), at=time(10))
    assert ahead_of(twin, [twin, THIRD, SECOND]) == [SECOND, THIRD]


def test_who_was_passed_over_is_not_before_any_more() -> None:
    assert ahead_of(THIRD, [FIRST, SECOND, THIRD], passed={FIRST.application_id}) == [SECOND]


def obstacles(**changed: object) -> list[Obstacle]:
    asked: dict[str, object] = {
        "preferred": SECOND,
        "chosen": [FIRST],
        "already_passed": set(),
        "number": "12",
        "decided_on": TODAY,
        "reason": "Отбасына бос бөлме жоқ",
        "today": TODAY,
    } | changed
    return obstacles_to_passing_over(asked.pop("preferred"), asked.pop("chosen"), **asked)  # type: ignore[arg-type]


def test_a_written_decision_passes_somebody_over() -> None:
    assert obstacles() == []


def test_a_decision_may_be_as_old_as_the_application_it_prefers() -> None:
    assert obstacles(decided_on=SECOND.registered_on) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"preferred": None}, ObstacleKind.NOT_WAITING),
        ({"chosen": [FIRST, None]}, ObstacleKind.NOT_WAITING),
        ({"chosen": []}, ObstacleKind.NOBODY_CHOSEN),
        ({"chosen": [FIRST, THIRD]}, ObstacleKind.NOT_AHEAD),
        ({"chosen": [SECOND]}, ObstacleKind.NOT_AHEAD),
        ({"already_passed": {FIRST.application_id}}, ObstacleKind.PASSED_OVER),
        ({"number": " "}, ObstacleKind.DECISION_NUMBER_MISSING),
        ({"reason": ""}, ObstacleKind.REASON_MISSING),
        ({"decided_on": date(2026, 3, 19)}, ObstacleKind.DATE_IN_FUTURE),
        ({"decided_on": date(2026, 3, 10)}, ObstacleKind.DATE_TOO_EARLY),
    ],
)
def test_each_lack_of_a_decision_is_said(changed: dict[str, object], kind: ObstacleKind) -> None:
    found = obstacles(**changed)
    assert [obstacle.kind for obstacle in found] == [kind]
    assert found[0].clause is Clause.R8


def test_all_lacks_are_said_at_once() -> None:
    found = obstacles(preferred=None, chosen=[], number="", reason="", decided_on=date(2027, 1, 1))
    assert [obstacle.kind for obstacle in found] == [
        ObstacleKind.NOT_WAITING,
        ObstacleKind.NOBODY_CHOSEN,
        ObstacleKind.DECISION_NUMBER_MISSING,
        ObstacleKind.REASON_MISSING,
        ObstacleKind.DATE_IN_FUTURE,
    ]


def bed(number: int, state: BedState, **facts: object) -> Bed:
    return Bed(number, str(number), f"101-{number}", 1, state, **facts)  # type: ignore[arg-type]


def sleeper(stay_ends_on: date | None) -> BedHolder:
    return BedHolder(
        referral_person_id=1,
        referral_id=1,
        household_id=1,
        household_number="Ө-1/26",
        name=PersonName("Мысалов"),
        sex=None,
        born=BirthDate(1984),
        position=0,
        since=TODAY,
        due=stay_ends_on,
        stay_id=1,
        stay_ends_on=stay_ends_on,
    )


def house(*beds: Bed) -> House:
    return House(TODAY, (Room(1, 1, "101", RoomKind.FAMILY, beds),))


def test_beds_free_up_when_rooms_are_vacated_made_ready_and_repaired() -> None:
    standing = house(
        bed(1, BedState.OCCUPIED, holder=sleeper(date(2026, 3, 24))),
        bed(2, BedState.VACATING, holder=sleeper(date(2026, 3, 10))),
        bed(3, BedState.BEING_MADE_READY, unready_since=date(2026, 3, 17)),
        bed(4, BedState.OUT_OF_SERVICE, outage=Outage(1, "радиатор", TODAY, date(2026, 3, 25))),
        bed(5, BedState.OUT_OF_SERVICE, outage=Outage(2, "терезе", TODAY, None)),
        bed(6, BedState.FREE),
        bed(7, BedState.HELD, holder=sleeper(None)),
    )
    assert freeing_beds(standing) == [
        FreeingBed(2, "101-2", TODAY, BedState.VACATING),
        FreeingBed(3, "101-3", TODAY, BedState.BEING_MADE_READY),
        FreeingBed(4, "101-4", date(2026, 3, 25), BedState.OUT_OF_SERVICE),
        FreeingBed(1, "101-1", date(2026, 3, 27), BedState.OCCUPIED),
    ]


def test_a_calendar_moves_the_day_on_which_a_room_is_vacated() -> None:
    standing = house(bed(1, BedState.OCCUPIED, holder=sleeper(date(2026, 3, 18))))
    assert freeing_beds(standing, kazakhstan()) == [FreeingBed(1, "101-1", date(2026, 3, 26))]


A, B, C = (FreeingBed(number, f"101-{number}", date(2026, 3, 18 + number)) for number in (1, 2, 3))


def test_the_first_waits_for_as_many_beds_as_are_wanting() -> None:
    assert forecasts([FIRST], free=4, freeing=[A, B, C], on=TODAY) == [Forecast(7, B.on, (A, B))]


def test_nobody_gets_beds_before_those_who_applied_before() -> None:
    assert forecasts([THIRD, SECOND, FIRST], free=5, freeing=[A, B], on=TODAY) == [
        Forecast(7, A.on, (A,)),
        Forecast(5, None, (B,)),
        Forecast(6, None, ()),
    ]


def test_a_decision_lets_the_preferred_one_have_what_is_there() -> None:
    expected = [Forecast(7, B.on, (A, B)), Forecast(5, None, (C,)), Forecast(6, TODAY, ())]
    queue, passed = [FIRST, SECOND, THIRD], {THIRD.application_id: [7, 5]}
    assert forecasts(queue, free=5, freeing=[A, B, C], on=TODAY, passed=passed) == expected


def test_whom_a_decision_prefers_does_not_hold_up_the_first() -> None:
    large = waits(9, needed=9)
    expected = [Forecast(7, TODAY, ()), Forecast(9, None, (A,))]
    assert forecasts([FIRST, large], free=6, freeing=[A], on=TODAY, passed={9: [7]}) == expected


def test_what_is_left_over_serves_the_next() -> None:
    assert forecasts([SECOND, THIRD], free=3, freeing=[], on=TODAY) == [
        Forecast(5, TODAY, ()),
        Forecast(6, TODAY, ()),
    ]
