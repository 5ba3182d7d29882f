"""Painting rooms and beds of the board: words are measured and cut once, then only drawn."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter

from kandas_desktop.queries.board import RoomRow, Tile
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import (
    KIND_ICONS,
    STATE_ICONS,
    floor_words,
    free_words,
    kind_words,
    state_colors,
    state_words,
)
from kandas_desktop.ui.board.bed_view import Sight
from kandas_desktop.ui.board.hatch import paint_hatch
from kandas_desktop.ui.board.layout import FloorPlace, RoomPlace, TilePlace
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.tile_words import GAP, ICON, INSET, Letters, TileWords, measured
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import hairline, paint_box, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import Family
from kandas_desktop.words import _, ngettext

FADED = 0.4
_PILL = 16


class _Head(NamedTuple):
    """For whom a room is, and how many are free, by words or by an icon, in letters that have room."""

    kind: str
    kind_font: QFont
    beds: str
    beds_font: QFont
    icon: IconName | None


def least_room_width() -> int:
    """The width below which a room's card cannot hold a tile's first line in this language."""
    widest = max(text_width(theme().font("small"), state_words(state)) for state in BedState)
    label = text_width(theme().font("second", bold=True), "000-0")
    tile = 2 * INSET + ICON + GAP + label + GAP + widest
    return max(184, tile + 14)


class TilePainter:
    """Paints what is seen; ``forget`` after new words: another day, language, width, or names hidden."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._letters = Letters()
        self._words: dict[int, TileWords] = {}

    def forget(self) -> None:
        """Measure everything anew when it is painted next."""
        self._letters = Letters()
        self._words.clear()

    def look_of(self, place: FloorPlace | RoomPlace, sight: Sight) -> tuple[object, ...]:
        """Everything on which the picture of a floor's head or of a room depends; alike, it is the same."""
        if isinstance(place, FloorPlace):
            return (place.head, place.is_open, _floor_words(place.row.rooms))
        marks = tuple((sight.is_faded(tile), sight.mark_of(tile.bed.id)) for tile in place.row.tiles)
        return (place.row, place.rect, marks)

    # --- floors and rooms

    def paint(self, painter: QPainter, place: FloorPlace | RoomPlace, sight: Sight, *, left: int) -> None:
        """A room's card, or the head of a floor, which begins ``left``."""
        if isinstance(place, FloorPlace):
            self.paint_floor(painter, place, left)
        else:
            self.paint_room(painter, place, sight)

    def paint_floor(self, painter: QPainter, place: FloorPlace, left: int) -> None:
        """The head of a floor: chevron, name, how many rooms, beds, free ones."""
        palette, letters = theme().palette, self._letters
        middle = place.head.center().y() + 1
        icon: IconName = "chevron-down" if place.is_open else "chevron-right"
        paint_icon(painter, QPointF(left - 1, middle - 8), icon, 16, palette.text2)
        name = _("Floor {number}").format(number=place.row.floor)
        letters.draw(painter, left + 23, middle, name, letters.body_bold, palette.text)
        at = left + 23 + letters.metrics(letters.body_bold).horizontalAdvance(name) + 9
        letters.draw(painter, at, middle, _floor_words(place.row.rooms), letters.plain, palette.text2)

    def paint_room(self, painter: QPainter, place: RoomPlace, sight: Sight) -> None:
        """A room's card with all its tiles."""
        palette = theme().palette
        card = QRectF(place.rect)
        paint_box(painter, card, radius=theme().sizes.radius_card, fill=palette.surface, edge=palette.line)
        self._paint_head(painter, place)
        for tile in place.tiles:
            if tile.tile.begins_block:
                self._paint_block(painter, [each for each in place.tiles if each.block == tile.block], sight)
        for tile in place.tiles:
            self._paint_marks(painter, tile, sight)

    def _paint_head(self, painter: QPainter, place: RoomPlace) -> None:
        palette, letters, rect, room = theme().palette, self._letters, place.rect, place.row
        middle, left = rect.top() + 16, float(rect.left() + 12)
        letters.draw(painter, left, middle, room.room.name, letters.number, palette.text)
        left += letters.metrics(letters.number).horizontalAdvance(room.room.name) + 7
        paint_icon(painter, QPointF(left, middle - 7), KIND_ICONS[room.room.kind], 14, palette.text2)
        left += 19
        head = self.head_of(room, rect.right() - 10 - left)
        right = rect.right() - 10 - letters.metrics(head.beds_font).horizontalAdvance(head.beds)
        ink = palette.free.ink if room.free else palette.text2
        letters.draw(painter, right, middle, head.beds, head.beds_font, ink)
        if head.icon is not None:
            solid = palette.free.solid if room.free else palette.text2
            paint_icon(painter, QPointF(right - 4 - ICON, middle - ICON / 2), head.icon, ICON, solid)
        letters.draw(painter, left, middle, head.kind, head.kind_font, palette.text2)

    def head_of(self, room: RoomRow, width: float) -> _Head:
        """What stands beside a room's number: for whom it is, and how many are free or have room.

        Smaller letters come first, then an icon in the place of the count's word, before a word is left out.
        """
        letters, kind = self._letters, kind_words(room.room.kind)
        words, number, icon = _count_of(room)
        fonts = ((letters.plain, letters.bold), (letters.small, letters.small_bold))
        heads = [
            _Head(kind, plain, count, bold if room.free else plain, shown)
            for count, shown in ((words, None), (number, icon))
            for plain, bold in fonts
        ]
        heads.append(_Head("", letters.small, words, heads[1].beds_font, None))
        return next((head for head in heads if self._width_of(head) <= width), heads[-1])

    def _width_of(self, head: _Head) -> float:
        kind = self._letters.metrics(head.kind_font).horizontalAdvance(head.kind)
        count = self._letters.metrics(head.beds_font).horizontalAdvance(head.beds)
        return kind + 5 + count + (ICON + 4 if head.icon is not None else 0)

    # --- beds

    def _paint_block(self, painter: QPainter, places: list[TilePlace], sight: Sight) -> None:
        """The beds of one family as one box, hairlines between them; each fades by itself."""
        state = places[0].tile.state
        colors, radius = state_colors(state), theme().sizes.radius
        block = QRectF(places[0].block)
        opacity = painter.opacity()
        faded = [sight.is_faded(place.tile) for place in places]
        if all(faded):
            painter.setOpacity(opacity * FADED)
        dashed = state is BedState.BEING_MADE_READY
        paint_box(painter, block, radius=radius, fill=colors.fill, edge=colors.line, dashed=dashed)
        if state is BedState.OUT_OF_SERVICE:
            paint_hatch(painter, block)
            paint_box(painter, block, radius=radius, edge=colors.line)
        for place in places[1:]:
            top = place.rect.top() + 0.5
            hairline(painter, QPointF(block.left() + 1, top), QPointF(block.right() - 1, top), colors.line)
        for place, is_faded in zip(places, faded, strict=True):
            painter.setOpacity(opacity * (FADED if is_faded else 1))
            self._paint_tile(painter, place, colors)
        painter.setOpacity(opacity)

    def _paint_tile(self, painter: QPainter, place: TilePlace, colors: Family) -> None:
        letters, tile, rect = self._letters, place.tile, place.rect
        words = self._words.get(tile.bed.id)
        if words is None or words.width != rect.width() or words.tile != tile:
            words = measured(tile, rect.width(), letters, self.names)
            self._words[tile.bed.id] = words
        alone = not words.second and not words.days
        middle = rect.center().y() + 0.5 if alone else rect.top() + 11.5
        left, right = float(rect.left() + INSET), rect.right() + 1 - INSET
        paint_icon(painter, QPointF(left, middle - ICON / 2), STATE_ICONS[tile.state], ICON, colors.solid)
        left += ICON + GAP
        letters.draw(painter, left, middle, words.label, letters.bold, colors.ink)
        left += words.label_width + GAP
        if words.mark:
            cap = QRectF(left, middle - 8, words.mark_width + 10, 16)
            paint_box(painter, cap, radius=4, edge=colors.solid)
            letters.draw(painter, left + 5, middle, words.mark, letters.small, colors.ink)
        letters.draw(painter, right - words.state_width, middle, words.state, letters.small, colors.ink)
        if not alone:
            self._paint_second(painter, tile, words, rect)

    def _paint_second(self, painter: QPainter, tile: Tile, words: TileWords, rect: QRect) -> None:
        letters, palette = self._letters, theme().palette
        middle, right = rect.top() + 27.5, rect.right() + 1 - INSET
        letters.draw(painter, rect.left() + INSET, middle, words.second, words.second_font, palette.text)
        if not words.days:
            return
        if tile.is_overdue and tile.bed.outage is None:
            pill = QRectF(right - words.days_width, middle - _PILL / 2, words.days_width, _PILL)
            paint_box(painter, pill, radius=4, fill=palette.overdue.solid)
            left = pill.left() + 5
            letters.draw(painter, left, middle, words.days, letters.small_bold, palette.on_overdue)
            return
        ink = palette.vacating.ink if tile.days_left == 0 else palette.text
        font = letters.bold if words.is_bold else letters.plain
        letters.draw(painter, right - words.days_width, middle, words.days, font, ink)

    def _paint_marks(self, painter: QPainter, place: TilePlace, sight: Sight) -> None:
        palette, radius = theme().palette, theme().sizes.radius
        mark = sight.mark_of(place.tile.bed.id)
        if not mark:
            return
        rect = QRectF(place.rect)
        if mark == "hovered":
            paint_box(painter, rect, radius=radius, edge=state_colors(place.tile.state).solid)
        else:
            paint_box(painter, rect, radius=radius, edge=palette.accent, width=2, dashed=mark != "chosen")


def _count_of(room: RoomRow) -> tuple[str, str, IconName]:
    """How many beds are free or, where none is, how many there are: in words, and as a number by its icon."""
    if room.free:
        return free_words(room.free), str(room.free), STATE_ICONS[BedState.FREE]
    beds = len(room.tiles)
    return ngettext("{count} place", "{count} places", beds), str(beds), "bed"


def _floor_words(rooms: tuple[RoomRow, ...]) -> str:
    beds, free = sum(len(room.tiles) for room in rooms), sum(room.free for room in rooms)
    return floor_words(rooms=len(rooms), beds=beds, free=free)
