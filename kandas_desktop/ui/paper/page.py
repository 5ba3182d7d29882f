"""The page of a paper: the paper itself, what comes out when it is printed, and the step after it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.paper.given import record_given
from kandas_desktop.ui.paper.head import PaperHead
from kandas_desktop.ui.paper.journal_maker import VolumePress
from kandas_desktop.ui.paper.page_places import Fit
from kandas_desktop.ui.paper.printing import Printers
from kandas_desktop.ui.paper.sheets import Sheets
from kandas_desktop.ui.paper.side import PaperSide
from kandas_desktop.ui.paper.stay_subjects import placed_subject
from kandas_desktop.ui.paper.striking_out import ask_to_strike_out
from kandas_desktop.ui.paper.subjects import (
    Subject,
    application_subject,
    referral_subject,
    volume_subject,
)
from kandas_desktop.ui.paper.view import PaperView
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class PaperPage(Page):
    """Opened for a referral, an application, a volume of the journal, or at the place of a paper."""

    back_asked = Signal()

    def __init__(
        self, workplace: Workplace, printers: Printers | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(workplace, parent)
        self._subject: Subject | None = None
        self._names_hidden = False
        self.volume_press = VolumePress(workplace.desk, self)
        self.view = PaperView()
        self.head = PaperHead(self.view)
        self.printers = printers or Printers()
        self.side = PaperSide(workplace, self.printers)
        self._lay_out()
        self._connect()
        self._answer_its_keys()

    @property
    def subject(self) -> Subject | None:
        """What the page was opened for."""
        return self._subject

    # --- what it is opened for

    def open_referral(self, referral_id: int) -> None:
        """Show a referral's paper, made now if it was not yet."""
        self._open(referral_subject(self.workplace.desk, referral_id))

    def open_application(self, application_id: int) -> None:
        """Show an application's paper, made now if it was not yet."""
        self._open(application_subject(self.workplace.desk, application_id))

    def open_journal(self, volume_id: int) -> None:
        """Make the paper of a volume as it stands now, and show it."""
        self._open(volume_subject(volume_id))
        self.side.panel.families.setChecked(self.workplace.settings.families_shown)
        self._make_volume()

    def open_paper(self, place: str, subject_id: int) -> None:
        """Show the paper of a place (``Place.*_PAPER``); what stands in its way is said instead of it."""
        self._open(placed_subject(self.workplace.desk, Place(place), subject_id))

    def go_to(self, place: str, subject_id: int) -> None:
        if place == Place.REFERRAL_PAPER:
            self.open_referral(subject_id)
        elif place == Place.APPLICATION_PAPER:
            self.open_application(subject_id)
        elif place == Place.VOLUME_PAPER:
            self.open_journal(subject_id)
        else:
            self.open_paper(place, subject_id)

    def _open(self, subject: Subject) -> None:
        self.volume_press.stop()
        self._is_stale = False
        self._show(subject, is_afresh=True)
        self.view.set_fit(Fit.PAGE)

    def reload(self) -> None:
        """Show how the paper leaves next; a volume stays as it was made."""
        subject = self._subject
        if subject is None or subject.volume is not None:
            return
        if subject.place:
            self._show(placed_subject(self.workplace.desk, Place(subject.place), subject.place_id))
        elif subject.referral is not None:
            self._show(referral_subject(self.workplace.desk, subject.referral.id))
        elif subject.application is not None:
            self._show(application_subject(self.workplace.desk, subject.application.id))

    def _show(self, subject: Subject, *, is_afresh: bool = False) -> None:
        self._subject = subject
        self.head.show_subject(subject, is_name_hidden=self._names_hidden)
        self.side.show_subject(subject, is_afresh=is_afresh)
        self.view.say(subject.fault)
        if subject.fault:
            self.side.panel.show_trouble(subject.fault)

    # --- building

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.view, 1)
        across.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(across, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.head.back_asked.connect(self._leave)
        self.head.strike_out_asked.connect(self._strike_out)
        self.side.preview_changed.connect(self._show_preview)
        self.side.panel.families.clicked.connect(self._choose_families)
        self.side.panel.cancel_asked.connect(self.volume_press.cancel)
        self.side.keyboard_lost.connect(self.view.setFocus)
        self.side.next_step.onward.resident_asked.connect(
            lambda stay_id: self.leads_to.emit(Place.RESIDENT, stay_id)
        )
        self.side.outgoing.drawn_left.connect(lambda: record_given(self.workplace, self._subject))
        self.volume_press.progressed.connect(self._show_making)
        self.volume_press.made.connect(self._show_volume)
        self.volume_press.failed.connect(self._volume_failed)
        self.volume_press.cancelled.connect(self._volume_cancelled)

    def _answer_its_keys(self) -> None:
        self.answer_keys(
            (
                ("Ctrl+P", self.side.panel.print_button.trigger),
                ("Ctrl+S", self.side.panel.save_button.trigger),
                ("Ctrl+0", lambda: self.view.set_fit(Fit.PAGE)),
                ("Ctrl+Enter", self.side.take_next_step),
                ("Esc", self._leave),
            )
        )
        self.answer_keys(
            (
                ("Ctrl++", lambda: self.view.zoom_by_steps(1)),
                ("Ctrl+=", lambda: self.view.zoom_by_steps(1)),
                ("Ctrl+-", lambda: self.view.zoom_by_steps(-1)),
                ("PgDown", lambda: self.view.turn_pages(1)),
                ("PgUp", lambda: self.view.turn_pages(-1)),
            ),
            repeats=True,
        )

    # --- the volume's paper

    def _choose_families(self, shown: bool) -> None:
        self.workplace.settings.families_shown = shown
        self._make_volume()

    def _make_volume(self) -> None:
        subject = self._subject
        if subject is None or subject.volume is None:
            return
        self.side.show_volume(None)
        self._show_making(0)
        with_families = self.side.panel.families.isChecked()
        self.volume_press.make(subject.volume.id, with_families=with_families)

    def _show_making(self, percent: int) -> None:
        words = _("The paper is being made: {percent} %").format(percent=percent)
        self.side.panel.show_progress(words, percent)

    def _show_volume(self, pdf: bytes) -> None:
        self.side.show_volume(pdf)

    def _volume_failed(self, sentence: str) -> None:
        self.side.show_volume(None)
        self.side.panel.show_trouble(sentence)

    def _volume_cancelled(self) -> None:
        self.side.show_volume(None)
        self.workplace.notices.note(_("The journal's paper was not made"))

    # --- the rest

    def _show_preview(self, pdf: bytes | None) -> None:
        self.view.show_sheets(Sheets(pdf) if pdf else None)

    def _strike_out(self) -> None:
        if self._subject is not None and self._subject.referral is not None:
            ask_to_strike_out(self.workplace, self._subject.referral, self)

    def _leave(self) -> None:
        self.volume_press.stop()
        self.back_asked.emit()

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("Ctrl+P", _("print")),
            KeyHint("Ctrl+S", _("save as PDF")),
            KeyHint("Ctrl++", _("larger")),
            KeyHint("PgDn", _("next page")),
            KeyHint("Esc", _("back")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self._names_hidden = hidden
        self.view.hide_words(_("Names are hidden. They are printed all the same.") if hidden else "")
        if self._subject is not None:
            self.head.show_subject(self._subject, is_name_hidden=hidden)

    def set_compact(self, compact: bool) -> None:
        self.side.panel.printing.set_compact(compact)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.volume_press.stop()
        self.side.outgoing.cancel()
        self.view.show_sheets(None)
        super().closeEvent(event)
