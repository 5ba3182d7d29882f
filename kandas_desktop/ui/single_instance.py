"""One office is open once: a second start raises the first window and ends."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1000  # milliseconds to reach the first window
_ANSWER = 5000  # milliseconds for it to answer, which a window that hangs never does
_TRIES = 15  # the first window listens only once it is up
_BETWEEN = 100  # milliseconds


class SingleInstance(QObject):
    """Holds the lock of an office's folder; ``raised`` says that somebody started the program again."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        _make(folder)
        self._folder = folder
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(folder / "open.lock"))
        self._lock.setStaleLockTime(0)
        # A folder that cannot be written to is no second start: opening the office says what is wrong.
        self.is_second = (
            not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError
        )

    def listen(self) -> None:
        """Answer other starts from now on; the first one calls this once its window is there."""
        # Imported late: the window comes up without Qt's network, and works where its libraries are missing.
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return

        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name())
        self._server.listen(self._name())

    def raise_first(self) -> bool:
        """Ask the first window to come forward; whether it was reached and answered."""
        from PySide6.QtCore import QThread

        try:
            from PySide6.QtNetwork import QLocalSocket
        except ImportError:
            return False

        _let_others_come_forward()
        socket = QLocalSocket()
        for attempt in range(_TRIES):
            if attempt:
                QThread.msleep(_BETWEEN)
            socket.connectToServer(self._name())
            if socket.waitForConnected(_WAIT):
                return _is_answered(socket)
        return False

    def release(self) -> None:
        """Let the folder go, before the program ends."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _name(self) -> str:
        from hashlib import sha256

        return "kandas-" + sha256(str(self._folder.resolve()).casefold().encode()).hexdigest()[:24]

    def _answer(self) -> None:
        assert self._server is not None, "only a server is connected to"
        connection = self._server.nextPendingConnection()
        connection.close()
        connection.deleteLater()
        self.raised.emit()


def _is_answered(socket: "QLocalSocket") -> bool:
    """Whether the first window closes the connection: the system takes it for a window that hangs, too."""
    from PySide6.QtCore import QEventLoop, QTimer

    waiting = QEventLoop()
    socket.disconnected.connect(waiting.quit)
    QTimer.singleShot(_ANSWER, waiting, waiting.quit)
    if socket.state() is socket.LocalSocketState.ConnectedState:
        waiting.exec()
    is_answered = socket.state() is socket.LocalSocketState.UnconnectedState
    socket.abort()
    return is_answered


def _let_others_come_forward() -> None:
    # Windows lets only the program that was just started put a window in front; the first would only blink.
    if sys.platform == "win32":
        import ctypes

        any_program = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_program)


def _make(folder: Path) -> None:
    # Where it cannot be made, opening the office says so.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
