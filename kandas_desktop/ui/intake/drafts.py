"""Drafts: what was typed is on the disk a second later, and comes back after a power cut."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from kandas_desktop.actions.intake import save_draft, throw_draft_away
from kandas_desktop.errors import Trouble
from kandas_desktop.queries.office import DraftRow, drafts
from kandas_desktop.ui.intake.form import ApplicationForm, DraftUnreadable
from kandas_desktop.ui.workplace import Workplace

SAVE_AFTER = 800
"""How long what was typed may wait for the disk, in milliseconds."""

TRY_AGAIN_AFTER = 5_000
"""How long a disk that failed is left alone, in milliseconds, unless something more is typed."""


class KeptForm(NamedTuple):
    """A draft that can be opened."""

    id: int
    saved_at: datetime
    form: ApplicationForm


def kept_forms() -> list[KeptForm]:
    """Every draft that this version can read, last written first."""
    return [kept for row in drafts() if (kept := _read(row)) is not None]


def _read(row: DraftRow) -> KeptForm | None:
    try:
        form = ApplicationForm.from_draft(row.content)
    except DraftUnreadable:
        return None
    return KeptForm(row.id, row.saved_at, form)


class DraftKeeper(QObject):
    """Saves the form that ``form`` gives; an empty one is not kept. ``failed``: the disk would not."""

    saved = Signal()
    failed = Signal()

    def __init__(self, workplace: Workplace, form: Callable[[], ApplicationForm], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._form = form
        self._content = ""
        self._is_dirty = False
        self._has_told = False
        self.draft_id: int | None = None
        self.saved_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.save_now)
        parent.installEventFilter(self)

    def schedule(self) -> None:
        """Something was typed."""
        self._is_dirty = True
        # Not pushed off by every letter, so that somebody who never pauses is saved too.
        if not self._timer.isActive() or self._timer.remainingTime() > SAVE_AFTER:
            self._timer.start(SAVE_AFTER)

    def save_now(self) -> bool:
        """Put what was typed onto the disk; return whether it is there.

        A disk that fails is said once, and tried again until it succeeds.
        """
        self._timer.stop()
        if not self._is_dirty:
            return True
        form = self._form()
        try:
            self._keep(form)
        except Trouble as trouble:
            if not self._has_told:
                self._workplace.notices.fault(trouble.text)
            self._has_told = True
            self._timer.start(TRY_AGAIN_AFTER)
            self.failed.emit()
            return False
        self._is_dirty = self._has_told = False
        self.saved.emit()
        return True

    def _keep(self, form: ApplicationForm) -> None:
        desk = self._workplace.desk
        if form.is_empty:
            if self.draft_id is not None:
                throw_draft_away(desk, self.draft_id)
            self.forget()
            return
        content = form.to_draft()
        if content != self._content:
            self.draft_id = save_draft(desk, self.draft_id, content)
            self._content = content
            self.saved_at = desk.now()

    def hold(self, kept: KeptForm) -> None:
        """Go on with a draft that was opened."""
        self._timer.stop()
        self._is_dirty = False
        self.draft_id = kept.id
        self.saved_at = kept.saved_at
        self._content = kept.form.to_draft()

    def forget(self) -> None:
        """Begin another form; the drafts there are stay."""
        self._timer.stop()
        self._is_dirty = False
        self.draft_id = None
        self.saved_at = None
        self._content = ""

    def throw_away(self, draft_id: int) -> bool:
        """Forget a draft for good; return whether it is gone. Why not is said."""
        return self._said_if_failed(lambda: throw_draft_away(self._workplace.desk, draft_id))

    def bring_back(self, form: ApplicationForm) -> bool:
        """Keep a draft again that was thrown away; return whether it is kept. Why not is said."""
        return self._said_if_failed(lambda: save_draft(self._workplace.desk, None, form.to_draft()))

    def _said_if_failed(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Trouble as trouble:
            self._workplace.notices.fault(trouble.text)
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A page that goes saves what stands in it.
        if watched is self.parent() and event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.save_now()
        return False
