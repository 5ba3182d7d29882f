"""The strips between the head and the board: another day is shown, or somebody has no bed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.rules.rooms import BedHolder
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Ink, Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.painting import hairline
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.words import _, ngettext

_HEIGHT = 40


class Strip(QWidget):
    """A line across the page in a family's colours, with one button; ``pressed`` is that button."""

    pressed = Signal()

    def __init__(self, family: FamilyName, ink: Ink, icon: IconName, button: str) -> None:
        super().__init__()
        self._family: FamilyName = family
        self.words = Label("", role="second", ink=ink, bold=True)
        self.button = Button(button)
        self.button.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(IconMark(icon, family=family))
        self._row.addWidget(self.words)
        self._row.addStretch(1)
        self._row.addWidget(self.button)
        self.setFixedHeight(_HEIGHT)
        self._fit()
        theme().changed.connect(self._fit)
        self.hide()

    def _fit(self) -> None:
        self._row.setContentsMargins(theme().sizes.page_padding, 0, 16, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().palette.family(self._family)
        painter.fillRect(self.rect(), colors.fill)
        bottom = QRectF(self.rect()).adjusted(0, 0, 0, -0.5)
        hairline(painter, bottom.bottomLeft(), bottom.bottomRight(), colors.line)


class BedlessStrip(Strip):
    """Shouts that somebody lives here without a bed; its button gives them one."""

    def __init__(self) -> None:
        super().__init__("overdue", "overdue", "alert-circle", _("Find a bed…"))
        self.first: BedHolder | None = None

    def show_people(self, people: Sequence[BedHolder], names: Names) -> None:
        """Name everybody who has no bed; nothing is shown where everybody has one."""
        self.first = people[0] if people else None
        called = ", ".join(dict.fromkeys(names.holder(holder) for holder in people[:4]))
        count = ngettext("{count} resident has no bed", "{count} residents have no bed", len(people))
        self.words.setText(f"{count}: {called}{'…' if len(people) > 4 else ''}")
        self.setVisible(bool(people))
