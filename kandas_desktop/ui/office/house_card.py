"""The settings' line about the house: where its rooms and beds are entered and put right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.words import _


class HouseCard(Card):
    """``rooms_asked()`` asks for the page of rooms."""

    rooms_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(_("Rooms and beds"), bold=True))
        row.addStretch(1)
        self.button = Button(_("Rooms…"), icon="bed")
        self.button.clicked.connect(self.rooms_asked)
        row.addWidget(self.button)
        self.column.addLayout(row)
