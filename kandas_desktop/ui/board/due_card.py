"""What is due for whoever has a bed: how long is left, the clause, the last day and why it is that one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.board import Tile
from kandas_desktop.queries.board_household import HolderDetail
from kandas_desktop.ui.board.bed_words import due_clause, due_family, due_words, last_day_words, reason_words
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import paint_box
from kandas_desktop.ui.kit.theme import theme


class DueCard(QWidget):
    """A card in the colours of what is due; a small window has the reason as its tooltip."""

    def __init__(self, tile: Tile, detail: HolderDetail) -> None:
        super().__init__()
        self._family = family = due_family(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(due_words(tile, tile.on), bold=True, ink=family, wrap=True), 1)
        head.addWidget(ClauseChip(due_clause(tile, detail), family=family), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        last, reason = last_day_words(tile), reason_words(detail)
        for words in (last, "" if theme().is_compact else reason):
            if words:
                column.addWidget(Label(words, role="second", ink=family, wrap=True))
        self.setToolTip(reason)
        self.setAccessibleName(f"{due_words(tile, tile.on)} {last} {reason}")

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = theme().palette.family(self._family).fill
        paint_box(QPainter(self), QRectF(self.rect()), radius=theme().sizes.radius, fill=fill)
