"""Inputs for text: a one-line field and a field of several lines, with the kit's edges."""

import re
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from kandas_desktop.ui.kit.chips import cap_size, paint_cap
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme

InputState = Literal["plain", "missing", "error"]

_BREAKS = re.compile(r"\s*[\r\n\t\u2028\u2029]+\s*")
_NO_LIMIT = 32767  # Qt's own for one line
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MENU_KEYS = {
    "edit-undo": QKeySequence.StandardKey.Undo,
    "edit-redo": QKeySequence.StandardKey.Redo,
    "edit-cut": QKeySequence.StandardKey.Cut,
    "edit-copy": QKeySequence.StandardKey.Copy,
    "edit-paste": QKeySequence.StandardKey.Paste,
    "select-all": QKeySequence.StandardKey.SelectAll,
}


def on_one_line(text: str) -> str:
    """Pasted text without line breaks and tabs: a space stands for each."""
    return _BREAKS.sub(" ", text).strip()


def is_plain_enter(event: QKeyEvent) -> bool:
    """Enter or the numpad's Enter with no Ctrl, Shift or Alt: it means the same as Tab."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def show_menu_with_keys(menu: QMenu, event: QContextMenuEvent) -> None:
    """Show an input's own menu, each entry with its key."""
    # Qt leaves a key out that the window has a use for too; in an input it is the input's.
    for name, keys in _MENU_KEYS.items():
        action = next((action for action in menu.actions() if action.objectName() == name), None)
        if action and "\t" not in action.text():
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{action.text()}\t{shown}")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


def paint_input(
    painter: QPainter, rect: QRectF, *, state: InputState, focused: bool, enabled: bool, quiet: bool = False
) -> None:
    """The box of an input; ``quiet`` draws its edge only when focused or wrong (inputs inside table rows)."""
    palette = theme().palette
    fill = palette.surface if enabled else palette.disabled_fill
    edge, width = palette.field, 1
    if state == "error":
        edge = palette.overdue.solid
    if focused:
        edge, width = (edge if state == "error" else palette.accent), 2
    elif not enabled:
        edge = palette.line2
    if quiet and not focused and state != "error":
        return
    paint_box(painter, rect, radius=theme().sizes.radius, fill=fill, edge=edge, width=width)


class _NoToolTip(QObject):
    """What a masked field does not show, its tooltip does not tell."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.ToolTip


class TextField(QLineEdit):
    """One line of text; ``left`` is emitted with the cleaned text when the focus moves on."""

    left = Signal()

    def __init__(
        self,
        *,
        placeholder: str = "",
        max_length: int = 120,
        adornment: str = "",
        icon: IconName | None = None,
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``icon`` stands before the text; ``adornment`` («39 жаста») and a key cap after it.

        ``is_for_names`` says that every word in it begins with a capital, for the letters pad. Of what is
        longer than ``max_length`` the rest is cut off, unless a ``Field`` around it tells how long it may be.
        """
        super().__init__(parent)
        self._state: InputState = "plain"
        self._adornment = adornment
        self._adornment_icon: IconName | None = None
        self._icon = icon
        self._keys = keys
        self._quiet = False
        self._is_masked = False
        self._silence: _NoToolTip | None = None
        self.is_for_names = False
        self.setFrame(False)
        self.most_letters = max_length
        self.setMaxLength(max_length)
        self.setPlaceholderText(placeholder)
        self.setFont(theme().font("body"))
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._clean)
        self._dress()
        theme().changed.connect(self._dress)

    def _clean(self, text: str) -> None:
        # A name pasted out of a letter brings its line breaks along.
        if _BREAKS.search(text):
            at = self.cursorPosition()
            self.setText(_BREAKS.sub(" ", text))
            self.setCursorPosition(at)

    def value(self) -> str:
        """The text without spaces at its ends."""
        return self.text().strip()

    def keep_whole(self) -> None:
        """Cut nothing off from now on: it is said beside the field when it is too long."""
        # What a validator looks at has a form of its own, as a number's digits.
        if self.validator() is None:
            self.setMaxLength(_NO_LIMIT)

    def set_value(self, text: str) -> None:
        """Put text in, without emitting ``textEdited``."""
        self.setText(on_one_line(text))
        self.setCursorPosition(0)

    @property
    def state(self) -> InputState:
        return self._state

    def set_state(self, state: InputState) -> None:
        """``error`` draws the edge red; ``Field`` calls this."""
        self._state = state
        self.update()

    def set_adornment(self, text: str = "", *, icon: IconName | None = None) -> None:
        """Words or an icon at the right end, inside the edge."""
        self._adornment = text
        self._adornment_icon = icon
        self._fit_margins()
        self.update()

    def set_keys(self, keys: str = "") -> None:
        """Another key at the right end; empty shows none, as in a small window."""
        self._keys = keys
        self._fit_margins()
        self.update()

    def set_quiet(self, quiet: bool) -> None:
        """No edge until it is focused: for inputs inside the rows of a table."""
        self._quiet = quiet
        self.update()

    def set_masked(self, masked: bool) -> None:
        """Show dots for the letters while nobody types here: somebody else may be looking on."""
        self._is_masked = masked
        self._show_mask()

    def _show_mask(self) -> None:
        is_masked = self._is_masked and not self.hasFocus()
        self.setEchoMode(QLineEdit.EchoMode.Password if is_masked else QLineEdit.EchoMode.Normal)
        if is_masked and self._silence is None:
            self._silence = _NoToolTip(self)
        elif not is_masked and self._silence is not None:
            self.removeEventFilter(self._silence)
            self._silence.deleteLater()
            self._silence = None

    def _dress(self) -> None:
        self.setFixedHeight(theme().sizes.input)
        self._fit_margins()

    def _right_room(self) -> int:
        room = theme().sizes.input_padding
        if self._adornment:
            room += text_width(theme().font("second"), self._adornment) + 8
        if self._adornment_icon:
            room += 16 + 6
        if self._keys:
            room += cap_size(self._keys).width() + 6
        return room

    def _fit_margins(self) -> None:
        padding = theme().sizes.input_padding
        # The line edit keeps 2 px of its own on each side.
        left = padding + (16 + 8 if self._icon else 0)
        self.setTextMargins(left - 2, 0, self._right_room() - 2, 0)

    def sizeHint(self) -> QSize:
        return QSize(160, theme().sizes.input)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, theme().sizes.input)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_input(
            painter,
            QRectF(self.rect()),
            state=self._state,
            focused=self.hasFocus(),
            enabled=self.isEnabled(),
            quiet=self._quiet,
        )
        self._paint_ends(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_ends(self, painter: QPainter) -> None:
        palette, padding = theme().palette, theme().sizes.input_padding
        middle = (self.height() - 16) / 2
        if self._icon:
            paint_icon(painter, QPointF(padding, middle), self._icon, 16, palette.text2)
        right = self.width() - padding
        if self._keys:
            cap = cap_size(self._keys)
            right -= cap.width()
            top = (self.height() - cap.height()) // 2
            paint_cap(painter, QRect(right, top, cap.width(), cap.height()), self._keys)
            right -= 6
        if self._adornment_icon:
            color = palette.free.solid if self._adornment_icon == "check" else palette.text2
            paint_icon(painter, QPointF(right - 16, middle), self._adornment_icon, 16, color)
            right -= 16 + 6
        if self._adornment:
            paint_text(
                painter,
                QRectF(padding, 0, right - padding, self.height()),
                self._adornment,
                font=theme().font("second"),
                color=palette.text2,
                align=Qt.AlignmentFlag.AlignRight,
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu_with_keys(self.createStandardContextMenu(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_mask()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show_mask()
            self.left.emit()
