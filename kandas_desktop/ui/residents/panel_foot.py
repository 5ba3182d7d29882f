"""The foot of the side panel: the next step with a household, and what else may be done."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kandas_desktop.queries.resident_household import HouseholdDetail
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.residents.next_step import Step
from kandas_desktop.words import _


class Entry(NamedTuple):
    """Something that may be done: its words, and what does it; without words a line between others."""

    words: str = ""
    do: Callable[[], object] = lambda: None
    why_not: str = ""


_STEPS: dict[Step, tuple[Callable[[], str], IconName]] = {
    Step.RECORD_LEAVING: (lambda: _("Record the leaving…"), "log-out"),
    Step.GIVE_BED: (lambda: _("Give a bed"), "bed"),
    Step.SIGN_RULES: (lambda: _("Rules signed…"), "check"),
    Step.PRINT_NOTICE: (lambda: _("Print the notice"), "printer"),
    Step.NOTHING: (lambda: _("Record the leaving…"), "log-out"),
}


class PanelFoot(QWidget):
    """The main button and the others; ``entries`` are those of the menu."""

    def __init__(
        self, take_main: Callable[[], None], leave: Callable[[], None], paper: Callable[[], None]
    ) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self.main = Button("", keys="Ctrl+Enter", role="big")
        self.main.clicked.connect(take_main)
        self.paper_button = Button("", icon="printer")
        self.paper_button.clicked.connect(paper)
        self.leave_button = Button(_("Leaving…"), icon="log-out")
        self.leave_button.clicked.connect(leave)
        self.more_button = IconButton("ellipsis", _("More actions"), framed=True)
        self.more_button.clicked.connect(self._open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.main)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.paper_button, 1)
        row.addWidget(self.leave_button, 1)
        row.addWidget(self.more_button)
        column.addLayout(row)

    def show_household(self, household: HouseholdDetail, step: Step, entries: Sequence[Entry]) -> None:
        """Offer what may be done with a household."""
        self._entries = entries
        words, icon = _STEPS[step]
        self.main.set_words(words())
        self.main.set_icon(icon)
        self.main.set_keys("" if theme().is_compact else "Ctrl+Enter")
        self.main.set_role("plain" if step is Step.NOTHING else "big")
        self.main.set_height(40 if theme().is_compact else 44)
        self.main.setVisible(bool(household.here))
        is_rules = step is Step.SIGN_RULES
        self.paper_button.set_words(_("House rules") if is_rules else _("Notice"))
        self.paper_button.setVisible(bool(household.here) and step is not Step.PRINT_NOTICE)
        is_leaving_main = step in (Step.RECORD_LEAVING, Step.NOTHING)
        self.leave_button.setVisible(bool(household.here) and not is_leaving_main)

    @property
    def is_main_filled(self) -> bool:
        """Whether the main button is the page's filled one."""
        return self.main.role == "big" and self.main.isVisibleTo(self)

    def fill(self, menu: QMenu) -> None:
        """Add everything that may be done, with the reason where it may not."""
        menu.setToolTipsVisible(True)
        for entry in self._entries:
            if not entry.words:
                menu.addSeparator()
                continue
            action = menu.addAction(entry.words)
            action.triggered.connect(entry.do)
            if entry.why_not:
                action.setEnabled(False)
                action.setToolTip(entry.why_not)

    def menu(self) -> QMenu:
        """What else may be done."""
        menu = QMenu(self)
        self.fill(menu)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        size = menu.sizeHint()
        at = QPoint(self.more_button.width() - size.width(), -size.height() - 4)
        menu.exec(self.more_button.mapToGlobal(at))
        menu.deleteLater()
