"""The row above the lists: the search, and which of the lists is shown, with its count."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _, pgettext

_LEAST_SEARCH, _MOST_SEARCH = 150, 280
_GAP = 8


class Show(StrEnum):
    """The lists of the page."""

    QUEUE = "queue"
    FORECAST = "forecast"
    HISTORY = "history"


_WORDS: dict[Show, tuple[Callable[[], str], IconName]] = {
    Show.QUEUE: (lambda: pgettext("reserve", "Waiting"), "list-ordered"),
    Show.FORECAST: (lambda: _("Forecast"), "calendar"),
    Show.HISTORY: (lambda: _("Have left the reserve"), "history"),
}


class FilterRow(QWidget):
    """``changed()`` tells that another list, or something else, is asked for."""

    changed = Signal()
    lines_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_what = Show.QUEUE
        self._typed_before = ""
        self.search = SearchField(
            _("Name, number, day"), _("Search the reserve by name, number or day of registration")
        )
        self.search.textChanged.connect(self._typed)
        self.search.lines_asked.connect(self.lines_asked)
        self.chips = {which: self._make_chip(which) for which in Show}
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.search)
        for chip in self.chips.values():
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def typed(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def choose(self, which: Show) -> None:
        """Ask for another list."""
        is_other = which is not self.show_what
        self.show_what = which
        for each, chip in self.chips.items():
            chip.setChecked(each is which)
        if is_other:
            self.changed.emit()

    def step(self, by: int) -> None:
        """The list after this one, or before it."""
        every = list(Show)
        self.choose(every[(every.index(self.show_what) + by) % len(every)])

    def clear(self) -> None:
        """Search for nothing."""
        self.search.clear()

    def set_count(self, which: Show, count: int | None) -> None:
        """How many lines a list has."""
        self.chips[which].set_count(count)

    def _make_chip(self, which: Show) -> FilterChip:
        words, icon = _WORDS[which]
        chip = FilterChip(words(), icon=icon)
        chip.setChecked(which is self.show_what)
        chip.clicked.connect(lambda: self.choose(which))
        return chip

    def _typed(self) -> None:
        if self.typed != self._typed_before:
            self._typed_before = self.typed
            self.changed.emit()

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
