"""Tick boxes one below the other, flush with the fields above them."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout

_AROUND = 4  # pixels that a tick box keeps around itself for its focus edge


class TickColumn(QVBoxLayout):
    """A column whose boxes stand under the fields' edges, their focus edges outside."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect.adjusted(-_AROUND, 0, 0, 0))
