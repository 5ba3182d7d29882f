"""One resident's row, painted: two lines of words in columns, a chip for what is still to be done."""

from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.residents import ResidentRow
from kandas_desktop.ui.kit.line_list import Index, LinePainter, paint_chip_in, paint_words
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.residents.cells import NOTHING, Cell, cell
from kandas_desktop.ui.residents.columns import spans
from kandas_desktop.ui.residents.model import ROW

_GAP = 8


class RowPainter(LinePainter):
    """Paints a row in the columns that fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on = date.min
        self.hidden = False

    def paint_cells(self, painter: QPainter, area: QRect, index: Index) -> None:
        row: ResidentRow | None = index.data(ROW)
        if row is None:
            return
        for span in spans(area.width(), padding=theme().sizes.page_padding):
            room = QRectF(area.left() + span.left, area.top(), span.width - _GAP, area.height() - 1)
            _paint_cell(painter, room, cell(row, span.column.name, on=self.on, hidden=self.hidden))


def _paint_cell(painter: QPainter, room: QRectF, shown: Cell) -> None:
    if shown.family is not None:
        paint_chip_in(painter, room, shown.first, family=shown.family, icon=shown.icon)
        return
    paint_words(
        painter,
        room,
        shown.first,
        shown.second,
        is_bold=shown.is_bold,
        is_faint=shown.first == NOTHING,
        family=shown.second_family,
        is_second_bold=shown.second_family == "overdue",
    )
