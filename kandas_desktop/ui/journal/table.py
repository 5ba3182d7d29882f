"""The journal's lines under their filters: what is asked for is loaded, counted, remembered."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kandas_desktop.queries.journal import JournalCounts, highest_number, journal_counts, journal_years
from kandas_desktop.queries.journal_lines import JournalChoice, Order, Show, line_count
from kandas_desktop.ui.journal.filter_row import FilterRow
from kandas_desktop.ui.journal.lines_loader import LinesLoader
from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.reading import BackgroundRead, IsUnwanted
from kandas_desktop.ui.journal.rows import JournalRows
from kandas_desktop.ui.journal.view import JournalView
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_COUNTED_AT_ONCE = 20_000  # lines; the outcomes of more are counted beside the window
_PAUSE = 200  # milliseconds: first the lines are painted, then the counting may take the disk


class JournalTable(QWidget):
    """Filters over lines. ``opened`` asks to look into an application, ``chosen`` tells what is chosen."""

    opened = Signal(int)
    chosen = Signal(int)
    menu_opened = Signal(QMenu, int)
    paper_asked = Signal(int)
    intake_asked = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._settings = workplace.desk, workplace.settings
        self._model = JournalModel(JournalRows(workplace.desk), self)
        self._model.set_columns(self._settings.hidden_columns)
        self._loader = LinesLoader(workplace.desk, self._model, self)
        self._counting = BackgroundRead(workplace.desk, self)
        self._is_loaded = False
        self._filters = FilterRow()
        self._filters.set_choice(self._remembered())
        self._filters.set_families_shown(self._settings.families_shown)
        self._filters.set_hidden_columns(self._settings.hidden_columns)
        self._view = JournalView(self._model)
        self._view.show_order(self._filters.choice.order)
        self._empty = EmptyState("book-open", "", parent=self._view)
        cover = QVBoxLayout(self._view.viewport())
        cover.addWidget(self._empty)
        self._empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._connect()

    @property
    def view(self) -> JournalView:
        """The lines."""
        return self._view

    @property
    def model(self) -> JournalModel:
        """What the lines are."""
        return self._model

    @property
    def filters(self) -> FilterRow:
        """The row over the lines."""
        return self._filters

    @property
    def is_loading(self) -> bool:
        """Whether lines or counts are still being read."""
        return self._loader.is_loading or self._counting.is_busy

    def reload(self) -> None:
        """Read everything afresh; chosen line, place and opened families stay."""
        database = self._desk.database
        self._filters.set_years(journal_years(database))
        self._view.make_room_for(highest_number(database))
        if self._is_loaded:
            self._loader.reload()
        else:
            self._is_loaded = True
            self._show_choice()
            if self._view.chosen_id is None:
                self._view.choose_first()
        self._count()

    def choose(self, show: Show) -> None:
        """Show the lines of one outcome, and nothing else filtered."""
        self._filters.set_choice(JournalChoice(show=show, order=self._filters.choice.order))

    def show_line(self, application_id: int) -> None:
        """Choose an application's line; filters that hide it are cleared."""
        self._view.choose(application_id, centred=True)
        if self._view.chosen_line is None and not self._filters.choice.is_everything:
            self.choose(Show.ALL)
            self._view.choose(application_id, centred=True)

    def set_names_hidden(self, hidden: bool) -> None:
        """Hide or show names and birth dates (F9)."""
        self._model.look(self._model.sight._replace(names_hidden=hidden))

    def set_compact(self, compact: bool) -> None:
        """Take the measures of a small window, or the usual ones."""
        self._model.look(self._model.sight._replace(is_compact=compact))

    def stop(self) -> None:
        """Read no more: the window closes."""
        self._loader.stop()
        self._counting.stop()

    def _connect(self) -> None:
        self._filters.choice_changed.connect(self._choice_changed)
        self._filters.lines_asked.connect(self._go_to_lines)
        self._filters.families_toggled.connect(self._toggle_families)
        self._filters.columns_chosen.connect(self._show_columns)
        self._view.opened.connect(self.opened)
        self._view.chosen.connect(self.chosen)
        self._view.order_asked.connect(self._put_in_order)
        self._view.menu_asked.connect(self._open_menu)
        self._loader.came.connect(self._say_when_empty)
        self._empty.pressed.connect(self._fill)

    def _remembered(self) -> JournalChoice:
        show, order = self._settings.journal_show, self._settings.journal_order
        return JournalChoice(
            show=Show(show) if show in set(Show) else Show.ALL,
            order=Order(order) if order in set(Order) else Order.NEWEST,
        )

    def _choice_changed(self, choice: JournalChoice) -> None:
        self._settings.journal_show, self._settings.journal_order = choice.show.value, choice.order.value
        self._view.show_order(choice.order)
        self._show_choice()
        line = self._view.chosen_line
        if line is not None and not choice.typed:
            self._view.bring_into_sight(line, centred=True)
        else:
            self._view.verticalScrollBar().setValue(0)

    def _show_choice(self) -> None:
        self._loader.show(self._filters.choice, with_families=self._settings.families_shown)

    def _put_in_order(self, order: Order) -> None:
        self._filters.set_choice(self._filters.choice._replace(order=order))

    def _go_to_lines(self) -> None:
        self._view.setFocus()
        if self._view.chosen_line is None:
            self._view.choose_first()

    def _toggle_families(self, shown: bool) -> None:
        self._settings.families_shown = shown
        self._model.unfolded.by_hand.clear()
        self._loader.reload_as(with_families=shown)

    def _show_columns(self, hidden: tuple[str, ...]) -> None:
        self._settings.hidden_columns = hidden
        self._model.set_columns(hidden)

    def _count(self) -> None:
        database = self._desk.database

        def read(is_unwanted: IsUnwanted) -> Iterator[JournalCounts]:
            yield journal_counts(database)

        if line_count(database) <= _COUNTED_AT_ONCE:
            self._counting.withdraw()
            self._filters.set_counts(journal_counts(database))
        else:
            self._counting.begin(read, self._filters.set_counts, after_milliseconds=_PAUSE)

    def _open_menu(self, application_id: int, where: QPoint) -> None:
        line = self._view.chosen_line
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Open the application"), lambda: self.opened.emit(application_id))
        if line is not None and self._model.row(line).family_size:
            is_open = self._model.is_open(line)
            words = _("Hide the family") if is_open else _("Show the family")
            menu.addAction(words, lambda: self._view.open_family(line, not is_open))
        menu.addAction(_("Print the application"), lambda: self.paper_asked.emit(application_id))
        self.menu_opened.emit(menu, application_id)
        menu.popup(where)

    def _say_when_empty(self) -> None:
        is_empty = not self._model.outline.lines
        self._empty.setVisible(is_empty)
        if is_empty:
            self._empty.say(*self._empty_words())

    def _is_new_office(self) -> bool:
        return not line_count(self._desk.database)

    def _empty_words(self) -> tuple[str, str]:
        choice = self._filters.choice
        if self._is_new_office():
            return _("The journal has no line yet."), _("Write down the first application")
        if choice == JournalChoice(show=Show.DUE, order=choice.order):
            return _("Nothing is due today."), _("Show all lines")
        if choice == JournalChoice(show=Show.RESERVE, order=choice.order):
            return _("Nobody is in the reserve."), _("Show all lines")
        return _("Nothing was found."), _("Clear the filters")

    def _fill(self) -> None:
        if self._is_new_office():
            self.intake_asked.emit()
        else:
            self.choose(Show.ALL)
            self._view.setFocus()
