"""The lines of either list, of files or of petitions, under the row that filters them."""

from contextlib import nullcontext

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.ui.decisions.cells import Line
from kandas_desktop.ui.decisions.filter_row import Which, filter_row
from kandas_desktop.ui.decisions.listing import Listing
from kandas_desktop.ui.lines_table import LinesTable


class Records(QWidget):
    """What is listed, as far as the filter finds it; ``begin_asked()`` where nothing is written down yet."""

    begin_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listing: Listing | None = None
        self.filters = filter_row()
        self.table: LinesTable[Line] = LinesTable("scale")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.filters.choice_changed.connect(lambda: self._filter(keep=True))
        self.filters.lines_asked.connect(self.table.view.setFocus)
        self.table.empty.pressed.connect(self._empty_pressed)

    def show_listing(self, listing: Listing, *, keep: bool) -> None:
        """Show other rows; ``keep`` leaves the chosen one and the place, and tells of no other choice."""
        self._listing = listing
        self.filters.set_counts(listing.counts)
        # What falls out of the list by a step stays in the panel: Ctrl+Enter would go on with another.
        with QSignalBlocker(self.table) if keep else nullcontext():
            self._filter(keep=keep)

    def choose(self, record_id: int) -> None:
        """Choose a row, whatever was filtered."""
        if not self.table.choose(record_id):
            self.filters.show_all(Which.ALL)
            self.table.choose(record_id)

    def _filter(self, *, keep: bool) -> None:
        if self._listing is not None:
            lines = self._listing.lines(self.filters.which, self.filters.typed)
            self.table.view.setAccessibleName(self._listing.name)
            self.table.show_lines(self._listing.columns, lines, afresh=not keep)
            self.table.empty.say(*self._listing.empty_words(self.filters.typed))

    def _empty_pressed(self) -> None:
        if self._listing is not None and self._listing.entries:
            self.filters.show_all(Which.ALL)
            self.table.view.setFocus()
        else:
            self.begin_asked.emit()
