"""The reserve journal (r.7, r.8): who waits in which order, what frees up for whom, and who left."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.reserve import ReserveRow, ReserveView, reserve_view
from kandas_desktop.queries.reserve_history import LeftRow, left_reserve
from kandas_desktop.queries.reserve_paper import reserve_years
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import PageHead, lay_out_page
from kandas_desktop.ui.lines_table import LinesTable
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.reserve.acts import ReserveActs
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.filter_row import Show, filter_row
from kandas_desktop.ui.reserve.lists import empty_words, lines_of
from kandas_desktop.ui.reserve.panel import ReservePanel
from kandas_desktop.ui.reserve.words import free_beds_words, waiting_words
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class ReservePage(Page):
    """The lists with their head, and the side panel of the household that is chosen."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._names_hidden = False
        self._is_panel_wanted = True
        self._view: ReserveView | None = None
        self._left: dict[int, LeftRow] = {}
        self._acts = ReserveActs(self)
        self.filters = filter_row()
        self.table: LinesTable[Line] = LinesTable("list-ordered", name=_("Reserve journal"))
        self.panel = ReservePanel()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.answer_keys(
            (
                ("Ctrl+F", self.filters.focus_search),
                ("Ctrl+P", self._print.trigger),
                ("Ctrl+Enter", self.take_main_action),
                ("Ctrl+PgDown", lambda: self.filters.step(1)),
                ("Ctrl+PgUp", lambda: self.filters.step(-1)),
            )
        )

    @property
    def view(self) -> ReserveView | None:
        """What is shown; ``None`` before the page was seen."""
        return self._view

    @property
    def is_panel_open(self) -> bool:
        """Whether a household is looked into."""
        return self.panel.isVisibleTo(self)

    def reload(self) -> None:
        self._view = reserve_view(self.today)
        self._left = {}
        self._years.setVisible(len(reserve_years(self.today)) > 1)
        self._show()

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("↑ ↓", _("line")),
            KeyHint("Enter", _("open the application")),
            KeyHint("Ctrl+Enter", _("the next step")),
            KeyHint("Ctrl+F", _("search")),
            KeyHint("Ctrl+PgDn", _("the next list")),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self._names_hidden = self._acts.names_hidden = hidden
        self.panel.set_names_hidden(hidden)
        self._show()

    def set_compact(self, compact: bool) -> None:
        self._print.set_keys("" if compact else "Ctrl+P")
        self.panel.set_compact(compact)

    def go_to(self, place: str, subject_id: int) -> None:
        """Show the queue; an application that waits, or has waited, is chosen."""
        self._freshen()
        self.filters.show_all(Show.QUEUE)
        if subject_id and not self.table.choose(str(subject_id)):
            self.filters.choose(Show.HISTORY)
            self.table.choose(str(subject_id))
        if subject_id:
            self._open()
        self.table.setFocus()

    def take_main_action(self) -> None:
        """The next lawful step of the household looked into; else look into the chosen one first."""
        if self.is_panel_open:
            self.panel.acts.main.trigger()
        else:
            self._open()

    # --- building

    def _lay_out(self) -> None:
        self._head = PageHead(_("Reserve journal"), " ", stacked=True)
        self._print = Button(_("Print"), icon="printer", keys="Ctrl+P")
        self._head.add(self._print)
        self._years = IconButton("chevron-down", _("Print an earlier year's journal"))
        self._head.add(self._years)
        self.panel.hide()
        lay_out_page(self, (self._head, self.filters, self.table), panels=(self.panel,))

    def _connect(self) -> None:
        self._print.clicked.connect(self._acts.print_journal)
        self._years.clicked.connect(
            lambda: self._acts.open_years(self._years.mapToGlobal(self._years.rect().bottomLeft()))
        )
        self.filters.choice_changed.connect(self._show)
        self.filters.lines_asked.connect(self.table.setFocus)
        self.table.chosen.connect(self._follow)
        self.table.looked_at.connect(self._open)
        self.table.opened.connect(self._open_line)
        self.table.menu_asked.connect(self._open_menu)
        self.table.empty.pressed.connect(self._empty_pressed)
        self.panel.closed.connect(self.close_panel)
        self.panel.application_asked.connect(self._acts.open_application)
        self.panel.passing_over_asked.connect(self._pass_over)
        self.panel.acts.refused.connect(self.workplace.notices.note)

    # --- showing

    def _show(self) -> None:
        view, what = self._view, self.filters.which
        if view is None:
            return
        if what is Show.HISTORY and not self._left:
            self._left = {row.application_id: row for row in left_reserve()}
        people = sum(row.people for row in view.rows)
        waiting = waiting_words(len(view.rows), people) if view.rows else _("Nobody waits")
        self._head.set_subtitle(f"{waiting} · {free_beds_words(view.beds.free)}")
        self.filters.set_counts({Show.QUEUE: len(view.rows), Show.FORECAST: len(view.freeing)})
        self.table.empty.say(*empty_words(what, view, self.filters.typed))
        lists = lines_of(what, view, list(self._left.values()), self.filters.typed, hidden=self._names_hidden)
        with QSignalBlocker(self.table):
            self.table.show_lines(*lists)
        self._follow(self.table.chosen_line)

    def _row(self, application_id: int) -> ReserveRow | None:
        rows = self._view.rows if self._view else ()
        return next((row for row in rows if row.application_id == application_id), None)

    def _follow(self, line: Line | None) -> None:
        """Let the panel tell of the line that is chosen."""
        if line is None:
            self.panel.hide()
        elif self._is_panel_wanted:
            self._fill_panel(line)

    def _fill_panel(self, line: Line) -> None:
        row = self._row(line.application_id)
        left = self._left.get(line.application_id)
        if row is not None and self._view is not None:
            self.panel.show_waiting(row, self._view)
        elif left is not None:
            self.panel.show_left(left)
        self.panel.setVisible(row is not None or left is not None)

    def _open(self) -> None:
        self._is_panel_wanted = True
        self._follow(self.table.chosen_line)

    def close_panel(self) -> None:
        """Look into no household any more."""
        self._is_panel_wanted = False
        self.panel.hide()
        self.table.setFocus()

    # --- what is done

    def _open_line(self, line: Line) -> None:
        if line.bed_id:
            self._acts.open_bed(line.bed_id)
        else:
            self._acts.open_application(line.application_id)

    def _open_menu(self, line: Line, where: QPoint) -> None:
        if self._view is not None:
            self._acts.open_menu(line, self._row(line.application_id), self._view, where)

    def _pass_over(self, application_id: int) -> None:
        row = self._row(application_id)
        if row is not None and self._view is not None:
            self._acts.pass_over_before(row, self._view)

    def _empty_pressed(self) -> None:
        if self.filters.typed:
            self.filters.show_all(self.filters.which)
            self.table.setFocus()
        else:
            self._acts.open_bed(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_panel_open:
            self.close_panel()
        else:
            super().keyPressEvent(event)
