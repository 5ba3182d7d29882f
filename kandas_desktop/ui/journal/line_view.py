"""A view over rows of two heights: where each row is, and how to get there."""

from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollBar, QWidget

from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.outline import Heights, Place
from kandas_desktop.ui.kit.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_SCROLL_BAR = 12


class Anchor(NamedTuple):
    """Which application stands at the upper edge, and how far it is scrolled out of sight."""

    application_id: int
    hidden: int


class LineView(QAbstractItemView):
    """What Qt asks of a view, answered by the outline of the model; it paints nothing yet."""

    def __init__(self, model: JournalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = model
        # Asked for a viewport that is not ours, the binding would make a class of every widget there is.
        self.setViewport(QWidget())
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar lies over the lines, as the ground of the chosen one goes through beneath it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().rangeChanged.connect(self._fit_bar)
        self.verticalScrollBar().valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(self.verticalScrollBar().setValue)

    @property
    def heights(self) -> Heights:
        """How tall the lines are now."""
        return Heights(theme().sizes.journal_row, theme().sizes.family_row)

    def line_area(self, line: int) -> QRect:
        """Where a line lies in the viewport, together with its family."""
        outline = self._journal.outline
        top = outline.top(line, self.heights) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), outline.line_height(line, self.heights))

    def place_at(self, point: QPoint) -> Place | None:
        """What stands at a point of the viewport."""
        return self._journal.outline.place_at(point.y() + self.verticalOffset(), self.heights)

    def lines_seen(self) -> range:
        """The lines that are seen at least in part."""
        outline, top = self._journal.outline, self.verticalOffset()
        first = outline.place_at(top, self.heights)
        if first is None:
            return range(0)
        last = outline.place_at(top + self.viewport().height() - 1, self.heights)
        return range(first.line, (last.line if last else outline.lines - 1) + 1)

    def bring_into_sight(self, line: int, *, centred: bool = False) -> None:
        """Scroll until a line is seen, with as much of its family as there is room for."""
        area, height = self.line_area(line), self.viewport().height()
        bar = self.verticalScrollBar()
        if centred and not (area.top() >= 0 and area.bottom() < height):
            bar.setValue(bar.value() + area.center().y() - height // 2)
        elif area.top() < 0 or area.height() > height:
            bar.setValue(bar.value() + area.top())
        elif area.bottom() >= height:
            bar.setValue(bar.value() + area.bottom() + 1 - height)

    def anchor(self) -> Anchor | None:
        """What to hold on to while lines come and go; ``None`` at the very top, where new lines appear."""
        seen = self.lines_seen()
        if not seen or not self.verticalOffset():
            return None
        return Anchor(self._journal.application_id(seen[0]), -self.line_area(seen[0]).top())

    def hold(self, anchor: Anchor | None) -> None:
        """Scroll back to where the anchor was; to the top where it is gone."""
        line = self._journal.line_of(anchor.application_id) if anchor else None
        top = 0
        if anchor and line is not None:
            top = self._journal.outline.top(line, self.heights) + anchor.hidden
        self.verticalScrollBar().setValue(top)

    def _fit_bar(self) -> None:
        real = self.verticalScrollBar()
        self._bar.setRange(real.minimum(), real.maximum())
        self._bar.setPageStep(real.pageStep())
        self._bar.setSingleStep(real.singleStep())
        self._bar.setVisible(real.maximum() > 0)

    def updateGeometries(self) -> None:
        height, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(self.heights.line)
        bar.setRange(0, max(0, self._journal.outline.height(self.heights) - height))
        self._fit_bar()
        area = self.viewport().geometry()
        self._bar.setGeometry(area.right() + 1 - _SCROLL_BAR, area.top() + 3, _SCROLL_BAR, area.height() - 6)
        self._bar.raise_()
        super().updateGeometries()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self.updateGeometries()
        self.viewport().update()

    def rowsRemoved(self, parent: _Index, start: int, end: int) -> None:
        self.updateGeometries()
        self.viewport().update()

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        place = self._journal.outline.place(index.row())
        area = self.line_area(place.line)
        if not place.position:
            return QRect(0, area.top(), area.width(), self.heights.line)
        top = area.top() + self.heights.line + (place.position - 1) * self.heights.family
        return QRect(0, top, area.width(), self.heights.family)

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            centred = hint is QAbstractItemView.ScrollHint.PositionAtCenter
            self.bring_into_sight(self._journal.outline.place(index.row()).line, centred=centred)

    def indexAt(self, point: QPoint) -> QModelIndex:
        place = self.place_at(point)
        if place is None:
            return QModelIndex()
        return self._journal.index(self._journal.outline.row(place.line) + place.position, 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The view answers its keys itself; Qt asks when the focus comes, and nothing is chosen by that."""
        return self.currentIndex()

    def keyboardSearch(self, search: str) -> None:
        """Letters typed over the table do nothing: there is a field for that."""
