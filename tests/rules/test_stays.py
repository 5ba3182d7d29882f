"""What stands in the way of moving in, of signing the house rules and of leaving."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.stays import (
    Comer,
    EndReason,
    MoveInCase,
    Resident,
    end_of_stay,
    everybody_too_late,
    may_still_come,
    obstacles_to_contact,
    obstacles_to_lapse,
    obstacles_to_leaving,
    obstacles_to_moving_in,
    obstacles_to_signing,
    speakers,
)
from tests.rules.reading import kinds

TODAY = date(2026, 3, 18)
DAY = timedelta(days=1)
ENDS = date(2026, 9, 18)
FATHER, MOTHER = Comer(1, "Мысалов Дәурен", True), Comer(2, "Мысалова Сәуле", True)
CASE = MoveInCase(
    is_struck_out=False, lapsed_on=None, received_on=TODAY, due=TODAY + 3 * DAY, people=(FATHER, MOTHER)
)
RESIDENT = Resident(1, "Мысалов Дәурен", True, TODAY, ENDS, is_contact=True, bed_since=TODAY)
WIFE = Resident(2, "Мысалова Сәуле", True, TODAY, ENDS)
SON = Resident(3, "Мысалов Ерасыл", False, TODAY, ENDS)
GONE = replace(RESIDENT, left_on=ENDS, ended_because=EndReason.TERM)


def moving_in(case: MoveInCase, *, chosen: tuple[int, ...] = (1, 2), on: date = TODAY) -> list[Obstacle]:
    return obstacles_to_moving_in(case, chosen=chosen, moved_in_on=on, today=TODAY)


# --- moving in


def test_a_family_with_beds_moves_in_within_three_days() -> None:
    assert moving_in(CASE) == []


def test_everything_that_stands_in_the_way_is_said_at_once() -> None:
    case = MoveInCase(
        is_struck_out=True,
        lapsed_on=None,
        received_on=None,
        due=None,
        people=(replace(FATHER, has_bed=False), replace(MOTHER, has_moved_in=True)),
        last_on=TODAY + DAY,
    )
    assert kinds(moving_in(case)) == [
        ObstacleKind.CLOCK_BEHIND,
        ObstacleKind.REFERRAL_STRUCK_OUT,
        ObstacleKind.REFERRAL_NOT_RECEIVED,
        ObstacleKind.BED_MISSING,
        ObstacleKind.MOVED_IN,
    ]
    assert kinds(moving_in(CASE, chosen=())) == [ObstacleKind.NOBODY_CHOSEN]


def test_an_infant_who_shares_a_bed_needs_none() -> None:
    case = replace(CASE, people=(FATHER, replace(MOTHER, has_bed=False, shares_bed=True)))
    assert moving_in(case) == []


def test_an_infant_who_shares_a_bed_does_not_come_before_those_who_have_one() -> None:
    infant = Comer(3, "Мысалов Ерасыл", has_bed=False, shares_bed=True)
    case = replace(CASE, people=(FATHER, infant))
    alone = Obstacle(ObstacleKind.BED_MISSING, Clause.R10, name="Мысалов Ерасыл")
    assert moving_in(case, chosen=(3,)) == [alone]
    came = replace(case, people=(replace(FATHER, has_moved_in=True), infant))
    assert moving_in(came, chosen=(3,)) == []
    assert moving_in(replace(CASE, people=(infant,)), chosen=(3,)) == []  # born to a family that lives here


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (TODAY - DAY, ObstacleKind.DATE_TOO_EARLY),
        (TODAY + DAY, ObstacleKind.DATE_IN_FUTURE),
    ],
)
def test_a_family_moves_in_from_the_receipt_on_and_not_tomorrow(day: date, kind: ObstacleKind) -> None:
    assert kinds(moving_in(CASE, on=day)) == [kind]


def test_after_the_last_day_nobody_moves_in() -> None:
    case = replace(CASE, received_on=TODAY - 4 * DAY, due=TODAY - DAY)
    over = Obstacle(ObstacleKind.MOVE_IN_TERM_OVER, Clause.R9, last_on=TODAY - DAY, since=TODAY - 4 * DAY)
    assert moving_in(case) == [over]
    lapsed = replace(case, lapsed_on=TODAY)
    assert moving_in(lapsed) == [Obstacle(ObstacleKind.REFERRAL_LAPSED, Clause.R9, last_on=TODAY)]


# --- the status is over (r.15)


def with_status(person: Comer, ends_on: date | None, of: str = "") -> Comer:
    return replace(person, status_ends_on=ends_on, status_of=of or person.name)


@pytest.mark.parametrize("ends_on", [None, TODAY, TODAY + DAY])
def test_who_has_a_status_that_day_moves_in_and_so_does_whose_status_is_not_known(
    ends_on: date | None,
) -> None:
    assert moving_in(replace(CASE, people=(with_status(FATHER, ends_on), MOTHER))) == []


def test_nobody_moves_in_after_the_last_day_of_the_status() -> None:
    case = replace(CASE, people=(with_status(FATHER, TODAY - DAY), MOTHER))
    over = Obstacle(ObstacleKind.STATUS_OVER, Clause.R15, name="Мысалов Дәурен", last_on=TODAY - DAY)
    assert moving_in(case) == [over]
    assert moving_in(case, chosen=(2,)) == []


def test_a_status_that_several_follow_is_named_once() -> None:
    ended = TODAY - DAY
    wife = with_status(MOTHER, ended, of="Мысалов Дәурен")
    case = replace(CASE, people=(with_status(FATHER, ended), wife))
    assert kinds(moving_in(case)) == [ObstacleKind.STATUS_OVER]
    own = replace(case, people=(case.people[0], with_status(MOTHER, ended)))
    assert kinds(moving_in(own)) == [ObstacleKind.STATUS_OVER] * 2


def test_whose_status_was_over_before_the_receipt_cannot_come_on_any_day() -> None:
    received = replace(CASE, received_on=TODAY - 2 * DAY, due=TODAY + DAY)
    late = with_status(FATHER, TODAY - 3 * DAY)
    in_time = with_status(MOTHER, TODAY - 2 * DAY)
    assert may_still_come(replace(received, people=(late, in_time))) == {2}
    assert everybody_too_late(replace(received, people=(late, in_time))) == []
    assert kinds(everybody_too_late(replace(received, people=(late,)))) == [ObstacleKind.STATUS_OVER]
    came = replace(in_time, has_moved_in=True)
    assert kinds(everybody_too_late(replace(received, people=(late, came)))) == [ObstacleKind.STATUS_OVER]
    assert everybody_too_late(replace(received, people=(came,))) == []
    assert everybody_too_late(replace(received, received_on=None, people=(late,))) == []


# --- lapse


def test_a_lapse_is_said_once_the_term_is_over_and_somebody_did_not_come() -> None:
    over = replace(CASE, due=TODAY - DAY)
    assert obstacles_to_lapse(over, today=TODAY) == []
    (runs,) = obstacles_to_lapse(CASE, today=CASE.due or TODAY)
    assert (runs.kind, runs.last_on, runs.since) == (ObstacleKind.MOVE_IN_TERM_RUNS, CASE.due, TODAY)
    all_came = replace(over, people=(replace(FATHER, has_moved_in=True),))
    assert kinds(obstacles_to_lapse(all_came, today=TODAY)) == [ObstacleKind.MOVED_IN]
    not_received = replace(over, received_on=None, due=None)
    assert kinds(obstacles_to_lapse(not_received, today=TODAY)) == [ObstacleKind.REFERRAL_NOT_RECEIVED]


# --- the house rules


def test_the_house_rules_are_signed_during_the_stay() -> None:
    assert obstacles_to_signing([RESIDENT], signed_on=TODAY, today=TODAY) == []
    assert kinds(obstacles_to_signing([], signed_on=TODAY, today=TODAY)) == [ObstacleKind.NOBODY_CHOSEN]
    signed = replace(RESIDENT, rules_signed_on=TODAY)
    assert kinds(obstacles_to_signing([signed], signed_on=TODAY, today=TODAY)) == [ObstacleKind.STEP_DONE]
    early = obstacles_to_signing([RESIDENT], signed_on=TODAY - DAY, today=TODAY)
    assert kinds(early) == [ObstacleKind.DATE_TOO_EARLY]
    late = obstacles_to_signing([GONE], signed_on=ENDS + DAY, today=TODAY)
    assert kinds(late) == [ObstacleKind.DATE_TOO_LATE, ObstacleKind.DATE_IN_FUTURE]


# --- leaving


def leaving(
    *residents: Resident, because: EndReason = EndReason.FREELY, on: date = TODAY, contact: int | None = None
) -> list[ObstacleKind]:
    everybody = [RESIDENT, WIFE, SON]
    staying = [each for each in everybody if each.stay_id not in {one.stay_id for one in residents}]
    return kinds(
        obstacles_to_leaving(residents, staying, left_on=on, because=because, today=TODAY, contact=contact)
    )


def test_who_wants_to_leaves_freely() -> None:
    assert leaving(WIFE) == []
    assert leaving(WIFE, because=EndReason.DIED) == []


def test_nothing_is_recorded_by_a_clock_that_was_set_back() -> None:
    found = obstacles_to_leaving(
        [WIFE], [], left_on=TODAY, because=EndReason.FREELY, today=TODAY, last_on=TODAY + DAY
    )
    assert kinds(found) == [ObstacleKind.CLOCK_BEHIND]


def test_nobody_leaves_twice_or_before_the_night_they_began() -> None:
    assert leaving(replace(WIFE, left_on=TODAY)) == [ObstacleKind.LEFT]
    assert leaving(WIFE, on=TODAY - DAY) == [ObstacleKind.DATE_TOO_EARLY]
    moved = replace(WIFE, moved_in_on=TODAY - 9 * DAY, bed_since=TODAY)
    assert leaving(moved, on=TODAY - DAY) == [ObstacleKind.DATE_TOO_EARLY]
    assert leaving(replace(moved, bed_since=None), on=TODAY - DAY) == []


@pytest.mark.parametrize(
    ("resident", "because", "day", "event"),
    [
        (WIFE, EndReason.FREELY, TODAY, Milestone.MOVED_IN),
        (
            replace(WIFE, moved_in_on=TODAY - 9 * DAY, bed_since=TODAY),
            EndReason.FREELY,
            TODAY,
            Milestone.CHANGED_BED,
        ),
        (
            replace(WIFE, moved_in_on=TODAY - 9 * DAY, rules_signed_on=TODAY),
            EndReason.FREELY,
            TODAY,
            Milestone.RULES_SIGNED,
        ),
        (replace(WIFE, moved_in_on=TODAY - 9 * DAY), EndReason.TERM, ENDS, Milestone.TERM_ENDS),
        (
            replace(WIFE, moved_in_on=TODAY - 9 * DAY, put_out_on=TODAY),
            EndReason.EVICTED,
            TODAY,
            Milestone.DECIDED,
        ),
    ],
)
def test_which_day_it_is_that_a_leaving_may_not_precede_is_said(
    resident: Resident, because: EndReason, day: date, event: Milestone
) -> None:
    (found,) = obstacles_to_leaving([resident], [], left_on=TODAY - DAY, because=because, today=TODAY)
    assert (found.kind, found.last_on, found.milestone) == (ObstacleKind.DATE_TOO_EARLY, day, event)


def test_nobody_left_before_what_they_asked_for_or_did_here() -> None:
    heard = ((TODAY - 5 * DAY, Milestone.PETITION_FILED), (TODAY - 2 * DAY, Milestone.BREACH_HAPPENED))
    lived = replace(WIFE, moved_in_on=TODAY - 9 * DAY, heard_on=heard)
    (found,) = obstacles_to_leaving(
        [lived], [], left_on=TODAY - 3 * DAY, because=EndReason.FREELY, today=TODAY
    )
    assert (found.last_on, found.milestone) == (TODAY - 2 * DAY, Milestone.BREACH_HAPPENED)
    assert leaving(lived, on=TODAY - 2 * DAY) == []


def test_by_the_term_leaves_whose_last_day_has_come() -> None:
    assert leaving(WIFE, because=EndReason.TERM) == [ObstacleKind.DATE_TOO_EARLY]
    assert leaving(replace(WIFE, ends_on=TODAY), because=EndReason.TERM) == []


def test_a_decision_that_names_them_puts_people_out_from_its_day_on() -> None:
    assert leaving(WIFE, because=EndReason.EVICTED) == [ObstacleKind.DECISION_MISSING]
    named = replace(WIFE, moved_in_on=TODAY - 5 * DAY, put_out_on=TODAY)
    assert leaving(named, because=EndReason.EVICTED) == []
    assert leaving(named, because=EndReason.EVICTED, on=TODAY - DAY) == [ObstacleKind.DATE_TOO_EARLY]


def test_when_the_contact_leaves_an_adult_who_stays_takes_over() -> None:
    assert leaving(RESIDENT) == [ObstacleKind.CONTACT_MISSING]
    assert leaving(RESIDENT, contact=3) == [ObstacleKind.CONTACT_MISSING]
    assert leaving(RESIDENT, contact=2) == []
    assert leaving(RESIDENT, WIFE) == []
    assert kinds(obstacles_to_contact([RESIDENT, WIFE, SON], 2)) == []
    assert kinds(obstacles_to_contact([GONE, WIFE, SON], 1)) == [ObstacleKind.CONTACT_MISSING]


PUT_OUT = replace(WIFE, put_out_on=TODAY, ended_because=EndReason.EVICTED)


def test_who_has_to_leave_by_a_decision_does_not_speak_for_the_family() -> None:
    uncle = replace(WIFE, stay_id=5, name="Мысалов Арман")
    refused = Obstacle(ObstacleKind.CONTACT_PUT_OUT, Clause.R14, name="Мысалова Сәуле", last_on=TODAY)
    assert obstacles_to_contact([RESIDENT, PUT_OUT, uncle], 2) == [refused]
    assert speakers([RESIDENT, PUT_OUT, uncle, SON, GONE]) == [RESIDENT, uncle]
    found = obstacles_to_leaving(
        [RESIDENT], [PUT_OUT, uncle], left_on=TODAY, because=EndReason.FREELY, today=TODAY, contact=2
    )
    assert found == [refused]
    gone = replace(PUT_OUT, left_on=TODAY)
    assert kinds(obstacles_to_contact([gone, uncle], 2)) == [ObstacleKind.CONTACT_MISSING]


def test_nobody_is_asked_for_where_every_adult_who_stays_has_to_leave() -> None:
    found = obstacles_to_leaving(
        [RESIDENT], [PUT_OUT, SON], left_on=TODAY, because=EndReason.FREELY, today=TODAY
    )
    assert found == []


@pytest.mark.parametrize(
    ("resident", "left_on", "because", "end"),
    [
        (WIFE, TODAY, EndReason.FREELY, (TODAY, EndReason.FREELY)),
        (WIFE, ENDS, EndReason.TERM, (ENDS, EndReason.TERM)),
        (WIFE, ENDS + DAY, EndReason.FREELY, (ENDS, EndReason.TERM)),
        (WIFE, ENDS + DAY, EndReason.DIED, (ENDS, EndReason.DIED)),
        (replace(WIFE, put_out_on=TODAY), TODAY + DAY, EndReason.EVICTED, (TODAY, EndReason.EVICTED)),
        (replace(WIFE, put_out_on=TODAY), TODAY + DAY, EndReason.FREELY, (TODAY, EndReason.EVICTED)),
        (replace(WIFE, put_out_on=TODAY + DAY), TODAY, EndReason.FREELY, (TODAY, EndReason.FREELY)),
        (replace(WIFE, ends_on=TODAY - DAY), TODAY, EndReason.FREELY, (TODAY, EndReason.TERM)),
        (
            replace(WIFE, ends_on=TODAY, ended_because=EndReason.EVICTED),
            TODAY + DAY,
            EndReason.FREELY,
            (TODAY, EndReason.EVICTED),
        ),
        (
            replace(WIFE, ends_on=TODAY + DAY, ended_because=EndReason.EVICTED),
            TODAY,
            EndReason.FREELY,
            (TODAY, EndReason.FREELY),
        ),
    ],
)
def test_a_stay_ends_by_what_came_first(
    resident: Resident, left_on: date, because: EndReason, end: tuple[date, EndReason]
) -> None:
    assert end_of_stay(resident, left_on=left_on, because=because) == end
