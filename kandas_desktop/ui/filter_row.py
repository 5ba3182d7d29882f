"""The row above a table: the search, and a chip for each kind of line that can be asked for."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from kandas_desktop.rules.letters import fold
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _

_GAP = 8
_LEAST_SEARCH, _MOST_SEARCH = 140, 280
Kind = TypeVar("Kind", bound=Hashable)


def finds(typed: str, told: Iterable[str]) -> bool:
    """Whether every typed word begins a word of what is told of a line, in any spelling."""
    within = f" {fold(' '.join(told))}"
    # Of «Ө-145/26» somebody may type the digits only.
    return all(f" {word}" in within or (word[0].isdigit() and word in within) for word in fold(typed).split())


class FilterRow(QWidget, Generic[Kind]):
    """``choice_changed()`` tells that something else is asked for, ``lines_asked()`` to go to the lines.

    The first of ``kinds`` is asked for at first. Those that ``give_way`` go into a menu where there is no
    room, in this order.
    """

    choice_changed = Signal()
    lines_asked = Signal()

    def __init__(
        self,
        search: SearchField,
        kinds: Mapping[Kind, str],
        *,
        icons: Mapping[Kind, IconName] | None = None,
        give_way: Sequence[Kind] = (),
    ) -> None:
        super().__init__()
        self.search = search
        self.which: Kind = next(iter(kinds))
        self.chips = {kind: FilterChip(words, icon=(icons or {}).get(kind)) for kind, words in kinds.items()}
        self.more = FilterChip(_("Filter"), icon="filter")
        self._kinds = kinds
        self._give_way = give_way
        self._counts: dict[Kind, int] = {}
        self._in_menu: tuple[Kind, ...] = ()
        self._typed_before = ""
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP)
        # The row fits its chips to its width, not the other way round.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for part in (search, *self.chips.values(), self.more):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._connect()
        self._fit()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.search.lines_asked.connect(self.lines_asked)
        for kind, chip in self.chips.items():
            chip.clicked.connect(self._choosing(kind))
        self.more.clicked.connect(self._open_menu)
        theme().changed.connect(self._fit)

    @property
    def typed(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def focus_search(self) -> None:
        """Go to the search field, with what stands in it selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose(self, which: Kind) -> None:
        """Ask for lines of another kind, and tell so where it differs."""
        is_other = which != self.which
        self.which = which
        self._mark()
        if is_other:
            self.choice_changed.emit()

    def show_all(self, which: Kind) -> None:
        """Ask for every line of a kind, whatever was typed."""
        is_other = which != self.which or bool(self.typed)
        with QSignalBlocker(self.search):
            self.search.clear()
        self._typed_before = ""
        self.which = which
        self._mark()
        if is_other:
            self.choice_changed.emit()

    def step(self, by: int) -> None:
        """The kind after this one, or before it."""
        every = list(self.chips)
        self.choose(every[(every.index(self.which) + by) % len(every)])

    def set_counts(self, counts: Mapping[Kind, int]) -> None:
        """Show how many lines these kinds have."""
        self._counts.update(counts)
        for which, count in counts.items():
            self.chips[which].set_count(count)
        self._fit()

    def menu(self) -> QMenu:
        """The kinds for which there is no room."""
        menu = QMenu(self)
        for which in self._in_menu:
            action = menu.addAction(f"{self._kinds[which]}  {self._counts.get(which, '')}")
            action.setCheckable(True)
            action.setChecked(which == self.which)
            action.triggered.connect(self._choosing(which))
        return menu

    def _choosing(self, which: Kind) -> Callable[[], None]:
        return lambda: self.choose(which)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        self._mark()

    def _typed(self) -> None:
        if self.typed != self._typed_before:
            self._typed_before = self.typed
            self.choice_changed.emit()

    def _mark(self) -> None:
        for which, chip in self.chips.items():
            chip.setChecked(which == self.which)
        self.more.setChecked(self.which in self._in_menu)

    def _fit(self) -> None:
        """Give the search its width, and put kinds into the menu for which there is no room."""
        compact, padding = theme().is_compact, theme().sizes.page_padding
        self._row.setContentsMargins(padding, 0, 12 if compact else 16, 8 if compact else 12)
        self.setFixedHeight(40 if compact else 48)
        widths = {which: chip.sizeHint().width() + _GAP for which, chip in self.chips.items()}
        least = max(_LEAST_SEARCH, self.search.least_width)
        room = self.width() - padding - 16 - least
        gone: list[Kind] = []
        for which in self._give_way:
            if sum(widths.values()) + self._width_of_menu(gone) <= room:
                break
            widths.pop(which)
            gone.append(which)
        for which, chip in self.chips.items():
            chip.setVisible(which not in gone)
        self._in_menu = tuple(which for which in self.chips if which in gone)
        self.more.setVisible(bool(gone))
        spare = room - sum(widths.values()) - self._width_of_menu(gone)
        self.search.fit_into(max(_LEAST_SEARCH, min(_MOST_SEARCH, least + spare)))
        self._mark()

    def _width_of_menu(self, gone: Sequence[Kind]) -> int:
        return self.more.sizeHint().width() + _GAP if gone else 0

    def sizeHint(self) -> QSize:
        return QSize(600, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
