"""What stands in the way of correcting the first or the last day of a stay."""

from dataclasses import replace
from datetime import date, timedelta

from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.stays import (
    BedTime,
    EndReason,
    Resident,
    obstacles_to_correcting_leaving,
    obstacles_to_correcting_move_in,
    obstacles_to_correction,
    obstacles_to_taking_back_leaving,
)
from tests.rules.reading import kinds

TODAY = date(2026, 3, 18)
DAY = timedelta(days=1)
ENDS = date(2026, 9, 18)
RESIDENT = Resident(1, "Мысалов Дәурен", True, TODAY, ENDS, is_contact=True, bed_since=TODAY)
WIFE = Resident(2, "Мысалова Сәуле", True, TODAY, ENDS)
GONE = replace(RESIDENT, left_on=ENDS, ended_because=EndReason.TERM)


def test_a_correction_asks_for_people_and_a_reason() -> None:
    assert obstacles_to_correction([WIFE], reason="Қате") == []
    assert kinds(obstacles_to_correction([], reason=" ")) == [
        ObstacleKind.NOBODY_CHOSEN,
        ObstacleKind.REASON_MISSING,
    ]
    assert kinds(obstacles_to_correction([], reason="Қате", unknown=1)) == [ObstacleKind.NOT_MOVED_IN]


def first_day(resident: Resident, day: date, first_bed: BedTime | None = None) -> list[ObstacleKind]:
    found = obstacles_to_correcting_move_in(
        resident,
        received_on=TODAY,
        due=TODAY + 3 * DAY,
        first_bed=first_bed,
        moved_in_on=day,
        today=TODAY + 30 * DAY,
    )
    return kinds(found)


def test_the_first_day_lies_between_the_receipt_and_what_followed_it() -> None:
    assert first_day(WIFE, TODAY + DAY) == []
    assert first_day(WIFE, TODAY + 4 * DAY) == [ObstacleKind.MOVE_IN_TERM_OVER]
    assert first_day(WIFE, TODAY - DAY) == [ObstacleKind.DATE_TOO_EARLY]
    for then in (
        replace(WIFE, rules_signed_on=TODAY),
        replace(WIFE, left_on=TODAY),
        replace(WIFE, ends_on=TODAY, ended_because=EndReason.EVICTED),
    ):
        assert first_day(then, TODAY + DAY) == [ObstacleKind.DATE_TOO_LATE]
    assert first_day(WIFE, TODAY + DAY, BedTime("103-1", until=TODAY)) == [ObstacleKind.DATE_TOO_LATE]


def test_the_first_day_is_not_after_what_they_asked_for_or_did_here() -> None:
    heard = ((TODAY + 2 * DAY, Milestone.BREACH_HAPPENED), (TODAY + DAY, Milestone.PETITION_FILED))
    asked = replace(WIFE, heard_on=heard)
    assert first_day(asked, TODAY + DAY) == []
    assert first_day(asked, TODAY + 2 * DAY) == [ObstacleKind.DATE_TOO_LATE]


def test_the_first_day_is_not_corrected_to_one_after_the_status() -> None:
    assert first_day(replace(WIFE, status_ends_on=TODAY + DAY), TODAY + DAY) == []
    assert first_day(replace(WIFE, status_ends_on=TODAY), TODAY + DAY) == [ObstacleKind.STATUS_OVER]
    known_later = replace(WIFE, status_ends_on=TODAY - DAY)
    assert first_day(known_later, TODAY + DAY) == []


def test_the_first_night_is_no_night_of_somebody_else() -> None:
    assert first_day(WIFE, TODAY, BedTime("103-1", before=TODAY)) == []
    assert first_day(WIFE, TODAY, BedTime("103-1", before=TODAY + DAY)) == [ObstacleKind.BED_NOT_FREE]


def last_day(
    resident: Resident, day: date, because: EndReason = EndReason.FREELY, last_bed: BedTime | None = None
) -> list[ObstacleKind]:
    found = obstacles_to_correcting_leaving(
        resident, last_bed=last_bed, left_on=day, because=because, today=ENDS + 5 * DAY
    )
    return kinds(found)


def test_the_last_day_is_corrected_within_what_happened_before_and_after() -> None:
    assert last_day(GONE, ENDS) == []
    assert last_day(WIFE, ENDS) == [ObstacleKind.NOT_LEFT]
    assert last_day(GONE, ENDS - DAY, EndReason.TERM) == [ObstacleKind.DATE_TOO_EARLY]
    assert last_day(GONE, ENDS + 6 * DAY) == [ObstacleKind.DATE_IN_FUTURE]
    signed = replace(GONE, rules_signed_on=TODAY + 2 * DAY)
    assert last_day(signed, TODAY + DAY) == [ObstacleKind.DATE_TOO_EARLY]
    assert last_day(GONE, ENDS, last_bed=BedTime("103-1", after=ENDS)) == []
    assert last_day(GONE, ENDS + DAY, last_bed=BedTime("103-1", after=ENDS)) == [ObstacleKind.BED_NOT_FREE]


def test_only_who_left_and_does_not_live_here_again_can_have_stayed() -> None:
    assert obstacles_to_taking_back_leaving(GONE, lives_here=False) == []
    assert kinds(obstacles_to_taking_back_leaving(GONE, lives_here=True)) == [ObstacleKind.MOVED_IN]
    assert kinds(obstacles_to_taking_back_leaving(WIFE, lives_here=False)) == [ObstacleKind.NOT_LEFT]
