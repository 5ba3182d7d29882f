"""Small painted marks: an icon in a family's colour, alone or on a tile of its fill."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import paint_box
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName


class IconMark(QWidget):
    """``IconMark("check", family="free")``; ``tile=True`` puts it on a square of the family's fill."""

    def __init__(
        self,
        icon: IconName,
        *,
        family: FamilyName = "grey",
        size: int = 16,
        tile: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon: IconName = icon
        self._family: FamilyName = family
        self._size = size
        self._tile = tile
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: IconName, *, family: FamilyName) -> None:
        """Show another icon."""
        self._icon = icon
        self._family = family
        self.update()

    def sizeHint(self) -> QSize:
        if self._tile:
            return QSize(32, 32)
        return QSize(self._size, max(self._size, 16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme().palette.family(self._family)
        painter = QPainter(self)
        if self._tile:
            paint_box(painter, QRectF(self.rect()), radius=theme().sizes.radius, fill=colors.fill)
        where = QPointF((self.width() - self._size) / 2, (self.height() - self._size) / 2)
        paint_icon(painter, where, self._icon, self._size, colors.solid)
