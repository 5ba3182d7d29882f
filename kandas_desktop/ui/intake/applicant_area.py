"""The applicant as a whole card, or as one line where the window is small and nothing is left to write."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kandas_desktop.ui.intake.applicant_card import ApplicantCard
from kandas_desktop.ui.intake.applicant_line import ApplicantLine
from kandas_desktop.ui.intake.content_area import ContentArea

_LEAST = 120
_AROUND_FIELD = 40


class ApplicantArea(QWidget):
    """Holds both; ``unfold_asked`` is a press on the line."""

    unfold_asked = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = ApplicantCard(today=today)
        self.line = ApplicantLine()
        self._scroll = ContentArea(self.card, least=_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self._scroll)
        self.line.pressed.connect(self.unfold_asked)
        self.unfold(True)

    def unfold(self, unfolded: bool) -> None:
        """Show the card, or else the line."""
        self.line.setVisible(not unfolded)
        self._scroll.setVisible(unfolded)

    def holds_focus(self) -> bool:
        """Whether somebody is writing in the card."""
        focused = QApplication.focusWidget()
        return focused is not None and self.card.isAncestorOf(focused)

    def reveal(self, field: QWidget) -> None:
        """Scroll so that the field is seen, and what is said under it."""
        self._scroll.ensureWidgetVisible(field, 0, _AROUND_FIELD)

    def wanted_height(self) -> int:
        """What it takes to show everything, in logical pixels."""
        return (self.line if self._scroll.isHidden() else self._scroll).sizeHint().height()
