"""The board's list: one line for each bed, sorted by any column; what the filters leave out is hidden."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, state_colors, state_words
from kandas_desktop.ui.board.bed_view import BedView, Sight
from kandas_desktop.ui.board.list_columns import COLUMNS, Column
from kandas_desktop.ui.board.looks import BOLD_FROM, Names, second_ways
from kandas_desktop.ui.board.tile_painter import FADED
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import fitted, hairline, paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_Key = Qt.Key
_HEAD = 34
_ROW = 32
_CELL = 10
_ARROW = 4 + 12
_ICON = 14 + 7
_STATE = next(at for at, column in enumerate(COLUMNS) if column.name == "state")


class _Header(QWidget):
    """The titles; a click sorts by a column, a second one turns the order round."""

    pressed = Signal(str)

    def __init__(self, view: "BedList") -> None:
        super().__init__(view)
        self._view = view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for column, span in zip(COLUMNS, self._view.spans, strict=False):
            if span[0] <= event.position().x() < span[0] + span[1]:
                self.pressed.emit(column.name)

    def sizeHint(self) -> QSize:
        return QSize(100, _HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.fillRect(self.rect(), theme().color("sunken"))
        bottom = self.height() - 0.5
        hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), palette.line2)
        font = theme().font("second")
        for column, (left, width) in zip(COLUMNS, self._view.spans, strict=False):
            room = QRectF(left + _CELL, 0, width - _CELL, self.height())
            paint_text(painter, room, column.title(), font=font, color=palette.text2)
            if column.name == self._view.order[0]:
                where = QPointF(room.left() + text_width(font, column.title()) + 4, (self.height() - 12) / 2)
                icon: IconName = "arrow-down" if self._view.order[1] else "arrow-up"
                paint_icon(painter, where, icon, 12, palette.text2)


class BedList(BedView):
    """One line for each bed; ``sorted_by(column, is_falling)`` tells the order."""

    sorted_by = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order: tuple[str, bool] = ("bed", False)
        self.spans: list[tuple[int, int]] = []
        self.tiles: list[Tile] = []
        self._all: Sequence[Tile] = ()
        self._header = _Header(self)
        self._header.pressed.connect(self.sort_by)
        self.setViewportMargins(0, _HEAD, 0, 0)

    def show_view(self, view: BoardView) -> None:
        self._all = tuple(view.tiles.values())
        self._arrange()

    def set_names(self, names: Names) -> None:
        super().set_names(names)
        self._arrange()

    def set_sight(self, sight: Sight) -> None:
        super().set_sight(sight)
        self._arrange()

    def set_order(self, column: str, *, falling: bool) -> None:
        """Sort without telling; a column that is not known leaves the order as it is."""
        if any(each.name == column for each in COLUMNS):
            self.order = (column, falling)
            self._fit()
            self._arrange()

    def sort_by(self, column: str) -> None:
        """Sort by a column, or turn its order round."""
        falling = self.order[0] == column and not self.order[1]
        self.set_order(column, falling=falling)
        self.sorted_by.emit(column, falling)

    def bring_into_sight(self, bed_id: int) -> None:
        at = self._row_of(bed_id)
        if at is None:
            return
        bar, top = self.verticalScrollBar(), at * _ROW
        if top < bar.value():
            bar.setValue(top)
        elif top + _ROW > bar.value() + self.viewport().height():
            bar.setValue(top + _ROW - self.viewport().height())

    def tile_at(self, point: QPoint) -> Tile | None:
        at = (point.y() + self.verticalScrollBar().value()) // _ROW
        return self.tiles[at] if 0 <= at < len(self.tiles) else None

    def area_of(self, bed_id: int | None) -> QRect | None:
        at = self._row_of(bed_id)
        return None if at is None else self._area(at)

    def take_key(self, event: QKeyEvent) -> bool:
        key, page = event.key(), max(1, self.viewport().height() // _ROW - 1)
        steps = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -page, _Key.Key_PageDown: page}
        here = self._row_of(self.sight.chosen if self.sight.target is None else self.sight.target)
        last = len(self.tiles) - 1
        if not self.tiles:
            return False
        if key in steps:
            at = 0 if here is None else max(0, min(last, here + steps[_Key(key)]))
        elif key in (_Key.Key_Home, _Key.Key_End):
            at = 0 if key == _Key.Key_Home else last
        else:
            return False
        self.choose(self.tiles[at].bed.id)
        return True

    def _arrange(self) -> None:
        """Sort and leave out; what a move fades stays, or nobody could see why."""
        column = next(each for each in COLUMNS if each.name == self.order[0])
        is_moving = bool(self.sight.moving)
        shown = [tile for tile in self._all if is_moving or not self.sight.is_faded(tile)]
        if column.name != "bed":
            shown.sort(key=lambda tile: column.key(tile, self.names))
        if self.order[1]:
            shown.reverse()
        self.tiles = shown
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(_ROW)
        bar.setRange(0, max(0, len(shown) * _ROW - height))
        self.viewport().update()
        self._header.update()

    def _fit(self) -> None:
        edge = theme().sizes.page_padding - _CELL
        least = [max(column.least, self._title_width(column)) for column in COLUMNS]
        states = max(text_width(theme().font("body"), state_words(state)) for state in BedState)
        least[_STATE] = max(least[_STATE], _CELL + _ICON + states + 4)
        free = self.viewport().width() - edge - 16 - sum(least)
        shares = sum(column.share for column in COLUMNS)
        self.spans, left = [], edge
        for column, needed in zip(COLUMNS, least, strict=True):
            width = needed + max(0, free) * column.share // shares
            self.spans.append((left, width))
            left += width

    def _title_width(self, column: Column) -> int:
        """What a title needs, with the arrow of the order."""
        arrow = _ARROW if column.name == self.order[0] else 0
        return _CELL + text_width(theme().font("second"), column.title()) + 1 + arrow

    def _row_of(self, bed_id: int | None) -> int | None:
        return next((at for at, tile in enumerate(self.tiles) if tile.bed.id == bed_id), None)

    def _area(self, at: int) -> QRect:
        return QRect(0, at * _ROW - self.verticalScrollBar().value(), self.viewport().width(), _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.setGeometry(0, 0, self.width(), _HEAD)
        self._fit()
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("surface"))
        top = self.verticalScrollBar().value()
        first = max(0, (event.rect().top() + top) // _ROW)
        last = min(len(self.tiles), (event.rect().bottom() + top) // _ROW + 1)
        for at in range(first, last):
            paint_line(painter, QRectF(self._area(at)), self.tiles[at], self.spans, self.sight, self.names)
        if not self.tiles:
            room = QRectF(self.viewport().rect()).adjusted(0, 40, 0, 0)
            room.setHeight(20)
            center, ink = Qt.AlignmentFlag.AlignHCenter, theme().palette.text2
            words = _("No bed is like that.")
            paint_text(painter, room, words, font=theme().font("body"), color=ink, align=center)


def paint_line(
    painter: QPainter,
    area: QRectF,
    tile: Tile,
    spans: Sequence[tuple[int, int]],
    sight: Sight,
    names: Names,
) -> None:
    """One bed's line: icon and word in the colours of its state, the rest in plain ink."""
    palette, bed_id = theme().palette, tile.bed.id
    if bed_id == sight.chosen or bed_id == sight.target:
        painter.fillRect(area, theme().color("selected"))
        painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme().color("accent"))
    elif bed_id == sight.hovered:
        painter.fillRect(area, theme().color("hover"))
    if sight.is_faded(tile):
        painter.setOpacity(FADED)
    for column, (left, width) in zip(COLUMNS, spans, strict=True):
        room = QRectF(left + _CELL, area.top(), width - _CELL - 4, area.height())
        _paint_cell(painter, room, column, tile, names)
    painter.setOpacity(1)
    bottom = area.bottom() - 0.5
    hairline(painter, QPointF(area.left(), bottom), QPointF(area.right(), bottom), palette.line)


def _paint_cell(painter: QPainter, room: QRectF, column: Column, tile: Tile, names: Names) -> None:
    palette, colors = theme().palette, state_colors(tile.state)
    text = column.text(tile, names)
    font, ink = theme().font("body"), palette.text
    if column.name == "bed":
        font = theme().font("body", bold=True)
    elif column.name == "state":
        paint_icon(
            painter, QPointF(room.left(), room.center().y() - 7), STATE_ICONS[tile.state], 14, colors.solid
        )
        room, ink = room.adjusted(_ICON, 0, 0, 0), colors.ink
    elif column.name == "left" and tile.days_left is not None and tile.bed.outage is None:
        if tile.is_overdue:
            small = theme().font("small", bold=True)
            width = QFontMetricsF(small).horizontalAdvance(f"! {text}") + 10
            pill = QRectF(room.left(), room.center().y() - 8, width, 16)
            paint_box(painter, pill, radius=4, fill=palette.overdue.solid)
            paint_text(painter, pill.adjusted(5, 0, 0, 0), f"! {text}", font=small, color=palette.on_overdue)
            return
        font = theme().font("body", bold=tile.days_left <= BOLD_FROM)
        ink = palette.vacating.ink if tile.days_left == 0 else ink
    elif text == "—":
        ink = palette.text3
    if column.name == "name":
        text = fitted(QFontMetricsF(font), second_ways(tile, names), room.width()) or text
    paint_text(painter, room, text, font=font, color=ink)
