"""Makes the paper of a whole volume in a thread of its own, so that the window stays alive."""

from PySide6.QtCore import QObject, QThread, Signal

from kandas_desktop.actions.desk import Desk
from kandas_desktop.errors import Trouble
from kandas_desktop.press import journal_pdf
from kandas_desktop.reports.faults import Cancelled


class JournalMaker(QThread):
    """Tells ``progressed(maker, percent)``, then ``ended(maker, outcome)``: the PDF, or why there is none.

    Both name the maker: what one told before it was stopped may arrive when the next is at work.
    """

    progressed = Signal(object, int)
    ended = Signal(object, object)

    def __init__(
        self, desk: Desk, volume_id: int, *, with_families: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = desk.database
        self._volume_id = volume_id
        self._with_families = with_families
        self._told = -1

    def _tell(self, percent: int) -> bool:
        if percent != self._told:
            self._told = percent
            self.progressed.emit(self, percent)
        return not self.isInterruptionRequested()

    def _outcome(self) -> bytes | Exception:
        try:
            # This thread's own connection; it is closed with the block.
            with self._database.connection_context():
                return journal_pdf(
                    self._database, self._volume_id, with_families=self._with_families, progress=self._tell
                )
        except Exception as error:
            # A bug must reach the window's thread, where the crash report is made.
            return error

    def run(self) -> None:
        self.ended.emit(self, self._outcome())


class VolumePress(QObject):
    """Makes one volume's paper at a time; a new wish ends the one before it."""

    progressed = Signal(int)
    made = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._maker: JournalMaker | None = None

    @property
    def is_making(self) -> bool:
        return self._maker is not None

    def make(self, volume_id: int, *, with_families: bool) -> None:
        """Begin; ``made``, ``failed`` or ``cancelled`` follows."""
        self.stop()
        maker = JournalMaker(self._desk, volume_id, with_families=with_families, parent=self)
        maker.progressed.connect(self._progressed)
        maker.ended.connect(self._ended)
        self._maker = maker
        maker.start()

    def cancel(self) -> None:
        """Ask it to stop; ``cancelled`` follows soon."""
        if self._maker is not None:
            self._maker.requestInterruption()

    def stop(self) -> None:
        """End what is under way, and say nothing more about it."""
        maker, self._maker = self._maker, None
        if maker is not None:
            maker.requestInterruption()
            maker.wait()
            maker.deleteLater()

    def _progressed(self, maker: JournalMaker, percent: int) -> None:
        if maker is self._maker:
            self.progressed.emit(percent)

    def _ended(self, maker: JournalMaker, outcome: bytes | Exception) -> None:
        if maker is not self._maker:
            return
        self.stop()
        if isinstance(outcome, bytes):
            self.made.emit(outcome)
        elif isinstance(outcome, Cancelled):
            self.cancelled.emit()
        elif isinstance(outcome, Trouble):
            self.failed.emit(outcome.text)
        else:
            raise outcome
