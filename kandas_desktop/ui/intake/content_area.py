"""A part of the page that is as high as its content while there is room, and scrolls when there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget


class ContentArea(QScrollArea):
    """Shows ``content`` whole, or at least ``least`` logical pixels of it."""

    def __init__(self, content: QWidget, *, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._kept: QWidget | None = None
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def keep_in_sight(self, widget: QWidget | None) -> None:
        """Scroll to a part of the content, and again whenever it grows; ``None`` lets go of it."""
        if self._kept is not None and self._kept is not widget:
            self._kept.removeEventFilter(self)
        self._kept = widget
        if widget is not None:
            widget.installEventFilter(self)
            self.ensureWidgetVisible(widget, 0, 0)

    def _look_again(self) -> None:
        if self._kept is not None:
            self.ensureWidgetVisible(self._kept, 0, 0)

    def _content_height(self) -> int:
        content, width = self.widget(), self.viewport().width()
        return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(600, self._content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(300, min(self._content_height(), self._least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        has_grown = event.type() == QEvent.Type.Resize and watched in (self.widget(), self._kept)
        if has_grown and self._kept is not None:
            QTimer.singleShot(0, self, self._look_again)  # once the parts inside have their new places
        # What is unfolded or said inside asks for more height here.
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._kept is not None:
            QTimer.singleShot(0, self, self._look_again)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
