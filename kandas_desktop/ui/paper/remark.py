"""A sentence with its icon, in the second line's letters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.tokens import FamilyName


class Remark(QWidget):
    """An icon and a sentence beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("info", size=16)
        self._words = Label(role="second", ink="text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, icon: IconName = "info", family: FamilyName = "grey") -> None:
        """Show this sentence; an empty one takes no room."""
        self.setVisible(bool(text))
        self._mark.show_icon(icon, family=family)
        self._words.setText(text)
