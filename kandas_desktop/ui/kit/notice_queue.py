"""What the foot strip says: the newest at once, a fault until it is closed, and how many went unread."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

NoticeKind = Literal["done", "note", "fault"]

NOTICE_MILLISECONDS = 8_000
READING_MILLISECONDS = 2_000
"""How long a notice is to be on to have been read."""
_HISTORY = 200


class Action(NamedTuple):
    """What a notice offers: words, the slot, and the key that does the same."""

    words: str
    slot: Callable[[], None]
    keys: str = ""


class Wording(NamedTuple):
    """A sentence that names people, and what it says while names are hidden."""

    named: str
    unnamed: str

    @classmethod
    def of(cls, make: Callable[[bool], str]) -> "Wording":
        """Both wordings of ``make(hidden)``."""
        return cls(make(False), make(True))

    def seen(self, *, hidden: bool) -> str:
        """The sentence as it is to be read now."""
        return self.unnamed if hidden else self.named


class Notice(NamedTuple):
    """One sentence about what happened; ``unnamed`` says it while names are hidden, where it names people."""

    text: str
    kind: NoticeKind
    action: Action | None = None
    strong: str = ""
    at: datetime | None = None
    unnamed: str = ""

    def seen(self, *, hidden: bool) -> "Notice":
        """The notice as it is to be read now."""
        return self._replace(text=self.unnamed, strong="") if hidden and self.unnamed else self


class NoticeQueue(QObject):
    """One notice is shown; ``changed`` tells that another is shown, or that more of them are not.

    A notice is on for eight seconds, or until there is newer news: whoever acts quickly wants to read what
    was done last, and the key that takes it back must mean that. Of those that made way before they could be
    read the number is told; all stand in the history. A fault stays until it is closed, and what happens
    meanwhile waits behind it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: Notice | None = None
        self._waiting: deque[Notice] = deque()
        self._unread = 0
        self._history: deque[Notice] = deque(maxlen=_HISTORY)
        self._showing = self._timer(NOTICE_MILLISECONDS, self.close_shown)
        self._reading = self._timer(READING_MILLISECONDS)

    def _timer(self, milliseconds: int, slot: Callable[[], None] | None = None) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        if slot is not None:
            timer.timeout.connect(slot)
        return timer

    @property
    def shown(self) -> Notice | None:
        """The notice that is on now."""
        return self._shown

    @property
    def others(self) -> int:
        """How many notices wait behind the shown one, or made way for it before they could be read."""
        return len(self._waiting) + self._unread

    @property
    def history(self) -> tuple[Notice, ...]:
        """What was said, the latest first."""
        return tuple(reversed(self._history))

    def add(self, notice: Notice) -> None:
        """Say something now, or once the fault that is shown was closed."""
        self._history.append(notice)
        shown = self._shown
        if shown is None or self._repeats(shown, notice):
            self._show(notice)
        elif notice.kind == "fault":
            self._add_fault(notice, shown)
        elif shown.kind == "fault":
            # It may be long until the fault is closed: of what happens meanwhile only the latest is news.
            self._keep_faults()
            self._waiting.append(notice)
        else:
            self._unread += self._reading.isActive()
            self._show(notice)
        self.changed.emit()

    def _add_fault(self, fault: Notice, shown: Notice) -> None:
        if shown.kind == "fault":
            self._waiting.insert(self._open_faults(), fault)
            return
        if self._reading.isActive():
            self._waiting.appendleft(shown)
        self._show(fault)

    def _repeats(self, earlier: Notice, notice: Notice) -> bool:
        """Whether the same is said once more, as when a key is pressed again: once is enough to read."""
        return (earlier.text, earlier.kind) == (notice.text, notice.kind)

    def _open_faults(self) -> int:
        return sum(notice.kind == "fault" for notice in self._waiting)

    def _keep_faults(self) -> None:
        self._waiting = deque(notice for notice in self._waiting if notice.kind == "fault")

    def go_on_from(self, earlier: "NoticeQueue") -> None:
        """Take over what another queue said, and its faults that nobody has closed yet.

        What its notices offered is left behind with the pages that offered it.
        """
        open_faults = [one for one in (earlier.shown, *earlier._waiting) if one and one.kind == "fault"]
        self._history.extendleft(one._replace(action=None) for one in reversed(earlier._history))
        self._waiting.extendleft(one._replace(action=None) for one in reversed(open_faults))
        if self._shown is None:
            self.close_shown()

    def close_shown(self) -> None:
        """Take the shown notice away; the next one follows."""
        self._unread = 0
        self._show(self._waiting.popleft() if self._waiting else None)
        self.changed.emit()

    def withdraw(self, text: str) -> None:
        """Take a fault away, shown or waiting, that is true no longer; it stays in the history."""
        self._waiting = deque(one for one in self._waiting if (one.text, one.kind) != (text, "fault"))
        if self._shown is not None and (self._shown.text, self._shown.kind) == (text, "fault"):
            self.close_shown()
        else:
            self.changed.emit()

    def _show(self, notice: Notice | None) -> None:
        self._shown = notice
        self._showing.stop()
        self._reading.stop()
        if notice is not None and notice.kind != "fault":
            self._showing.start()
            self._reading.start()
