"""A list painted by itself, whose lines may differ in height: walked by keys, scrolled, spoken."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kandas_desktop.ui.kit.painting import hairline
from kandas_desktop.ui.kit.theme import theme

_Key = Qt.Key
_ENDS = (_Key.Key_Home, _Key.Key_End)
_MENU_INSET = 40


class WalkedLines(QAbstractScrollArea):
    """One line is chosen; titles are passed over. A subclass paints a line and says what it is.

    ``menu_asked(point)`` asks, by the menu key or a right click, for what can be done with the chosen line.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, name: str, *, step: int, parent: QWidget | None = None) -> None:
        """``step`` is how high a usual line is, in logical pixels."""
        super().__init__(parent)
        self.setViewport(QWidget())
        self._step = step
        self._tops: list[int] = [0]
        self._stops: list[int] = []
        self._at = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        theme().changed.connect(self._fit)

    # --- what a subclass says

    def paint_line(self, painter: QPainter, place: int, area: QRect) -> None:
        """Paint what the line at a place says."""
        raise NotImplementedError

    def spoken(self, place: int) -> str:
        """The line at a place for screen readers."""
        raise NotImplementedError

    def is_title(self, place: int) -> bool:
        """Whether the line only stands above others."""
        return False

    def moved(self) -> None:
        """Another line is chosen."""

    def pressed(self, place: int, event: QMouseEvent) -> None:
        """A line was pressed and is chosen now."""

    # --- what is shown

    @property
    def chosen_place(self) -> int | None:
        """Where the chosen line stands, counted from the top; ``None`` where there is none."""
        return self._at if self._at in self._stops else None

    def lay_lines(self, heights: Sequence[int], *, stops: Sequence[int], chosen: int) -> None:
        """Show lines of these heights; ``stops`` are the places where one may stand."""
        self._tops = [0]
        for height in heights:
            self._tops.append(self._tops[-1] + height)
        self._stops = list(stops)
        self._at = chosen
        self._fit()

    def stand_on(self, place: int) -> None:
        """Choose the line at a place, and bring it into sight."""
        self._at = place
        bar, height = self.verticalScrollBar(), self.viewport().height()
        # With the first line below a title the title is seen as well.
        first = place - 1 if place and self.is_title(place - 1) else place
        if self._tops[first] < bar.value():
            bar.setValue(self._tops[first])
        elif self._tops[place + 1] > bar.value() + height:
            bar.setValue(self._tops[place + 1] - height)
        self.describe()
        self.viewport().update()
        self.moved()

    def describe(self) -> None:
        """Tell screen readers the chosen line."""
        place = self.chosen_place
        self.setAccessibleDescription(self.spoken(place) if place is not None else "")

    def _fit(self) -> None:
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(self._step)
        bar.setRange(0, max(0, self._tops[-1] - height))
        self.viewport().update()

    def _walk(self, stop: int) -> None:
        if self._stops:
            self.stand_on(self._stops[max(0, min(stop, len(self._stops) - 1))])

    # --- what Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("surface"))
        scrolled, width, height = self.verticalScrollBar().value(), self.viewport().width(), self.height()
        for place, (top, bottom) in enumerate(zip(self._tops, self._tops[1:], strict=False)):
            area = QRect(0, top - scrolled, width, bottom - top)
            if area.bottom() >= 0 and area.top() < height:
                self._paint_ground(painter, place, area)
                self.paint_line(painter, place, area)
                ends = QPointF(0, area.bottom() + 0.5), QPointF(area.right() + 1, area.bottom() + 0.5)
                hairline(painter, *ends, theme().palette.line)

    def _paint_ground(self, painter: QPainter, place: int, area: QRect) -> None:
        if place == self.chosen_place:
            painter.fillRect(area, theme().color("selected"))
            painter.fillRect(QRect(0, area.top(), 3, area.height()), theme().color("accent"))
        elif self.is_title(place):
            painter.fillRect(area, theme().color("sunken"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, page = event.key(), max(1, self.viewport().height() // self._step - 1)
        steps = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        at = self._stops.index(self._at) if self._at in self._stops else 0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in steps:
            self._walk(at + steps[_Key(key)])
        elif key in _ENDS:
            self._walk(0 if key == _Key.Key_Home else len(self._stops) - 1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._stop_at(int(event.position().y()))
        if place is not None:
            self.stand_on(place)
            self.pressed(place, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place, where = self.chosen_place, event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            place = self._stop_at(event.pos().y())  # the press before has chosen it
        elif place is not None:
            below = self._tops[place + 1] - self.verticalScrollBar().value()
            where = self.viewport().mapToGlobal(QPoint(_MENU_INSET, below))
        if place is not None:
            self.menu_asked.emit(where)

    def _stop_at(self, y: int) -> int | None:
        """The place of the line at a height of the viewport; ``None`` where one may not stand."""
        y += self.verticalScrollBar().value()
        found = (place for place in self._stops if self._tops[place] <= y < self._tops[place + 1])
        return next(found, None)
