"""Where an application stands: the line of steps in a panel, and the sentence of steps in a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme

_DOT = 18
_LINE = 2


class Steps(QWidget):
    """``Steps(["Тіркелді", "Резерв", "Жолдама", "Орналасу"], current=2)``: done, current, coming."""

    def __init__(self, names: Sequence[str], current: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._current = current
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_current(self, current: int) -> None:
        """The step that is on now, from 0; the number of steps when all are done."""
        self._current = current
        self._describe()
        self.update()

    def _describe(self) -> None:
        words = self._names[self._current] if self._current < len(self._names) else self._names[-1]
        self.setAccessibleName(" → ".join(self._names))
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        return QSize(260, _DOT + 6 + theme().line("small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        column = self.width() / len(self._names)
        for i in range(len(self._names) - 1):
            self._paint_line(painter, column * (i + 0.5), column * (i + 1.5), done=i < self._current)
        for i, name in enumerate(self._names):
            self._paint_dot(painter, column * (i + 0.5), i)
            self._paint_name(painter, QRectF(i * column, _DOT + 6, column, theme().line("small")), i, name)

    def _paint_line(self, painter: QPainter, start: float, end: float, *, done: bool) -> None:
        palette = theme().palette
        color = palette.accent if done else palette.line2
        line = QRectF(start + _DOT / 2, (_DOT - _LINE) / 2, end - start - _DOT, _LINE)
        paint_box(painter, line, radius=0, fill=color)

    def _paint_dot(self, painter: QPainter, middle: float, step: int) -> None:
        palette = theme().palette
        dot = QRectF(round(middle - _DOT / 2), 0, _DOT, _DOT)
        if step > self._current:
            paint_box(painter, dot, radius=_DOT / 2, fill=palette.surface, edge=palette.line2, width=2)
            return
        paint_box(painter, dot, radius=_DOT / 2, fill=palette.accent)
        if step == self._current:
            paint_box(painter, dot.adjusted(5, 5, -5, -5), radius=4, fill=palette.surface)
        else:
            paint_icon(painter, dot.topLeft() + QPointF(3, 3), "check", 12, palette.on_accent, pen=3.0)

    def _paint_name(self, painter: QPainter, room: QRectF, step: int, name: str) -> None:
        palette = theme().palette
        current = step == self._current
        wide = room.adjusted(-12, 0, 12, 0)
        paint_text(
            painter,
            wide,
            name,
            font=theme().font("small", bold=current),
            color=palette.accent_text if current else palette.text2,
            align=Qt.AlignmentFlag.AlignHCenter,
        )


class StepsText(QWidget):
    """What follows, as one line: «1 Тіркеу > 2 Қарау, бүгін > 3 Резерв немесе жолдама»."""

    _NUMBER = 20
    _GAP = 8
    _ARROW = 16

    def __init__(self, names: Sequence[str], current: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._current = current
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" → ".join(self._names))

    def set_steps(self, names: Sequence[str], current: int) -> None:
        """Other steps."""
        self._names = list(names)
        self._current = current
        self.setAccessibleName(" → ".join(self._names))
        self.updateGeometry()
        self.update()

    def _width(self, step: int) -> int:
        font = theme().font("body", bold=step == self._current)
        return self._NUMBER + self._GAP + text_width(font, self._names[step])

    def sizeHint(self) -> QSize:
        between = (len(self._names) - 1) * (2 * 13 + self._ARROW)
        return QSize(sum(map(self._width, range(len(self._names)))) + between, 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        left, middle = 0, self.height() / 2
        for step, name in enumerate(self._names):
            if step:
                where = QPointF(left + 13, middle - self._ARROW / 2)
                paint_icon(painter, where, "chevron-right", self._ARROW, palette.text2)
                left += 2 * 13 + self._ARROW
            current = step == self._current
            dot = QRectF(left, middle - self._NUMBER / 2, self._NUMBER, self._NUMBER)
            paint_box(
                painter,
                dot,
                radius=self._NUMBER / 2,
                fill=palette.accent if current else "",
                edge="" if current else palette.line2,
            )
            paint_text(
                painter,
                dot,
                str(step + 1),
                font=theme().font("small", bold=True),
                color=palette.on_accent if current else palette.text2,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
            room = QRectF(left + self._NUMBER + self._GAP, 0, self._width(step), self.height())
            color = palette.text if current else palette.text2
            paint_text(painter, room, name, font=theme().font("body", bold=current), color=color)
            left += self._width(step)
