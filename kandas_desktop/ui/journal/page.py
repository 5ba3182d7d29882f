"""The registration journal (r.5, appendix 3): its lines, what is due, and the application looked into."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.journal import open_volume
from kandas_desktop.queries.journal_lines import Show
from kandas_desktop.ui.journal.table import JournalTable
from kandas_desktop.ui.journal.volumes_button import VolumesButton, open_volume_words
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import PageHead, lay_out_page
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

if TYPE_CHECKING:
    from kandas_desktop.ui.journal.panel import ApplicationPanel

_FOLLOWING = 60  # milliseconds until the panel follows a moving selection


class _Head(PageHead):
    """Its buttons end where the table's toggles end, nearer to the side panel than on other pages."""

    def _fit(self) -> None:
        super()._fit()
        margins = self._row.contentsMargins()
        margins.setRight(12 if theme().is_compact else 16)
        self._row.setContentsMargins(margins)


class JournalPage(Page):
    """The table with its head, and the side panel of the application that is looked into."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._names_hidden = False
        self._panel: ApplicationPanel | None = None
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(_FOLLOWING)
        self._following.timeout.connect(self._follow)
        self._table = self._make_table()
        self._across = lay_out_page(self, (self._make_head(), self._table))
        self.setFocusProxy(self._table)
        self.answer_keys(
            (
                ("Ctrl+F", self.focus_search),
                ("Ctrl+P", self._print.trigger),
                ("Ctrl+PgDown", lambda: self._table.filters.step(1)),
                ("Ctrl+PgUp", lambda: self._table.filters.step(-1)),
                ("Ctrl+Enter", self.take_main_action),
            )
        )

    @property
    def table(self) -> JournalTable:
        """The lines and their filters."""
        return self._table

    @property
    def panel(self) -> "ApplicationPanel | None":
        """The side panel; ``None`` until an application was looked into."""
        return self._panel

    @property
    def is_panel_open(self) -> bool:
        """Whether an application is looked into."""
        return self._panel is not None and self._panel.isVisibleTo(self)

    def go_to(self, place: str, subject_id: int) -> None:
        self.show_application(subject_id)

    def show_application(self, application_id: int) -> None:
        """Choose an application's line, whatever was filtered, and look into it."""
        self._freshen()
        self._table.show_line(application_id)
        self._open(application_id)

    def focus_search(self) -> None:
        """Go to the search field, with what stands in it selected."""
        search = self._table.filters.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def search_everything(self) -> None:
        """Go to the search field with no line left out but by what stands in it."""
        filters = self._table.filters
        filters.set_choice(filters.choice._replace(show=Show.ALL, year=None, country=""))
        self.focus_search()

    def choose(self, show: Show) -> None:
        """Show the lines of one outcome only."""
        self._table.choose(show)

    def reload(self) -> None:
        volume = open_volume()
        self._head.set_subtitle(open_volume_words(volume))
        self._print.setEnabled(volume is not None)
        self._table.reload()
        if self._panel is not None and self.is_panel_open:
            self._panel.reload()

    def keys(self) -> Sequence[KeyHint]:
        words = self._panel.main_words if self._panel is not None and self.is_panel_open else _("Next step")
        return (
            KeyHint("↑ ↓", _("line")),
            KeyHint("→ ←", _("unfold, fold the family")),
            KeyHint("Enter", _("open the application")),
            KeyHint("Ctrl+F", _("search")),
            KeyHint("Ctrl+Enter", f"{words[:1].lower()}{words[1:]}"),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self._names_hidden = hidden
        self._table.set_names_hidden(hidden)
        if self._panel is not None:
            self._panel.set_names_hidden(hidden)

    def set_compact(self, compact: bool) -> None:
        self._print.set_keys("" if compact else "Ctrl+P")
        self._new.set_keys("" if compact else "Ctrl+N")
        self._table.set_compact(compact)
        if self._panel is not None:
            self._panel.set_compact(compact)

    def close_panel(self) -> None:
        """Look into no application any more."""
        if self._panel is not None:
            self._following.stop()
            self._panel.hide()
            self.keys_changed.emit()
        self._table.view.setFocus()

    def _make_table(self) -> JournalTable:
        table = JournalTable(self.workplace)
        table.opened.connect(self._open)
        table.chosen.connect(self._chosen)
        table.menu_opened.connect(self._offer_steps)
        table.paper_asked.connect(lambda id_: self.leads_to.emit(Place.APPLICATION_PAPER, id_))
        table.intake_asked.connect(self._begin_intake)
        return table

    def _make_head(self) -> PageHead:
        self._head = _Head(_("Registration journal"), " ", stacked=True)
        self.volumes = VolumesButton(self.workplace)
        self.volumes.print_asked.connect(lambda id_: self.leads_to.emit(Place.VOLUME_PAPER, id_))
        self._head.add_left(self.volumes)
        self._print = Button(_("Print"), icon="printer", keys="Ctrl+P")
        self._print.clicked.connect(self._print_volume)
        self._new = Button(_("New application"), icon="plus", keys="Ctrl+N", role="tinted")
        self._new.clicked.connect(self._begin_intake)
        self._head.add(self._print)
        self._head.add(self._new)
        return self._head

    def _make_panel(self) -> "ApplicationPanel":
        # Imported with the first application that is looked into: the first page comes up without it.
        from kandas_desktop.ui.journal.panel import ApplicationPanel

        panel = ApplicationPanel(self.workplace)
        panel.set_names_hidden(self._names_hidden)
        panel.closed.connect(self.close_panel)
        panel.step_changed.connect(self.keys_changed)
        panel.leads_to.connect(self.leads_to)
        panel.application_shown.connect(self._table.show_line)
        self._across.addWidget(panel)
        return panel

    def _begin_intake(self) -> None:
        self.leads_to.emit(Place.INTAKE, 0)

    def _print_volume(self) -> None:
        volume = open_volume()
        if volume is not None:
            self.leads_to.emit(Place.VOLUME_PAPER, volume.id)

    def _open(self, application_id: int) -> None:
        if self._panel is None:
            self._panel = self._make_panel()
        self._following.stop()
        self._panel.show_application(application_id)
        self._panel.show()
        self.keys_changed.emit()

    def _offer_steps(self, menu: QMenu, application_id: int) -> None:
        """What the side panel offers for a line stands in the line's menu too, whether or not it is open."""
        if self._panel is None:
            self._panel = self._make_panel()
            self._panel.hide()
        if not (self.is_panel_open and self._panel.application_id == application_id):
            self._panel.show_application(application_id)
        self._panel.fill_line_menu(menu)

    def _chosen(self, application_id: int) -> None:
        if self.is_panel_open:
            self._following.start()

    def _follow(self) -> None:
        panel, application_id = self._panel, self._table.view.chosen_id
        if panel is None or application_id is None or not self.is_panel_open:
            return
        if panel.application_id != application_id:
            panel.show_application(application_id)

    def take_main_action(self) -> None:
        """The next lawful step of the application looked into; else look into the chosen one first."""
        if self._panel is not None and self.is_panel_open:
            self._panel.take_main_action()
        elif self._table.view.chosen_id is not None:
            self._open(self._table.view.chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_panel_open:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._table.stop()
        super().closeEvent(event)
