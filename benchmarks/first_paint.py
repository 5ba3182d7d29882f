"""The moment in which a window is painted for the first time; the program ends then."""

import time

_moments: list[float] = []


def painted() -> None:
    """To be called from the first paint: the moment counts when the program is free for the next key."""
    if not _moments:
        from PySide6.QtCore import QTimer

        _moments.append(0.0)
        QTimer.singleShot(0, _free)


def _free() -> None:
    from PySide6.QtCore import QCoreApplication

    _moments[0] = time.monotonic()
    QCoreApplication.quit()


def moment() -> float:
    """The moment, on the clock that all programs share; after the end of the event loop."""
    return _moments[0]
