"""A view in which one line is chosen, by keys too, and stays chosen while lines come and go."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.journal.line_view import Anchor, LineView
from kandas_desktop.ui.journal.model import JournalModel

_Key = Qt.Key
_ENDS = (_Key.Key_Home, _Key.Key_End)
_CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ChoosingView(LineView):
    """What is chosen is an application: its line is found again wherever it stands."""

    chosen = Signal(int)

    def __init__(self, model: JournalModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._chosen_id: int | None = None
        self._is_awaited = False
        self._anchor: Anchor | None = None
        self.setModel(model)
        # Qt would scroll to whatever is chosen again.
        self.setAutoScroll(False)
        model.modelAboutToBeReset.connect(self._lines_go)
        model.modelReset.connect(self._lines_came)
        model.rowsInserted.connect(self._find_chosen)

    @property
    def chosen_id(self) -> int | None:
        """The application whose line is chosen; it stays so while its line is out of the choice."""
        return self._chosen_id

    @property
    def chosen_line(self) -> int | None:
        """The chosen line, if it is among those shown."""
        index = self.currentIndex()
        return self._journal.outline.place(index.row()).line if index.isValid() else None

    def choose(self, application_id: int, *, centred: bool = False) -> None:
        """Choose the line of an application, now or as soon as it is there."""
        self._chosen_id = application_id
        line = self._journal.line_of(application_id)
        self._is_awaited = line is None
        if line is None:
            self.selectionModel().clear()
        else:
            self._choose_line(line, centred=centred)

    def choose_first(self) -> None:
        """Choose the uppermost line."""
        if self._journal.outline.lines:
            self._choose_line(0)

    def lay_out(self) -> None:
        """Fit everything to the window and to the lines that there are."""
        self.updateGeometries()
        self.viewport().update()

    def take_key(self, key: int) -> bool:
        """Choose another line by a key; whether the key does that."""
        last = self._journal.outline.lines - 1
        target = self._target(key, last)
        if target is not None and last >= 0:
            self._choose_line(min(max(0, target), last))
        return target is not None

    def _target(self, key: int, last: int) -> int | None:
        """The line to which a key leads, perhaps beyond the ends; ``None`` for any other key."""
        page = max(1, self.viewport().height() // self.heights.line - 1)
        steps = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        if key in steps:
            line, seen = self.chosen_line, self.lines_seen()
            return line + steps[_Key(key)] if line is not None else (seen[0] if seen else 0)
        if key in _ENDS:
            return 0 if key == _Key.Key_Home else last
        return None

    def _choose_line(self, line: int, *, centred: bool = False) -> None:
        index = self._journal.index(self._journal.outline.row(line), 0)
        self.selectionModel().setCurrentIndex(index, _CHOSEN)
        self.bring_into_sight(line, centred=centred)
        self.viewport().update()
        self._chosen_id = self._journal.application_id(line)
        self.chosen.emit(self._chosen_id)

    def _lines_go(self) -> None:
        self._anchor = self.anchor()

    def _lines_came(self) -> None:
        self.lay_out()
        self.hold(self._anchor)
        self._find_chosen()

    def _find_chosen(self) -> None:
        """Find the chosen application again among new lines; go there only if it was asked for."""
        if self._chosen_id is None or self.currentIndex().isValid():
            return
        line = self._journal.line_of(self._chosen_id)
        if line is None:
            return
        index = self._journal.index(self._journal.outline.row(line), 0)
        self.selectionModel().setCurrentIndex(index, _CHOSEN)
        if self._is_awaited:
            self._is_awaited = False
            self.bring_into_sight(line, centred=True)
