"""The board's head: title, search, the day as of which the house is shown, and the choice of views."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from kandas_desktop.rules.birth import DateFaultKind
from kandas_desktop.ui.board.day_stepper import DayStepper
from kandas_desktop.ui.board.tape.range_picker import RangePicker
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import chip_size
from kandas_desktop.ui.kit.frame import PageHead
from kandas_desktop.ui.kit.inputs import TextField, is_plain_enter
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import Part, Segmented
from kandas_desktop.ui.wording import date_fault_words, digits
from kandas_desktop.words import _

_SEARCH_WIDTH = 196
_SEARCH_KEYS = "Ctrl+F"
_FIELD_EDGES = 6
_BESIDE_TITLE = 13


class Size(Enum):
    """How much room the search takes: plenty, what its words and its key need, what its words need."""

    FULL = auto()
    CLOSE = auto()
    SHORT = auto()


class BoardSearch(TextField):
    """Searches as one types; Enter and ↓ lead to the beds (``beds_asked``), Esc empties it first."""

    beds_asked = Signal()

    def __init__(self) -> None:
        super().__init__(placeholder=_("Name, room"), icon="search", keys="Ctrl+F", max_length=60)
        self.setAccessibleName(_("Search the board by names, rooms, beds and numbers"))
        self.fit(Size.FULL)

    def fit(self, size: Size) -> int:
        """Take the width of a size, in which what it asks for is never cut; how wide that is."""
        self.set_keys("" if size is Size.SHORT else _SEARCH_KEYS)
        margins = self.textMargins()
        words = text_width(self.font(), self.placeholderText())
        width = words + margins.left() + margins.right() + _FIELD_EDGES
        self.setFixedWidth(max(_SEARCH_WIDTH, width) if size is Size.FULL else width)
        return self.minimumWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif is_plain_enter(event) or event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.beds_asked.emit()
        else:
            super().keyPressEvent(event)


class DayPicker(DayStepper):
    """‹ Бүгін, 18.03.2026 ›: ``chosen(day)``, or ``refused(why)`` where the house has not been there.

    Neither a day to come is offered nor one before the office's ``first``.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(today, earlier=_("The day before"), later=_("The day after"))
        self._today = today
        self._day = today()
        self._first = date.min
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
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

    def typing_begins_at(self) -> date:
        return self._day

    def _step(self, by: int) -> None:
        self._choose(self._day + timedelta(days=by))

    def _choose(self, day: date) -> None:
        day = min(day, self._today())
        self.set_day(day)
        self.chosen.emit(day)

    def take(self) -> None:
        day = self.field.date_value()
        if day is None or not self._first <= day <= self._today():
            self.field.set_state("error")
            self.refused.emit(self._why_not(day))
            return
        self.leave_field()
        self._choose(day)

    def _why_not(self, day: date | None) -> str:
        fault = self.field.fault()
        if fault or day is None:
            return date_fault_words(fault or DateFaultKind.UNREADABLE)
        first, last = digits(self._first), digits(self._today())
        return _("Write a day from {first} to {last}.").format(first=first, last=last)


class BoardHead(PageHead):
    """``searched(text)``, ``day_chosen(day)``, ``view_chosen(name)``, ``rooms_asked()``."""

    searched = Signal(str)
    day_chosen = Signal(object)
    view_chosen = Signal(str)
    rooms_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        self._counts: tuple[str, ...] = ()
        self._searches: dict[Size, int] = {}
        self._ways_to_rooms: dict[bool, int] = {}
        """How wide the search is, and the way to the rooms in words and without."""
        self._way: tuple[bool, Size, str, bool] | None = None
        super().__init__(_("Beds"))
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

    def show_counts(self, counts: Sequence[str]) -> None:
        """What the house has, told beside the title; the first go first where there is no room for all."""
        self._counts = tuple(counts)
        self._give_way()

    def show_dates_of(self, view: str) -> None:
        """Offer the days that the tape chart shows, or the day as of which the other views do."""
        shown, hidden = (self.range, self.days) if view == "tape" else (self.days, self.range)
        hidden.hide()
        shown.show()
        self._give_way()

    def set_compact(self, compact: bool) -> None:
        """Leave the counts beside the title out, and the icon of the day."""
        self.days.set_compact(compact)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        # The head takes the page's width, it does not ask for one.
        return QSize(100, self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # something in it is wider or narrower than it was
            self._give_way()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _measure(self) -> None:
        """Ask how wide everything is that can give way, in these letters."""
        self._searches = {size: self.search.fit(size) for size in Size}
        self._ways_to_rooms = {}
        for has_words in (True, False):
            self._show_rooms(has_words=has_words)
            self._ways_to_rooms[has_words] = self.rooms.sizeHint().width()
        self._way = None
        self._give_way()

    def _give_way(self) -> None:
        """Show as much as there is room for, all of it whole."""
        if not self._searches:
            return
        counts = () if theme().is_compact else self._counts
        rooms, search = self.rooms.sizeHint().width(), self.search.minimumWidth()
        fixed = self._row.sizeHint().width() - rooms - search - self._width_of(self._subtitle.text())
        fixed -= self._width_of_hidden(self._hidden_names.text if self._hidden_names else "")
        for has_words, size, left_out, is_short in _ways(len(counts)):
            words = " · ".join(counts[left_out:])
            rooms, search = self._ways_to_rooms[has_words], self._searches[size]
            hidden = self._width_of_hidden(_hidden_words(is_short=is_short))
            if fixed + rooms + search + hidden + self._width_of(words) <= self.width():
                break
        way = (has_words, size, words, is_short)
        if way != self._way:
            self._way = way
            self._show_rooms(has_words=has_words)
            if self._hidden_names is not None:
                self._hidden_names.set_text(_hidden_words(is_short=is_short))
                self._hidden_names.setToolTip(_hidden_words(is_short=False))
                self._hidden_names.setAccessibleName(_hidden_words(is_short=False))
            self.search.fit(size)
            self._subtitle.setText(words)
            self._subtitle.setVisible(bool(words))
            self._row.activate()  # or what is too wide would be seen cut for a frame

    def _width_of(self, counts: str) -> int:
        """How much room the counts need beside the title; none where there are none."""
        return text_width(self._subtitle.font(), counts) + _BESIDE_TITLE if counts else 0

    def _width_of_hidden(self, words: str) -> int:
        """How much room it needs to say that names are hidden (F9); none where they are not."""
        is_told = self._hidden_names is not None and self._hidden_names.isVisibleTo(self)
        return chip_size(words, icon="lock").width() if is_told else 0

    def _show_rooms(self, *, has_words: bool) -> None:
        """Where there is no room for the words, an icon leads to the rooms."""
        self.rooms.set_icon(None if has_words else "bed")
        self.rooms.set_words(_("Rooms…") if has_words else "")
        self.rooms.setAccessibleName(_("Rooms…"))

    def _fit(self) -> None:
        super()._fit()
        if self._searches:
            self._measure()


def _hidden_words(*, is_short: bool) -> str:
    return "F9" if is_short else _("Names hidden · F9")


def _ways(counts: int) -> Iterator[tuple[bool, Size, int, bool]]:
    """What gives way: the words for the rooms, the search, each count, at last the words on hidden names."""
    yield True, Size.FULL, 0, False
    for left_out in range(counts + 1):
        for size in Size:
            yield False, size, left_out, False
    yield False, Size.SHORT, counts, True
