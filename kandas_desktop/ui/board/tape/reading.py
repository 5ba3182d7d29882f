"""What the tape chart has read: the house once, and its past as far back as somebody has scrolled."""

from collections.abc import Callable
from datetime import date, timedelta

from kandas_desktop.actions.desk import Desk
from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.board_household import HolderDetail, holder_detail
from kandas_desktop.queries.tape import Tape, read_further, read_tape

_AT_ONCE = timedelta(days=10)
"""How many days of the past are read in one go; more would hold up a frame."""
_AHEAD = timedelta(days=40)


class TapeReading:
    """One reading of the chart; what ended long ago is read when the days come near it."""

    def __init__(
        self, desk: Callable[[], Desk], board: BoardView, before: "TapeReading | None" = None
    ) -> None:
        """``before`` is what was shown last: much is as it was."""
        self._desk = desk
        self.board = board
        self.tape: Tape = read_tape(
            desk().database, board, since=board.on - _AT_ONCE, before=before.tape if before else None
        )
        for year in (board.on.year - 1, board.on.year, board.on.year + 1):
            self.tape.work_days.is_working(date(year, 1, 1))  # a year of holidays takes a frame to work out

    @property
    def on(self) -> date:
        return self.board.on

    def reaches(self, first: date) -> bool:
        """Whether everything was read that stands on a day."""
        return first >= self.tape.since

    def is_near_its_end(self, first: date) -> bool:
        """Whether more should be read before somebody scrolls there."""
        return first - _AHEAD < self.tape.since

    def go_back(self, first: date) -> None:
        """Read on into the past, at least to a day."""
        since = min(first, self.tape.since - _AT_ONCE)
        self.tape = read_further(self._desk().database, self.tape, since=since)
        self.tape.work_days.is_working(since)

    def is_day_off(self, day: date) -> bool:
        """Whether nobody works on a day, by the office's own calendar."""
        return not self.tape.work_days.is_working(day)

    def tile(self, bed_id: int) -> Tile:
        """The bed as the board's other views show it."""
        return self.board.tiles[bed_id]

    def detail(self, bed_id: int) -> HolderDetail | None:
        """Why the term of whoever has a bed ends when it does."""
        holder = self.tile(bed_id).holder
        return holder_detail(self._desk().database, holder, self.on) if holder else None
