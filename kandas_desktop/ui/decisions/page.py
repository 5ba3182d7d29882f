"""The page of decisions: files of breaches (r.13 to r.17) and petitions (r.10), each with its next step."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.ui.decisions import acts
from kandas_desktop.ui.decisions.breach_panel import BreachPanel
from kandas_desktop.ui.decisions.listing import files, petitions
from kandas_desktop.ui.decisions.panel import RecordPanel
from kandas_desktop.ui.decisions.petition_panel import PetitionPanel
from kandas_desktop.ui.decisions.records import Records
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import PageHead, lay_out_page
from kandas_desktop.ui.kit.toggles import Segmented
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, pgettext

_FILES, _PETITIONS = "files", "petitions"
_NEW = "Ctrl+Shift+N"


class DecisionsPage(Page):
    """Two tables, one at a time, and beside them the panel of what is chosen."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._names_hidden = False
        self.tabs = Segmented(
            [(_FILES, _("Files")), (_PETITIONS, _("Petitions"))], name=_("What is shown"), value=_FILES
        )
        self.new_button = Button("", icon="plus", keys=_NEW, role="tinted")
        self.records = Records()
        self.filters, self.table = self.records.filters, self.records.table
        self.breach_panel = BreachPanel(workplace)
        self.petition_panel = PetitionPanel(workplace)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._head = PageHead(_("Decisions"))
        self._head.add_left(self.tabs)
        self._head.add(self.new_button)
        self.breach_panel.hide()
        self.petition_panel.hide()
        lay_out_page(self, (self._head, self.records), panels=(self.breach_panel, self.petition_panel))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda: self._show_lines(keep=False))
        self.new_button.clicked.connect(self.begin)
        self.records.begin_asked.connect(self.begin)
        for asked in (self.table.opened, self.table.looked_at):
            asked.connect(lambda line: self._open(line.key))
        self.table.menu_asked.connect(lambda line, where: self._open_menu(line.key, where))
        self.table.chosen.connect(lambda line: self._follow(line.key))
        for panel in (self.breach_panel, self.petition_panel):
            panel.closed.connect(self.close_panel)
            panel.leads_to.connect(self.leads_to)
        self.answer_keys(
            (
                ("Ctrl+F", self.filters.focus_search),
                ("Ctrl+P", self._print),
                (_NEW, self.begin),
                ("Ctrl+Enter", self.take_main_action),
                ("Ctrl+PgDown", self._change_list),
                ("Ctrl+PgUp", self._change_list),
            )
        )

    # --- where one is

    @property
    def is_petitions(self) -> bool:
        """Whether the petitions are shown, not the files."""
        return self.tabs.value() == _PETITIONS

    @property
    def panel(self) -> RecordPanel:
        """The panel of the table that is shown."""
        return self.petition_panel if self.is_petitions else self.breach_panel

    def go_to(self, place: str, subject_id: int) -> None:
        self._freshen()
        if place in (Place.NEW_BREACH, Place.NEW_PETITION):
            begin = self.begin_breach if place == Place.NEW_BREACH else self.begin_petition
            begin(subject_id or None)
            return
        self.tabs.set_value(_PETITIONS if place == Place.PETITION else _FILES)
        self._show_lines(keep=False)
        if subject_id:
            self.records.choose(subject_id)
            self._open(subject_id)

    def close_panel(self) -> None:
        """Look into nothing any more."""
        for panel in (self.breach_panel, self.petition_panel):
            panel.record_id = None
            panel.hide()
        self.table.view.setFocus()

    # --- what is shown

    def reload(self) -> None:
        self._show_lines(keep=True)
        if self.panel.record_id is not None:
            self.panel.reload()

    def _show_lines(self, *, keep: bool) -> None:
        (self.breach_panel if self.is_petitions else self.petition_panel).hide()
        hidden = self._names_hidden
        listing = petitions(hidden=hidden) if self.is_petitions else files(today=self.today, hidden=hidden)
        self.new_button.set_words(listing.new_words)
        self.records.show_listing(listing, keep=keep)

    def _change_list(self) -> None:
        self.tabs.set_value(_FILES if self.is_petitions else _PETITIONS)
        self._show_lines(keep=False)
        self.table.setFocus()

    def _open(self, record_id: int) -> None:
        self.panel.show_record(record_id)
        if self.panel.record_id is not None:
            self.panel.show()

    def _open_menu(self, record_id: int, where: QPoint) -> None:
        """What may be done with the chosen row, whether the panel is open or not."""
        self.panel.show_record(record_id)
        menu = QMenu(self)
        menu.addAction(_("Open") + "\tEnter", lambda: self._open(record_id))
        self.panel.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _print(self) -> None:
        line = self.table.chosen_line
        if line is not None and self.panel.record_id != line.key:
            self.panel.show_record(line.key)
        if line is None or not self.panel.print_paper():
            self.workplace.notices.note(_("There is no paper of this line yet."))

    def _follow(self, record_id: int) -> None:
        if not self.panel.isHidden() and self.panel.record_id != record_id:
            self.panel.show_record(record_id)

    # --- what is begun

    def begin(self) -> None:
        """A new file, or a new petition."""
        (self.begin_petition if self.is_petitions else self.begin_breach)()

    def begin_breach(self, stay_id: int | None = None) -> None:
        """Ask what happened, of a resident if one is named, and open the file (r.13)."""
        self.tabs.set_value(_FILES)
        breach_id = acts.begin_breach(
            self.workplace, self.window(), stay_id=stay_id, hidden=self._names_hidden
        )
        if breach_id is not None:
            self.go_to(Place.BREACH, breach_id)

    def begin_petition(self, stay_id: int | None = None) -> None:
        """Ask for a petition, of a resident if one is named, and open it (r.10)."""
        self.tabs.set_value(_PETITIONS)
        petition_id = acts.begin_petition(
            self.workplace, self.window(), stay_id=stay_id, hidden=self._names_hidden
        )
        if petition_id is not None:
            self.go_to(Place.PETITION, petition_id)

    def take_main_action(self) -> None:
        """The next lawful step of what is looked into; else look into the chosen row first."""
        if not self.panel.isHidden():
            self.panel.take_main_action()
        elif self.table.chosen_line is not None:
            self._open(self.table.chosen_line.key)

    # --- the rest

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("↑ ↓", _("line")),
            KeyHint("Enter", pgettext("key", "open")),
            KeyHint("Ctrl+Enter", _("next step")),
            KeyHint("Ctrl+F", _("search")),
            KeyHint(_NEW, _("new")),
            KeyHint("Ctrl+PgDn", _("the next list")),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self._names_hidden = hidden
        for panel in (self.breach_panel, self.petition_panel):
            panel.set_names_hidden(hidden)
        if not self._is_stale:
            self._show_lines(keep=True)

    def set_compact(self, compact: bool) -> None:
        self.new_button.set_keys("" if compact else _NEW)
        for panel in (self.breach_panel, self.petition_panel):
            panel.set_compact(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.panel.isHidden():
            self.close_panel()
        else:
            super().keyPressEvent(event)
