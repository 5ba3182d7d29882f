"""The bar at the left: office, search, pages with their counts, backup, and who sits at the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.chips import BadgeKind, cap_size, paint_cap
from kandas_desktop.ui.kit.focus_ring import paint_ring
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.navigation_item import BarButton, ItemButton, NavigationItem
from kandas_desktop.ui.kit.painting import hairline, paint_box, paint_text
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, pgettext

__all__ = ["NavigationBar", "NavigationItem"]

_WAYS = ((-1, "Ctrl+Shift+PgUp"), (1, "Ctrl+Shift+PgDn"))


class _SearchButton(BarButton):
    def __init__(self) -> None:
        super().__init__(None)
        self._words = pgettext("search", "Journal…")
        asks = _("Search the journal")
        self.setAccessibleName(f"{asks} (Ctrl+K)")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40, theme().sizes.input)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, radius = theme().palette, theme().sizes.radius
        look = self._plain_look()
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, radius=radius, fill=look.fill, edge=look.edge)
        if self._ring:
            paint_ring(painter, box, radius=radius)
        middle = (self.height() - 16) / 2
        if theme().is_compact:
            paint_icon(painter, QPointF((self.width() - 16) / 2, middle), "search", 16, palette.text2)
            return
        paint_icon(painter, QPointF(9, middle), "search", 16, palette.text2)
        cap = cap_size("Ctrl+K")
        left = self.width() - 7 - cap.width()
        room = QRectF(32, 0, left - 36, self.height())
        paint_text(painter, room, self._words, font=theme().font("body"), color=palette.text3)
        top = (self.height() - cap.height()) // 2
        paint_cap(painter, QRect(left, top, cap.width(), cap.height()), "Ctrl+K")


class _Brand(QWidget):
    """The mark, the program's name and the office's."""

    def __init__(self) -> None:
        super().__init__()
        self._office = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_office(self, office: str) -> None:
        self._office = office
        self.setToolTip(office)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        compact = theme().is_compact
        left = (self.width() - 30) / 2 if compact else 6
        mark = QRectF(left, 2, 30, 30)
        paint_box(painter, mark, radius=theme().sizes.radius, fill=palette.accent)
        paint_icon(painter, mark.topLeft() + QPointF(6, 6), "globe", 18, palette.on_accent)
        if compact:
            return
        room = QRectF(46, 0, self.width() - 46, 18)
        title = theme().font("body", bold=True)
        paint_text(painter, room, "Kandas Desktop", font=title, color=palette.text)
        room.moveTop(16)
        paint_text(painter, room, self._office, font=theme().font("small"), color=palette.text2)


class _UserLine(QWidget):
    """Initials in a circle, the name and the department."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._place = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_user(self, name: str, place: str) -> None:
        self._name = name
        self._place = place
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        circle = QRectF(8, 4, 28, 28)
        paint_box(painter, circle, radius=14, fill=palette.accent_soft)
        if not self._name:
            paint_icon(painter, circle.topLeft() + QPointF(6, 6), "user", 16, palette.accent_text)
            room = QRectF(44, 0, self.width() - 44, self.height())
            paint_text(painter, room, self._place, font=theme().font("second"), color=palette.text2)
            return
        initials = "".join(part[0] for part in self._name.split()[:2]).upper()
        bold = theme().font("small", bold=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, circle, initials, font=bold, color=palette.accent_text, align=middle)
        room = QRectF(44, 3, self.width() - 44, 16)
        second = theme().font("second", bold=True)
        paint_text(painter, room, self._name, font=second, color=palette.text)
        room.moveTop(18)
        paint_text(painter, room, self._place, font=theme().font("small"), color=palette.text2)


class _NoticesLine(BarButton):
    """The shield: pressing it shows the notices of this session again."""

    def __init__(self) -> None:
        super().__init__(None)
        self.setAccessibleName(_("Notices"))
        self.setToolTip(_("Notices"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        if self._ring:
            paint_ring(painter, QRectF(self.rect()), radius=theme().sizes.radius)
        compact = theme().is_compact
        left = (self.width() - 16) / 2 if compact else 10
        where = QPointF(left, (self.height() - 16) / 2)
        paint_icon(painter, where, "shield-check", 16, palette.free.solid)
        if not compact:
            room = QRectF(33, 0, self.width() - 33, self.height())
            paint_text(painter, room, self.accessibleName(), font=theme().font("second"), color=palette.text2)


class NavigationBar(Surface):
    """204 wide, or 56 when compact. ``chosen(key)``, ``search_asked``, ``notices_asked``.

    Tab stops at it once, at the open page; arrows, Home and End lead on from there.
    """

    chosen = Signal(str)
    search_asked = Signal()
    notices_asked = Signal()

    def __init__(
        self,
        items: Sequence[NavigationItem],
        bottom: Sequence[NavigationItem] = (),
        *,
        office: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("nav", lines="right", parent=parent)
        self._buttons: dict[str, ItemButton] = {}
        self._brand = _Brand()
        self._brand.set_office(office)
        self._search = _SearchButton()
        self._search.clicked.connect(self.search_asked)
        self._notices = _NoticesLine()
        self._notices.clicked.connect(self.notices_asked)
        self._user = _UserLine()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._brand)
        self._under_brand = QSpacerItem(0, 0)
        self._column.addSpacerItem(self._under_brand)
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self._search)
        self._column.addLayout(self._search_row)
        self._under_search = QSpacerItem(0, 0)
        self._column.addSpacerItem(self._under_search)
        self._add_items(items)
        self._column.addStretch(1)
        self._add_items(bottom)
        self._column.addWidget(self._notices)
        self._above_user = _line_across()
        self._column.addWidget(self._above_user)
        self._column.addWidget(self._user)
        self._stops: list[BarButton] = [self._search, *self._buttons.values(), self._notices]
        self._let_tab_stop_at(next(iter(self._buttons.values()), self._search))
        self._fit()
        theme().changed.connect(self._fit)

    @property
    def keys(self) -> list[str]:
        """The keys of all items, from top to bottom."""
        return list(self._buttons)

    def select(self, key: str) -> None:
        """Mark a page as the open one, without emitting ``chosen``."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        if key in self._buttons:
            self._let_tab_stop_at(self._buttons[key])
        ways = {(self._place + by) % len(self._pages): keys for by, keys in _WAYS} if self._pages else {}
        for place, name in enumerate(self._pages):
            self._buttons[name].set_way(ways.get(place, ""))

    @property
    def _pages(self) -> list[str]:
        """The keys of the items that are pages: what opens by a key of its own is none."""
        return [name for name, button in self._buttons.items() if not button.item.keys]

    @property
    def _place(self) -> int:
        """Where the open page stands among them."""
        opened = (at for at, name in enumerate(self._pages) if self._buttons[name].isChecked())
        return next(opened, 0)

    def step(self, by: int) -> None:
        """Ask for the page after the open one, or before it; after the last comes the first."""
        self.chosen.emit(self._pages[(self._place + by) % len(self._pages)])

    def set_badge(self, key: str, text: str, kind: BadgeKind = "accent") -> None:
        """A count beside a page: red for what is overdue; empty for none."""
        self._buttons[key].set_badge(text, kind)

    def set_office(self, office: str) -> None:
        """The office's name under the program's."""
        self._brand.set_office(office)

    def set_user(self, name: str, place: str = "") -> None:
        """Who sits at the desk."""
        self._user.set_user(name, place)

    def _add_items(self, items: Sequence[NavigationItem]) -> None:
        for item in items:
            button = ItemButton(item)
            button.clicked.connect(lambda _checked=False, key=item.key: self.chosen.emit(key))
            self._buttons[item.key] = button
            self._column.addWidget(button)

    def _fit(self) -> None:
        sizes = theme().sizes
        self.setFixedWidth(sizes.nav)
        compact = theme().is_compact
        self._column.setContentsMargins(*((6, 6, 6, 6) if compact else (8, 10, 8, 0)))
        self._search_row.setContentsMargins(2, 0, 2, 0)
        self._under_brand.changeSize(0, 6 if compact else 10)
        self._under_search.changeSize(0, 5 if compact else 9)
        self._user.setFixedHeight(48)
        for part in (self._above_user, self._user):
            part.setVisible(not compact)

    def _let_tab_stop_at(self, stop: BarButton) -> None:
        for button in self._stops:
            by_tab = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stops = [button for button in self._stops if button.isVisible()]
        focused = next((at for at, button in enumerate(stops) if button.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
            return
        ways = {
            Qt.Key.Key_Up: focused - 1,
            Qt.Key.Key_Down: focused + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: -1,
        }
        there = ways.get(Qt.Key(event.key()))
        if there is None:
            super().keyPressEvent(event)
            return
        stop = stops[there % len(stops)]
        self._let_tab_stop_at(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)


class _Line(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(10, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), QPointF(0, 0.5), QPointF(self.width(), 0.5), theme().palette.line2)


def _line_across() -> QWidget:
    line = _Line()
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line
