"""One of many, found by typing: countries, kinships, issuing bodies."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from kandas_desktop.rules.letters import fold
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.inputs import TextField, is_plain_enter
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme

_MOST_ROWS = 9
# As in the style sheet: the list's padding and line, and the room beside an entry's words.
_EDGE = 4 + 1
_ITEM_PADDING = 8 + 4  # the last of it Qt's own
_BAR = 12


class Option(NamedTuple):
    """One entry of the list: what is stored, the words for it, and others that find it (another language)."""

    value: str
    text: str
    also: str = ""


class ChoiceField(TextField):
    """Type the first letters, or open the list with Alt+Down; ``chosen(value)`` says what was picked."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option | tuple[str, str] | tuple[str, str, str]] = (),
        *,
        free: bool = False,
        completes: bool = False,
        placeholder: str = "",
        max_length: int = 120,
        icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Options in the order shown (frequent ones first); ``free`` allows other words as well.

        With ``completes`` the first letters of an entry are enough there too: Esc keeps what was typed.
        """
        super().__init__(placeholder=placeholder, max_length=max_length, icon=icon, parent=parent)
        self._free = free
        self._completes = completes
        self._options: list[Option] = []
        self._value: str | None = None
        self._model = QStringListModel(self)
        self._popup = QListView()
        self._popup.setObjectName("choices")
        self._popup.setFont(theme().font("body"))
        self._popup.setUniformItemSizes(True)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_ROWS)
        completer.setPopup(self._popup)
        completer.setWidget(self)
        completer.activated.connect(self._pick_text)
        self._finder = completer
        # After the completer's own filter, so that this one is asked first.
        self._popup.installEventFilter(self)
        self.textEdited.connect(self._find)
        self.set_options(options)

    def set_options(self, options: Sequence[Option | tuple[str, str] | tuple[str, str, str]]) -> None:
        """Another list; the chosen value stays if it is still in it."""
        self._options = [Option(*option) for option in options]
        self.set_choice(self._value)

    def choice(self) -> str | None:
        """The stored value of what stands in the field; with ``free`` the words themselves; else ``None``."""
        text = self.value()
        for option in self._options:
            if option.text == text:
                return option.value
        return text if self._free and text else None

    def set_choice(self, value: str | None) -> None:
        """Show the words of a stored value; ``None`` empties the field."""
        self._value = value
        known = next((option.text for option in self._options if option.value == value), None)
        if known is None:
            known = value if self._free and value else ""
        self.set_value(known)

    @property
    def is_known(self) -> bool:
        """Whether the field is empty or holds an entry (or, with ``free``, anything)."""
        return not self.value() or self.choice() is not None

    def matches(self, typed: str) -> list[str]:
        """The entries that ``typed`` leads to: first those that begin with it, then with a word that does."""
        key = fold(typed)
        if not key:
            return [option.text for option in self._options]
        keyed = [(fold(option.text), fold(option.also), option.text) for option in self._options]
        first = [text for folded, also, text in keyed if folded.startswith(key) or also.startswith(key)]
        later = [text for folded, also, text in keyed if f" {key}" in f"{folded} {also}"]
        return first + [text for text in later if text not in first]

    def open_list(self) -> None:
        """Show the whole list below the field, the present entry chosen in it."""
        self._show([option.text for option in self._options], current=self.value())

    def _find(self, typed: str) -> None:
        found = self.matches(typed)
        if found and typed.strip():
            self._show(found, current=found[0] if self._leads_to(typed, found[0]) else "")
        else:
            self._popup.hide()

    def _leads_to(self, typed: str, text: str) -> bool:
        """Whether Enter takes ``text`` for what is typed: where words of one's own go, only its beginning."""
        if not self._free:
            return True
        key = fold(typed)
        also = next(fold(option.also) for option in self._options if option.text == text)
        return self._completes and (fold(text).startswith(key) or also.startswith(key))

    def _show(self, texts: list[str], *, current: str) -> None:
        self._model.setStringList(texts)
        # The completer reckons neither with the edge of the list nor with the room around its words.
        rows = min(len(texts), _MOST_ROWS)
        self._popup.ensurePolished()
        self._popup.setMinimumHeight(rows * self._popup.sizeHintForRow(0) + 2 * _EDGE)
        self._finder.complete(QRect(0, 0, max(self.width(), self._list_width()), self.height() - 1))
        chosen = self._model.index(texts.index(current)) if current in texts else QModelIndex()
        # The completer points at an entry of its own accord: words of one's own would be lost to it.
        self._popup.setCurrentIndex(chosen)

    def _list_width(self) -> int:
        """What the widest of all entries takes, so that the list keeps its width while somebody types."""
        font = theme().font("body")
        widest = max((text_width(font, option.text) for option in self._options), default=0)
        bar = _BAR if len(self._options) > _MOST_ROWS else 0
        return widest + 2 * (_ITEM_PADDING + _EDGE) + bar

    def _pick_text(self, text: str) -> None:
        self.setText(text)
        value = self.choice()
        if value is not None and value != self._value:
            self._value = value
            self.chosen.emit(value)

    def _settle(self) -> None:
        # «Өзб» and Tab is enough where only one entry begins so, or the list is closed with its first chosen.
        if self.choice() is None or self._free:
            key = fold(self.value())
            exact = [
                option.text
                for option in self._options
                if key and key in (fold(option.text), fold(option.also))
            ]
            found = exact or ([] if self._free else self.matches(self.value()))
            if self.value() and found:
                self.setText(found[0])
        self._pick_text(self.value())

    def _take_current(self) -> None:
        current = self._popup.currentIndex()
        self._popup.hide()
        if current.isValid():
            self._pick_text(str(current.data()))

    def _right_room(self) -> int:
        return super()._right_room() + 16 + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._quiet and not self.hasFocus():
            return
        palette = theme().palette
        color = palette.text2 if self.isEnabled() else palette.disabled_text
        where = QPointF(self.width() - theme().sizes.input_padding - 16, (self.height() - 16) / 2)
        paint_icon(QPainter(self), where, "chevron-down", 16, color)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In the list, Enter and Tab take the entry and go on to the next field in one press.
        if watched is self._popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_plain_enter(event) or event.key() == Qt.Key.Key_Tab:
                self._take_current()
                self.focusNextChild()
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self._take_current()
                self.focusPreviousChild()
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() == Qt.Key.Key_F4 or (
            event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
        )
        if opens and not self._popup.isVisible():
            self.open_list()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason and event.type() == QEvent.Type.FocusOut:
            self._settle()
        super().focusOutEvent(event)
