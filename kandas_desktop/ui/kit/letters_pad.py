"""The nine Kazakh letters as small keys, for keyboards without them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from kandas_desktop.ui.kit.painting import paint_box, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

KAZAKH_LETTERS = "әғқңөұүһі"

_GAP = 2
_KEY = 26


class LettersPad(QWidget):
    """Types into the field used last: a click never takes its focus, F2 goes here and back, arrows choose."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._at = 0
        self._capital = False
        self._hovered = -1
        self.setAccessibleName(_("Kazakh letters"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self, self.toggle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember)

    def toggle(self) -> None:
        """Go to the letters; from the letters, back to the field."""
        if self.hasFocus():
            self._back()
        elif self._living_field() is not None:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _back(self) -> None:
        if (field := self._living_field()) is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _remember(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit):
            self._field = now

    def _living_field(self) -> QLineEdit | QPlainTextEdit | None:
        # The field may have gone with its page.
        return self._field if self._field is not None and isValid(self._field) else None

    def _letters(self) -> str:
        return KAZAKH_LETTERS.upper() if self._capital else KAZAKH_LETTERS

    def _type(self, letter: str) -> None:
        field = self._living_field()
        if field is None or field.isReadOnly():
            return
        if isinstance(field, QLineEdit):
            field.insert(letter)
            field.textEdited.emit(field.text())
        else:
            field.insertPlainText(letter)

    def _rects(self) -> list[QRectF]:
        count = len(KAZAKH_LETTERS)
        width = (self.width() - (count - 1) * _GAP) / count
        return [QRectF(i * (width + _GAP), 0, width, self.height()) for i in range(count)]

    def _key_at(self, event: QMouseEvent) -> int:
        rects = self._rects()
        return next((i for i, rect in enumerate(rects) if rect.contains(event.position())), -1)

    def _show_capitals(self, capital: bool) -> None:
        self._capital = capital
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(len(KAZAKH_LETTERS) * (_KEY + _GAP) - _GAP, _KEY)

    def minimumSizeHint(self) -> QSize:
        return QSize(len(KAZAKH_LETTERS) * 20, _KEY)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        for i, (rect, letter) in enumerate(zip(self._rects(), self._letters(), strict=True)):
            focused = self.hasFocus() and i == self._at
            paint_box(
                painter,
                rect,
                radius=theme().sizes.radius_small + 1,
                fill=palette.hover if i == self._hovered else palette.surface,
                edge=palette.accent if focused else palette.line2,
                width=2 if focused else 1,
            )
            font = theme().font("body")
            paint_text(
                painter, rect, letter, font=font, color=palette.text, align=Qt.AlignmentFlag.AlignHCenter
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(KAZAKH_LETTERS)
        match event.key():
            case Qt.Key.Key_Left:
                self._at = (self._at - 1) % count
            case Qt.Key.Key_Right:
                self._at = (self._at + 1) % count
            case Qt.Key.Key_Shift:
                self._capital = True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._type(self._letters()[self._at])
            case Qt.Key.Key_Escape:
                self._back()
            case _:
                super().keyPressEvent(event)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            self._show_capitals(False)
        super().keyReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._key_at(event)
        self._show_capitals(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._key_at(event)
        if at >= 0:
            letter = KAZAKH_LETTERS[at]
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._type(letter.upper() if shifted else letter)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._capital = False
        self.update()
