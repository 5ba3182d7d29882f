"""Drag and drop without accidents: a press becomes a drag only after a stretch, and Esc takes it back."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import Run, paint_box, paint_runs
from kandas_desktop.ui.kit.theme import theme

_OFFSET = QPoint(14, 12)
_PADDING = 10
_HEIGHT = 28


class DragWatch(QObject):
    """Turns the mouse events of a widget into a drag: ``begun(id, point)``, ``moved``, ``dropped``.

    Points are global. The widget hands its mouse events on; ``is_on`` says whether a drag is under way.
    """

    begun = Signal(int, QPoint)
    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_allowed = True
        self.is_on = False
        self._pressed: tuple[int, QPoint] | None = None

    def press(self, subject_id: int | None, event: QMouseEvent) -> None:
        """The left button went down on something that may be dragged, or (``None``) on nothing such."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        at = event.globalPosition().toPoint()
        self._pressed = (subject_id, at) if is_left and subject_id is not None and self.is_allowed else None

    def move(self, event: QMouseEvent) -> bool:
        """Follow the pointer; whether a drag is under way."""
        point = event.globalPosition().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        if not self.is_on:
            if (point - self._pressed[1]).manhattanLength() < QApplication.startDragDistance():
                return False
            self.is_on = True
            self.begun.emit(self._pressed[0], self._pressed[1])
        self.moved.emit(point)
        return True

    def release(self, event: QMouseEvent) -> bool:
        """The button went up; whether that was a drop."""
        was_on, self.is_on, self._pressed = self.is_on, False, None
        if was_on:
            self.dropped.emit(event.globalPosition().toPoint())
        return was_on

    def cancel(self) -> bool:
        """Take the drag back; whether there was one."""
        was_on, self.is_on, self._pressed = self.is_on, False, None
        if was_on:
            self.cancelled.emit()
        return was_on


class DragNote(QWidget):
    """What is being moved, and beneath the pointer why a bed cannot take it; it follows the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._who = ""
        self._words = ""
        self._is_refused = False
        self.hide()

    @property
    def text(self) -> str:
        """Everything that the note says."""
        return " · ".join(part for part in (self._who, self._words) if part)

    def say(self, who: str, words: str, *, is_refused: bool) -> None:
        """Name whom it moves and where to, or why not."""
        self._who, self._words, self._is_refused = who, words, is_refused
        bold, plain = theme().font("second", bold=True), theme().font("second")
        width = QFontMetricsF(bold).horizontalAdvance(who) + 24 + 2 * _PADDING
        if words:
            width += QFontMetricsF(plain).horizontalAdvance(words) + 10
        self.resize(int(width) + 1, _HEIGHT)
        self.update()

    def follow(self, point: QPoint) -> None:
        """Stand beside a point of the page, inside of it."""
        around = self.parentWidget()
        at = point + _OFFSET
        if around is not None:
            at.setX(max(0, min(at.x(), around.width() - self.width())))
            at.setY(max(0, min(at.y(), around.height() - self.height())))
        self.move(at)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        colors = palette.overdue if self._is_refused else palette.family("accent")
        painter = QPainter(self)
        box = self.rect().toRectF()
        fill = colors.fill if self._is_refused else palette.surface
        paint_box(painter, box, radius=theme().sizes.radius, fill=fill, edge=colors.solid)
        icon: IconName = "ban" if self._is_refused else "grip"
        ink = colors.ink if self._is_refused else palette.text
        paint_icon(painter, box.topLeft() + QPoint(_PADDING, 6).toPointF(), icon, 16, colors.solid)
        runs = [Run(self._who, theme().font("second", bold=True), ink)]
        if self._words:
            runs.append(Run(f"  {self._words}", theme().font("second"), ink))
        paint_runs(painter, box.adjusted(_PADDING + 22, 0, 0, 0), runs)
