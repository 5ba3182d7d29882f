"""The right side of a paper's page: what leaves the program and how, and the step after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kandas_desktop.press import PreparedPaper, joined
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.paper.next_step import NextStep
from kandas_desktop.ui.paper.outgoing import Outgoing
from kandas_desktop.ui.paper.panel import PrintPanel
from kandas_desktop.ui.paper.printing import Printers, Wish
from kandas_desktop.ui.paper.sheets import Sheets
from kandas_desktop.ui.paper.subjects import OfferedPaper, Subject, leaving_line, leaving_sentence
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class PaperSide(Surface):
    """``preview_changed(pdf)`` tells what comes out next, ``None`` while there is nothing.

    ``keyboard_lost`` tells that what the keyboard stood on is blocked or gone.
    """

    preview_changed = Signal(object)
    keyboard_lost = Signal()

    def __init__(self, workplace: Workplace, printers: Printers, parent: QWidget | None = None) -> None:
        super().__init__("surface", lines="left", parent=parent)
        self._workplace = workplace
        self._printers = printers
        self._subject: Subject | None = None
        self._volume_pdf: bytes | None = None
        self.panel = PrintPanel()
        self.next_step = NextStep(workplace)
        self.outgoing = Outgoing(workplace, printers, self)
        self.setFixedWidth(theme().sizes.panel_print)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel)
        column.addWidget(self.next_step, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self._connect()

    def _connect(self) -> None:
        panel, outgoing = self.panel, self.outgoing
        panel.choice_changed.connect(self._show_what_comes_out)
        panel.print_asked.connect(self._print)
        panel.save_asked.connect(self._ask_where)
        panel.other_name_asked.connect(lambda: self._ask_where(is_other_name=True))
        panel.open_asked.connect(self._open_elsewhere)
        panel.cancel_asked.connect(outgoing.cancel)
        for button in (panel.print_button, panel.save_button, panel.open_button):
            button.refused.connect(self._workplace.notices.note)
        outgoing.failed.connect(panel.show_trouble)
        outgoing.save_failed.connect(lambda text: panel.show_trouble(text, is_other_name_offered=True))
        outgoing.progressed.connect(self._show_printing)
        outgoing.ended.connect(self._show_what_comes_out)

    # --- what is shown

    def show_subject(self, subject: Subject, *, is_afresh: bool) -> None:
        """Offer the papers of a subject; ``is_afresh`` forgets what was ticked and what failed before."""
        with _watched(self):
            self._show_subject(subject, is_afresh=is_afresh)

    def _show_subject(self, subject: Subject, *, is_afresh: bool) -> None:
        self._subject = subject
        if is_afresh:
            self._volume_pdf = None
            self.panel.clear_trouble()
            self.panel.printing.copies.control.set_number(1)
        if subject.place:
            self._volume_pdf = subject.drawn
        self.panel.printing.show_printers(self._printers.names(), self._workplace.settings.printer)
        self.panel.offer_papers(subject.papers, is_afresh=is_afresh)
        self.panel.families.setVisible(subject.volume is not None)
        self.panel.printing.show_paper_size(is_wide=subject.is_wide)
        self.next_step.show_referral(subject.referral or subject.lived_on)
        self._rest.setVisible(self.next_step.isHidden())
        self._show_what_comes_out()

    def show_volume(self, pdf: bytes | None) -> None:
        """The volume's paper has been made; ``None`` while it is being made anew."""
        self._volume_pdf = pdf
        self._show_what_comes_out()

    def _show_what_comes_out(self) -> None:
        if self._subject is not None:
            with _watched(self):
                self._offer_what_comes_out(self._subject)

    def _offer_what_comes_out(self, subject: Subject) -> None:
        self.preview_changed.emit(self._preview())
        if self.outgoing.is_printing:
            return
        self.panel.show_progress("", 0)
        reason = self._why_nothing_comes_out()
        for button in (self.panel.save_button, self.panel.open_button):
            button.set_blocked(reason)
        self.panel.say_what_opening_counts_as(is_counted=bool(subject.papers))
        self.panel.block_printing(reason)
        papers = self._ticked()
        self.panel.remark.say(*self._remark(papers))
        has_left = bool(subject.papers and _times_left(subject.papers[0]))
        may_be_next = has_left or not self.next_step.comes_after_printing
        # Beside another paper the step is offered, but what one came for is to print it.
        is_next = subject.referral is not None and self.next_step.is_open and may_be_next
        self.next_step.set_is_next(is_next)
        self.panel.set_is_next(not is_next)

    def _why_nothing_comes_out(self) -> str:
        assert self._subject is not None
        if not self._subject.papers:
            is_made = self._volume_pdf is not None
            return "" if is_made else self._subject.fault or _("The journal's paper is not made yet")
        first = self._subject.papers[0]
        if first.prepared is None and not self._ticked():
            return first.fault
        return "" if self._ticked() else _("Tick a paper first")

    def _remark(self, papers: list[OfferedPaper]) -> tuple[str, IconName, FamilyName]:
        assert self._subject is not None
        if self._subject.volume is not None:
            return (_("The journal is printed as it stands now. Its papers are not counted."), "info", "grey")
        if self._subject.place and not papers:
            return (_("It is printed as things stand now. Its papers are not counted."), "info", "grey")
        copies = self.panel.printing.copies.control.number()
        several = len(papers) > 1
        sentences = [
            leaving_line(paper, copies) if several else leaving_sentence(paper.prepared, copies)
            for paper in papers
            if paper.prepared
        ]
        is_original = any(not _times_left(paper) for paper in papers)
        if is_original:
            return "\n".join(sentences), "shield-check", "free"
        return "\n".join(sentences), "copy", "grey"

    def _ticked(self) -> list[OfferedPaper]:
        papers = self._subject.papers if self._subject else ()
        return [papers[place] for place in self.panel.ticked() if papers[place].prepared]

    def _prepared(self) -> list[PreparedPaper]:
        return [paper.prepared for paper in self._ticked() if paper.prepared]

    def _preview(self) -> bytes | None:
        if self._volume_pdf is not None:
            return self._volume_pdf
        papers = self._ticked() or list(self._subject.papers[:1] if self._subject else ())
        contents = [paper.prepared.content for paper in papers if paper.prepared]
        return joined(contents) if contents else None

    def _show_printing(self, done: int, count: int) -> None:
        words = _("Printing: page {page} of {count}").format(page=done, count=count)
        self.panel.show_progress(words, 100 * done // count)
        # What is saved meanwhile would be counted as the paper that the printer is writing.
        with _watched(self):
            for button in (self.panel.print_button, self.panel.save_button, self.panel.open_button):
                button.set_blocked(words)

    # --- what leaves

    def _title(self) -> str:
        ticked = self._ticked()
        assert self._subject is not None
        return ticked[0].title if ticked else self._subject.title

    def _print(self) -> None:
        if self.outgoing.is_printing or self._subject is None:
            return
        self.panel.clear_trouble()
        printer = self.panel.printing.printer.control.choice() or ""
        copies = self.panel.printing.copies.control.number()
        if self._volume_pdf is not None:
            wish = Wish(
                printer,
                copies,
                self._title(),
                is_wide=self._subject.is_wide,
                pages=_page_count(self._volume_pdf),
            )
            self.outgoing.print_volume(self._volume_pdf, wish)
        else:
            self.outgoing.print_papers(self._prepared(), Wish(printer, copies, self._title()))

    def _ask_where(self, *, is_other_name: bool = False) -> None:
        self.panel.clear_trouble()
        self.outgoing.ask_where(self._title(), self.save_to, is_other_name=is_other_name)

    def save_to(self, target: Path) -> None:
        """Write what is shown into a file; papers are counted, a volume is not."""
        if self._volume_pdf is not None:
            self.outgoing.save_volume_to(self._volume_pdf, target)
        else:
            self.outgoing.save_papers_to(self._prepared(), target)

    def _open_elsewhere(self) -> None:
        self.panel.clear_trouble()
        if self._volume_pdf is not None:
            self.outgoing.open_volume(self._volume_pdf, self._title())
        else:
            self.outgoing.open_papers(self._prepared(), self._title())

    def take_next_step(self) -> None:
        """What the page's filled button does (Ctrl+Enter)."""
        if self.next_step.is_next:
            self.next_step.take()
        else:
            self.panel.print_button.trigger()


@contextmanager
def _watched(side: PaperSide) -> Iterator[None]:
    """Tell when what is done takes away or blocks what the keyboard stands on."""
    focused = QApplication.focusWidget()
    yield
    is_here = focused is not None and side.isAncestorOf(focused)
    if focused is not None and is_here and not (focused.isEnabled() and focused.isVisible()):
        side.keyboard_lost.emit()


def _times_left(paper: OfferedPaper) -> int:
    return paper.prepared.copy_number if paper.prepared else 0


def _page_count(pdf: bytes) -> int:
    sheets = Sheets(pdf)
    try:
        return len(sheets)
    finally:
        sheets.close()
