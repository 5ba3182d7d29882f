"""The live referrals of which somebody has not moved in, with their countdown (r.9); each can be dragged."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kandas_desktop.queries.board import BoardView, WaitingPerson, WaitingReferral
from kandas_desktop.ui.board.dragging import DragWatch
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import fitted, paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.terms import days_left_words
from kandas_desktop.ui.wording import coming_words, digits
from kandas_desktop.words import _, ngettext

_ROW = 46
_COMPACT_ROW = 40
_GAP = 6
_GRIP = 24


class WaitingList(QWidget):
    """``chosen(referral)`` on a click or an arrow, ``acted(referral)`` on Enter, ``menu_asked``."""

    chosen = Signal(int)
    acted = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drag = DragWatch(self)
        self.referrals: Sequence[WaitingReferral] = ()
        self._rooms: dict[int, str] = {}
        self._current: int | None = None
        self._names = Names()
        self._today = date.min
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Waiting to move in"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)

    @property
    def current(self) -> WaitingReferral | None:
        """The referral that is chosen."""
        return next((each for each in self.referrals if each.id == self._current), None)

    def show_view(self, view: BoardView) -> None:
        """Show who waits now, keeping the choice."""
        self.referrals, self._today = view.waiting, view.on
        self._rooms = {each.id: _rooms_of(view, each) for each in view.waiting}
        self._fit()

    def set_names(self, names: Names) -> None:
        """Hide or show names (F9)."""
        self._names = names
        self.update()

    def set_current(self, referral_id: int | None) -> None:
        """Choose without telling."""
        self._current = referral_id
        self.update()

    def second_line(self, referral: WaitingReferral) -> str:
        """«4 адам · 106-бөлме»."""
        people = coming_words(len(referral.people), is_joining=referral.applied is not None)
        where = self._rooms[referral.id] or _("no bed yet")
        return f"{people} · {where}"

    def _row_height(self) -> int:
        return _COMPACT_ROW if theme().is_compact else _ROW

    def _fit(self) -> None:
        self.setFixedHeight(max(1, len(self.referrals) * (self._row_height() + _GAP)))
        self.update()

    def _rect(self, at: int) -> QRectF:
        return QRectF(0, at * (self._row_height() + _GAP), self.width(), self._row_height())

    def _at(self, point: QPointF) -> WaitingReferral | None:
        return next((each for n, each in enumerate(self.referrals) if self._rect(n).contains(point)), None)

    def _choose(self, referral: WaitingReferral) -> None:
        self._current = referral.id
        self.update()
        self.chosen.emit(referral.id)

    def _step(self, by: int) -> None:
        ids = [each.id for each in self.referrals]
        at = ids.index(self._current) + by if self._current in ids else (0 if by > 0 else len(ids) - 1)
        if 0 <= at < len(ids):
            self._choose(self.referrals[at])

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, referral in enumerate(self.referrals):
            rect = self._rect(at)
            if rect.intersects(QRectF(event.rect())):
                self._paint_row(painter, rect, referral)

    def _paint_row(self, painter: QPainter, rect: QRectF, referral: WaitingReferral) -> None:
        palette = theme().palette
        is_current = referral.id == self._current
        fill = palette.selected if is_current else palette.surface
        if referral.id == self._hovered and not is_current:
            fill = palette.hover
        ring = is_current and self.hasFocus()
        edge = palette.accent if is_current else palette.line
        radius = theme().sizes.radius_card
        paint_box(painter, rect, radius=radius, fill=fill, edge=edge, width=2 if ring else 1)
        left = rect.left() + 10
        if self.drag.is_allowed:
            grip = QPointF(left - 3, rect.center().y() - 8)
            paint_icon(painter, grip, "grip", 16, palette.text3)
            left = rect.left() + _GRIP + 6
        right, half = rect.right() - 11, rect.height() / 2
        second, plain = self.second_line(referral), theme().font("second")
        due = self._due_width(referral)
        # The second line goes below the countdown where there is no room beside it.
        is_long = text_width(plain, second) > right - left - due - 8
        upper_half = QRectF(rect.left(), rect.top() + 4, rect.width(), half - 4)
        self._paint_due(painter, upper_half if is_long else rect, right, referral)
        end = right
        right -= due + 8
        ways, font = self._names.ways(referral.name, referral.household_number), theme().font("body")
        upper = QRectF(left, rect.top() + 5, right - left, half - 5)
        name = fitted(QFontMetricsF(font), ways, upper.width())
        paint_text(painter, upper, name, font=font, color=palette.text)
        lower = QRectF(left, rect.top() + half, (end if is_long else right) - left, half - 5)
        paint_text(painter, lower, second, font=plain, color=palette.text2)

    def _due_font(self, referral: WaitingReferral) -> QFont:
        if referral.due is None or referral.due < self._today:
            return theme().font("small", bold=referral.due is not None)
        return theme().font("second", bold=True)

    def _due_width(self, referral: WaitingReferral) -> int:
        """The room that the countdown needs."""
        is_late = referral.due is not None and referral.due < self._today
        words = text_width(self._due_font(referral), due_words(referral, self._today))
        return words + (10 if is_late else 0)

    def _paint_due(self, painter: QPainter, rect: QRectF, right: float, referral: WaitingReferral) -> None:
        """The countdown at the right."""
        palette, width = theme().palette, self._due_width(referral)
        words, font = due_words(referral, self._today), self._due_font(referral)
        room = QRectF(right - width, rect.top(), width + 1, rect.height())
        ink = palette.text2 if referral.due is None else palette.held.ink
        if referral.due is not None and referral.due < self._today:
            pill = QRectF(right - width, rect.center().y() - 8, width, 16)
            paint_box(painter, pill, radius=4, fill=palette.overdue.solid)
            room, ink = pill.adjusted(5, 0, 0, 0), palette.on_overdue
        paint_text(painter, room, words, font=font, color=ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            if not event.isAutoRepeat():
                self.acted.emit(current.id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        referral = self._at(event.position())
        self.drag.press(referral.id if referral else None, event)
        if referral is not None:
            self._choose(referral)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event):
            referral = self._at(event.position())
            self._hover(referral.id if referral else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release(event)

    def _hover(self, referral_id: int | None) -> None:
        if referral_id != self._hovered:
            self._hovered = referral_id
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.current
        if current is None:
            return
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = [each.id for each in self.referrals].index(current.id)
            where = self.mapToGlobal(self._rect(at).bottomLeft().toPoint() + QPoint(12, 0))
        self.menu_asked.emit(current.id, where)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._step(1)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            referral = self._at(QPointF(event.pos()))
            words = _tool_tip(referral, self._names, self._today) if referral else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _tool_tip(referral: WaitingReferral, names: Names, today: date) -> str:
    called = [_called(person, referral, names) for person in referral.people]
    applied = [names.of(referral.name, referral.household_number)] if referral.applied else []
    lines = [f"{referral.number} · {referral.household_number}", *dict.fromkeys([*applied, *called])]
    if referral.due is None:
        lines.append(_("The referral was not handed over yet"))
    else:
        last, left = _("Last day to move in"), days_left_words(referral.due, today)
        lines.append(f"{last} — {digits(referral.due)}, {left}")
    return "\n".join(lines)


def _called(person: WaitingPerson, referral: WaitingReferral, names: Names) -> str:
    """Somebody who is awaited; beneath whoever applied for them with the kinship, as in the journal (r.2)."""
    name = names.of(person.name, referral.household_number)
    return name if referral.applied is None else f"{name} · {kinship_words(person.kinship)}"


def due_words(referral: WaitingReferral, today: date) -> str:
    """The countdown in two words: «1 күн», «бүгін», «2 күн өтті»; «берілмеген» before it runs."""
    if referral.due is None:
        return _("not handed over")
    left = (referral.due - today).days
    if left == 0:
        return _("today")
    if left < 0:
        return ngettext("{count} day over", "{count} days over", -left)
    return ngettext("{count} day", "{count} days", left)


def _rooms_of(view: BoardView, referral: WaitingReferral) -> str:
    """In which rooms its people hold beds."""
    rooms = dict.fromkeys(
        room.name
        for person in referral.people
        if person.bed_id is not None and (room := view.house.room_of(person.bed_id)) is not None
    )
    if not rooms:
        return ""
    words = _("room {name}") if len(rooms) == 1 else _("rooms {name}")
    return words.format(name=", ".join(rooms))
