"""The page's head: where the form stands with its draft, and the drafts there are."""

from datetime import datetime

from PySide6.QtCore import QPoint, Signal

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import PageHead
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.words import _


class IntakeHead(PageHead):
    """Title, state of the draft, and the button for all drafts; ``drafts_asked`` says where its menu goes."""

    drafts_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__(_("Take in an application"))
        self._mark = IconMark("check-circle", family="free", size=15)
        self._state = Label(role="second", ink="text2")
        self.add_left(self._mark)
        self.add_left(self._state)
        self.add(Label(_("The number is given at registration"), role="second", ink="text2"))
        self.drafts = Button(_("Drafts"), icon="file-text")
        self.drafts.clicked.connect(self._ask)
        self.add(self.drafts)
        self.show_state("")

    @property
    def state(self) -> str:
        """What stands beside the title."""
        return self._state.text()

    def show_unsaved(self) -> None:
        """Say that the newest text is nowhere but on the screen."""
        self.show_state(_("Draft not saved"))
        self._mark.show_icon("alert-circle", family="overdue")
        self._state.set_ink("overdue")

    def show_state(self, words: str) -> None:
        """Say this beside the title; nothing when empty."""
        self._mark.show_icon("check-circle", family="free")
        self._state.set_ink("text2")
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._mark.setVisible(bool(words))

    def show_saved(self, at: datetime | None) -> None:
        """Say when the draft was saved."""
        self.show_state(_("Draft saved · {time}").format(time=f"{at:%H:%M}") if at else "")

    def show_count(self, count: int) -> None:
        """How many drafts there are."""
        self.drafts.set_badge(str(count) if count else "")

    def _ask(self) -> None:
        self.drafts_asked.emit(self.drafts.mapToGlobal(self.drafts.rect().bottomLeft()))
