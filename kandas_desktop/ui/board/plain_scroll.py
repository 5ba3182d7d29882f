"""A scroll area without ground or frame of its own, for the parts of the board's panel."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LEAST = 32


class PlainScroll(QScrollArea):
    """Scrolls down only; the keyboard passes it by."""

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        # Asked for a viewport that is not ours, the binding would make a class of every widget there is.
        ground = QWidget()
        self.setViewport(ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground.setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)
            content.setAutoFillBackground(False)

    def fit_bar(self) -> None:
        """Ask anew whether the bar is needed: Qt may keep the one that a lower height asked for."""
        if self.verticalScrollBar().isVisibleTo(self):
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        # Nor beside words that wrap: there Qt takes for the least height what is only wished for.
        return QSize(super().sizeHint().width(), _LEAST)

    def minimumSizeHint(self) -> QSize:
        # It scrolls: asking for more, it would lie over its neighbour in a small window.
        return QSize(super().minimumSizeHint().width(), _LEAST)
