"""The list of the first page: one row is chosen, its button is pressed by Enter, Space says why."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.today.groups_view import GroupsView
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.rows import AgendaGroup, AgendaRow
from kandas_desktop.words import _

_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class AgendaView(GroupsView):
    """``acted(row)`` asks for what a row's button does, ``menu_asked(row, where)`` for all there is to do."""

    acted = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: int | None = None
        self._acted: list[tuple[object, ...]] = []
        self.setAccessibleName(_("What is due"))

    @property
    def chosen(self) -> AgendaRow | None:
        """The row whose button Enter presses; ``None`` where there is nothing to do."""
        rows = self.rows
        return rows[self._chosen] if self._chosen < len(rows) else None

    def show_groups(self, groups: Sequence[AgendaGroup]) -> None:
        """Show other rows; the chosen one stays chosen, and where it is gone the one in its place.

        A row that was dealt with and is there again, because that was undone, is chosen once more.
        """
        before, known = self.chosen, {row.key for row in self.rows}
        self._groups = groups
        self.lay_out()
        keys = [row.key for row in self.rows]
        undone = next((key for key in reversed(self._acted) if key in keys and key not in known), None)
        if undone is not None:
            self._acted.remove(undone)
            self._chosen = keys.index(undone)
            self._bring_into_sight()
        elif before is not None and before.key in keys:
            self._chosen = keys.index(before.key)
        self._chosen = max(0, min(self._chosen, len(keys) - 1))
        self._describe()
        self.viewport().update()

    def is_unfolded(self, row: AgendaRow) -> bool:
        """Whether a row says why."""
        return row.key in self._unfolded

    def choose(self, place: int) -> None:
        """Choose the row at a place, counted from the top."""
        rows = self._outline.rows
        if not rows:
            return
        before, self._chosen = self._chosen, max(0, min(place, len(rows) - 1))
        self._bring_into_sight()
        for each in {before, self._chosen}:
            self._repaint_row(each)
        self._describe()

    def act(self) -> None:
        """Press the button of the chosen row."""
        if self.chosen is not None:
            self.remember(self.chosen)
            self.acted.emit(self.chosen)

    def remember(self, row: AgendaRow) -> None:
        """Choose this row again, should it go now and come back: what is done with it may be undone."""
        self._acted = [*(key for key in self._acted if key != row.key), row.key]

    def unfold(self, row: AgendaRow, unfolds: bool) -> None:
        """Say beneath a row why it is due then, or fold it."""
        if unfolds:
            self._unfolded.add(row.key)
        else:
            self._unfolded.discard(row.key)
        self.lay_out()
        self._bring_into_sight()
        self._describe()

    def _bring_into_sight(self) -> None:
        if self._chosen >= len(self._outline.rows):
            return
        bar, area = self.verticalScrollBar(), self._area(self._chosen)
        # With the first row of a group its head is seen as well.
        firsts = {group.rows[0].top for group in self._outline.groups}
        top = area.top() - (measures().head if self._outline.rows[self._chosen].top in firsts else 0)
        if top < 0:
            bar.setValue(bar.value() + top)
        elif area.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + area.bottom() + 1 - self.viewport().height())

    def _describe(self) -> None:
        row = self.chosen
        words = "" if row is None else row.spoken
        if row is not None and self.is_unfolded(row):
            words = " ".join([words, *row.why])
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        page = max(1, self.viewport().height() // measures().row - 1)
        steps = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        row = self.chosen
        if key in steps:
            self.choose(self._chosen + steps[_Key(key)])
        elif key in (_Key.Key_Home, _Key.Key_End):
            self.choose(0 if key == _Key.Key_Home else len(self._outline.rows) - 1)
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self.act()
        elif row is not None and key == _Key.Key_Space:
            if not event.isAutoRepeat():
                self.unfold(row, not self.is_unfolded(row))
        elif row is not None and key in (_Key.Key_Right, _Key.Key_Left):
            self.unfold(row, key == _Key.Key_Right)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._hover(point)
        if self._hovered is None:
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._hovered if is_left and self._is_over_button else None
        self.choose(self._hovered)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._hovered and self._is_over_button:
            self.act()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.chosen
        if row is None:
            return
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            area = self._area(self._chosen)
            where = self.viewport().mapToGlobal(QPoint(self._columns.title, area.top() + measures().row))
        self.menu_asked.emit(row, where)
