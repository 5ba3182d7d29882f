"""A line of a list painted: words, chips, places, and estimates in dashed boxes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kandas_desktop.ui.kit.chips import chip_size, paint_chip
from kandas_desktop.ui.kit.painting import hairline, paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.cells import NOTHING, Cell, Column, Line, Look, spans
from kandas_desktop.ui.reserve.model import LINE

_GAP = 10
_SQUARE = 30
_BOX_PADDING = 8


class LinePainter(QStyledItemDelegate):
    """Paints a line in the columns; the chosen one has the accent's bar at its left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, theme().sizes.journal_row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line | None = index.data(LINE)
        if line is None:
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("selected"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme().color("hover"))
        placed = spans(self.columns, area.width(), padding=theme().sizes.page_padding)
        for span, cell in zip(placed, line.cells, strict=True):
            room = QRectF(area.left() + span.left, area.top(), span.width - _GAP, area.height() - 1)
            _PAINTERS[cell.look](painter, room, cell)
        bottom = area.bottom() + 0.5
        ends = QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom)
        hairline(painter, *ends, theme().palette.line)
        painter.restore()


def needs(cell: Cell) -> int:
    """The logical pixels that nothing of a cell is cut in."""
    first, second = theme().font("body", bold=cell.is_bold), theme().font("second")
    below = text_width(second, cell.second)
    if cell.look is Look.CHIP:
        return max(chip_size(cell.first, icon=cell.icon).width(), below)
    inset = 2 * _BOX_PADDING if cell.look is Look.ESTIMATE else 0
    return max(text_width(first, cell.first), below) + inset


def _paint_words(painter: QPainter, room: QRectF, cell: Cell) -> None:
    palette = theme().palette
    ink = palette.text3 if cell.first == NOTHING else palette.text
    body = theme().font("body", bold=cell.is_bold)
    if not cell.second:
        paint_text(painter, room, cell.first, font=body, color=ink)
        return
    first, second = theme().line("body"), theme().line("second")
    top = room.top() + (room.height() - first - second) / 2
    paint_text(painter, QRectF(room.left(), top, room.width(), first), cell.first, font=body, color=ink)
    _paint_second(painter, QRectF(room.left(), top + first, room.width(), second), cell)


def _paint_second(painter: QPainter, room: QRectF, cell: Cell) -> None:
    palette = theme().palette
    color = palette.family(cell.second_family).ink if cell.second_family else palette.text2
    paint_text(painter, room, cell.second, font=theme().font("second"), color=color)


def _paint_chip(painter: QPainter, room: QRectF, cell: Cell) -> None:
    size = chip_size(cell.first, icon=cell.icon)
    second = theme().line("second") if cell.second else 0
    high = min(size.height(), round(room.height()) - second - 3)
    top = room.top() + (room.height() - high - second) / 2
    wide = min(size.width(), round(room.width()))
    where = QRect(round(room.left()), round(top), wide, high)
    paint_chip(painter, where, cell.first, family=cell.family, icon=cell.icon)
    if second:
        _paint_second(painter, QRectF(room.left(), top + high, room.width(), second), cell)


def _paint_place(painter: QPainter, room: QRectF, cell: Cell) -> None:
    palette = theme().palette
    box = QRectF(room.left(), room.top() + (room.height() - _SQUARE) / 2, _SQUARE, _SQUARE)
    is_tinted = cell.family == "accent"
    fill = palette.accent_soft if is_tinted else ""
    paint_box(painter, box, radius=theme().sizes.radius, fill=fill, edge="" if is_tinted else palette.line2)
    paint_text(
        painter,
        box,
        cell.first,
        font=theme().font("body", bold=True),
        color=palette.accent_text if is_tinted else palette.text2,
        align=Qt.AlignmentFlag.AlignHCenter,
    )


def _paint_estimate(painter: QPainter, room: QRectF, cell: Cell) -> None:
    palette = theme().palette
    first, second = theme().line("body"), theme().line("second")
    inset = max(2.0, (room.height() - first - second) / 2 - 3)
    box = QRectF(room.left(), room.top() + inset, min(room.width(), needs(cell)), room.height() - 2 * inset)
    paint_box(painter, box, radius=theme().sizes.radius, edge=palette.field, dashed=True)
    top, left = box.top() + (box.height() - first - second) / 2, box.left() + _BOX_PADDING
    wide = box.width() - 2 * _BOX_PADDING
    ink = palette.text
    body = theme().font("body", bold=cell.is_bold)
    paint_text(painter, QRectF(left, top, wide, first), cell.first, font=body, color=ink)
    _paint_second(painter, QRectF(left, top + first, wide, second), cell)


_PAINTERS = {
    Look.WORDS: _paint_words,
    Look.CHIP: _paint_chip,
    Look.PLACE: _paint_place,
    Look.ESTIMATE: _paint_estimate,
}
