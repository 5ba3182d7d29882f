"""The parts a page is built of: head, cards, side panel, empty state, banners, rules."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import Chip, ClauseChip
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.labels import Label, MiddleElidedLabel
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.painting import fill, hairline, paint_box
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import ColorName, FamilyName
from kandas_desktop.words import _


class Rule(QWidget):
    """A hairline across: between the parts of a panel."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        # In the middle of its pixel: at 125 % a line on the widget's very edge falls outside of it.
        hairline(QPainter(self), QPointF(0, 0.5), QPointF(self.width(), 0.5), theme().palette.line)


class Surface(QWidget):
    """A flat area in one palette colour, perhaps with hairlines at some of its sides."""

    def __init__(
        self,
        color: ColorName = "window",
        *,
        lines: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``lines`` names sides: ``"top"``, ``"bottom left"``."""
        super().__init__(parent)
        self._color = color
        self._lines = lines.split()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), theme().color(self._color))
        width, height = self.width(), self.height()
        # In the middle of the outermost pixels: at 125 % a line on the very edge falls outside.
        ends = {
            "top": (QPointF(0, 0.5), QPointF(width, 0.5)),
            "bottom": (QPointF(0, height - 0.5), QPointF(width, height - 0.5)),
            "left": (QPointF(0.5, 0), QPointF(0.5, height)),
            "right": (QPointF(width - 0.5, 0), QPointF(width - 0.5, height)),
        }
        for side in self._lines:
            hairline(painter, *ends[side], theme().palette.line)


class PageHead(Surface):
    """Title and subtitle at the left, the page's widgets at the right: ``head.add(button)``."""

    def __init__(
        self, title: str, subtitle: str = "", *, stacked: bool = False, parent: QWidget | None = None
    ) -> None:
        """``stacked`` puts the subtitle under the title instead of beside it."""
        super().__init__("window", parent=parent)
        self._title = MiddleElidedLabel(title, role="page_title", gives_way_last=True)
        self._subtitle = Label(subtitle, role="second", ink="text2")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        words: QLayout = QVBoxLayout() if stacked else QHBoxLayout()
        words.setSpacing(1 if stacked else 13)
        if stacked:
            words.setContentsMargins(0, 3, 0, 0)
            words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row.addLayout(words)
        self._left = QHBoxLayout()
        self._left.setSpacing(8)
        if not stacked:
            # Small letters beside the title stand on its baseline.
            self._subtitle.setContentsMargins(0, 4, 0, 0)
            self._left.setContentsMargins(0, 4, 0, 0)
        self._row.addLayout(self._left)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stacked = stacked
        self._hidden_names: Chip | None = None
        self._fit()
        theme().changed.connect(self._fit)

    def set_names_hidden(self, hidden: bool) -> None:
        """Say beside the title that names are hidden (F9), so that nobody takes the numbers for names."""
        if self._hidden_names is None:
            if not hidden:
                return
            self._hidden_names = Chip(_("Names hidden · F9"), family="grey", icon="lock")
            self.add_left(self._hidden_names)
        self._hidden_names.setVisible(hidden)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_left(self, widget: QWidget, *, first: bool = False) -> None:
        """Put a widget beside the title; ``first`` puts it before the title (a back button)."""
        if first:
            self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.set_whole_text(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Another subtitle; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._fit()

    def _fit(self) -> None:
        sizes = theme().sizes
        self.setFixedHeight(sizes.page_head)
        self._row.setContentsMargins(sizes.page_padding, 0, sizes.page_padding, 0)
        hidden = self._stacked and theme().is_compact
        self._subtitle.setVisible(bool(self._subtitle.text()) and not hidden)


class Card(QFrame):
    """A surface with an edge and rounded corners; ``card.column`` takes its widgets."""

    def __init__(
        self,
        *,
        family: FamilyName | None = None,
        filled: bool = False,
        padding: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``family`` colours the edge (amber around an obstacle); ``filled`` its ground as well."""
        super().__init__(parent)
        self._family: FamilyName | None = family
        self._filled = filled
        inset = theme().sizes.card_padding if padding is None else padding
        self.column = QVBoxLayout(self)
        # Sideways the edge of 1 px lies outside the padding; above, a line of text brings air of its own.
        self.column.setContentsMargins(inset + 1, inset - 2, inset + 1, inset - 2)
        self.column.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        fill, edge = palette.surface, palette.line
        if self._family:
            colors = palette.family(self._family)
            edge = colors.line
            if self._filled:
                fill, edge = colors.fill, ""
        box = QRectF(self.rect())
        paint_box(QPainter(self), box, radius=theme().sizes.radius_card, fill=fill, edge=edge)


class Banner(QWidget):
    """A filled box with icon, bold line, second line and clause: «Жолдамаға кедергі жоқ»."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        family: FamilyName = "free",
        icon: IconName | None = None,
        clause: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._family: FamilyName = family
        single = not text
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6 if single else 9, 12 if single else 8, 6 if single else 9)
        row.setSpacing(8 if single else 12)
        self._mark = IconMark(icon or "info", family=family, size=16 if single else 18)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(1)
        self._title = Label(title, role="second" if single else "body", bold=True, wrap=True)
        self._text = Label(text, role="second", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._text)
        row.addLayout(column, 1)
        if clause is not None:
            row.addWidget(ClauseChip(clause, family=family), 0, Qt.AlignmentFlag.AlignTop)
        self.show_words(title, text, family=family, icon=icon)

    def show_words(
        self, title: str, text: str = "", *, family: FamilyName, icon: IconName | None = None
    ) -> None:
        """Say something else."""
        self._family = family
        ink = "text2" if family == "grey" else family
        for label, words in ((self._title, title), (self._text, text)):
            label.setText(words)
            label.set_ink(ink)
            label.setVisible(bool(words))
        self._mark.setVisible(icon is not None)
        if icon:
            self._mark.show_icon(icon, family=family)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme().palette.family(self._family)
        paint_box(QPainter(self), QRectF(self.rect()), radius=theme().sizes.radius, fill=colors.fill)


def lay_out_page(page: QWidget, parts: Sequence[QWidget], *, panels: Sequence[QWidget] = ()) -> QHBoxLayout:
    """Put a page's head, rows and lines one under the other, the last as high as may be, and panels beside.

    Returns what holds them, to which a panel may be added that is made later.
    """
    column = QVBoxLayout()
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addLayout(column, 1)
    for panel in panels:
        across.addWidget(panel)
    return across


class SidePanel(Surface):
    """A panel at the right: head, a middle that scrolls, a foot of actions that never does.

    ``panel.head``, ``panel.middle`` and ``panel.foot`` are column layouts; ``closed`` is the cross.
    """

    closed = Signal()

    def __init__(self, width: int, *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("surface", lines="left", parent=parent)
        self.setFixedWidth(width)
        inset = theme().sizes.panel_padding
        self.head = QVBoxLayout()
        self.head.setContentsMargins(inset, 16, inset, 12)
        self.head.setSpacing(0)
        self.top_row = QHBoxLayout()
        self.top_row.setContentsMargins(0, 0, 0, 4)
        self.top_row.setSpacing(8)
        self.head.addLayout(self.top_row)
        self._close = IconButton("x", _("Close"), size=28)
        self._close.clicked.connect(self.closed)
        if not closable:
            self._close.hide()
        content = QWidget()
        self.middle = QVBoxLayout(content)
        self.middle.setContentsMargins(inset, 4, inset, 16)
        self.middle.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self._foot = Surface("surface", lines="top")
        self.foot = QVBoxLayout(self._foot)
        self.foot.setContentsMargins(inset, 12, inset, 16)
        self.foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)

    def set_top(self, *widgets: QWidget) -> None:
        """The first line of the head: number, chip; the cross stands at its end."""
        while (item := self.top_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old is not self._close:
                old.deleteLater()
        for widget in widgets:
            self.top_row.addWidget(widget)
        self.top_row.addStretch(1)
        self.top_row.addWidget(self._close)


class EmptyState(QWidget):
    """Nothing here: an icon, one sentence, at most one button; ``pressed`` is that button."""

    pressed = Signal()

    def __init__(
        self, icon: IconName, sentence: str, button: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon: IconName = icon
        self._sentence = Label(sentence, ink="text2", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setMaximumWidth(360)
        self._button = Button(button)
        if not button:
            self._button.hide()
        self._button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addSpacing(44)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, sentence: str, button: str = "") -> None:
        """Another sentence and button."""
        self._sentence.setText(sentence)
        self._button.set_words(button)
        self._button.setVisible(bool(button))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        where = QPointF((self.width() - 32) / 2, self._sentence.y() - 44)
        paint_icon(QPainter(self), where, self._icon, 32, theme().palette.text3)
