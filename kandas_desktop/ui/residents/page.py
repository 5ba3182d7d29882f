"""The residents (r.10 to r.17): who lives in the Center until when, and what is to be done."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.residents import Residents
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import PageHead, lay_out_page
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.residents.panel import ResidentPanel
from kandas_desktop.ui.residents.table import ResidentsTable
from kandas_desktop.ui.wording import households_words, people_words
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, pgettext

_FOLLOWING = 60  # milliseconds until the panel follows a moving selection


class ResidentsPage(Page):
    """The table with its filters, and the side panel of the stay that is looked into."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.head = PageHead(_("Residents"), " ", stacked=True)
        self.table = ResidentsTable(workplace)
        self.panel = ResidentPanel(workplace)
        self.panel.hide()
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(_FOLLOWING)
        self._following.timeout.connect(self._follow)
        self._build()
        self._connect()

    def show_stay(self, stay_id: int) -> None:
        """Choose a stay, whatever was filtered, and look into it."""
        self._freshen()
        self.table.show_stay(stay_id)
        self._open(stay_id)

    def go_to(self, place: str, subject_id: int) -> None:
        if place == Place.RESIDENT and subject_id:
            self.show_stay(subject_id)

    def choose(self, which: Residents) -> None:
        """Show the residents of one kind only."""
        self.table.filters.choose(which)

    def reload(self) -> None:
        self.table.reload()
        if self.panel.isVisibleTo(self) and not self.panel.reload():
            self.close_panel()

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("↑ ↓", _("line")),
            KeyHint("Enter", pgettext("key", "open")),
            KeyHint("Ctrl+Enter", _("next step")),
            KeyHint("Ctrl+F", _("search")),
            KeyHint("F6", _("move to another bed")),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self.table.set_names_hidden(hidden)
        self.panel.set_names_hidden(hidden)

    def set_compact(self, compact: bool) -> None:
        self.panel.set_compact(compact)

    def close_panel(self) -> None:
        """Look into no stay any more."""
        self._following.stop()
        self.panel.hide()
        self.table.view.setFocus()

    def take_main_action(self) -> None:
        """The next step of the stay looked into; else look into the chosen one first."""
        row = self.table.chosen_row
        if self.panel.isVisibleTo(self):
            self.panel.take_main_action()
        elif row is not None:
            self._open(row.stay_id)

    def _build(self) -> None:
        lay_out_page(self, (self.head, self.table), panels=(self.panel,))
        self.setFocusProxy(self.table)

    def _tell_how_many(self, people: int, households: int) -> None:
        words = f"{people_words(people)} · {households_words(households)}"
        self.head.set_subtitle(words if people else " ")

    def _connect(self) -> None:
        self.table.emptied.connect(self._forget)
        self.table.counted.connect(self._tell_how_many)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._chosen)
        self.table.menu_asked.connect(self._open_menu)
        self.table.empty_pressed.connect(lambda: self.leads_to.emit(Place.BED, 0))
        self.panel.closed.connect(self.close_panel)
        self.panel.leads_to.connect(self.leads_to)
        self.panel.stay_shown.connect(self.table.choose)
        self.answer_keys(
            (
                ("Ctrl+F", self.table.filters.focus_search),
                ("Ctrl+PgDown", lambda: self.table.filters.step(1)),
                ("Ctrl+PgUp", lambda: self.table.filters.step(-1)),
                ("Ctrl+Enter", self.take_main_action),
                ("F6", self._move),
                ("Ctrl+P", self._print),
            )
        )

    def _open(self, stay_id: int) -> None:
        self._following.stop()
        if self.panel.show_stay(stay_id):
            self.panel.show()

    def _forget(self) -> None:
        """Nobody is found: Ctrl+Enter must not act on whoever was looked into before."""
        self._following.stop()
        if self.panel.isAncestorOf(self.panel.focusWidget() or self):
            self.table.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.hide()

    def _chosen(self, stay_id: int) -> None:
        if self.panel.isVisibleTo(self):
            self._following.start()

    def _follow(self) -> None:
        row = self.table.chosen_row
        if row is not None and self.panel.isVisibleTo(self) and self.panel.stay_id != row.stay_id:
            self.panel.show_stay(row.stay_id)

    def _move(self) -> None:
        if self._look_at_chosen():
            self.panel.move_person()

    def _print(self) -> None:
        if self._look_at_chosen():
            self.panel.print_paper()

    def _open_menu(self, where: QPoint) -> None:
        if not self._look_at_chosen():
            return
        menu = QMenu(self)
        self.panel.fill_menu(menu)
        menu.exec(where)
        menu.deleteLater()

    def _look_at_chosen(self) -> bool:
        """Let the panel, whether it is open or not, tell of the row that is chosen."""
        row = self.table.chosen_row
        return row is not None and self.panel.show_stay(row.stay_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisibleTo(self):
            self.close_panel()
        else:
            super().keyPressEvent(event)
