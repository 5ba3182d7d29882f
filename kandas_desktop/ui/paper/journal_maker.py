"""Makes the paper of a whole volume in a thread of its own, so that the window stays alive."""

from PySide6.QtCore import QObject, QThread, Signal

from kandas_desktop.actions.desk import Desk
from kandas_desktop.errors import Trouble
from kandas_desktop.press import journal_pdf
from kandas_desktop.reports.faults import Cancelled


class JournalMaker(QThread):
    """Tells ``progressed`` in hundredths, then one of ``made(pdf)``, ``failed(sentence)``, ``cancelled``."""

    progressed = Signal(int)
    made = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    crashed = Signal(object)

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
            self.progressed.emit(percent)
        return not self.isInterruptionRequested()

    def run(self) -> None:
        try:
            # This thread's own connection; it is closed with the block.
            with self._database.connection_context():
                pdf = journal_pdf(
                    self._database, self._volume_id, with_families=self._with_families, progress=self._tell
                )
        except Cancelled:
            self.cancelled.emit()
        except Trouble as trouble:
            self.failed.emit(trouble.text)
        except Exception as error:
            # A bug must reach the window's thread, where the crash report is made.
            self.crashed.emit(error)
        else:
            self.made.emit(pdf)


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
        maker.progressed.connect(self.progressed)
        maker.made.connect(self._made)
        maker.failed.connect(self._failed)
        maker.cancelled.connect(self._cancelled)
        maker.crashed.connect(self._crashed)
        self._maker = maker
        maker.start()

    def cancel(self) -> None:
        """Ask it to stop; ``cancelled`` follows soon."""
        if self._maker is not None:
            self._maker.requestInterruption()

    def stop(self) -> None:
        """End what is under way, and say nothing more about it."""
        maker = self._taken()
        if maker is not None:
            maker.blockSignals(True)
            maker.requestInterruption()
            maker.wait()

    def _taken(self) -> JournalMaker | None:
        maker, self._maker = self._maker, None
        if maker is not None:
            maker.finished.connect(maker.deleteLater)
        return maker

    def _made(self, pdf: bytes) -> None:
        self._end()
        self.made.emit(pdf)

    def _failed(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _crashed(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        maker = self._taken()
        if maker is not None:
            maker.wait()
