"""The file of a breach: how far it has come, and every reason why a step cannot be taken."""

from dataclasses import replace
from datetime import date

import pytest

from kandas_desktop.rules.breaches import (
    BreachFile,
    Decision,
    NobodySpeaks,
    Outcome,
    Stage,
    evicted_on,
    is_finished,
    obstacles_to_closing,
    obstacles_to_decision,
    obstacles_to_notice,
    obstacles_to_notice_paper,
    obstacles_to_proposal,
    obstacles_to_proposal_paper,
    obstacles_to_recording,
    obstacles_to_registering,
    possible_contacts,
    stage,
    why_nobody_speaks,
)
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.registers import LastEntry
from kandas_desktop.rules.stays import EndReason, Resident
from tests.rules.reading import kinds

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
TUESDAY = date(2026, 3, 17)
WEDNESDAY = date(2026, 3, 18)
TODAY = date(2026, 3, 19)
TOMORROW = date(2026, 3, 20)
MOVED_IN = date(2026, 1, 12)

RECORDED = BreachFile(happened_on=FRIDAY)
PROPOSED = replace(RECORDED, proposed_on=MONDAY)
REGISTERED = replace(PROPOSED, registered_on=TUESDAY)
KEPT = replace(REGISTERED, outcome=Outcome.KEEP, decided_on=WEDNESDAY)
EVICTED = replace(REGISTERED, outcome=Outcome.EVICT, decided_on=WEDNESDAY, left_on=(None, None))
TOLD = replace(EVICTED, notified_on=WEDNESDAY)
CLOSED = replace(PROPOSED, closed_on=TUESDAY)


def lives_here(stay_id: int = 1, name: str = "Мысалов Дәурен", **columns: object) -> Resident:
    values: dict[str, object] = {"is_adult": True, "moved_in_on": MOVED_IN, "ends_on": date(2026, 7, 12)}
    return Resident(stay_id, name, **values | columns)  # type: ignore[arg-type]


APPLICANT = lives_here(1, is_contact=True)
WIFE = lives_here(2, "Мысалова Сәуле")
SON = lives_here(3, "Мысалов Ерасыл", is_adult=False)
GONE = lives_here(4, "Мысалова Бибі", left_on=TUESDAY)
FAMILY = (APPLICANT, WIFE, SON, GONE)


def a_decision(*leaving: int, outcome: Outcome = Outcome.EVICT, **columns: object) -> Decision:
    values: dict[str, object] = {"number": "12", "decided_on": WEDNESDAY}
    return Decision(outcome, leaving=frozenset(leaving), **values | columns)  # type: ignore[arg-type]


def early(clause: Clause, moved_in_on: date, name: str) -> Obstacle:
    return Obstacle(
        ObstacleKind.DATE_TOO_EARLY, clause, last_on=moved_in_on, name=name, milestone=Milestone.MOVED_IN
    )


@pytest.mark.parametrize(
    ("file", "reached", "finished"),
    [
        (RECORDED, Stage.RECORDED, False),
        (PROPOSED, Stage.PROPOSED, False),
        (REGISTERED, Stage.REGISTERED, False),
        (KEPT, Stage.DECIDED_KEEP, False),
        (replace(KEPT, notified_on=WEDNESDAY), Stage.NOTIFIED, True),
        (EVICTED, Stage.DECIDED_EVICT, False),
        (TOLD, Stage.NOTIFIED, False),
        (replace(TOLD, left_on=(WEDNESDAY, None)), Stage.NOTIFIED, False),
        (replace(TOLD, left_on=(WEDNESDAY, TODAY)), Stage.OUT, True),
        (replace(EVICTED, left_on=(WEDNESDAY,)), Stage.OUT, True),
        (CLOSED, Stage.CLOSED, True),
    ],
)
def test_the_days_tell_how_far_a_file_has_come(file: BreachFile, reached: Stage, finished: bool) -> None:
    assert (stage(file), is_finished(file)) == (reached, finished)


def recording(*chosen: int, happened_on: date = FRIDAY, facts: str = "Төбелес") -> list[ObstacleKind]:
    return kinds(
        obstacles_to_recording(FAMILY, chosen=chosen, happened_on=happened_on, facts=facts, today=TODAY)
    )


def test_a_breach_of_residents_is_written_down() -> None:
    assert recording(1, 3) == []


def test_everything_a_breach_lacks_is_said_at_once() -> None:
    assert recording(happened_on=TOMORROW, facts=" ") == [
        ObstacleKind.NOBODY_CHOSEN,
        ObstacleKind.FACTS_MISSING,
        ObstacleKind.DATE_IN_FUTURE,
    ]
    assert recording(1, 77, 4) == [ObstacleKind.NOT_MOVED_IN, ObstacleKind.LEFT]


def test_nobody_broke_the_rules_before_moving_in() -> None:
    found = obstacles_to_recording(
        FAMILY, chosen=(1,), happened_on=date(2026, 1, 11), facts="Төбелес", today=TODAY
    )
    assert found == [early(Clause.R13, MOVED_IN, "Мысалов Дәурен")]


def test_a_file_is_closed_with_a_reason_until_there_is_a_decision() -> None:
    assert obstacles_to_closing(RECORDED, reason="Қате", today=TODAY) == []
    assert obstacles_to_closing(REGISTERED, reason="Қайтарып алынды", today=TODAY) == []
    assert kinds(obstacles_to_closing(RECORDED, reason=" ", today=TODAY)) == [ObstacleKind.REASON_MISSING]
    assert kinds(obstacles_to_closing(CLOSED, reason=" ", today=TODAY)) == [ObstacleKind.FILE_CLOSED]
    assert kinds(obstacles_to_closing(KEPT, reason="", today=TODAY)) == [
        ObstacleKind.STEP_DONE,
        ObstacleKind.REASON_MISSING,
    ]


@pytest.mark.parametrize(
    ("file", "day", "reasons"),
    [
        (RECORDED, FRIDAY, []),
        (RECORDED, TODAY, []),
        (RECORDED, date(2026, 3, 12), [ObstacleKind.DATE_TOO_EARLY]),
        (RECORDED, TOMORROW, [ObstacleKind.DATE_IN_FUTURE]),
        (PROPOSED, TODAY, [ObstacleKind.STEP_DONE]),
        (CLOSED, TODAY, [ObstacleKind.FILE_CLOSED]),
    ],
)
def test_a_proposal_follows_the_breach(file: BreachFile, day: date, reasons: list[ObstacleKind]) -> None:
    assert kinds(obstacles_to_proposal(file, (APPLICANT, GONE), proposed_on=day, today=TODAY)) == reasons


def test_which_day_a_proposal_may_not_precede_is_said() -> None:
    last = LastEntry("6/26", TUESDAY)
    found = obstacles_to_proposal(RECORDED, FAMILY, proposed_on=MONDAY, today=TODAY, last=last)
    assert [(each.kind, each.clause, each.last_on, each.number) for each in found] == [
        (ObstacleKind.DATE_TOO_EARLY, Clause.R13, TUESDAY, "6/26")
    ]
    assert obstacles_to_proposal(RECORDED, FAMILY, proposed_on=TUESDAY, today=TODAY, last=last) == []
    (found_first,) = obstacles_to_proposal(
        RECORDED, FAMILY, proposed_on=date(2026, 3, 12), today=TODAY, last=None
    )
    assert (found_first.last_on, found_first.milestone) == (FRIDAY, Milestone.BREACH_HAPPENED)


def test_nothing_is_proposed_once_everybody_concerned_has_left() -> None:
    found = obstacles_to_proposal(RECORDED, (GONE,), proposed_on=TODAY, today=TODAY)
    assert found == [Obstacle(ObstacleKind.LEFT, Clause.R13, name="Мысалова Бибі")]


@pytest.mark.parametrize(
    ("file", "day", "reasons"),
    [
        (PROPOSED, MONDAY, []),
        (PROPOSED, FRIDAY, [ObstacleKind.DATE_TOO_EARLY]),
        (PROPOSED, TOMORROW, [ObstacleKind.DATE_IN_FUTURE]),
        (RECORDED, TODAY, [ObstacleKind.PROPOSAL_MISSING]),
        (REGISTERED, TODAY, [ObstacleKind.STEP_DONE]),
        (CLOSED, TODAY, [ObstacleKind.FILE_CLOSED]),
    ],
)
def test_a_registration_follows_the_proposal(
    file: BreachFile, day: date, reasons: list[ObstacleKind]
) -> None:
    assert kinds(obstacles_to_registering(file, registered_on=day, today=TODAY)) == reasons


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (RECORDED, ObstacleKind.PROPOSAL_MISSING),
        (PROPOSED, ObstacleKind.NOT_REGISTERED),
        (KEPT, ObstacleKind.STEP_DONE),
        (CLOSED, ObstacleKind.FILE_CLOSED),
    ],
)
def test_a_decision_has_its_place_in_the_chain(file: BreachFile, reason: ObstacleKind) -> None:
    assert kinds(obstacles_to_decision(file, a_decision(), FAMILY, today=TODAY)) == [reason]


def deciding(decision: Decision) -> list[ObstacleKind]:
    return kinds(obstacles_to_decision(REGISTERED, decision, FAMILY, today=TODAY))


def test_a_decision_to_keep_needs_its_number_and_day_only() -> None:
    assert deciding(a_decision(outcome=Outcome.KEEP)) == []
    assert deciding(a_decision(outcome=Outcome.KEEP, number=" ", decided_on=MONDAY)) == [
        ObstacleKind.DECISION_NUMBER_MISSING,
        ObstacleKind.DATE_TOO_EARLY,
    ]


def test_a_decision_to_evict_names_residents() -> None:
    assert deciding(a_decision(1, 2, 3)) == []
    assert deciding(a_decision(2)) == []
    assert deciding(a_decision()) == [ObstacleKind.NOBODY_CHOSEN]
    assert deciding(a_decision(2, 4)) == [ObstacleKind.LEFT]
    assert deciding(a_decision(2, 77)) == [ObstacleKind.NOT_MOVED_IN]
    assert deciding(a_decision(2, decided_on=TOMORROW)) == [ObstacleKind.DATE_IN_FUTURE]


def test_nobody_is_put_out_twice_or_before_moving_in() -> None:
    evicted = replace(WIFE, ended_because=EndReason.EVICTED, ends_on=TUESDAY)
    newborn = replace(SON, moved_in_on=TODAY)
    found = obstacles_to_decision(REGISTERED, a_decision(2, 3), (APPLICANT, evicted, newborn), today=TODAY)
    assert found == [
        Obstacle(ObstacleKind.STEP_DONE, Clause.R14, name="Мысалова Сәуле"),
        early(Clause.R14, TODAY, "Мысалов Ерасыл"),
    ]


def test_where_the_contact_must_leave_another_adult_is_chosen() -> None:
    assert deciding(a_decision(1)) == [ObstacleKind.CONTACT_MISSING]
    assert deciding(a_decision(1, contact=3)) == [ObstacleKind.CONTACT_MISSING]
    assert deciding(a_decision(1, contact=2)) == []
    assert deciding(a_decision(1, 2)) == []
    assert possible_contacts(FAMILY, leaving={1}) == [WIFE]
    assert possible_contacts(FAMILY, leaving={2}) == []


def test_nobody_speaks_for_the_family_who_has_to_leave_as_well() -> None:
    evicted = replace(WIFE, ended_because=EndReason.EVICTED, ends_on=TUESDAY)
    assert possible_contacts((APPLICANT, evicted, SON), leaving={1}) == []


def test_who_has_to_leave_already_is_not_chosen_with_a_decision() -> None:
    uncle, evicted = lives_here(5, "Мысалов Арман"), replace(WIFE, put_out_on=WEDNESDAY)
    household = (APPLICANT, evicted, uncle)
    for contact, reasons in (
        (2, [ObstacleKind.CONTACT_PUT_OUT]),
        (1, [ObstacleKind.CONTACT_MISSING]),
        (5, []),
    ):
        decision = a_decision(1, contact=contact)
        assert kinds(obstacles_to_decision(REGISTERED, decision, household, today=TODAY)) == reasons


def test_why_nobody_speaks_for_those_who_stay_is_said() -> None:
    evicted = replace(WIFE, put_out_on=WEDNESDAY)
    assert why_nobody_speaks((APPLICANT, evicted, SON), leaving={1}) is NobodySpeaks.ALL_PUT_OUT
    assert why_nobody_speaks((APPLICANT, WIFE, SON), leaving={1, 2}) is NobodySpeaks.ONLY_MINORS
    assert why_nobody_speaks((APPLICANT, WIFE, SON), leaving={1}) is None
    assert why_nobody_speaks((APPLICANT, evicted, SON), leaving={2}) is None
    assert why_nobody_speaks((APPLICANT, GONE), leaving={1}) is None


@pytest.mark.parametrize(
    ("file", "day", "reasons"),
    [
        (KEPT, WEDNESDAY, []),
        (EVICTED, TODAY, []),
        (EVICTED, TUESDAY, [ObstacleKind.DATE_TOO_EARLY]),
        (EVICTED, TOMORROW, [ObstacleKind.DATE_IN_FUTURE]),
        (TOLD, TODAY, [ObstacleKind.STEP_DONE]),
        (REGISTERED, TODAY, [ObstacleKind.DECISION_MISSING]),
        (CLOSED, TODAY, [ObstacleKind.FILE_CLOSED, ObstacleKind.DECISION_MISSING]),
    ],
)
def test_the_family_is_told_after_the_decision(
    file: BreachFile, day: date, reasons: list[ObstacleKind]
) -> None:
    assert kinds(obstacles_to_notice(file, notified_on=day, today=TODAY)) == reasons


def test_no_paper_comes_before_the_step_it_rests_on() -> None:
    assert kinds(obstacles_to_proposal_paper(RECORDED)) == [ObstacleKind.PROPOSAL_MISSING]
    assert obstacles_to_proposal_paper(PROPOSED) == obstacles_to_proposal_paper(CLOSED) == []
    assert kinds(obstacles_to_notice_paper(REGISTERED)) == [ObstacleKind.DECISION_MISSING]
    assert obstacles_to_notice_paper(KEPT) == []


def test_a_decision_gives_nobody_more_days_than_the_term() -> None:
    assert evicted_on(WIFE, WEDNESDAY) == WEDNESDAY
    assert evicted_on(replace(WIFE, ends_on=MONDAY), WEDNESDAY) == MONDAY


def test_no_stay_ends_before_it_began() -> None:
    status_was_over = replace(WIFE, ends_on=date(2025, 12, 1))
    assert evicted_on(status_was_over, WEDNESDAY) == MOVED_IN


def test_a_clock_that_was_set_back_is_named() -> None:
    behind = [
        obstacles_to_closing(REGISTERED, reason="Қате", today=MONDAY),
        obstacles_to_recording(
            FAMILY, chosen=(1,), happened_on=FRIDAY, facts="Төбелес", today=MONDAY, last_on=TUESDAY
        ),
    ]
    for found in behind:
        assert found == [Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=MONDAY, last_on=TUESDAY)]
