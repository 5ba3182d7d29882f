"""One line under a person's row: icon, sentence, clause."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kandas_desktop.ui.intake.remarks import Level, Remark
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.labels import MiddleElidedLabel
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.theme import theme


class RemarkLine(QWidget):
    """A remark as the row says it: red what is wrong, amber what is missing."""

    def __init__(self, remark: Remark, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = remark
        wrong = remark.level is Level.ERROR
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        icon = IconMark(
            "alert-circle" if wrong else "alert-triangle", family="overdue" if wrong else "held", size=14
        )
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = MiddleElidedLabel(remark.text, role="second", ink="overdue" if wrong else "held")
        words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        if remark.clause is not None:
            row.addSpacing(2)
            row.addWidget(ClauseChip(remark.clause), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    @property
    def remark(self) -> Remark:
        return self._remark

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(20, theme().line("second")))
