"""The strip of counters above the board: what the beds are, and what is due; each is a toggle."""

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kandas_desktop.queries.board import BoardView
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, beds_words, state_colors, state_title
from kandas_desktop.ui.board.filters import Filter
from kandas_desktop.ui.board.hatch import paint_hatch
from kandas_desktop.ui.kit.focus_ring import paint_ring
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painted_button import PaintedButton
from kandas_desktop.ui.kit.painting import hairline, paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import Family
from kandas_desktop.words import _, ngettext

_NORMAL_HEIGHT = 48
_COMPACT_HEIGHT = 34
_TILE = 28
_SMALL_TILE = 22
_TIGHTEST = 5
_MOST_SPARE = 4
_SMALL_NUMBERS, _NO_ICONS = 7, 8
"""What gives way, in a small window full of people, before a word is cut."""


class _Look(NamedTuple):
    """A counter's icon and colours; ``hatched`` for what is out of service."""

    icon: IconName
    colors: Family
    is_hatched: bool = False
    is_dashed: bool = False


class Counter(PaintedButton):
    """A number with its icon and word, pressed to let those beds stand out."""

    def __init__(self, words: str, filter_: Filter | None) -> None:
        """A counter without a filter leads elsewhere."""
        super().__init__(None)
        self.filter = filter_
        self.number = 0
        self._words = words
        self._tightness = self._spare = 0
        self.setCheckable(filter_ is not None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def words(self) -> str:
        return self._words

    def set_number(self, number: int, tip: str = "") -> None:
        """Show another number, and say of whom it is made up."""
        if (number, tip) == (self.number, self.toolTip()):
            return
        self.number = number
        self.setToolTip(tip)
        self._name()
        self._resize_for_theme()

    def set_tightness(self, tightness: int, spare: int) -> None:
        """How many pixels each space inside gives up where the strip has little room.

        ``spare``: how many come back at either end, out of what those of all together left over.
        """
        if (tightness, spare) != (self._tightness, self._spare):
            self._tightness, self._spare = tightness, spare
            self._resize_for_theme()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._words}: {self.number}")
        self.setAccessibleDescription(self.toolTip())

    def _look(self) -> _Look:
        palette = theme().palette
        plain = palette.family("grey")
        if self.filter is None:
            return _Look("list-ordered", plain)
        if self.filter is Filter.ARRIVING:
            return _Look("log-in", plain)
        if self.filter is Filter.LEAVING:
            return _Look("log-out", plain)
        if self.filter is Filter.OVERDUE:
            return _Look("alert-circle", palette.overdue if self.number else plain)
        state = BedState(self.filter.value)
        return _Look(
            STATE_ICONS[state],
            state_colors(state),
            is_hatched=state is BedState.OUT_OF_SERVICE,
            is_dashed=state is BedState.BEING_MADE_READY,
        )

    def width_at(self, tightness: int) -> int:
        """How wide it is with that much given up."""
        pad = max(4, 9 - tightness)
        number = text_width(_number_font(tightness), str(self.number))
        words = text_width(_second_font(tightness), self._words)
        if theme().is_compact:
            gap = _gap(tightness)
            return 2 * (pad - 3) + _side(tightness) + gap + number + gap + words + 2
        return 2 * pad + _TILE + pad + 2 + max(number, words)

    def sizeHint(self) -> QSize:
        height = _COMPACT_HEIGHT if theme().is_compact else _NORMAL_HEIGHT
        return QSize(self.width_at(self._tightness) + 2 * self._spare, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, look = theme().palette, self._look()
        painter = QPainter(self)
        box = QRectF(self.rect())
        plain = self._plain_look()
        checked = self.isChecked()
        fill, edge = (palette.accent_soft, palette.accent) if checked else (plain.fill, palette.line)
        paint_box(painter, box, radius=theme().sizes.radius_card, fill=fill, edge=edge)
        if self._ring:
            paint_ring(painter, box, radius=theme().sizes.radius_card)
        pad, side = max(4, 9 - self._tightness), _side(self._tightness)
        left = self._spare + (pad - 3 if theme().is_compact else pad)
        tile = QRectF(left, (self.height() - side) / 2, side, side)
        if side:
            self._paint_tile(painter, tile, look)
        late = self.filter is Filter.OVERDUE and self.number > 0
        ink = palette.overdue.ink if late else palette.text
        big, second = _number_font(self._tightness), _second_font(self._tightness)
        words_ink = palette.accent_text if checked else palette.text2
        if theme().is_compact:
            gap = _gap(self._tightness)
            at = tile.right() + gap
            wide = text_width(big, str(self.number))
            paint_text(painter, QRectF(at, 0, wide, box.height()), str(self.number), font=big, color=ink)
            room = QRectF(at + wide + gap, 0, box.width(), box.height())
            paint_text(painter, room, self._words, font=second, color=words_ink)
            return
        at = tile.right() + pad + 2
        paint_text(painter, QRectF(at, 6, box.width(), 20), str(self.number), font=big, color=ink)
        paint_text(painter, QRectF(at, 26, box.width(), 16), self._words, font=second, color=words_ink)

    def _paint_tile(self, painter: QPainter, tile: QRectF, look: _Look) -> None:
        colors = look.colors
        paint_box(
            painter,
            tile,
            radius=theme().sizes.radius,
            fill=colors.fill,
            edge=colors.line if look.is_dashed else "",
            dashed=look.is_dashed,
        )
        if look.is_hatched:
            paint_hatch(painter, tile)
        size = 14 if theme().is_compact else 16
        where = tile.center() - QPointF(size / 2, size / 2)
        paint_icon(painter, where, look.icon, size, colors.solid)


def _second_font(tightness: int) -> QFont:
    """The font of a word: smaller letters before a word is cut."""
    return theme().font("small" if tightness > _TIGHTEST else "second")


def _number_font(tightness: int) -> QFont:
    """The font of a number."""
    is_small = theme().is_compact and tightness >= _SMALL_NUMBERS
    return theme().font("body", bold=True) if is_small else theme().font("big")


def _gap(tightness: int) -> int:
    """What parts icon, number and word on one line."""
    return 2 if tightness >= _SMALL_NUMBERS else max(3, 5 - tightness)


def _side(tightness: int) -> int:
    """How large an icon's square is."""
    if not theme().is_compact:
        return _TILE
    if tightness >= _NO_ICONS:
        return 0
    return _SMALL_TILE if tightness <= _TIGHTEST else 16


class _Upright(QWidget):
    """The hairline between what beds are and what is due."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(9, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, color = QPainter(self), theme().palette.line2
        hairline(painter, QPointF(4.5, 0), QPointF(4.5, self.height()), color)


class CounterStrip(Surface):
    """``filters_changed(set of Filter)``; ``reserve_asked`` when the reserve's length is pressed."""

    filters_changed = Signal(object)
    reserve_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", lines="bottom", parent=parent)
        self.counters = {
            filter_: Counter(words, filter_)
            for filter_, words in (
                *((Filter(state.value), state_title(state)) for state in BedState),
                (Filter.ARRIVING, _("Arriving")),
                (Filter.LEAVING, _("Leaving")),
                (Filter.OVERDUE, _("Overdue")),
            )
        }
        self.reserve = Counter(_("In the reserve"), None)
        self.reserve.clicked.connect(self.reserve_asked)
        self._upright = _Upright()
        self._row = QHBoxLayout(self)
        self._all: list[QWidget] = [*self.counters.values(), self.reserve]
        self._all.insert(len(BedState), self._upright)
        for widget in self._all:
            self._row.addWidget(widget)
            if isinstance(widget, Counter) and widget.filter is not None:
                widget.toggled.connect(self._tell)
        self._row.addStretch(1)
        self._is_telling = True
        self._fit()
        theme().changed.connect(self._fit)

    @property
    def filters(self) -> frozenset[Filter]:
        """The counters that are pressed."""
        return frozenset(filter_ for filter_, counter in self.counters.items() if counter.isChecked())

    def set_filters(self, filters: Collection[Filter]) -> None:
        """Press these counters and no others, without telling."""
        self._is_telling = False
        for filter_, counter in self.counters.items():
            counter.setChecked(filter_ in filters)
        self._is_telling = True
        self._show_unready()

    def show_view(self, view: BoardView) -> None:
        """Count the beds of this reading; what is being made ready shows only where there is any."""
        counts = view.counts
        for filter_, number in (
            (Filter.FREE, counts.free),
            (Filter.HELD, counts.held),
            (Filter.OCCUPIED, counts.occupied),
            (Filter.VACATING, counts.vacating),
            (Filter.BEING_MADE_READY, counts.being_made_ready),
            (Filter.OUT_OF_SERVICE, counts.out_of_service),
        ):
            self.counters[filter_].set_number(number, beds_words(number))
        for filter_, number in (
            (Filter.ARRIVING, view.arriving),
            (Filter.LEAVING, view.leaving),
            (Filter.OVERDUE, view.overdue),
        ):
            self.counters[filter_].set_number(number, _tip(filter_, number))
        self.reserve.set_number(view.reserve, _("Applications in the reserve: open the reserve journal"))
        self._show_unready()
        self._tighten()

    def _show_unready(self) -> None:
        counter = self.counters[Filter.BEING_MADE_READY]
        counter.setVisible(bool(counter.number) or counter.isChecked())

    def _tell(self) -> None:
        if self._is_telling:
            self.filters_changed.emit(self.filters)

    def _fit(self) -> None:
        compact, padding = theme().is_compact, theme().sizes.page_padding
        self._row.setContentsMargins(padding, 0, padding, 7 if compact else 12)
        self.setFixedHeight((_COMPACT_HEIGHT + 8) if compact else (_NORMAL_HEIGHT + 13))
        self._upright.setFixedHeight(24 if compact else 36)
        self._tighten()

    def _tighten(self) -> None:
        """Give up spaces, a pixel at a time, until all counters stand on the line with whole words."""
        shown = [widget for widget in self._all if not widget.isHidden()]
        counters = [widget for widget in shown if isinstance(widget, Counter)]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for tightness in range((_NO_ICONS if theme().is_compact else _TIGHTEST + 1) + 1):
            gap = max(2, (4 if theme().is_compact else 8) - tightness)
            needed = sum(counter.width_at(tightness) for counter in counters) + self._upright.width()
            left_over = room - needed - gap * (len(shown) - 1)
            if left_over >= 0:
                break
        spare = min(tightness, _MOST_SPARE, max(0, left_over) // (2 * len(counters)))
        for counter in counters:
            counter.set_tightness(tightness, spare)
        self._row.setSpacing(gap)

    def minimumSizeHint(self) -> QSize:
        # The strip takes the page's width, it does not ask for one.
        return QSize(100, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tighten()


def _tip(filter_: Filter, number: int) -> str:
    families = ngettext("{count} family", "{count} families", number)
    return {
        Filter.ARRIVING: _("{families}: received the referral and may move in today (r.9)"),
        Filter.LEAVING: _("{families}: today is the last day of the stay, or to vacate (r.15, r.17)"),
        Filter.OVERDUE: _("{families}: the term to move in or to vacate is over (r.9, r.17)"),
    }[filter_].format(families=families)
