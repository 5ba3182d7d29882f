"""What may be written down of a status, extended and ended (art. 25)."""

from dataclasses import replace
from datetime import date

from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from kandas_desktop.rules.status_changes import obstacles_to_status
from tests.rules.reading import kinds

TODAY = date(2026, 3, 18)
GIVEN = KandasStatus(date(2025, 10, 1))
EXTENDED = replace(GIVEN, extended_until=date(2027, 4, 1))


def changing(before: KandasStatus, after: KandasStatus, reason: str = "Қате") -> list[ObstacleKind]:
    return kinds(obstacles_to_status(before, after, reason=reason, today=TODAY))


def test_a_status_is_written_down_without_a_reason_and_changed_with_one() -> None:
    assert changing(KandasStatus(), GIVEN, reason="") == []
    assert changing(GIVEN, GIVEN, reason="") == []
    assert changing(GIVEN, KandasStatus(date(2025, 10, 2)), reason="") == [ObstacleKind.REASON_MISSING]
    assert changing(GIVEN, KandasStatus(date(2025, 10, 2))) == []
    assert changing(KandasStatus(), KandasStatus()) == []


def test_a_status_is_extended_once_by_up_to_six_months() -> None:
    assert changing(GIVEN, EXTENDED, reason="") == []
    late = replace(GIVEN, extended_until=date(2027, 4, 2))
    assert changing(GIVEN, late) == [ObstacleKind.DATE_TOO_LATE]
    early = replace(GIVEN, extended_until=date(2026, 10, 1))
    assert changing(GIVEN, early) == [ObstacleKind.DATE_TOO_EARLY]
    shorter = replace(GIVEN, extended_until=date(2027, 3, 1))
    assert changing(shorter, EXTENDED) == [ObstacleKind.STATUS_EXTENDED]
    assert changing(EXTENDED, shorter) == []


def test_a_status_that_is_not_known_is_neither_extended_nor_ended() -> None:
    assert changing(KandasStatus(), KandasStatus(None, TODAY)) == [ObstacleKind.STATUS_UNKNOWN]
    ended = KandasStatus(None, None, TODAY, StatusEnd.CITIZENSHIP)
    assert changing(KandasStatus(), ended) == [ObstacleKind.STATUS_UNKNOWN]


def test_a_status_ends_for_a_reason_within_its_time() -> None:
    ended = replace(GIVEN, ended_on=TODAY, ended_because=StatusEnd.CITIZENSHIP)
    assert changing(GIVEN, ended, reason="") == []
    assert changing(GIVEN, replace(ended, ended_because=None)) == [ObstacleKind.REASON_MISSING]
    assert changing(GIVEN, replace(ended, ended_on=date(2025, 9, 30))) == [ObstacleKind.DATE_TOO_EARLY]
    assert changing(GIVEN, replace(ended, ended_on=date(2026, 10, 2))) == [
        ObstacleKind.DATE_TOO_LATE,
        ObstacleKind.DATE_IN_FUTURE,
    ]
    until_spring = replace(EXTENDED, ended_on=date(2027, 4, 2), ended_because=StatusEnd.CITIZENSHIP)
    assert changing(EXTENDED, until_spring) == [ObstacleKind.DATE_TOO_LATE, ObstacleKind.DATE_IN_FUTURE]
