"""Which of the lawful steps comes next for an application: the one whose button is filled."""

from datetime import date
from enum import StrEnum

from kandas_desktop.queries.application import ApplicationDetail, ReferralRow
from kandas_desktop.rules.beds import may_share_bed
from kandas_desktop.rules.obstacles import NOTHING_TO_PROPOSE, Obstacle, ObstacleKind
from kandas_desktop.rules.standing import Standing


class Step(StrEnum):
    """The step that the panel offers first."""

    RECORD_DOCUMENT = "record a document"
    ENTER_RESERVE = "enter the reserve"
    WAIT = "wait"
    ISSUE = "issue the referral"
    PRINT = "print the referral"
    HAND_OVER = "hand the referral over"
    MOVE_IN = "move the family in"
    SHOW_RESIDENT = "show who lives here"
    NOTHING = "nothing for now"
    APPLY_ANEW = "apply anew"


def next_step(detail: ApplicationDetail) -> Step:
    """The next step by what the rules said of the application (r.3, r.6–r.9)."""
    if detail.standing in (Standing.STRUCK_OUT, Standing.RETURNED, Standing.LAPSED):
        return Step.APPLY_ANEW
    if detail.referral is not None:
        if not detail.referral.times_printed and detail.referral.received_on is None:
            return Step.PRINT
        return _step_after_printing(detail.referral, detail.on)
    if not detail.obstacles:
        return Step.ISSUE
    if not detail.obstacles_to_reserve:
        return Step.ENTER_RESERVE
    return Step.RECORD_DOCUMENT if any(obstacle.person for obstacle in detail.obstacles) else Step.WAIT


def may_choose_beds(detail: ApplicationDetail) -> bool:
    """Whether nothing but beds stands between an application and its referral, and there is a choice.

    Where beds are missing, an infant who shares one may still let the family in; where no room can be
    proposed, one may be chosen.
    """
    if detail.standing not in (Standing.DUE, Standing.RESERVE):
        return False
    kinds = {obstacle.kind for obstacle in detail.obstacles}
    if kinds and kinds <= NOTHING_TO_PROPOSE:
        return True
    if not kinds <= {ObstacleKind.BEDS_MISSING}:
        return False
    people = (person.household for person in detail.people)
    has_infant = any(
        person.born and may_share_bed(person.born, on=detail.next_referral_on) for person in people
    )
    return has_infant if kinds else True


def _step_after_printing(referral: ReferralRow, on: date) -> Step:
    """It is handed over, the family moves in by its term, and then stands among the residents (r.9)."""
    if referral.move_in is None:
        return Step.HAND_OVER if referral.issued_on <= on else Step.NOTHING
    if referral.moved_in < referral.people and referral.lapsed_on is None and on <= referral.move_in.due:
        return Step.MOVE_IN
    return Step.SHOW_RESIDENT if referral.stay_id is not None else Step.NOTHING


def obstacles_in_order(detail: ApplicationDetail) -> list[Obstacle]:
    """The obstacles with that first which the next step deals with; else as the rules gave them."""
    if next_step(detail) is Step.ENTER_RESERVE:
        return sorted(detail.obstacles, key=lambda obstacle: obstacle.person is not None)
    return list(detail.obstacles)
