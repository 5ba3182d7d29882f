"""The nine Kazakh letters as small keys, for keyboards without them."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.painting import paint_box, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

KAZAKH_LETTERS = "әғқңөұүһі"

_NAME_BREAKS = " -"
_GAP = 2
_KEY = 26


_Field = QLineEdit | QPlainTextEdit


class _Caret(NamedTuple):
    """Where the next letter goes in a line: the selection it replaces, or one place twice."""

    start: int
    end: int


def _caret_of(line: QLineEdit) -> _Caret:
    if line.hasSelectedText():
        return _Caret(line.selectionStart(), line.selectionEnd())
    # A field that was left shows its beginning; more is written at its end.
    at = line.cursorPosition() if line.hasFocus() else len(line.text())
    return _Caret(at, at)


def _put_caret(line: QLineEdit, caret: _Caret) -> None:
    if caret.start == caret.end:
        line.deselect()
        line.setCursorPosition(caret.end)
    else:
        line.setSelection(caret.start, caret.end - caret.start)


class LettersPad(QWidget):
    """Types into the field used last: a click never takes its focus, F2 goes here and back, arrows choose.

    The keys are capitals where a text or, in a field for names, a word begins; Shift turns them round.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: _Field | None = None
        self._caret = _Caret(0, 0)
        self._at = 0
        self._shifted = False
        self._hovered = -1
        self.setAccessibleName(_("Kazakh letters; Shift: capital or small"))
        self.setToolTip(_("Kazakh letters; Shift: capital or small"))
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
        elif (field := self._living_field()) is not None:
            if isinstance(field, QLineEdit):
                self._caret = _caret_of(field)
            # As for a list below the field: whoever picks letters has not left it.
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _back(self) -> None:
        if (field := self._living_field()) is not None:
            field.setFocus(Qt.FocusReason.PopupFocusReason)
            if isinstance(field, QLineEdit):
                _put_caret(field, self._caret)

    def _remember(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, QLineEdit | QPlainTextEdit) or now is self._field:
            return
        if (before := self._living_field()) is not None:
            before.cursorPositionChanged.disconnect(self._follow_caret)
        self._field = now
        now.cursorPositionChanged.connect(self._follow_caret)
        self.update()

    def _follow_caret(self, *_places: int) -> None:
        self.update()

    def _living_field(self) -> _Field | None:
        # The field may have gone with its page.
        return self._field if self._field is not None and isValid(self._field) else None

    def _written_before(self) -> str:
        """What stands before the place where the next letter goes."""
        field = self._living_field()
        if field is None:
            return ""
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()[: field.textCursor().selectionStart()]
        caret = self._caret if self.hasFocus() else _caret_of(field)
        return field.text()[: caret.start]

    def _begins_a_name(self) -> bool:
        before = self._written_before()
        is_for_names = isinstance(self._field, TextField) and self._field.is_for_names
        return not before.strip() or (is_for_names and before[-1] in _NAME_BREAKS)

    def _letters(self) -> str:
        if self._living_field() is None:
            return KAZAKH_LETTERS
        return KAZAKH_LETTERS.upper() if self._begins_a_name() != self._shifted else KAZAKH_LETTERS

    def _type(self, letter: str) -> None:
        field = self._living_field()
        if field is None or field.isReadOnly():
            return
        if isinstance(field, QPlainTextEdit):
            field.insertPlainText(letter)
            return
        if self.hasFocus():
            _put_caret(field, self._caret)
            if isinstance(field, ChoiceField):
                self._back()  # its list opens now, and takes the keys
        field.insert(letter)
        at = field.cursorPosition()
        self._caret = _Caret(at, at)
        field.textEdited.emit(field.text())

    def _rects(self) -> list[QRectF]:
        count = len(KAZAKH_LETTERS)
        width = (self.width() - (count - 1) * _GAP) / count
        return [QRectF(i * (width + _GAP), 0, width, self.height()) for i in range(count)]

    def _key_at(self, event: QMouseEvent) -> int:
        rects = self._rects()
        return next((i for i, rect in enumerate(rects) if rect.contains(event.position())), -1)

    def _show_shifted(self, shifted: bool) -> None:
        self._shifted = shifted
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
                self._shifted = True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._type(self._letters()[self._at])
            case Qt.Key.Key_Escape:
                self._back()
            case _:
                super().keyPressEvent(event)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            self._show_shifted(False)
        super().keyReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._key_at(event)
        self._show_shifted(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._key_at(event)
        if at >= 0:
            self._show_shifted(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._type(self._letters()[at])

    def focusNextPrevChild(self, forward: bool) -> bool:
        field = self._living_field()
        if field is None or not self.hasFocus():
            return super().focusNextPrevChild(forward)
        self._back()
        return field.focusNextChild() if forward else field.focusPreviousChild()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shifted = False
        field = self._living_field()
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if field is not None and event.reason() not in stays:
            # Whoever goes elsewhere from here leaves the field.
            QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, event.reason()))
        self.update()
