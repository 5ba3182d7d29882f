"""Long reads beside the window: in a thread, with a connection of its own, and given up once unwanted."""

import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from kandas_desktop.actions.desk import Desk

Piece = TypeVar("Piece")
IsUnwanted = Callable[[], bool]


class _Wish(Generic[Piece]):
    """One read: how it is done, and who takes what it yields while it is wanted."""

    def __init__(self, read: Callable[[IsUnwanted], Iterator[Piece]], take: Callable[[Piece], None]) -> None:
        self.read = read
        self.take = take
        self.withdrawn = threading.Event()


class _Teller(QObject):
    """Carries what a thread read over to the window's own thread: the wish, and a piece or its end."""

    told = Signal(object, object)


class _End:
    """The last thing a read tells: that it is over, or why it failed."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


class BackgroundRead(QObject):
    """At most one read is wanted at a time: ``begin`` withdraws the one before.

    What a read yields is handed over in the window's thread, and never after it was withdrawn.
    """

    finished = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = desk.database
        self._wish: _Wish[object] | None = None
        self._threads: list[threading.Thread] = []
        self._teller = _Teller()
        self._teller.told.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        """Whether a read is wanted that is not over yet."""
        return self._wish is not None

    def begin(
        self,
        read: Callable[[IsUnwanted], Iterator[Piece]],
        take: Callable[[Piece], None],
        *,
        after_milliseconds: int = 0,
    ) -> None:
        """Read in a while, unless something else is begun before; hand each piece to ``take``."""
        self.withdraw()
        self._wish = cast(_Wish[object], _Wish(read, take))
        self._timer.start(after_milliseconds)

    def withdraw(self) -> None:
        """Give the read up that is under way, if there is one."""
        self._timer.stop()
        if self._wish is not None:
            self._wish.withdrawn.set()
            self._wish = None

    def stop(self) -> None:
        """Give the read up and wait until its thread is gone: the window closes."""
        self.withdraw()
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _start(self) -> None:
        wish = self._wish
        assert wish is not None, "the timer runs only while a read is wanted"
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._run, args=(wish, self._teller), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _run(self, wish: _Wish[object], teller: _Teller) -> None:
        error: BaseException | None = None
        try:
            with self._database.connection_context():
                for piece in wish.read(wish.withdrawn.is_set):
                    teller.told.emit(wish, piece)
        except Exception as failure:
            error = failure
        teller.told.emit(wish, _End(error))

    def _take(self, wish: _Wish[object], piece: object) -> None:
        if wish is not self._wish:
            return
        if not isinstance(piece, _End):
            wish.take(piece)
            return
        self._wish = None
        if piece.error is not None:
            raise piece.error
        self.finished.emit()
