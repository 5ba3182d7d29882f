"""Crisp shapes and text: hairlines, rounded edges that lie on whole device pixels, runs of text."""

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

_SLACK = 0.01


def part_of(text: str, start: int, length: int) -> str:
    """The part of a text from ``start`` on, as Qt counts letters: an emoji or a rare sign is two."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """``rect`` drawn in onto whole device pixels, so that its edges are sharp at 125 % too.

    Never outwards: at 125 % the widget's clip would cut the edge off.
    """
    to_device = painter.deviceTransform()
    mapped = to_device.mapRect(rect)
    left, top = ceil(mapped.left() - _SLACK), ceil(mapped.top() - _SLACK)
    right, bottom = floor(mapped.right() + _SLACK), floor(mapped.bottom() + _SLACK)
    whole = QRectF(left, top, right - left, bottom - top)
    back, invertible = to_device.inverted()
    return back.mapRect(whole) if invertible else rect


def device_width(painter: QPainter, width: float) -> float:
    """A pen width in logical pixels that is a whole number of device pixels, at least one."""
    ratio = painter.device().devicePixelRatio()
    return max(1, round(width * ratio)) / ratio


def paint_box(
    painter: QPainter,
    rect: QRectF,
    *,
    radius: float,
    fill: str = "",
    edge: str = "",
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle, its edge inside ``rect``; empty ``fill`` or ``edge`` leave that part out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = snapped(painter, rect)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if edge:
        thick = device_width(painter, width)
        pen = QPen(QColor(edge), thick)
        if dashed:
            pen.setDashPattern([3.0 / thick, 2.5 / thick])
        painter.setPen(pen)
        half = thick / 2
        box = box.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def hairline(painter: QPainter, start: QPointF, end: QPointF, color: str) -> None:
    """A line one device pixel wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(color), 0))
    painter.drawLine(start, end)
    painter.restore()


def fill(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fill a rectangle like ``QPainter.fillRect``, of which the binding would have to make all gradients."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(rect)
    painter.restore()


def text_width(font: QFont, text: str) -> int:
    """Logical pixels that ``text`` needs on one line, rounded up."""
    return int(-(-QFontMetricsF(font).horizontalAdvance(text) // 1))


class Run(NamedTuple):
    """A piece of one line of text."""

    text: str
    font: QFont
    color: str


def runs_width(runs: list[Run]) -> int:
    """Logical pixels that the runs need on one line."""
    return sum(text_width(run.font, run.text) for run in runs)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    font: QFont,
    color: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text in the middle of ``rect``'s height, elided at its end only if there is no room."""
    metrics = QFontMetricsF(font)
    shown = text
    if metrics.horizontalAdvance(text) > rect.width() + 0.5:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    advance = metrics.horizontalAdvance(shown)
    left = rect.left()
    if align & Qt.AlignmentFlag.AlignHCenter:
        left += (rect.width() - advance) / 2
    elif align & Qt.AlignmentFlag.AlignRight:
        left = rect.right() - advance
    painter.setFont(font)
    painter.setPen(QColor(color))
    painter.drawText(QPointF(left, baseline(metrics, rect)), shown)


def fitted(metrics: QFontMetricsF, ways: Sequence[str], room: float) -> str:
    """The first of several ways to say something that has room; else the last cut in its middle."""
    for way in ways:
        if metrics.horizontalAdvance(way) <= room + 0.5:
            return way
    return metrics.elidedText(ways[-1], Qt.TextElideMode.ElideMiddle, max(0.0, room))


def paint_runs(painter: QPainter, rect: QRectF, runs: list[Run]) -> None:
    """Runs of text one after the other on one baseline; the last one that does not fit is elided."""
    left = rect.left()
    for run in runs:
        room = rect.right() - left
        if room <= 0:
            return
        here = QRectF(left, rect.top(), room, rect.height())
        paint_text(painter, here, run.text, font=run.font, color=run.color)
        left += QFontMetricsF(run.font).horizontalAdvance(run.text)


def baseline(metrics: QFontMetricsF, rect: QRectF) -> float:
    """Where the letters stand so that capitals look centred in ``rect``, on a whole pixel."""
    return round(rect.center().y() + metrics.capHeight() / 2)
