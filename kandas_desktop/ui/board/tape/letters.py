"""The letters of the tape chart, measured and cut once."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kandas_desktop.ui.kit.painting import baseline
from kandas_desktop.ui.kit.theme import theme

_MOST = 4000  # cut words are forgotten once there are so many


class Letter:
    """One font: it measures each text once, and cuts it once to each width."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._lift = baseline(self._metrics, QRectF(0, 0, 10, 24)) - 12
        self._widths: dict[str, float] = {}
        self._cut: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> float:
        """How wide a text is."""
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def cut(self, text: str, width: float) -> str:
        """A text cut to a width with an ellipsis."""
        if self.width(text) <= width + 0.5:
            return text
        key = text, int(width)
        if key not in self._cut:
            if len(self._cut) > _MOST:
                self._cut.clear()
            self._cut[key] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        return self._cut[key]

    def fit(self, ways: Sequence[str], width: float) -> str:
        """The first of several ways to say something that has room, the last cut where none has."""
        found = next((way for way in ways if self.width(way) <= width + 0.5), None)
        return self.cut(ways[-1], width) if found is None else found

    def draw(self, painter: QPainter, left: float, middle: float, text: str, ink: str) -> None:
        """Write on a line whose middle is at ``middle``."""
        painter.setFont(self.font)
        painter.setPen(QColor(ink))
        painter.drawText(int(left), round(middle + self._lift), text)


class Letters:
    """All fonts of the chart; made anew with the theme."""

    def __init__(self) -> None:
        self.plain = Letter(theme().font("second"))
        self.bold = Letter(theme().font("second", bold=True))
        self.small = Letter(theme().font("small"))
        self.small_bold = Letter(theme().font("small", bold=True))
        self.body_bold = Letter(theme().font("body", bold=True))
