"""What may be done with a bed: one next step by its state, and all else with the reason why not."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.board_household import HolderDetail
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.stays import Comer, MoveInCase, obstacles_to_lapse
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.words import _


class Step(StrEnum):
    """What is done with a bed or with whoever has it."""

    SETTLE = "settle"
    ISSUE = "issue"
    HAND_OVER = "hand over"
    MOVE_IN = "move in"
    LAPSE = "lapse"
    MOVE_IN_ON = "move in on another day"
    LEFT = "left"
    SIGN_RULES = "sign the rules"
    PRINT_RULES = "print the rules"
    PRINT_NOTICE = "print the notice"
    READY = "ready"
    IN_SERVICE = "in service"
    MOVE = "move"
    MOVE_ONE = "move one"
    OUT_OF_SERVICE = "out of service"
    SHOW_RESIDENT = "resident"
    SHOW_APPLICATION = "application"
    SHOW_REFERRAL = "referral"


class StepLook(NamedTuple):
    """How a step is called on a button, and in a menu where that differs; its icon and key."""

    words: Callable[[], str]
    icon: IconName
    keys: str = ""


STEP_LOOKS: dict[Step, StepLook] = {
    Step.SETTLE: StepLook(lambda: _("Settle somebody…"), "log-in"),
    Step.ISSUE: StepLook(lambda: _("Issue a referral…"), "file-text"),
    Step.HAND_OVER: StepLook(lambda: _("Hand over the referral…"), "file-text"),
    Step.MOVE_IN: StepLook(lambda: _("Move in…"), "log-in"),
    Step.MOVE_IN_ON: StepLook(lambda: _("Moved in on another day…"), "calendar"),
    Step.LAPSE: StepLook(lambda: _("Release…"), "x"),
    Step.LEFT: StepLook(lambda: _("Left…"), "log-out"),
    Step.SIGN_RULES: StepLook(lambda: _("Rules signed…"), "check"),
    Step.PRINT_RULES: StepLook(lambda: _("Print the house rules"), "printer"),
    Step.PRINT_NOTICE: StepLook(lambda: _("Print the notice"), "printer"),
    Step.READY: StepLook(lambda: _("Ready"), "check"),
    Step.IN_SERVICE: StepLook(lambda: _("Back in service"), "check"),
    Step.MOVE: StepLook(lambda: _("Another bed…"), "swap", "F6"),
    Step.MOVE_ONE: StepLook(lambda: _("Another bed for this person only…"), "swap"),
    Step.OUT_OF_SERVICE: StepLook(lambda: _("Out of service…"), "wrench"),
    Step.SHOW_RESIDENT: StepLook(lambda: _("Open the resident"), "users"),
    Step.SHOW_APPLICATION: StepLook(lambda: _("Open the application"), "book-open"),
    Step.SHOW_REFERRAL: StepLook(lambda: _("Open the referral"), "file-text"),
}


class Offer(NamedTuple):
    """A step that is offered; ``reason`` says why it cannot be taken now."""

    step: Step
    reason: str = ""


class Offers(NamedTuple):
    """The next step of a bed, the two beside it, and what stands in the menu only."""

    main: Offer | None
    beside: tuple[Offer, ...]
    more: tuple[Offer, ...]

    @property
    def all(self) -> tuple[Offer, ...]:
        """Every step, the next one first."""
        return ((self.main,) if self.main else ()) + self.beside + self.more


def offers(view: BoardView, tile: Tile, detail: HolderDetail | None, *, is_read_only: bool = False) -> Offers:
    """What may be done with a bed; nothing is changed as of another day."""
    found = _offers(view, tile, detail)
    if not is_read_only:
        return found
    showing = tuple(offer for offer in found.more if offer.step in _SHOWING)
    return Offers(None, showing[:2], showing[2:])


_SHOWING = (Step.SHOW_RESIDENT, Step.SHOW_APPLICATION, Step.SHOW_REFERRAL)


def _offers(view: BoardView, tile: Tile, detail: HolderDetail | None) -> Offers:
    if detail is None:
        return _of_empty_bed(view, tile)
    show = [Offer(Step.SHOW_APPLICATION), Offer(Step.SHOW_REFERRAL)]
    if detail.holder.stay_id is not None:
        show.insert(0, Offer(Step.SHOW_RESIDENT))
    move = [Offer(Step.MOVE)]
    one = [Offer(Step.MOVE_ONE)] if len(view.household(detail.holder.household_id)) > 1 else []
    service = [Offer(Step.IN_SERVICE)] if tile.bed.outage else []
    if detail.holder.stay_id is not None:
        leaving, papers = Offer(Step.LEFT), [Offer(Step.PRINT_RULES), Offer(Step.PRINT_NOTICE)]
        if tile.state is BedState.VACATING:
            return Offers(leaving, (*move,), (*one, *papers, *show))
        following = service or _of_stay(tile, detail)
        more = (*one, *(paper for paper in papers if paper not in following), *show)
        beside = (*move, *(each for each in (leaving,) if each not in following))
        return Offers(following[0] if following else None, beside, more)
    lapse = Offer(Step.LAPSE, _why_no_lapse(detail, view.on))
    if detail.received_on is None:
        return Offers(Offer(Step.HAND_OVER), (*move,), (*one, lapse, *service, *show))
    if tile.is_overdue:
        return Offers(lapse, (*move,), (Offer(Step.MOVE_IN_ON), *one, *service, *show))
    return Offers(Offer(Step.MOVE_IN), (*move, lapse), (*one, *service, *show))


def _of_stay(tile: Tile, detail: HolderDetail) -> list[Offer]:
    """What comes next with a family that lives here: its last day, signatures (r.10), the notice (r.15)."""
    if tile.is_leaving:
        return [Offer(Step.LEFT)]
    if detail.unsigned:
        return [Offer(Step.SIGN_RULES)]
    return [Offer(Step.PRINT_NOTICE)] if detail.is_notice_due else []


def _of_empty_bed(view: BoardView, tile: Tile) -> Offers:
    out = Offer(Step.OUT_OF_SERVICE)
    if tile.state is BedState.OUT_OF_SERVICE:
        return Offers(Offer(Step.IN_SERVICE), (), ())
    if tile.state is BedState.BEING_MADE_READY:
        return Offers(Offer(Step.READY), (out,), ())
    if view.waiting:
        return Offers(Offer(Step.SETTLE), (Offer(Step.ISSUE), out), ())
    return Offers(Offer(Step.ISSUE), (out,), ())


def _why_no_lapse(detail: HolderDetail, on: date) -> str:
    """Why the lapse cannot be confirmed (r.9): the action asks the same rule."""
    case = MoveInCase(
        is_struck_out=False,
        lapsed_on=None,
        received_on=detail.received_on,
        due=detail.holder.due,
        people=tuple(
            Comer(member.referral_person_id, "", has_bed=member.bed_id is not None)
            for member in detail.waiting
        ),
    )
    return " ".join(f"{obstacle_sentence(each, on)}." for each in obstacles_to_lapse(case, today=on))
