"""The foot of the side panel: the one next step with the reason why not, the application, passing over."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.reserve import ReserveRow
from kandas_desktop.rules.obstacles import NOTHING_TO_PROPOSE
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.words import ahead_words, lacks_beds
from kandas_desktop.ui.wording import obstacle_title
from kandas_desktop.words import _, pgettext


class Step(Enum):
    """What is to be done next for a household."""

    ISSUE = "issue the referral"
    DOCUMENT = "record a document"
    WAIT = "wait"


class NextStep(NamedTuple):
    """The step, its words, and why it cannot be taken yet."""

    step: Step
    words: str
    blocked: str = ""


def next_step(row: ReserveRow) -> NextStep:
    """The next lawful step of one who waits (r.3, r.7, r.8)."""
    issue = _("Issue the referral…")
    if not row.is_next:
        return NextStep(
            Step.WAIT, issue, _("Waits its turn: {ahead}").format(ahead=ahead_words(len(row.ahead)))
        )
    if any(obstacle.person for obstacle in row.obstacles):
        return NextStep(Step.DOCUMENT, _("Enter the slip…"))
    if lacks_beds(row):
        no_room = any(obstacle.kind in NOTHING_TO_PROPOSE for obstacle in row.obstacles)
        reason = _("Waits for a room that fits") if no_room else _("Waits for beds to become free")
        return NextStep(Step.WAIT, issue, reason)
    if row.obstacles:
        return NextStep(Step.WAIT, issue, obstacle_title(row.obstacles[0]))
    return NextStep(Step.ISSUE, issue)


class PanelFoot(QWidget):
    """``application_asked()`` opens the application, ``passing_over_asked()`` asks for the decision."""

    application_asked = Signal()
    passing_over_asked = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.main = Button("", role="big", keys="Ctrl+Enter")
        self.main.clicked.connect(self.application_asked)
        self.main.refused.connect(self.refused)
        self._reason = Label(role="second", ink="text2", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.open_button = Button(pgettext("reserve", "Open the application"))
        self.open_button.clicked.connect(self.application_asked)
        self.pass_button = Button(_("Pass over…"))
        self.pass_button.clicked.connect(self.passing_over_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.main)
        column.addWidget(self._reason)
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.open_button, 1)
        row.addWidget(self.pass_button, 1)
        column.addLayout(row)

    def show_waiting(self, row: ReserveRow) -> None:
        """Offer what may be done for one who waits."""
        step = next_step(row)
        self._dress(step.words, "pencil" if step.step is Step.DOCUMENT else "file-text", step.blocked)
        self.open_button.show()
        self.pass_button.show()
        reason = "" if row.ahead else _("Nobody is served before it")
        self.pass_button.setEnabled(not reason)
        self.pass_button.setToolTip(reason)
        self.pass_button.setAccessibleDescription(reason)

    def show_left(self) -> None:
        """Offer what may be done for one who left."""
        self._dress(_("Open the application"), "book-open", "")
        self.open_button.hide()
        self.pass_button.hide()

    def _dress(self, words: str, icon: IconName, blocked: str) -> None:
        self.main.set_words(words)
        self.main.set_icon(icon)
        self.main.set_height(40 if theme().is_compact else 44)
        self.main.set_blocked(blocked)
        self._reason.setText(blocked)
        self._reason.setVisible(bool(blocked))
