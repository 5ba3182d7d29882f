"""The residents' table: filters above, rows below, and what stands there when there are none."""

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.residents import (
    ResidentList,
    ResidentRow,
    Residents,
    left_residents,
    resident_list,
)
from kandas_desktop.ui.cell_painter import cut_words
from kandas_desktop.ui.kit.frame import EmptyState
from kandas_desktop.ui.kit.line_list import ColumnTitles, LineList, Title
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.residents.cells import spoken_row
from kandas_desktop.ui.residents.columns import COLUMNS, spans
from kandas_desktop.ui.residents.filter_row import filter_row
from kandas_desktop.ui.residents.model import ResidentsModel
from kandas_desktop.ui.residents.row_painter import RowPainter
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_NAMES = tuple(column.name for column in COLUMNS)


class ResidentsTable(QWidget):
    """``chosen(stay)`` when the row changes, ``opened(stay)`` on Enter or a click.

    ``counted(people, households)`` tells how many of those who live here were found, ``emptied`` that what
    is searched or filtered for finds nobody.
    """

    chosen = Signal(int)
    opened = Signal(int)
    menu_asked = Signal(QPoint)
    empty_pressed = Signal()
    emptied = Signal()
    counted = Signal(int, int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.filters = filter_row()
        self.view = LineList()
        self._header = ColumnTitles(self.view, self._titles)
        self.model = ResidentsModel(self._speak)
        self._painter = RowPainter(self.view)
        self.empty = EmptyState("users", "")
        self._build()
        self.filters.choice_changed.connect(self.reload)
        self.filters.lines_asked.connect(self._go_to_rows)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(lambda: self._open(self.view.currentIndex()))
        self.view.menu_asked.connect(self.menu_asked)
        self.empty.pressed.connect(self._empty_pressed)

    @property
    def _is_plain(self) -> bool:
        """Whether nothing narrows down who is shown of those who live here."""
        return self.filters.which is Residents.NOW and not self.filters.typed

    @property
    def chosen_row(self) -> ResidentRow | None:
        """The row that is chosen."""
        at = self.view.currentIndex()
        return self.model.row(at.row()) if at.isValid() else None

    def reload(self) -> None:
        """Read the rows afresh; whoever is chosen stays so while they are among them."""
        kept = self.chosen_row
        desk, typed, which = self._workplace.desk, self.filters.typed, self.filters.which
        found = resident_list(desk.database, which, desk.today, typed=typed)
        self._painter.on = desk.today

        def more(offset: int) -> list[ResidentRow]:
            return left_residents(desk.database, desk.today, typed=typed, offset=offset)

        count = found.counts.left if which is Residents.LEFT else len(found.rows)
        self.model.show_rows(found.rows, count, more if found.has_more else None)
        self.filters.set_counts(dict(zip(Residents, found.counts, strict=True)))
        self._say_empty(found)
        self.counted.emit(found.counts.now, found.households)
        self._header.update()
        self.choose(kept.stay_id if kept else None)
        if not found.rows and not self._is_plain:
            self.emptied.emit()

    def choose(self, stay_id: int | None) -> bool:
        """Choose a stay's row, else the first; return whether it was there."""
        at = self.model.place_of(stay_id) if stay_id is not None else None
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(at or 0))
        return at is not None

    def show_stay(self, stay_id: int) -> None:
        """Choose a stay, whatever was filtered."""
        if not self.choose(stay_id):
            self.filters.show_all(Residents.NOW)
            self.choose(stay_id)

    def set_names_hidden(self, hidden: bool) -> None:
        """Hide or show names (F9)."""
        self._painter.hidden = hidden
        self.view.viewport().update()

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._painter)
        self.view.setAccessibleName(_("Residents"))
        self.view.tell_cut_words(self._cut_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.filters, self._header):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)

    def _titles(self, width: int) -> list[Title]:
        have_left = self.filters.which is Residents.LEFT
        return [
            Title((column.left_title if have_left else column.title)(), left, wide)
            for column, left, wide in spans(width, padding=theme().sizes.page_padding)
        ]

    def _say_empty(self, found: ResidentList) -> None:
        is_empty = not found.rows
        self.view.setVisible(not is_empty)
        self._header.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        if self._is_plain:
            self.empty.say(_("Nobody lives in the Center yet."), _("Go to the beds"))
        elif self.filters.typed:
            self.empty.say(_("Nobody was found."), _("Clear the filter"))
        else:
            self.empty.say(_("There is nobody of this kind."), _("Show everybody who lives here"))

    def _empty_pressed(self) -> None:
        if self._is_plain:
            self.empty_pressed.emit()
        else:
            self.filters.show_all(Residents.NOW)
            self.view.setFocus()

    def _go_to_rows(self) -> None:
        """Leave the search for what it found; where it found nobody, one goes on typing."""
        if self.model.rowCount():
            self.view.setFocus()

    def _moved(self, current: QModelIndex) -> None:
        row = self.model.row(current.row()) if current.isValid() else None
        if row is not None:
            self.chosen.emit(row.stay_id)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row.stay_id)

    def _cut_words(self, place: int) -> str:
        row = self.model.row(place)
        return cut_words(self._painter.placed(row, self.view.viewport().width())) if row else ""

    def _speak(self, row: ResidentRow) -> str:
        return spoken_row(row, _NAMES, on=self._painter.on, hidden=self._painter.hidden)
