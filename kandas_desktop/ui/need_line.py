"""That somebody needs an accessible room, as pages say it: the room's icon and the words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kandas_desktop.ui.kit.labels import Ink, Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.words import _


def need_words() -> str:
    """What is said of somebody who cannot live in every room."""
    return _("Needs an accessible room")


class NeedLine(QWidget):
    """Icon and words in one line; nobody else's business, so it goes while names are hidden (F9)."""

    def __init__(self, *, ink: Ink = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(IconMark("accessibility", size=14), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(Label(need_words(), role="second", ink=ink), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(need_words())

    def set_margins(self, left: int, bottom: int) -> None:
        """Stand this far from the left edge, with this much room below, in logical pixels."""
        self._row.setContentsMargins(left, 0, 0, bottom)
