"""The row over the residents' table: the search, and which residents are asked for with their counts."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from kandas_desktop.queries.residents import ResidentCounts, Residents
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _

_WORDS: dict[Residents, Callable[[], str]] = {
    Residents.NOW: lambda: _("Live here"),
    Residents.ENDING: lambda: _("Ends soon"),
    Residents.STATUS_ENDING: lambda: _("Status ends"),
    Residents.UNSIGNED: lambda: _("Rules not signed"),
    Residents.LEFT: lambda: _("Have left"),
}
_GIVE_WAY = (Residents.STATUS_ENDING, Residents.UNSIGNED, Residents.ENDING, Residents.LEFT)
"""Choices that go into the menu where there is no room, in this order."""
_GAP = 8
_LEAST_SEARCH, _MOST_SEARCH = 140, 280


class FilterRow(QWidget):
    """``choice_changed()`` tells that something else is asked for."""

    choice_changed = Signal()
    lines_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = Residents.NOW
        self.search = SearchField(
            _("Name, number, bed"), _("Search the residents by name, number, birth date or bed")
        )
        self.search.textChanged.connect(self._typed)
        self.search.lines_asked.connect(self.lines_asked)
        self._typed_before = ""
        self.chips = {which: self._make_chip(which) for which in Residents}
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self.search)
        for chip in self.chips.values():
            self._row.addWidget(chip)
        self.more = FilterChip(_("Filter"), icon="filter")
        self.more.clicked.connect(self._open_menu)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._counts: ResidentCounts | None = None
        self._in_menu: tuple[Residents, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def typed(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def is_plain(self) -> bool:
        """Whether nothing narrows down who is shown of those who live here."""
        return self.which is Residents.NOW and not self.typed

    def choose(self, which: Residents) -> None:
        """Ask for other residents, and tell so where they differ."""
        changed = which is not self.which
        self.which = which
        self._mark()
        if changed:
            self.choice_changed.emit()

    def clear(self) -> None:
        """Ask for everybody who lives here."""
        self._typed_before = ""
        self.search.clear()
        self.which = Residents.NOW
        self._mark()
        self.choice_changed.emit()

    def set_counts(self, counts: ResidentCounts) -> None:
        """Show how many residents each choice holds."""
        self._counts = counts
        for which, count in zip(Residents, counts, strict=True):
            self.chips[which].set_count(count)
        self._fit()

    def _make_chip(self, which: Residents) -> FilterChip:
        chip = FilterChip(_WORDS[which]())
        chip.setChecked(which is self.which)
        chip.clicked.connect(lambda: self.choose(which))
        return chip

    def _typed(self) -> None:
        if self.typed != self._typed_before:
            self._typed_before = self.typed
            self.choice_changed.emit()

    def menu(self) -> QMenu:
        """The choices for which there is no room."""
        menu = QMenu(self)
        for which in self._in_menu:
            count = self._counts[list(Residents).index(which)] if self._counts else 0
            action = menu.addAction(f"{_WORDS[which]()}  {count}")
            action.setCheckable(True)
            action.setChecked(which is self.which)
            action.triggered.connect(self._choosing(which))
        return menu

    def _choosing(self, which: Residents) -> Callable[[], None]:
        return lambda: self.choose(which)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        self._mark()

    def _mark(self) -> None:
        for each, chip in self.chips.items():
            chip.setChecked(each is self.which)
        self.more.setChecked(self.which in self._in_menu)

    def _fit(self) -> None:
        """Give the search its width, and put choices into the menu for which there is no room."""
        compact, padding = theme().is_compact, theme().sizes.page_padding
        self._row.setContentsMargins(padding, 0, 12 if compact else 16, 8 if compact else 12)
        self.setFixedHeight(40 if compact else 48)
        widths = {which: chip.sizeHint().width() + _GAP for which, chip in self.chips.items()}
        room = self.width() - padding - 16 - _LEAST_SEARCH
        gone: list[Residents] = []
        for which in _GIVE_WAY:
            menu = self.more.sizeHint().width() + _GAP if gone else 0
            if sum(widths.values()) + menu <= room:
                break
            widths.pop(which)
            gone.append(which)
        for which, chip in self.chips.items():
            chip.setVisible(which not in gone)
        self._in_menu = tuple(which for which in Residents if which in gone)
        self.more.setVisible(bool(gone))
        menu = self.more.sizeHint().width() + _GAP if gone else 0
        width = max(_LEAST_SEARCH, min(_MOST_SEARCH, _LEAST_SEARCH + room - sum(widths.values()) - menu))
        self.search.setFixedWidth(width)
        self.search.set_keys("" if width < 200 else "Ctrl+F")
        self._mark()

    def sizeHint(self) -> QSize:
        return QSize(600, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
