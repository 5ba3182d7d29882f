"""The line icons, drawn in any colour and size and kept once drawn."""

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kandas_desktop.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

IconName = Literal[
    "accessibility",
    "alert-circle",
    "alert-triangle",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "ban",
    "bed",
    "book-open",
    "broom",
    "calendar",
    "check",
    "check-circle",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "circle",
    "clock",
    "columns",
    "copy",
    "download",
    "ellipsis",
    "eye",
    "family",
    "file-text",
    "filter",
    "globe",
    "grid",
    "grip",
    "help-circle",
    "history",
    "hourglass",
    "info",
    "layers",
    "list",
    "list-ordered",
    "lock",
    "log-in",
    "log-out",
    "man",
    "minus",
    "moon",
    "pencil",
    "plus",
    "printer",
    "save",
    "scale",
    "search",
    "shield-check",
    "sliders",
    "sun",
    "swap",
    "timeline",
    "trash",
    "undo",
    "upload",
    "user",
    "user-plus",
    "users",
    "woman",
    "wrench",
    "x",
]

# A little air around the glyph: at its full 24 units it looks larger than the words beside it.
_AIR = 1.2
_VIEW = f'viewBox="{-_AIR} {-_AIR} {24 + 2 * _AIR} {24 + 2 * _AIR}"'


def stroke_width(size: int) -> float:
    """The pen on the 24 grid for an icon of ``size`` pixels: the smaller the icon, the bolder its line."""
    if size >= 20:
        return 1.6
    return 1.75 if size >= 16 else 2.0


@cache
def _source(name: IconName) -> str:
    return resource(f"icons/{name}.svg").read_bytes().decode()


@cache
def icon_pixmap(
    name: IconName, size: int, color: str, ratio: float = 1.0, pen: float | None = None
) -> QPixmap:
    """The icon ``size`` logical pixels wide, drawn for a screen of that device pixel ratio."""
    stroke = (pen or stroke_width(size)) * (24 + 2 * _AIR) / 24
    svg = _source(name).replace("currentColor", color, 1)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke:.2f}"', 1)
    svg = svg.replace('viewBox="0 0 24 24"', _VIEW, 1)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(svg.encode()).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def icon(name: IconName, size: int, color: str) -> "QIcon":
    """The same as a ``QIcon`` for menus and actions, sharp at the screens in use."""
    from PySide6.QtGui import QIcon  # for menus only, and slow to load: it brings a name for every theme icon

    made = QIcon()
    application = QApplication.instance()
    ratios = {1.0, application.devicePixelRatio()} if isinstance(application, QApplication) else {1.0}
    for ratio in sorted(ratios):
        made.addPixmap(icon_pixmap(name, size, color, ratio))
    return made


def paint_icon(
    painter: QPainter, where: QPointF, name: IconName, size: int, color: str, *, pen: float | None = None
) -> None:
    """Draw the icon with its top left corner at ``where``; ``pen`` is a stroke other than the size's."""
    ratio = painter.device().devicePixelRatio()
    # Whole device pixels, or the lines blur at 125 %.
    to_device = painter.deviceTransform()
    corner = to_device.map(where)
    back, _invertible = to_device.inverted()
    snapped = back.map(QPointF(round(corner.x()), round(corner.y())))
    painter.drawPixmap(snapped, icon_pixmap(name, size, color, ratio, pen))
