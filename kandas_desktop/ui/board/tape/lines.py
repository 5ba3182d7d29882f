"""The lines of the tape chart from the top: floors, rooms that one family has whole, beds."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kandas_desktop.queries.tape import TapeBed, TapeFloor, TapeRoom
from kandas_desktop.queries.tape_bars import TapeBar

FLOOR_HEIGHT = 28
ROW_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a floor's head, a whole room, or a bed."""

    top: int
    height: int
    floor: TapeFloor
    is_open: bool
    """Whether what it heads is unfolded."""
    room: TapeRoom | None = None
    bed: TapeBed | None = None
    begins_room: bool = False

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def beds(self) -> tuple[TapeBed, ...]:
        """The beds for which it stands; a floor's head stands for none."""
        if self.bed is not None:
            return (self.bed,)
        return self.room.beds if self.room is not None else ()

    @property
    def bars(self) -> tuple[TapeBar, ...]:
        if self.bed is not None:
            return self.bed.bars
        return self.room.whole if self.room is not None else ()

    @property
    def has_fold(self) -> bool:
        """Whether a chevron stands before it."""
        return self.room is None or (self.begins_room and bool(self.room.whole))


class Lines:
    """All lines of one reading, with what is folded and unfolded."""

    def __init__(
        self,
        floors: Sequence[TapeFloor],
        *,
        folded: Collection[int] = (),
        unfolded: Collection[int] = (),
    ) -> None:
        """``folded`` are floors, ``unfolded`` the rooms shown bed by bed though one family has them whole."""
        self.all: list[Line] = []
        self._by_bed: dict[int, int] = {}
        self._top = 0
        for floor in floors:
            is_open = floor.floor not in folded
            self._add(FLOOR_HEIGHT, floor, is_open=is_open)
            for room in floor.rooms if is_open else ():
                self._add_room(floor, room, is_open=not room.whole or room.room.id in unfolded)
        self._tops = [line.top for line in self.all]
        self.height = self._top

    def at(self, y: int) -> Line | None:
        """The line at a height from the top."""
        place = bisect_right(self._tops, y) - 1
        return self.all[place] if place >= 0 and y < self.all[place].bottom else None

    def between(self, top: int, bottom: int) -> list[Line]:
        """The lines of which something lies between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return self.all[first : bisect_right(self._tops, bottom)]

    def of(self, bed_id: int | None) -> Line | None:
        """The line that stands for a bed; ``None`` where its floor is folded."""
        place = self._by_bed.get(bed_id) if bed_id is not None else None
        return None if place is None else self.all[place]

    def neighbour(self, bed_id: int, by: int) -> Line | None:
        """The line of beds so many further down, or up below zero; the last one where there are no more."""
        lines = [line for line in self.all if line.room is not None]
        here = self.of(bed_id)
        if here is None or not lines:
            return lines[0] if lines else None
        return lines[max(0, min(len(lines) - 1, lines.index(here) + by))]

    def first_of_beds(self, top: int) -> Line | None:
        """The first line of beds from a height on."""
        return next((line for line in self.all if line.room is not None and line.top >= top), None)

    @property
    def ends(self) -> tuple[Line, Line] | None:
        """The first and the last line of beds."""
        lines = [line for line in self.all if line.room is not None]
        return (lines[0], lines[-1]) if lines else None

    def _add_room(self, floor: TapeFloor, room: TapeRoom, *, is_open: bool) -> None:
        if not is_open:
            self._add(ROW_HEIGHT, floor, is_open=False, room=room, begins_room=True)
            return
        for at, bed in enumerate(room.beds):
            self._add(ROW_HEIGHT, floor, is_open=True, room=room, bed=bed, begins_room=at == 0)

    def _add(
        self,
        height: int,
        floor: TapeFloor,
        *,
        is_open: bool,
        room: TapeRoom | None = None,
        bed: TapeBed | None = None,
        begins_room: bool = False,
    ) -> None:
        line = Line(self._top, height, floor, is_open, room, bed, begins_room)
        for each in line.beds:
            self._by_bed[each.bed.id] = len(self.all)
        self.all.append(line)
        self._top += height
