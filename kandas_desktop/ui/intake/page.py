"""The intake page: from the first letter of a name to the line in the registration journal (r.4, r.5)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kandas_desktop.queries.application import application_detail
from kandas_desktop.ui.intake.draft_shelf import DraftShelf
from kandas_desktop.ui.intake.drafts import DraftKeeper, KeptForm, kept_forms
from kandas_desktop.ui.intake.form import ApplicationForm, CopiedApplication, joined_household
from kandas_desktop.ui.intake.form_view import FormView
from kandas_desktop.ui.intake.head import IntakeHead
from kandas_desktop.ui.intake.letters_place import LettersPlace
from kandas_desktop.ui.intake.next_step import NextStep
from kandas_desktop.ui.intake.next_step_bar import NextStepBar
from kandas_desktop.ui.intake.person_steps import step_to_person
from kandas_desktop.ui.intake.registering import Registering
from kandas_desktop.ui.intake.words import page_keys
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.tab_stops import neighbour, way_out
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_ROOM_FOR_COLUMN = 1120
"""How wide the page must be, in logical pixels, for the right column to stand beside the family's table."""


class IntakePage(Page):
    """``registered(id, is_to_print)``: an application is in the journal; its paper may be wanted."""

    registered = Signal(int, bool)
    drafts_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._is_compact = False
        self._is_arranged_compact = False
        self._is_begun = False
        self._is_reopened = False
        self.head = IntakeHead()
        self.view = FormView(workplace)
        self.bar = NextStepBar()
        self._letters = LettersPlace(self, self.view.side.letters, self.bar.letters)
        self.keeper = DraftKeeper(workplace, self.view.form, self)
        self.shelf = DraftShelf(self.keeper, workplace.notices, self)
        self.registering = Registering(workplace, self.view, self.bar, self.keeper, self)
        self._next_step = NextStep(self.view, self.bar, self.today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.head, 0), (self.view, 1), (self.bar, 0)):
            column.addWidget(widget, stretch)
        self._connect()

    def _connect(self) -> None:
        self.view.edited.connect(self.keeper.schedule)
        self.view.refreshed.connect(lambda: self._next_step.show(self.registering.stopping()))
        self.keeper.saved.connect(self._show_saved)
        self.keeper.failed.connect(self.head.show_unsaved)
        self.head.drafts_asked.connect(self.shelf.show_menu)
        self.shelf.begin_asked.connect(self._begin_empty)
        self.shelf.chosen.connect(self._open)
        self.shelf.changed.connect(self._count_drafts)
        self.registering.registered.connect(self._go_on)
        self.answer_keys((("Ctrl+Enter", self.registering.register), ("Ctrl+B", self.view.change_need)))
        above, below = (partial(step_to_person, self.view, by) for by in (-1, 1))
        self.answer_keys((("Ctrl+Up", above), ("Ctrl+Down", below)), repeats=True)

    # --- what the main window asks for

    def begin(self, previous: CopiedApplication | None = None) -> None:
        """Begin an application: the first time with the latest draft, later with an empty form.

        ``previous`` is an earlier application whose people apply anew. What was being written stays a draft.
        """
        if previous is not None:
            if not self._start(ApplicationForm.copied(previous)):
                return
            self.head.show_state(_("Copied from application {number}").format(number=previous.number))
            self.keeper.schedule()
        elif not self._is_begun:
            self._reopen_latest()
        elif self._is_reopened:
            self._is_reopened = False
        else:
            self._start(ApplicationForm())
        self.focus_first()

    def go_to(self, place: str, subject_id: int) -> None:
        if place == Place.INTAKE_AGAIN:
            self.begin_from(subject_id)
        elif place == Place.INTAKE_JOINING:
            self._begin_with(ApplicationForm.joining(joined_household(subject_id, self.today)))
        else:
            self.begin()

    def begin_from(self, application_id: int) -> None:
        """Begin an application of the people of an earlier one."""
        self.begin(CopiedApplication.of(application_detail(application_id, self.today)))

    def focus_first(self) -> None:
        """Go where typing goes on."""
        self.view.focus_first()

    def enter(self, *, forward: bool) -> bool:
        """Tab comes in at the first field, Shift+Tab at the last stop."""
        self.view.focus_widget(self._stops()[0 if forward else -1], _reason(forward=forward))
        return True

    def closing_loses(self) -> str:
        if self.keeper.save_now():
            return ""
        return _("The draft is not saved: the disk does not take it. Close once more to lose it.")

    def reload(self) -> None:
        """Read beds, reserve and issuing bodies afresh."""
        self._next_step.read(self.today)
        self.view.issuers.read()
        self.view.refresh()
        self._count_drafts()

    def keys(self) -> Sequence[KeyHint]:
        return page_keys()

    def set_names_hidden(self, hidden: bool) -> None:
        self.view.set_names_hidden(hidden)
        self.shelf.names_hidden = hidden

    def set_compact(self, compact: bool) -> None:
        """Without the right column in a small window."""
        self._is_compact = compact
        self._arrange()

    def _arrange(self) -> None:
        compact = self._is_arranged_compact = self._asks_for_compact()
        self.view.set_compact(compact)
        self.bar.set_compact(compact)
        self._letters.set_compact(compact)

    def _asks_for_compact(self) -> bool:
        return self._is_compact or self.width() < _ROOM_FOR_COLUMN

    # --- drafts

    def _start(self, form: ApplicationForm) -> bool:
        """Show another form; the one before it stays a draft. ``False`` where the disk does not take it."""
        if not self.keeper.save_now():
            self.workplace.notices.fault(_("What stands here cannot be saved, so it stays open."))
            return False
        self.keeper.forget()
        self._is_begun = True
        self.view.show_form(form)
        self.head.show_state("")
        self._count_drafts()
        return True

    def _reopen_latest(self) -> None:
        kept = kept_forms()
        if kept:
            self._open(kept[0])
            # Ctrl+N shows the page and begins an application in one breath: the draft is what it finds.
            self._is_reopened = True
            QTimer.singleShot(0, self, self._was_seen)
        else:
            self._start(ApplicationForm())

    def _open(self, kept: KeptForm) -> None:
        if not self._start(kept.form):
            return
        self.keeper.hold(kept)
        saved = f"{kept.saved_at:%d.%m.%Y %H:%M}"
        self.head.show_state(_("Draft reopened · {time}").format(time=saved))
        self.focus_first()

    def _was_seen(self) -> None:
        self._is_reopened = False

    def _show_saved(self) -> None:
        self.head.show_saved(self.keeper.saved_at)
        self._count_drafts()

    def _count_drafts(self) -> None:
        self.head.show_count(self.shelf.count())
        self.drafts_changed.emit()

    def _begin_empty(self) -> None:
        self._begin_with(ApplicationForm())

    def _begin_with(self, form: ApplicationForm) -> None:
        if self._start(form):
            self.focus_first()

    # --- registering

    def _go_on(self, application_id: int, is_to_print: bool) -> None:
        self._begin_empty()
        self.registered.emit(application_id, is_to_print)

    def _stops(self) -> list[QWidget]:
        """Tab's way through the page: fields, family, the bar's buttons, the head's."""
        buttons = (button for button in self.bar.buttons() if button.isEnabled())
        return [*self.view.stops(), *buttons, self.head.drafts]

    # --- Qt

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        following = neighbour(stops, QApplication.focusWidget(), forward=forward)
        if following is None:
            following = way_out(self, forward=forward) or stops[0 if forward else -1]
        self.view.focus_widget(following, _reason(forward=forward))
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.view.focus_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asks_for_compact() != self._is_arranged_compact:
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_begun:
            self._reopen_latest()


def _reason(*, forward: bool) -> Qt.FocusReason:
    return Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
