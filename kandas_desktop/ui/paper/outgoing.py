"""How papers leave the program: to a printer, into a file, or to another program that shows them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from kandas_desktop.actions.papers import LeftBy, issue_papers
from kandas_desktop.errors import Trouble
from kandas_desktop.paths import viewing_folder
from kandas_desktop.press import (
    PreparedPaper,
    file_name,
    free_name,
    joined,
    save_papers,
    show_papers,
    viewing_copy,
    write_whole,
)
from kandas_desktop.ui.paper.printing import Printers, PrintJob, Wish
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class Outgoing(QObject):
    """Lets papers leave and counts them once they have; ``failed`` or ``save_failed`` says why not.

    ``drawn_left`` says that a paper left which is not counted.
    """

    drawn_left = Signal()
    failed = Signal(str)
    save_failed = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, workplace: Workplace, printers: Printers, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._printers = printers
        self._window = window
        self._job: PrintJob | None = None

    @property
    def is_printing(self) -> bool:
        return self._job is not None

    # --- to a printer

    def print_papers(self, papers: Sequence[PreparedPaper], wish: Wish) -> None:
        """Ask with the system's dialog, print, then count what left."""
        printer = self._printers.ask(wish, self._window)
        if printer is None:
            return
        # The dialog may have been told another number; each copy carries its own mark, so the printer must
        # not multiply them.
        sets = max(1, printer.copyCount())
        printer.setCopyCount(1)
        pdf = joined([paper.numbered(paper.copy_number + done) for done in range(sets) for paper in papers])
        ids = [paper.paper_id for paper in papers] * sets
        self._print(printer, pdf, lambda: self._count_printed(ids, wish.title))

    def print_volume(self, pdf: bytes, wish: Wish) -> None:
        """Print the journal, or some of its pages; nothing is counted."""
        printer = self._printers.ask(wish, self._window)
        if printer is not None:
            self._print(printer, pdf, lambda: self._let_drawn_go(wish.title))

    def cancel(self) -> None:
        """Stop the printing that is under way; what was not printed is not counted."""
        if self._job is not None:
            self._job.cancel()

    def _print(self, printer: QPrinter, pdf: bytes, then: Callable[[], None]) -> None:
        self._workplace.settings.printer = printer.printerName()
        job = PrintJob(printer, pdf, self)
        self._job = job
        job.progressed.connect(self.progressed)
        job.finished.connect(then)
        job.failed.connect(self.failed)
        for end in (job.finished, job.failed, job.cancelled):
            end.connect(self._end)
        job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.ended.emit()

    def _count_printed(self, paper_ids: Sequence[int], title: str) -> None:
        try:
            issue_papers(self._workplace.desk, paper_ids, left_by=LeftBy.PRINTER)
        except Trouble as trouble:
            self.failed.emit(trouble.text)
        else:
            self._say_printed(title)

    def _let_drawn_go(self, title: str) -> None:
        self._say_printed(title)
        self.drawn_left.emit()

    def _say_printed(self, title: str) -> None:
        self._workplace.notices.done(_("{paper} was sent to the printer").format(paper=title))

    # --- into a file

    def ask_where(self, title: str, then: Callable[[Path], None], *, is_other_name: bool = False) -> None:
        """Open the system's file dialog and go on with the chosen path; another name is a free one."""
        path = self._folder() / file_name(title)
        dialog = QFileDialog(self._window, _("Save as PDF"), str(path.parent), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(str(free_name(path) if is_other_name else path))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _folder(self) -> Path:
        remembered = Path(self._workplace.settings.paper_folder or ".")
        if self._workplace.settings.paper_folder and remembered.is_dir():
            return remembered
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()  # a bare system has no folder for documents

    def save_papers_to(self, papers: Sequence[PreparedPaper], target: Path) -> None:
        """Write papers into one file and count that they left."""
        self._save(lambda: save_papers(self._workplace.desk, papers, target), target)

    def save_volume_to(self, pdf: bytes, target: Path) -> None:
        """Write the journal into a file; nothing is counted."""
        if self._save(lambda: write_whole(target, pdf), target):
            self.drawn_left.emit()

    def _save(self, write: Callable[[], object], target: Path) -> bool:
        """Write and say so; whether it was written."""
        try:
            write()
        except Trouble as trouble:
            self.save_failed.emit(trouble.text)
            return False
        self._workplace.settings.paper_folder = str(target.parent)
        self._workplace.notices.done(
            _("Saved: {name} in the folder {folder}").format(name=target.name, folder=target.parent)
        )
        self.ended.emit()
        return True

    # --- to another program

    def open_papers(self, papers: Sequence[PreparedPaper], title: str) -> None:
        """Show papers in whatever opens PDFs on this computer and can print them; so count that they left."""
        path = self._written(lambda folder: show_papers(self._workplace.desk, papers, folder, title))
        if path is None:
            return
        if self._open(path):
            self._workplace.notices.done(
                _("{paper} was opened in another program and counted").format(paper=title)
            )
        self.ended.emit()

    def open_volume(self, pdf: bytes, title: str) -> None:
        """Show the journal in whatever opens PDFs on this computer; nothing is counted."""
        path = self._written(lambda folder: viewing_copy(folder, title, pdf))
        if path is not None and self._open(path):
            self.drawn_left.emit()

    def _written(self, write: Callable[[Path], Path]) -> Path | None:
        try:
            return write(viewing_folder(self._workplace.desk.database.path.parent))
        except Trouble as trouble:
            self.failed.emit(trouble.text)
            return None

    def _open(self, path: Path) -> bool:
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not is_open:
            self.failed.emit(
                _("No program on this computer opens PDF files. The file lies here: {path}").format(path=path)
            )
        return is_open
