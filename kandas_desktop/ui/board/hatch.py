"""The slanting lines over a bed that is out of service; brush patterns would not scale."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kandas_desktop.ui.kit.theme import theme


def paint_hatch(painter: QPainter, box: QRectF, step: int = 7) -> None:
    """The slanting lines over what is out of service, inside a rounded box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(1, 1, -1, -1), theme().sizes.radius - 1, theme().sizes.radius - 1)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme().color("hatch"), 2.5))
    at = box.left() - box.height()
    while at < box.right():
        painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
        at += step
    painter.restore()
