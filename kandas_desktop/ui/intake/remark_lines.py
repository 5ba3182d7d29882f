"""The sentences under a person's row, each under the field it speaks of."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.intake.columns import FIRST_LEFT, Columns, columns_for
from kandas_desktop.ui.intake.remark_line import RemarkLine
from kandas_desktop.ui.intake.remarks import Remark
from kandas_desktop.ui.intake.row_line import PARTS

_LINE = 20
_BELOW = 8
_RIGHT = 16


class RemarkLines(QWidget):
    """As many lines as there are remarks; no height without any."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns_for(818)
        self._lines: list[RemarkLine] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say these sentences instead of the present ones."""
        if [line.remark for line in self._lines] == list(remarks):
            return
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [RemarkLine(remark, parent=self) for remark in remarks]
        self.setFixedHeight(len(self._lines) * _LINE + _BELOW)
        self.setVisible(bool(self._lines))
        for line in self._lines:
            line.show()
        self._place()

    def set_columns(self, columns: Columns) -> None:
        """Stand under these columns."""
        self._columns = columns
        self._place()

    def _place(self) -> None:
        for number, line in enumerate(self._lines):
            width = line.sizeHint().width()
            left = FIRST_LEFT
            if line.remark.part in PARTS:
                left = self._columns.lefts[PARTS.index(line.remark.part)]
            left = max(FIRST_LEFT, min(left, self.width() - width - _RIGHT))
            line.setGeometry(left, number * _LINE, self.width() - left - _RIGHT, _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
