"""The rows of a side panel: section titles, obstacles, conditions that are met, facts with their clause."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Badge, ClauseChip
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName

_TOP = Qt.AlignmentFlag.AlignTop
_TILE = 32  # the icon's, in logical pixels
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SectionTitle(QWidget):
    """A bold line above a section, with a count where it has one."""

    def __init__(self, text: str, count: int = 0) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(text, bold=True))
        if count:
            row.addWidget(Badge(str(count), kind="held"), 0, _MIDDLE)
        row.addStretch(1)


class Section(QWidget):
    """A title, and closer below it than other sections are what belongs to it."""

    def __init__(self, title: str, *parts: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6 if theme().is_compact else 8)
        for part in (SectionTitle(title), *parts):
            column.addWidget(part)


class ConditionRow(QWidget):
    """A condition that is met: tick, words, clause."""

    def __init__(self, text: str, clause: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        above, below = (2, 3) if theme().is_compact else (4, 4)
        row.setContentsMargins(0, above, 0, below)
        row.setSpacing(0)
        mark = IconMark("check", family="free", size=16)
        mark.setFixedHeight(theme().line("body"))  # in the middle of the first line
        row.addWidget(mark, 0, _TOP)
        row.addSpacing(6 if theme().is_compact else 8)
        row.addWidget(Label(text, wrap=True), 1)
        row.addSpacing(4)
        row.addWidget(ClauseChip(clause), 0, _TOP)


class FactRow(QWidget):
    """A fact with its icon on a tile: what it is, what there is to say of it, and the clause."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: IconName,
        family: FamilyName = "grey",
        clause: int | None = None,
    ) -> None:
        super().__init__()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconMark(icon, family=family, size=18, tile=True), 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Label(title, bold=True, wrap=True), 1)
        if clause is not None:
            top.addWidget(ClauseChip(clause), 0, _TOP)
        column.addLayout(top)
        if text:
            column.addWidget(Label(text, role="second", ink="text2", wrap=True))
        row.addLayout(column, 1)

    def add(self, widget: QWidget) -> None:
        """Put a small button at the end, level with the icon, so that it moves no line apart."""
        column = QVBoxLayout()
        column.setContentsMargins(0, max(0, (_TILE - widget.sizeHint().height()) // 2), 0, 0)
        column.addWidget(widget)
        column.addStretch(1)
        self._row.addLayout(column)


class ObstacleCard(Card):
    """One obstacle: title, lines, clause and, where it can be dealt with here, a button."""

    def __init__(
        self, title: str, lines: Sequence[str], *, clause: int | None, button: Button | None = None
    ) -> None:
        super().__init__(family="held", padding=11)
        compact = theme().is_compact
        self.column.setContentsMargins(12, 8 if compact else 10, 12, 9 if compact else 11)
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(IconMark("alert-triangle", family="held", size=18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, bold=True, wrap=True))
        column.addSpacing(1 if compact else 2)
        for line in lines:
            column.addWidget(Label(line, role="second", ink="text2", wrap=True))
        column.addSpacing(4 if compact else 8)
        column.addLayout(_foot(clause, button))
        row.addLayout(column, 1)
        self.column.addLayout(row)


def _foot(clause: int | None, button: Button | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    if clause is not None:
        row.addWidget(ClauseChip(clause), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    if button is not None:
        button.set_height(28)
        row.addWidget(button)
    return row
