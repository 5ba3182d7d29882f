"""The list of the linen round: a tick for every bed and every floor, worked by keys alone."""

from collections.abc import Sequence, Set

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import hairline, paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.walked_lines import WalkedLines
from kandas_desktop.ui.linen.lines import LinenLine
from kandas_desktop.words import _

_TURNING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW, _HEAD = 36, 34
_TICK, _GAP = 16, 14


class LinenView(WalkedLines):
    """``ticks_changed`` says that other beds are ticked, ``refused`` that nothing is left there to tick."""

    ticks_changed = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Linen round"), step=_ROW, parent=parent)
        self._lines: Sequence[LinenLine] = ()
        self._ticked: set[int] = set()
        self._changed: Set[int] = frozenset()
        self.setViewportMargins(0, _HEAD, 0, 0)
        self._head = _Head(self)

    @property
    def ticked(self) -> frozenset[int]:
        """The beds that are ticked."""
        return frozenset(self._ticked - self._changed)

    @property
    def lines(self) -> Sequence[LinenLine]:
        """What is shown."""
        return self._lines

    @property
    def chosen(self) -> LinenLine | None:
        """The line whose tick Space turns."""
        return None if self.chosen_place is None else self._lines[self.chosen_place]

    def show_lines(self, lines: Sequence[LinenLine], ticked: set[int]) -> None:
        """Show other lines; the chosen one stays in its place."""
        self._lines, self._ticked = lines, ticked
        place = max(0, min(self.chosen_place or 0, len(lines) - 1))
        self.lay_lines([_ROW] * len(lines), stops=range(len(lines)), chosen=place)
        if lines:
            self.stand_on(place)
        else:
            self.describe()

    def grey_out(self, changed: Set[int]) -> None:
        """Let these beds take no tick: their bedding was changed already."""
        self._changed = changed
        self._told()

    def turn(self, line: LinenLine) -> None:
        """Tick a bed or a whole floor; where all of it is ticked, take the ticks away."""
        beds = self.beds_open(line)
        if not beds:
            self.refused.emit()
            return
        self._ticked = self._ticked - beds if beds <= self._ticked else self._ticked | beds
        self._told()

    def tick_all(self) -> None:
        """Tick every bed that is shown; once more, none."""
        beds = {bed for line in self._lines for bed in self.beds_open(line)}
        if self._lines and not beds:
            self.refused.emit()
            return
        self._ticked = set() if beds <= self._ticked else beds
        self._told()

    def spoken(self, place: int) -> str:
        return self._lines[place].spoken(self._ticked, self._changed)

    def pressed(self, place: int, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() < spans_for(0)[0][0]:
            self.turn(self._lines[place])

    def beds_open(self, line: LinenLine) -> set[int]:
        """The beds of a line whose bedding is still to be changed on the day that is written."""
        return set(line.beds) - self._changed

    def _told(self) -> None:
        self.describe()
        self.viewport().update()
        self.ticks_changed.emit()

    def paint_line(self, painter: QPainter, place: int, area: QRect) -> None:
        line, palette = self._lines[place], theme().palette
        if line.is_floor and place != self.chosen_place:
            painter.fillRect(area, theme().color("sunken"))
        beds = self.beds_open(line)
        box = QRectF(theme().sizes.page_padding, area.top() + (_ROW - _TICK) / 2, _TICK, _TICK)
        _paint_tick(painter, box, count=len(beds & self._ticked), of=len(beds))
        spans = spans_for(area.width())
        texts = ((line.title, True), (line.who, False), (line.last, False), (line.due, False))
        for (text, is_bold), (left, width) in zip(texts, spans, strict=True):
            room = QRectF(left, area.top(), width, area.height())
            color = palette.overdue.ink if line.is_overdue and text == line.due else palette.text
            color = color if beds else palette.text3
            paint_text(painter, room, text, font=theme().font("body", bold=is_bold), color=color)
        if line.is_floor:
            count = f"{len(beds & self._ticked)} / {len(beds)}"
            room = QRectF(spans[1][0], area.top(), spans[1][1], area.height())
            paint_text(painter, room, count, font=theme().font("second"), color=palette.text2)
            return
        left = spans[3][0] + text_width(theme().font("body"), line.due) + 12
        room = QRectF(left, area.top(), area.right() - left, area.height())
        color = palette.overdue.ink if line.is_overdue else palette.text2
        font = theme().font("second", bold=line.is_overdue)
        paint_text(painter, room, line.distance, font=font, color=color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line = self.chosen
        if is_plain and event.key() in _TURNING and line is not None:
            if not event.isAutoRepeat():
                self.turn(line)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setGeometry(0, 0, self.width(), _HEAD)


class _Head(QWidget):
    """The titles over the columns."""

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("sunken"))
        titles = (_("Bed"), _("Resident"), _("Last changed"), _("Next change"))
        for title, (left, width) in zip(titles, spans_for(self.width()), strict=True):
            room = QRectF(left, 0, width, _HEAD)
            paint_text(painter, room, title, font=theme().font("second"), color=palette.text2)
        for edge in (0.5, _HEAD - 0.5):
            hairline(painter, QPointF(0, edge), QPointF(self.width(), edge), palette.line)


def spans_for(width: int) -> list[tuple[int, int]]:
    """Left edge and width of each column: bed, resident, last change, next change."""
    left = theme().sizes.page_padding + _TICK + _GAP
    bed, last, due = 110, 130, 250
    who = max(160, min(460, width - left - bed - last - due))
    spans = []
    for each in (bed, who, last, due):
        spans.append((left, each - 10))
        left += each
    return spans


def _paint_tick(painter: QPainter, box: QRectF, *, count: int, of: int) -> None:
    """Paint the tick of ``count`` beds out of those that may be ticked; grey where there are none."""
    palette = theme().palette
    if count:
        paint_box(painter, box, radius=4, fill=palette.accent)
        icon: IconName = "check" if count == of else "minus"
        paint_icon(painter, box.topLeft() + QPointF(2, 2), icon, 12, palette.on_accent, pen=3.0)
    elif of:
        paint_box(painter, box, radius=4, fill=palette.surface, edge=palette.field)
    else:
        paint_box(painter, box, radius=4, fill=palette.sunken, edge=palette.line2)
