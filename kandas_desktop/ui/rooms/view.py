"""The list of rooms, floor by floor; each bed is a small square in the colours of its state."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from kandas_desktop.rules.rooms import Bed, Room
from kandas_desktop.ui.bed_looks import KIND_ICONS, beds_words, kind_words, state_colors, state_words
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.inputs import is_plain_enter
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.walked_lines import WalkedLines
from kandas_desktop.words import _

_ROW, _FLOOR = 44, 32
_SQUARE, _BETWEEN = 26, 4
_NAME, _KIND = 84, 150
_AFTER_COUNT = 16


class _Line(NamedTuple):
    """A floor's title, or one of its rooms."""

    floor: int
    room: Room | None


class RoomsView(WalkedLines):
    """``chosen(room_id)`` says which room is looked at, ``opened`` that Enter asks for its fields."""

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Rooms and beds"), step=_ROW, parent=parent)
        self._lines: list[_Line] = []

    @property
    def room_id(self) -> int | None:
        """The room that is looked at; ``None`` where there is none."""
        room = None if self.chosen_place is None else self._lines[self.chosen_place].room
        return room.id if room else None

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        """Show other rooms; the one that is looked at stays so, or the first comes in its place."""
        kept = self.room_id
        self._lines = []
        for floor in dict.fromkeys(room.floor for room in rooms):
            self._lines.append(_Line(floor, None))
            self._lines += [_Line(floor, room) for room in rooms if room.floor == floor]
        places = self._places()
        heights = [_ROW if line.room else _FLOOR for line in self._lines]
        first = next(iter(places.values()), 0)
        self.lay_lines(heights, stops=list(places.values()), chosen=places.get(kept or 0, first))
        self.describe()

    def choose(self, room_id: int) -> None:
        """Look at a room."""
        place = self._places().get(room_id)
        if place is not None:
            self.stand_on(place)

    def _places(self) -> dict[int, int]:
        return {line.room.id: place for place, line in enumerate(self._lines) if line.room is not None}

    def moved(self) -> None:
        if self.room_id is not None:
            self.chosen.emit(self.room_id)

    def is_title(self, place: int) -> bool:
        return self._lines[place].room is None

    def spoken(self, place: int) -> str:
        room = self._lines[place].room
        if room is None:
            return ""
        beds = ", ".join(f"{bed.label} {state_words(bed.state)}" for bed in room.beds)
        return f"{room.name}, {kind_words(room.kind)}: {beds}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event) and self.room_id is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paint_line(self, painter: QPainter, place: int, area: QRect) -> None:
        line = self._lines[place]
        if line.room is None:
            room = QRectF(area).adjusted(theme().sizes.page_padding, 0, 0, 0)
            title = _("floor {number}").format(number=line.floor)
            paint_text(painter, room, title, font=theme().font("body", bold=True), color=theme().palette.text)
        else:
            self._paint_room(painter, line.room, area)

    def _count_width(self) -> int:
        counts = {len(line.room.beds) for line in self._lines if line.room is not None}
        widths = (text_width(theme().font("second"), beds_words(count)) for count in counts)
        return max(widths, default=0) + _AFTER_COUNT

    def _paint_room(self, painter: QPainter, room: Room, area: QRect) -> None:
        palette = theme().palette
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
        wide = self._count_width()
        count = QRectF(left + _NAME + _KIND, top, wide, height)
        beds = beds_words(len(room.beds))
        paint_text(painter, count, beds, font=theme().font("second"), color=palette.text2)
        self._paint_beds(painter, room.beds, left + _NAME + _KIND + wide, area)

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
