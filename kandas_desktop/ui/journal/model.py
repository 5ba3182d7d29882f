"""The journal as Qt's views see it: the ids of all lines, and rows read when they are looked at."""

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kandas_desktop.queries.journal import FamilyRow, JournalRow
from kandas_desktop.queries.journal_lines import LineIds
from kandas_desktop.ui.journal.columns import (
    COLUMNS,
    Column,
    Sight,
    born_text,
    family_name,
    family_status,
    family_text,
)
from kandas_desktop.ui.journal.outcomes import outcome
from kandas_desktop.ui.journal.outline import Outline, Place
from kandas_desktop.ui.journal.rows import JournalRows
from kandas_desktop.ui.journal.speaking import spoken_cell, spoken_line
from kandas_desktop.ui.journal.unfolded import Unfolded
from kandas_desktop.ui.kinship import kinship_words

if TYPE_CHECKING:
    from kandas_desktop.queries.journal_found import FoundFamily

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MARGIN = 2  # lines read along above and below those that are asked for
_Role = Qt.ItemDataRole


class JournalModel(QAbstractTableModel):
    """Numbered lines, and under each of them its family lines if they are open."""

    def __init__(self, rows: JournalRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ids: range | array[int] = array("q")
        self._outline = Outline()
        self._unfolded = Unfolded()
        self._columns: tuple[Column, ...] = COLUMNS
        self._sight = Sight(rows.today)

    # --- what there is

    @property
    def outline(self) -> Outline:
        """Where each line stands."""
        return self._outline

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown."""
        return self._columns

    @property
    def sight(self) -> Sight:
        """How the lines are looked at."""
        return self._sight

    @property
    def unfolded(self) -> Unfolded:
        """Which families are shown one by one."""
        return self._unfolded

    def application_id(self, line: int) -> int:
        """The application of a numbered line, counted from the top."""
        return self._ids[line]

    def line_of(self, application_id: int) -> int | None:
        """Where an application's line stands; ``None`` where it is not among those shown."""
        try:
            return self._ids.index(application_id)
        except ValueError:
            return None

    def row(self, line: int) -> JournalRow:
        """What stands on a numbered line."""
        if not self._rows.has_line(self._ids[line]):
            self.fetch(line, line)
        return self._rows.line(self._ids[line])

    def family(self, line: int) -> list[FamilyRow]:
        """The family beneath a numbered line."""
        return self._rows.family(self._ids[line])

    def fetch(self, first: int, last: int) -> None:
        """Read what is not at hand of the lines from ``first`` to ``last``, and some around them."""
        if all(map(self._rows.has_line, self._ids[first : last + 1])):
            return
        self._rows.fetch(self._ids[max(0, first - _MARGIN) : last + 1 + _MARGIN])

    def fetch_families(self, first: int, last: int) -> None:
        """Read the families that are open between two lines."""
        self._rows.fetch_families(
            self._ids[line] for line in range(first, last + 1) if self._outline.shown_family(line)
        )

    # --- what changes

    def set_lines(self, lines: LineIds) -> None:
        """Show these lines and no others; families that were opened one by one stay open."""
        self.beginResetModel()
        self._ids = lines.ids if isinstance(lines.ids, range) else array("q", lines.ids)
        self._outline = Outline()
        self._put_down(lines)
        self.endResetModel()

    def append_lines(self, lines: LineIds) -> None:
        """Show more lines below the others."""
        assert isinstance(self._ids, array), "a journal known in whole gets no more lines"
        if not lines.ids:
            return
        families = lines.families
        if families is None:
            unfolded = self._unfolded.among(lines.ids, self._rows.family_size, above=self._outline.lines)
            families = [size for _line, size in unfolded]
        first, rows = self._outline.rows, len(lines.ids) + sum(families)
        self.beginInsertRows(_ROOT, first, first + rows - 1)
        self._ids.extend(lines.ids)
        self._put_down(lines)
        self.endInsertRows()

    def add_found(self, found: "Mapping[int, FoundFamily]") -> None:
        """Show these families too."""
        if self._unfolded.add_found(found):
            self.beginResetModel()
            self._unfold(self._ids, 0)
            self.endResetModel()

    def _put_down(self, lines: LineIds) -> None:
        first = self._outline.lines
        if lines.families is not None:
            self._outline.append(lines.families)
            return
        self._outline.append_closed(len(lines.ids))
        self._unfold(lines.ids, first)

    def _unfold(self, ids: Sequence[int], first: int) -> None:
        for line, size in self._unfolded.among(ids, self._rows.family_size, above=first):
            self._outline.show_family(first + line, size)

    def is_open(self, line: int) -> bool:
        """Whether the family beneath a line is shown."""
        return self._outline.shown_family(line) > 0

    def set_open(self, line: int, is_open: bool) -> None:
        """Show or hide the family beneath a line."""
        size = self.row(line).family_size
        if is_open == self.is_open(line) or not size:
            return
        first = self._outline.row(line) + 1
        if is_open:
            self._unfolded.by_hand.add(self._ids[line])
            self.beginInsertRows(_ROOT, first, first + size - 1)
            self._outline.show_family(line, size)
            self.endInsertRows()
        else:
            self._unfolded.by_hand.discard(self._ids[line])
            self.beginRemoveRows(_ROOT, first, first + size - 1)
            self._outline.show_family(line, 0)
            self.endRemoveRows()

    def refresh(self) -> None:
        """Read again what is looked at: something was written, or the day turned."""
        self._rows.forget()
        self.look(self._sight._replace(today=self._rows.today))

    def look(self, sight: Sight) -> None:
        """Look at the same lines in another way."""
        self._sight = sight
        if self._outline.lines:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_columns(self, hidden: Sequence[str]) -> None:
        """Show all columns but these; the six of the order always stay."""
        self.beginResetModel()
        self._columns = tuple(column for column in COLUMNS if not (column.is_own and column.name in hidden))
        self.endResetModel()

    # --- what Qt asks

    def _line_data(self, line: int, column: Column, role: int) -> Any:
        row = self.row(line)
        if role == _Role.AccessibleTextRole:
            is_first = column is self._columns[0]
            return (
                spoken_line(row, self._columns, self._sight)
                if is_first
                else spoken_cell(row, column, self._sight)
            )
        if role == _Role.ToolTipRole and column.name == "outcome":
            return outcome(row, self._sight.today).reason
        return column.cell(row, self._sight).text

    def _family_data(self, place: Place, column: Column, role: int) -> Any:
        row, member = self.row(place.line), self.family(place.line)[place.position - 1]
        if role == _Role.AccessibleTextRole and column is self._columns[0]:
            return family_text(member, row, self._sight)
        texts = {
            "name": lambda: family_name(member, row, self._sight),
            "birth": lambda: born_text(member.born, self._sight),
            "country": lambda: kinship_words(member.kinship),
            "registered": lambda: family_status(member, row, self._sight).text,
        }
        return texts[column.name]() if column.name in texts else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._outline.rows

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            _Role.DisplayRole,
            _Role.ToolTipRole,
            _Role.AccessibleTextRole,
        ):
            return None
        place, column = self._outline.place(index.row()), self._columns[index.column()]
        if place.position:
            return self._family_data(place, column, role)
        return self._line_data(place.line, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        shown = role in (_Role.DisplayRole, _Role.AccessibleTextRole)
        if shown and orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            return self._columns[section].title()
        return None
