"""The row over the journal's table: search, outcomes with their counts, what the table shows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from kandas_desktop.queries.journal import JournalCounts
from kandas_desktop.queries.journal_lines import JournalChoice, Show
from kandas_desktop.ui.journal.columns import COLUMNS
from kandas_desktop.ui.journal.outcomes import show_words
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _

CHIPS = (Show.ALL, Show.DUE, Show.RESERVE, Show.REFERRED)
_MENU_ONLY = (Show.SETTLED, Show.LEFT, Show.LAPSED, Show.RETURNED, Show.STRUCK_OUT)
_GIVE_WAY = (Show.REFERRED, Show.RESERVE)  # chips that go into the menu where there is no room, in this order
_GAP = 8


class FilterRow(QWidget):
    """``choice_changed`` tells what is asked for now; the lines themselves are somebody else's."""

    choice_changed = Signal(JournalChoice)
    lines_asked = Signal()
    families_toggled = Signal(bool)
    columns_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = JournalChoice()
        self._counts: JournalCounts | None = None
        self._years: Sequence[int] = ()
        self._hidden_columns: tuple[str, ...] = ()
        self._in_menu: tuple[Show, ...] = _MENU_ONLY
        self.search = SearchField(_("Name, number, day"), _("Search the journal by names, numbers and days"))
        self.search.textChanged.connect(self._typed)
        self.search.lines_asked.connect(self.lines_asked)
        self._chips = {show: self._make_chip(show) for show in CHIPS}
        self._filter = FilterChip(_("Filter"), icon="filter")
        self._filter.clicked.connect(self._open_menu)
        self._families = IconButton(
            "family", _("Families beneath the lines"), framed=True, checkable=True, size=36
        )
        self._families.toggled.connect(self.families_toggled)
        self.columns_button = IconButton("columns", _("Columns"), framed=True, size=34)
        self.columns_button.clicked.connect(self._open_columns)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP)
        # The row fits its chips to its width, not the other way round.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (self.search, *self._chips.values(), self._filter):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._families)
        self._row.addWidget(self.columns_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self._show_choice()
        self._fit()

    @property
    def choice(self) -> JournalChoice:
        """What is asked for."""
        return self._choice

    def set_choice(self, choice: JournalChoice) -> None:
        """Ask for something else, and tell so where it differs."""
        if choice == self._choice:
            self._show_choice()
            return
        self._choice = choice
        self._show_choice()
        self.choice_changed.emit(choice)

    def step(self, by: int) -> None:
        """Ask for the outcome after this one, or before it; those of the menu follow the chips."""
        every = (*CHIPS, *_MENU_ONLY)
        there = every[(every.index(self._choice.show) + by) % len(every)]
        self.set_choice(self._choice._replace(show=there))

    def set_counts(self, counts: JournalCounts) -> None:
        """Show how many lines each outcome has."""
        self._counts = counts
        for show, chip in self._chips.items():
            chip.set_count(getattr(counts, show.name.lower()))
        self._fit()

    def set_years(self, years: Sequence[int]) -> None:
        """The years that can be chosen."""
        self._years = years

    def set_families_shown(self, shown: bool) -> None:
        """Press or release the toggle of the families."""
        self._families.setChecked(shown)

    def set_hidden_columns(self, hidden: tuple[str, ...]) -> None:
        """Which of the office's own columns are not shown."""
        self._hidden_columns = hidden

    def _make_chip(self, show: Show) -> FilterChip:
        chip = FilterChip(_("All") if show is Show.ALL else show_words(show))
        chip.clicked.connect(lambda: self.set_choice(self._choice._replace(show=show)))
        return chip

    def _typed(self, text: str) -> None:
        if text.strip() != self._choice.typed:
            self.set_choice(self._choice._replace(typed=text.strip()))

    def _show_choice(self) -> None:
        choice = self._choice
        if self.search.text().strip() != choice.typed:
            self.search.setText(choice.typed)
        for show, chip in self._chips.items():
            chip.setChecked(choice.show is show)
        active = (choice.show in self._in_menu) + (choice.year is not None) + bool(choice.country)
        self._filter.setChecked(active > 0)
        self._filter.set_count(active or None)

    def _open_menu(self) -> None:
        # Imported with the first click: the first page comes up without it.
        from kandas_desktop.ui.journal.filter_menu import filter_menu

        menu = filter_menu(
            self, self._choice, self._counts, shows=self._in_menu, years=self._years, choose=self.set_choice
        )
        self._open(menu, self._filter)
        self._show_choice()

    def _open_columns(self) -> None:
        menu = QMenu(self)
        for column in COLUMNS:
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(column.name not in self._hidden_columns)
            action.setEnabled(column.is_own)
            action.toggled.connect(lambda shown, name=column.name: self._show_column(name, shown))
        self._open(menu, self.columns_button)

    def _show_column(self, name: str, shown: bool) -> None:
        others = tuple(hidden for hidden in self._hidden_columns if hidden != name)
        self._hidden_columns = others if shown else (*others, name)
        self.columns_chosen.emit(self._hidden_columns)

    def _open(self, menu: QMenu, under: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _fit(self) -> None:
        """Give the search its width, and take chips away for which there is no room."""
        compact, padding = theme().is_compact, theme().sizes.page_padding
        self._row.setContentsMargins(padding, 0, 12 if compact else 16, 8 if compact else 12)
        self.setFixedHeight(40 if compact else 48)
        least, usual = (140, 150) if compact else (176, 203)
        others = sum(w.sizeHint().width() + _GAP for w in (self._filter, self._families, self.columns_button))
        free = self.width() - padding - 16 - others - least
        widths = {show: chip.sizeHint().width() + _GAP for show, chip in self._chips.items()}
        gone: list[Show] = []
        for show in _GIVE_WAY:
            if sum(widths.values()) > free:
                widths.pop(show)
                gone.append(show)
        for show, chip in self._chips.items():
            chip.setVisible(show not in gone)
        self._in_menu = (*reversed(gone), *_MENU_ONLY)
        spare = max(0, free - sum(widths.values()))
        width = min(least + spare, usual + 77)
        self.search.setFixedWidth(width)
        self.search.set_keys("" if width < 203 or compact else "Ctrl+F")
        self._show_choice()

    def sizeHint(self) -> QSize:
        return QSize(600, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
