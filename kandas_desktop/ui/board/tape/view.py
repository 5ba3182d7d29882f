"""The tape chart at work: keys, mouse and wheel over what the chart shows."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.board.tape.chart import TapeChart
from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, DAY_WIDTH
from kandas_desktop.ui.board.tape.keys import BED_STEPS, days_to_go, is_back_to_today, is_enter
from kandas_desktop.ui.board.tape.lines import ROW_HEIGHT
from kandas_desktop.ui.kit.theme import theme

_Key = Qt.Key
_WHEEL_STEP = 40  # of the wheel's eighths of a degree for one day


class TapeView(TapeChart):
    """``opened()`` asks for the side panel of the chosen bed, ``closed()`` to close it."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_panel = False
        """Whether the side panel is open: Enter then does the bed's next step, Esc closes it."""
        self._wheeled = 0

    def open_panel(self) -> None:
        """Ask for the side panel of the chosen bed; without one the first in sight is chosen."""
        if self.sight.chosen is None:
            line = self.lines.first_of_beds(self.verticalScrollBar().value())
            if line is None:
                return
            self.choose(line.beds[0].bed.id)
        self.opened.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        key, page = event.key(), max(1, self.viewport().height() // ROW_HEIGHT - 2)
        steps = {**BED_STEPS, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        here = self.sight.chosen if self.sight.target is None else self.sight.target
        ends = self.lines.ends
        if key in steps and ends:
            line = ends[0] if here is None else self.lines.neighbour(here, steps[key])
        elif key in (_Key.Key_Home, _Key.Key_End) and ends:
            line = ends[0 if key == _Key.Key_Home else 1]
        elif key == _Key.Key_Space and here is not None:
            return self._toggle_card(here)
        else:
            return self.folds.take_key(key, self.lines.of(here))
        if line is not None:
            self.choose(line.beds[0].bed.id)
        return True

    def _toggle_card(self, bed_id: int) -> bool:
        """Space shows the card of whoever has the chosen bed now, and hides it."""
        line, area = self.lines.of(bed_id), self.area_of(bed_id)
        if line is None or area is None or self.reading is None:
            return False
        on = self.reading.on
        bar = next((each for each in line.bars if each.reaches(on)), None)
        if self.card.isVisible() or bar is None:
            self.card.hide()
        else:
            left = max(BEDS_WIDTH, self.days.left_of(on)) + DAY_WIDTH
            self.show_card(bed_id, bar, QPoint(left, area.center().y()))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = days_to_go(event)
        if days:
            self.go(days)
        elif is_back_to_today(event):
            self.show_today()
        elif is_enter(event) and not self.has_panel and self.sight.target is None:
            self.open_panel()
        elif event.key() == _Key.Key_Escape and self.has_panel and not self.sight.moving:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        line = self.line_at(point)
        is_left = event.button() == Qt.MouseButton.LeftButton
        on_chevron = point.x() < theme().sizes.page_padding and line is not None and line.has_fold
        if line is not None and is_left and (line.room is None or on_chevron):
            self.folds.turn(line)
            return
        super().mousePressEvent(event)
        if not self._can_drag(point):
            self.drag.press(None, event)

    def _can_drag(self, point: QPoint) -> bool:
        """Whether whoever has the bed now is under the pointer, and not somebody of the past."""
        if self.days.at(point.x()) is None:
            return True
        bar = self.bar_at(point)
        return bar is not None and not bar.is_past and bar.referral_person_id is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.line_at(event.position().toPoint())
        if line is not None and line.room is None:
            self.mousePressEvent(event)
        elif line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.open_panel()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.card.isVisible():
            self.card.hide()
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        across = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across = across or event.angleDelta().y()
        if not across:
            super().wheelEvent(event)
            return
        self._wheeled += across
        days, self._wheeled = -int(self._wheeled / _WHEEL_STEP), _rest(self._wheeled)
        if days:
            self.go(days)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tile, bar = self.tile_at(event.pos()), self.bar_at(event.pos())
            if tile is not None and bar is not None and not self.drag.is_on:
                self.show_card(tile.bed.id, bar, event.pos())
            return True
        if event.type() is QEvent.Type.Leave:
            self.card.hide()
        return super().viewportEvent(event)


def _rest(wheeled: int) -> int:
    """What a turn of the wheel leaves for the next, once whole days were gone."""
    return wheeled - int(wheeled / _WHEEL_STEP) * _WHEEL_STEP
