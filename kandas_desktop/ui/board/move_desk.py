"""Moves on the board from their beginning to the yes: by F6, by a drag, for who waits, for who has no bed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.board import BoardView
from kandas_desktop.rules.rooms import BedHolder
from kandas_desktop.ui.board.acts import BoardActs
from kandas_desktop.ui.board.drag_desk import DragDesk
from kandas_desktop.ui.board.frame import BoardFrame
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.move_part import why_not
from kandas_desktop.ui.board.move_session import MoveSession
from kandas_desktop.ui.board.moving import MovePlan, Scope, party_of_holder, party_of_referral


class MoveDesk(QObject):
    """Begins, confirms and takes back the one move that can be under way."""

    def __init__(
        self,
        acts: BoardActs,
        frame: BoardFrame,
        page: QWidget,
        *,
        reading: Callable[[], BoardView],
        names: Callable[[], Names],
    ) -> None:
        super().__init__(page)
        self._acts = acts
        self._frame = frame
        self._reading = reading
        self._names = names
        self._settling: int | None = None
        """The free bed for which somebody who waits is being chosen."""
        self.arriving_at: int | None = None
        """The bed to which somebody is moved at this moment: it is the chosen one once the house is read."""
        self.session = MoveSession(self)
        self.drags = DragDesk(page, self.session, lambda: frame.view, names, acts.note)

    def keep_settling(self, chosen: int | None) -> None:
        """Somebody is chosen for a free bed only as long as that bed is."""
        if self._settling is not None and self._settling != chosen:
            self._settle(None)

    def _settle(self, bed_id: int | None) -> None:
        self._settling = bed_id
        self._frame.panel.ask_who(bed_id is not None)

    def begin_holder(self, holder: BedHolder, scope: Scope | None = None) -> None:
        """Seek another bed for somebody; ``scope`` where it was said who of the family is meant."""
        self._acts.expect_move()
        view = self._reading()
        self.session.begin(view, party_of_holder(view, holder), scope=scope)
        self._to_beds()

    def begin_drag(self, bed_id: int) -> None:
        """A drag begins on a bed."""
        holder = self._reading().tiles[bed_id].holder
        if holder is not None:
            self.begin_holder(holder)

    def begin_waiting(self, referral_id: int) -> None:
        """Seek beds for those of a referral."""
        self._acts.expect_move()
        view = self._reading()
        referral = next(each for each in view.waiting if each.id == referral_id)
        self.session.begin(view, party_of_referral(view, referral))
        self._to_beds()

    def begin_bedless(self) -> None:
        """Seek a bed for the first resident who has none."""
        if self._frame.bedless.first is not None:
            self.begin_holder(self._frame.bedless.first, Scope.PERSON)

    def begin_resident(self, stay_id: int) -> None:
        """Seek another bed for a resident, or the first one; nothing begins for whoever left."""
        view = self._reading()
        for bed_id, tile in view.tiles.items():
            if tile.holder is not None and tile.holder.stay_id == stay_id:
                self._frame.view.choose(bed_id)
                self.begin_holder(tile.holder)
                return
        bedless = next((each for each in view.house.without_bed if each.stay_id == stay_id), None)
        if bedless is not None:
            self.begin_holder(bedless, Scope.PERSON)

    def settle(self, bed_id: int) -> None:
        """Let one of those who wait be chosen for a free bed; the only one is chosen already."""
        self._settle(bed_id)
        waiting = self._frame.panel.waiting
        if len(waiting.referrals) == 1:
            self.take_waiting(waiting.referrals[0].id)
        else:
            waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_waiting(self, referral_id: int) -> None:
        """Enter on somebody who waits: into the free bed, to their own beds, or to any bed."""
        referral = next(each for each in self._reading().waiting if each.id == referral_id)
        held = next((person.bed_id for person in referral.people if person.bed_id is not None), None)
        if self._settling is not None:
            bed_id = self._settling
            self._settle(None)
            self.begin_waiting(referral_id)
            if not self._choose(bed_id):
                self.session.cancel()
        elif held is not None:
            self._frame.view.choose(held)
            self._to_beds()
        else:
            self.begin_waiting(referral_id)

    def point_at(self, bed_id: int) -> bool:
        """Mean a bed while one is sought; ``False`` where none is."""
        if not self.session.is_seeking or self.drags.is_on:
            return False
        self.session.point_at(bed_id)
        return True

    def act(self) -> bool:
        """Enter: do the move, or take the bed that is meant; ``False`` where nobody is moved."""
        was_on = self.session.is_on
        if self.session.plan is not None:
            self.confirm()
        elif self.session.is_seeking and self.session.target is not None:
            self._choose(self.session.target)
        return was_on

    def confirm(self) -> None:
        """Do the move that was chosen."""
        plan = self.session.plan
        if plan is not None:
            # First: a button that goes while it has the keyboard lets the window look for the next one.
            self._to_beds()
            if self._is_done(plan):
                self._frame.view.choose(plan.bed_id)
            else:
                self.session.cancel()

    def cancel(self) -> bool:
        """Take back the drag, the move, the choice; whether there was any."""
        was_on = self.drags.cancel() or self.session.cancel() or self._settling is not None
        self._settle(None)
        if was_on:
            self._to_beds()
        return was_on

    def _is_done(self, plan: MovePlan) -> bool:
        self.arriving_at = plan.bed_id  # or the panel would be made for the bed that is left, and again
        try:
            return self._acts.move(plan, self._names())
        finally:
            self.arriving_at = None

    def _choose(self, bed_id: int) -> bool:
        """Take a bed as the target, or say why it cannot be."""
        is_chosen = self.session.choose(bed_id)
        plans = [] if is_chosen else self.session.plans(bed_id)
        if plans:
            self._acts.note(f"{why_not(plans[0])}.")
        return is_chosen

    def _to_beds(self) -> None:
        if not self.drags.is_on:
            self._frame.view.setFocus(Qt.FocusReason.OtherFocusReason)
