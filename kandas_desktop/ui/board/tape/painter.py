"""Painting the tape chart: days off, lines, the column of beds, bars, the line of today."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from kandas_desktop.queries.tape import TapeRoom
from kandas_desktop.queries.tape_bars import BarKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import KIND_ICONS, floor_words
from kandas_desktop.ui.board.bed_view import Sight
from kandas_desktop.ui.board.tape.bars import BarPainter, Shown, shown_bar
from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, DAY_WIDTH, Days
from kandas_desktop.ui.board.tape.lines import Line
from kandas_desktop.ui.board.tape.reading import TapeReading
from kandas_desktop.ui.board.tile_painter import FADED
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import hairline, paint_box
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, ngettext

_ROOM_ICON = 41  # from the left of the room's name
_BED_NAME = 63
_BAR = 3


class TapePainter:
    """Paints lines into a painter that is moved so that the first line's top is at zero."""

    def __init__(self) -> None:
        self.bars = BarPainter()

    def paint(
        self,
        painter: QPainter,
        lines: Sequence[Line],
        days: Days,
        reading: TapeReading,
        sight: Sight,
        *,
        width: int,
        has_focus: bool,
    ) -> None:
        """Paint the lines that are seen, over the whole width."""
        if not lines:
            return
        top, bottom = lines[0].top, lines[-1].bottom
        self._paint_ground(painter, days, reading, QRectF(0, top, width, bottom - top))
        rows = [line for line in lines if line.room is not None]
        shown = [self.bars.shown(line, days, width) for line in rows]
        faded = [_is_faded(line, reading, sight) for line in rows]
        self._paint_hairlines(painter, lines, width)
        painter.save()
        painter.setClipRect(QRectF(BEDS_WIDTH, top, width - BEDS_WIDTH, bottom - top))
        for bars, is_faded in zip(shown, faded, strict=True):
            painter.setOpacity(FADED if is_faded else 1)
            self.bars.paint_boxes(painter, bars)
        painter.setOpacity(1)
        self._paint_today(painter, rows, days, reading)
        for bars, is_faded in zip(shown, faded, strict=True):
            painter.setOpacity(FADED if is_faded else 1)
            self.bars.paint_words(painter, bars, reading.on, width)
        painter.setOpacity(1)
        for line, bars in zip(rows, shown, strict=True):
            self._paint_marks(painter, line, bars, reading, sight, days, width)
        painter.restore()
        for line in lines:
            if line.room is None:
                self._paint_floor(painter, line, width)
            else:
                self._paint_bed(
                    painter, line, sight, is_faded=_is_faded(line, reading, sight), focus=has_focus
                )

    def _paint_ground(self, painter: QPainter, days: Days, reading: TapeReading, area: QRectF) -> None:
        painter.fillRect(area, theme().color("surface"))
        off = _between(theme().color("surface"), theme().color("disabled_fill"))
        for day in days:
            left = days.left_of(day)
            if reading.is_day_off(day):
                painter.fillRect(QRectF(left, area.top(), DAY_WIDTH, area.height()), off)
            if day.day == 1 and left > BEDS_WIDTH:
                ink = theme().palette.line2
                hairline(painter, QPointF(left, area.top()), QPointF(left, area.bottom()), ink)

    def _paint_hairlines(self, painter: QPainter, lines: Sequence[Line], width: int) -> None:
        palette = theme().palette
        for line in lines:
            if line.room is None:
                continue
            last = line.bed is None or line.bed is line.room.beds[-1]
            bottom, ink = line.bottom - 0.5, palette.line2 if last else palette.line
            hairline(painter, QPointF(0, bottom), QPointF(width, bottom), ink)
        if lines:
            edge = BEDS_WIDTH - 0.5
            start, end = QPointF(edge, lines[0].top), QPointF(edge, lines[-1].bottom)
            hairline(painter, start, end, palette.line2)

    def _paint_today(self, painter: QPainter, rows: Sequence[Line], days: Days, reading: TapeReading) -> None:
        left = days.left_of(reading.on)
        if left < BEDS_WIDTH:
            return
        for line in rows:
            painter.fillRect(QRect(left, line.top, 2, line.height), theme().color("accent"))

    def _paint_floor(self, painter: QPainter, line: Line, width: int) -> None:
        palette, letters, inset = theme().palette, self.bars.letters, theme().sizes.page_padding
        area = QRectF(0, line.top, width, line.height)
        painter.fillRect(area, theme().color("sunken"))
        bottom = line.bottom - 0.5
        hairline(painter, QPointF(0, bottom), QPointF(width, bottom), palette.line2)
        middle = line.top + line.height / 2
        icon: IconName = "chevron-down" if line.is_open else "chevron-right"
        paint_icon(painter, QPointF(inset, int(middle - 7)), icon, 14, palette.text2)
        name = _("Floor {number}").format(number=line.floor.floor)
        letters.body_bold.draw(painter, inset + 23, middle, name, palette.text)
        at = inset + 23 + letters.body_bold.width(name) + 9
        letters.plain.draw(painter, at, middle, _floor_words(line), palette.text2)

    def _paint_bed(self, painter: QPainter, line: Line, sight: Sight, *, is_faded: bool, focus: bool) -> None:
        """The column of beds: room, kind and bed; a folded room says how many beds it has."""
        palette, letters, inset = theme().palette, self.bars.letters, theme().sizes.page_padding
        assert line.room is not None
        ids = {bed.bed.id for bed in line.beds}
        area = QRectF(0, line.top, BEDS_WIDTH - 1, line.height - 1)
        if sight.chosen in ids or sight.target in ids:
            painter.fillRect(area, theme().color("selected"))
            if focus:
                painter.fillRect(QRectF(0, line.top, _BAR, line.height - 1), theme().color("accent"))
        elif sight.hovered in ids:
            painter.fillRect(area, theme().color("hover"))
        painter.setOpacity(FADED if is_faded else 1)
        middle = line.top + line.height / 2
        if line.has_fold:
            icon: IconName = "chevron-down" if line.is_open else "chevron-right"
            left = max(_BAR, inset - 17)  # beside the bar of the chosen line in a small window
            paint_icon(painter, QPointF(left, int(middle - 6)), icon, 12, palette.text2)
        room = line.room.room
        if line.begins_room:
            name = letters.bold.cut(room.name, _ROOM_ICON - 6)
            letters.bold.draw(painter, inset, middle, name, palette.text)
            where = QPointF(inset + _ROOM_ICON + 2, int(middle - 6))
            paint_icon(painter, where, KIND_ICONS[room.kind], 13, palette.text2)
        words = _beds_here(line.room) if line.bed is None else line.bed.bed.label
        ink = palette.text2 if line.bed is None else palette.text
        words = letters.plain.cut(words, BEDS_WIDTH - inset - _BED_NAME - 8)
        letters.plain.draw(painter, inset + _BED_NAME, middle, words, ink)
        painter.setOpacity(1)

    def _paint_marks(
        self,
        painter: QPainter,
        line: Line,
        shown: Sequence[Shown],
        reading: TapeReading,
        sight: Sight,
        days: Days,
        width: int,
    ) -> None:
        """Rings around what is chosen, moved, or meant as the target of a move."""
        ids = {bed.bed.id for bed in line.beds}
        is_moving = bool(ids & sight.moving) and sight.chosen not in ids
        if not is_moving and sight.chosen not in ids and sight.target not in ids:
            return
        box = mark_box(line, shown, reading, days, width)
        dashed = is_moving or sight.target in ids
        paint_box(painter, box, radius=5, edge=theme().palette.accent, width=2, dashed=dashed)


def mark_box(line: Line, shown: Sequence[Shown], reading: TapeReading, days: Days, width: int) -> QRectF:
    """What a ring goes around: the bar of whoever has the bed now, else what it is today."""
    stays = (BarKind.OCCUPIED, BarKind.HELD)
    live = [each for each in shown if not each.bar.is_past]
    named = [each for each in live if each.bar.kind in stays]
    today = [each for each in live if each.bar.reaches(reading.on)]
    for each in (*named, *today, *live):
        return QRectF(each.box).intersected(QRectF(BEDS_WIDTH, line.top, width - BEDS_WIDTH, line.height))
    bar = next((bar for bar in line.bars if bar.reaches(reading.on)), None)
    if bar is not None:
        return shown_bar(bar, line, days, width).box
    left = days.left_of(reading.on)
    return QRectF(left, line.top + 2, DAY_WIDTH, line.height - 4)


def _between(one: QColor, other: QColor) -> QColor:
    """A colour three quarters on the way to another; see-through it would cost a third of the frame."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first + (second - first) * 0.75) for first, second in parts))


def _is_faded(line: Line, reading: TapeReading, sight: Sight) -> bool:
    return all(sight.is_faded(reading.tile(bed.bed.id)) for bed in line.beds)


def _beds_here(room: TapeRoom) -> str:
    """«4 төсек»: how many beds one line stands for."""
    return ngettext("{count} bed here", "{count} beds here", len(room.beds))


def _floor_words(line: Line) -> str:
    rooms = line.floor.rooms
    beds = [bed.bed for room in rooms for bed in room.beds]
    free = sum(bed.state is BedState.FREE for bed in beds)
    return floor_words(rooms=len(rooms), beds=len(beds), free=free)
