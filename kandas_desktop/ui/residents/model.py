"""The residents as a list that a view can walk through; those who left come page by page."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kandas_desktop.queries.residents import PAGE, ResidentRow

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_ReadPage = Callable[[int], Sequence[ResidentRow]]


class ResidentsModel(QAbstractListModel):
    """Of many rows a page is read once it is seen; ``speak`` says a row for screen readers."""

    def __init__(self, speak: Callable[[ResidentRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._rows: dict[int, ResidentRow] = {}
        self._count = 0
        self._page: _ReadPage | None = None

    @property
    def rows(self) -> Sequence[ResidentRow]:
        """The rows that were read so far, in their order."""
        return [self._rows[at] for at in sorted(self._rows)]

    def show_rows(self, rows: Sequence[ResidentRow], count: int, page: _ReadPage | None = None) -> None:
        """Show ``count`` rows, of which these are the first; ``page`` reads those from a place on."""
        self.beginResetModel()
        self._rows = dict(enumerate(rows))
        self._count = count
        self._page = page
        self.endResetModel()

    def row(self, at: int) -> ResidentRow | None:
        """The row at a place, read now if it was not yet; ``None`` where somebody took it away since."""
        if at not in self._rows and self._page is not None and 0 <= at < self._count:
            first = at // PAGE * PAGE
            self._rows.update(enumerate(self._page(first), first))
        return self._rows.get(at)

    def place_of(self, stay_id: int) -> int | None:
        """Where a stay stands; ``None`` where it is not among the rows that were read."""
        return next((at for at, row in self._rows.items() if row.stay_id == stay_id), None)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._speak(row)
        return None
