"""Where the Kazakh letters stand: in the right column, or in a small window's bar while they are used."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from kandas_desktop.ui.intake.side_column import LettersCard
from kandas_desktop.ui.intake.walk import on_focus_changed
from kandas_desktop.ui.kit.letters_pad import LettersPad


class LettersPlace(QObject):
    """Moves the pad between its card and the bar; F2 fetches it where it is out of sight."""

    def __init__(self, page: QWidget, column: QBoxLayout, bar: QBoxLayout) -> None:
        super().__init__(page)
        self._bar = bar
        self.pad = LettersPad()
        self._card = LettersCard(self.pad)
        column.addWidget(self._card)
        self._fetch = QShortcut(QKeySequence("F2"), page)
        self._fetch.activated.connect(self._show_in_bar)
        self._fetch.setEnabled(False)
        on_focus_changed(self._hide_in_bar)

    def set_compact(self, compact: bool) -> None:
        """Out of sight until F2, or in the card."""
        if compact:
            self._bar.addWidget(self.pad)
        else:
            self._card.column.addWidget(self.pad)
        self.pad.setVisible(not compact)
        self._fetch.setEnabled(compact)

    def _show_in_bar(self) -> None:
        self._fetch.setEnabled(False)
        self.pad.show()
        self.pad.toggle()

    def _hide_in_bar(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is self.pad and now is not self.pad and self._bar.indexOf(self.pad) >= 0:
            self.pad.hide()
            self._fetch.setEnabled(True)
