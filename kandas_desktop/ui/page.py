"""What the main window expects of a page: keys for the foot strip, and a reload when it is seen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.workplace import Workplace


class Page(QWidget):
    """A page reloads when something was written or the day turned, at once if seen, else when shown.

    ``leads_to(place, id)`` asks for another page or a paper (``Place``); ``keys_changed()`` tells that the
    foot strip should show other keys.
    """

    leads_to = Signal(str, int)
    keys_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self._is_stale = True
        workplace.changes.committed.connect(self._went_stale)
        workplace.changes.day_turned.connect(self._went_stale)
        if QGuiApplication.platformName() != "windows":  # which asks for the menu on these keys by itself
            self.answer_keys((("Shift+F10", self._ask_for_menu),))

    @property
    def today(self) -> date:
        return self.workplace.desk.today

    def reload(self) -> None:
        """Read afresh what the page shows, keeping selection and place."""

    def keys(self) -> Sequence[KeyHint]:
        """The keys to show in the foot strip, the commonest first, at most seven."""
        return ()

    def set_names_hidden(self, hidden: bool) -> None:
        """Hide or show names and birth dates (F9)."""

    def enter(self, *, forward: bool) -> bool:
        """Take the keyboard that Tab brings from outside; ``False`` leaves it to the window's own order."""
        return False

    def go_to(self, place: str, subject_id: int) -> None:
        """Show what was asked for: one of the places that stand on this page."""

    def closing_loses(self) -> str:
        """What is lost if the page goes now, as a sentence, or nothing; what can be saved is saved."""
        return ""

    def set_compact(self, compact: bool) -> None:
        """Take the compact measures of a small window, or the normal ones."""

    def answer_keys(
        self, answers: Iterable[tuple[str, Callable[[], object]]], *, repeats: bool = False
    ) -> None:
        """Answer keys while the page is seen, wherever the keyboard stands; held down, once or again.

        Enter is either key of that name: the large one, which Qt calls Return, and that beside the digits.
        """
        for keys, do in answers:
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in {keys, keys.replace("Enter", "Return")}])
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(do)

    def say_on_keys(self, *answers: tuple[str, str]) -> None:
        """Say on these keys in the foot strip why the page has nothing for them."""
        note = self.workplace.notices.note
        self.answer_keys((keys, partial(note, words)) for keys, words in answers)

    def _ask_for_menu(self) -> None:
        """Ask for the menu of what has the keyboard, as the menu key does."""
        focused = QApplication.focusWidget()
        if focused is not None:
            at = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
            where = focused.mapToGlobal(at)
            by_key = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(focused, QContextMenuEvent(by_key, at, where))

    def _went_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        self._freshen()
        super().showEvent(event)
