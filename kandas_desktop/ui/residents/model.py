"""The residents as a list that a view can walk through; those who left come page by page."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kandas_desktop.queries.residents import ResidentRow

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class ResidentsModel(QAbstractListModel):
    """``show_rows`` with what follows them; ``speak`` says a row for screen readers."""

    def __init__(self, speak: Callable[[ResidentRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._rows: list[ResidentRow] = []
        self._more: Callable[[int], Sequence[ResidentRow]] | None = None

    @property
    def rows(self) -> Sequence[ResidentRow]:
        return self._rows

    def show_rows(
        self, rows: Sequence[ResidentRow], more: Callable[[int], Sequence[ResidentRow]] | None = None
    ) -> None:
        """Show these rows; ``more`` reads those after so many, where there are any."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more = more
        self.endResetModel()

    def place_of(self, stay_id: int) -> int | None:
        """Where a stay stands; ``None`` where it is not among the rows."""
        return next((at for at, row in enumerate(self._rows) if row.stay_id == stay_id), None)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._speak(row)
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return self._more is not None and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:
        if self._more is None:
            return
        following = self._more(len(self._rows))
        if not following:
            self._more = None
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(following) - 1)
        self._rows += following
        self.endInsertRows()
