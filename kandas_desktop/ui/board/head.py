"""The board's head: title, search, the day as of which the house is shown, and the choice of views."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from kandas_desktop.rules.birth import DateFaultKind
from kandas_desktop.ui.board.tape.range_picker import RangePicker
from kandas_desktop.ui.board.typed_day import TypedDay
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.frame import PageHead
from kandas_desktop.ui.kit.inputs import TextField, is_plain_enter
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import Part, Segmented
from kandas_desktop.ui.wording import date_fault_words, digits
from kandas_desktop.words import _

_SEARCH_WIDTH = 196
_LEAST_SEARCH = 104


class BoardSearch(TextField):
    """Searches as one types; Enter and ↓ lead to the beds (``beds_asked``), Esc empties it first."""

    beds_asked = Signal()

    def __init__(self) -> None:
        super().__init__(placeholder=_("Name, room"), icon="search", keys="Ctrl+F", max_length=60)
        self.setAccessibleName(_("Search the board by names, rooms, beds and numbers"))
        self.setMinimumWidth(_LEAST_SEARCH)
        self.setMaximumWidth(_SEARCH_WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(_SEARCH_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SEARCH, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_keys("Ctrl+F" if self.width() > _SEARCH_WIDTH - 30 else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif is_plain_enter(event) or event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.beds_asked.emit()
        else:
            super().keyPressEvent(event)


class DayPicker(QWidget):
    """‹ Бүгін, 18.03.2026 ›: ``chosen(day)``, or ``refused(why)`` where the house has not been there.

    Neither a day to come is offered nor one before the office's ``first``.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._day = today()
        self._first = date.min
        self.back = IconButton("chevron-left", _("The day before"), framed=True)
        self.on = IconButton("chevron-right", _("The day after"), framed=True)
        self.button = Button("", icon="calendar")
        self.field = TypedDay(today=today)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.button)
        self._middle.addWidget(self.field)
        self._middle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.back, self._middle, self.on):
            row.addWidget(widget)
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self.button.clicked.connect(self.type_day)
        self.field.taken.connect(self._take)
        self.field.dropped.connect(self._close)
        self.field.left.connect(lambda: self._middle.setCurrentWidget(self.button))
        self.set_day(self._day)

    @property
    def day(self) -> date:
        """The day as of which the house is shown."""
        return self._day

    def set_first(self, first: date) -> None:
        """Offer no day before this one."""
        self._first = first
        self.set_day(self._day)

    def set_day(self, day: date) -> None:
        """Show a day without telling."""
        self._day = day
        today = self._today()
        words = _("Today, {day}").format(day=digits(day)) if day == today else digits(day)
        self.button.set_words(words)
        self.button.setToolTip(_("Show the house as it was on a day"))
        self._middle.setFixedWidth(max(126, self.button.sizeHint().width()))
        self.back.setEnabled(day > self._first)
        self.on.setEnabled(day < today)

    def set_compact(self, compact: bool) -> None:
        """Leave the icon out where there is no room for it."""
        self.button.set_icon(None if compact else "calendar")
        self.set_day(self._day)

    def type_day(self) -> None:
        """Put a field in the button's place."""
        self.field.set_date(self._day)
        self._middle.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _step(self, by: int) -> None:
        self._choose(self._day + timedelta(days=by))

    def _choose(self, day: date) -> None:
        day = min(day, self._today())
        self.set_day(day)
        self.chosen.emit(day)

    def _take(self) -> None:
        day = self.field.date_value()
        if day is None or not self._first <= day <= self._today():
            self.field.set_state("error")
            self.refused.emit(self._why_not(day))
            return
        self._close()
        self._choose(day)

    def _why_not(self, day: date | None) -> str:
        fault = self.field.fault()
        if fault or day is None:
            return date_fault_words(fault or DateFaultKind.UNREADABLE)
        first, last = digits(self._first), digits(self._today())
        return _("Write a day from {first} to {last}.").format(first=first, last=last)

    def _close(self) -> None:
        self.field.set_state("plain")
        self._middle.setCurrentWidget(self.button)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


class BoardHead(PageHead):
    """``searched(text)``, ``day_chosen(day)``, ``view_chosen(name)``, ``rooms_asked()``."""

    searched = Signal(str)
    day_chosen = Signal(object)
    view_chosen = Signal(str)
    rooms_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("Beds"), " ")
        self.search = BoardSearch()
        self.search.textChanged.connect(self.searched)
        self.days = DayPicker(today)
        self.days.chosen.connect(self.day_chosen)
        self.range = RangePicker(today)
        self.range.hide()
        parts = (
            Part("tiles", _("Board"), "grid"),
            Part("list", _("List"), "list"),
            Part("tape", _("Calendar"), "timeline"),
        )
        self.views = Segmented(parts, name=_("View"), value="tiles")
        self.views.chosen.connect(self.view_chosen)
        self.rooms = Button(_("Rooms…"))
        self.rooms.setToolTip(_("Rooms and beds"))
        self.rooms.clicked.connect(self.rooms_asked)
        for widget in (self.rooms, self.search, self.days, self.range, self.views):
            self.add(widget)
        self.set_compact(theme().is_compact)

    def show_dates_of(self, view: str) -> None:
        """Offer the days that the tape chart shows, or the day as of which the other views do."""
        shown, hidden = (self.range, self.days) if view == "tape" else (self.days, self.range)
        hidden.hide()  # first: with both of them the page would ask for a wider window
        shown.show()
        self._fit_rooms()

    def set_compact(self, compact: bool) -> None:
        """Leave the counts beside the title out where there is no room for them."""
        self._subtitle.setVisible(not compact and bool(self._subtitle.text()))
        self.days.set_compact(compact)
        self._fit_rooms()

    def _fit_rooms(self) -> None:
        """Where there is no room for the words, an icon leads to the rooms."""
        is_narrow = theme().is_compact or self.days.isHidden()
        self.rooms.set_icon("bed" if is_narrow else None)
        self.rooms.set_words("" if is_narrow else _("Rooms…"))
        self.rooms.setAccessibleName(_("Rooms…"))

    def _fit(self) -> None:
        super()._fit()
        if theme().is_compact:
            self._subtitle.hide()
