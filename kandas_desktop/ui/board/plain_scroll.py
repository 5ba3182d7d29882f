"""A scroll area without ground or frame of its own, for the parts of the board's panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class PlainScroll(QScrollArea):
    """Scrolls down only; the keyboard passes it by."""

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        # Asked for a viewport that is not ours, the binding would make a class of every widget there is.
        ground = QWidget()
        self.setViewport(ground)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground.setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)
            content.setAutoFillBackground(False)
