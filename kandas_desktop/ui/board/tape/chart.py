"""What the tape chart shows: the lines and days in sight; it reads the past as the days come near it."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.tape_bars import TapeBar
from kandas_desktop.ui.board.bed_view import BedView, Sight
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.tape.card import TapeCard, card_text
from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, DAYS_BEFORE, Days
from kandas_desktop.ui.board.tape.folds import Folds
from kandas_desktop.ui.board.tape.head import HEAD_HEIGHT, paint_head
from kandas_desktop.ui.board.tape.lines import ROW_HEIGHT, Line, Lines
from kandas_desktop.ui.board.tape.painter import TapePainter
from kandas_desktop.ui.board.tape.reading import TapeReading
from kandas_desktop.ui.kit.theme import theme


class _Head(QWidget):
    """The days over the lines; it stays while the lines scroll."""

    def __init__(self, view: "TapeChart") -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("surface"))
        if self._view.reading is not None:
            paint_head(painter, self._view.days, self._view.reading, self._view.viewport().width())


class TapeChart(BedView):
    """Beds by days, painted; ``days_changed()`` after other days.

    ``reader`` reads the chart of a house that the board has read, given the reading before; it is set before
    anything is shown.
    """

    days_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader: Callable[[BoardView, TapeReading | None], TapeReading] | None = None
        self.reading: TapeReading | None = None
        self.days = Days(date.min, 1)
        self.lines = Lines(())
        self.folds = Folds()
        self.folds.changed.connect(self._lay_out)
        self._painter = TapePainter()
        self._head = _Head(self)
        self.card = TapeCard(self.viewport())
        self._reading_on = QTimer(self)
        self._reading_on.setSingleShot(True)
        self._reading_on.setInterval(0)
        self._reading_on.timeout.connect(self._read_on)
        self.setViewportMargins(0, HEAD_HEIGHT, 0, 0)
        self.verticalScrollBar().valueChanged.connect(self.card.hide)
        theme().changed.connect(self._dress)

    def show_view(self, view: BoardView) -> None:
        if self.reading is None or self.reading.board is not view:
            assert self.reader is not None, "a reader is set before anything is shown"
            was_on = self.reading.on if self.reading else None
            self.reading = self.reader(view, self.reading)
            first = self._home if was_on != view.on else self.days.first
            if not self.reading.reaches(first):
                self.reading.go_back(first)
            self._painter.bars.forget()
            self.show_days(first)
        self._lay_out()

    def set_names(self, names: Names) -> None:
        self._painter.bars.names = names
        self._painter.bars.forget()
        self.card.hide()
        super().set_names(names)

    def set_sight(self, sight: Sight) -> None:
        self.card.hide()
        super().set_sight(sight)

    def set_folded(self, floors: Collection[int]) -> None:
        """Fold these floors and no others."""
        self.folds.set_floors(floors)

    def show_days(self, first: date) -> None:
        """Show the days from one on, after reading what stood there."""
        if self.reading is None:
            return
        if not self.reading.reaches(first):
            self.reading.go_back(first)
            self._lay_out()
        self.days = Days(first, self.viewport().width() - BEDS_WIDTH)
        if self.reading.is_near_its_end(first):
            self._reading_on.start()
        self.card.hide()
        self.viewport().update()
        self._head.update()
        self.days_changed.emit()

    def go(self, days: int) -> None:
        """Go so many days on, or back below zero."""
        self.show_days(self.days.first + timedelta(days=days))

    def fold_floor(self, floor: int, *, is_folded: bool) -> None:
        """Fold or unfold one floor."""
        self.folds.fold_floor(floor, is_folded=is_folded)

    def unfold(self) -> None:
        """Unfold every floor."""
        self.folds.unfold_floors()

    def show_today(self) -> None:
        """Go back to the days around today."""
        self.show_days(self._home)

    def show_around(self, day: date) -> None:
        """Show the days around one, as far from the left as today is at first."""
        self.show_days(day - timedelta(days=DAYS_BEFORE))

    def show_card(self, bed_id: int, bar: TapeBar, at: QPoint) -> None:
        """Say everything that is known of a bar, below a point of the viewport."""
        if self.reading is not None:
            self.card.show_text(card_text(bar, bed_id, self.reading, self.names), at)

    def bring_into_sight(self, bed_id: int) -> None:
        line = self.lines.of(bed_id)
        if line is None and self.reading is not None:
            self.folds.open_floor_of(bed_id, self.reading.tape)
            line = self.lines.of(bed_id)
        if line is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = line.top - ROW_HEIGHT - 4 if line.begins_room else line.top
        if top < bar.value():
            bar.setValue(max(0, top))
        elif line.bottom > bar.value() + height:
            bar.setValue(line.bottom - height)

    def line_at(self, point: QPoint) -> Line | None:
        """The line at a point of the viewport."""
        return self.lines.at(point.y() + self.verticalScrollBar().value())

    def bar_at(self, point: QPoint) -> TapeBar | None:
        """The bar at a point of the viewport."""
        line, day = self.line_at(point), self.days.at(point.x())
        if line is None or day is None:
            return None
        return next((bar for bar in line.bars if bar.reaches(day)), None)

    def tile_at(self, point: QPoint) -> Tile | None:
        line = self.line_at(point)
        if line is None or not line.beds or self.reading is None:
            return None
        ids = [bed.bed.id for bed in line.beds]
        chosen = self.sight.chosen if self.sight.chosen in ids else ids[0]
        return self.reading.tile(chosen)

    def area_of(self, bed_id: int | None) -> QRect | None:
        line = self.lines.of(bed_id)
        if line is None:
            return None
        top = line.top - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), line.height)

    @property
    def _home(self) -> date:
        on = self.reading.on if self.reading else date.min + timedelta(days=DAYS_BEFORE)
        return on - timedelta(days=DAYS_BEFORE)

    def _read_on(self) -> None:
        """Read a little more of what may be scrolled to, until there is enough; none of it is seen yet."""
        if self.reading is not None and self.reading.is_near_its_end(self.days.first):
            self.reading.go_back(self.days.first)
            self._line_up(self.reading)
            self._reading_on.start()

    def _dress(self) -> None:
        self._painter.bars.forget()
        self._lay_out()

    def _follow_focus(self) -> None:
        self.viewport().update()

    def _lay_out(self) -> None:
        if self.reading is not None:
            self._line_up(self.reading)
            self._fit()

    def _line_up(self, reading: TapeReading) -> None:
        floors, rooms = self.folds.floors, self.folds.unfolded_rooms
        self.lines = Lines(reading.tape.floors, folded=floors, unfolded=rooms)

    def _fit(self) -> None:
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(2 * ROW_HEIGHT)
        bar.setRange(0, max(0, self.lines.height - height))
        self.viewport().update()
        self._head.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setGeometry(0, 0, self.width(), HEAD_HEIGHT)
        if self.reading is not None:
            self.days = Days(self.days.first, self.viewport().width() - BEDS_WIDTH)
            self._fit()
            self.days_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        below = max(0, self.lines.height - top)
        painter.fillRect(event.rect().adjusted(0, below, 0, below), theme().color("surface"))
        if self.reading is None:
            return
        painter.translate(0, -top)
        seen = self.lines.between(event.rect().top() + top, event.rect().bottom() + top)
        self._painter.paint(
            painter,
            seen,
            self.days,
            self.reading,
            self.sight,
            width=self.viewport().width(),
            has_focus=self.hasFocus(),
        )
