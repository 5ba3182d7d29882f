"""A move under way: by mouse or by keyboard, towards a bed, until it is confirmed or taken back."""

from PySide6.QtCore import QObject, Signal

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.ui.board.moving import MovePlan, Party, Scope, plan_move


class MoveSession(QObject):
    """``changed`` after every step; whoever shows the board asks what fades, what is meant, and why not."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.party: Party | None = None
        self.target: int | None = None
        self.plan: MovePlan | None = None
        """What is to be confirmed; ``None`` while a bed is still sought."""
        self._view: BoardView | None = None
        self._scopes: tuple[Scope, ...] = ()
        self._plans: dict[tuple[int, Scope], MovePlan | None] = {}

    @property
    def is_on(self) -> bool:
        """Whether anybody is being moved."""
        return self.party is not None

    @property
    def is_seeking(self) -> bool:
        """Whether a bed is still to be chosen."""
        return self.party is not None and self.plan is None

    @property
    def moving_beds(self) -> frozenset[int]:
        """The beds that would be left."""
        if self.plan is not None:
            return frozenset(step.before_id for step in self.plan.steps if step.before_id is not None)
        if self.party is None or self._view is None:
            return frozenset()
        bed = self._view.beds_of.get(self.party.first.referral_person_id)
        return frozenset({bed.id} if bed else ())

    def begin(self, view: BoardView, party: Party, *, scope: Scope | None = None) -> None:
        """Take hold of somebody; ``scope`` where it was said who of the family is meant."""
        if not party.movers:
            return
        self._view, self.party, self.target, self.plan = view, party, None, None
        both = (Scope.FAMILY, Scope.PERSON) if len(party.movers) > 1 else (Scope.PERSON,)
        self._scopes = (scope,) if scope else both
        self._plans = {}
        self.changed.emit()

    def cancel(self) -> bool:
        """Let everybody stay where they are; whether anybody was being moved."""
        was_on = self.is_on
        self.end()
        if was_on:
            self.changed.emit()
        return was_on

    def end(self) -> None:
        """Move nobody any more, without telling: whoever asks shows everything anew."""
        self.party = self.target = self.plan = None
        self._plans = {}

    def point_at(self, bed_id: int | None) -> None:
        """Mean a bed; nothing is done yet."""
        if bed_id != self.target:
            self.target = bed_id
            self.changed.emit()

    def answer(self, bed_id: int, scope: Scope) -> MovePlan | None:
        """What a drop on a bed would do; ``None`` where everybody would stay where they are."""
        key = (bed_id, scope)
        if key not in self._plans:
            assert self._view is not None
            assert self.party is not None
            self._plans[key] = plan_move(self._view, self.party, bed_id, scope)
        return self._plans[key]

    def plans(self, bed_id: int) -> list[MovePlan]:
        """Every way in which somebody would move to a bed, those that may be first."""
        found = [plan for scope in self._scopes if (plan := self.answer(bed_id, scope)) is not None]
        return sorted(found, key=lambda plan: bool(plan.obstacles))

    def is_refused(self, tile: Tile) -> bool:
        """Whether nobody of the party can come to a bed; their own beds are no targets, but not refused."""
        plans = self.plans(tile.bed.id)
        return bool(plans) and bool(plans[0].obstacles)

    def choose(self, bed_id: int) -> bool:
        """Drop onto a bed; whether there is something to confirm now."""
        plans = self.plans(bed_id)
        self.target = bed_id
        self.plan = plans[0] if plans and not plans[0].obstacles else None
        self.changed.emit()
        return self.plan is not None

    def other_scope(self) -> MovePlan | None:
        """What the confirmation offers beside its plan; with obstacles where it may not be."""
        if self.plan is None or len(self._scopes) < 2:
            return None
        scope = Scope.PERSON if self.plan.scope is Scope.FAMILY else Scope.FAMILY
        return self.answer(self.plan.bed_id, scope)

    def set_scope(self, scope: Scope) -> None:
        """Move the whole family, or the one person only."""
        plan = self.answer(self.plan.bed_id, scope) if self.plan else None
        if plan is not None and not plan.obstacles:
            self.plan = plan
            self.changed.emit()
