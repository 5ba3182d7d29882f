"""A year of days, month by month: days off shaded, the office's own marked, one chosen by keys."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.queries.work_calendar import YearView
from kandas_desktop.rules.terms import months_after
from kandas_desktop.ui.kit.focus_ring import ring_after, shows_ring
from kandas_desktop.ui.kit.painting import paint_box, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_Key = Qt.Key
_ACROSS, _WEEKS = 4, 6
_TITLE, _DAY, _GAP, _BETWEEN = 22, 19, 14, 20
_SATURDAY = 5
_MONTHS: tuple[Callable[[], str], ...] = (
    lambda: _("January"),
    lambda: _("February"),
    lambda: _("March"),
    lambda: _("April"),
    lambda: _("May"),
    lambda: _("June"),
    lambda: _("July"),
    lambda: _("August"),
    lambda: _("September"),
    lambda: _("October"),
    lambda: _("November"),
    lambda: _("December"),
)


class YearGrid(QWidget):
    """``day_chosen(day)``: arrows go from day to day, PgUp and PgDn from month to month."""

    day_chosen = Signal(object)

    def __init__(self, view: YearView, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._day = day
        self._today = today
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Work calendar"))

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def show_year(self, view: YearView, day: date) -> None:
        """Show a year with one of its days chosen."""
        self._view, self._day = view, day
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 3 * (_TITLE + _WEEKS * _DAY + _GAP) - _GAP)

    def _month_corner(self, month: int) -> tuple[float, float, float]:
        """Left and upper edge of a month, and the width of a day."""
        width = (self.width() - (_ACROSS - 1) * _BETWEEN) / _ACROSS
        row, column = divmod(month - 1, _ACROSS)
        return column * (width + _BETWEEN), row * (_TITLE + _WEEKS * _DAY + _GAP), width / 7

    def _cell(self, day: date) -> QRectF:
        left, top, width = self._month_corner(day.month)
        week, weekday = divmod(day.replace(day=1).weekday() + day.day - 1, 7)
        return QRectF(left + weekday * width, top + _TITLE + week * _DAY, width, _DAY)

    def _day_at(self, point: QPointF) -> date | None:
        return next((day for day in self._days() if self._cell(day).contains(point)), None)

    def _days(self) -> list[date]:
        first = date(self._view.year, 1, 1)
        return [first + timedelta(days=n) for n in range((date(self._view.year, 12, 31) - first).days + 1)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        for month, name in enumerate(_MONTHS, start=1):
            left, top, width = self._month_corner(month)
            room = QRectF(left + 4, top, 7 * width, _TITLE - 4)
            font = theme().font("second", bold=True)
            paint_text(painter, room, name(), font=font, color=palette.text)
        for day in self._days():
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        palette, cell = theme().palette, self._cell(day).adjusted(1, 1, -1, -1)
        is_off, own = day in self._view.days_off, self._view.own(day)
        fill, ink, edge = "", palette.text, ""
        if is_off:
            fill, ink = palette.hover, palette.text2
            if day.weekday() < _SATURDAY:
                fill = palette.line2
        if own is not None:
            fill = palette.held.fill if is_off else palette.free.fill
            ink = palette.held.ink if is_off else palette.free.ink
        if day == self._today:
            edge = palette.accent
        if day == self._day:
            fill, ink = palette.accent, palette.on_accent
        paint_box(painter, cell, radius=4, fill=fill, edge=edge)
        if day == self._day and shows_ring(self, self._by_keyboard):
            paint_box(painter, cell.adjusted(2, 2, -2, -2), radius=3, edge=palette.on_accent)
        font = theme().font("small", bold=own is not None or day == self._day)
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, cell, str(day.day), font=font, color=ink, align=centre)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -7, _Key.Key_Down: 7}
        months = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in days:
            self._choose(self._day + timedelta(days=days[_Key(key)]))
        elif key in months:
            self._choose(months_after(self._day, months[_Key(key)]))
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.focusNextChild()
        else:
            event.ignore()

    def _choose(self, day: date) -> None:
        self._day = day
        self.update()
        self.day_chosen.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self._choose(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        self.update()
