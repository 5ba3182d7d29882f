"""The side panel of the reserve's page: one household that waits, or one that left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.reserve import ReserveRow, ReserveView, Turn, turn_of
from kandas_desktop.queries.reserve_history import LeftRow
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.line_panel import LinePanel
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.reserve.history_lines import left_chip
from kandas_desktop.ui.reserve.panel_foot import PanelFoot
from kandas_desktop.ui.reserve.panel_parts import LeftMiddle, WaitingMiddle
from kandas_desktop.ui.wording import coming_words, digits
from kandas_desktop.words import _

_INDENT = 14  # of those who stand beneath whoever applied for them


class ReservePanel(LinePanel):
    """``application_asked(id)`` opens an application, ``passing_over_asked(id)`` asks for the decision."""

    application_asked = Signal(int)
    passing_over_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ReserveRow | LeftRow | None = None
        self._view: ReserveView | None = None
        self._number = Label(ink="text2")
        self._chip = Chip("")
        self.set_top(self._number, self._chip)
        self.acts = PanelFoot()
        self.acts.application_asked.connect(lambda: self.application_asked.emit(self.application_id))
        self.acts.passing_over_asked.connect(lambda: self.passing_over_asked.emit(self.application_id))
        self.foot.addWidget(self.acts)
        self.middle.addStretch(1)
        self.set_compact(theme().is_compact)

    @property
    def application_id(self) -> int:
        """Whose application is shown; 0 before the first."""
        return self._shown.application_id if self._shown else 0

    def show_waiting(self, row: ReserveRow, view: ReserveView) -> None:
        """Show one who waits."""
        self._begin(row)
        self._view = view
        self._rebuild()

    def show_left(self, row: LeftRow) -> None:
        """Show one who left the reserve."""
        self._begin(row)
        self._rebuild()

    def _begin(self, row: ReserveRow | LeftRow) -> None:
        if row.application_id != self.application_id:
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = row

    def _rebuild(self) -> None:
        row = self._shown
        if row is None:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._scroll.isAncestorOf(focused)
        place = self._scroll.verticalScrollBar().value()
        naming = Naming(row.number, self._names_hidden)
        self._number.setText(row.number)
        middle = self._waiting(row, naming) if isinstance(row, ReserveRow) else self._left(row)
        self._show_anew(_name(row, naming), middle)
        self._fit_foot()
        self._scroll.verticalScrollBar().setValue(place)
        self.lead_the_tab_key()
        if had_focus:
            self.acts.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_foot(self) -> None:
        """Take the room of what the foot shows now at once, so that nothing moves afterwards."""
        for layout in (self.acts.layout(), self.foot, self.layout()):
            if layout is not None:
                layout.activate()

    def _waiting(self, row: ReserveRow, naming: Naming) -> QWidget:
        assert self._view is not None
        words = _("In reserve · place {place}").format(place=row.place)
        self._chip.show_state(words, family="held", icon="hourglass")
        self.acts.show_waiting(row)
        # Of whoever may be served now the view has asked already.
        told = Turn(row.obstacles, row.conditions)
        turn = told if row.is_next else turn_of(row.application_id, self._view.on)
        return WaitingMiddle(
            row, self._view, obstacles=turn.obstacles, conditions=turn.conditions, naming=naming
        )

    def _left(self, row: LeftRow) -> QWidget:
        words, family, icon = left_chip(row)
        self._chip.show_state(words, family=family, icon=icon)
        self.acts.show_left()
        return LeftMiddle(row)


def _name(row: ReserveRow | LeftRow, naming: Naming) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(naming.full(row.applicant), role="panel_title", wrap=True))
    registered = _("registered on {day}").format(day=digits(row.registered_on))
    people = coming_words(row.people, is_joining=bool(row.joining))
    column.addWidget(Label(f"{people} · {registered}", role="second", ink="text2", wrap=True))
    for joiner in row.joining:
        # As in the journal, those for whom another applied stand beneath (r.2).
        name = naming.full(joiner.name, joiner.kinship)
        words = name if naming.hidden else f"{name} · {kinship_words(joiner.kinship)}"
        line = QHBoxLayout()
        line.addSpacing(_INDENT)
        line.addWidget(Label(words, role="second", wrap=True), 1)
        column.addLayout(line)
    return box
