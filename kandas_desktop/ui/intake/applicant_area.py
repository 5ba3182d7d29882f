"""The applicant as a whole card, or as one line where the window is small and nothing is left to write."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.intake.applicant_card import ApplicantCard
from kandas_desktop.ui.intake.applicant_line import ApplicantLine
from kandas_desktop.ui.intake.content_area import ContentArea
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.words import _

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
        self._joined = ("", "")
        self._names_hidden = False
        self._banner = Banner(" ", " ", family="accent", icon="user-plus", clause=Clause.R3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        column.addWidget(self.line)
        column.addWidget(self._scroll)
        self.line.pressed.connect(self.unfold_asked)
        self.unfold(True)

    def unfold(self, unfolded: bool) -> None:
        """Show the card, or else the line; neither where a household is joined."""
        number = self._joined[0]
        self._banner.setVisible(bool(number))
        self.line.setVisible(not unfolded and not number)
        self._scroll.setVisible(unfolded and not number)

    def show_joined(self, number: str, name: str) -> None:
        """Say which household is joined, in place of the applicant, who lives here already.

        ``name`` is whoever speaks for it; an empty ``number`` asks for an applicant.
        """
        self._joined = (number, name)
        shown = number if self._names_hidden else name
        title = _("Joins the household {number}").format(number=number)
        words = _("{name} speaks for the family. Write the kinship to the family beside each new member.")
        self._banner.show_words(title, words.format(name=shown), family="accent", icon="user-plus")
        self.unfold(True)

    def set_names_hidden(self, hidden: bool) -> None:
        """Name whoever speaks for a household, or call them by its number (F9)."""
        self._names_hidden = hidden
        if self._joined[0]:
            self.show_joined(*self._joined)

    def holds_focus(self) -> bool:
        """Whether somebody is writing in the card."""
        focused = QApplication.focusWidget()
        return focused is not None and self.card.isAncestorOf(focused)

    def reveal(self, field: QWidget) -> None:
        """Scroll so that the field is seen, and what is said under it."""
        self._scroll.ensureWidgetVisible(field, 0, _AROUND_FIELD)

    def wanted_height(self) -> int:
        """What it takes to show everything, in logical pixels."""
        if not self._banner.isHidden():
            return self._banner.sizeHint().height()
        return (self.line if self._scroll.isHidden() else self._scroll).sizeHint().height()
