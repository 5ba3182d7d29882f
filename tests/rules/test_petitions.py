"""Petitions: who may file one when, and what an answer lacks."""

from datetime import date

import pytest

from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.petitions import obstacles_to_answer, obstacles_to_filing
from kandas_desktop.rules.registers import LastEntry
from kandas_desktop.rules.stays import Resident

MOVED_IN = date(2026, 1, 12)
TODAY = date(2026, 3, 18)
TOMORROW = date(2026, 3, 19)
RESIDENT = Resident(1, "Мысалов Дәурен", True, MOVED_IN, date(2026, 7, 12))
GONE = Resident(1, "Мысалов Дәурен", True, MOVED_IN, date(2026, 7, 12), left_on=date(2026, 3, 10))


@pytest.mark.parametrize(
    ("resident", "day", "request_text", "reasons"),
    [
        (RESIDENT, TODAY, "Бөлме", []),
        (RESIDENT, MOVED_IN, "Бөлме", []),
        (RESIDENT, date(2026, 1, 11), " ", [ObstacleKind.TEXT_MISSING, ObstacleKind.DATE_TOO_EARLY]),
        (RESIDENT, TOMORROW, "Бөлме", [ObstacleKind.DATE_IN_FUTURE]),
        (GONE, date(2026, 3, 10), "Бөлме", []),
        (GONE, date(2026, 3, 11), "Бөлме", [ObstacleKind.DATE_TOO_LATE]),
        (None, TODAY, "Бөлме", [ObstacleKind.NOBODY_CHOSEN]),
    ],
)
def test_a_resident_files_a_petition(
    resident: Resident | None, day: date, request_text: str, reasons: list[ObstacleKind]
) -> None:
    found = obstacles_to_filing(resident, filed_on=day, request=request_text, today=TODAY)
    assert [obstacle.kind for obstacle in found] == reasons


@pytest.mark.parametrize(
    ("is_answered", "day", "answer", "reasons"),
    [
        (False, TODAY, "Иә", []),
        (True, TODAY, "Иә", [ObstacleKind.ANSWERED]),
        (False, date(2026, 3, 9), " ", [ObstacleKind.TEXT_MISSING, ObstacleKind.DATE_TOO_EARLY]),
        (False, TOMORROW, "Иә", [ObstacleKind.DATE_IN_FUTURE]),
    ],
)
def test_a_petition_is_answered(
    is_answered: bool, day: date, answer: str, reasons: list[ObstacleKind]
) -> None:
    found = obstacles_to_answer(
        filed_on=date(2026, 3, 10), is_answered=is_answered, answered_on=day, answer=answer, today=TODAY
    )
    assert [obstacle.kind for obstacle in found] == reasons


@pytest.mark.parametrize(
    ("day", "reasons"), [(date(2026, 3, 9), [ObstacleKind.DATE_TOO_EARLY]), (date(2026, 3, 10), [])]
)
def test_a_petition_is_not_dated_before_the_one_with_the_number_before(
    day: date, reasons: list[ObstacleKind]
) -> None:
    last = LastEntry("4/26", date(2026, 3, 10))
    found = obstacles_to_filing(RESIDENT, filed_on=day, request="Бөлме", today=TODAY, last=last)
    assert [obstacle.kind for obstacle in found] == reasons


def test_a_clock_that_was_set_back_is_named() -> None:
    found = obstacles_to_filing(RESIDENT, filed_on=MOVED_IN, request="Бөлме", today=TODAY, last_on=TOMORROW)
    assert [obstacle.kind for obstacle in found] == [ObstacleKind.CLOCK_BEHIND]
    ahead = LastEntry("4/26", TOMORROW)
    found = obstacles_to_filing(
        RESIDENT, filed_on=MOVED_IN, request="Бөлме", today=TODAY, last=ahead, last_on=TOMORROW
    )
    assert [obstacle.kind for obstacle in found] == [ObstacleKind.CLOCK_BEHIND]
