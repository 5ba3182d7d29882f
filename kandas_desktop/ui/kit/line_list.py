"""A list of painted lines in columns: the titles above it, its keys, and how every line is drawn."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from kandas_desktop.ui.kit.inputs import is_plain_enter
from kandas_desktop.ui.kit.painting import hairline, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName

_TITLES_HEIGHT = 34
_MENU_INSET = 40
Index = QModelIndex | QPersistentModelIndex


class Title(NamedTuple):
    """A column's title, and where it stands."""

    words: str
    left: int
    width: int


class LineList(QListView):
    """Enter opens, the menu key asks for the line's menu, letters go to the search."""

    opened = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._cut_words: Callable[[int], str] | None = None
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def tell_cut_words(self, cut_words: Callable[[int], str]) -> None:
        """Tell where the pointer rests what has no room in the line there, counted from the top."""
        self._cut_words = cut_words

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._cut_words:
            at = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._cut_words(at.row()) if at.isValid() else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            if not event.isAutoRepeat():
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.text() and event.text().isprintable():
            event.ignore()  # a list would jump to names; here one searches
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            line = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(line.bottomLeft() + QPoint(_MENU_INSET, 0))
        if self.currentIndex().isValid():
            self.menu_asked.emit(where)


class ColumnTitles(QWidget):
    """The titles above a list; ``titles(width)`` tells those of the columns that fit."""

    def __init__(self, view: QListView, titles: Callable[[int], Iterable[Title]]) -> None:
        super().__init__()
        self._view, self._titles = view, titles
        self.setFixedHeight(_TITLES_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.fillRect(self.rect(), theme().color("sunken"))
        for edge, color in ((0.5, palette.line), (self.height() - 0.5, palette.line2)):
            hairline(painter, QPointF(0, edge), QPointF(self.width(), edge), color)
        for title in self._titles(self._view.viewport().width()):
            room = QRectF(title.left, 0, title.width - 4, self.height())
            paint_text(painter, room, title.words, font=theme().font("second"), color=palette.text2)


class LinePainter(QStyledItemDelegate):
    """Paints a line's ground, cells and rule below; the chosen one has the accent's bar at its left."""

    def paint_cells(self, painter: QPainter, area: QRect, index: Index) -> None:
        """Paint what a line says, inside ``area``."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, theme().sizes.journal_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme().color("selected"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme().color("hover"))
        self.paint_cells(painter, area, index)
        bottom = area.bottom() + 0.5
        ends = QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom)
        hairline(painter, *ends, theme().palette.line)
        painter.restore()


def paint_words(
    painter: QPainter,
    room: QRectF,
    first: str,
    second: str,
    *,
    is_bold: bool = False,
    is_faint: bool = False,
    family: FamilyName | None = None,
    is_second_bold: bool = False,
) -> None:
    """Paint a line of words, and a smaller one below it in the ink of a ``family`` of colours."""
    palette = theme().palette
    ink = palette.text3 if is_faint else palette.text
    body = theme().font("body", bold=is_bold)
    if not second:
        paint_text(painter, room, first, font=body, color=ink)
        return
    high, low = theme().line("body"), theme().line("second")
    top = room.top() + (room.height() - high - low) / 2
    paint_text(painter, QRectF(room.left(), top, room.width(), high), first, font=body, color=ink)
    below = QRectF(room.left(), top + high, room.width(), low)
    paint_second(painter, below, second, family=family, is_bold=is_second_bold)


def paint_second(
    painter: QPainter, room: QRectF, words: str, *, family: FamilyName | None = None, is_bold: bool = False
) -> None:
    """Paint a second line's words, in the ink of a ``family`` of colours."""
    palette = theme().palette
    color = palette.family(family).ink if family else palette.text2
    paint_text(painter, room, words, font=theme().font("second", bold=is_bold), color=color)
