"""What the views of the board share: a painted scroll area over beds, its mouse, its menu, its tooltips."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.ui.board.dragging import DragWatch
from kandas_desktop.ui.board.looks import Names, tool_tip
from kandas_desktop.ui.kit.pause import pause

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE = 30  # pixels from the upper and lower edge within which a drag scrolls


@dataclass(frozen=True, slots=True)
class Sight:
    """What the desk looks at: the chosen bed, the one under the pointer, and what stands back."""

    chosen: int | None = None
    hovered: int | None = None
    target: int | None = None
    """The bed onto which somebody is being moved."""
    moving: frozenset[int] = frozenset()
    """The beds that would be left by a move."""
    is_faded: Callable[[Tile], bool] = lambda tile: False

    def mark_of(self, bed_id: int) -> str:
        """How a bed is set off: ``chosen``, ``target``, ``moving``, ``hovered``, or not at all."""
        if bed_id == self.target:
            return "target"
        if bed_id == self.chosen:
            return "chosen"
        if bed_id in self.moving:
            return "moving"
        return "hovered" if bed_id == self.hovered else ""


class BedView(QAbstractScrollArea):
    """``chosen(bed)`` when another bed is chosen, ``acted()`` on Enter, ``menu_asked(bed, point)``."""

    chosen = Signal(int)
    acted = Signal()
    menu_asked = Signal(int, QPoint)
    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Asked for a viewport that is not ours, the binding would make a class of every widget there is.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.drag = DragWatch(self)
        self.sight = Sight()
        self.names = Names()

    def show_view(self, view: BoardView) -> None:
        """Show the beds as they were read now, keeping place and choice."""
        raise NotImplementedError

    def bring_into_sight(self, bed_id: int) -> None:
        """Scroll until a bed is seen."""
        raise NotImplementedError

    def tile_at(self, point: QPoint) -> Tile | None:
        """The bed at a point of the viewport."""
        raise NotImplementedError

    def area_of(self, bed_id: int | None) -> QRect | None:
        """Where a bed lies in the viewport; ``None`` where it is not shown."""
        raise NotImplementedError

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key pressed without Ctrl, Alt or Shift; ``False`` leaves it to the page."""
        raise NotImplementedError

    def set_names(self, names: Names) -> None:
        """Hide or show names (F9)."""
        self.names = names
        self.viewport().update()

    def set_sight(self, sight: Sight) -> None:
        """What is chosen and what stands back; the bed under the pointer stays."""
        self.sight = replace(sight, hovered=self.sight.hovered)
        self.viewport().update()

    def _follow_focus(self) -> None:
        """Paint anew what looks otherwise with the keyboard: nothing does, and Qt would paint it all."""

    def bed_at(self, at: QPoint) -> int | None:
        """The bed at a global point."""
        point = self.viewport().mapFromGlobal(at)
        tile = self.tile_at(point) if self.viewport().rect().contains(point) else None
        return tile.bed.id if tile else None

    def is_near_edge(self, at: QPoint) -> bool:
        """Whether a global point lies at the upper or lower edge, where a drag scrolls."""
        return self._scroll_way(at) != 0

    def scroll_near(self, at: QPoint) -> bool:
        """Scroll on while something is dragged to the upper or lower edge; whether it went on."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._scroll_way(at) * max(1, bar.singleStep() // 3))
        return bar.value() != before

    def _scroll_way(self, at: QPoint) -> int:
        point, area = self.viewport().mapFromGlobal(at), self.viewport().rect()
        if not area.left() <= point.x() <= area.right():
            return 0
        return -1 if point.y() < _EDGE else 1 if point.y() > area.height() - _EDGE else 0

    def choose(self, bed_id: int) -> None:
        """Choose a bed as a click or an arrow does."""
        self.bring_into_sight(bed_id)
        self.chosen.emit(bed_id)

    def _hover(self, bed_id: int | None) -> None:
        if bed_id == self.sight.hovered:
            return
        for each in (bed_id, self.sight.hovered):
            area = self.area_of(each)
            if area is not None:
                self.viewport().update(area.adjusted(-1, -1, 1, 1))
        self.sight = replace(self.sight, hovered=bed_id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and pause().holds(event):
                event.accept()  # or Ctrl+Enter would be the page's
                return True
            pause().follow(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in _ENTER:
            if not event.isAutoRepeat() and not pause().holds(event):
                pause().follow(event)
                self.acted.emit()
        elif not self.take_key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self.tile_at(event.position().toPoint())
        self.drag.press(tile.bed.id if tile and tile.holder else None, event)
        if tile is not None:
            self.choose(tile.bed.id)
            if event.button() == Qt.MouseButton.LeftButton:
                self.clicked.emit(tile.bed.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event):
            tile = self.tile_at(event.position().toPoint())
            self._hover(tile.bed.id if tile else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        area = self.area_of(self.sight.chosen)
        if area is None or self.sight.chosen is None:
            return
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if is_by_mouse and self.tile_at(event.pos()) is None:
            return  # between the beds nothing is meant, least of all the bed chosen before
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(area.bottomLeft() + QPoint(12, 0))
        self.menu_asked.emit(self.sight.chosen, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tile = self.tile_at(event.pos())
            QToolTip.showText(event.globalPos(), tool_tip(tile, self.names) if tile else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._follow_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._follow_focus()
