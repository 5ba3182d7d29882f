"""The cells of a line painted: words, chips, places, and estimates in dashed boxes."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from kandas_desktop.ui.cells import NOTHING, Cell, Look
from kandas_desktop.ui.kit.chips import chip_size, paint_chip
from kandas_desktop.ui.kit.line_list import paint_second, paint_words
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme

GAP = 8
"""What stays free at the end of a cell, in logical pixels."""
_SQUARE = 30
_BOX_PADDING = 8


class Place(Protocol):
    """Where a cell stands in a line."""

    @property
    def left(self) -> int: ...

    @property
    def width(self) -> int: ...


def paint_cells(painter: QPainter, area: QRect, placed: Iterable[tuple[Place, Cell]]) -> None:
    """Paint the cells of a line into its area."""
    for place, cell in placed:
        room = QRectF(area.left() + place.left, area.top(), place.width - GAP, area.height() - 1)
        _PAINTERS[cell.look](painter, room, cell)


def cut_words(placed: Iterable[tuple[Place, Cell]]) -> str:
    """What has no room in the cells of a line, each in a line of its own."""
    cut = (cell for place, cell in placed if needs(cell) > place.width - GAP)
    return "\n".join(part for cell in cut for part in (cell.first, cell.second) if part)


def needs(cell: Cell) -> int:
    """The logical pixels that nothing of a cell is cut in."""
    first, second = theme().font("body", bold=cell.is_bold), theme().font("second")
    below = text_width(second, cell.second)
    if cell.look is Look.CHIP:
        return max(chip_size(cell.first, icon=cell.icon).width(), below)
    inset = 2 * _BOX_PADDING if cell.look is Look.ESTIMATE else 0
    return max(text_width(first, cell.first), below) + inset


def second_within(cell: Cell, width: float) -> str:
    """The second line as it is read in that many logical pixels: what is to be kept of it is not cut."""
    font = theme().font("second")
    if not cell.kept or text_width(font, cell.second) <= width:
        return cell.second
    room = width - text_width(font, cell.kept)
    before = cell.second.removesuffix(cell.kept)
    return QFontMetricsF(font).elidedText(before, Qt.TextElideMode.ElideRight, room) + cell.kept


def _paint_words(painter: QPainter, room: QRectF, cell: Cell) -> None:
    paint_words(
        painter,
        room,
        cell.first,
        second_within(cell, room.width()),
        is_bold=cell.is_bold,
        is_faint=cell.first == NOTHING,
        family=cell.second_family,
        is_second_bold=cell.second_family == "overdue",
    )


def _paint_chip(painter: QPainter, room: QRectF, cell: Cell) -> None:
    size = chip_size(cell.first, icon=cell.icon)
    second = theme().line("second") if cell.second else 0
    high = min(size.height(), round(room.height()) - second - 3)
    top = room.top() + (room.height() - high - second) / 2
    wide = min(size.width(), round(room.width()))
    where = QRect(round(room.left()), round(top), wide, high)
    paint_chip(painter, where, cell.first, family=cell.family, icon=cell.icon)
    if second:
        below = QRectF(room.left(), top + high, room.width(), second)
        paint_second(painter, below, cell.second, family=cell.second_family)


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
    paint_second(painter, QRectF(left, top + first, wide, second), cell.second, family=cell.second_family)


_PAINTERS = {
    Look.WORDS: _paint_words,
    Look.CHIP: _paint_chip,
    Look.PLACE: _paint_place,
    Look.ESTIMATE: _paint_estimate,
}
