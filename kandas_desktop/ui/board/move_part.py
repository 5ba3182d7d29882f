"""The side panel while somebody is moved: a bed is sought, then before → after waits for a yes."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.move_session import MoveSession
from kandas_desktop.ui.board.moving import MovePlan, Scope
from kandas_desktop.ui.board.panel_sizes import panel_width
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import Banner, Card
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import Segmented
from kandas_desktop.ui.wording import obstacle_detail, obstacle_title
from kandas_desktop.words import _


class MovePart(QWidget):
    """``confirmed`` and ``cancelled``; ``scope_chosen(scope)`` for the whole family or one person only."""

    confirmed = Signal()
    cancelled = Signal()
    scope_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.confirm: Button | None = None
        self.scope: Segmented | None = None
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_session(self, session: MoveSession, names: Names) -> None:
        """Show whom it moves and, once a bed was chosen, what changes."""
        assert session.party is not None
        self.confirm = self.scope = None
        content = QWidget()
        inset = 14 if theme().is_compact else 16
        column = QVBoxLayout(content)
        column.setContentsMargins(inset, 14, inset, 14)
        column.setSpacing(8)
        first = session.party.first
        column.addWidget(Label(_("Another bed"), role="panel_title"))
        column.addWidget(Label(names.full(first), bold=True, wrap=True))
        if session.plan is None:
            self._add_seeking(column, session)
        else:
            self._add_plan(column, session, session.plan, names)
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.addWidget(content)
        content.show()  # at once: the layout would show it after the next paint
        if self.confirm is not None:
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wanted_height(self) -> int:
        """How high the part is with everything in it seen."""
        if self._content is None:
            return 0
        return max(self._content.sizeHint().height(), self._content.heightForWidth(panel_width() - 1))

    def _add_seeking(self, column: QVBoxLayout, session: MoveSession) -> None:
        words = _("Choose a bed with the arrow keys and Enter, or by a click.")
        column.addWidget(Label(words, role="second", ink="text2", wrap=True))
        plans = session.plans(session.target) if session.target is not None else []
        if plans and plans[0].obstacles:
            column.addWidget(Banner(why_not(plans[0]), family="overdue", icon="ban"))
        elif plans:
            swap = _("swap") if plans[0].is_swap else ""
            after = " · ".join(part for part in (plans[0].steps[0].after, swap) if part)
            column.addWidget(Banner(f"→ {after}", family="free", icon="check"))
        cancel = Button(_("Cancel"), keys="Esc")
        cancel.clicked.connect(self.cancelled)
        column.addWidget(cancel)

    def _add_plan(self, column: QVBoxLayout, session: MoveSession, plan: MovePlan, names: Names) -> None:
        other = session.other_scope()
        if other is not None and not other.obstacles:
            self.scope = Segmented(
                [(Scope.FAMILY.value, _("Whole family")), (Scope.PERSON.value, _("Only this person"))],
                name=_("Who of the family"),
                value=plan.scope.value,
                field=True,
            )
            self.scope.chosen.connect(lambda value: self.scope_chosen.emit(Scope(value)))
            column.addWidget(self.scope)
        elif other is not None:
            who = _("Whole family") if other.scope is Scope.FAMILY else _("Only this person")
            words = f"{who}: {why_not(other)}"
            column.addWidget(Label(words, role="second", ink="text2", wrap=True))
        if plan.is_swap:
            column.addWidget(Banner(_("They swap their beds"), family="accent", icon="swap"))
        column.addWidget(_steps(plan, names))
        self.confirm = Button(_("Swap") if plan.is_swap else _("Move"), icon="swap", keys="Enter", role="big")
        self.confirm.set_height(40)
        self.confirm.clicked.connect(self.confirmed)
        column.addWidget(self.confirm)
        cancel = Button(_("Cancel"), keys="Esc")
        cancel.clicked.connect(self.cancelled)
        column.addWidget(cancel)


def why_not(plan: MovePlan) -> str:
    """Why a plan cannot be done, in a few words; of a swap a sentence with both beds, or both rooms."""
    if not plan.is_swap:
        return "; ".join(dict.fromkeys(_brief(obstacle) for obstacle in plan.obstacles))
    first = plan.steps[0]
    are_two = len(plan.steps) == 2
    one, other = (label if are_two else _room_of(label) for label in (first.before, first.after))
    whys: dict[str, list[str]] = {}
    for obstacle in plan.obstacles:
        where = obstacle.name if are_two or obstacle.needed else _room_of(obstacle.name)
        whys.setdefault(_brief(obstacle), []).append(where)
    why = "; ".join(_reason(brief, dict.fromkeys(filter(None, places))) for brief, places in whys.items())
    if are_two or one == other:
        words = _("Beds {one} and {other} cannot be swapped: {why}")
        return words.format(one=first.before, other=first.after, why=why)
    return _("Rooms {one} and {other} cannot swap those who live there: {why}").format(
        one=one, other=other, why=why
    )


def _room_of(bed_label: str) -> str:
    """The room in a bed's label, «101-3»."""
    return bed_label.rpartition("-")[0]


def _reason(brief: str, places: Iterable[str]) -> str:
    """A reason within a sentence, after the beds or rooms that it concerns."""
    where = ", ".join(places)
    said = brief[:1].lower() + brief[1:]
    return f"{where} — {said}" if where else said


def _brief(obstacle: Obstacle) -> str:
    """The title, and the numbers where beds are too few; never a name."""
    if obstacle.needed:
        detail = obstacle_detail(obstacle, date.min)
        return f"{obstacle_title(obstacle)}: {detail}"
    return obstacle_title(obstacle)


def _steps(plan: MovePlan, names: Names) -> QWidget:
    card = Card(padding=12)
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for row, step in enumerate(plan.steps):
        grid.addWidget(Label(names.holder(step.mover), wrap=True), row, 0)
        grid.addWidget(Label(step.before or "—", role="second", ink="text2"), row, 1)
        grid.addWidget(Label("→", role="second", ink="text2"), row, 2)
        grid.addWidget(Label(step.after, bold=True), row, 3)
    card.column.addLayout(grid)
    return card
