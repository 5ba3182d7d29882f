"""Toggles: two or three parts of one choice, filter chips with their counts, a tick box."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kandas_desktop.ui.kit.focus_ring import paint_ring, ring_after, shows_ring
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.inputs import is_plain_enter
from kandas_desktop.ui.kit.painted_button import PaintedButton
from kandas_desktop.ui.kit.painting import (
    Run,
    hairline,
    paint_box,
    paint_runs,
    paint_text,
    runs_width,
    text_width,
)
from kandas_desktop.ui.kit.theme import theme


class Part(NamedTuple):
    """One part of a segmented choice."""

    value: str
    text: str
    icon: IconName | None = None


class Segmented(QWidget):
    """One of a few: ``Segmented([("m", "Ер"), ("f", "Әйел")], name="Жынысы")``; arrows and Space choose."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Part | tuple[str, str]],
        *,
        name: str = "",
        value: str | None = None,
        field: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``field=True`` takes an input's edge, and its parts share the width."""
        super().__init__(parent)
        self._parts = [Part(*option) for option in options]
        self._value = value
        self._field = field
        self._by_keyboard = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Expanding if field else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._describe()

    def value(self) -> str | None:
        """The chosen part's value; ``None`` while nothing is chosen."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose without emitting ``chosen``."""
        self._value = value
        self._describe()
        self.update()

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _describe(self) -> None:
        words = next((part.text for part in self._parts if part.value == self._value), "")
        self.setAccessibleDescription(words)

    def _step(self, by: int) -> None:
        values = [part.value for part in self._parts]
        if self._value not in values:
            self._choose(values[0] if by > 0 else values[-1])
            return
        at = values.index(self._value) + by
        if 0 <= at < len(values):
            self._choose(values[at])

    def _natural_width(self, part: Part) -> int:
        words = text_width(theme().font("body", bold=True), part.text)
        return words + 2 * theme().sizes.button_padding + (24 if part.icon else 0)

    def _rects(self) -> list[QRectF]:
        if self._field:
            width = self.width() / len(self._parts)
            return [QRectF(round(i * width), 0, width, self.height()) for i in range(len(self._parts))]
        rects, left = [], 0
        for part in self._parts:
            width = self._natural_width(part)
            rects.append(QRectF(left, 0, width, self.height()))
            left += width
        return rects

    def sizeHint(self) -> QSize:
        return QSize(sum(map(self._natural_width, self._parts)), theme().sizes.input)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, radius = theme().palette, theme().sizes.radius
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, radius=radius, fill=palette.surface)
        rects = self._rects()
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        for part, rect in zip(self._parts, rects, strict=True):
            chosen = part.value == self._value
            if chosen:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setClipPath(outline)
                painter.fillRect(rect, theme().color("accent_soft"))
                painter.restore()
            self._paint_part(painter, rect, part, chosen=chosen)
        edge = palette.field if self._field else palette.line2
        for rect in rects[1:]:
            hairline(painter, rect.topLeft(), rect.bottomLeft(), palette.line2)
        paint_box(painter, box, radius=radius, edge=edge)
        if shows_ring(self, self._by_keyboard):
            paint_ring(painter, box, radius=radius)

    def _paint_part(self, painter: QPainter, rect: QRectF, part: Part, *, chosen: bool) -> None:
        palette = theme().palette
        ink = palette.accent_text if chosen else palette.text2
        if not self.isEnabled():
            ink = palette.disabled_text
        font = theme().font("body", bold=chosen)
        width = text_width(font, part.text) + (24 if part.icon else 0)
        left = rect.left() + (rect.width() - width) / 2
        if part.icon:
            paint_icon(painter, QPointF(left, (self.height() - 16) / 2), part.icon, 16, ink)
            left += 24
        room = QRectF(left, 0, rect.right() - left, rect.height())
        paint_text(painter, room, part.text, font=font, color=ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._step(-1)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._step(1)
        elif event.key() == Qt.Key.Key_Space:
            values = [part.value for part in self._parts]
            at = values.index(self._value) + 1 if self._value in values else 0
            self._choose(values[at % len(values)])
        elif is_plain_enter(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for part, rect in zip(self._parts, self._rects(), strict=True):
            if rect.contains(event.position()):
                self._choose(part.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        self.update()


class FilterChip(PaintedButton):
    """A filter with its count: ``FilterChip("Резервте", 3)``; checkable, tinted while it holds."""

    def __init__(
        self,
        text: str,
        count: int | None = None,
        *,
        icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = text
        self._count = count
        self._icon = icon
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Another count; ``None`` shows none."""
        self._count = count
        self._name()
        self._resize_for_theme()

    def _name(self) -> None:
        self.setAccessibleName(self._words if self._count is None else f"{self._words}: {self._count}")

    def _runs(self, *, bold: bool) -> list[Run]:
        palette = theme().palette
        ink = palette.accent_text if bold else palette.text2
        runs = [Run(self._words, theme().font("body", bold=bold), ink)]
        if self._count is not None:
            runs.append(Run(f"  {self._count}", theme().font("second", bold=bold), ink))
        return runs

    def sizeHint(self) -> QSize:
        # The bold width always, so that nothing moves when the filter is chosen.
        width = runs_width(self._runs(bold=True)) + 2 * 11 + (24 if self._icon else 0)
        return QSize(width, theme().sizes.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, radius = theme().palette, theme().sizes.radius
        look = self._plain_look()
        chosen = self.isChecked()
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(
            painter,
            box,
            radius=radius,
            fill=palette.accent_soft if chosen else look.fill,
            edge="" if chosen else look.edge,
        )
        if self._ring:
            paint_ring(painter, box, radius=radius)
        runs = self._runs(bold=chosen)
        left = (self.width() - runs_width(runs) - (24 if self._icon else 0)) / 2
        if self._icon:
            ink = palette.accent_text if chosen else palette.text2
            paint_icon(painter, QPointF(left, (self.height() - 16) / 2), self._icon, 16, ink)
            left += 24
        paint_runs(painter, QRectF(left, 0, self.width() - left, self.height()), runs)


# Room for the focus edge around the box and its words.
_INSET = 4


class TickBox(QCheckBox):
    """A tick box as in the print options: ``TickBox("Жолдама, 1 бет", second="")``."""

    def __init__(self, text: str, *, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self._second = second
        self._by_keyboard = False
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{text} {second}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _runs(self) -> list[Run]:
        palette = theme().palette
        ink = palette.text if self.isEnabled() else palette.disabled_text
        runs = [Run(self._words, theme().font("body"), ink)]
        if self._second:
            runs.append(Run(f"  {self._second}", theme().font("second"), palette.text2))
        return runs

    def sizeHint(self) -> QSize:
        return QSize(_INSET + 16 + 8 + runs_width(self._runs()) + _INSET, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        box = QRectF(_INSET, (self.height() - 16) / 2, 16, 16)
        if self.isChecked():
            fill = palette.accent if self.isEnabled() else palette.disabled_text
            paint_box(painter, box, radius=4, fill=fill)
            paint_icon(painter, box.topLeft() + QPointF(2, 2), "check", 12, palette.on_accent, pen=3.0)
        else:
            paint_box(painter, box, radius=4, fill=palette.surface, edge=palette.field)
        room = QRectF(_INSET + 24, 0, self.width() - _INSET - 24, self.height())
        paint_runs(painter, room, self._runs())
        if shows_ring(self, self._by_keyboard):
            around = QRectF(0, 0, min(self.width(), self.sizeHint().width()), self.height())
            paint_ring(painter, around, radius=theme().sizes.radius_small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = ring_after(event, self._by_keyboard)
        super().focusOutEvent(event)
