"""Painting the groups of the first page: heads, cards, and rows of two lines with a button each."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kandas_desktop.rules.agenda_items import Group
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.chips import cap_size, clause_words, paint_cap
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import (
    Run,
    hairline,
    paint_box,
    paint_runs,
    paint_text,
    text_width,
)
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.today.fitting import TitleLine
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.outline import WHY_LINE, PlacedGroup, PlacedRow
from kandas_desktop.ui.today.rows import AgendaRow

_GROUP_ICONS: dict[Group, IconName] = {
    Group.OVERDUE: "alert-circle",
    Group.TODAY: "sun",
    Group.SOON: "calendar",
}
_LEAST_DATE = 67
_TILE = 32
_BUTTON_INSET = 13
_BUTTON_PADDING = 24
_LINE = 18
_AFTER_CHIP = 8


class Columns(NamedTuple):
    """Where the parts of a row stand, from the card's left edge."""

    date: int
    tile: int
    title: int
    clause: int
    """The width of a clause chip: the same for all, so that what follows stands in line."""
    button: int
    """The width of a button: the same for all."""
    width: int

    @property
    def button_left(self) -> int:
        return self.width - _BUTTON_INSET - self.button

    @property
    def words_width(self) -> int:
        return self.button_left - 12 - self.title

    @property
    def chip(self) -> int:
        """What a clause chip takes of the second line."""
        return self.clause + _AFTER_CHIP

    @property
    def why_width(self) -> int:
        return self.width - self.title - _BUTTON_INSET


class RowState(NamedTuple):
    """How a row is looked at."""

    is_chosen: bool = False
    is_hovered: bool = False
    is_pressed: bool = False


def columns_for(rows: Sequence[AgendaRow], width: int) -> Columns:
    """Columns as wide as the longest words in them."""
    sizes = measures()
    bold = theme().font("second", bold=True)
    dates = [text_width(bold, words) + 12 for words in {row.distance for row in rows}]
    dates += [text_width(theme().font("big"), words) + 12 for words in {row.day for row in rows}]
    tile = sizes.inset + max([_LEAST_DATE, *dates])
    body = theme().font("body", bold=True)
    buttons = [text_width(body, words) + _BUTTON_PADDING for words in {row.button for row in rows}]
    return Columns(
        date=sizes.inset,
        tile=tile,
        title=tile + (_TILE + 12 if sizes.has_icons else 0),
        clause=max(cap_size(clause_words(clause)).width() for clause in Clause),
        button=max([sizes.button_width, *buttons]),
        width=width,
    )


def paint_head(painter: QPainter, group: PlacedGroup, top: int) -> None:
    """The head of a group: icon, title, count."""
    palette, sizes = theme().palette, measures()
    is_overdue = group.group.group is Group.OVERDUE
    ink = palette.overdue.ink if is_overdue else palette.text
    mark = palette.overdue.solid if is_overdue else palette.text
    middle = top + sizes.head_middle
    paint_icon(painter, QPointF(0, middle - 9), _GROUP_ICONS[group.group.group], 18, mark)
    runs = [
        Run(group.group.title, theme().font("body", bold=True), ink),
        Run(f"  {len(group.rows)}", theme().font("body"), palette.text2),
    ]
    paint_runs(painter, QRectF(26, middle - 9, 600, 18), runs)


def paint_card(painter: QPainter, card: QRect) -> None:
    """The surface on which a group's rows stand."""
    palette = theme().palette
    paint_box(
        painter, QRectF(card), radius=theme().sizes.radius_card, fill=palette.surface, edge=palette.line
    )


def paint_row(
    painter: QPainter, placed: PlacedRow, area: QRect, card: QRect, columns: Columns, state: RowState
) -> None:
    """A row of a card, ``area`` being what it takes of the viewport."""
    _paint_ground(painter, area, card, state)
    row, sizes = placed.row, measures()
    top, left = area.top(), area.left()
    _paint_date(painter, row, QPointF(left + columns.date, top), columns)
    if sizes.has_icons:
        _paint_tile(painter, row, QPointF(left + columns.tile, top + (placed.folded_height - _TILE) / 2))
    words = QRectF(left + columns.title, top, columns.words_width, area.height())
    _paint_words(painter, placed, words, columns)
    below = top + placed.folded_height - 2
    for number, line in enumerate(placed.why):
        line_area = QRectF(words.left(), below + number * WHY_LINE, columns.why_width, WHY_LINE)
        paint_text(painter, line_area, line, font=theme().font("second"), color=theme().palette.text2)
    paint_button(painter, row.button, button_area(area, columns, placed.folded_height), state)


def button_area(area: QRect, columns: Columns, folded_height: int) -> QRect:
    """Where a row's button stands."""
    sizes = measures()
    top = area.top() + (folded_height - sizes.button) // 2
    return QRect(area.left() + columns.button_left, top, columns.button, sizes.button)


def paint_button(painter: QPainter, words: str, area: QRect, state: RowState) -> None:
    """The button of a row: filled in the chosen one, where Enter presses it."""
    palette = theme().palette
    fill, edge, ink = palette.surface, palette.line2, palette.text
    if state.is_chosen:
        fill, edge, ink = palette.accent, "", palette.on_accent
        if state.is_pressed:
            fill = palette.accent_hover
    elif state.is_pressed:
        fill = palette.hover
    paint_box(painter, QRectF(area), radius=theme().sizes.radius, fill=fill, edge=edge)
    paint_text(
        painter,
        QRectF(area),
        words,
        font=theme().font("body", bold=True),
        color=ink,
        align=Qt.AlignmentFlag.AlignHCenter,
    )


def _paint_ground(painter: QPainter, area: QRect, card: QRect, state: RowState) -> None:
    palette = theme().palette
    is_last = area.bottom() >= card.bottom()
    if state.is_chosen or state.is_hovered:
        inside = QPainterPath()
        radius = theme().sizes.radius_card - 1
        inside.addRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), radius, radius)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(inside, Qt.ClipOperation.IntersectClip)
        painter.fillRect(area, theme().color("selected" if state.is_chosen else "hover"))
        painter.restore()
    if not is_last:
        bottom = area.bottom() + 0.5
        hairline(painter, QPointF(area.left() + 1, bottom), QPointF(area.right(), bottom), palette.line)
    if state.is_chosen:
        bar = QRectF(area.left() + 1, area.top() + 10, 3, area.height() - 22)
        paint_box(painter, bar, radius=1.5, fill=palette.accent)


def _paint_date(painter: QPainter, row: AgendaRow, corner: QPointF, columns: Columns) -> None:
    palette, sizes = theme().palette, measures()
    width = columns.tile - columns.date
    first = QRectF(corner.x(), corner.y() + sizes.first_line - 9, width, _LINE)
    second = QRectF(corner.x(), corner.y() + sizes.second_line - 9, width, _LINE)
    ink = palette.text if row.item.due else palette.text2
    paint_text(painter, first, row.day, font=theme().font("big"), color=ink)
    paint_text(
        painter,
        second,
        row.distance,
        font=theme().font("second", bold=row.is_overdue),
        color=palette.overdue.ink if row.is_overdue else palette.text2,
    )


def _paint_tile(painter: QPainter, row: AgendaRow, corner: QPointF) -> None:
    family = theme().palette.family("overdue" if row.is_overdue else "grey")
    paint_box(
        painter, QRectF(corner.x(), corner.y(), _TILE, _TILE), radius=theme().sizes.radius, fill=family.fill
    )
    paint_icon(painter, corner + QPointF(8, 8), row.icon, 16, family.solid if row.is_overdue else family.ink)


def _title_runs(line: TitleLine) -> list[Run]:
    palette = theme().palette
    subject = f" · {line.subject}" if line.title and line.subject else line.subject
    return [
        Run(line.title, theme().font("body", bold=True), palette.text),
        Run(subject, theme().font("body"), palette.text),
    ]


def _paint_words(painter: QPainter, placed: PlacedRow, area: QRectF, columns: Columns) -> None:
    palette, sizes = theme().palette, measures()
    line = QRectF(area.left(), area.top() + sizes.first_line - _LINE / 2, area.width(), _LINE)
    for title_line in placed.words.first:
        paint_runs(painter, line, _title_runs(title_line))
        line.translate(0, WHY_LINE)
    line.translate(0, sizes.second_line - sizes.first_line - WHY_LINE)
    if placed.row.clause:
        height = theme().sizes.clause
        chip = QRect(int(line.left()), round(line.center().y() - height / 2), columns.clause, height)
        paint_cap(painter, chip, placed.row.clause)
        line.setLeft(line.left() + columns.chip)
    for words in placed.words.second:
        paint_text(painter, line, words, font=theme().font("second"), color=palette.text2)
        line.translate(0, WHY_LINE)
