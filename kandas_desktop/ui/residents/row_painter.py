"""One resident's row, painted: two lines of words in columns, a chip for what is still to be done."""

from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.residents import ResidentRow
from kandas_desktop.ui.cell_painter import paint_cells
from kandas_desktop.ui.cells import Cell
from kandas_desktop.ui.kit.line_list import Index, LinePainter
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.residents.cells import cell
from kandas_desktop.ui.residents.columns import Span, spans
from kandas_desktop.ui.residents.model import ROW


class RowPainter(LinePainter):
    """Paints a row in the columns that fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on = date.min
        self.hidden = False

    def placed(self, row: ResidentRow, width: int) -> list[tuple[Span, Cell]]:
        """The cells of a row, each where it stands in a width."""
        return [
            (span, cell(row, span.column.name, on=self.on, hidden=self.hidden))
            for span in spans(width, padding=theme().sizes.page_padding)
        ]

    def paint_cells(self, painter: QPainter, area: QRect, index: Index) -> None:
        row: ResidentRow | None = index.data(ROW)
        if row is not None:
            paint_cells(painter, area, self.placed(row, area.width()))
