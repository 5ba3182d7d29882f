"""What is folded on the tape chart: floors, and the rooms that one family has whole."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt, Signal

from kandas_desktop.queries.tape import Tape
from kandas_desktop.ui.board.tape.lines import Line

_Key = Qt.Key


class Folds(QObject):
    """``changed()`` after any fold; ``floors_folded(floors)`` tells which floors are folded by hand."""

    changed = Signal()
    floors_folded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.floors: frozenset[int] = frozenset()
        self.unfolded_rooms: frozenset[int] = frozenset()

    def set_floors(self, floors: Collection[int]) -> None:
        """Fold these floors and no others, without telling."""
        self.floors = frozenset(floors)
        self.changed.emit()

    def turn(self, line: Line) -> None:
        """Fold what a line heads, or unfold it."""
        if line.room is None:
            self._fold_floors(self.floors ^ {line.floor.floor})
        elif line.room.whole:
            self.unfolded_rooms = self.unfolded_rooms ^ {line.room.room.id}
            self.changed.emit()

    def fold_floor(self, floor: int, *, is_folded: bool) -> None:
        """Fold or unfold one floor."""
        self._fold_floors(self.floors | {floor} if is_folded else self.floors - {floor})

    def unfold_floors(self) -> None:
        """Unfold every floor."""
        self._fold_floors(frozenset())

    def open_floor_of(self, bed_id: int, tape: Tape) -> None:
        """Unfold the floor on which a bed stands."""
        floors = {
            floor.floor
            for floor in tape.floors
            for room in floor.rooms
            if any(bed.bed.id == bed_id for bed in room.beds)
        }
        if floors & self.floors:
            self._fold_floors(self.floors - floors)

    def take_key(self, key: int, line: Line | None) -> bool:
        """− folds the room of a line, else its floor; + unfolds the room, else every floor."""
        if key == _Key.Key_Minus and line is not None:
            if line.room is not None and line.room.whole and line.is_open:
                self.turn(line)
            else:
                self._fold_floors(self.floors | {line.floor.floor})
            return True
        if key == _Key.Key_Plus:
            if line is not None and not line.is_open:
                self.turn(line)
            else:
                self._fold_floors(frozenset())
            return True
        return False

    def _fold_floors(self, floors: frozenset[int]) -> None:
        if floors != self.floors:
            self.set_floors(floors)
            self.floors_folded.emit(floors)
