"""What every page stands on: the desk it writes through, and whom to tell what happened."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from kandas_desktop.actions.desk import Desk
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.notice_queue import Action, NoticeKind, Wording


class Changes(QObject):
    """Tells that something was written, or that a new day began; neither says what."""

    committed = Signal()
    day_turned = Signal()


class Notices(QObject):
    """Sentences for the foot strip: what was done, what to note, and what failed.

    ``said(text, kind, action, wording)``: the text as it is to be read now; the action is what the sentence
    offers, an ``Action`` or ``None``; the wording is the text itself, or a ``Wording`` where it names people.
    """

    said = Signal(str, str, object, object)
    withdrawn = Signal(str)
    """The text of a fault that is true no longer."""

    def __init__(self) -> None:
        super().__init__()
        self.names_hidden = False
        """Whether nobody is to be named now (F9)."""

    def done(self, text: str | Wording, action: Action | None = None) -> None:
        """Say that something was done, and perhaps how to undo it; the sentence goes by itself."""
        self._say(text, "done", action)

    def note(self, text: str | Wording) -> None:
        """Say why something cannot be done, or what is worth knowing; the sentence goes by itself."""
        self._say(text, "note")

    def fault(self, text: str) -> None:
        """Say that the world failed and what to do; the sentence stays until it is closed."""
        self._say(text, "fault")

    def withdraw(self, text: str) -> None:
        """Take back a fault that is true no longer, before anybody closes it."""
        self.withdrawn.emit(text)

    def _say(self, text: str | Wording, kind: NoticeKind, action: Action | None = None) -> None:
        seen = text if isinstance(text, str) else text.seen(hidden=self.names_hidden)
        self.said.emit(seen, kind, action, text)


class Workplace:
    """One computer at the desk: its desk, its settings, its signals."""

    def __init__(self, desk: Desk, settings: ComputerSettings, changes: Changes, notices: Notices) -> None:
        self.desk = desk
        self.settings = settings
        self.changes = changes
        self.notices = notices
        self.clock_asked_on: date | None = None
        """The day for which it was asked whether the computer's clock is behind the journal."""
        self.clock_warning = ""
        """What was said last of a clock that is behind."""
        self._last_act: tuple[int, date] | None = None
        changes.committed.connect(self._forget_act)
        notices.said.connect(self._follow_notice)

    @property
    def names_hidden(self) -> bool:
        """Whether nobody is to be named on the screen now (F9)."""
        return self.notices.names_hidden

    @names_hidden.setter
    def names_hidden(self, hidden: bool) -> None:
        self.notices.names_hidden = hidden

    @property
    def last_act(self) -> int | None:
        """The act that Ctrl+Z takes back: the last thing written here, today; ``None`` for none."""
        if self._last_act is None or self._last_act[1] != self.desk.today:
            return None
        return self._last_act[0]

    def remember_act(self, act_id: int) -> None:
        """Let an act be taken back until something else is written, or the day turns."""
        self._last_act = act_id, self.desk.today

    def _forget_act(self) -> None:
        self._last_act = None

    def _follow_notice(self, text: str, kind: str, action: Action | None) -> None:
        # What offers its own way back, like a draft thrown away, was done after the act.
        if action is not None:
            self._forget_act()

    def follow_operator(self) -> None:
        """Let the desk write in the name that the settings hold now."""
        self.desk = self.desk._replace(operator=self.settings.operator)
