"""An input of several lines, for reasons and answers."""

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.inputs import InputState, is_plain_enter, paint_input, show_menu_with_keys
from kandas_desktop.ui.kit.theme import theme


class _Edit(QPlainTextEdit):
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(theme().font("body"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # Only the words.
        self.insertPlainText(source.text())
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu_with_keys(self.createStandardContextMenu(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextAreaField(QWidget):
    """``TextAreaField(lines=3)``: Tab and Enter move on, Shift+Enter begins a new line.

    Nothing is cut off; a ``Field`` around it tells when it is longer than ``max_length``.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, *, placeholder: str = "", lines: int = 3, max_length: int = 1000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state: InputState = "plain"
        self._lines = lines
        self.most_letters = max_length
        self._edit = _Edit()
        self._edit.setPlaceholderText(placeholder)
        self._edit.textChanged.connect(self.changed)
        self._edit.entered.connect(self.update)
        self._edit.left.connect(self.update)
        self._edit.left.connect(self.left)
        self.setFocusProxy(self._edit)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(theme().sizes.input_padding, 7, 6, 7)
        inside.addWidget(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The text without spaces at its ends."""
        return self._edit.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Put text in."""
        self._edit.setPlainText(text)

    @property
    def state(self) -> InputState:
        return self._state

    def set_state(self, state: InputState) -> None:
        """``error`` draws the edge red; ``Field`` calls this."""
        self._state = state
        self.update()

    def setAccessibleName(self, name: str) -> None:
        self._edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        self._edit.setAccessibleDescription(description)

    def sizeHint(self) -> QSize:
        return QSize(240, self._lines * theme().line("body") + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self._edit.hasFocus()
        box = QRectF(self.rect())
        paint_input(QPainter(self), box, state=self._state, focused=focused, enabled=self.isEnabled())
