"""The peer of the long journal: Qt's own table view over a Python list with as many rows."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SAMPLE = 1000


class ListModel(QAbstractTableModel):
    """The simplest model there is: a list of tuples of texts."""

    def __init__(self, rows: list[tuple[str, ...]], titles: list[str]) -> None:
        super().__init__()
        self._rows = rows
        self._titles = titles

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None


def bare_list(journal: QAbstractItemModel) -> QTableView:
    """A table view over a list as long as the journal, with the texts of its columns."""
    columns = range(journal.columnCount())
    titles = [str(journal.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    sample = [
        tuple(str(journal.index(row, column).data()) for column in columns[1:])
        for row in range(min(_SAMPLE, journal.rowCount()))
    ]
    # The texts repeat, or reading them would take longer than everything that is measured.
    rows = [(str(row), *sample[row % len(sample)]) for row in range(journal.rowCount())]
    view = QTableView()
    view.setModel(ListModel(rows, titles))
    return view
