"""Labels: plain text in a role and an ink, with even line heights, and one that elides in its middle."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kandas_desktop.ui.kit.painting import baseline, part_of, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import TypeRole

Ink = Literal[
    "text",
    "text2",
    "text3",
    "accent",
    "on_accent",
    "disabled",
    "free",
    "occupied",
    "held",
    "vacating",
    "overdue",
]

_AS_WIDE_AS_A_HYPHEN = "0"  # at least; the hyphen that does not break is narrower than the one that is seen


class Label(QLabel):
    """Plain text: ``Label("Тегі", role="second", ink="text2")``; ``wrap=True`` for sentences."""

    def __init__(
        self,
        text: str = "",
        *,
        role: TypeRole = "body",
        ink: Ink = "text",
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._line = theme().line(role)
        self._laid_out: dict[float, list[tuple[str, float]]] = {}
        """The lines by the width that they had, as long as these are the words and the letters."""
        self._laid_out_of: tuple[str, QFont, bool] | None = None
        # Typed words must never be read as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme().font(role, bold=bold))
        self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        # A fixed height would cut a wrapped sentence: layouts ask a fixed widget for its hint only.
        upright = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_ink(self, ink: Ink) -> None:
        """Write in another colour."""
        if self.property("ink") == ink:
            return
        self.setProperty("ink", ink)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def _lines(self, width: float) -> list[tuple[str, float]]:
        """The lines and how wide they are; a layout asks for the same widths over and over."""
        of = (self.text(), self.font(), self.wordWrap())
        if of != self._laid_out_of:
            self._laid_out, self._laid_out_of = {}, of
        if width not in self._laid_out:
            self._laid_out[width] = self._lay_out(width)
        return self._laid_out[width]

    def _lay_out(self, width: float) -> list[tuple[str, float]]:
        metrics = QFontMetricsF(self.font())
        if not self.wordWrap():
            return [(line, metrics.horizontalAdvance(line)) for line in self.text().split("\n")]
        # Imported with the first sentence: the first page has none.
        from PySide6.QtGui import QTextLayout, QTextOption

        lines: list[tuple[str, float]] = []
        for paragraph in self.text().split("\n"):
            # No line ends within a bed, a room or a number: «108-1», «Ж-98/26», «201-бөлме».
            layout = QTextLayout(paragraph.replace("-", _AS_WIDE_AS_A_HYPHEN), self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                shown = part_of(paragraph, line.textStart(), line.textLength()).rstrip()
                lines.append((shown, metrics.horizontalAdvance(shown)))
            layout.endLayout()
        return lines

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return self._line
        return self._line * max(1, len(self._lines(width)))

    def sizeHint(self) -> QSize:
        widths = [text_width(self.font(), line) for line in self.text().split("\n")]
        if self.wordWrap():
            width = min(max(widths), 360)
            return QSize(width, self.heightForWidth(width))
        return QSize(max(widths), self._line * len(widths))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        longest = max((text_width(self.font(), word) for word in self.text().split()), default=0)
        return QSize(min(longest, 120), self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = QFontMetricsF(self.font())
        lines = self._lines(self.width())
        free = self.height() - len(lines) * self._line
        top = free / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        for number, (text, used) in enumerate(lines):
            left = 0.0
            if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
                left = (self.width() - used) / 2
            elif self.alignment() & Qt.AlignmentFlag.AlignRight:
                left = self.width() - used
            row = QRectF(0, top + number * self._line, self.width(), self._line)
            painter.drawText(QPointF(left, baseline(metrics, row)), text)


class MiddleElidedLabel(Label):
    """One line that gives up its middle when there is no room; the whole text is its tooltip.

    With ``gives_way_last`` it asks for all of its room, and gives up its middle only where there is none. In
    less than ``least_shown`` logical pixels nothing is shown rather than a stump.
    """

    def __init__(
        self,
        text: str = "",
        *,
        role: TypeRole = "body",
        ink: Ink = "text",
        bold: bool = False,
        gives_way_last: bool = False,
        least_shown: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role=role, ink=ink, bold=bold, parent=parent)
        self._gives_way_last = gives_way_last
        self._least_shown = least_shown

    @property
    def shown(self) -> str:
        """What can be read of the text."""
        return "".join(line for line, _width in self._lines(self.width()))

    def set_whole_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._tell_whole()

    def _tell_whole(self) -> None:
        tip = "" if self.sizeHint().width() <= self.width() else self.text()
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _lay_out(self, width: float) -> list[tuple[str, float]]:
        metrics = QFontMetricsF(self.font())
        text = self.text()
        used = metrics.horizontalAdvance(text)
        if used > width:
            if width < self._least_shown:
                return []
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            used = metrics.horizontalAdvance(text)
        return [(text, used)]

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._gives_way_last else QSize(48, self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()
