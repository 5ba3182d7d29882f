"""The numbers beside the pages' names in the navigation: drafts, what is due, what is overdue, who waits."""

from PySide6.QtCore import QObject, QTimer

from kandas_desktop.queries.journal import due_count
from kandas_desktop.queries.office import drafts
from kandas_desktop.ui.kit.chips import BadgeKind
from kandas_desktop.ui.kit.navigation import NavigationBar
from kandas_desktop.ui.workplace import Workplace

_AFTER_PAINTING = 300  # milliseconds: what stands beside the pages waits until they were painted


class Badges(QObject):
    """Counts anew when something was written or a day begins."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._bar: NavigationBar | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PAINTING)
        self._later.timeout.connect(self.count_what_waits)
        workplace.changes.committed.connect(self.count)
        workplace.changes.day_turned.connect(self.count)

    def show_on(self, bar: NavigationBar) -> None:
        """Count for a navigation that was built anew."""
        self._bar = bar
        self.count()
        self.count_drafts()

    def count(self) -> None:
        """What the journal has to consider now; the rest a moment later."""
        self._set("journal", due_count(self._workplace.desk.database))
        self._later.start()

    def count_drafts(self) -> None:
        """The applications that are being written down."""
        self._set("intake", len(drafts()), "grey")

    def count_what_waits(self) -> None:
        """What is overdue, and who waits in the reserve."""
        # Imported with the first count: the window comes up without the day's agenda.
        from kandas_desktop.queries.reserve import waiting_count
        from kandas_desktop.queries.today import overdue_count

        self._set("today", overdue_count(self._workplace.desk.today), "red")
        self._set("reserve", waiting_count())

    def _set(self, page: str, count: int, kind: BadgeKind = "accent") -> None:
        if self._bar is not None:
            self._bar.set_badge(page, str(count) if count else "", kind)
