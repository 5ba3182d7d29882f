"""Loading the lines of a choice: the first screen at once, the rest from a thread of its own."""

from array import array
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from kandas_desktop.actions.desk import Desk
from kandas_desktop.queries.journal_lines import (
    JournalChoice,
    LineIds,
    all_lines,
    first_lines,
    unbroken_ids,
)
from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.reading import BackgroundRead, IsUnwanted
from kandas_desktop.ui.journal.unfolded import FOUND_LINES

if TYPE_CHECKING:
    from kandas_desktop.queries.journal_found import FoundFamily

AT_ONCE = 100  # lines: more than any screen shows
_AT_ONCE_AGAIN = 2000  # lines read at once when the same choice is read again
_SEEN = 24  # lines whose families are looked through at once: those on the screen
_PATIENCE = 0.025  # seconds; what takes longer is read beside the window
_PAUSE = 40  # milliseconds: a key typed meanwhile makes the long read needless


class LinesLoader(QObject):
    """Puts the lines of a choice into the model; ``loaded`` tells when all of them are there."""

    came = Signal()
    loaded = Signal()

    def __init__(self, desk: Desk, model: JournalModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._choice = JournalChoice()
        self._with_families = False
        self._reader = BackgroundRead(desk, self)
        self._reader.finished.connect(self.loaded)
        self._finder = BackgroundRead(desk, self)

    @property
    def is_loading(self) -> bool:
        """Whether more lines, or families among them, are still to come."""
        return self._reader.is_busy or self._finder.is_busy

    def show(self, choice: JournalChoice, *, with_families: bool) -> None:
        """Show a choice: its first lines before this returns, unless even those take long."""
        self._reader.withdraw()
        self._finder.withdraw()
        self._choice, self._with_families = choice, with_families
        self._model.unfolded.set_found({})
        if self._showed_unbroken():
            return
        first = self._first(AT_ONCE)
        self._find_families(first)
        if first is not None:
            self._model.set_lines(first)
            self.came.emit()
        if first is not None and len(first.ids) < AT_ONCE:
            self.loaded.emit()
            return
        arrivals = _Arrivals(self._model, first, self.came)
        self._reader.begin(self._reading(), arrivals.take, after_milliseconds=_PAUSE)

    def reload(self) -> None:
        """Read the same choice again; what is seen stays until all of it is there anew."""
        self._reader.withdraw()
        self._finder.withdraw()
        self._model.refresh()
        if self._showed_unbroken():
            return
        self._find_families(None)
        lines = self._first(_AT_ONCE_AGAIN)
        if lines is not None and len(lines.ids) < _AT_ONCE_AGAIN:
            self._model.set_lines(lines)
            self.came.emit()
            self.loaded.emit()
        else:
            reading = self._reading()
            self._reader.begin(
                lambda is_unwanted: iter((_joined(reading(is_unwanted)),)),
                self._replace,
                after_milliseconds=_PAUSE,
            )

    def reload_as(self, *, with_families: bool) -> None:
        """Read the same choice with the families shown or hidden, keeping what is seen until it is there."""
        self._with_families = with_families
        self.reload()

    def stop(self) -> None:
        """Read no more: the window closes."""
        self._reader.stop()
        self._finder.stop()

    def _find_families(self, first: LineIds | None) -> None:
        """Have the families shown by which lines were found: those of the ``first`` lines at once."""
        if not self._choice.typed.strip():
            return
        if first is not None:
            # Imported with the first search: the journal comes up without it.
            from kandas_desktop.queries.journal_found import found_families

            seen = first.ids[:_SEEN]
            self._model.unfolded.set_found(found_families(self._desk.database, seen, self._choice.typed))
        if first is None or len(first.ids) > _SEEN:
            self._finder.begin(self._finding(), self._model.add_found, after_milliseconds=_PAUSE)

    def _finding(self) -> "Callable[[IsUnwanted], Iterator[dict[int, FoundFamily]]]":
        """The reading of the families of the first lines that were found, to be done in another thread."""
        database, choice = self._desk.database, self._choice

        def read(is_unwanted: IsUnwanted) -> "Iterator[dict[int, FoundFamily]]":
            from kandas_desktop.queries.journal_found import found_families

            lines = first_lines(database, choice, FOUND_LINES, is_unwanted=is_unwanted)
            ids = lines.ids if lines else ()
            for start in range(0, len(ids), AT_ONCE):
                if is_unwanted():
                    return
                yield found_families(database, ids[start : start + AT_ONCE], choice.typed)

        return read

    def _showed_unbroken(self) -> bool:
        if not self._choice.is_everything or self._with_families:
            return False
        ids = unbroken_ids(self._desk.database, self._choice.order)
        if ids is None:
            return False
        self._model.set_lines(LineIds(ids))
        self.came.emit()
        self.loaded.emit()
        return True

    def _first(self, limit: int) -> LineIds | None:
        return first_lines(
            self._desk.database,
            self._choice,
            limit,
            with_families=self._with_families,
            is_unwanted=_out_of_patience(),
        )

    def _reading(self) -> Callable[[IsUnwanted], Iterator[LineIds]]:
        """The long read of the present choice, to be done in another thread."""
        database, choice, with_families = self._desk.database, self._choice, self._with_families
        return lambda is_unwanted: all_lines(
            database, choice, with_families=with_families, is_unwanted=is_unwanted
        )

    def _replace(self, lines: LineIds) -> None:
        self._model.set_lines(lines)
        self.came.emit()


def _joined(pieces: Iterator[LineIds]) -> LineIds:
    ids, families = array("q"), array("H")
    are_families_known = False
    for piece in pieces:
        ids.extend(piece.ids)
        are_families_known = piece.families is not None
        families.extend(piece.families or ())
    return LineIds(ids, families if are_families_known else None)


class _Arrivals:
    """Appends the pieces of a long read to the lines that were there at once."""

    def __init__(self, model: JournalModel, first: LineIds | None, came: SignalInstance) -> None:
        self._model = model
        self._first = first
        self._is_begun = False
        self._came = came

    def take(self, piece: LineIds) -> None:
        """Put a piece into the model."""
        if self._is_begun:
            self._model.append_lines(piece)
            return
        self._is_begun = True
        known = len(self._first.ids) if self._first else 0
        if self._first is not None and piece.ids[:known] == self._first.ids:
            families = piece.families[known:] if piece.families is not None else None
            self._model.append_lines(LineIds(piece.ids[known:], families))
        else:
            # Somebody wrote in between, or the first lines took too long.
            self._model.set_lines(piece)
            self._came.emit()


def _out_of_patience() -> Callable[[], bool]:
    until = perf_counter() + _PATIENCE
    return lambda: perf_counter() > until
