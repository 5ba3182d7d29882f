"""The pause after an act: a key pressed twice in haste does not do the next one as well."""

from PySide6.QtGui import QKeyEvent

_MILLISECONDS = 400


class Pause:
    """Goes by the time at which keys were pressed, as the system tells it; without one it never holds."""

    def __init__(self) -> None:
        self._pressed = 0
        self._begun = 0

    def follow(self, event: QKeyEvent) -> None:
        """A key was pressed that may do something."""
        self._pressed = event.timestamp()

    def begin(self) -> None:
        """Something was done by the key that was pressed last."""
        self._begun = self._pressed

    def holds(self, event: QKeyEvent) -> bool:
        """Whether a key came so soon after the act that it was hardly meant."""
        return bool(self._begun) and 0 <= event.timestamp() - self._begun < _MILLISECONDS


_PAUSE = Pause()


def pause() -> Pause:
    """The one pause of the program."""
    return _PAUSE
