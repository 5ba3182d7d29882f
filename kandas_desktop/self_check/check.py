"""What every step of the self-check says, expects, and looks at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kandas_desktop import press
from kandas_desktop.actions.desk import Desk, Refused
from kandas_desktop.reports.text import paper_text
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.words import _


class WorkingClock:
    """The computer's clock, put on to the next working day, and by as many days as a step needs.

    What is issued on a day off is dated later (r.6), and could not be handed over before.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        moment = self._now() + self._ahead
        return datetime.combine(kazakhstan().next_working(moment.date()), moment.time())

    def go_on(self, days: int) -> None:
        """Let so many days go by."""
        self._ahead = self().date() + timedelta(days=days) - self._now().date()


class Failed(Exception):
    """A step did not do what it should; the text says which and how."""


@dataclass(frozen=True, slots=True)
class Check:
    """One run: the desk, where the papers go, and to whom each step is told."""

    desk: Desk
    clock: WorkingClock
    folder: Path
    say: Callable[[str], None]

    def step(self, text: str) -> None:
        """Say that a step went as it should."""
        self.say(f"✓ {text}")

    def expect(self, holds: bool, text: str) -> None:
        """Raises ``Failed`` with the text where something does not hold."""
        if not holds:
            raise Failed(text)

    def refused(self, do: Callable[[], object], *kinds: ObstacleKind) -> Obstacle:
        """The first reason why something is refused. Raises ``Failed`` where it is not, or for others."""
        try:
            do()
        except Refused as refused:
            found = [obstacle.kind for obstacle in refused.obstacles]
            self.expect(found == list(kinds), f"refused for {found}, not for {list(kinds)}")
            return refused.obstacles[0]
        raise Failed(f"not refused, although: {', '.join(kinds)}")

    def save(self, name: str, paper: press.PreparedPaper, *, says: str) -> None:
        """Let a kept paper leave as a file, and look whether it says what it should."""
        press.save_papers(self.desk, [paper], self.folder / name)
        self.look_at(name, says)

    def write(self, name: str, content: bytes, *says: str) -> None:
        """Write a paper that is not kept, and look whether it says what it should."""
        press.write_whole(self.folder / name, content)
        self.look_at(name, *says)

    def look_at(self, name: str, *says: str) -> None:
        """Look whether a written paper says what it should."""
        content = (self.folder / name).read_bytes()
        printed = paper_text(content)
        for words in says:
            self.expect(words in printed, f"{name}: {words!r}")
        self.step(_("{name}: printed, {size} bytes").format(name=name, size=len(content)))
