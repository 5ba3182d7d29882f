"""Printing through the system: its printers, its dialog, and page after page to the printer."""

from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.paper.sheets import POINTS_PER_INCH, Sheets
from kandas_desktop.words import _

MOST_DOTS_PER_INCH = 300  # letters are sharp by then, and a page takes 35 MB instead of 140


class Wish(NamedTuple):
    """What the desk asked for before the system's dialog opens; of ``pages`` some may be chosen there."""

    printer: str
    copies: int
    title: str
    is_wide: bool = False
    pages: int = 0


class Printers:
    """The printers of this computer, and the system's dialog over them."""

    def names(self) -> list[str]:
        """The printers, the default one first; empty where there is none."""
        names = list(QPrinterInfo.availablePrinterNames())
        default = QPrinterInfo.defaultPrinterName()
        return sorted(names, key=lambda name: name != default)

    def ask(self, wish: Wish, parent: QWidget) -> QPrinter | None:
        """Open the system's print dialog as wished; the printer to print on, or ``None`` if cancelled."""
        printer = prepared_printer(wish)
        dialog = QPrintDialog(printer, parent)
        options = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(options.PrintToFile, False)
        dialog.setOption(options.PrintSelection, False)
        # What is signed leaves whole; a page of the journal may be printed again.
        dialog.setOption(options.PrintPageRange, bool(wish.pages))
        if wish.pages:
            dialog.setMinMax(1, wish.pages)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        return printer if accepted else None


def prepared_printer(wish: Wish) -> QPrinter:
    """A printer set to A4, upright or broadside, to the wished copies, without margins of its own."""
    info = QPrinterInfo.printerInfo(wish.printer)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not info.isNull():
        printer.setPrinterName(wish.printer)
    orientation = QPageLayout.Orientation.Landscape if wish.is_wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(wish.title)
    printer.setCopyCount(wish.copies)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> range:
    """The pages to print, from 0, as the dialog left them."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    last = printer.toPage() or count
    return range(printer.fromPage() - 1, min(last, count))


class PrintJob(QObject):
    """Prints a page at a time, so that the window stays alive; ``finished`` or ``failed`` comes once."""

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, printer: QPrinter, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._sheets = Sheets(pdf)
        self._pages = chosen_pages(printer, len(self._sheets))
        self._done = 0
        self._painter = QPainter()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; the first page follows as soon as the window has nothing else to do."""
        if not self._painter.begin(self._printer):
            self._fail()
            return
        self._timer.start()

    def cancel(self) -> None:
        """Stop after the present page and take back what the printer did not print yet."""
        if self._painter.isActive():
            self._timer.stop()
            self._printer.abort()
            self._end()
            self.cancelled.emit()

    def _step(self) -> None:
        if self._done and not self._printer.newPage():
            self._fail()
            return
        try:
            self._print_page(self._pages[self._done])
        except Exception:
            # Else the timer would come back with the same bug for ever.
            self._fail()
            raise
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._finish()

    def _print_page(self, page: int) -> None:
        dots = min(self._printer.resolution(), MOST_DOTS_PER_INCH)
        picture = self._sheets.picture(page, dots / POINTS_PER_INCH)
        size = self._sheets.sizes[page]
        dots_per_point = self._printer.resolution() / POINTS_PER_INCH
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        where = QRectF(0, 0, size.width * dots_per_point, size.height * dots_per_point)
        where.moveCenter(QRectF(paper).center())
        self._painter.drawImage(where, picture)

    def _finish(self) -> None:
        self._timer.stop()
        if not self._end():
            self.failed.emit(self._sentence())
            return
        self.finished.emit()

    def _fail(self) -> None:
        self._timer.stop()
        self._end()
        self.failed.emit(self._sentence())

    def _end(self) -> bool:
        ended = self._painter.end() if self._painter.isActive() else False
        self._sheets.close()
        return ended and self._printer.printerState() is not QPrinter.PrinterState.Error

    def _sentence(self) -> str:
        return _(
            "The printer {printer} did not take the paper. See whether it is switched on and has paper, "
            "then print again, or save a PDF."
        ).format(printer=self._printer.printerName())
