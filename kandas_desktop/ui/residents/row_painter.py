"""One resident's row, painted: two lines of words in columns, a chip for what is still to be done."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kandas_desktop.queries.residents import ResidentRow
from kandas_desktop.ui.kit.chips import chip_size, paint_chip
from kandas_desktop.ui.kit.painting import hairline, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.residents.cells import NOTHING, Cell, cell
from kandas_desktop.ui.residents.columns import Span, spans
from kandas_desktop.ui.residents.model import ROW

_GAP = 8


class RowPainter(QStyledItemDelegate):
    """Paints a row in the columns that fit; the chosen one has the accent's bar at its left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on = date.min
        self.hidden = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, theme().sizes.journal_row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ResidentRow | None = index.data(ROW)
        if row is None:
            return
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("selected"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme().color("hover"))
        for span in spans(area.width(), padding=theme().sizes.page_padding):
            self._paint_cell(painter, area, span, row)
        bottom = area.bottom() + 0.5
        ends = QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom)
        hairline(painter, *ends, theme().palette.line)
        painter.restore()

    def _paint_cell(self, painter: QPainter, area: QRect, span: Span, row: ResidentRow) -> None:
        shown = cell(row, span.column.name, on=self.on, hidden=self.hidden)
        room = QRectF(area.left() + span.left, area.top(), span.width - _GAP, area.height() - 1)
        if shown.family is not None:
            size = chip_size(shown.first, icon=shown.icon)
            top = room.top() + (room.height() - size.height()) / 2
            where = QRect(
                round(room.left()), round(top), min(size.width(), round(room.width())), size.height()
            )
            paint_chip(painter, where, shown.first, family=shown.family, icon=shown.icon)
            return
        _paint_words(painter, room, shown)


def _paint_words(painter: QPainter, room: QRectF, shown: Cell) -> None:
    palette = theme().palette
    ink = palette.text3 if shown.first == NOTHING else palette.text
    body = theme().font("body", bold=shown.is_bold)
    if not shown.second:
        paint_text(painter, room, shown.first, font=body, color=ink)
        return
    first, second = theme().line("body"), theme().line("second")
    top = room.top() + (room.height() - first - second) / 2
    paint_text(painter, QRectF(room.left(), top, room.width(), first), shown.first, font=body, color=ink)
    family = palette.family(shown.second_family) if shown.second_family else None
    paint_text(
        painter,
        QRectF(room.left(), top + first, room.width(), second),
        shown.second,
        font=theme().font("second", bold=shown.second_family == "overdue"),
        color=family.ink if family else palette.text2,
    )
