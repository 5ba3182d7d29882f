"""The board's side panel: the chosen bed or the move under way above, who waits to move in below."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.board_household import HolderDetail
from kandas_desktop.ui.board.bed_part import BedPart
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.move_part import MovePart
from kandas_desktop.ui.board.move_session import MoveSession
from kandas_desktop.ui.board.panel_sizes import panel_width
from kandas_desktop.ui.board.plain_scroll import PlainScroll
from kandas_desktop.ui.board.steps import Offers
from kandas_desktop.ui.board.waiting_list import WaitingList
from kandas_desktop.ui.kit.frame import Rule, Surface
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_LEAST_WAITING = 128
_COMPACT_LEAST_WAITING = 92


class _Upper(QStackedWidget):
    """As high as what it shows wants, as long as the list below keeps its least room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class BoardPanel(Surface):
    """Shows what it is told; ``bed``, ``move`` and ``waiting`` tell what was asked for."""

    waiting_menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", lines="left", parent=parent)
        self.bed = BedPart()
        self.move_part = MovePart()
        self.waiting = WaitingList()
        self._move_area = PlainScroll(self.move_part)
        self._upper = _Upper()
        self._upper.addWidget(self.bed)
        self._upper.addWidget(self._move_area)
        self._wanted = 0
        self._rule = Rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._upper)
        column.addWidget(self._rule)
        column.addWidget(self._make_lower(), 1)
        self.show_nothing()
        self._fit()
        theme().changed.connect(self._fit)

    @property
    def is_moving(self) -> bool:
        """Whether a move stands in the upper part."""
        return self._upper.isVisibleTo(self) and self._upper.currentWidget() is self._move_area

    def show_bed(
        self, view: BoardView, tile: Tile, detail: HolderDetail | None, found: Offers, names: Names
    ) -> None:
        """Show a bed in the upper part."""
        self.bed.show_bed(view, tile, detail, found, names)
        self._show_upper(self.bed, self.bed.wanted_height)

    def show_move(self, session: MoveSession, names: Names) -> None:
        """Show the move under way."""
        self._upper.setCurrentWidget(self._move_area)
        self._upper.show()
        self.move_part.show_session(session, names)
        self._show_upper(self._move_area, self.move_part.wanted_height)

    def show_nothing(self) -> None:
        """No bed is chosen: the list of those who wait takes the whole panel."""
        self._upper.hide()
        self._rule.hide()

    def show_waiting(self, view: BoardView, *, is_read_only: bool) -> None:
        """Show who waits to move in."""
        self.waiting.show_view(view)
        self._none.setVisible(not view.waiting)
        self._none.setText(
            _("Who waits to move in is shown as of today only.")
            if is_read_only
            else _("Nobody waits to move in.")
        )
        self.ask_who(False)

    def ask_who(self, is_asked: bool) -> None:
        """Say how somebody who waits is chosen for the free bed, or that they can be dragged."""
        self._hint.setText(_("choose, then Enter") if is_asked else _("drag to a bed"))
        self._hint.set_ink("accent" if is_asked else "text2")
        self._hint.setVisible(bool(self.waiting.referrals) and (is_asked or self.waiting.drag.is_allowed))

    def set_names(self, names: Names) -> None:
        """Hide or show names (F9)."""
        self.waiting.set_names(names)

    def _show_upper(self, part: QWidget, height: int) -> None:
        self._upper.setCurrentWidget(part)
        self._upper.show()
        self._rule.show()
        self._wanted = height
        self._fit_upper()

    def _fit_upper(self) -> None:
        if self._upper.isVisibleTo(self):
            least = _COMPACT_LEAST_WAITING if theme().is_compact else _LEAST_WAITING
            self._upper.setFixedHeight(max(160, min(self._wanted, self.height() - least)))
            part = self.bed if self._upper.currentWidget() is self.bed else self._move_area
            part.fit_bar()

    def _make_lower(self) -> QWidget:
        lower = Surface("sunken", lines="left")
        column = QVBoxLayout(lower)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(Label(_("Waiting to move in"), bold=True))
        row.addStretch(1)
        self._hint = Label(_("drag to a bed"), role="second", ink="text2")
        row.addWidget(self._hint)
        column.addLayout(row)
        self._none = Label("", role="second", ink="text2", wrap=True)
        column.addWidget(self._none)
        box = QWidget()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.waiting)
        inner.addStretch(1)
        area = PlainScroll(box)
        column.addWidget(area, 1)
        self._lower = column
        self.waiting.menu_asked.connect(self.waiting_menu_asked)
        return lower

    def _fit(self) -> None:
        compact = theme().is_compact
        self.setFixedWidth(panel_width())
        self._upper.setFixedWidth(self.width() - 1)
        inset = 14 if compact else 16
        self._lower.setContentsMargins(inset, 10 if compact else 14, inset, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_upper()
