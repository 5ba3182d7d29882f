"""The head of the tape chart: months, holidays, day numbers and weekdays, with today filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, DAY_WIDTH, Days, month_words, weekday_letters
from kandas_desktop.ui.board.tape.reading import TapeReading
from kandas_desktop.ui.kit.painting import hairline, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.terms import holiday_words
from kandas_desktop.words import _

HEAD_HEIGHT = 48
_MONTH = 20  # the height of the upper line, of months and holidays
_GAP = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on end that have one name."""

    first: date
    last: date
    words: str


def holidays(days: Days, reading: TapeReading) -> Iterator[Stretch]:
    """The days off that are holidays, each with the days off around it that are no weekend."""
    day, end = days.first, days.end
    while day <= end:
        words = holiday_words(day) if reading.is_day_off(day) else ""
        if not words:
            day += timedelta(days=1)
            continue
        last = day
        while reading.is_day_off(last + timedelta(days=1)) and last <= end:
            last += timedelta(days=1)
        yield Stretch(day, last, words)
        day = last + timedelta(days=1)


def paint_head(painter: QPainter, days: Days, reading: TapeReading, width: int) -> None:
    """Paint the head over the whole width."""
    palette = theme().palette
    painter.fillRect(QRectF(0, 0, width, HEAD_HEIGHT), theme().color("surface"))
    painter.setClipRect(QRectF(0, 0, width, HEAD_HEIGHT))
    inset = theme().sizes.page_padding
    room = QRectF(inset, _MONTH + 4, BEDS_WIDTH - inset - 6, 18)
    paint_text(painter, room, _("Room, bed"), font=theme().font("second"), color=palette.text2)
    taken = _paint_months(painter, days, width)
    for stretch in holidays(days, reading):
        _paint_holiday(painter, days, stretch, taken, width)
    for day in (day for day in days if days.right_of(day) <= width):  # a number cut in two would be another
        _paint_day(painter, QRectF(days.left_of(day), _MONTH, DAY_WIDTH, HEAD_HEIGHT - _MONTH), day, reading)
    bottom = HEAD_HEIGHT - 0.5
    hairline(painter, QPointF(0, bottom), QPointF(width, bottom), palette.line2)


def _paint_months(painter: QPainter, days: Days, width: int) -> list[tuple[float, float]]:
    """The names of the months; returns the room that they take."""
    font = theme().font("second", bold=True)
    taken: list[tuple[float, float]] = []
    months = [days.first, *(day for day in days if day.day == 1 and day != days.first)]
    ends = [float(days.left_of(day)) for day in months[1:]] + [float(width)]
    has_year = False
    for at, (day, end) in enumerate(zip(months, ends, strict=True)):
        left = days.left_of(day) + (7 if at == 0 else 9)
        choices = (True, False) if not has_year or day.month == 1 else (False,)
        for with_year in choices:
            words = month_words(day, with_year=with_year)
            needed = text_width(font, words)
            if left + needed <= end:
                room = QRectF(left, 2, needed + 1, _MONTH - 2)
                paint_text(painter, room, words, font=font, color=theme().palette.text)
                taken.append((left, left + needed))
                has_year = has_year or with_year
                break
    return taken


def _paint_holiday(
    painter: QPainter, days: Days, stretch: Stretch, taken: list[tuple[float, float]], width: int
) -> None:
    """The name of a holiday in the middle over its days, pushed aside by the name of a month."""
    font = theme().font("second")
    needed = text_width(font, stretch.words)
    middle = (days.left_of(stretch.first) + days.right_of(stretch.last)) / 2
    left = max(float(BEDS_WIDTH + 7), min(middle - needed / 2, width - needed - 4.0))
    for start, end in taken:
        if left < end + _GAP and left + needed > start - _GAP:
            left = end + _GAP
    near = days.left_of(stretch.first) - 2 * DAY_WIDTH <= left <= days.right_of(stretch.last) + DAY_WIDTH
    is_free = all(left >= end + _GAP or left + needed <= start - _GAP for start, end in taken)
    if near and is_free and left + needed <= width:
        room = QRectF(left, 2, needed + 1, _MONTH - 2)
        paint_text(painter, room, stretch.words, font=font, color=theme().palette.text2)
        taken.append((left, left + needed))


def _paint_day(painter: QPainter, room: QRectF, day: date, reading: TapeReading) -> None:
    palette, is_off = theme().palette, reading.is_day_off(day)
    bold, ink, second = not is_off, palette.text, palette.text2
    if is_off:
        ink = palette.text2
    if day == reading.on:
        path_room = room.adjusted(0, 1, 0, 6)
        painter.save()
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(path_room, 5, 5)
        painter.restore()
        bold, ink, second = True, palette.on_accent, palette.on_accent
    center = Qt.AlignmentFlag.AlignHCenter
    upper, lower = QRectF(room), QRectF(room)
    upper.setHeight(16)
    lower.setTop(room.top() + 14)
    lower.setHeight(13)
    number = str(day.day)
    paint_text(painter, upper, number, font=theme().font("second", bold=bold), color=ink, align=center)
    letters = weekday_letters(day)
    paint_text(painter, lower, letters, font=theme().font("small"), color=second, align=center)
