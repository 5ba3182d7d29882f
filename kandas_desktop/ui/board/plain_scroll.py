"""A scroll area without ground or frame of its own, for the parts of the board's panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class PlainScroll(QScrollArea):
    """Scrolls down only; the keyboard passes it by."""

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)
            content.setAutoFillBackground(False)
