"""Painting a numbered line of the journal, with its family lines beneath."""

from collections.abc import Sequence, Set
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kandas_desktop.queries.journal import FamilyRow, JournalRow
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.columns import (
    NOTHING_YET,
    Cell,
    Column,
    Sight,
    born_text,
    family_name,
    family_status,
)
from kandas_desktop.ui.journal.outcomes import outcome, rare_outcomes, usual_outcomes
from kandas_desktop.ui.journal.outline import Heights
from kandas_desktop.ui.journal.widths import Span
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.chips import chip_size, paint_chip
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import fill, hairline
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.outcomes import Outcome
from kandas_desktop.words import language

Writing = Literal["main", "bold", "second", "second bold"]

CELL_GAP = 6  # at least, between the text of a cell and the next column
_NEVER_CUT = ("registered", "referral", "people")
_BAR = 3
_CHEVRON = 14
_BESIDE_SCROLL_BAR = 10
_STATUS_ICON = 14
_STATUS_GAP = 6


@lru_cache(maxsize=32)
def _font(writing: Writing, *, is_struck: bool = False) -> QFont:
    font = QFont(theme().font("second" if "second" in writing else "body", bold="bold" in writing))
    font.setStrikeOut(is_struck)
    return font


@lru_cache(maxsize=8)
def _metrics(writing: Writing) -> QFontMetricsF:
    return QFontMetricsF(_font(writing))


@lru_cache(maxsize=8192)
def text_width(text: str, writing: Writing) -> float:
    """Logical pixels that a text needs."""
    return _metrics(writing).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def fitted(text: str, writing: Writing, width: int) -> str:
    """The text, without its middle where there is too little room."""
    if text_width(text, writing) <= width:
        return text
    return _metrics(writing).elidedText(text, Qt.TextElideMode.ElideMiddle, width)


class LinePainter:
    """Paints lines into columns that lie at ``spans``; family rows that were ``found`` with bold names."""

    def __init__(
        self,
        columns: Sequence[Column],
        spans: Sequence[Span],
        sight: Sight,
        heights: Heights,
        *,
        found: Set[int] = frozenset(),
    ) -> None:
        self._columns = columns
        self._spans = spans
        self._by_name = {column.name: span for column, span in zip(columns, spans, strict=True)}
        self._sight = sight
        self._heights = heights
        self._found = found
        self._palette = theme().palette
        self._width = spans[-1].right

    def paint_ground(self, painter: QPainter, area: QRect, *, is_selected: bool, is_hovered: bool) -> None:
        """The ground of a line and its family, the hairline beneath, and the bar of the chosen one."""
        if is_selected or is_hovered:
            fill(painter, area, theme().color("selected" if is_selected else "hover"))
        bottom = area.bottom()
        hairline(painter, QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom), self._palette.line)
        if is_selected:
            fill(painter, QRect(area.left(), area.top(), _BAR, area.height()), theme().color("accent"))

    def paint_line(self, painter: QPainter, top: int, row: JournalRow, *, is_open: bool) -> None:
        """The texts of a numbered line whose upper edge lies at ``top``."""
        is_struck = row.standing is Standing.STRUCK_OUT
        for column, span in zip(self._columns, self._spans, strict=True):
            if column.name == "number":
                self._paint_number(painter, span, top, row, is_open=is_open)
            elif column.name == "outcome":
                self._paint_outcome(painter, span, top, row)
            else:
                struck = is_struck or (column.name == "referral" and row.referral_is_struck_out)
                self._paint_cell(painter, span, top, self.shown_cell(column, row), column.name, struck)

    def paint_family(self, painter: QPainter, top: int, family: Sequence[FamilyRow], row: JournalRow) -> None:
        """The family lines beneath a line; the first one's upper edge lies at ``top``."""
        for number, member in enumerate(family):
            self._paint_member(painter, top + number * self._heights.family, member, row)

    def tool_tip(self, column: Column, row: JournalRow, member: FamilyRow | None) -> str:
        """What a cell does not show in full: the whole text, or the reason of the outcome; else nothing."""
        if member is not None:
            return self._member_tool_tip(column, row, member)
        if column.name == "outcome":
            return outcome(row, self._sight.today).reason
        whole_cell = column.cell(row, self._sight._replace(is_compact=False))
        return whole_cell.text if self.shown_cell(column, row).text != whole_cell.text else ""

    def _member_tool_tip(self, column: Column, row: JournalRow, member: FamilyRow) -> str:
        whole, shown = "", ""
        if column.name == "name":
            whole, shown = family_name(member, row, self._sight), self.shown_member_name(member, row)
        elif column.name == "country":
            whole = kinship_words(member.kinship)
            shown = fitted(whole, "second", self._by_name[column.name].width - CELL_GAP)
        return whole if shown != whole else ""

    def _paint_member(self, painter: QPainter, top: int, member: FamilyRow, row: JournalRow) -> None:
        middle = top + self._heights.family / 2
        ink = self._palette.text2 if row.standing is Standing.STRUCK_OUT else self._palette.text
        texts = {
            "name": self.shown_member_name(member, row),
            "birth": born_text(member.born, self._sight),
            "country": kinship_words(member.kinship),
        }
        for name, text in texts.items():
            span = self._by_name[name]
            writing = self._member_writing(member) if name == "name" else "second"
            shown = fitted(text, writing, span.width - CELL_GAP)
            self._write(painter, span.left, middle, shown, writing, ink)
        self._paint_status(painter, middle, member, row)

    def shown_cell(self, column: Column, row: JournalRow) -> Cell:
        """The two texts of a cell as there is room for them."""
        room = self._by_name[column.name].width - CELL_GAP
        cell = column.cell(row, self._sight)
        if column.name in _NEVER_CUT:
            return cell
        if column.name != "name":
            return Cell(fitted(cell.main, "main", room), fitted(cell.second, "second", room))
        name = row.name
        if not self._sight.names_hidden and name.given_name and text_width(cell.main, "bold") > room:
            # A name is not cut while its parts fit on the two lines of the cell.
            cell = Cell(name.surname or name.given_name, f"{name.given_name} {name.patronymic}".strip())
        return Cell(fitted(cell.main, "bold", room), fitted(cell.second, "second", room))

    def shown_member_name(self, member: FamilyRow, row: JournalRow) -> str:
        """A family member's name: without the patronymic where there is no room for it."""
        room = self._by_name["name"].width - CELL_GAP
        whole, writing = family_name(member, row, self._sight), self._member_writing(member)
        if self._sight.names_hidden or text_width(whole, writing) <= room:
            return whole
        short = f"{member.name.surname} {member.name.given_name}".strip()
        return fitted(short, writing, room)

    def _member_writing(self, member: FamilyRow) -> Writing:
        return "second bold" if member.id in self._found else "second"

    def _paint_number(
        self, painter: QPainter, span: Span, top: int, row: JournalRow, *, is_open: bool
    ) -> None:
        inset = self._number_inset()
        middle = top + self._heights.line / 2
        if row.family_size:
            chevron: IconName = "chevron-down" if is_open else "chevron-right"
            where = QPointF(span.left + inset, middle - _CHEVRON / 2)
            paint_icon(painter, where, chevron, _CHEVRON, self._palette.text2)
        is_struck = row.standing is Standing.STRUCK_OUT
        number = str(row.sequence)
        left = span.right - (13 if inset > 12 else 3) - text_width(number, "main")
        ink = self._palette.text2 if is_struck else self._palette.text
        self._write(painter, left, middle, number, "main", ink, is_struck=is_struck)

    def _number_inset(self) -> int:
        return 11 if self._sight.is_compact else 23

    def _paint_cell(
        self, painter: QPainter, span: Span, top: int, cell: Cell, name: str, is_struck: bool
    ) -> None:
        palette = self._palette
        writing: Writing = "bold" if name == "name" and not is_struck else "main"
        ink = palette.text2 if is_struck else palette.text
        middle = top + (self._heights.line - 1) / 2
        if not cell.second:
            is_name = name == "name"
            at = middle - 8 if is_name and not self._sight.names_hidden else middle
            self._write(painter, span.left, at, cell.main, writing, ink, is_struck=is_struck)
            return
        first = middle - 17 + 9
        struck_main = is_struck and cell.main != NOTHING_YET
        self._write(painter, span.left, first, cell.main, writing, ink, is_struck=struck_main)
        self._write(painter, span.left, first + 17, cell.second, "second", palette.text2, is_struck=is_struck)

    def _paint_outcome(self, painter: QPainter, span: Span, top: int, row: JournalRow) -> None:
        chip = outcome(row, self._sight.today)
        size = chip_size(chip.text, icon=chip.icon)
        where = QRect(span.left, top + (self._heights.line - size.height()) // 2, size.width(), size.height())
        paint_chip(painter, where, chip.text, family=chip.family, icon=chip.icon)

    def _paint_status(self, painter: QPainter, middle: float, member: FamilyRow, row: JournalRow) -> None:
        palette, status = self._palette, family_status(member, row, self._sight)
        left: float = self._by_name["registered"].left
        ink = palette.text2
        writing: Writing = "second"
        if status.is_missing:
            ink, writing = palette.held.ink, "second bold"
            paint_icon(painter, QPointF(left, middle - 7), "alert-triangle", _STATUS_ICON, palette.held.solid)
            left += _STATUS_ICON + _STATUS_GAP
        elif status.is_there:
            paint_icon(painter, QPointF(left, middle - 7), "check", _STATUS_ICON, palette.free.solid)
            left += _STATUS_ICON + _STATUS_GAP
        self._write(
            painter, left, middle, fitted(status.text, writing, int(self._width - left)), writing, ink
        )

    def _write(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        text: str,
        writing: Writing,
        ink: str,
        *,
        is_struck: bool = False,
    ) -> None:
        painter.setFont(_font(writing, is_struck=is_struck and text != NOTHING_YET))
        painter.setPen(ink)
        painter.drawText(QPointF(left, round(middle + _metrics(writing).capHeight() / 2)), text)


@cache
def _outcome_width(today: date, _language: str) -> int:
    chips = (*usual_outcomes(), *rare_outcomes(today))
    return max(map(_chip_width, chips)) + _BESIDE_SCROLL_BAR


def least_widths(today: date, highest_number: int, *, is_compact: bool) -> dict[str, int]:
    """What the columns of outcome and number need at least for their longest words."""
    inset, gap = (11, 3) if is_compact else (23, 13)
    number = inset + _CHEVRON + 2 + text_width(str(highest_number), "main") + gap
    return {"number": int(number) + 1, "outcome": _outcome_width(today, language())}


def _chip_width(chip: Outcome) -> int:
    return chip_size(chip.text, icon=chip.icon).width()
