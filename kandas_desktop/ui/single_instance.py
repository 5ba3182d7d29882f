"""One office is open once: a second start raises the first window and ends."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1000  # milliseconds for the first window to answer


class SingleInstance(QObject):
    """Holds the lock of an office's folder; ``raised`` says that somebody started the program again."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        _make(folder)
        self._name = "kandas-" + sha256(str(folder.resolve()).casefold().encode()).hexdigest()[:24]
        self._lock = QLockFile(str(folder / "open.lock"))
        self._lock.setStaleLockTime(0)
        taken = self._lock.tryLock(0)
        # A folder that cannot be written to is no second start: opening the office says what is wrong.
        self.is_second = not taken and self._lock.error() == QLockFile.LockError.LockFailedError
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)
        if taken:
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def raise_first(self) -> bool:
        """Ask the first window to come forward; whether it could be reached."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(_WAIT)
        socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Let the folder go, before the program ends."""
        self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.close()
        connection.deleteLater()
        self.raised.emit()


def _make(folder: Path) -> None:
    # Where it cannot be made, opening the office says so.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
