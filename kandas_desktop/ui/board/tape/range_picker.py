"""Which days the tape chart shows: earlier, later, back to today, or from a day that is typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from kandas_desktop.ui.board.tape.days import Days
from kandas_desktop.ui.board.typed_day import TypedDay
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class RangePicker(QWidget):
    """‹ 09.03 – 10.04.2026 ›: ``stepped(pages)`` by the arrows, ``chosen(day)`` once a day was typed."""

    stepped = Signal(int)
    chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.back = IconButton("chevron-left", _("A week earlier"), framed=True)
        self.on = IconButton("chevron-right", _("A week later"), framed=True)
        self.button = Button("", icon="calendar")
        self.button.setToolTip(_("Show the days around a day"))
        self.field = TypedDay(today=today)
        self._first = today()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.button)
        self._middle.addWidget(self.field)
        self._middle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.back, self._middle, self.on):
            row.addWidget(widget)
        self.back.clicked.connect(lambda: self.stepped.emit(-7))
        self.on.clicked.connect(lambda: self.stepped.emit(7))
        self.button.clicked.connect(self.type_day)
        self.field.taken.connect(self._take)
        self.field.dropped.connect(self._close)
        self.field.left.connect(lambda: self._middle.setCurrentWidget(self.button))

    def show_days(self, days: Days) -> None:
        """Write which days are seen."""
        self._first = days.first
        self.button.set_words(range_words(days.first, days.last))
        self._middle.setFixedWidth(max(174, self.button.sizeHint().width()))

    def type_day(self) -> None:
        """Put a field in the button's place."""
        self.field.set_date(self._first)
        self._middle.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _take(self) -> None:
        day = self.field.date_value()
        if day is None:
            self.field.set_state("error")
            return
        self._close()
        self.chosen.emit(day)

    def _close(self) -> None:
        self.field.set_state("plain")
        self._middle.setCurrentWidget(self.button)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


def range_words(first: date, last: date) -> str:
    """«09.03 – 10.04.2026»; with both years where they differ."""
    begins = digits(first) if first.year != last.year else f"{first.day:02}.{first.month:02}"
    return f"{begins} – {digits(last)}"
