"""How the board's page is laid out: head, counters, strips, views, legend, and the side panel."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kandas_desktop.ui.board.bed_view import BedView
from kandas_desktop.ui.board.counters import CounterStrip
from kandas_desktop.ui.board.head import BoardHead
from kandas_desktop.ui.board.legend import Legend
from kandas_desktop.ui.board.list_view import BedList
from kandas_desktop.ui.board.panel import BoardPanel
from kandas_desktop.ui.board.strips import BedlessStrip, Strip
from kandas_desktop.ui.board.tape.legend import TapeLegend
from kandas_desktop.ui.board.tape.view import TapeView
from kandas_desktop.ui.board.tiles_view import TilesView
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.words import _


class BoardFrame(QWidget):
    """The parts by name; it knows where they stand, and nothing of what they do."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.head = BoardHead(today)
        self.counters = CounterStrip()
        self.past = Strip("held", "held", "history", _("Back to today"))
        self.bedless = BedlessStrip()
        self.tiles = TilesView()
        self.list = BedList()
        self.tape = TapeView()
        self.legend = Legend()
        self.tape_legend = TapeLegend()
        self.tape_legend.hide()
        self.panel = BoardPanel()
        self.empty = EmptyState("bed", _("No rooms are entered yet."), _("Enter the rooms"))
        self.views: dict[str, BedView] = {
            "tiles": self.tiles,
            "list": self.list,
            "tape": self.tape,
        }
        self._stack = QStackedWidget()
        for view, words in zip(self.views.values(), (_("Board"), _("List"), _("Calendar")), strict=True):
            view.setAccessibleName(f"{_('Beds')}: {words}")
            self._stack.addWidget(view)
        self._full = self._make_full()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._full)
        self._whole.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._whole, 1)

    @property
    def view(self) -> BedView:
        """The view that is seen."""
        return self.views[self.shown]

    @property
    def shown(self) -> str:
        """The name of the view that is seen."""
        return next(name for name, view in self.views.items() if view is self._stack.currentWidget())

    def show_as(self, name: str) -> None:
        """Show another view of the same house."""
        self._stack.setCurrentWidget(self.views.get(name, self.tiles))
        self.head.views.set_value(self.shown)
        self.head.show_dates_of(self.shown)
        is_tape = self.view is self.tape
        self.legend.setVisible(not is_tape)
        self.tape_legend.setVisible(is_tape)
        self.show_panel(not is_tape)

    def show_panel(self, is_shown: bool) -> None:
        """Open the side panel, or close it: the tape chart has the whole width until a bed is opened."""
        self.panel.setVisible(is_shown)
        self.tape.has_panel = is_shown

    def set_empty(self, is_empty: bool) -> None:
        """Show that there are no rooms yet, or the house."""
        self._whole.setCurrentWidget(self.empty if is_empty else self._full)
        for widget in (self.head.search, self.head.views, self.head.rooms):
            widget.setVisible(not is_empty)
        if is_empty:
            self.head.days.hide()
            self.head.range.hide()
        else:
            self.head.show_dates_of(self.shown)

    def _make_full(self) -> QWidget:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.counters, self.past, self.bedless):
            column.addWidget(strip)
        across = QHBoxLayout()
        across.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._stack, 1)
        left.addWidget(self.legend)
        left.addWidget(self.tape_legend)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        column.addLayout(across, 1)
        return full
