"""The row over either table: the search, and whether what is open, finished or all of it is shown."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _, pgettext

_GAP = 8
_LEAST_SEARCH, _MOST_SEARCH = 140, 280


class Which(StrEnum):
    """Which rows are shown."""

    OPEN = "open"
    FINISHED = "finished"
    ALL = "all"


class FilterRow(QWidget):
    """``choice_changed()`` tells that something else is asked for."""

    choice_changed = Signal()
    lines_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = Which.OPEN
        self.search = SearchField(_("Name, number"), _("Search by name or number"))
        self.search.textChanged.connect(self.choice_changed)
        self.search.lines_asked.connect(self.lines_asked)
        words = {Which.OPEN: pgettext("filter", "Open"), Which.FINISHED: _("Finished"), Which.ALL: _("All")}
        self.chips = {which: FilterChip(text) for which, text in words.items()}
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.search)
        for which, chip in self.chips.items():
            chip.setChecked(which is self.which)
            chip.clicked.connect(lambda _checked=False, which=which: self.choose(which))
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def typed(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def focus_search(self) -> None:
        """Go to the search field, with what stands in it selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose(self, which: Which) -> None:
        """Ask for other rows."""
        self.which = which
        for each, chip in self.chips.items():
            chip.setChecked(each is which)
        self.choice_changed.emit()

    def clear(self) -> None:
        """Ask for everything there is."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.choose(Which.ALL)

    def set_counts(self, *, open_: int, finished: int) -> None:
        """Show how many rows each choice holds."""
        for which, count in zip(Which, (open_, finished, open_ + finished), strict=True):
            self.chips[which].set_count(count)
        self._fit()

    def _fit(self) -> None:
        compact, padding = theme().is_compact, theme().sizes.page_padding
        self._row.setContentsMargins(padding, 0, 12 if compact else 16, 8 if compact else 12)
        self.setFixedHeight(40 if compact else 48)
        chips = sum(chip.sizeHint().width() + _GAP for chip in self.chips.values())
        width = max(_LEAST_SEARCH, min(_MOST_SEARCH, self.width() - padding - 16 - chips))
        self.search.setFixedWidth(width)
        self.search.set_keys("" if width < 200 else "Ctrl+F")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
