"""What the board does: each step of a bed through its action, said in the foot strip with the way back."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.board_household import HolderDetail
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.moving import MovePlan
from kandas_desktop.ui.board.outage_question import OutageQuestion
from kandas_desktop.ui.board.steps import Step
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class BoardActs(QObject):
    """Takes the steps on a bed as it was shown; ``leads_to(place, id)`` for those of other pages."""

    leads_to = Signal(str, int)

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window

    def take(
        self,
        step: Step,
        view: BoardView,
        tile: Tile,
        detail: HolderDetail | None,
        *,
        people: Collection[int],
        names: Names,
    ) -> None:
        """Do a step; ``people`` are those ticked of a family that moves in."""
        bed_id = tile.bed.id
        match step:
            case Step.READY:
                self.make_ready(bed_id)
            case Step.IN_SERVICE:
                self.put_in_service(tile)
            case Step.OUT_OF_SERVICE:
                self.take_out_of_service(tile)
            case Step.ISSUE:
                self.leads_to.emit(Place.RESERVE if view.reserve else Place.INTAKE, 0)
            case _ if detail is not None:
                self._with_holder(step, detail, people, names)

    def make_ready(self, bed_id: int) -> None:
        """The bed that was left is ready for the next (r.17)."""
        from kandas_desktop.ui.stay_acts import make_ready

        make_ready(self._workplace, [bed_id])

    def put_in_service(self, tile: Tile) -> None:
        """The bed can be slept in again."""
        from kandas_desktop.actions.rooms import put_in_service

        desk = self._workplace.desk
        attempt_act(
            self._workplace,
            lambda: put_in_service(desk, tile.bed.id),
            done=_("Bed {label} is back in service.").format(label=tile.bed.label),
        )

    def take_out_of_service(self, tile: Tile) -> None:
        """Ask why, and take the bed out of service."""
        from kandas_desktop.actions.rooms import take_out_of_service

        desk = self._workplace.desk
        entry = OutageQuestion.ask(self._window, tile.bed.label, today=desk.today)
        if entry is None:
            return
        attempt_act(
            self._workplace,
            lambda: take_out_of_service(
                desk,
                tile.bed.id,
                reason=entry.reason,
                began_on=desk.today,
                expected_until=entry.expected_until,
            ),
            done=_("Bed {label} is out of service: {reason}.").format(
                label=tile.bed.label, reason=entry.reason
            ),
        )

    def expect_move(self) -> None:
        """Load what a move needs while its bed is still sought, so that the first yes is answered as fast."""
        import kandas_desktop.actions.placing  # noqa: F401

    def move(self, plan: MovePlan, names: Names) -> bool:
        """Move everybody of a plan; whether it was done."""
        from kandas_desktop.actions.placing import move_to_beds

        desk = self._workplace.desk
        done = Wording.of(lambda hidden: moved_words(plan, replace(names, hidden=hidden)))
        act = attempt_act(self._workplace, lambda: move_to_beds(desk, plan.beds), done=done)
        return act is not None

    def note(self, text: str) -> None:
        """Say in the foot strip why something cannot be done."""
        self._workplace.notices.note(text)

    def _with_holder(self, step: Step, detail: HolderDetail, people: Collection[int], names: Names) -> None:
        from kandas_desktop.ui import stay_acts

        holder, hidden = detail.holder, names.hidden
        workplace, window = self._workplace, self._window
        match step:
            case Step.MOVE_IN:
                stay_acts.move_in_family(
                    workplace, window, holder.referral_id, names_hidden=hidden, people=people
                )
            case Step.MOVE_IN_ON:
                stay_acts.move_in_family(workplace, window, holder.referral_id, names_hidden=hidden)
            case Step.LAPSE:
                stay_acts.confirm_lapse(workplace, window, holder.referral_id, names_hidden=hidden)
            case Step.LEFT if holder.stay_id is not None:
                stay_acts.record_leaving(workplace, window, [holder.stay_id], names_hidden=hidden)
            case Step.SIGN_RULES:
                stay_acts.sign_rules(workplace, window, detail.unsigned, names_hidden=hidden)
            case Step.PRINT_RULES:
                self.leads_to.emit(Place.HOUSE_RULES_PAPER, holder.referral_id)
            case Step.PRINT_NOTICE:
                self.leads_to.emit(Place.TERM_NOTICE_PAPER, holder.household_id)
            case Step.HAND_OVER | Step.SHOW_REFERRAL:
                self.leads_to.emit(Place.REFERRAL_PAPER, holder.referral_id)
            case Step.SHOW_APPLICATION:
                self.leads_to.emit(Place.APPLICATION, detail.application_id)
            case Step.SHOW_RESIDENT if holder.stay_id is not None:
                self.leads_to.emit(Place.RESIDENT, holder.stay_id)


def moved_words(plan: MovePlan, names: Names) -> str:
    """What a move did: «Нобаев Қайрат 101-3 төсектен 101-2 төсекке ауыстырылды.»"""
    if len(plan.steps) == 1:
        (step,) = plan.steps
        name = names.holder(step.mover)
        if not step.before:
            return _("{name} got bed {after}.").format(name=name, after=step.after)
        return _("{name} moved from bed {before} to bed {after}.").format(
            name=name, before=step.before, after=step.after
        )
    ways = ", ".join(f"{names.holder(step.mover)} → {step.after}" for step in plan.steps[:6])
    more = "…" if len(plan.steps) > 6 else ""
    return f"{ways}{more}."
