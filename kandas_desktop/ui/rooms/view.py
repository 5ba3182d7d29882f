"""The list of rooms, floor by floor; each bed is a small square in the colours of its state."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kandas_desktop.rules.rooms import Bed, Room
from kandas_desktop.ui.bed_looks import KIND_ICONS, kind_words, state_colors, state_words
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import hairline, paint_box, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, ngettext

_Key = Qt.Key
_ROW, _FLOOR = 44, 32
_SQUARE, _BETWEEN = 26, 4
_NAME, _KIND, _COUNT = 84, 150, 80


class _Line(NamedTuple):
    """A floor's title, or one of its rooms."""

    top: int
    height: int
    floor: int
    room: Room | None


class RoomsView(QAbstractScrollArea):
    """``chosen(room_id)`` says which room is looked at."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())
        self._lines: list[_Line] = []
        self._rooms: list[_Line] = []
        self._room_id: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Rooms and beds"))
        theme().changed.connect(self.viewport().update)

    @property
    def room_id(self) -> int | None:
        """The room that is looked at; ``None`` where there is none."""
        return self._room_id

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        """Show other rooms; the one that is looked at stays so, or the first comes in its place."""
        self._lines, top = [], 0
        for floor in dict.fromkeys(room.floor for room in rooms):
            self._lines.append(_Line(top, _FLOOR, floor, None))
            top += _FLOOR
            for room in (room for room in rooms if room.floor == floor):
                self._lines.append(_Line(top, _ROW, floor, room))
                top += _ROW
        self._rooms = [line for line in self._lines if line.room is not None]
        if self._room_id not in self._ids():
            self._room_id = next(iter(self._ids()), None)
        self._fit()
        self._describe()

    def choose(self, room_id: int) -> None:
        """Look at a room."""
        if room_id in self._ids():
            self._room_id = room_id
            self._bring_into_sight()
            self._describe()
            self.viewport().update()
            self.chosen.emit(room_id)

    def _ids(self) -> list[int]:
        return [line.room.id for line in self._rooms if line.room is not None]

    def _place(self) -> int:
        ids = self._ids()
        return ids.index(self._room_id) if self._room_id in ids else 0

    def _step(self, place: int) -> None:
        ids = self._ids()
        if ids:
            self.choose(ids[max(0, min(place, len(ids) - 1))])

    def _bring_into_sight(self) -> None:
        line = self._rooms[self._place()]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        # With the first room of a floor its title is seen as well.
        above = _FLOOR if self._lines[self._lines.index(line) - 1].room is None else 0
        if line.top - above < bar.value():
            bar.setValue(line.top - above)
        elif line.top + line.height > bar.value() + height:
            bar.setValue(line.top + line.height - height)

    def _describe(self) -> None:
        room = next((line.room for line in self._rooms if line.room and line.room.id == self._room_id), None)
        words = ""
        if room is not None:
            beds = ", ".join(f"{bed.label} {state_words(bed.state)}" for bed in room.beds)
            words = f"{room.name}, {kind_words(room.kind)}: {beds}"
        self.setAccessibleDescription(words)

    def _fit(self) -> None:
        height = self.viewport().height()
        whole = self._lines[-1].top + self._lines[-1].height if self._lines else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(_ROW)
        bar.setRange(0, max(0, whole - height))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("surface"))
        scrolled, height = self.verticalScrollBar().value(), self.viewport().height()
        for line in self._lines:
            area = QRect(0, line.top - scrolled, self.viewport().width(), line.height)
            if area.bottom() >= 0 and area.top() < height:
                if line.room is None:
                    self._paint_floor(painter, line, area)
                else:
                    self._paint_room(painter, line.room, area)

    def _paint_floor(self, painter: QPainter, line: _Line, area: QRect) -> None:
        palette = theme().palette
        painter.fillRect(area, theme().color("sunken"))
        room = QRectF(area).adjusted(theme().sizes.page_padding, 0, 0, 0)
        title = _("floor {number}").format(number=line.floor)
        paint_text(painter, room, title, font=theme().font("body", bold=True), color=palette.text)
        _underline(painter, area)

    def _paint_room(self, painter: QPainter, room: Room, area: QRect) -> None:
        palette = theme().palette
        if room.id == self._room_id:
            painter.fillRect(area, theme().color("selected"))
            painter.fillRect(QRect(0, area.top(), 3, area.height()), theme().color("accent"))
        left, top, height = float(theme().sizes.page_padding), float(area.top()), float(area.height())
        icon = QPointF(left + _NAME, top + (height - 16) / 2)
        paint_text(
            painter,
            QRectF(left, top, _NAME - 12, height),
            room.name,
            font=theme().font("body", bold=True),
            color=palette.text,
        )
        paint_icon(painter, icon, KIND_ICONS[room.kind], 16, palette.text2)
        words = QRectF(left + _NAME + 24, top, _KIND - 24, height)
        paint_text(painter, words, kind_words(room.kind), font=theme().font("body"), color=palette.text)
        count = QRectF(left + _NAME + _KIND, top, _COUNT, height)
        beds = ngettext("{count} bed", "{count} beds", len(room.beds))
        paint_text(painter, count, beds, font=theme().font("second"), color=palette.text2)
        self._paint_beds(painter, room.beds, left + _NAME + _KIND + _COUNT, area)
        _underline(painter, area)

    def _paint_beds(self, painter: QPainter, beds: Sequence[Bed], left: float, area: QRect) -> None:
        for bed in beds:
            box = QRectF(left, area.top() + (area.height() - _SQUARE) / 2, _SQUARE, _SQUARE)
            if box.right() > area.right() - 12:
                rest = QRectF(left, area.top(), area.right() - left, area.height())
                paint_text(painter, rest, "…", font=theme().font("body"), color=theme().palette.text2)
                return
            colors = state_colors(bed.state)
            paint_box(painter, box, radius=theme().sizes.radius_small, fill=colors.fill, edge=colors.line)
            paint_text(
                painter,
                box,
                bed.name,
                font=theme().font("small"),
                color=colors.ink,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
            left += _SQUARE + _BETWEEN

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        page = max(1, self.viewport().height() // _ROW - 1)
        steps = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in steps:
            self._step(self._place() + steps[_Key(key)])
        elif key in (_Key.Key_Home, _Key.Key_End):
            self._step(0 if key == _Key.Key_Home else len(self._rooms) - 1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(event.position().toPoint())

    def _press(self, at: QPoint) -> None:
        y = at.y() + self.verticalScrollBar().value()
        for line in self._rooms:
            if line.top <= y < line.top + line.height and line.room is not None:
                self.choose(line.room.id)


def _underline(painter: QPainter, area: QRect) -> None:
    bottom = area.bottom() + 0.5
    hairline(painter, QPointF(0, bottom), QPointF(area.right(), bottom), theme().palette.line)
