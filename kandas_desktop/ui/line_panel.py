"""The side panel beside a table, about the chosen line: its measures, and names hidden (F9)."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.kit.frame import SidePanel
from kandas_desktop.ui.kit.theme import theme

_COMPACT_WIDTH = 304
_COMPACT_PADDING = 14
_SCROLL_BAR = 12


class LinePanel(SidePanel):
    """Fits itself to the window and hides names; a subclass rebuilds what it shows of its line."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(theme().sizes.panel_journal, closable=closable, parent=parent)
        self._names_hidden = False
        self._shown_parts: tuple[QWidget, ...] = ()
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_middle)

    def set_names_hidden(self, hidden: bool) -> None:
        """Hide or show names and birth dates (F9)."""
        if hidden != self._names_hidden:
            self._names_hidden = hidden
            self._rebuild()

    def set_compact(self, compact: bool) -> None:
        """Take the measures of a small window, or the usual ones."""
        inset = _COMPACT_PADDING if compact else theme().sizes.panel_padding
        self.setFixedWidth(_COMPACT_WIDTH if compact else theme().sizes.panel_journal)
        self.head.setContentsMargins(inset, 8 if compact else 16, inset, 8)
        self._fit_middle()
        self.foot.setContentsMargins(inset, 9 if compact else 13, inset, 10 if compact else 16)
        self._rebuild()

    def _rebuild(self) -> None:
        """Show the line anew, where names or measures change what is shown of it."""

    def _show_anew(self, head: QWidget, middle: QWidget) -> None:
        """Put these into the head and the middle, in the place of those before."""
        for old in self._shown_parts:
            old.hide()
            old.deleteLater()
        self._shown_parts = (head, middle)
        self.head.addWidget(head)
        self.middle.insertWidget(0, middle)
        head.show()
        middle.show()

    @property
    def _has_keyboard(self) -> bool:
        """Whether the keyboard stands in the panel, or will when a question that is open was answered."""
        focused = self.window().focusWidget()  # its own may have been left long ago
        return focused is not None and self.isAncestorOf(focused)

    def lead_the_tab_key(self) -> None:
        """From the next step to the others, then to what stands above it; the cross comes last."""
        below, middle = stops_in(self._foot), stops_in(self._scroll)
        above = [stop for stop in stops_in(self) if stop not in (*below, *middle, self._close)]
        for before, after in pairwise((*below, *middle, *above, self._close)):
            self.setTabOrder(before, after)

    def _fit_middle(self) -> None:
        """Let the scroll bar stand in the margin, so that nothing moves when it comes."""
        compact = theme().is_compact
        inset = self.head.contentsMargins().left()
        bar = _SCROLL_BAR if self._scroll.verticalScrollBar().maximum() else 0
        self.middle.setContentsMargins(inset, 1 if compact else 8, inset - bar, 12 if compact else 16)


def stops_in(part: QWidget) -> list[QWidget]:
    """What Tab may stop at, in the order in which it was put there."""
    every = part.findChildren(QWidget)
    return [one for one in every if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()]
